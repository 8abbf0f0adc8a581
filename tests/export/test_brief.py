from __future__ import annotations

import base64
import hashlib
import re

import pytest

from tests.golden import check
from tests.outline import Outline
from tests.views.made import HOLDINGS, REGIONS, STATEMENTS
from truceline import __version__
from truceline.export.brief import page
from truceline.export.brief.words import address
from truceline.model import Record
from truceline.views import Holdings
from truceline.views.brief import brief


@pytest.fixture(scope="module")
def made() -> str:
    return page(brief(HOLDINGS, REGIONS), "Old Harbour")


def test_the_page_is_as_it_was_found_good(made: str) -> None:
    plain = re.sub(r"<style>.*?</style>", "<style></style>", made, flags=re.S)
    check("brief.html", re.sub(r"sha256-[^']*", "sha256-", plain).replace(__version__, "VERSION"))


def test_every_link_inside_the_page_leads_somewhere(made: str) -> None:
    outline = Outline(made)
    assert not outline.open
    assert len(outline.ids) == len(set(outline.ids))
    inside = {link[1:] for link in outline.links if link.startswith("#")}
    assert inside <= set(outline.ids)
    assert {one.id for one in STATEMENTS} <= set(outline.ids)


def test_the_page_loads_nothing_and_runs_nothing(made: str) -> None:
    outline = Outline(made)
    assert not set(outline.tags) & {"script", "img", "link", "iframe", "object", "form", "b"}
    assert [link for link in outline.links if not link.startswith("#")] == ["https://coast.example/1"]
    assert "url(" not in made
    assert "@import" not in made
    assert not re.search(r"<[^>]* (?:style|on\w+)=", made)


def test_the_policy_names_the_style_by_its_hash(made: str) -> None:
    style = re.search(r"<style>(.*?)</style>", made, re.S)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', made)
    assert policy is not None
    assert f"sha256-{digest}" in policy[1].replace("&#43;", "+")


def test_hostile_text_stays_text(made: str) -> None:
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp;" in made
    assert "Northern &lt;b&gt;Voice&lt;/b&gt;" in made


def test_an_empty_record_is_a_page_too() -> None:
    outline = Outline(page(brief(Holdings({}, {}, Record()), {}), "Nothing yet"))
    assert {"standing", "reports"} <= set(outline.ids)


@pytest.mark.parametrize(
    ("url", "linked"),
    [("https://a.example/x", True), ("HTTP://a.example", True), ("javascript:alert(1)", False), ("//a.example", False),
     ("data:text/html,x", False), ("http://[broken", False), (None, False)],
)
def test_only_web_addresses_are_linked(url: str | None, linked: bool) -> None:
    assert bool(address(url)) is linked


def contrast(one: str, other: str) -> float:
    """The WCAG contrast ratio of two colours as in "#1d1c1a"."""
    def light(colour: str) -> float:
        channels = [int(colour[at:at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    first, second = sorted((light(one), light(other)))
    return (second + 0.05) / (first + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_is_readable_in_every_colour(made: str, scheme: int) -> None:
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", re.findall(r":root \{(.*?)\}", made, re.S)[scheme]))
    for ink in ("ink", "quiet", "link", "dispute", "good"):
        assert contrast(colours[ink], colours["paper"]) >= 4.5
    for ground in ("mark", "target"):
        assert contrast(colours["ink"], colours[ground]) >= 4.5
        assert contrast(colours["quiet"], colours["mark"]) >= 4.5
