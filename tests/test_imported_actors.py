"""What an imported list of actors changes in the record: an invented process, read without the list and with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from truceline import pipeline
from truceline.model import Actor, NameKind, Report
from truceline.sources import actors
from truceline.store import Change, Store, open_store

NOW = datetime(2030, 1, 2, tzinfo=UTC)
REPORTS = (
    Report(key="lake/1", published=date(2031, 4, 2), outlet="Lake Courier", text=(
        "The government of Orlava and the Marsh Dawn agreed on Tuesday to a ceasefire. "
        "Commander Teodor Vask said the group would free its prisoners. "
        "Nerin Sabo attacked a convoy near Tolm on Monday, the police said."
    )),
    Report(key="lake/2", published=date(2031, 4, 3), outlet="Lake Courier", text=(
        "Orlava's army shelled positions of the Alba del Pantano on Wednesday. "
        "Comandante Lince said the truce was over. “Nerin Sabo will not leave the talks,” he said."
    )),
)
LIST = """name,aliases,kind,country
Marsh Dawn,Alba del Pantano|Nerin Sabo,armed group,Orlava
Teodor Vask,Lince,person,Orlava
"""


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_store("sqlite://")
    yield opened
    opened.close()


def read(store: Store) -> list[Actor]:
    assert all(isinstance(item, pipeline.Taken) for item in pipeline.read(REPORTS, store))
    return list(pipeline.record(store).actors)


def imported(store: Store, folder: Path) -> None:
    (folder / "lake.csv").write_text(LIST)
    assert store.add_actors(actors.read(folder / "lake.csv", NOW)) is Change.NEW


def bearers(found: list[Actor], *names: str) -> list[Actor]:
    return [one for one in found if names_of(one) & set(names)]


def names_of(one: Actor) -> set[str]:
    return {spelled.text.removeprefix("the ").removeprefix("Comandante ") for spelled in one.names}


def kinds_of(store: Store, name: str) -> set[NameKind]:
    return {one.kind for statement in store.statements() for one in statement.named if one.words == name}


def test_without_the_list_translated_names_stay_apart_and_a_group_is_taken_for_a_person(store: Store) -> None:
    found = read(store)
    assert not any(len(names_of(one) & {"Marsh Dawn", "Alba del Pantano", "Nerin Sabo"}) > 1 for one in found)
    assert not any({"Teodor Vask", "Lince"} <= names_of(one) for one in found)
    assert kinds_of(store, "Nerin Sabo") == {NameKind.PERSON}


def test_with_the_list_they_are_one_and_the_group_is_a_group(store: Store, tmp_path: Path) -> None:
    imported(store, tmp_path)
    found = read(store)
    [group] = bearers(found, "Marsh Dawn", "Alba del Pantano", "Nerin Sabo")
    assert (group.name, group.kind) == ("Marsh Dawn", "armed group")
    [person] = bearers(found, "Teodor Vask", "Lince", "Comandante Lince")
    assert (person.name, person.kind) == ("Teodor Vask", "person")
    assert kinds_of(store, "Nerin Sabo") == {NameKind.ARMED_GROUP}


def test_a_list_joins_names_that_were_read_before_it(store: Store, tmp_path: Path) -> None:
    read(store)
    imported(store, tmp_path)
    joined = list(pipeline.record(store).actors)
    assert len(bearers(joined, "Marsh Dawn", "Alba del Pantano", "Nerin Sabo")) == 1


def test_reports_are_read_again_once_a_list_has_come_or_gone(store: Store, tmp_path: Path) -> None:
    before = read(store)
    imported(store, tmp_path)
    again = [item.change for item in pipeline.read_again(store) if isinstance(item, pipeline.Taken)]
    assert again == [Change.REREAD, Change.REREAD]
    assert [item.change for item in pipeline.read_again(store) if isinstance(item, pipeline.Taken)] \
        == [Change.UNCHANGED, Change.UNCHANGED]
    store.forget_actors("lake.csv")
    assert read(store) == before
