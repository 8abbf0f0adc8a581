"""The stage that finds a report's places."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from truceline.model import NameKind, Place
from truceline.understand.lexicon import load
from truceline.understand.places.index import Known, look_up
from truceline.understand.places.region import country_words, weights
from truceline.understand.reading import Placed, Reading

FUNCTION = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "ADV", "PUNCT", "PART", "AUX"})
LONGEST = 5  # tokens of a name, hyphens among them
HOME = 1.2  # what being in the report's own region is worth, in powers of ten of inhabitants
PRECISION = {"P": "point", "A": "area", "C": "country"}
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
OTHER_LABELS = frozenset({"PERSON", "ORG", "NORP", "DATE", "TIME", "MONEY", "LAW", "EVENT", "WORK_OF_ART", "LANGUAGE"})
INNER = frozenset({"-", "'", "’", "al", "el", "de", "la", "del", "of", "es", "au", "ar", "as", "ad", "um"})
UNKNOWN_AS = {NameKind.PLACE, NameKind.OTHER, NameKind.PERSON}  # nobody is fought over "in" a person
PLACES_AS = {NameKind.PLACE, NameKind.GOVERNMENT, NameKind.OTHER}


def find(reading: Reading) -> tuple[Placed, ...]:
    """Every place that the report names, in order.

    Known ones carry a GeoNames id or coordinates; of places with one name the report's own region and the larger place
    win. Unknown ones are found after words of place ("near the town of …") and stay "unresolved". A country or
    capital that acts or speaks is a government and no place.
    """
    doc, home = reading.doc, weights(reading.doc)
    dated = {i for one in reading.dates for i in range(one.start, one.end)}
    found: list[Placed] = []
    for run in runs(doc, dated):
        position = run.start
        while position < run.end:
            placed = known_at(reading, position, run.end, home) if bare_before(run, position) else None
            if placed:
                found.append(placed)
            position = placed.end if placed else position + 1
        if not any(one.start < run.end and one.end > run.start for one in found[-3:]):
            found += unknown(reading, run)
    return tuple(found)


def runs(doc: Doc, dated: set[int]) -> Iterator[Span]:
    """Stretches of capitalised words, small words inside them included."""
    start = 0
    while start < len(doc):
        if not capital(doc[start]) or start in dated:
            start += 1
            continue
        end = start + 1
        while end < len(doc) and end not in dated:
            if continues(doc, end):
                end += 1
            else:
                break
        while end > start + 1 and not capital(doc[end - 1]):
            end -= 1
        yield doc[start:end]
        start = end


def continues(doc: Doc, place: int) -> bool:
    """Whether a token goes on with a name: a capital, or a small word such as "al" before one."""
    if capital(doc[place]):
        return doc[place - 1].text != ","
    after = doc[place + 1] if place + 1 < len(doc) else None
    return doc[place].lower_ in INNER and after is not None and (capital(after) or after.lower_ in INNER)


def capital(token: Token) -> bool:
    """Whether the token starts with a capital letter."""
    return token.text[:1].isupper()


def known_at(reading: Reading, start: int, end: int, home: dict[str, float]) -> Placed | None:
    """The longest known place that starts at the token and stands where places stand."""
    for stop in range(min(end, start + LONGEST), start, -1):
        span = reading.doc[start:stop]
        name = re.sub(r"\s+", " ", span.text)
        if shouted(span, name) or not capital(span[-1]) or name in load("places")["never"] or len(name) < 3:
            continue
        candidates = look_up(name)
        if candidates and whole(span, start, end, candidates) and is_place(reading, span, candidates, end):
            best = max(candidates, key=lambda one: rank(one, home))
            place = Place(best.name if best.kind == "C" else name, best.id, best.lat, best.lon, PRECISION[best.kind])
            return Placed(start, stop, place)
    return None


def bare_before(run: Span, position: int) -> bool:
    """Whether nothing in the run before the position can be part of the name: "In Geneva", "Northern Mali"."""
    if position - run.start > LONGEST:
        return False
    allowed = load("places")["parts"]
    return all(token.pos_ in FUNCTION or token.lower_ in allowed or token.text in country_words()
               or token.lower_ in load("places")["localities"] or token.lower_ in ("and", "or")
               for token in run.doc[run.start:position])


def whole(span: Span, start: int, end: int, candidates: tuple[Known, ...]) -> bool:
    """Whether the name is whole: what follows it in the run is a word for a kind of place, or it is a country's."""
    rest = span.doc[start + len(span):end]
    if not len(rest) or candidates[0].kind == "C" or rest[0].lower_ in (*load("places")["localities"], "and", "or"):
        return True
    modifies = rest.start <= span.root.head.i < rest.end and rest[-1].pos_ != "PROPN"
    return modifies or span.root.ent_type_ in PLACE_LABELS and rest[0].ent_type_ not in PLACE_LABELS


def shouted(span: Span, name: str) -> bool:
    """Whether a name in capitals is an acronym: none that starts a paragraph is ("GENEVA, May 3")."""
    return name.isupper() and not (len(name) > 3 and span[0].is_sent_start)


def rank(one: Known, home: dict[str, float]) -> float:
    """Countries first; then inhabitants, in powers of ten, with a bonus for the report's own region."""
    if one.kind == "C":
        return 20.0
    return math.log10(one.population + 10) + HOME * home.get(one.country, 0.0)


def is_place(reading: Reading, span: Span, candidates: tuple[Known, ...], run_end: int) -> bool:
    """Whether a known name is used as a place here."""
    mention = reading.mention_of.get(span.start) if reading.mentions else None
    if mention and mention.name.kind not in PLACES_AS and mention.end - mention.start > 0:
        return located(span)
    if acts(span, candidates):
        return False
    if located(span) or locality(span):
        return True
    label = span.root.ent_type_
    if label in PLACE_LABELS:
        return part_of_longer(span, run_end)
    return label not in OTHER_LABELS and candidates[0].population > 100_000 and span.end == run_end


def part_of_longer(span: Span, run_end: int) -> bool:
    """Whether the name stands by itself, or before a word for a kind of place ("Donetsk People's Republic" is none)."""
    return span.end == run_end or span.root.dep_ in ("pobj", "appos", "conj", "npadvmod") or \
        span.doc[span.end].lower_ in load("places")["localities"]


def head_of(span: Span) -> Token:
    """The token that hangs on what stands outside the name."""
    return next((token for token in span if not span.start <= token.head.i < span.end), span.root)


def located(span: Span) -> bool:
    """Whether a word of place governs the name or stands right before it: "in", "near", "north of"."""
    words = load("places")
    before = [token.lower_ for token in span.doc[max(0, span.start - 3):span.start]]
    while before and (before[-1] in words["parts"] or before[-1] in ("the", ",", "-")):
        before.pop()
    if before and before[-1] in words["locative"] and before[-1] not in ("from", "to", "against"):
        return True
    if before[-2:-1] and before[-1] == "of" and before[-2] in (*words["localities"], *words["befallen"]):
        return True
    head = head_of(span)
    return head.dep_ == "pobj" and head.head.lower_ in words["scene"]


def locality(span: Span) -> bool:
    """Whether a word for a kind of place stands beside the name: "the town of Goma", "Arauca province"."""
    words = load("places")["localities"]
    after = span.doc[span.end].lower_ if span.end < len(span.doc) else ""
    before = [token.lower_ for token in span.doc[max(0, span.start - 2):span.start]]
    return after in words or bool(before) and (before[-1] in words or before[-1] == "of" and before[0] in words)


def acts(span: Span, candidates: tuple[Known, ...]) -> bool:
    """Whether a country or a large town stands for a government: a subject, an agent, one spoken to or accused."""
    head = head_of(span)
    ruling = candidates[0].kind == "C" or candidates[0].population > 300_000
    if head.dep_ in ("nsubj", "agent") and ruling:
        return True
    if head.dep_ == "conj" and ruling:
        first = head.head
        while first.dep_ == "conj":
            first = first.head
        return first.dep_ in ("nsubj", "agent", "dobj")
    if head.dep_ == "pobj" and ruling and head.head.lower_ in ("between", "with") \
            and head.head.head.lower_ in load("places")["meetings"]:
        return True
    if head.dep_ == "pobj" and head.head.lower_ in ("with", "by", "against", "for", "between", "on"):
        return ruling and candidates[0].kind == "C"
    if head.dep_ not in ("dobj", "nsubjpass", "dative"):
        return False
    return ruling and head.head.lemma_.lower() not in load("places")["befalling"]


def unknown(reading: Reading, run: Span) -> list[Placed]:
    """A name that the index lacks, where the words before or after it leave no doubt that it is a place."""
    doc, words = reading.doc, load("places")
    start = next((token.i for token in run if not (token.pos_ in FUNCTION or token.lower_ in words["parts"])), run.end)
    name = doc[start:run.end]
    if start == 0 or not len(name) or len(name.text) < 3 or name.text.isupper() or name.text in words["never"]:
        return []
    before = [token.lower_ for token in doc[max(0, start - 4):start] if token.lower_ not in (*words["parts"], "the")]
    if not before or not named(doc, name, before):
        return []
    mention = reading.mention_of.get(name.end - 1) if reading.mentions else None
    if mention and mention.name.kind not in UNKNOWN_AS and not locality(name):
        return []
    return [Placed(name.start, name.end, Place(re.sub(r"\s+", " ", name.text)))]


def named(doc: Doc, name: Span, before: list[str]) -> bool:
    """Whether words of place introduce a name: "town of X", "village X", "in X"."""
    localities = load("places")["localities"]
    if before[-1] in localities and doc[name.start - 1].pos_ == "NOUN" or before[-1] == "of" and before[-2:-1] \
            and before[-2] in (*localities, *load("places")["befallen"]):
        return True
    if doc[name.start - 1].lower_ == "the" or before[-1] not in ("in", "at", "near", "outside", "around"):
        return False
    label, last = name.root.ent_type_, name[-1]
    if name.root.dep_ in ("compound", "poss", "amod") and name.root.head.i >= name.end:
        return name.root.head.lower_ in localities
    return last.pos_ == "PROPN" and (label in ("", "PERSON", *PLACE_LABELS) or label == "ORG" and len(name) == 1)
