"""Places and countries that a report itself tells as such, by the words around them and the place index."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection

from spacy.tokens import Doc, Token

from truceline.understand.mentions.gazetteer import fold, is_acronym, words_of
from truceline.understand.parse import once_a_parse
from truceline.understand.places.index import look_up
from truceline.understand.places.region import weights

DEMONYM_ENDS = ("n", "ns", "an", "ans", "i", "is", "ese", "ian", "ians", "rs", "er")
STEM = 6
DATELINE_ENDS = frozenset({",", ":", "-", "–", "—", "(", "/"})
OUTPOST = 0.25
"""The share of the most named country's mentions from which a country's towns are looked for."""


def demonyms(doc: Doc, without: Collection[int] = ()) -> Counter[str]:
    """Countries of no list, known by two forms of one word ("Puntland", "Puntlanders"), with their counts."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for token in doc:
        named = token.text[0].isupper() and len(token) >= STEM and token.pos_ in ("PROPN", "ADJ", "NOUN")
        if named and token.i not in without and not in_organisation(token):
            forms[fold(token.text)[:STEM]][token.text] += 1
    lands = {}
    for counts in forms.values():
        base = min(counts, key=len)
        ends = {fold(form).removeprefix(fold(base)) for form in counts if form != base}
        if ends & set(DEMONYM_ENDS):
            lands[base] = sum(counts.values())
    return Counter(lands)


def in_organisation(token: Token) -> bool:
    """Whether the model takes the word for part of an organisation's name of several words."""
    around = [other for other in token.doc[max(0, token.i - 1) : token.i + 2] if other.i != token.i]
    return token.ent_type_ == "ORG" and any(other.ent_type_ == "ORG" for other in around)


class Lands:
    """What one report tells of its places."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.demonyms = frozenset(fold(base) for base in demonyms(doc))
        self.weights = {code for code, weight in weights(doc).items() if weight >= OUTPOST}
        self.told = self.demonyms | frozenset(fold(token.text) for token in doc if tells(token))
        self.told |= steady(doc)

    def is_town(self, words: str) -> bool:
        """Whether the index has a place of that name in a country that the report is about."""
        found = look_up(words) if words[0].isalpha() and len(words) < 40 and not is_acronym(words) else ()
        return any(place.country in self.weights for place in found)

    def is_told(self, word: str) -> bool:
        """Whether the report's own words make the name a country's or a capital's."""
        return fold(word) in self.told


@once_a_parse
def lands(doc: Doc) -> Lands:
    """What a report tells of its places."""
    return Lands(doc)


def steady(doc: Doc) -> frozenset[str]:
    """Single names that the model takes for a place more than once, and never for anything else."""
    labels: dict[str, list[str]] = defaultdict(list)
    for token in doc:
        if token.text[0].isupper() and token.pos_ == "PROPN":
            alone = not any(other.ent_type_ for other in doc[max(0, token.i - 1) : token.i + 2] if other.i != token.i)
            labels[fold(token.text)].append(token.ent_type_ if alone else "")
    return frozenset(word for word, found in labels.items() if len(found) > 1 and set(found) == {"GPE"})


def tells(token: Token) -> bool:
    """Whether a name stands here as a country's or place's: "in Puntland", "the Puntland government"."""
    if not token.text[0].isupper():
        return False
    before, after = fold(token.nbor(-1).text) if token.i else "", token.i + 1
    if before in words_of("names", "locatives") or before == "of" and token.i > 1 and ruled(token.nbor(-2)):
        return True
    if after < len(token.doc) and token.doc[after].tag_ == "POS":
        after += 1
    return after < len(token.doc) and ruled(token.doc[after])


def ruled(token: Token) -> bool:
    """Whether the noun is what countries have: a government, a capital, an army."""
    return token.is_lower and fold(token.text) in words_of("names", "state nouns")


def is_dateline(doc: Doc, start: int, end: int) -> bool:
    """Whether the name is a report's dateline: "GENEVA, May 3", "KHARTOUM:"."""
    loud = all(token.text.isupper() for token in doc[start:end] if token.is_alpha)
    at_start = start == 0 or doc[start].is_sent_start or doc[start - 1].is_space
    return loud and len(doc[start]) > 3 and bool(at_start) and end < len(doc) and doc[end].text in DATELINE_ENDS
