"""Read reports for which there is a gold reading, and print how the record compares.

    python benchmarks/score.py [--shared DIR] [--set seeds|fiction|held_out] [--misses N] [--extra N] [--keep DIR]

DIR holds gold/ and score/ (the scorers) and the reports. Each cluster of the fiction, and of the held-out set beside
this script, is a world of its own and is read into a store of its own. The held-out set is only ever scored: nobody
looks at what was missed in it. `--keep` names a folder for what was exported, to look at afterwards.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
import traceback
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from truceline import export, pipeline, sources
from truceline.errors import UnreadableFile
from truceline.model import Report
from truceline.store import open_store


@dataclass(frozen=True)
class Set:
    """Reports and their gold; `clusters` are the folders of reports that are read apart from each other."""

    gold: Path
    reports: Path
    clusters: tuple[str, ...]


def sets(shared: Path) -> Mapping[str, Set]:
    """The sets below the shared folder, and the held-out one."""
    return {
        "seeds": Set(shared / "gold" / "seeds", shared / "reports", ("",)),
        "fiction": clustered(shared / "gold" / "fiction"),
        "held_out": clustered(Path(__file__).parent / "gold" / "held_out"),
    }


def clustered(folder: Path) -> Set:
    """A set whose reports lie in a folder for each cluster."""
    clusters = sorted(place.name for place in (folder / "reports").glob("*") if place.is_dir())
    return Set(folder, folder / "reports", tuple(clusters))


def items(one: Set, cluster: str) -> Iterator[Report | UnreadableFile]:
    """The reports of a cluster, under keys that begin with its name."""
    for item in sources.read([one.reports / cluster]):
        yield replace(item, key=f"{cluster}/{item.key}") if cluster and isinstance(item, Report) else item


def exported(one: Set, cluster: str, folder: Path) -> int:
    """Read a cluster into a store of its own and export all of it; the number of reports."""
    folder.mkdir(parents=True, exist_ok=True)
    store = open_store("sqlite://")
    for item in pipeline.read(items(one, cluster), store):
        if isinstance(item, UnreadableFile):
            print(f"not read: {item}", file=sys.stderr)
            traceback.print_exception(item.__cause__)
    material = export.Material(tuple(store.statements()), pipeline.record(store))
    for name in export.NAMES:
        (folder / f"{name}.jsonl").write_bytes(b"".join(export.pieces(name, "jsonl", material)))
    return store.counts().reports


def run(script: Path, *arguments: object) -> None:
    """Run a scorer and let it print."""
    subprocess.run([sys.executable, str(script), *map(str, arguments)], check=False)


def joined(folders: Sequence[Path], name: str, into: Path) -> Path:
    """The exports of all clusters as one file, each cluster's actors under ids of their own."""
    path = into / f"{name}.jsonl"
    if path.parent in folders:
        return path  # one cluster: its export is the whole already
    lines = [(folder.name, line) for folder in folders for line in (folder / path.name).read_text().splitlines()]
    path.write_text("".join(json.dumps(apart(json.loads(line), cluster)) + "\n" for cluster, line in lines))
    return path


def apart(value: Any, cluster: str) -> Any:
    """Exported data with the cluster's name before every id."""
    if isinstance(value, dict):
        return {
            key: f"{cluster}:{item}" if key in ("id", "actor") and item else apart(item, cluster)
            for key, item in value.items()
        }
    return [apart(item, cluster) for item in value] if isinstance(value, list) else value


def score(one: Set, shared: Path, work: Path, lists: Sequence[str]) -> None:
    """Read, export, and print both tables."""
    began = time.perf_counter()
    folders = [work / cluster for cluster in one.clusters]
    number = sum(exported(one, cluster, folder) for cluster, folder in zip(one.clusters, folders, strict=True))
    print(f"{number} reports read in {time.perf_counter() - began:.1f} s", flush=True)
    paths = {name: joined(folders, name, work) for name in ("statements", "actors")}
    run(
        shared / "score" / "statements.py",
        "--gold",
        one.gold / "statements.yaml",
        "--pred",
        paths["statements"],
        "--actors",
        paths["actors"],
        "--reports",
        one.reports,
        *lists,
    )
    print(flush=True)
    run(shared / "score" / "record.py", "--gold", one.gold / "record.yaml", "--export", work)


def main() -> int:
    """Read the arguments, score the sets asked for."""
    parser = argparse.ArgumentParser(description="Compare the record with gold readings.")
    parser.add_argument("--shared", "--data", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--set", choices=("seeds", "fiction", "held_out"), help="one set instead of all")
    parser.add_argument("--misses", default="0", metavar="N")
    parser.add_argument("--extra", default="0", metavar="N")
    parser.add_argument("--keep", type=Path, metavar="DIR")
    options = parser.parse_args()
    if not (options.shared / "score").is_dir():
        print(f"no gold readings at {options.shared}: nothing to compare with")
        return 0
    for name, one in sets(options.shared).items():
        if options.set in (None, name):
            print(f"== {name}", flush=True)
            with TemporaryDirectory() as scratch:
                work = (options.keep or Path(scratch)) / name
                looked_at = [] if name == "held_out" else ["--misses", options.misses, "--extra", options.extra]
                score(one, options.shared, work, looked_at)
    return 0


if __name__ == "__main__":
    sys.exit(main())
