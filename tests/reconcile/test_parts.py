import pytest

from tests.reconcile.made import Act, Issue, made, names, report
from truceline.reconcile import actors, parts
from truceline.reconcile.scene import Scene, arrange

NAMED = ("Norvia", "Estmark", "Lake Union", "Pelle Aas", "Osmund")


def scene_of(text: str) -> Scene:
    one = report("one", f"{text} {', '.join(NAMED)}.")
    told = [made(Act, one, one.text, type="CONSULT", issue=Issue.TALKS, actors=names(*NAMED))]
    resolved = actors.resolve([one], told, ())
    return arrange([one], told, resolved.actors, resolved.of)


@pytest.mark.parametrize(("text", "part", "who"), [
    ("The guarantors, Norvia and Estmark, met Osmund.", "guarantors", {"Norvia", "Estmark"}),
    ("The guarantor countries of the accord (Norvia, Estmark and the Lake Union) met.", "guarantors",
     {"Norvia", "Estmark", "Lake Union"}),
    ("Norvia, which together with Estmark acts as guarantor, wrote to Osmund.", "guarantors", {"Norvia", "Estmark"}),
    ("Osmund spoke against Norvia as a guarantor of any accord.", "guarantors", {"Norvia"}),
    ("The guarantors, Norvia said, would write to Osmund.", "guarantors", set()),
    ("Pelle Aas attended as an observer.", "observers", {"Pelle Aas"}),
    ("Estmark observers were turned back by Osmund.", "observers", set()),
    ("A truce in Osmund, brokered by the Lake Union, Norvia and Estmark, holds.", "mediators",
     {"Lake Union", "Norvia", "Estmark"}),
    ("They met under Norvian mediation in Osmund.", "mediators", {"Norvia"}),
    ("Mediator Norvia will host them.", "mediators", {"Norvia"}),
])
def test_words_beside_a_name_give_it_its_part(text: str, part: str, who: set[str]) -> None:
    scene = scene_of(text)
    assert {scene.label(one) for one in parts.within(text, "one", part, scene)} == who


def test_many_cues_in_one_text_take_no_time() -> None:
    text = "guarantors observers mediators " * 3000
    assert parts.within(text, "one", "guarantors", scene_of("Nothing.")) == frozenset()
