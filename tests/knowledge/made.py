"""Invented lists of actors, made short."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from truceline.model import ActorSource, HeldRole, KnownActor, NameKind, Settlement

NOW = datetime(2030, 1, 2, tzinfo=UTC)
PERSON, ARMED, ORGANISATION = NameKind.PERSON, NameKind.ARMED_GROUP, NameKind.ORGANISATION


def actor(name: str, *also: str, kind: NameKind | None = None, lands: tuple[str, ...] = (),
          sides: tuple[HeldRole, ...] = (), key: str = "", weak: tuple[str, ...] = ()) -> KnownActor:
    return KnownActor(name=name, also=also, kind=kind, countries=lands, roles=sides, key=key, weak=weak)


def side(of: str, start: str | None = None, end: str | None = None, title: str = "") -> HeldRole:
    return HeldRole(title=title, organisation=of, start=start, end=end)


def source(name: str, *actors: KnownActor) -> ActorSource:
    return ActorSource(name=name, format="csv", sha256=f"hash of {name}", imported=NOW, actors=actors)


def choice(name: str, point: str, value: str, later: int = 0) -> Settlement:
    return Settlement(name=name, point=point, value=value, at=NOW + timedelta(days=later))
