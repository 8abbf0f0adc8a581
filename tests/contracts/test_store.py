"""What every store promises."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import cast

import pytest

from tests.samples import act, figure, plain_clean
from truceline.errors import NameTaken, UnknownName
from truceline.model import (
    Actor,
    ActorName,
    ActorSource,
    CleanText,
    Damage,
    HeldRole,
    Judgement,
    KnownActor,
    NameKind,
    PeaceObject,
    Reason,
    Record,
    Region,
    Report,
    Settlement,
    Verdict,
    Zone,
)
from truceline.store import Change, ReadReport, Store, mismatches

SAME = Judgement(
    about="name", left="I. Vardan", right="Ines Vardan", verdict=Verdict.SAME, reasons=(Reason("initial", 0.5),),
    by="person:A. Reader", at=datetime(2021, 3, 4, 5, 6, tzinfo=UTC),
)
ACTORS = ActorSource(
    name="list.csv", format="csv", sha256="5eed", imported=datetime(2021, 3, 4, 5, 6, tzinfo=UTC),
    actors=(
        KnownActor(name="Ines Vardan", kind=NameKind.PERSON, also=("الينس",), weak=("Ines",), countries=("Mali",),
                   roles=(HeldRole(title="mayor", organisation="Old Harbour", start="2020-01"),), key="q1"),
        KnownActor(name="Harbour Front"),
    ),
)
RECORD = Record(
    actors=(
        Actor(id="a1", name="Ines Vardan", kind="person",
              names=(ActorName(text="Ines Vardan", script="Latn", reports=("coast/1",)),)),
    ),
    truces=(PeaceObject(id="t1", kind="truce", fields={"parties": [{"name": "Ines Vardan"}], "ended": None}),),
    actor_of=((("coast/1", "Ines Vardan"), "a1"),),
)


def test_what_was_put_comes_back_equal(store: Store, read_report: ReadReport) -> None:
    assert store.put(read_report) is Change.NEW
    assert list(store.reports()) == [read_report.report]
    assert store.report("coast/1").raw == read_report.report.raw
    assert list(store.statements()) == sorted(read_report.statements, key=lambda one: one.start)
    assert [one.id for one in store.statements("coast/1")] == [
        one.id for one in sorted(read_report.statements, key=lambda one: one.start)
    ]
    assert store.clean_text("coast/1") == read_report.clean


def test_the_overlay_keeps_its_offsets(store: Store, read_report: ReadReport) -> None:
    text = read_report.report.text
    clean = CleanText(
        original=text,
        regions=(Region(0, 4, Zone.FURNITURE, "skip link"),),
        damage=(Damage(10, 11, "missing space"),),
        reading=text[4:10] + " " + text[10:],
        origin=(*range(4, 10), 10, *range(10, len(text) + 1)),
    )
    store.put(replace(read_report, clean=clean))
    assert store.clean_text("coast/1") == clean


def test_the_same_report_again_changes_nothing(store: Store, read_report: ReadReport) -> None:
    store.put(read_report)
    store.put_record(RECORD, "maker")
    before = store.counts()
    assert store.compare(read_report.report, read_report.reader) is Change.UNCHANGED
    assert store.put(replace(read_report, statements=())) is Change.UNCHANGED
    assert store.counts() == before
    assert store.record("maker") == RECORD


def test_a_changed_report_is_a_revision_and_its_statements_replace_the_old(
    store: Store, report: Report, read_report: ReadReport
) -> None:
    store.put(read_report)
    changed = replace(report, text="Correction. " + report.text, raw=b"")
    assert store.compare(changed, "reader 1") is Change.REVISED
    new = ReadReport(changed, plain_clean(changed), (figure(changed),), "reader 1")
    assert store.put(new) is Change.REVISED
    assert list(store.statements()) == [figure(changed)]
    assert store.report("coast/1") == changed
    assert [(one.ordinal, one.text) for one in store.revisions("coast/1")] == [(1, report.text), (2, changed.text)]
    assert [one.sha256 for one in store.revisions("coast/1")] == [report.sha256, changed.sha256]
    assert store.counts().reports == 1
    assert store.counts().revisions == 2


def test_a_changed_date_alone_is_a_revision_too(store: Store, report: Report, read_report: ReadReport) -> None:
    store.put(read_report)
    assert store.compare(replace(report, published=None), "reader 1") is Change.REVISED


def test_another_reader_reads_again_without_a_revision(store: Store, read_report: ReadReport) -> None:
    store.put(read_report)
    later = replace(read_report, reader="reader 2", statements=read_report.statements[:1])
    assert store.put(later) is Change.REREAD
    assert list(store.statements()) == list(later.statements)
    assert len(store.revisions("coast/1")) == 1


def test_order_of_arrival_makes_no_difference(fresh: Callable[[], Store], report: Report) -> None:
    def read(key: str) -> ReadReport:
        one = replace(report, key=key)
        return ReadReport(one, plain_clean(one), (act(one), figure(one)), "reader 1")

    def filled(keys: str) -> Store:
        store = fresh()
        for key in keys:
            store.put(read(key))
        return store

    one, other = filled("abc"), filled("cab")
    assert list(one.reports()) == list(other.reports())
    assert list(one.statements()) == list(other.statements())


def test_two_statements_of_the_same_content_are_one(store: Store, report: Report, read_report: ReadReport) -> None:
    store.put(replace(read_report, statements=(act(report), act(report))))
    assert store.counts().statements == {"act": 1}


def test_a_report_is_kept_whole_or_not_at_all(store: Store, report: Report, read_report: ReadReport) -> None:
    store.put(read_report)
    changed = replace(report, text=report.text + " More.", raw=b"")
    broken = replace(act(changed), contexts=(cast(str, object()),))  # cannot be written
    with pytest.raises(TypeError):
        store.put(ReadReport(changed, plain_clean(changed), (figure(changed), broken), "reader 1"))
    assert store.report("coast/1") == report
    assert len(list(store.statements())) == 2
    assert len(store.revisions("coast/1")) == 1


def test_judgements_are_a_log(store: Store) -> None:
    store.add_judgements([SAME])
    store.add_judgements([replace(SAME, verdict=Verdict.DIFFERENT)])
    assert store.judgements() == (SAME, replace(SAME, verdict=Verdict.DIFFERENT))
    assert store.counts().judgements == 2


def test_the_record_holds_until_something_changes(store: Store, read_report: ReadReport) -> None:
    assert store.record("maker") is None
    store.put_record(RECORD, "maker")
    assert store.record("maker") == RECORD
    assert store.record("another version") is None
    store.add_judgements([])
    assert store.record("maker") == RECORD
    store.put(read_report)
    assert store.record("maker") is None
    store.put_record(RECORD, "maker")
    store.add_judgements([SAME])
    assert store.record("maker") is None


def test_unknown_reports_are_named(store: Store) -> None:
    for ask in (store.report, store.clean_text, store.revisions):
        with pytest.raises(UnknownName, match="coast/9"):
            ask("coast/9")
    assert list(store.statements("coast/9")) == []


def test_what_was_put_proves_sound(store: Store, read_report: ReadReport) -> None:
    store.put(read_report)
    assert all(sealed.intact for sealed in store.seals())
    assert list(mismatches(store)) == []


def test_words_that_are_not_at_their_place_are_found(store: Store, report: Report, read_report: ReadReport) -> None:
    shifted = replace(act(report), start=3, end=15)
    store.put(replace(read_report, statements=(figure(report), shifted)))
    (found,) = mismatches(store)
    assert shifted.id in str(found)
    assert "coast/1:3-15" in str(found)


def test_hostile_text_is_kept_as_it_is(store: Store, report: Report) -> None:
    odd = replace(report, text="nul \x00 rtl ‮ emoji 🕊 'quotes' \"; DROP TABLE reports;--", raw=b"\x00\xff")
    store.put(ReadReport(odd, plain_clean(odd), (), "reader 1"))
    assert store.report("coast/1") == odd


def test_a_list_of_actors_comes_back_equal_and_only_once(store: Store, read_report: ReadReport) -> None:
    store.put(read_report)
    store.put_record(RECORD, "maker")
    assert store.add_actors(ACTORS) is Change.NEW
    assert store.actor_sources() == (ACTORS,)
    assert store.record("maker") is None
    store.put_record(RECORD, "maker")
    again = replace(ACTORS, name="other", imported=datetime(2022, 1, 1, tzinfo=UTC))
    assert store.add_actors(again) is Change.UNCHANGED
    assert store.actor_sources() == (ACTORS,)
    assert store.record("maker") == RECORD


def test_a_list_does_not_take_anothers_name(store: Store) -> None:
    store.add_actors(ACTORS)
    with pytest.raises(NameTaken, match="forget"):
        store.add_actors(replace(ACTORS, sha256="other", actors=()))
    assert store.actor_sources() == (ACTORS,)


def test_a_list_is_forgotten_whole(store: Store) -> None:
    store.add_actors(ACTORS)
    store.add_actors(replace(ACTORS, name="second", sha256="other"))
    store.forget_actors("list.csv")
    assert [one.name for one in store.actor_sources()] == ["second"]
    with pytest.raises(UnknownName):
        store.forget_actors("list.csv")


def test_choices_are_a_log(store: Store) -> None:
    first = Settlement(name="Ines Vardan", point="kind", value="person", at=datetime(2021, 3, 4, tzinfo=UTC))
    store.settle(first)
    store.settle(replace(first, value=""))
    assert [one.value for one in store.settlements()] == ["person", ""]
    assert store.settlements()[0] == first
