import csv
import io
from dataclasses import replace
from typing import Any

from tests.export.made import AGREED, MATERIAL, RECORD, TRUCE
from truceline import export
from truceline.export import Material
from truceline.model import PeaceObject


def rows(form: str, **fields: Any) -> list[dict[str, str]]:
    """The table of one truce, with some of its fields changed."""
    truce = PeaceObject(id="tr1", kind="truce", statements=(AGREED.id,), fields=TRUCE | fields)
    material = Material(MATERIAL.statements, replace(RECORD, truces=(truce,)), MATERIAL.reports)
    text = b"".join(export.pieces("truces", form, material)).decode()
    return list(csv.DictReader(io.StringIO(text)))


def test_a_row_of_the_ceasefire_table_is_one_actors_declaration() -> None:
    one, other = rows("ceasefires")
    assert (one["cf_id"], other["cf_id"]) == ("tr1", "tr1")
    assert [row["actor_name"] for row in (one, other)] == ["Kenya", "Lake Front"]
    assert one["uniq_id"] != other["uniq_id"]
    assert (one["side"], one["brokers"], one["source"]) == ("bilateral", "Norway", "lake/1")


def test_a_month_is_no_day_and_what_is_not_known_is_empty() -> None:
    row = rows("ceasefires")[0]
    assert [row[f"cf_dec_{part}"] for part in ("yr", "month", "day")] == ["2021", "5", "3"]
    assert [row[f"cf_effect_{part}"] for part in ("yr", "month", "day")] == ["2021", "5", ""]
    assert [row[name] for name in ("end_yr", "ended", "ucdp_dyad", "p_holiday", "ceasefire_class", "ddr")] == [""] * 6


def test_an_agreement_has_its_parties_country_and_talks() -> None:
    (row,) = rows("pax")
    assert (row["Con"], row["Loc1ISO"], row["PPName"]) == ("Kenya", "KEN", "Goma talks")
    assert (row["Dat"], row["Stage"], row["Part"], row["ThrdPart"]) == (
        "2021-05-03", "Cea", "Kenya; Lake Front", "Norway")
    assert [row[name] for name in ("Ce", "TjPrire", "ImUN", "PP", "Lgt")] == [""] * 5


def test_what_one_side_declares_alone_is_no_agreement() -> None:
    alone = {"parties": TRUCE["parties"][:1], "declarations": [TRUCE["declarations"][0] | {"side": "one"}]}
    assert rows("pax", **alone) == []
    (row,) = rows("ceasefires", **alone)
    assert row["side"] == "unilateral"


def test_a_truce_of_which_nobody_is_named_still_has_a_row() -> None:
    (row,) = rows("ceasefires", parties=[], declarations=[])
    assert (row["actor_name"], row["cf_id"], row["side"]) == ("", "tr1", "")
