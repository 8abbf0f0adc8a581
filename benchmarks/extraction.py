"""How well the body of a page is found, by the measure of the open article extraction benchmark.

    python benchmarks/extraction.py --data DIR

DIR holds ground-truth.json and html/*.html.gz of scrapinghub/article-extraction-benchmark (181 pages, MIT). Each page's
body and its reading by hand are compared as bags of four words in a row; precision and recall are means over pages, F1
is of the two means. The library underneath is measured in the same run, with its time: both get decoded pages.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from trafilatura import bare_extraction

from truceline.sources.page import page

WORD = re.compile(r"\w+")
RUN = 4
Pages = Mapping[str, bytes]
Texts = Mapping[str, str]


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words of a text, or all its words where there are fewer."""
    words = WORD.findall(text)
    runs = (tuple(words[at:at + RUN]) for at in range(max(1, len(words) - RUN + 1)))
    return Counter(run for run in runs if run)


def share(right: float, whole: float, nothing: bool) -> float:
    """The part of a whole that is right; one where there is nothing to find and nothing was found."""
    return 1.0 if nothing else right / whole if whole else 0.0


def score(gold: Texts, found: Texts) -> tuple[float, float, float]:
    """F1, precision and recall over all pages."""
    precisions, recalls = [], []
    for key, text in gold.items():
        true, ours = shingles(text), shingles(found[key])
        hit, more, less = ((true & ours).total(), (ours - true).total(), (true - ours).total())
        if hit + more:
            precisions.append(share(hit, hit + more, not more and not less))
        if hit + less:
            recalls.append(share(hit, hit + less, not more and not less))
    precision, recall = statistics.mean(precisions), statistics.mean(recalls)
    return 2 * precision * recall / (precision + recall), precision, recall


def timed(extract: Callable[[bytes], str], pages: Pages) -> tuple[dict[str, str], float]:
    """What is extracted from each page, and the processor seconds that all of them took."""
    extract(next(iter(pages.values())))
    began = time.process_time()
    return {key: extract(raw) for key, raw in pages.items()}, time.process_time() - began


def ours(raw: bytes) -> str:
    """The body as this project finds it."""
    found = page(raw)
    return found.body if found else ""


def library(raw: bytes) -> str:
    """The body as the library underneath finds it."""
    found = bare_extraction(raw.decode("utf-8", "replace"))
    return "" if found is None or isinstance(found, dict) else found.text or ""


def main() -> None:
    """Print the figures of both."""
    options = argparse.ArgumentParser(description="Token F1 of article bodies.")
    options.add_argument("--data", type=Path, required=True, help="a folder with ground-truth.json and html/")
    folder = options.parse_args().data
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    gold = {key: str(item["articleBody"]) for key, item in truth.items()}
    pages = {key: gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()) for key in gold}
    speeds = []
    for name, extract in (("library", library), ("truceline", ours)):
        found, seconds = timed(extract, pages)
        f1, precision, recall = score(gold, found)
        speeds.append(len(pages) / seconds)
        print(f"{name:<10} F1 {f1:.3f}  precision {precision:.3f}  recall {recall:.3f}  {speeds[-1]:.1f} pages/s")
    print(f"with all that a page tells of itself, at {speeds[1] / speeds[0]:.0%} of the library's speed")


if __name__ == "__main__":
    main()
