"""sources.yaml: the sources that are watched, each with its outlet and where to look.

    delay: 2                        # seconds between two requests to one host, at least
    allowed_hosts: [intranet:8080]  # private hosts that may be asked; there are none by default
    sources:
      highland-ledger:
        outlet: Highland Ledger
        country: …
        language: en
        owner: …
        state_link: none            # none, funded, owned, unknown
        lists: [https://…/feed]     # feeds, sitemaps, lists of addresses
        pages: [https://…/page]
        only: /world/               # a pattern that addresses must hold
        again: 2                    # days for which a report is looked at again
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from truceline.errors import UnreadableFile
from truceline.sources.link import web_address

TEXTS = ("outlet", "country", "language", "owner", "state_link", "only")
LINKS = ("none", "funded", "owned", "unknown")
SMALLEST_DELAY, LARGEST = 0.0, 1024 * 1024
USUAL_DELAY = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A named source. `lists` and `pages` are addresses; `again` is for how many days a report is looked at again."""

    name: str
    outlet: str | None = None
    country: str | None = None
    language: str | None = None
    owner: str | None = None
    state_link: str = "unknown"
    lists: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    only: str = ""
    again: float = 0.0

    def wants(self, url: str) -> bool:
        """Whether an address is one of those that the source is watched for."""
        return not self.only or re.search(self.only, url) is not None

    def told(self) -> dict[str, str]:
        """What is known of each of its reports."""
        return {name: said for name, said in (("outlet", self.outlet), ("language", self.language)) if said}


@dataclass(frozen=True, slots=True)
class Plan:
    """All sources, with what holds for every host."""

    sources: tuple[Source, ...]
    delay: float = USUAL_DELAY
    allowed_hosts: tuple[str, ...] = ()

    def source(self, name: str) -> Source:
        """The source of a name; one that is in the plan no more is known by its name alone."""
        return next((source for source in self.sources if source.name == name), Source(name=name))


def read_plan(path: Path) -> Plan:
    """The plan in a file. Raises UnreadableFile that says what is wrong and where."""
    import yaml

    try:
        raw = path.read_bytes()
        if len(raw) > LARGEST or raw.count(b"&") > 1000:
            raise UnreadableFile(str(path), "too large for a list of sources")
        value = yaml.safe_load(raw)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        raise UnreadableFile(str(path), "broken YAML", None if line is None else line + 1) from None
    if not isinstance(value, dict) or not isinstance(value.get("sources"), dict):
        raise UnreadableFile(str(path), "needs `sources:` with a name for each")
    unknown = set(value) - {"sources", "delay", "allowed_hosts"}
    delay, allowed = value.get("delay", USUAL_DELAY), value.get("allowed_hosts", [])
    if unknown or not isinstance(delay, int | float) or delay < SMALLEST_DELAY or not _words(allowed):
        raise UnreadableFile(str(path), f"what is {min(map(str, unknown), default='delay or allowed_hosts')}?")
    return Plan(tuple(_source(path, str(name), said) for name, said in value["sources"].items()), float(delay),
                tuple(allowed))


def _source(path: Path, name: str, said: object) -> Source:
    def wrong(reason: str) -> UnreadableFile:
        return UnreadableFile(str(path), f"source {name}: {reason}")

    if not isinstance(said, Mapping):
        raise wrong("needs lists: or pages:")
    known = {one.name for one in fields(Source)} - {"name"}
    if set(said) - known:
        raise wrong(f"what is {min(map(str, set(said) - known))}? known are {', '.join(sorted(known))}")
    texts = {key: said[key] for key in TEXTS if said.get(key) is not None}
    if not all(isinstance(text, str) for text in texts.values()):
        raise wrong(f"{', '.join(TEXTS)} are texts; put quotation marks around them")
    if texts.get("state_link", "unknown") not in LINKS:
        raise wrong(f"state_link is one of {', '.join(LINKS)}")
    again = said.get("again", 0)
    if not isinstance(again, int | float) or not 0 <= again <= 60:
        raise wrong("again is a number of days, 60 at most")
    try:
        re.compile(texts.get("only", ""))
    except re.error:
        raise wrong(f"only is no pattern: {texts['only']}") from None
    lists, pages = (_addresses(said.get(key, []), wrong) for key in ("lists", "pages"))
    if not lists and not pages:
        raise wrong("needs lists: or pages:")
    return Source(name=name, lists=lists, pages=pages, again=float(again), **texts)


def _words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _addresses(value: object, wrong: object) -> tuple[str, ...]:
    """The addresses of a list; raises what `wrong` makes for one that is none of the web's."""
    found = value if isinstance(value, list) else [value]
    urls = [web_address(one) for one in found]
    for one, url in zip(found, urls, strict=True):
        if url is None:
            assert callable(wrong)
            raise wrong(f"no address of the web: {str(one)[:80]}")
    return tuple(url for url in urls if url)
