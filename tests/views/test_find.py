from __future__ import annotations

import pytest

from tests.views.made import HOLDINGS
from truceline.errors import UnknownName
from truceline.views import find


@pytest.mark.parametrize("name", ["Ines Vardan", "inès vardan", "VARDAN", "a1", "vardan"])
def test_an_actor_is_found_by_any_of_its_names_and_by_a_part_of_one(name: str) -> None:
    assert find.actor(HOLDINGS, name).id == "a1"


def test_an_unknown_actor_is_answered_with_names_near_it() -> None:
    with pytest.raises(UnknownName, match=r"no actor Inez Varden; near it: Ines Vardan"):
        find.actor(HOLDINGS, "Inez Varden")
    with pytest.raises(UnknownName, match=r"no actor weather; the record has no actor like it"):
        find.actor(HOLDINGS, "weather")


def test_a_story_is_found_by_its_id_its_beginning_or_a_report() -> None:
    assert {find.story(HOLDINGS, name).id for name in ("st1", "st", "north/1")} == {"st1"}
    with pytest.raises(UnknownName, match="near it: st1"):
        find.story(HOLDINGS, "nothing")


def test_a_report_is_found_by_its_key_alone() -> None:
    assert find.report(HOLDINGS, "coast/1") == "coast/1"
    with pytest.raises(UnknownName, match="near it: coast/1"):
        find.report(HOLDINGS, "coast")
