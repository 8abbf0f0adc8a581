"""`truceline judge`: what the rules are in doubt about, and what persons say of it."""

from __future__ import annotations

import getpass
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from truceline.cli import options
from truceline.cli.group import printable
from truceline.errors import UnknownName

if TYPE_CHECKING:
    from truceline.model import Judgement
    from truceline.store import Store

KINDS = ("actor", "report", "story", "fact")
ASKED = {"actor": "one actor?", "report": "one a copy of the other?", "story": "one story?", "fact": "one fact?"}
VERDICTS = ("same", "different", "unsure")


@click.command(name="judge")
@click.argument("words", nargs=-1, metavar="[PAIR VERDICT | LEFT RIGHT VERDICT]")
@click.option("--about", type=click.Choice(KINDS), help="List, or judge, pairs of this kind alone.")
@click.option("--reason", default="", help="Why you judge so; asked for with every verdict.")
@click.option("--by", default=None, metavar="NAME", help="Who judges; the user of this machine unless given.")
@click.option("--log", "log", is_flag=True, help="Every judgement with who, when, why, and whether it stands.")
@click.option("--undo", metavar="ID", help="Take back the judgement of this id in the log.")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1), help="List at most so many pairs.")
@options.db
def command(words: tuple[str, ...], db: str, **given: str | int | bool | None) -> None:
    """List the pairs that the rules are unsure about, with their reasons; or judge one: same, different or unsure.

    PAIR is the number in the list. LEFT and RIGHT, with --about, are two names of actors, two reports' keys (for
    report and story) or two statements' ids (for fact). A person's word outranks the rules, whatever is read later.
    """
    from truceline.store import existing_store

    store = existing_store(db)
    who = str(given["by"] or getpass.getuser())
    if given["log"]:
        _show_log(store)
    elif given["undo"]:
        _undo(store, str(given["undo"]), str(given["reason"]), who)
    elif words:
        _judge(store, words, given, who)
    else:
        _list(store, given["about"], int(given["limit"] or 0))
    store.close()


def _list(store: Store, about: object, limit: int) -> None:
    """The pairs in doubt: what is asked, the reasons, the words."""
    from truceline.cli.judgements import unsure

    found = [one for one in unsure(store) if about in (None, one.about)]
    said = _said(store) if any(one.about == "fact" for one in found) else {}
    for one in found[:limit]:
        click.echo(f"{_number(one)}  {one.about}: {ASKED[one.about]}")
        for side in (one.left, one.right):
            click.echo(f"      {printable(said.get(side, side))}")
        for reason in one.reasons:
            click.echo(f"      {reason.weight:+.2f}  {printable(f'{reason.name} {reason.detail}')}")
    more = f", {limit} shown" if len(found) > limit else ""
    click.echo(f"{len(found)} unsure pairs{more}; `truceline judge PAIR same|different|unsure --reason WHY` judges one")


def _said(store: Store) -> Mapping[str, str]:
    return {one.id: f"“{one.quote}” [{one.report}]" for one in store.statements()}


def _number(one: Judgement) -> str:
    from truceline.reconcile.rulings import pair_id

    return pair_id(one)


def _judge(store: Store, words: tuple[str, ...], given: Mapping[str, object], who: str) -> None:
    """Write a person's word on a pair into the log."""
    from truceline.cli.judgements import judge
    from truceline.model import Judgement, Reason, Verdict

    if words[-1] not in VERDICTS or len(words) not in (2, 3):
        raise click.UsageError(f"give a pair and one of {', '.join(VERDICTS)}; `truceline judge` lists the pairs")
    if not given["reason"]:
        raise click.UsageError("say why, with --reason")
    about, left, right = _pair(store, words[:-1], given["about"])
    made = Judgement(about=about, left=left, right=right, verdict=Verdict(words[-1]), by=f"person:{who}",
                     reasons=(Reason(str(given["reason"]), 0.0),), at=datetime.now(UTC))
    key = judge(store, made)
    click.echo(printable(f"{key}: {left} and {right} are judged {words[-1]}; `truceline judge --undo {key}` undoes it"))


def _pair(store: Store, words: tuple[str, ...], about: object) -> tuple[str, str, str]:
    """The kind and the two sides of what is judged; raises UnknownName."""
    from truceline.cli.judgements import unsure

    if len(words) == 2:
        if about is None:
            raise click.UsageError(f"say what the two are, with --about {'|'.join(KINDS)}")
        return str(about), *_known(store, str(about), words)
    for one in unsure(store):
        if _number(one) == words[0]:
            return one.about, one.left, one.right
    raise UnknownName(f"no unsure pair {words[0]}; `truceline judge` lists them")


def _known(store: Store, about: str, sides: tuple[str, ...]) -> tuple[str, str]:
    """Two sides that the record holds; raises UnknownName."""
    from truceline import pipeline

    if about == "fact":
        known = {one.id for one in store.statements()}
    elif about == "actor":
        known = {name.text for actor in pipeline.record(store).actors for name in actor.names}
    else:
        known = {one.key for one in store.reports()}
    for side in sides:
        if side not in known:
            raise UnknownName(f"the record has no {side} to judge")
    return sides[0], sides[1]


def _undo(store: Store, key: str, reason: str, who: str) -> None:
    """Take a judgement back; the log keeps both."""
    from truceline.cli.judgements import undo

    undone = undo(store, key, reason, f"person:{who}", datetime.now(UTC))
    click.echo(printable(f"{key} is undone; `truceline judge --undo {undone}` brings it back"))


def _show_log(store: Store) -> None:
    """Every judgement in the order of writing."""
    from truceline.reconcile.rulings import UNDO, judgement_id, standing

    log = store.judgements()
    stands = {judgement_id(one) for one in standing(log)}
    for one in log:
        key = judgement_id(one)
        what = f"undoes {one.left}" if one.about == UNDO else f"{one.about}: {one.left} | {one.right}: {one.verdict}"
        state = "" if key in stands or one.about == UNDO else " (undone)"
        why = "; ".join(f"{reason.name} {reason.detail}".strip() for reason in one.reasons)
        at = one.at.isoformat(timespec="seconds") if one.at else "no time"
        click.echo(printable(f"{key} {at} {one.by.removeprefix('person:')} {what}{state} — {why}"))
