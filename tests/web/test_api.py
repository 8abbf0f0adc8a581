"""The record for programs."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from typing import Any

import httpx
import pytest
from click.testing import CliRunner
from pydantic import TypeAdapter

from tests.views.made import SHELLS, STATEMENTS
from truceline.cli import main
from truceline.views.fact import FactView

LISTS = ["stories", "facts", "disagreements", "talks", "truces", "pledges", "positions", "figures", "timeline",
         "actors", "reports"]


def test_the_interface_says_what_it_is(made: httpx.Client) -> None:
    said = made.get("/api/openapi.json").json()
    assert said["openapi"].startswith("3.1")
    for path, methods in said["paths"].items():
        assert path.startswith("/api/")
        assert list(methods) == ["get"]
        assert methods["get"]["description"]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_had_in_parts(demo: httpx.Client, name: str) -> None:
    whole = demo.get(f"/api/{name}", params={"limit": 500}).json()
    assert len(whole["items"]) == whole["total"]
    some: list[Any] = []
    offset: int | None = 0
    while offset is not None:
        part = demo.get(f"/api/{name}", params={"limit": 7, "offset": offset}).json()
        some += part["items"]
        offset = part["next"]
    assert some == whole["items"]


def test_one_thing_is_had_by_its_name(made: httpx.Client) -> None:
    fact = made.get(f"/api/facts/{SHELLS.id}").json()
    assert fact["line"]["id"] == "f1"
    assert TypeAdapter(FactView).validate_python(fact).passages[0][0].evidence.quote == "Shells hit the ferry"
    assert made.get("/api/facts/f1", params={"on": "2021-03-02"}).json()["as_of"] == "2021-03-02"
    assert made.get("/api/stories/st1").json()["title"] == "News of 2 March"
    assert made.get("/api/actors/Inès Vardan").json()["meets"] == []
    report = made.get("/api/reports/coast/1").json()
    assert "".join(piece["text"] for piece in report["pieces"]).startswith("Subscribe now!")


def test_every_answer_shows_its_words(made: httpx.Client) -> None:
    hits = made.get("/api/search", params={"q": "ferry", "kind": "act"}).json()
    for hit in hits["hits"]:
        words = hit["passage"]["evidence"]
        text = "".join(piece["text"] for piece in made.get(f"/api/reports/{words['report']}").json()["pieces"])
        assert text[words["start"]:words["end"]] == words["quote"]


@pytest.mark.parametrize(
    ("address", "status"),
    [("/api/facts/nowhere", 404), ("/api/reports/nowhere", 404), ("/api/nowhere", 404), ("/api/facts?limit=0", 422),
     ("/api/facts?limit=many", 422), ("/api/export/nothing", 404), ("/api/export/facts?format=plover", 404),
     ("/api/export/facts?format=x", 422), ("/api/news?since=never", 422), ("/api/search?end=2021-13-01", 422)],
)
def test_what_is_wrong_is_said_in_one_line(made: httpx.Client, address: str, status: int) -> None:
    answer = made.get(address)
    assert answer.status_code == status
    assert "\n" not in answer.json()["detail"]


@pytest.mark.parametrize(("part", "form"), [("statements", "jsonl"), ("facts", "jsonl"), ("statements", "polecat")])
def test_what_streams_out_is_what_the_command_writes(made: httpx.Client, made_url: str, part: str, form: str) -> None:
    written = CliRunner().invoke(main, ["export", part, "--format", form, "--db", made_url])
    answer = made.get(f"/api/export/{part}", params={"format": form})
    assert answer.content == written.stdout_bytes
    assert "attachment" in answer.headers["content-disposition"]
    if (part, form) == ("statements", "jsonl"):
        assert {json.loads(line)["id"] for line in answer.text.splitlines()} == {one.id for one in STATEMENTS}


def test_news_and_today_are_as_of_the_last_report(demo: httpx.Client) -> None:
    today = demo.get("/api/today").json()
    assert date.fromisoformat(today["day"]) == date(2022, 4, 5)
    assert len(today["lines"]) <= 10
    assert all(line["evidence"] for line in today["lines"])
    news = demo.get("/api/news").json()
    assert [one["key"] for one in news["reports"]] == ["coastal/2"]


def test_serving_needs_no_language_model_and_help_not_even_the_desk() -> None:
    asked = "import sys, truceline.web.app, truceline.web.pages; print('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout == "False\n"
    asked = "import sys, truceline.cli; truceline.cli.main.get_help; print('fastapi' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout == "False\n"
