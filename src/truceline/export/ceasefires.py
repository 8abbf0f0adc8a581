"""Truces with the variables of the ETH/PRIO Civil Conflict Ceasefire data, comma-separated, UTF-8, with a header.

A row is one actor's declaration, as there; `cf_id` is the truce's id and groups them. What the data set codes from
other sources (conflict and actor numbers, links) or by judgement (class, purpose, enforcement) is an empty cell. `side`
is written out: unilateral, bilateral or multilateral. A month or day is given only where reports give one. Columns
behind `coder` are this program's own: they hold what the data set has no variable for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from truceline import __version__
from truceline.export.base import Format, Material
from truceline.export.cells import SEPARATOR, day, line, listed, row, split
from truceline.model import PeaceObject, Statement

COLUMNS = (
    "cc", "location", "region", "cf_id", "uniq_id", "id", "ucdp_acd_id", "ucdp_dyad", "ucdp_actor_id", "actor_name",
    "pax_id", "link", *(f"link_id{number}" for number in range(1, 36)), "side", "partial", "written", "fixed",
    "fixed_time", "nsa_frac", "splinter", "cf_pp", "cf_dec_yr", "cf_dec_month", "cf_dec_day", "cf_effect_yr",
    "cf_effect_month", "cf_effect_day", "end_yr", "end_month", "end_day", "ended", "timing", "p_humanitarian",
    "p_peaceprocess", "p_holiday", "p_election", "p_other", "p_unclear", "ceasefire_class", "implement", "enforcement",
    "ddr", "mediator_nego", "mediator_send", "evidence_onset", "evidence_end", "truce", "source", "comment", "coder",
    "brokers", "guarantors", "excluded", "extended", "monitoring", "alleged_violations", "statements",
)  # fmt: skip


def pieces(part: str, material: Material) -> Iterator[bytes]:  # noqa: ARG001 - truces are all it writes
    """The header and a row for each actor's declaration."""
    statements = {one.id: one for one in material.statements}
    yield line(COLUMNS)
    for truce in material.record.truces:
        for number, actor in enumerate(declarers(truce), 1):
            yield row(COLUMNS, declaration(truce, actor, statements) | {"uniq_id": f"{truce.id}-{number}"})


def declarers(truce: PeaceObject) -> list[Mapping[str, Any]]:
    """Who declares a truce: those that reports say it of, or else its parties, or nobody in particular."""
    told = {one["actor"]["actor"]: one["actor"] for one in truce.fields.get("declarations") or ()}
    return list(told.values()) or list(truce.fields.get("parties") or ()) or [{"name": "", "actor": ""}]


def declaration(truce: PeaceObject, actor: Mapping[str, Any], statements: Mapping[str, Statement]) -> dict[str, str]:
    """The cells of one actor's declaration."""
    fields = truce.fields
    told = [one for one in fields.get("declarations") or () if one["actor"]["actor"] == actor["actor"]]
    dated = next((one["when"] for one in told if one["when"] == fields.get("declared")), fields.get("declared"))
    words = [one for key in truce.statements if (one := statements.get(key))]
    parties = len(fields.get("parties") or ())
    alone = told and all(one["side"] == "one" for one in told)
    side = "unilateral" if alone and parties < 2 else "bilateral" if parties == 2 else "multilateral" if parties else ""
    onset = {one["statement"] for one in told}
    first = next((one.quote for one in words if one.id in onset), "")
    return {
        "location": SEPARATOR.join(fields.get("areas") or ()), "cf_id": truce.id, "actor_name": actor["name"],
        "side": side, **split(dated, "cf_dec"), **split(fields.get("effective"), "cf_effect"),
        **split(fields.get("ended"), "end"), "ended": "1" if fields.get("ended") else "",
        "mediator_nego": "1" if fields.get("brokers") else "", "comment": first,
        "source": SEPARATOR.join(dict.fromkeys(one.report for one in words)), "coder": f"truceline {__version__}",
        "brokers": listed(fields.get("brokers")), "guarantors": listed(fields.get("guarantors")),
        "excluded": listed(fields.get("excluded")), "monitoring": SEPARATOR.join(fields.get("monitoring") or ()),
        "extended": SEPARATOR.join(dict.fromkeys(day(one["when"]) for one in fields.get("extended") or ()
                                                 if day(one["when"]))),
        "alleged_violations": str(len(fields.get("alleged_violations") or ())),
        "statements": SEPARATOR.join(truce.statements),
    }


FORMAT = Format(("truces",), pieces)
