"""Entries of one list gathered into actors: what is said of one in several places is put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from truceline.knowledge.fold import fold
from truceline.model import HeldRole, KnownActor, NameKind
from truceline.sources.actors.lines import MOST_ACTORS, ListFile


@dataclass
class Entry:
    """What a list says of an actor at one line; `key` tells two actors of one name apart, where the list can."""

    line: int
    name: str
    kind: NameKind | None = None
    also: Iterable[str] = ()
    weak: Iterable[str] = ()
    countries: Iterable[str] = ()
    roles: Iterable[HeldRole] = ()
    key: str = ""


@dataclass
class _Gathered:
    first: Entry
    also: dict[str, str] = field(default_factory=dict)
    weak: dict[str, str] = field(default_factory=dict)
    countries: dict[str, None] = field(default_factory=dict)
    roles: dict[HeldRole, None] = field(default_factory=dict)

    def add(self, entry: Entry) -> None:
        """Take in what another entry says of the same actor."""
        self.also |= {folded: name for name in entry.also if (folded := fold(name)) not in self.also}
        self.weak |= {folded: name for name in entry.weak if (folded := fold(name)) not in self.weak}
        self.countries |= dict.fromkeys(entry.countries)
        self.roles |= dict.fromkeys(entry.roles)

    def actor(self) -> KnownActor:
        """All of it as one actor."""
        own = fold(self.first.name)
        return KnownActor(
            name=self.first.name, kind=self.first.kind, key=self.first.key, countries=tuple(self.countries),
            also=tuple(name for folded, name in self.also.items() if folded != own),
            weak=tuple(name for folded, name in self.weak.items() if folded != own and folded not in self.also),
            roles=tuple(sorted(self.roles, key=_in_time)),
        )


def gathered(file: ListFile, entries: Iterable[Entry]) -> tuple[KnownActor, ...]:
    """The actors of a list, in its order. Raises UnreadableFile where it says two kinds of one, or is too long."""
    found: dict[tuple[str, str], _Gathered] = {}
    for entry in entries:
        known = found.setdefault((fold(entry.name), entry.key), _Gathered(entry))
        if entry.kind and known.first.kind and entry.kind is not known.first.kind:
            raise file.refused(f"{entry.name} is {entry.kind.value} here and {known.first.kind.value} in line "
                               f"{known.first.line}; correct one, or give them two names", entry.line)
        known.first.kind = known.first.kind or entry.kind
        known.add(entry)
        if len(found) > MOST_ACTORS:
            raise file.refused(f"more than {MOST_ACTORS:,} actors; split the file", entry.line)
    if not found:
        raise file.refused("no actors in it; see `truceline actors import --help` for what is read")
    return tuple(one.actor() for one in found.values())


def _in_time(role: HeldRole) -> tuple[str, str, str, str]:
    return role.start or "", role.end or "9999", role.title, role.organisation or ""
