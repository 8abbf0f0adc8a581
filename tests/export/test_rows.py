from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from tests.samples import act, figure
from truceline import export
from truceline.model import (
    Actor,
    ActorName,
    HeldRole,
    Name,
    NameKind,
    PeaceObject,
    Pledge,
    Quote,
    Record,
    Report,
    Role,
    Stance,
    Statement,
    Voice,
    VoiceClass,
    When,
)

INES = Name("she", "Ines Vardan", NameKind.PERSON)
RECORD = Record(actor_of=((("coast/1", "Ines Vardan"), "a1"), (("coast/2", "mayor of Old Harbour"), "a2")))


def rows(name: str, statements: Sequence[Statement] = (), record: Record = RECORD) -> list[dict[str, Any]]:
    """What export writes, read back."""
    written = b"".join(export.pieces(name, "jsonl", export.Material(statements, record)))
    return [json.loads(line) for line in written.decode().splitlines()]


def test_a_figure_shows_its_bounds_its_voice_and_its_place(report: Report) -> None:
    (row,) = rows("statements", [figure(report)])
    assert row["quote"] == report.text[row["start"] : row["end"]]
    assert (row["kind"], row["measure"], row["value"], row["low"], row["comparator"]) == (
        "figure", "injured", None, 12, "at least",
    )
    assert row["chain"] == [{"name": "mayor of Old Harbour", "actor": None, "class": "official"}]
    assert row["when"] == {"start": "2021-03-01", "end": "2021-03-01", "text": "Monday"}
    assert row["where"] == [
        {"name": "Old Harbour", "geonameid": 77, "lat": 1.5, "lon": -2.25, "precision": "point"}
    ]
    assert (row["status"], row["issue"], row["extractor"], row["version"]) == ("claimed", None, "figures", "1")


def test_an_act_names_its_actors_as_the_report_does_and_as_the_record_knows_them(report: Report) -> None:
    (row,) = rows("statements", [act(report)])
    assert row["actors"] == [{"name": "Ines Vardan", "actor": "a1"}]
    assert (row["type"], row["mode"], row["context"]) == ("ASSAULT", "artillery", ["military"])
    assert (row["recipients"], row["mediators"]) == ([], [])


def test_the_same_name_in_another_report_is_another_question(report: Report) -> None:
    (row,) = rows("statements", [figure(report)])
    assert row["chain"][0]["actor"] is None


def test_the_other_kinds_have_their_own_keys() -> None:
    place = {"report": "coast/1", "start": 0, "end": 1, "quote": "x"}
    due = When(date(2021, 4, 1), date(2021, 4, 1), "by 1 April")
    agency = Name("the agency", "Coast News Agency", NameKind.MEDIA)
    stance, pledge, role, quote = rows("statements", [
        Stance(**place, holder=INES, position="rejects"),  # type: ignore[arg-type]
        Pledge(**place, by=(INES,), content="stay", due=due),  # type: ignore[arg-type]
        Role(**place, person=INES, title="mayor", state="left"),  # type: ignore[arg-type]
        Quote(**place, speaker=Voice(INES), medium=agency, content="x", notes=("unclosed",)),  # type: ignore[arg-type]
    ])
    assert (stance["holder"], stance["position"]) == ({"name": "Ines Vardan", "actor": "a1"}, "rejects")
    assert pledge["due"] == {"start": "2021-04-01", "end": "2021-04-01", "text": "by 1 April"}
    assert (pledge["by"], pledge["state"]) == ([{"name": "Ines Vardan", "actor": "a1"}], "pending")
    assert (role["person"]["actor"], role["organisation"], role["state"]) == ("a1", None, "left")
    assert quote["speaker"] == {"name": "Ines Vardan", "actor": "a1", "class": str(VoiceClass.NAMED)}
    assert quote["medium"] == {"name": "Coast News Agency", "actor": None}
    assert (quote["fidelity"], quote["fidelity_notes"]) == ("direct", ["unclosed"])


def test_an_actor_has_roles_from_and_until() -> None:
    actor = Actor(
        id="a1", name="Ines Vardan", kind="person",
        names=(ActorName(text="Ines Vardan", script="Latn", reports=("coast/1",)),),
        roles=(HeldRole(title="mayor", organisation="Old Harbour", start="2019-01-01"),),
    )
    (row,) = rows("actors", record=Record(actors=(actor,)))
    assert row["names"] == [{"text": "Ines Vardan", "script": "Latn", "reports": ["coast/1"]}]
    assert row["roles"] == [
        {"title": "mayor", "organisation": "Old Harbour", "from": "2019-01-01", "until": None, "statements": []}
    ]


def test_an_object_is_its_id_and_its_own_fields() -> None:
    truce = PeaceObject(id="t1", kind="truce", fields={"declared": "2021-03-02", "parties": []})
    assert rows("truces", record=Record(truces=(truce,))) == [{"id": "t1", "declared": "2021-03-02", "parties": []}]


@pytest.mark.parametrize("name", export.NAMES)
def test_an_empty_record_is_an_empty_file(name: str) -> None:
    assert rows(name, record=Record()) == []


def test_every_script_is_written_as_it_is() -> None:
    actor = Actor(id="a1", name="Инес Вардан", kind="person", names=())
    written = b"".join(export.pieces("actors", "jsonl", export.Material((), Record(actors=(actor,)))))
    assert "Инес Вардан" in written.decode()
    assert written.endswith(b"}\n")
