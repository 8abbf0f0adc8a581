"""How many of the PETRARCH validation records are coded, with which type and which parties.

    python benchmarks/cameo.py --data DIR/cameo_validation [--half seen|unseen] [--misses N]

Reads PETR.UnitTest.records.xml and its dictionary of actors. The records' codes are those of WEIS, the scheme before
CAMEO (041 approve, 064 improve relations, 121 criticise, 223 attack); CUES maps their first two digits to the PLOVER
types that count as right. Left out, and counted: records of dummy codes (345, 8xx, 9xx), of comments (WEIS 02, which
PLOVER drops) and of errors. Records without events are read too: there every event is extra. A sentence that occurs
twice counts once. Many sentences are stylised tests of one feature, so the figures say more of parties than of types.

The gold has codes, not words, for the actors: an actor's words are those of the sentence that the dictionary lists
under its code, and of what was read only words of the dictionary count. The measures are those of coding.py; `--misses`
prints records of the seen half.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

from benchmarks import coding

FOLDER = Path("petrarch2") / "data"
CUES = {
    "01": "RETREAT CONCEDE", "03": "CONSULT", "04": "SUPPORT", "05": "AGREE", "06": "SUPPORT COOPERATE CONCEDE AGREE",
    "07": "AID", "08": "AGREE SUPPORT", "09": "REQUEST ACCUSE", "10": "REQUEST", "11": "REJECT", "12": "ACCUSE",
    "13": "ACCUSE", "14": "REJECT", "15": "REQUEST", "16": "THREATEN ACCUSE", "17": "THREATEN",
    "18": "MOBILIZE PROTEST", "19": "SANCTION", "20": "SANCTION COERCE", "21": "COERCE ASSAULT", "22": "ASSAULT",
}  # fmt: skip
Codes = Mapping[str, frozenset[str]]


def dictionary(path: Path) -> Codes:
    """The words of the actors of each country's code, its first three letters; a name's + lines share its code."""
    found: dict[str, set[str]] = {}
    pending: set[str] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        bare = line.split("#")[0]
        name = re.match(r"\+?([A-Z][A-Z_ .'-]*)", bare)
        if name and not bare.startswith("+") and "[" not in bare:
            pending = set()
        if name:
            names = coding.words(name[1].replace("_", " "))
            pending = pending | names if bare.startswith("+") else set(names)
        for code in re.findall(r"\[([A-Z]{3})", bare):
            found.setdefault(code, set()).update(pending)
            last = code
        if name and bare.startswith("+") and "[" not in bare and found:
            found[last].update(pending)
    return {code: frozenset(some) for code, some in found.items()}


def records(folder: Path, apart: Counter[str]) -> Iterator[coding.Gold]:
    """The gold records, one for each event; what is left out is counted in `apart`."""
    codes = dictionary(folder / FOLDER / "dictionaries" / "PETR.Validate.actors.txt")
    known = frozenset(word for some in codes.values() for word in some)
    text = (folder / FOLDER / "text" / "PETR.UnitTest.records.xml").read_text(encoding="utf-8")
    seen: set[str] = set()
    text = re.sub(r"<!--.*?-->", "", text, flags=re.S)
    for head, body in re.findall(r"<Sentence (.*?)>(.*?)</Sentence>", text, re.S):
        words = re.search(r"<Text>(.*?)</Text>", body, re.S)
        sentence = " ".join(words[1].split()) if words else ""
        if not sentence or sentence in seen:
            apart["no text" if not sentence else "the same again"] += 1
            continue
        seen.add(sentence)
        key = re.search(r'id\s*=\s*"(.*?)"', head)
        gold = event(key[1] if key else sentence, sentence, re.findall(r"<EventCoding(.*?)>", body), codes)
        if isinstance(gold, str):
            apart[gold] += 1
        else:
            yield coding.Gold(*gold, known)


def event(
    key: str, sentence: str, given: list[str], codes: Codes
) -> str | tuple[str, str, frozenset[str], frozenset[str], frozenset[str], frozenset[str]]:
    """A record's fields, its events of one sentence taken together, or why it is left out."""
    fields = [dict(re.findall(r'(\w+)\s*=\s*"(.*?)"', one)) for one in given]
    if not fields or any("error" in one for one in fields):
        return "errors" if fields else "no coding"
    events = [one for one in fields if "eventcode" in one]
    kinds = frozenset(kind for one in events for kind in CUES.get(one["eventcode"][:2], "").split())
    if events and not kinds:
        return "comments" if events[0]["eventcode"].startswith("02") else "dummy codes"
    words = coding.words(sentence)

    def side(name: str) -> frozenset[str]:
        return frozenset(word for one in events for word in codes.get(one.get(name, "")[:3], frozenset()) & words)

    return key, sentence, kinds, frozenset(), side("sourcecode"), side("targetcode")


def main() -> int:
    """Print the measures of each half."""
    parser = argparse.ArgumentParser(description="Type and parties of the PETRARCH validation records.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--half", choices=("seen", "unseen"), help="one half instead of both")
    parser.add_argument("--misses", type=int, default=0, help="print so many wrong records of the seen half")
    options = parser.parse_args()
    began, apart = time.perf_counter(), Counter[str]()
    gold = list(records(options.data, apart))
    for half in [options.half] if options.half else ("seen", "unseen"):
        some = [one for one in gold if coding.half_of(one.id) == half]
        total = coding.score([one for one in some if one.types], options.misses if half == "seen" else 0)
        coding.report(half, total)
        if half == "seen":
            coding.confusion(total)
        none = [one for one in some if not one.types]
        extra = sum(len(coding.events(one)) for one in none) / max(len(none), 1)
        print(f"{half}, without events in the gold: {len(none)} records  extra events {extra:.2f} a record")
    print("left out: " + ", ".join(f"{count} {name}" for name, count in apart.most_common()))
    print(f"{time.perf_counter() - began:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
