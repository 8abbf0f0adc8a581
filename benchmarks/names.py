"""How well two names are judged to be one bearer's.

    python benchmarks/names.py --data cases_dev.csv [--cross benchmarks/gold/names_cross_script.csv] [--misses N]

The first table has the columns schema, name1, name2, is_match (the pairs that OpenSanctions publishes), the second
kind, left, right, same. Precision, recall and F1 where a score of LIKELY or more says "same"; average precision of the
score.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from truceline.reconcile.actors.compare import compare_groups, compare_persons, score
from truceline.reconcile.actors.world import world

CROSS = Path(__file__).parent / "gold" / "names_cross_script.csv"
LIKELY = 0.5  # score from which one bearer is likelier than two; joining them in the record asks for compare.SAME
Scored = list[tuple[float, bool, str, str]]


def name_score(kind: str, one: str, other: str) -> float:
    """The weight of the reasons from the two names alone."""
    if kind == "Person":
        return score(compare_persons(world().person(one), world().person(other)))
    return score(compare_groups(world().group(one), world().group(other)))


def read_pairs(path: Path) -> Scored:
    """Score, truth and names of each pair of the published table."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [(name_score(row["schema"], row["name1"], row["name2"]), row["is_match"] == "true",
                 row["name1"], row["name2"]) for row in csv.DictReader(lines)]


def read_cross(path: Path) -> Scored:
    """Score, truth and names of each pair of the project's own table across scripts."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [(name_score(row["kind"], row["left"], row["right"]), row["same"] == "true", row["left"], row["right"])
                for row in csv.DictReader(lines)]


def f1(scored: Scored, threshold: float = LIKELY) -> tuple[float, float, float]:
    """Precision, recall and F1 where a score at or above the threshold says that two names are one bearer's."""
    right = sum(same and value >= threshold for value, same, _, _ in scored)
    said, truth = sum(value >= threshold for value, *_ in scored), sum(same for _, same, _, _ in scored)
    precision, recall = right / max(said, 1), right / max(truth, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def average_precision(scored: Scored) -> float:
    """Mean of the precision at each true pair, best score first; ties count against."""
    ranked = sorted(scored, key=lambda item: (-item[0], item[1]))
    hits, total = 0, 0.0
    for place, (_, same, _, _) in enumerate(ranked, 1):
        if same:
            hits += 1
            total += hits / place
    return total / max(hits, 1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of the tables that are there."""
    parser = argparse.ArgumentParser(description="How well two names are judged to be one bearer's.")
    parser.add_argument("--data", type=Path, help="cases_dev.csv")
    parser.add_argument("--cross", type=Path, default=CROSS)
    parser.add_argument("--misses", type=int, default=0, help="print so many wrong pairs of each table")
    options = parser.parse_args(arguments)
    for path, read in ((options.data, read_pairs), (options.cross, read_cross)):
        if path is None or not path.exists():
            continue
        begun = time.perf_counter()
        scored = read(path)
        took = (time.perf_counter() - begun) / max(len(scored), 1)
        precision, recall, mean = f1(scored)
        print(f"{path.name}: {len(scored)} pairs  precision {precision:.3f}  recall {recall:.3f}  F1 {mean:.3f}  "
              f"average precision {average_precision(scored):.3f}  {took * 1e6:.0f} µs a pair")
        wrong = [item for item in scored if (item[0] >= LIKELY) != item[1]]
        for value, same, one, other in wrong[: options.misses]:
            print(f"  {value:6.2f} {'same' if same else 'different':<9} {one} | {other}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
