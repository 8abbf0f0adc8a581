"""What every format promises."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.export.made import MATERIAL, REPORT
from truceline import export
from truceline.export import Material
from truceline.model import Act, Record

EACH = pytest.mark.parametrize("form", export.FORMATS)
OF_ACTS = pytest.mark.parametrize("form", [name for name, form in export.FORMATS.items() if "statements" in form.parts])


def part(form: str) -> str:
    """The first part of the record that a format writes."""
    return export.FORMATS[form].parts[0]


def written(form: str, material: Material = MATERIAL) -> bytes:
    return b"".join(export.pieces(part(form), form, material))


@EACH
def test_the_same_record_gives_the_same_bytes(form: str, tmp_path: Path) -> None:
    paths = [tmp_path / "one", tmp_path / "other", tmp_path / "one"]
    for path in paths:
        export.write(path, export.pieces(part(form), form, MATERIAL))
    assert paths[0].read_bytes() == paths[1].read_bytes() == written(form)


@OF_ACTS
def test_every_act_of_a_plover_type_has_one_line_that_leads_to_its_words(form: str) -> None:
    lines = written(form).decode().splitlines()
    for one in MATERIAL.statements:
        assert isinstance(one, Act)
        assert sum(one.id in line for line in lines) == (1 if one.type or form == "jsonl" else 0)
        assert one.quote == REPORT.text[one.start : one.end]


@EACH
def test_every_truce_that_is_written_leads_to_its_words(form: str) -> None:
    lines = b"".join(export.pieces("truces", form, MATERIAL)).decode() if "truces" in export.FORMATS[form].parts else ""
    for truce in MATERIAL.record.truces if lines else ():
        assert any(truce.id in line for line in lines.splitlines())
        assert all(key in lines for key in truce.statements) or form == "jsonl"


@EACH
def test_statements_may_come_one_by_one_and_without_reports(form: str) -> None:
    assert written(form, Material(iter(MATERIAL.statements), MATERIAL.record, iter(MATERIAL.reports))) == written(form)
    assert written(form, Material(MATERIAL.statements, Record()))


@EACH
def test_every_line_is_whole_and_text(form: str) -> None:
    text = written(form).decode()
    assert text.endswith("\n")
    assert all(line.strip() for line in text.split("\n")[:-1])


@EACH
def test_a_file_is_there_whole_or_not_at_all(form: str, tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield written(form)[:10]
        raise ValueError("no more")

    path = tmp_path / "out"
    with pytest.raises(ValueError, match="no more"):
        export.write(path, broken())
    assert not list(tmp_path.iterdir())
    path.write_bytes(b"before")
    with pytest.raises(ValueError, match="no more"):
        export.write(path, broken())
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


@EACH
def test_a_format_names_the_parts_it_writes(form: str) -> None:
    for name in export.NAMES:
        if name in export.FORMATS[form].parts:
            b"".join(export.pieces(name, form, MATERIAL))
        else:
            with pytest.raises(KeyError, match=name):
                export.pieces(name, form, MATERIAL)
