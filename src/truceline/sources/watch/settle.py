"""What an answer makes of a task."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

from truceline.errors import UnreadableFile
from truceline.model import Part, Reception, Report, Stage, Task
from truceline.sources.fields import Fields, Found
from truceline.sources.kinds import items
from truceline.sources.link import Link
from truceline.sources.watch.plan import Source
from truceline.sources.watch.queue import Event, Queue
from truceline.sources.web import Failure

MOST_TRIES = 5
FIRST_WAIT = 60.0
"""Seconds before a second try; each further one waits four times as long."""
TOLD = ("title", "published", "published_basis", "updated", "changed", "language", "outlet")


def settle(queue: Queue, task: Task, source: Source, got: Reception | Failure, now: float) -> Event:
    """Keep what an answer makes of a task, and tell it."""
    if isinstance(got, Failure):
        return _failed(queue, task, got, now)
    fresh = replace(task, tries=0, reason=None, etag=got.header("etag") or task.etag,
                    modified=got.header("last-modified") or task.modified)
    if got.status == 304:
        stage = Stage.READ if task.part is Part.PAGE else Stage.WAITING
        queue.settle_task(replace(fresh, stage=stage))
        return Event(task.source, task.url, "unchanged")
    if task.part is Part.LIST:
        return _listed(queue, fresh, source, got)
    queue.keep(got, replace(fresh, stage=Stage.KEPT))
    moved = _moved(task.url, got.answered) if task.url in source.pages else ""
    return Event(task.source, task.url, "kept", problem=moved)


def _failed(queue: Queue, task: Task, failure: Failure, now: float) -> Event:
    """Try again later, or give up; a list is never given up, since its source is watched."""
    tries = task.tries + 1
    wait = max(failure.after or 0.0, FIRST_WAIT * 4.0 ** min(tries - 1, 6))
    again = task.part is Part.LIST or (failure.passing and tries < MOST_TRIES)
    queue.settle_task(replace(task, tries=tries, reason=failure.reason, due=now + wait if again else task.due,
                              stage=Stage.WAITING if again else Stage.FAILED))
    problem = failure.reason if task.part is Part.LIST else ""
    return Event(task.source, task.url, "later" if again else "failed", problem=problem)


def _listed(queue: Queue, task: Task, source: Source, got: Reception) -> Event:
    """Take up what a list names."""
    try:
        links = [link for link in _links(got) if source.wants(link.url) or link.told.get("sitemap")]
    except UnreadableFile as error:
        queue.settle_task(replace(task, reason=error.reason, etag=None, modified=None))
        return Event(task.source, task.url, "listed", problem=f"is no list any more: {error.reason}")
    found = [_task(link, source) for link in links]
    new = queue.settle_task(replace(task, entries=len(found) or task.entries), found)
    problem = _moved(task.url, got.answered)
    if not found and task.entries:
        problem = f"names nothing; it named {task.entries} before"
    return Event(task.source, task.url, "listed", len(found), new, problem)


def _links(got: Reception) -> Iterator[Link]:
    """The addresses that a list names; of entries that have their text in the list, the address too."""
    path = urlsplit(got.answered).path.rpartition("/")[2] or "list"
    name = Path(path if "." in path and "\0" not in path else "list.bin")
    for item in items(Found(name, "list"), BytesIO(got.body)):
        if isinstance(item, Link):
            yield item
        elif isinstance(item, Report) and item.url and item.url != got.answered:
            days = {"published": item.published, "updated": item.updated}
            yield Link(item.url, {"title": item.title, **{name: day.isoformat() for name, day in days.items() if day}})
        elif isinstance(item, Report):
            raise UnreadableFile(got.answered, "a page")


def by_hand(links: Iterable[Link]) -> list[Task]:
    """Tasks for addresses that a user names, not a source."""
    source = Source(name="by hand")
    return [_task(link, source) for link in links]


def _task(link: Link, source: Source) -> Task:
    told: Fields = {**link.told, **source.told()}
    texts = {name: said for name in TOLD if isinstance(said := told.get(name), str) and said}
    return Task(url=link.url, source=source.name, part=Part.LIST if link.told.get("sitemap") else Part.PAGE, told=texts)


def _moved(asked: str, answered: str) -> str:
    """What to say where an address answers from another host than it did when it was written down."""
    here, there = (urlsplit(url).hostname or "" for url in (asked, answered))
    return "" if here.removeprefix("www.") == there.removeprefix("www.") else f"has moved to {there}"
