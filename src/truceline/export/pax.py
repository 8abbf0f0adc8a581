"""Truces that sides agreed with the variables of PA-X, comma-separated, UTF-8, with a header.

PA-X codes the text of an agreement; press reports tell of one. So a row has what reports say of it: when, between whom,
through whom, in which process. Every variable that needs the text itself, such as the depth of a provision (`Ce`,
`TjPrire`), is an empty cell, and so are PA-X's own numbers. A truce that one side declares alone is no agreement and
has no row. `Dat` is given only where reports agree on a day. `statements` leads to the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from truceline.export.base import Format, Material
from truceline.export.cells import SEPARATOR, day, line, listed, row
from truceline.export.parties import Parties
from truceline.knowledge import shipped
from truceline.model import PeaceObject

COLUMNS = (
    "Con", "Contp", "PP", "PPName", "Reg", "AgtId", "Agt", "Dat", "Status", "Lgt", "N_characters", "Agtp", "Stage",
    "StageSub", "Part", "ThrdPart", "OthAgr", "Loc1ISO", "Ce", "CeProv", "CeGen", "SsrGua", "SsrPol", "SsrArm",
    "SsrDdr", "DdrDemil", "DdrProg", "SsrInt", "SsrPsf", "SsrFf", "Terr", "TjPrire", "TjMis", "TjVic", "TjAm", "HrMob",
    "HrDet", "Prot", "Med", "ImUN", "ImOth", "ImRef", "ImPK", "ImE", "ImSrc", "statements",
)  # fmt: skip


def pieces(part: str, material: Material) -> Iterator[bytes]:  # noqa: ARG001 - truces are all it writes
    """The header and a row for each truce that sides agreed."""
    parties = Parties.of(material.record)
    yield line(COLUMNS)
    for truce in material.record.truces:
        if agreed(truce):
            yield row(COLUMNS, agreement(truce, parties, material.record.talks))


def agreed(truce: PeaceObject) -> bool:
    """Whether several sides agreed on a truce, and not one alone."""
    told = [one["side"] for one in truce.fields.get("declarations") or ()]
    return len(truce.fields.get("parties") or ()) > 1 and (not told or "all" in told)


def agreement(truce: PeaceObject, parties: Parties, talks: Iterable[PeaceObject]) -> dict[str, str]:
    """The cells of one agreement."""
    fields = truce.fields
    country = countries(fields, parties)
    return {
        "Con": country[0], "Loc1ISO": country[1], "PPName": process(truce, talks), "AgtId": truce.id,
        "Agt": f"Ceasefire between {' and '.join(one['name'] for one in fields['parties'])}",
        "Dat": day(fields.get("declared")), "Stage": "Cea", "StageSub": "Ceas", "Part": listed(fields["parties"]),
        "ThrdPart": SEPARATOR.join(filter(None, (listed(fields.get("brokers")), listed(fields.get("guarantors"))))),
        "statements": SEPARATOR.join(truce.statements),
    }


def countries(fields: Mapping[str, Any], parties: Parties) -> tuple[str, str]:
    """The name and ISO code of the country whose government is a party, where it is the only one."""
    actors = [parties.actors.get(one["actor"]) for one in fields["parties"]]
    codes = {parties.country(one) for one in actors if one is not None and one.kind == "government"} - {""}
    if len(codes) != 1:
        return "", ""
    code = codes.pop()
    return next((state.name for state in shipped().states if code in state.codes), ""), code


def process(truce: PeaceObject, talks: Iterable[PeaceObject]) -> str:
    """The talks that two or more of a truce's parties take part in, where there is one such."""
    own = {one["actor"] for one in truce.fields["parties"]}
    found = [one.fields.get("name") or "" for one in talks
             if len(own & {party["actor"] for party in one.fields.get("parties") or ()}) > 1]
    return found[0] if len(found) == 1 else ""


FORMAT = Format(("truces",), pieces)
