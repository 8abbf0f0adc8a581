"""Judging from the command line, on a small invented store."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.reconcile.made import Act, made, names, report
from tests.samples import plain_clean
from truceline import pipeline
from truceline.cli import main
from truceline.model import Record, Report
from truceline.store import ReadReport, open_store

Judge = Callable[..., Result]
SHELLS = [
    report("r1", "Shells fell on the river port of Osmund on Monday, killing four dockers, Mayor Ilka Brandt said.",
           "2031-05-02"),
    report("r2", "Mayor Ilka Brandt buried four dockers of Osmund, killed by shells on the river port on Monday.",
           "2031-05-03"),
    report("vines", "Frost killed the vines of Tavistern, the growers' league wrote.", "2031-05-03")]


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A store with three reports, each with an act of its own."""
    url = f"sqlite:///{tmp_path}/record.db"
    store = open_store(url)
    for one in SHELLS:
        put(url, one)
    store.close()
    return url


@pytest.fixture
def judge(url: str) -> Judge:
    """`truceline judge` on that store."""
    def run(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["judge", *arguments], env={"TRUCELINE_DB": url, "USER": "ines"})

    return run


def put(url: str, one: Report) -> None:
    """Keep a report with one act: its first words."""
    store = open_store(url)
    act = made(Act, one, " ".join(one.text.split()[:4]), type="ASSAULT", actors=names("gunners"))
    store.put(ReadReport(one, plain_clean(one), (act,), pipeline.reader_name(store)))
    store.close()


def record(url: str) -> Record:
    store = open_store(url)
    made = pipeline.record(store)
    store.close()
    return made


def stories(url: str) -> set[frozenset[str]]:
    return {frozenset(story.reports) for story in record(url).stories}


def key_of(result: Result) -> str:
    """The id of the judgement that was written."""
    assert result.exit_code == 0, result.stderr
    return str(re.findall(r"\bj[0-9a-f]{10}\b", result.output)[0])


def test_a_persons_word_outranks_the_rules_and_stands_when_more_is_read(judge: Judge, url: str) -> None:
    assert frozenset({"r1", "r2"}) in stories(url)
    judge("r1", "r2", "different", "--about", "story", "--reason", "a burial is not a shelling")
    assert frozenset({"r1"}) in stories(url)
    put(url, report("r3", "The port of Osmund is open again.", "2031-05-04"))
    assert not any({"r1", "r2"} <= story for story in stories(url))


def test_what_nothing_speaks_for_can_be_put_together(judge: Judge, url: str) -> None:
    judge("r1", "vines", "same", "--about", "story", "--reason", "one press release")
    assert any({"r1", "vines"} <= story for story in stories(url))


def test_undoing_restores_the_record_as_it_was(judge: Judge, url: str) -> None:
    before = record(url)
    for about, verdict in (("story", "different"), ("report", "same")):
        key = key_of(judge("r1", "r2", verdict, "--about", about, "--reason", "to see"))
        assert record(url) != before
        assert judge("--undo", key).exit_code == 0
        assert record(url) == before


def test_facts_are_put_together_and_taken_apart(judge: Judge, url: str) -> None:
    store = open_store(url)
    left, right = (one.id for one in store.statements() if one.report in ("r1", "vines"))
    key = key_of(judge(left, right, "same", "--about", "fact", "--reason", "the vines were shelled"))
    assert any({left, right} <= set(fact.statements) for fact in record(url).facts)
    judge(left, right, "different", "--about", "fact", "--reason", "they froze")
    assert not any({left, right} <= set(fact.statements) for fact in record(url).facts)
    assert key in judge("--log").output


def test_two_reports_can_be_judged_copies(judge: Judge, url: str) -> None:
    judge("r1", "vines", "same", "--about", "report", "--reason", "seen on the wire")
    judge("r1", "vines", "same", "--about", "story", "--reason", "one text")
    assert any({"r1", "vines"} <= set(group.reports) for story in record(url).stories for group in story.copies)


def test_the_log_says_who_when_and_why(judge: Judge) -> None:
    key = key_of(judge("r1", "r2", "different", "--about", "story", "--reason", "two days", "--by", "Ines V"))
    judge("--undo", key, "--reason", "hasty")
    first, second = judge("--log").output.splitlines()
    assert first.startswith(key)
    assert "Ines V story: r1 | r2: different (undone) — two days" in first
    assert f"undoes {key} — hasty" in second
    assert re.search(r"20\d\d-\d\d-\d\dT", first)


def test_an_undoing_can_be_undone(judge: Judge, url: str) -> None:
    key = key_of(judge("r1", "r2", "different", "--about", "story", "--reason", "two days"))
    undoing = re.findall(r"--undo (j\w+)", judge("--undo", key).output)[0]
    judge("--undo", undoing)
    assert frozenset({"r1"}) in stories(url)


def test_a_word_against_what_others_imply_is_refused(judge: Judge) -> None:
    judge("r1", "r2", "same", "--about", "story", "--reason", "one")
    judge("r2", "vines", "same", "--about", "story", "--reason", "two")
    refused = judge("r1", "vines", "different", "--about", "story", "--reason", "three")
    assert refused.exit_code == 2
    assert "undo one of them first" in refused.stderr


def test_what_cannot_be_judged_is_said_in_one_line(judge: Judge) -> None:
    for arguments in (("r1", "nothing", "same", "--about", "story", "--reason", "x"),
                      ("p0000000", "same", "--reason", "x"), ("--undo", "j0000000000"),
                      ("r1", "r2", "same", "--about", "story"), ("r1", "r2", "same"),
                      ("r1", "r2", "perhaps", "--about", "story", "--reason", "x")):
        refused = judge(*arguments)
        assert refused.exit_code == 2
        assert refused.stderr.count("\n") == 1


def test_a_pair_that_was_judged_is_asked_no_more(judge: Judge, url: str) -> None:
    put(url, report("r4", "Mayor Ilka Brandt opened a school for dockers in the hills of Tavistern.", "2031-05-06"))
    listed = judge().output
    for pair in re.findall(r"^(p\w{7})  ", listed, re.M):
        judge(pair, "unsure", "--reason", "cannot tell")
    assert judge().output.startswith("0 unsure pairs")


def test_the_words_that_doubtful_copies_share_are_shown(judge: Judge, url: str) -> None:
    shared = ("the ferrymen of the lower bank tied their boats together across the whole width of the river and sang "
              "until the guards let the grain barges through")
    for key, own in (("f1", "At dawn on Friday"), ("f2", "It was told in every tavern how last week")):
        put(url, report(key, f"{own} {shared}.", "2031-05-06"))
    listed = judge("--about", "report").output
    assert "f1" in listed
    assert shared in listed


def test_judging_needs_no_language_model(url: str) -> None:
    program = (f"import sys; from truceline.cli import main\ntry: main(['judge', '--db', {url!r}])\n"
               "except SystemExit: pass\nprint('spacy' in sys.modules)")
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout.splitlines()[-1] == "False"
