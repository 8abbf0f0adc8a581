"""A page: its article, and what it says of itself, however it says it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.contracts.kinds import PARTS as WORDS
from truceline.sources.page import Page, as_fields, page

ARTICLE = "".join(f"<p>{words}</p>" for words in WORDS[:4])


def made(head: str = "", body: str = ARTICLE, lang: str = "") -> bytes:
    return f"<!doctype html><html{lang}><head>{head}</head><body><article>{body}</article></body></html>".encode()


def read(head: str = "", body: str = ARTICLE, address: str | None = None, lang: str = "") -> Page:
    found = page(made(head, body, lang), address=address)
    assert found
    return found


def linked(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


def test_the_body_is_without_the_headline_and_the_text_with_it() -> None:
    title = '<meta property="og:title" content="Talks go on in the capital">'
    found = read(title, "<h1>Talks go on in the capital</h1>" + ARTICLE)
    assert found.text == "Talks go on in the capital\n" + found.body
    assert found.body.split("\n") == list(WORDS[:4])


def test_an_article_cut_into_parts_by_advertisements_is_read_whole() -> None:
    parts = "".join(
        f'<div class="chunk"><div class="grid"><div class="text">{"".join(f"<p>{one}</p>" for one in some)}</div></div>'
        '<div class="ad"><a href="/x">Buy a boat</a></div></div>' for some in (WORDS[:3], WORDS[3:]))
    found = page(made(body=parts))
    assert found
    assert all(words in found.body for words in WORDS)
    assert "Buy a boat" not in found.body


def test_a_text_that_only_the_pages_data_holds_is_taken_from_there() -> None:
    json = f'{{"@type": "NewsArticle", "headline": "Talks", "articleBody": "{" ".join(WORDS)}"}}'
    found = page(made(linked(json), f"<p>{WORDS[0]}</p><p>Subscribe to read on.</p>"))
    assert found
    assert WORDS[5] in found.body


@pytest.mark.parametrize(("head", "published", "updated"), [
    (linked('{"@type":"NewsArticle","datePublished":"2014-05-03T10:00:00+03:00","dateModified":"2014-05-04"}'),
     date(2014, 5, 3), date(2014, 5, 4)),
    (linked('{"@graph":[{"@type":["Article"],"datePublished":"2014-05-03T10:00:00Z"}]}'), date(2014, 5, 3), None),
    ('<meta property="article:published_time" content="2014-05-03T23:30:00-05:00">'
     '<meta property="article:modified_time" content="2014-05-05">', date(2014, 5, 3), date(2014, 5, 5)),
    ('<meta name="pubdate" content="Sat, 03 May 2014 10:00:00 GMT">', date(2014, 5, 3), None),
    ('<meta name="date" content="2014-05-03"><meta property="og:updated_time" content="2012-01-01">',
     date(2014, 5, 3), None),
    ('<meta name="date" content="3014-05-03">', None, None),
    ('<meta name="date" content="soon">', None, None),
])
def test_days_of_publication_and_of_change_are_told_apart(
    head: str, published: date | None, updated: date | None
) -> None:
    told = read(head).told
    assert (told.published, told.updated) == (published, updated)
    assert (told.basis is not None) == (published is not None)


def test_an_address_tells_the_day_where_nothing_else_does() -> None:
    told = read(address="https://ledger.example/world/2014/5/3/talks.html").told
    assert (told.published, told.basis) == (date(2014, 5, 3), "address")


@pytest.mark.parametrize(("head", "body", "byline"), [
    ("", '<p class="byline">By Ines Vardan, Coast News Agency | 3 May 2014</p>', "Ines Vardan, Coast News Agency"),
    ('<meta name="author" content="Ines Vardan">', "", "Ines Vardan"),
    ('<meta property="article:author" content="https://social.example/ines">', "", None),
    (linked('{"@type":"NewsArticle","author":[{"@type":"Person","name":"Ines Vardan"},{"name":"Orso Lint"}]}'), "",
     "Ines Vardan, Orso Lint"),
    ('<meta name="author" content="admin">', "", None),
])
def test_who_signs_an_article(head: str, body: str, byline: str | None) -> None:
    assert read(head, body + ARTICLE).told.byline == byline


@pytest.mark.parametrize(("head", "credit"), [
    (linked('{"@type":"NewsArticle","publisher":{"name":"Ledger"},'
            '"author":{"@type":"Organization","name":"Coast News Agency"}}'), "Coast News Agency"),
    (linked('{"@type":"NewsArticle","publisher":{"name":"Ledger"},'
            '"author":{"@type":"Organization","name":"Ledger"}}'), None),
    ('<meta name="syndication-source" content="Coast News Agency">', "Coast News Agency"),
    ('<meta name="syndication-source" content="https://coast.example/1">', None),
])
def test_whom_an_article_is_credited_to(head: str, credit: str | None) -> None:
    assert read(head).told.credit == credit


def test_another_sites_address_is_told_beside_the_one_it_was_got_from() -> None:
    found = read('<link rel="canonical" href="https://coast.example/talks">')
    here = as_fields(found, "https://ledger.example/7")
    assert (here["url"], here["canonical"]) == ("https://ledger.example/7", "https://coast.example/talks")
    own = as_fields(found, "https://www.coast.example/talks?from=feed")
    assert (own["url"], own["canonical"]) == ("https://coast.example/talks", None)
    assert as_fields(found)["url"] == "https://coast.example/talks"


def test_an_address_that_is_not_the_webs_is_not_taken() -> None:
    assert read('<link rel="canonical" href="javascript:alert(1)">').told.address is None
    found = read('<link rel="canonical" href="/talks">', address="https://a.example/x?y")
    assert found.told.address == "https://a.example/talks"


@pytest.mark.parametrize(("lang", "head", "language"), [
    (' lang="en-GB"', "", "en"), (' lang="pt_BR"', "", "pt"), ("", '<meta property="og:locale" content="fr_FR">', "fr"),
    ("", "", None), (' lang="x"', "", None),
])
def test_the_language_that_a_page_declares(lang: str, head: str, language: str | None) -> None:
    assert read(head, lang=lang).told.language == language


@pytest.mark.parametrize(("declared", "encoding"), [
    ('<meta charset="windows-1251">', "cp1251"), ('<meta charset="utf-8">', "utf-8"), ("", "utf-8"), ("", "utf-16"),
    ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"), ("", "cp1251"),
])
def test_letters_come_out_right_in_any_declared_encoding(declared: str, encoding: str) -> None:
    words = "Посредники встретились с обеими делегациями в столице в понедельник и во вторник. " * 4
    html = f"<html><head>{declared}<title>Т</title></head><body><article><p>{words}</p></article></body></html>"
    found = page(html.encode(encoding))
    assert found
    assert "встретились с обеими" in found.body


def test_what_is_told_beforehand_goes_before_what_the_page_declares() -> None:
    raw = made('<meta charset="utf-8">', "<p>Переговоры продолжаются в столице уже третий день подряд.</p>" * 5)
    found = page(raw.decode().encode("cp1251"), encoding="windows-1251")
    assert found
    assert "Переговоры" in found.body


@pytest.mark.parametrize("raw", [b"", b"   ", b"<html></html>", b"<p>", b"\xff\xfe", b"<!doctype html>"])
def test_what_is_no_article_gives_none(raw: bytes) -> None:
    assert page(raw) is None
