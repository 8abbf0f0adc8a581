"""What a capitalised name stands for: evidence from its words, its neighbours and the model, summed over a report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from truceline.knowledge import shipped
from truceline.model import Knowledge, NameKind
from truceline.understand.mentions.gazetteer import (
    fold,
    folded,
    head_kinds,
    is_acronym,
    known_persons,
    listed,
    media_words,
    words_of,
)
from truceline.understand.mentions.lands import is_dateline, lands
from truceline.understand.mentions.runs import Segment, title_words
from truceline.understand.places.index import look_up
from truceline.understand.roles_patterns import introductions

Votes = Iterator[tuple[NameKind, float]]
MODEL = {
    "PERSON": (NameKind.PERSON, 1.5),
    "ORG": (NameKind.ORGANISATION, 1.0),
    "GPE": (NameKind.PLACE, 1.5),
    "LOC": (NameKind.PLACE, 1.5),
    "FAC": (NameKind.PLACE, 1.5),
    "NORP": (NameKind.OTHER, 0.5),
}
"""What the model's labels are worth: less than any word that says what the name is of."""


KNOWN = 8.0
"""What it is worth that a person of this name is known: more than a name's own words."""
ENTERED = frozenset(
    "enter capture seize leave shell bombard retake besiege reach quit recapture storm occupy liberate evacuate".split()
)
"""Verbs whose object is a place."""


def key_of(doc: Doc, segment: Segment) -> tuple[str, ...]:
    """The folded words by which occurrences of one name are counted together."""
    return folded(doc[segment.start : segment.end].text)


def kinds(doc: Doc, segments: list[Segment], knowledge: Knowledge) -> dict[tuple[str, ...], NameKind]:
    """The kind of each unlisted name, decided once for the report."""
    votes: dict[tuple[str, ...], dict[NameKind, float]] = defaultdict(lambda: defaultdict(float))
    for segment in segments:
        if segment.known is None:
            for kind, weight in evidence(doc, segment):
                votes[key_of(doc, segment)][kind] += weight
    for key, kind, weight in of_report(doc, segments):
        votes[key][kind] += weight
    at = {s.start: s for s in segments}
    for start in introduced(doc, segments):
        votes[key_of(doc, at[start])][NameKind.PERSON] += 3 if at[start].end - start > 1 else 1.5
    for key in votes.keys() & known_persons(knowledge):
        votes[key][NameKind.PERSON] += KNOWN
    return {key: decide(counts) for key, counts in votes.items()}


def of_report(doc: Doc, segments: list[Segment]) -> Iterator[tuple[tuple[str, ...], NameKind, float]]:
    """What the report as a whole, and the place index, say of each unlisted name."""
    told = lands(doc)
    for s in {key_of(doc, s): s for s in segments if s.known is None and s.title is None}.values():
        words = doc[s.start : s.end].text
        if s.end == s.start + 1 and fold(words) in told.demonyms:
            yield key_of(doc, s), NameKind.PLACE, 4
        elif told.is_town(words):
            yield key_of(doc, s), NameKind.PLACE, 2.5


def introduced(doc: Doc, segments: list[Segment]) -> list[int]:
    """Where names stand that a report introduces with an office, as it does with persons alone."""
    maybe = {
        s.start: s.end for s in segments if s.known is None and 0 < len(key_of(doc, s)) < 6 and is_personal(doc, s)
    }
    return [i.person[0] for i in introductions(doc, maybe)]


def is_personal(doc: Doc, segment: Segment) -> bool:
    """Whether no word makes the name an organisation's, a medium's or a place's."""
    words = list(key_of(doc, segment))
    if len(words) == 1 and (is_acronym(doc[segment.start].text) or words[0] in title_words()):
        return False
    ends = media_words("last") | words_of("names", "place heads") | words_of("names", "documents")
    return (
        organisation_head(words) is None and words[-1] not in ends and words[0] not in words_of("names", "armed first")
    )


def decide(counts: dict[NameKind, float]) -> NameKind:
    """The kind with most votes."""
    return max(counts, key=lambda kind: counts[kind]) if counts else NameKind.OTHER


def evidence(doc: Doc, segment: Segment) -> Votes:
    """Everything at one occurrence that speaks for a kind."""
    if segment.title is not None:
        yield NameKind.PERSON, 5
    if is_dateline(doc, segment.start, segment.end):
        yield NameKind.PLACE, 12
    yield from of_words(doc, segment)
    yield from of_neighbours(doc, segment)
    yield from of_place(doc, segment)
    yield from of_model(doc, segment)
    yield from of_verb(doc, segment)


def of_verb(doc: Doc, segment: Segment) -> Votes:
    """The verb that the name is the subject of: persons speak, and nothing else says that this is none."""
    last = doc[segment.end - 1]
    loud = is_acronym(doc[segment.start].text)
    if last.dep_ == "nsubj" and fold(last.head.lemma_) in words_of("names", "speaking") and not loud:
        yield NameKind.PERSON, 1.6
    elif segment.end - segment.start in (2, 3) and not loud and doc[segment.start].text[0].isupper():
        yield NameKind.PERSON, 0.3


def of_words(doc: Doc, segment: Segment) -> Votes:
    """The name's own words."""
    words = [fold(token.text) for token in doc[segment.start : segment.end] if token.text[0].isalnum()]
    if not words:
        return
    many = len(words) > 1
    if many and words[-1] in media_words("last") and "union" not in words:
        yield NameKind.MEDIA, 4
    if many and words[0] in media_words("first"):
        yield NameKind.MEDIA, 4.5
    if many and words[0] in words_of("names", "armed first"):
        yield NameKind.ARMED_GROUP, 6
    if many and (set(words) <= words_of("names", "state forces") or of_state(words)):
        yield NameKind.GOVERNMENT, 7
    head = organisation_head(words)
    if head is not None and many:
        yield head, 5
    if many and words[-1] in words_of("names", "place heads"):
        yield NameKind.PLACE, 4
    if many and words[-1] in words_of("names", "documents"):
        yield NameKind.DOCUMENT, 4
    if is_acronym(doc[segment.start].text) and (not many or doc[segment.start + 1].text == "-"):
        yield NameKind.ORGANISATION, 2


def of_state(words: list[str]) -> bool:
    """Whether the name is a country's army or police: "Syrian Armed Forces", "Aleppo Police Command"."""
    known = listed(shipped()).get(words[0], {}).get((words[0],), [])
    land = any(k.sort in ("state", "people") for k in known)
    return land and set(words[1:]) <= words_of("names", "state forces") or "police" in words[1:]


def organisation_head(words: list[str]) -> NameKind | None:
    """The kind that the last word, or the one before "of" or "for", gives an organisation."""
    for joint in ("of", "for"):
        if joint in words[1:]:
            named = [word for word in words[: words.index(joint)] if word in head_kinds()]
            return head_kinds()[named[-1]] if named else None
    return head_kinds().get(words[-1])


def near(doc: Doc, at: int) -> str:
    """The folded word at an index, "" outside the document or for punctuation other than a bracket."""
    return fold(doc[at].text) if 0 <= at < len(doc) else ""


def of_neighbours(doc: Doc, segment: Segment) -> Votes:
    """The lower-case words beside the name."""
    quoted = near(doc, segment.start - 1) == "" and segment.start > 1
    before, after = near(doc, segment.start - 1 - quoted), near(doc, segment.end)
    armed, group = words_of("names", "armed context"), words_of("names", "group context")
    if before in media_words("before") or after in media_words("before") and after not in ("news", "daily", "network"):
        yield NameKind.MEDIA, 4
    if after in armed or before in armed and before not in ("commander", "rebel", "terrorist", "militant", "guerrilla"):
        yield NameKind.ARMED_GROUP, 3
    if before in group or after in group:
        yield NameKind.ARMED_GROUP if near(doc, segment.start - 2) in armed else NameKind.ORGANISATION, 2.5
    owned = (
        near(doc, segment.end + 3) in ("s", "") and segment.end + 3 < len(doc) and doc[segment.end + 3].tag_ == "POS"
    )
    called = after == "," and near(doc, segment.end + 2) in group | armed and not owned
    if before == "," and near(doc, segment.start - 2) in group | armed or called:
        yield NameKind.ARMED_GROUP, 4
    if before == "by" and near(doc, segment.start - 2) in ("led", "headed", "commanded", "chaired", "run"):
        yield NameKind.PERSON, 4
    if before == "of" and near(doc, segment.start - 2) in armed | {"group", "faction"}:
        yield NameKind.ARMED_GROUP, 3
    if (
        after == ","
        and segment.end + 1 < len(doc)
        and doc[segment.end + 1].like_num
        and doc[segment.end + 1].text.isdigit()
    ):
        yield NameKind.PERSON, 2 if len(doc[segment.end + 1].text) == 2 else 0
    if after in ("who", "whose") or after == "," and near(doc, segment.end + 1) in ("who", "whose"):
        yield NameKind.PERSON, 1.5


def of_place(doc: Doc, segment: Segment) -> Votes:
    """A preposition of place, or a word that says what sort of place it is."""
    before = near(doc, segment.start - 1)
    first = doc[segment.start - 1] if segment.start else None
    if before in words_of("names", "place prepositions") and first is not None and first.is_lower:
        owner = segment.end < len(doc) and doc[segment.end].tag_ == "POS"
        yield NameKind.PLACE, 0.2 if owner else 0.5 if before == "from" else 1.5
    if before in ("from", "to") and look_up(doc[segment.start : segment.end].text):
        yield NameKind.PLACE, 1.5
    last = doc[segment.end - 1]
    if last.dep_ == "dobj" and last.head.lemma_ in ENTERED:
        yield NameKind.PLACE, 2.5
    places = words_of("names", "place context")
    if before in places or near(doc, segment.end) in ("province", "district", "region", "airport", "city"):
        yield NameKind.PLACE, 3
    if before == "of" and near(doc, segment.start - 2) in places:
        yield NameKind.PLACE, 4


def of_model(doc: Doc, segment: Segment) -> Votes:
    """The model's label, if its entity is this name and not one merged with a neighbour."""
    labels = Counter(label(token) for token in doc[segment.start : segment.end] if token.is_alpha)
    best, count = labels.most_common(1)[0] if labels else ("", 0)
    if best in MODEL and count * 2 > sum(labels.values()):
        kind, weight = MODEL[best]
        yield kind, weight


def label(token: Token) -> str:
    """The model's entity type of a token."""
    return str(token.ent_type_)
