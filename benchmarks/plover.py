"""How many of PLOVER's gold records are coded, with which type and which parties.

    python benchmarks/plover.py --data DIR/plover_gsr [--half seen|unseen]

Reads gold_standard_records/PLOVER_GSR_CAMEO.txt (322 sentences edited from the CAMEO manual, coded by PLOVER 0.5, whose
names are mapped to 0.8: DEMAND is REQUEST, DISAPPROVE and INVESTIGATE are ACCUSE, FIGHT is ASSAULT). The measures are
those of coding.py. Nothing here prints a sentence: the reader is not to be built on this set, in either half.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).resolve().parents[1]))

from benchmarks import coding

ALIASES = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}


def side(record: dict[str, Any], name: str) -> frozenset[str]:
    """The words of a record's actors on one side."""
    given = record.get(name)
    actors = given if isinstance(given, list) else []
    return frozenset(word for actor in actors for word in coding.words(actor["actorText"]))


def records(folder: Path) -> Iterator[coding.Gold]:
    """The gold records."""
    text = (folder / "gold_standard_records" / "PLOVER_GSR_CAMEO.txt").read_text(encoding="utf-8")
    for record in json.loads(text):
        if record["event"] == "DOCUMENT":
            continue
        kind = ALIASES.get(record["event"], record["event"])
        yield coding.Gold(
            id=record["id"],
            text=record["text"],
            types=frozenset({kind}),
            event=coding.words(record["eventText"]),
            source=side(record, "source"),
            target=side(record, "target"),
        )


def main() -> int:
    """Print the measures of each half, and what was read by gold type."""
    parser = argparse.ArgumentParser(description="Type and parties of PLOVER's gold records.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--half", choices=("seen", "unseen"), help="one half instead of both")
    options = parser.parse_args()
    began, gold = time.perf_counter(), list(records(options.data))
    for half in [options.half] if options.half else ("seen", "unseen"):
        total = coding.score(one for one in gold if coding.half_of(one.id) == half)
        coding.report(half, total)
        if half == "seen":
            coding.confusion(total)
    print(f"{time.perf_counter() - began:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
