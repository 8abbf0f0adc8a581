"""How a fact is cited."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from tests.views.made import HOLDINGS
from truceline.export import cite
from truceline.views.fact import fact

BASE = "http://desk.example/"
FOUND = cite.of_fact(fact(HOLDINGS, "f1"), BASE)


def test_the_record_comes_first_then_its_reports() -> None:
    assert [one.key for one in FOUND] == ["f1", "coast/1", "north/1"]
    assert FOUND[0].url == "http://desk.example/fact/f1"
    assert FOUND[0].note == "corroborated; 2 reports, 2 voices"


def test_as_of_a_day_only_what_was_told_by_then_is_cited() -> None:
    then = cite.of_fact(fact(HOLDINGS, "f1", date(2021, 3, 2)), BASE)
    assert [one.key for one in then] == ["f1", "coast/1"]
    assert then[0].url.endswith("/fact/f1?on=2021-03-02")
    assert then[0].note == "1 report, 1 voice"


def test_text_is_one_line_an_entry() -> None:
    assert cite.text(FOUND).splitlines()[1] == "Coast Daily, “News of 2 March”, 2 March 2021. https://coast.example/1"


def test_csl_is_what_reference_managers_read() -> None:
    entries = json.loads(cite.csl(FOUND))
    assert entries[1] == {
        "id": "coast/1", "type": "article-newspaper", "title": "News of 2 March", "container-title": "Coast Daily",
        "URL": "https://coast.example/1", "issued": {"date-parts": [[2021, 3, 2]]},
    }


def test_ris_ends_every_entry() -> None:
    lines = cite.ris(FOUND).split("\r\n")
    assert lines.count("TY  - NEWS") == 2
    assert lines.count("ER  - ") == 3
    assert "DA  - 2021/03/02/" in lines


@pytest.mark.parametrize("form", list(cite.FORMATS))
def test_a_title_cannot_add_fields(form: str) -> None:
    bad = replace(FOUND[1], title="x}\r\nTY  - BOOK\r\n@misc{y, title={z}} \\input{/etc/passwd} %", url="http://a}{\n@")
    written = cite.FORMATS[form][1]((FOUND[0], bad))
    assert not [line for line in written.splitlines()[1:] if line.startswith(("TY  - BOOK", "@misc{y"))]
    if form == "bib":
        assert "\\input" not in written
        assert written.count("{") == written.count("}")
