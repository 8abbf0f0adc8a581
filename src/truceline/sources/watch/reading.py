"""What was kept of an address → its reports."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from truceline.errors import UnreadableFile
from truceline.model import Reception, Report, Task
from truceline.sources.fields import Fields, Found
from truceline.sources.kinds.got import charset_of, content
from truceline.sources.link import key_of
from truceline.sources.local import LONGEST

OURS = ("outlet", "language")
"""What the plan tells goes before what a page tells; a feed's word on the day of publication does too."""


def reports(task: Task, got: Reception) -> Iterator[Report | UnreadableFile]:
    """The reports in what was received from an address, under the key of the address that answered."""
    dated: Fields = {name: task.told[name] for name in ("published", "published_basis") if "published" in task.told
                     and name in task.told}
    told = {**{name: task.told[name] for name in OURS if task.told.get(name)}, **dated}
    found, none = Found(Path(got.url), key_of(got.answered), told), True
    for item in content(found, got.body, got.answered, charset_of(got.header("content-type"))):
        none = False
        if isinstance(item, UnreadableFile):
            yield item
        elif isinstance(item, Report):
            yield item if len(item.text) <= LONGEST else UnreadableFile(got.url, "too long for one report")
    if none:
        yield UnreadableFile(got.url, "neither a page nor a document")
