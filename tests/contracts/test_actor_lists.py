"""What every format of actor lists promises: the same content gives the same knowledge, whole or not at all."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from truceline.errors import UnreadableFile
from truceline.model import ActorSource, NameKind
from truceline.sources.actors import FORMATS, lines, read

NOW = datetime(2030, 1, 2, tzinfo=UTC)

CSV = """name,aliases,kind,country,side,from,until
Delta Unity Front,Frente Unido del Delta|DUF,armed group,Mali,rebels of Mali,,
Issa Keranou,Commandant Faucon,person,MLI,rebels of Mali,2012-01-01,2015-06-30
Issa Keranou,,person,Mali,government of Mali,2015-07-01,
"""
FTM = "\n".join(json.dumps(row) for row in [
    {"id": "duf", "schema": "Organization", "properties": {
        "name": ["Delta Unity Front"], "alias": ["Frente Unido del Delta", "DUF"], "country": ["ml"],
        "topics": ["crime.terror"]}},
    {"id": "m0", "schema": "Membership", "properties": {"member": ["duf"], "organization": ["rebels"]}},
    {"id": "m1", "schema": "Membership", "properties": {
        "member": ["keranou"], "organization": ["rebels"], "startDate": ["2012-01-01"], "endDate": ["2015-06-30"]}},
    {"id": "keranou", "schema": "Person", "properties": {
        "name": ["Issa Keranou"], "alias": ["Commandant Faucon"], "country": ["ml"]}},
    {"id": "m2", "schema": "Membership", "properties": {
        "member": ["keranou"], "organization": ["government"], "startDate": ["2015-07-01"]}},
    {"id": "rebels", "schema": "Address", "caption": "nobody", "properties": {}},
    {"id": "flat", "schema": "Vehicle", "properties": {"name": ["A car"]}},
]) + "\n"
FTM = FTM.replace('"Address", "caption": "nobody"', '"Position", "caption": "rebels of Mali"')
FTM += json.dumps({"id": "government", "schema": "Position", "caption": "government of Mali", "properties": {}})
PETRARCH = """# an invented dictionary
<!-- of two
lines -->
MALI_ [MLI]
+BAMAKO_
DELTA_UNITY_FRONT_(DUF)_ [MLIREB]   # a group
+FRENTE_UNIDO_DEL_DELTA_

ISSA_KERANOU_  ; a person
+COMMANDANT_FAUCON_
\t[MLIREB 120101-20150630]
\t[MLIGOV >150701]
"""
LISTS = {"csv": CSV, "ftm": FTM, "petrarch": PETRARCH}


def imported(tmp_path: Path, content: str | bytes, form: str | None = None) -> ActorSource:
    path = tmp_path / "list"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return read(path, NOW, form)


@pytest.fixture(params=LISTS)
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_format_is_tested() -> None:
    assert set(LISTS) == set(FORMATS)


def test_the_same_content_gives_the_same_knowledge(tmp_path: Path, form: str) -> None:
    source = imported(tmp_path, LISTS[form])
    assert source.format == form
    group, person = source.actors
    assert (group.name, group.kind, group.countries) == ("Delta Unity Front", NameKind.ARMED_GROUP, ("Mali",))
    assert sorted(group.also) == ["DUF", "Frente Unido del Delta"]
    assert (person.name, person.kind, person.also) == ("Issa Keranou", NameKind.PERSON, ("Commandant Faucon",))
    assert person.countries == ("Mali",)
    assert [(role.title, role.organisation, role.start, role.end) for role in person.roles] == [
        ("", "rebels of Mali", "2012-01-01", "2015-06-30"), ("", "government of Mali", "2015-07-01", None)]


@pytest.mark.parametrize("changed", [
    lambda text: "\ufeff" + text, lambda text: text.replace("\n", "\r\n"), lambda text: "\n\n" + text])
def test_marks_of_editors_make_no_difference(tmp_path: Path, form: str, changed: object) -> None:
    assert callable(changed)
    plain = imported(tmp_path, LISTS[form]).actors
    assert imported(tmp_path, changed(LISTS[form])).actors == plain


def test_text_that_is_not_utf8_is_read_as_latin1(tmp_path: Path, form: str) -> None:
    content = LISTS[form].replace("Faucon", "Fauçon").replace("FAUCON", "FAUÇON").encode("latin-1")
    if form == "ftm":
        content = content.replace(b"Fau\\u00e7on", "Fauçon".encode("latin-1"))
    assert imported(tmp_path, content).actors[-1].also == ("Commandant Fauçon",)


@pytest.mark.parametrize(("content", "words"), [
    (b"", "empty"), (b"\0\0\0", "null bytes"), (b"x" * 5_000_000, "more than"), (b"\n \n", "no actor"),
    (b"just some words of a letter\n", "--format"), (b"# A letter\n\nJust some words.\n", "--format"),
])
def test_what_is_no_list_is_refused_in_one_line(tmp_path: Path, content: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words) as refused:
        imported(tmp_path, content)
    assert "\n" not in str(refused.value)
    assert str(tmp_path) in str(refused.value)


@pytest.mark.parametrize(("content", "line", "words"), [
    (CSV + "Nobody,,wizard,,,,\n", 5, "no such kind: wizard; write person"),
    (CSV + ",Somebody,person,,,,\n", 5, "a row without a name"),
    (CSV + "A,,person,,,soon,\n", 5, "from is no ISO day: soon"),
    (CSV + "A,b,c,d,e,f,g,h\n", 5, "8 cells under 7 columns"),
    (CSV + "Delta Unity Front,,person,,,,\n", 5, "armed group in line 2"),
    (CSV.replace("kind", "sort"), 1, "no such column: sort"),
    (CSV + '"A\n', 5, "quotation marks"),
    (FTM + "\n{\n", 9, "broken JSON"),
    (FTM + "\n[1]\n", 9, "needs id, schema and properties"),
    (FTM + "\n" + "[" * 100_000 + "\n", 9, "broken JSON"),
    (FTM + '\n{"id": "x", "schema": "Person", "properties": {"name": "' + "x" * 400 + '"}}', 9, "shorten it"),
    (PETRARCH + "\t[MLIGOV 2012]\n", 13, "no such days: 2012"),
    (PETRARCH + "\t[MLIGOV 20121399-20130101]\n", 13, "no such days"),
    (PETRARCH + "\t[MLIGOV\n", 13, "cannot be read"),
    (PETRARCH + "<!-- never ends\n", 13, "close it"),
    ("+ONE_ [MLIREB]\n", 1, "before any name"),
])
def test_a_broken_line_is_named_and_nothing_is_taken(tmp_path: Path, content: str, line: int, words: str) -> None:
    form = "petrarch" if content.startswith("+") else None
    with pytest.raises(UnreadableFile) as refused:
        imported(tmp_path, content, form)
    assert words in str(refused.value)
    assert f":{line}: " in str(refused.value)
    assert "nothing was imported" in str(refused.value)


def test_a_list_has_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("truceline.sources.actors.gather.MOST_ACTORS", 1)
    with pytest.raises(UnreadableFile, match="more than 1 actors; split the file"):
        imported(tmp_path, CSV)
    monkeypatch.setattr(lines, "LARGEST", 10)
    with pytest.raises(UnreadableFile, match="too large"):
        imported(tmp_path, CSV)


def test_marks_that_steer_a_terminal_or_turn_the_text_are_taken_out(tmp_path: Path) -> None:
    source = imported(tmp_path, "name,aliases\nA\x1b[31m \u202eFront,\u200bB\u200d Front\n")
    assert source.actors[0].names == ("A[31m Front", "B Front")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=300) | st.text(max_size=300).map(str.encode), form=st.sampled_from(sorted(FORMATS)))
def test_any_bytes_end_in_actors_or_in_one_refusal(tmp_path: Path, content: bytes, form: str) -> None:
    with suppress(UnreadableFile):
        assert imported(tmp_path, content, form).actors


def test_reading_is_told_byte_by_byte(tmp_path: Path, form: str) -> None:
    path, told = tmp_path / "list", list[int]()
    path.write_text(LISTS[form])
    read(path, NOW, progress=told.append)
    assert told[-1] == path.stat().st_size
