"""What every kind of source promises: known by its bytes, whole reports, and nothing but a named fault where broken."""

from __future__ import annotations

import io
import time
from datetime import date
from pathlib import Path
from random import Random

import pytest

from tests.contracts.kinds import OUTLET, PARTS, SAMPLES, TITLE, URL
from truceline.errors import UnreadableFile
from truceline.model import Report
from truceline.sources.fields import Found
from truceline.sources.kinds import KINDS, Item, items, kind_of
from truceline.sources.link import Link

UNTITLED, UNSIGNED = ("text", "lines"), ("text", "lines", "pdf", "docx")
SECONDS = 5.0


@pytest.fixture(params=SAMPLES)
def sample(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def made(sample: str, folder: Path) -> bytes:
    return SAMPLES[sample][1](folder)


def read(raw: bytes, name: str = "given.bin") -> list[Item]:
    found, kept = Found(Path(name), "given"), list[Item]()
    try:
        kept.extend(items(found, io.BytesIO(raw)))
    except UnreadableFile as error:
        kept.append(error)
    return kept


def name_for(sample: str) -> str:
    return "given.txt" if sample == "text" else "given.bin"


def reports(found: list[Item]) -> list[Report]:
    return [item for item in found if isinstance(item, Report)]


def links(found: list[Item]) -> list[Link]:
    return [item for item in found if isinstance(item, Link)]


def test_every_kind_is_tested() -> None:
    assert {kind for kind, *_ in SAMPLES.values()} == {kind.name for kind in KINDS}


def test_a_kind_is_known_by_its_bytes_whatever_its_name(sample: str, tmp_path: Path) -> None:
    kind = kind_of(made(sample, tmp_path)[:4096], name_for(sample).replace("bin", "html"))
    assert kind
    assert kind.name == SAMPLES[sample][0]


def test_the_reports_are_whole(sample: str, tmp_path: Path) -> None:
    _, _, whole, named = SAMPLES[sample]
    found = read(made(sample, tmp_path), name_for(sample))
    assert not [item for item in found if isinstance(item, UnreadableFile)]
    assert (len(reports(found)), len(links(found))) == (whole, named)
    for report in reports(found)[:1]:
        assert all(part in " ".join(report.text.split()) for part in PARTS)
        assert report.raw


def test_what_is_told_of_a_report_is_kept(sample: str, tmp_path: Path) -> None:
    found = read(made(sample, tmp_path), name_for(sample))
    for report in reports(found)[:1]:
        assert report.title == (None if sample == "text" else TITLE)
        assert report.published == (None if sample == "text" else date(2014, 5, 3))
        assert report.outlet == (None if sample in ("text", "pdf", "docx") else OUTLET)
    for link in links(found)[:1]:
        assert link.url in (URL, URL + "-2")


def test_keys_are_apart_and_stay_inside(sample: str, tmp_path: Path) -> None:
    keys = [report.key for report in reports(read(made(sample, tmp_path), name_for(sample)))]
    assert len(set(keys)) == len(keys)
    assert not [key for key in keys if key.startswith("/") or ".." in key.split("/")]


def test_reading_again_gives_the_same(sample: str, tmp_path: Path) -> None:
    raw = made(sample, tmp_path)
    assert reports(read(raw, name_for(sample))) == reports(read(raw, name_for(sample)))


@pytest.mark.parametrize("part", [0.02, 0.3, 0.5, 0.9, 0.99])
def test_a_file_cut_short_is_named_or_gives_what_is_whole(sample: str, part: float, tmp_path: Path) -> None:
    raw = made(sample, tmp_path)
    began = time.process_time()
    assert len(reports(read(raw[:int(len(raw) * part)], name_for(sample)))) <= SAMPLES[sample][2]
    assert time.process_time() - began < SECONDS


def test_bytes_changed_at_random_end_in_reports_or_named_faults(sample: str, tmp_path: Path) -> None:
    draw, raw = Random(sample), made(sample, tmp_path)
    began = time.process_time()
    for _ in range(15):
        broken = bytearray(raw)
        for _ in range(draw.choice((1, 5, 50))):
            broken[draw.randrange(len(broken))] = draw.randrange(256)
        assert all(isinstance(item, Report | Link | UnreadableFile) for item in read(bytes(broken), name_for(sample)))
    assert time.process_time() - began < 15 * SECONDS


def test_packed_files_are_unpacked_and_told_by_what_is_inside(tmp_path: Path) -> None:
    import gzip

    assert len(reports(read(gzip.compress(made("page", tmp_path))))) == 1
    assert len(links(read(gzip.compress(made("sitemap", tmp_path)), "sitemap.xml.gz"))) == 1


def test_pages_of_a_document_are_parted_by_form_feeds(tmp_path: Path) -> None:
    for sample in ("pdf", "docx"):
        (report,) = reports(read(made(sample, tmp_path)))
        assert report.text.count("\f") == 1
        assert report.text.index("\f") < report.text.index("A spokesman")


def test_a_sitemap_of_sitemaps_is_told_apart() -> None:
    raw = b'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://a.example/1.xml</loc>'
    (link,) = links(read(raw + b"</sitemap></sitemapindex>"))
    assert link.told == {"sitemap": True}


def test_a_second_capture_of_an_address_has_a_key_of_its_own(tmp_path: Path) -> None:
    first, later = made("warc", tmp_path), made("warc", tmp_path).replace(b"forty prisoners", b"fifty prisoners")
    other = later.replace(b"Payload-Digest: sha1:", b"Payload-Digest: sha1:x")
    keys = [report.key for report in reports(read(first + first + other.replace(b"sha1:x", b"sha2:")))]
    assert len(set(keys)) == len(keys) == 4
    assert [key.partition("@")[0] for key in keys[2:]] == keys[:2]
