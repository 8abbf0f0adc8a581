from __future__ import annotations

import json
from typing import Any

import pytest

from tests.export.made import AGREED, BURNED, FIRED, FREE, GREW, MATERIAL, RECORD, RETURN
from tests.golden import check
from truceline import __version__, export
from truceline.export.parties import Parties
from truceline.export.polecat import COLUMNS
from truceline.model import Act, Actor, Name


def text(form: str) -> str:
    return b"".join(export.pieces("statements", form, MATERIAL)).decode()


def plover(act: Act) -> dict[str, Any]:
    (found,) = (row for row in map(json.loads, text("plover").splitlines()) if row["id"] == act.id)
    return dict(found)


def polecat(act: Act) -> dict[str, str]:
    header, *lines = (line.split("\t") for line in text("polecat").splitlines())
    (found,) = (line for line in lines if line[0] == act.id)
    return dict(zip(header, found, strict=True))


@pytest.mark.parametrize(("form", "name"), [("plover", "events.plover.jsonl"), ("polecat", "events.polecat.tsv")])
def test_files_are_as_they_were_found_good(form: str, name: str) -> None:
    check(name, text(form).replace(__version__, "VERSION"))


def test_polecat_has_its_forty_columns_and_the_status() -> None:
    assert len(COLUMNS) == len(set(COLUMNS)) == 41
    assert COLUMNS[-1] == "status"
    assert {len(line.split("\t")) for line in text("polecat").splitlines()} == {41}


@pytest.mark.parametrize(
    ("act", "context"),
    [
        (AGREED, ["military"]),
        (FREE, ["legal", "future"]),
        (FIRED, ["negated"]),
        (BURNED, ["economic", "historical"]),
        (RETURN, ["hypothetical"]),
    ],
)
def test_what_did_not_happen_or_is_history_is_marked(act: Act, context: list[str]) -> None:
    assert plover(act)["context"] == context
    assert polecat(act)["Contexts"] == ";".join(context)
    assert plover(act)["status"] == polecat(act)["status"] == str(act.status)


def test_parties_stand_in_one_order_in_every_column() -> None:
    row = polecat(AGREED)
    assert (row["Actor Name"], row["Actor Country"], row["Primary Actor Sector"]) == (
        "Kenya;Lake Front", "KEN;", "GOV;REB",
    )  # fmt: skip
    assert row["Actor Name Raw"] == "Kenya;the Lake Front"
    assert [one["entity_text"] for one in plover(AGREED)["mediator"]] == ["Norway"]


def test_a_resolved_place_is_filled_and_another_keeps_its_word_alone() -> None:
    row = polecat(AGREED)
    assert (row["Placename"], row["City"], row["Country"], row["GeoNames ID"]) == ("Goma", "Goma", "COD", "216281")
    row = polecat(BURNED)
    assert (row["Placename"], row["Latitude"], row["Raw Placename"]) == ("", "", "the mill")


def test_a_mode_that_plover_does_not_list_is_left_out() -> None:
    assert plover(BURNED)["mode"] == []
    assert plover(FREE)["mode"] == ["release"]


def test_an_act_of_no_type_is_no_event() -> None:
    assert GREW.id not in text("plover") + text("polecat")


@pytest.mark.parametrize(
    ("words", "country", "sector"),
    [
        ("the Rwandan army", "RWA", "MIL"),
        ("government of Colombia", "COL", "GOV"),
        ("gunmen", "", "UAF"),
        ("three teachers", "", ""),
        ("Indian Ocean Rim club", "", ""),
        ("the Georgian and Armenian police", "", "COP"),
        ("United Nations", "", "UNO"),
        ("Russian-backed rebels", "", "REB"),
    ],
)
def test_country_and_sector_of_words_are_what_the_words_tell(words: str, country: str, sector: str) -> None:
    party = Parties.of(RECORD).party("lake/1", Name(words, words))
    assert (party.country, party.sector) == (country, sector)


def test_a_person_is_of_what_it_belongs_to() -> None:
    party = Parties.of(RECORD).party("lake/1", Name("she", "Asha Moro"))
    assert (party.text, party.name, party.sector, party.title) == ("she", "Asha Moro", "REB", "envoy")


def test_an_armed_group_that_no_report_calls_rebel_has_no_sector() -> None:
    group = Actor(id="a9", name="Sons of the Lake", kind="armed group", names=())
    assert Parties({"a9": group}, {}).sector(group) == ""
