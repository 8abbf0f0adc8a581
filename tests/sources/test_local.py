"""Files and folders → reports; what cannot be read is named and the rest goes on."""

import json
from datetime import date
from pathlib import Path

import pytest

from truceline.errors import UnreadableFile
from truceline.model import Report
from truceline.sources import count, read
from truceline.sources.kinds import html

TEXT = "The envoy met both delegations.\r\n\r\n  The talks go on.\n"


def put(path: Path, content: str | bytes | dict[str, object]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, dict):
        content = json.dumps(content)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def reports(*paths: Path) -> dict[str, Report]:
    return {item.key: item for item in read(paths) if isinstance(item, Report)}


def problems(*paths: Path) -> list[UnreadableFile]:
    return [item for item in read(paths) if isinstance(item, UnreadableFile)]


def test_a_text_is_kept_as_it_is(tmp_path: Path) -> None:
    report = reports(put(tmp_path / "a.txt", TEXT))["a"]
    assert (report.text, report.raw) == (TEXT, TEXT.encode())


def test_a_byte_order_mark_is_kept_so_that_offsets_hold(tmp_path: Path) -> None:
    assert reports(put(tmp_path / "a.txt", b"\xef\xbb\xbf" + TEXT.encode()))["a"].text == "\ufeff" + TEXT


def test_keys_are_paths_below_the_folder_without_ending(tmp_path: Path) -> None:
    put(tmp_path / "cluster" / "3.txt", TEXT)
    put(tmp_path / "cluster" / "10.json", {"text": TEXT})
    put(tmp_path / "a.v2.txt", TEXT)
    assert list(reports(tmp_path)) == ["a.v2", "cluster/10", "cluster/3"]
    assert list(reports(tmp_path / "cluster" / "3.txt")) == ["3"]


def test_a_json_object_tells_of_its_report(tmp_path: Path) -> None:
    put(tmp_path / "1.json", {
        "text": TEXT, "key": "lomira", "outlet": "Ledger", "published": "2014-05-03T18:20:00Z", "translated_from": "fr",
        "title": "Talks", "unknown": 7,
    })
    report = reports(tmp_path)["lomira"]
    assert (report.outlet, report.published, report.translated_from, report.title, report.language) == (
        "Ledger", date(2014, 5, 3), "fr", "Talks", "en",
    )


def test_lines_of_a_file_are_reports_of_their_own(tmp_path: Path) -> None:
    lines = ['{"text": "One."}', "{broken", '{"text": "Three.", "key": "third"}', "", '"four"', "{}"]
    path = put(tmp_path / "all.jsonl", "\n".join(lines))
    assert list(reports(path)) == ["all/1", "third"]
    assert [(problem.line, problem.reason.split(" (")[0]) for problem in problems(path)] == [
        (2, "broken JSON"), (5, "JSON that is no object"), (6, "JSON without a text"),
    ]


def test_a_single_line_has_the_files_key(tmp_path: Path) -> None:
    assert list(reports(put(tmp_path / "all.jsonl", json.dumps({"text": "One."}) + "\n"))) == ["all"]


def test_a_json_file_may_hold_a_list(tmp_path: Path) -> None:
    path = put(tmp_path / "all.json", json.dumps([{"text": "One."}, {"text": ""}, {"text": "Three."}]))
    assert list(reports(path)) == ["all/1", "all/3"]
    assert [problem.reason for problem in problems(path)] == ["item 2: empty"]


def test_a_manifest_tells_of_files(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", TEXT)
    put(tmp_path / "b.txt", "caf\u00e9 talks.".encode("latin-1"))
    lines: list[dict[str, object]] = [
        {"file": "a.txt", "outlet": "Ledger", "published": "2014-05-03", "published_basis": "page", "key": "first"},
        {"file": "b.txt", "encoding": "latin-1"},
    ]
    put(tmp_path / "manifest.jsonl", "\n".join(json.dumps(line) for line in lines))
    found = reports(tmp_path)
    assert (found["first"].outlet, found["first"].published_basis) == ("Ledger", "page")
    assert found["b"].text == "café talks."
    assert reports(tmp_path / "a.txt")["first"].outlet == "Ledger"
    assert count([tmp_path]) == 2


def test_what_a_manifest_gets_wrong_is_named(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", TEXT)
    lines = ['{"file": "gone.txt"}', "{broken", '{"outlet": "x"}', '{"file": "a.txt"}', '{"file": "a.txt"}', "[]",
             '{"file": "../out.txt"}']
    put(tmp_path / "manifest.jsonl", "\n".join(lines))
    assert list(reports(tmp_path)) == ["a"]
    assert [problem.line for problem in problems(tmp_path)] == [1, 2, 3, 5, 6, 7]
    assert "gone.txt" in problems(tmp_path)[0].reason


@pytest.mark.parametrize(("name", "content", "reason"), [
    ("a.txt", b"", "empty"),
    ("a.txt", b" \n", "empty"),
    ("a.txt", b"caf\xe9", "not UTF-8 (byte 0xe9 at offset 3)"),
    ("a.txt", b"a\0b", "binary (null bytes)"),
    ("a.json", b'{"text": "a\\u0000b"}', "binary (null bytes)"),
    ("a.json", b'{"text": "a\\ud800b"}', "text holds half a character (a lone surrogate)"),
    ("a.json", b'{"text": 3}', "JSON without a text"),
    ("a.json", b'{"text": "a", "published": "May"}', "published is not an ISO date: May"),
    ("a.json", b'{"text": "a", "outlet": 3}', "outlet is not text"),
    ("a.json", b"[" * 200_000, "broken JSON"),
    ("a.html", b"<html><body></body></html>", "no article text on the page"),
    ("a.pdf", b"%PDF-1.7", "broken PDF (PdfStreamError)"),
    ("a.png", b"\x89PNG\r\n", ".png is not read; read are WARC, PDF, WACZ, DOCX, pages saved as MHTML, mail, sitemaps, "
     "RSS and Atom feeds, web pages, JSON, JSON Lines, lists of addresses, plain text (.txt)"),
])
def test_what_cannot_be_read_is_named_and_the_rest_goes_on(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    put(tmp_path / name, content)
    put(tmp_path / "z.txt", TEXT)
    assert [(problem.path, problem.reason) for problem in problems(tmp_path)] == [(str(tmp_path / name), reason)]
    assert list(reports(tmp_path)) == ["z"]


def test_broken_json_is_named_with_its_line(tmp_path: Path) -> None:
    (problem,) = problems(put(tmp_path / "a.json", '{\n"text": }'))
    assert problem.line == 2
    assert str(problem).startswith(f"{tmp_path / 'a.json'}:2: broken JSON")


def test_a_second_report_under_a_key_is_named(tmp_path: Path) -> None:
    put(tmp_path / "a.json", {"text": TEXT})
    put(tmp_path / "a.txt", TEXT)
    assert len(reports(tmp_path)) == 1
    assert problems(tmp_path)[0].reason == f"the key a is taken by {tmp_path / 'a.json'}"


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = put(tmp_path / "in" / "a.txt", TEXT)
    assert list(reports(tmp_path, path, tmp_path / "in")) == ["in/a"]
    assert problems(tmp_path, path) == []


def test_links_that_lead_outside_are_not_followed(tmp_path: Path) -> None:
    outside = put(tmp_path / "outside" / "b.txt", TEXT)
    inside = put(tmp_path / "in" / "a.txt", TEXT)
    (tmp_path / "in" / "out.txt").symlink_to(outside)
    (tmp_path / "in" / "same.txt").symlink_to(inside)
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    assert list(reports(tmp_path / "in")) == ["a"]
    assert [Path(problem.path).name for problem in problems(tmp_path / "in")] == ["loop", "out.txt"]


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    put(tmp_path / ".store", b"\0")
    put(tmp_path / ".git" / "a.txt", TEXT)
    assert list(read([tmp_path])) == []


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert [problem.reason for problem in problems(tmp_path / "gone")] == ["no such file or folder"]


def test_a_file_over_the_limit_is_named(tmp_path: Path) -> None:
    big = PAGE.encode() + b" " * html.KIND.largest
    assert problems(put(tmp_path / "a.html", big))[0].reason.startswith("too large")


PAGE = """<html lang="en"><head><title>Talks go on | Ledger</title><meta property="og:title" content="Talks go on">
<meta property="og:site_name" content="Highland Ledger">
<meta property="article:published_time" content="2014-05-03T10:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>Talks go on</h1>
<p>The envoy of the mediators met both delegations in the capital on Monday, officials said.</p>
<p>The two sides agreed to exchange forty prisoners by the end of the month &amp; to meet again.</p>
<p>Neither of them gave a date for the next round of talks, which have gone on since March.</p></article>
<footer>© Ledger</footer></body></html>"""


def test_a_page_gives_its_article_and_what_it_says_of_itself(tmp_path: Path) -> None:
    report = reports(put(tmp_path / "a.html", PAGE))["a"]
    assert "exchange forty prisoners by the end of the month & to meet" in report.text
    assert "Home" not in report.text
    assert (report.title, report.outlet, report.published, report.published_basis) == (
        "Talks go on", "Highland Ledger", date(2014, 5, 3), "page metadata",
    )
    assert report.raw == PAGE.encode()
