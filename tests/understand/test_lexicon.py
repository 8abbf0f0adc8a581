"""Every sense of the acts lexicon is tested by its own example sentences."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest

from truceline.model import CleanText, Report, Status
from truceline.understand import lexicon, read
from truceline.understand.acts.extract import extract, matches
from truceline.understand.acts.senses import ANY, Sense, senses
from truceline.understand.acts.things import classes

FILES = lexicon.names("acts")
EXTRA_CLASSES = {"actor", "place", ANY}


def senses_read(sentence: str) -> set[tuple[str, str]]:
    """The senses (file, name) that the coder reads in a sentence."""
    report = Report(key="example", text=sentence, published=date(2024, 5, 6))
    reading = read(report, CleanText(sentence, (), (), sentence, range(len(sentence) + 1)))
    return {(found.sense.file, found.sense.name) for found in matches(reading)}


@pytest.mark.parametrize("file", FILES)
def test_each_example_is_read_in_its_sense(file: str) -> None:
    wrong = [f"{sense.name}: {example}" for sense in senses() if sense.file == file for example in sense.examples
             if (file, sense.name) not in senses_read(example)]
    assert not wrong, "\n".join(wrong)


def test_every_sense_has_a_name_of_its_own_and_two_examples() -> None:
    names = Counter((sense.file, sense.name) for sense in senses())
    assert [name for name, count in names.items() if count > 1] == []
    assert [f"{sense.file}: {sense.name}" for sense in senses() if len(sense.examples) < 2] == []


def test_senses_ask_only_for_classes_that_exist() -> None:
    known = {name for names in classes().values() for name in names} | EXTRA_CLASSES

    def asked(sense: Sense) -> set[str]:
        return set().union(sense.subject, sense.object, *sense.with_.values())

    assert {f"{sense.file}: {sense.name}": asked(sense) - known for sense in senses() if asked(sense) - known} == {}


def statuses_read(sentence: str) -> set[Status]:
    """The statuses of the acts that the coder reads in a sentence."""
    report = Report(key="example", text=sentence, published=date(2024, 5, 6))
    reading = read(report, CleanText(sentence, (), (), sentence, range(len(sentence) + 1)))
    conditional = {Status.CONDITIONAL for one in extract(reading) if getattr(one, "position", "") == "conditional"}
    return {one.status for one in extract(reading)} | conditional


@pytest.mark.parametrize("entry", lexicon.load("status")["operators"], ids=lambda entry: str(entry["class"]))
def test_each_example_of_status_is_read_so(entry: dict[str, Any]) -> None:
    wanted = {Status(entry[key]) for key in ("gives", "negated") if entry.get(key)}
    wrong = [example for example in entry["examples"] if not wanted & statuses_read(example)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("example", lexicon.load("conditions")["examples"])
def test_each_example_of_a_condition_is_read_as_one(example: str) -> None:
    assert Status.CONDITIONAL in statuses_read(example)
