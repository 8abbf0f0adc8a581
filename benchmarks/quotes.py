"""Who says what, through whom: how the reader's attributed content, speakers and chains compare with a gold set.

    python benchmarks/quotes.py --data benchmarks/gold/quotes [--half seen|unseen] [--misses N]

Every passage is read as a report of its own. Content is scored by the words that gold and reading share (micro F1 over
a shape): all of it whatever its manner, direct speech from the quote statements, indirect speech from the attribution
frames. A gold span is matched where a predicted span of its own has a word F1 of 0.5 or more with it; speaker and whole
chain are shares of the matched spans whose voices the gold resolves. Voices agree where the classes are equal and the
folded names are equal or one includes the other (for persons and the speakers' own bodies with the same last word).
A passage without content, and words listed as not quoted, should give no quotation.

The words of the unseen half are never printed.
"""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from truceline.model import Quote, Report, Voice, VoiceClass
from truceline.text import clean
from truceline.understand import read
from truceline.understand.quotes import extract
from truceline.understand.reading import Frame, Reading

HALVES = ("seen", "unseen")
MATCH = 0.5  # word F1 from which a predicted span is the gold's
ANY = "any"  # the class of a voice that could be called more than one
CLASSES = {ANY, *map(str, VoiceClass)}
NAMING = ("named", "official")  # voices that a last word tells apart
Hop = tuple[frozenset[str], str]  # folded names of one voice, class
Chain = tuple[Hop, ...]
Words = frozenset[int]  # offsets at which words begin


@dataclass(frozen=True)
class Span:
    """Attributed words, the chains that are right for them (gold) or the one chain read (found)."""

    words: Words
    direct: bool
    chains: tuple[Chain, ...] = ()
    text: str = ""
    notes: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Item:
    """A passage, its gold spans and the words in it that are no quotation."""

    id: str
    shape: str
    style: str
    text: str
    origin: str | None
    gold: tuple[Span, ...]
    not_quoted: tuple[Words, ...]


@dataclass
class Shares:
    """Counts of one shape: words read, wanted and both, by manner; questions asked and answered rightly."""

    spans: int = 0
    words: Counter[tuple[str, str]] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)

    def f1(self, manner: str) -> float | None:
        """Word F1 of a manner of speech; None where there is none."""
        total = self.words[manner, "given"] + self.words[manner, "wanted"]
        return 2 * self.words[manner, "both"] / total if total else None

    def share(self, name: str) -> float | None:
        """The right ones among those asked for."""
        return self.right[name] / self.asked[name] if self.asked[name] else None

    def count(self, name: str, right: bool) -> None:
        """One more case of a question."""
        self.asked[name] += 1
        self.right[name] += right


def words_of(text: str, start: int, end: int) -> Words:
    """Where the words of a stretch begin; the "that" which only introduces it is left out."""
    lead = re.match(r"\W*that\b", text[start:end], re.IGNORECASE)
    first = start + lead.end() if lead else start
    return frozenset(match.start() for match in re.finditer(r"\w+", text) if first <= match.start() < end)


def placed(text: str, words: str, occurrence: int = 1) -> Words:
    """The words of a verbatim stretch; ValueError where the text does not have it."""
    at = -1
    for _ in range(occurrence):
        at = text.find(words, at + 1)
        if at < 0:
            raise ValueError(f"not in the text: {words!r}")
    return words_of(text, at, at + len(words))


def chains(hops: Sequence[Mapping[str, Any]] | None) -> tuple[Chain, ...]:
    """Every chain that is right: with and without each optional hop; none where the voice stays unresolved."""
    if hops is None:
        return ()
    found: list[Chain] = [()]
    for one in hops:
        if one["class"] not in CLASSES:
            raise ValueError(f"no class of voice: {one['class']}")
        here = (frozenset({fold(one["words"])}), one["class"])
        found = [(*chain, here) for chain in found] + (found if one.get("optional") else [])
    return tuple(found)


def gold_span(text: str, entry: Mapping[str, Any]) -> Span:
    """One annotated stretch."""
    words = placed(text, entry["span"], entry.get("occurrence", 1))
    for key in ("speaker", "cue"):
        if entry[key] and entry[key] not in text:
            raise ValueError(f"{key} not in the text: {entry[key]!r}")
    return Span(words, entry["direct"], chains(entry["chain"]), entry["span"], frozenset(entry.get("notes", ())))


def items(path: Path) -> Iterator[Item]:
    """The passages of a half; ValueError names the one that is not sound."""
    for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
        text = entry["text"]
        try:
            gold = tuple(gold_span(text, one) for one in entry["content"])
            apart = tuple(placed(text, words) for words in entry.get("not_quoted", ()))
        except ValueError as error:
            raise ValueError(f"{path.name} {entry['id']}: {error}") from error
        yield Item(id=entry["id"], shape=entry["shape"], style=entry["style"], text=text,
                   origin=entry.get("translated_from"), gold=gold, not_quoted=apart)


def fold(name: str) -> str:
    """A name in small letters without accents, marks, leading article and 's."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    bare = re.sub(r"['’]s\b", "", plain.casefold())
    return re.sub(r"^(?:the|an?) ", "", " ".join(re.sub(r"[\W_]+", " ", re.sub(r"['’`]", "", bare)).split()))


def hop(voice: Voice) -> Hop:
    """A voice as it is compared: under its name and under the words that stand in the passage."""
    return frozenset({fold(voice.who.name), fold(voice.who.words)}), voice.cls.value


def chain_of(reading: Reading, frame: Frame) -> Chain:
    """A frame's own voices, then those of the speech that it is told in, each once."""
    around = reading.frames_over(frame.cue) if frame.cue >= 0 else []
    voices: dict[str, Voice] = {}
    for voice in (voice for one in (frame, *around) for voice in one.chain):
        voices.setdefault(voice.who.name, voice)
    return tuple(map(hop, voices.values()))


def framed(reading: Reading, text: str) -> Iterator[Span]:
    """Each stretch of each frame."""
    for frame in reading.frames:
        for start, end in frame.content:
            if end > start:
                evidence = reading.evidence(start, end)
                words = words_of(text, evidence["start"], evidence["end"])
                yield Span(words, frame.manner != "indirect", (chain_of(reading, frame),), evidence["quote"])


def quoted(quote: Quote, frames: Sequence[Span], text: str) -> Span:
    """A quote statement with the chain of the frame that it was made of, else its own voices."""
    words = words_of(text, quote.start, quote.end)
    frame = max((span for span in frames if span.direct), key=lambda span: overlap(span.words, words), default=None)
    own = (*([quote.speaker] if quote.speaker else []), *quote.chain)
    right = frame.chains if frame and frame.words & words else (tuple(map(hop, own)),)
    return Span(words, True, right, quote.quote, frozenset(quote.notes))


def found(item: Item) -> tuple[list[Span], list[Span]]:
    """What is read in a passage: the quote statements and the frames, each with its chain."""
    report = Report(key=item.id, text=item.text, translated_from=item.origin)
    reading = read(report, clean(report))
    frames = list(framed(reading, item.text))
    return [quoted(one, frames, item.text) for one in extract(reading) if isinstance(one, Quote)], frames


def overlap(one: Words, other: Words) -> float:
    """Word F1 of two stretches."""
    return 2 * len(one & other) / max(len(one) + len(other), 1)


def same_voice(gold: Hop, given: Hop) -> bool:
    """Whether two voices bear one name, whatever their classes."""
    return any(same_name(one, other, gold[1] in NAMING) for one in gold[0] for other in given[0])


def same_name(name: str, other: str, naming: bool) -> bool:
    """Equal, or one included in the other; where it names, with the same last word."""
    one, two = name.split(), other.split()
    included = bool(one and two) and (set(one) <= set(two) or set(two) <= set(one))
    return name == other or (included and (not naming or one[-1] == two[-1]))


def same_speaker(gold: Span, given: Span) -> bool:
    """Whether the first voices bear one name."""
    return any(same_voice(right[0], read_[0]) for right in gold.chains for read_ in given.chains if right and read_)


def same_chain(gold: Span, given: Span) -> bool:
    """Whether one of the right chains was read: every hop in order, names and classes."""
    return any(len(right) == len(read_) and all(map(same_hop, right, read_))
               for right in gold.chains for read_ in given.chains)


def same_hop(gold: Hop, given: Hop) -> bool:
    """Whether two voices bear one name and are of one class."""
    return gold[1] in (ANY, given[1]) and same_voice(gold, given)


def union(spans: Iterable[Span]) -> Words:
    """All words of the spans."""
    return frozenset(at for span in spans for at in span.words)


def matched(gold: Sequence[Span], given: Sequence[Span]) -> dict[int, Span]:
    """Position of a gold span to the predicted one that is its own: same manner first, then most words in common."""
    close = [(one.direct == other.direct, overlap(one.words, other.words), -left, -right)
             for left, one in enumerate(gold) for right, other in enumerate(given)]
    pairs: dict[int, Span] = {}
    used: set[int] = set()
    for _, shared, left, right in sorted(close, reverse=True):
        if shared >= MATCH and -left not in pairs and -right not in used:
            pairs[-left] = given[-right]
            used.add(-right)
    return pairs


def count_words(shares: Shares, item: Item, quotes: Sequence[Span], frames: Sequence[Span]) -> None:
    """Words that gold and reading share, by manner."""
    given = {"all": union((*quotes, *frames)), "direct": union(quotes),
             "indirect": union(span for span in frames if not span.direct)}
    wanted = {"all": union(item.gold), "direct": union(span for span in item.gold if span.direct),
              "indirect": union(span for span in item.gold if not span.direct)}
    for manner, words in wanted.items():
        for name, counted in (("both", words & given[manner]), ("given", given[manner]), ("wanted", words)):
            shares.words[manner, name] += len(counted)


def count_false(shares: Shares, item: Item, quotes: Sequence[Span], frames: Sequence[Span]) -> Iterator[str]:
    """Quotations where there are none; yields what was wrong."""
    if not item.gold:
        shares.count("false quote", bool(quotes))
        shares.count("false frame", bool(frames))
        yield from (f"no quotation: {span.text!r}" for span in (quotes or frames))
    for words in item.not_quoted:
        wrong = [span for span in quotes if 2 * len(span.words & words) > len(span.words)]
        shares.count("false quote", bool(wrong))
        yield from (f"no quotation: {span.text!r}" for span in wrong)


def count(shares: Shares, item: Item, quotes: Sequence[Span], frames: Sequence[Span]) -> Iterator[str]:
    """Count a passage; yields what was missed or wrong."""
    shares.spans += len(item.gold)
    count_words(shares, item, quotes, frames)
    yield from count_false(shares, item, quotes, frames)
    own = matched(item.gold, (*quotes, *frames))
    for at, gold in enumerate(item.gold):
        shares.count("matched", at in own)
        yield from count_voices(shares, gold, own[at]) if at in own else [f"not found: {gold.text!r}"]


def count_voices(shares: Shares, gold: Span, given: Span) -> Iterator[str]:
    """Speaker, chain and fidelity of a matched span; yields what was wrong."""
    if gold.chains:
        shares.count("speaker", same_speaker(gold, given))
        shares.count("chain", same_chain(gold, given))
        if max(map(len, gold.chains)) > 1:
            shares.count("long chain", same_chain(gold, given))
        if not same_chain(gold, given):
            yield f"chain {named(given.chains[0])} for {named(gold.chains[0])}: {gold.text!r}"
    if gold.notes:
        shares.count("notes", gold.notes <= given.notes)


def named(chain: Chain) -> str:
    """A chain in one line."""
    return " < ".join(f"{'/'.join(sorted(names))} ({cls})" for names, cls in chain) or "nobody"


def score(path: Path) -> tuple[dict[str, Shares], list[str]]:
    """The shares of each shape, each style (in brackets) and of all, and what was missed."""
    table: dict[str, Shares] = defaultdict(Shares)
    missed: list[str] = []
    for item in items(path):
        quotes, frames = found(item)
        missed += [f"{item.id} {one}" for one in count(table["all"], item, quotes, frames)]
        for row in (item.shape, f"({item.style})"):
            list(count(table[row], item, quotes, frames))
    return dict(sorted(table.items(), key=lambda row: (row[0] == "all", row[0].startswith("(")))), missed


def show(table: Mapping[str, Shares]) -> None:
    """A line a shape."""
    heads = ("all F1", "direct", "indirect", "matched", "speaker", "chain", "2+ hops")
    print(f"{'':<15}spans" + "".join(f"{head:>9}" for head in heads))
    for shape, one in table.items():
        figures = [one.f1(manner) for manner in ("all", "direct", "indirect")]
        figures += [one.share(name) for name in ("matched", "speaker", "chain", "long chain")]
        cells = "".join(f"{'-' if value is None else format(value, '.2f'):>9}" for value in figures)
        print(f"{shape:<15}{one.spans:>5}{cells}")
    total = table["all"]
    for name, label in (("false quote", "false quotations"), ("false frame", "false attributions in passages without"),
                        ("notes", "fidelity notes found")):
        print(f"{label}: {total.right[name]} of {total.asked[name]}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables of the halves asked for."""
    parser = argparse.ArgumentParser(description="How well the reader finds who says what, through whom.")
    parser.add_argument("--data", type=Path, default=Path(__file__).parent / "gold" / "quotes")
    parser.add_argument("--half", choices=HALVES, help="one half instead of both")
    parser.add_argument("--misses", type=int, default=0, help="print so many misses of the seen half")
    options = parser.parse_args(arguments)
    if options.misses and options.half == "unseen":
        parser.error("the unseen half is only scored: its passages are not printed")
    for half in (options.half,) if options.half else HALVES:
        table, missed = score(options.data / f"{half}.yaml")
        print(f"== {half}")
        show(table)
        for line in missed[: options.misses] if half == "seen" else ():
            print(f"  {line}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
