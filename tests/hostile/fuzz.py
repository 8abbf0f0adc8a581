"""Files of every kind changed at random, read one after another: no crash, no hang, no growth.

    python -m tests.hostile.fuzz [--seconds N] [--seed N]

Inputs that crash or take longer than three seconds are written to the current folder, and the exit status is 1.
"""

from __future__ import annotations

import argparse
import io
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from tests.contracts.kinds import SAMPLES
from truceline.errors import UnreadableFile
from truceline.sources.fields import Found
from truceline.sources.kinds import items

SLOW = 3.0
WARM = 300
"""After so many inputs everything is loaded, and memory should grow no more."""
PIECES = (b"<", b"<!--", b"]]>", b"&#x", b"{", b"[", b"\0", b"PK\x03\x04", b"\x1f\x8b", b"%PDF-", b"\r\n\r\n",
          b"9" * 30, b"-1")


def changed(raw: bytes, others: list[bytes], draw: random.Random) -> bytes:
    """The bytes with some of them altered, taken out, repeated, or mixed with those of another file."""
    made = bytearray(raw)
    for _ in range(draw.choice((1, 2, 5, 20))):
        at = draw.randrange(len(made) or 1)
        until = min(len(made), at + draw.randrange(1, 200))
        other = draw.choice(others)
        start = draw.randrange(len(other))
        edits = (bytes([draw.randrange(256)]) + made[at + 1:until], b"", made[at:until] * draw.randrange(2, 20),
                 other[start:start + 300], draw.choice(PIECES) + made[at:until])
        made[at:until] = draw.choice(edits)
    return bytes(made)


def fault(name: str, raw: bytes) -> str:
    """What is wrong with how a file is read, empty where nothing is."""
    began = time.process_time()
    try:
        for _ in items(Found(Path("a.txt" if name == "text" else "a.bin"), "a"), io.BytesIO(raw)):
            pass
    except UnreadableFile:
        pass
    except Exception as error:  # what the fuzzer is for
        return f"{type(error).__name__}: {error}"
    seconds = time.process_time() - began
    return f"took {seconds:.1f} s" if seconds > SLOW else ""


def memory() -> int:
    """The most memory that the process had, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> int:
    """Run for so long, and say what was found."""
    options = argparse.ArgumentParser(description="Reads files changed at random.")
    options.add_argument("--seconds", type=float, default=600.0)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        raws = {name: make(Path(folder)) for name, (_, make, *_) in SAMPLES.items()}
    draw, count, faults, warm = random.Random(given.seed), 0, 0, 0
    until = time.monotonic() + given.seconds
    while time.monotonic() < until:
        name = draw.choice(list(raws))
        raw = changed(raws[name], list(raws.values()), draw)
        if said := fault(name, raw):
            faults += 1
            Path(f"fault-{given.seed}-{count}.bin").write_bytes(raw)
            sys.stdout.write(f"{name}, input {count}: {said[:200]}\n")
        count += 1
        warm = memory() if count == WARM else warm
    sys.stdout.write(f"{count} inputs, {faults} faults, memory {warm} MB after {WARM}, {memory()} MB at the end\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
