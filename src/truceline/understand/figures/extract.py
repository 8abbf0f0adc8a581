"""The extractor of counts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from spacy.tokens import Token

from truceline.model import Figure, Name, NameKind, Statement, Voice, VoiceClass, When, Zone
from truceline.understand.clauses import agents, governing_verb, is_passive, phrase, subjects
from truceline.understand.figures.counted import measure_of
from truceline.understand.figures.cues import Counted, words
from truceline.understand.figures.numbers import Quantity, quantities
from truceline.understand.reading import Reading
from truceline.understand.when import date_of

EXTRACTOR = "figures"
MAX_SPAN = 30  # tokens of evidence
NEAR = 400  # characters within which a bare number can take up the count before it
OF_WHAT = 8  # tokens of "members of the …" that evidence takes in
MAX_SCOPE = 12  # words of a scope
MOST = 1e11  # no count of people, arms or money is larger
YEARS = range(1900, 2100)
NUMBERED = re.compile(r"(?i)\b(?:article|resolution|resolutions|no\.?|number|chapter|section|point|paragraph|page|"
                      r"battalion|brigade|division|unit|route|highway|aged?|hall|room|group|channel|m|ak)[\s-]{1,2}$")
UNCOUNTED = re.compile(r"(?i)\s?(?:%|per\s?cent|p\.?m|a\.?m\b|gmt|st\b|nd\b|rd\b|th\b|:\d|°|-year|-day)")
SCOPE_PREPOSITIONS = frozenset({"since", "in", "at", "near", "during", "across", "throughout", "on", "between",
                                "inside", "within", "under", "over", "outside", "around"})
COUNTERS = frozenset({NameKind.PERSON, NameKind.ORGANISATION, NameKind.ARMED_GROUP, NameKind.GOVERNMENT, NameKind.BODY,
                      NameKind.MEDIA})


def extract(reading: Reading) -> tuple[Statement, ...]:
    """The figures of a report, in order: every count of people, violence, aid or forces, each with its words.

    Parts and totals stand apart, nothing is added up; numbers of dates, durations, distances and names are no figures.
    """
    offsets = [token.idx for token in reading.doc]
    dated = {i for one in reading.dates for i in range(one.start, one.end)}
    found: list[Figure] = []
    for shape in quantities(reading.text.reading):
        place = token_range(offsets, shape)
        if place[1] - 1 in dated and not shape.comparator or not countable(reading, shape, place):
            continue
        counted = money(reading, place) or measure_of(reading.doc, place, shape)
        counted = counted and inherited(counted, found, place, reading)
        if counted and not lone(shape, counted) and not (vague(shape) and counted.measure == "other"):
            figure = stated(reading, shape, place, counted)
            if figure:
                found.append(figure)
    return tuple(found)


def token_range(offsets: list[int], shape: Quantity) -> tuple[int, int]:
    """The tokens, end exclusive, of a quantity with its comparator."""
    start = max(0, bisect_right(offsets, shape.start) - 1)
    return start, max(start + 1, bisect_left(offsets, shape.end))


def countable(reading: Reading, shape: Quantity, place: tuple[int, int]) -> bool:
    """Whether a number can be a count at all: no year, time, age, share, ordinal or name of something."""
    text = reading.text.reading
    before, after = text[max(0, shape.core - 14):shape.core], text[shape.end:shape.end + 12]
    if shape.value is not None and shape.value > MOST:
        return False
    if NUMBERED.search(before) or UNCOUNTED.match(after):
        return False
    if shape.value in YEARS and re.fullmatch(r"\d{4}", shape.words) and not re.match(r"\s[a-z]+s\b", after):
        return False
    first = reading.doc[place[1] - 1]
    inside = reading.mention_of.get(first.i)
    if inside is not None and inside.by == "name" and inside.start <= first.i < inside.head:
        return False
    return first.ent_type_ not in ("TIME",) or shape.comparator is not None


def inherited(counted: Counted, found: list[Figure], place: tuple[int, int], reading: Reading) -> Counted | None:
    """The measure of the count before, for a number that takes it up: "the ministry announced 38"."""
    if counted.measure != "inherited":
        return counted
    if not found:
        return None
    first, _ = reading.text.span(reading.doc[place[0]].idx, reading.doc[place[0]].idx + 1)
    near = first - found[-1].end < NEAR
    return Counted(found[-1].measure, counted.noun, counted.cue) if near else None


def vague(shape: Quantity) -> bool:
    """Whether the words give no number at all: "the majority of"."""
    return shape.value is None and shape.low is None


def lone(shape: Quantity, counted: Counted) -> bool:
    """Whether the number is no more than an article: "one of the leaders"; the dead are counted from one."""
    return shape.value == 1 and (counted.measure not in ("killed", "injured", "detained") or counted.noun is None)


def money(reading: Reading, place: tuple[int, int]) -> Counted | None:
    """A sum: "$40 million", "300,000 euros"."""
    signs = words("money")
    doc = reading.doc
    near = {token.lower_ for token in doc[max(0, place[0] - 1):min(len(doc), place[1] + 2)]}
    return Counted("sum of money", None, None) if near & signs else None


def stated(reading: Reading, shape: Quantity, place: tuple[int, int], counted: Counted) -> Figure | None:
    """The figure with its evidence, voices, time and scope; None outside the report's body."""
    tokens = evidence_tokens(reading, place, counted)
    evidence = reading.evidence_over(tokens)
    if reading.text.zone(evidence["start"]) is not Zone.BODY:
        return None
    number = reading.doc[place[1] - 1]
    counter = counted_by(reading, number)
    chain = reading.chain(number.i) or ((Voice(counter, VoiceClass.NAMED),) if counter else ())
    return Figure(
        **evidence, chain=chain, when=time_of(reading, number, counted), extractor=EXTRACTOR, measure=counted.measure,
        value=shape.value, low=shape.low, high=shape.high, comparator=shape.comparator, words=shape.words,
        scope=scope_of(counted, number), counted_by=counter or (chain[0].who if chain else None))


def evidence_tokens(reading: Reading, place: tuple[int, int], counted: Counted) -> list[Token]:
    """The number, what it counts and the word that says so, where that stands near."""
    tokens = list(reading.doc[place[0]:place[1]])
    if counted.noun is not None and abs(counted.noun.i - place[1]) < MAX_SPAN:
        of_what = [one for child in counted.noun.rights if child.dep_ == "prep" and child.lower_ == "of"
                   for one in phrase(child) if one.i <= counted.noun.i + OF_WHAT]
        tokens += [counted.noun, *of_what]
    if counted.cue is not None and abs(counted.cue.i - place[1]) < MAX_SPAN and counted.cue.sent == tokens[0].sent:
        tokens.append(counted.cue)
    return tokens


def time_of(reading: Reading, number: Token, counted: Counted) -> When | None:
    """When what is counted took place, where its clause says."""
    for token in (counted.cue, counted.noun, number):
        if token is not None and (found := date_of(reading, token)):
            return found
    return None


def counted_by(reading: Reading, number: Token) -> Name | None:
    """Who counts: the subject of the counting verb above the number; None where the clause names nobody."""
    verb = governing_verb(number)
    if verb is None or verb.lemma_.lower() not in words("counting"):
        return None
    for subject in agents(verb) if is_passive(verb) else subjects(verb):
        mention = reading.mention_headed.get(subject.i)
        if mention and mention.name.kind in COUNTERS:
            return mention.name
    return None


def scope_of(counted: Counted, number: Token) -> str | None:
    """Of what, where, over which period: the phrases of place and time that stand with what is counted."""
    anchors = [token for token in (counted.noun, counted.cue, number) if token is not None]
    pieces: dict[int, str] = {}
    for anchor in anchors:
        for child in anchor.children:
            if child.dep_ in ("prep", "advcl", "mark") and child.left_edge.lower_ in SCOPE_PREPOSITIONS:
                span = list(child.subtree)[:MAX_SCOPE]
                pieces[span[0].i] = "".join(token.text_with_ws for token in span).strip()
    text = ", ".join(pieces[place] for place in sorted(pieces))
    return re.sub(r"\s+", " ", text) or None

