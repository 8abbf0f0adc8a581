"""Offices in invented sentences."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.understand.test_mentions import read
from truceline.model import Role
from truceline.understand import roles

WORDS = "the chief negotiator , Omar Hadi President of UN 's army spokesman ( who leads ) “ Front - and ex".split()


def extracted(text: str) -> list[Role]:
    """The roles of a text."""
    return [s for s in roles.extract(read(text)) if isinstance(s, Role)]


@pytest.mark.parametrize(
    ("text", "person", "title", "organisation"),
    [
        ("Army spokesman Colonel Pedro Luna spoke.", "Pedro Luna", "spokesman", "Army"),
        ("Russian Foreign Minister Ivan Orlov arrived.", "Ivan Orlov", "Foreign Minister", "Russia"),
        ("The UN's special envoy for Mali, Karl Nilsen, arrived.", "Karl Nilsen", "special envoy for Mali",
         "United Nations"),
        ("Omar Hadi, the head of the Upland Council, left.", "Omar Hadi", "head", "Upland Council"),
        ("Omar Hadi, who leads the delegation of the Upland Freedom Front, left.", "Omar Hadi",
         "leader of the delegation", "Upland Freedom Front"),
        ("The Upland Freedom Front, led by Omar Hadi, attacked.", "Omar Hadi", "leader", "Upland Freedom Front"),
        ("ELN chief negotiator Pablo Rojas arrived from Colombia.", "Pablo Rojas", "chief negotiator", "ELN"),
        ("Mozambique's Renamo leader Omar Hadi left.", "Omar Hadi", "leader", "Renamo"),
        ("Sudan's army held. Norway hosts talks. Norway was thanked. President Pedro Luna spoke.", "Pedro Luna",
         "President", "Sudan"),
        ("The bishop of Piedra Alta, Mateo Rojas, offered to help.", "Mateo Rojas", "bishop", "Piedra Alta"),
    ],
)
def test_title_and_organisation(text: str, person: str, title: str, organisation: str) -> None:
    role = extracted(text)[0]
    assert role.person.name == person
    assert role.title.lower().endswith(title.lower())
    assert role.organisation is not None
    assert role.organisation.name.lower().endswith(organisation.lower())


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Former president Pedro Luna spoke.", "left"),
        ("Omar Hadi resigned as head of the delegation on Monday.", "left"),
        ("Omar Hadi was named chief negotiator of the Front.", "takes"),
        ("President Pedro Luna spoke.", "holds"),
    ],
)
def test_state_of_an_office(text: str, state: str) -> None:
    assert extracted(text)[0].state == state


def test_a_hyphened_title_is_kept_whole() -> None:
    assert extracted("Our commander-in-chief Omar Hadi ordered a halt.")[0].title == "commander-in-chief"


def test_an_office_is_told_once() -> None:
    text = "President Pedro Luna spoke. The rebels met President Pedro Luna again."
    assert len(extracted(text)) == 1


@pytest.mark.parametrize("text", [
    "The road is open to every observer, Omar Hadi said.",
    "The prosecutor's wife, Ana Rojas, spoke.",
    "The leaders met. Omar Hadi left.",
])
def test_no_office_is_invented(text: str) -> None:
    assert extracted(text) == []


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_evidence_is_verbatim(words: list[str]) -> None:
    text = " ".join(words)
    assert all(text[role.start : role.end] == role.quote for role in extracted(text))


@pytest.mark.parametrize(("sentence", "state"), [
    ("The rebels’ chief negotiator, Ana Ruiz, announced on Sunday her resignation.", "left"),
    ("Governor Tomas Oyelaran said on Friday that he was stepping down.", "left"),
    ("Minister Ali Deng denied that he was quitting.", "holds"),
])
def test_who_announces_leaving_has_left(sentence: str, state: str) -> None:
    assert [role.state for role in extracted(sentence)] == [state]
