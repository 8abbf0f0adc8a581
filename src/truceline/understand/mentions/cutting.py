"""Cutting runs of capitalised words into names: known names, titles, persons, organisations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from truceline.understand.mentions.gazetteer import HYPHENS, Found, fold, folded, head_kinds, words_of
from truceline.understand.mentions.runs import Capitals, Segment, is_abbreviation, runs, title_heads, title_words


def segments(doc: Doc, found: list[Found]) -> list[Segment]:
    """Every name in a document, in text order."""
    caps = Capitals(doc, found)
    whole = [segment for start, end in runs(caps) for segment in cut(doc, start, end, found_in(caps, start, end))]
    places = {
        fold(doc[s.start].text)
        for s in whole
        if s.end == s.start + 1 and s.known is None and s.start and located(doc, s)
    }
    apart = [with_kind(doc, part) for segment in whole for part in unglued(doc, segment, places)]
    full = frozenset(name_words(doc, s) for s in apart if s.known is None)
    bearers = Counter(key[-1] for key in full if len(key) > 1)
    return [part for segment in apart for part in two_persons(doc, segment, full, bearers)]


def with_kind(doc: Doc, segment: Segment) -> Segment:
    """A listed group's name with the lower-case word that a translation leaves of it: "Jabhat al-Nusra *front*"."""
    group = segment.known is not None and segment.known.sort == "group" and segment.end < len(doc)
    if group and doc[segment.end].text in ("front", "movement", "network"):
        return replace(segment, end=segment.end + 1)
    return segment


def name_words(doc: Doc, segment: Segment) -> tuple[str, ...]:
    """The folded words of a name."""
    return folded(doc[segment.start : segment.end].text)


def two_persons(
    doc: Doc, segment: Segment, full: frozenset[tuple[str, ...]], bearers: Counter[str]
) -> Iterator[Segment]:
    """A full name without another person's surname that a missing comma glued behind it.

    `full` are the report's unlisted names, `bearers` how many longer ones end in each word.
    """
    words = name_words(doc, segment)
    if segment.known is None and segment.end - segment.start >= 3 and words[-1] not in head_kinds():
        first, surname = words[:-1], words[-1:]
        alone = any(first[at:] in full for at in range(len(first)))
        alone = alone or len(first) > 2 and first[-2] in words_of("names", "particles") and surname in full
        if alone and bearers[words[-1]] > 1 and doc[segment.end - 2].text not in HYPHENS:
            yield Segment(segment.start, segment.end - 1, None, segment.title)
            yield Segment(segment.end - 1, segment.end)
            return
    yield segment


def located(doc: Doc, segment: Segment) -> bool:
    """Whether a preposition of place leads the name."""
    return (
        fold(doc[segment.start - 1].text) in words_of("names", "place prepositions") and doc[segment.start - 1].is_lower
    )


def unglued(doc: Doc, segment: Segment, places: set[str]) -> Iterator[Segment]:
    """A person's name without a place that a missing comma glued before it: "the leader of *Puntland* Said Deni"."""
    first, size = segment.start, segment.end - segment.start
    ruled = first > 2 and doc[first - 1].lower_ == "the" and doc[first].text == "Republic"
    led = first > 1 and doc[first - 1].lower_ == "of" and fold(doc[first - 2].text) in words_of("offices", "heads")
    seated = ruled or led
    glued = (
        segment.known is None
        and size >= 3
        and (fold(doc[first].text) in places or seated)
        and doc[first + 1].text[0].isupper()
    )
    if glued and fold(doc[segment.end - 1].text) not in head_kinds() and segment.title is None:
        yield Segment(first, first + 1)
        yield Segment(first + 1, segment.end)
    else:
        yield segment


def found_in(caps: Capitals, start: int, end: int) -> list[Found]:
    """The listed names that lie inside a run."""
    return [caps.at[i] for i in range(start, end) if i in caps.at and caps.at[i].end <= end]


def cut(doc: Doc, start: int, end: int, found: list[Found]) -> Iterator[Segment]:
    """The names inside one run."""
    if end <= start:
        return
    if not found:
        yield from cut_title(doc, start, end)
        return
    first = found[0]
    if first.start == start and first.end == end or is_spelled_out(doc, start, end, first):
        yield Segment(start, end, first.known)
    elif not (len(found) > 1 and found[-1].end == end) and (
        is_whole(doc, start, end, first) or is_labelled(doc, start, end, first)
    ):
        yield Segment(start, end)
    elif (lead := led_in(doc, start, first)) < first.start:
        yield from cut(doc, start, trimmed(doc, start, lead), [])
        yield Segment(lead, first.end, first.known)
        yield from cut(doc, after_hyphen(doc, first.end), end, found[1:])
    elif first.start > start:
        yield from cut(doc, start, trimmed(doc, start, first.start), [])
        yield from cut(doc, first.start, end, found)
    else:
        yield Segment(first.start, first.end, first.known)
        yield from cut(doc, after_hyphen(doc, first.end), end, found[1:])


def is_labelled(doc: Doc, start: int, end: int, first: Found) -> bool:
    """Whether the model takes just this run for an organisation that has a country in its name: "Sudan Call"."""
    return (
        first.known.sort == "state"
        and first.start == start
        and end - start == 2
        and all(token.ent_type_ == "ORG" and token.is_alpha for token in doc[start:end])
        and doc[start].ent_iob_ == "B"
        and not any(fold(token.text) in title_words() for token in doc[start:end])
    )


def is_spelled_out(doc: Doc, start: int, end: int, first: Found) -> bool:
    """Whether the run is a listed group's name with its kind before or behind: "Jabhat an-*Nusra* Front"."""
    rest = [fold(token.text) for token in doc[first.end : end]]
    return first.known.sort == "group" and led_in(doc, start, first) == start and all(w in head_kinds() for w in rest)


def led_in(doc: Doc, start: int, first: Found) -> int:
    """Where a listed group's name starts that a report spells longer than the lists: "*Dzhebhat an-*Nusra"."""
    lead, particles = first.start, words_of("names", "particles")
    if first.known.sort != "group":
        return lead
    while lead > start and (doc[lead - 1].text in HYPHENS or fold(doc[lead - 1].text) in particles):
        lead -= 1
    word = fold(doc[lead - 1].text) if lead > start else ""
    joined = lead < first.start and doc[lead - 1].text[0].isupper() and word not in title_words()
    return lead - 1 if word and (joined or word in words_of("names", "armed first")) else lead


def after_hyphen(doc: Doc, at: int) -> int:
    """The token after a hyphen or possessive at `at`."""
    return at + 1 if at < len(doc) and (doc[at].is_punct or doc[at].tag_ in ("POS", "HYPH")) else at


def trimmed(doc: Doc, start: int, end: int) -> int:
    """The end without joining words left over from a cut: "Front of [Syria]"."""
    while end > start and (doc[end - 1].is_lower or doc[end - 1].is_punct and not is_abbreviation(doc[end - 2])):
        end -= 1
    return end


def is_whole(doc: Doc, start: int, end: int, first: Found) -> bool:
    """Whether a run with a listed name in it is one organisation's: "Syrian National Coalition", "Bank of Syria"."""
    last = fold(doc[end - 1].text)
    rest = [fold(token.text) for token in doc[first.end : end] if token.is_alpha]
    if first.start == start:
        titled = any(word in title_heads() - head_kinds().keys() for word in rest[:-1])
        return last in head_kinds() and last not in title_heads() and not titled and bool(rest)
    if (
        first.end == end
        and last in head_kinds()
        and not has_title(doc, start, first.start)
        and first.known.sort == "body"
    ):
        return all(token.is_alpha for token in doc[start : first.start])
    joined = any(token.text in ("of", "for", "in") for token in doc[start : first.start])
    headed = any(fold(token.text) in head_kinds() for token in doc[start : first.start])
    return headed and (joined or last in head_kinds()) and not has_title(doc, start, first.start)


def has_title(doc: Doc, start: int, end: int) -> bool:
    """Whether a person's title stands among the tokens."""
    return any(fold(token.text) in words_of("offices", "heads") - head_kinds().keys() for token in doc[start:end])


def cut_title(doc: Doc, start: int, end: int) -> Iterator[Segment]:
    """A run without listed names: an organisation's name, a title, a person's name, in that order."""
    ends = head_kinds().keys() | words_of("names", "documents")
    if fold(doc[end - 1].text) in ends and fold(doc[end - 1].text) not in title_heads():
        yield Segment(start, end)
        return
    at = last_title(doc, start, end)
    body = glued_body(doc, start, end) if at is None else None
    if body is not None:
        yield Segment(start, body)
        yield Segment(body, end)
        return
    if at is None:
        yield Segment(start, end)
        return
    title = at
    while title > start and (fold(doc[title - 1].text) in title_words() or doc[title - 1].text in (".", "-")):
        title -= 1
    person = at + 1
    while person < end and doc[person].is_punct:
        person += 1
    if title > start and trimmed(doc, start, title) > start:
        yield Segment(start, trimmed(doc, start, title))
    if (
        person < end
        and not doc[person].is_lower
        or person < end
        and fold(doc[person].text) in words_of("names", "particles")
    ):
        yield Segment(person, end, None, (title, at + 1))


def glued_body(doc: Doc, start: int, end: int) -> int | None:
    """Where a person's name starts after a body's: "Defence Ministry | Shushan Stepanyan"; None where none does."""
    if any(token.text in ("of", "for", "and", "-") for token in doc[start:end]):
        return None
    heads = [at for at in range(start + 1, end - 2) if fold(doc[at].text) in head_kinds()]
    person = heads[-1] + 1 if heads else end
    named = all(token.ent_type_ == "PERSON" for token in doc[person:end])
    return person if heads and named else None


FORMS_ONLY = words_of("offices", "address") - words_of("offices", "heads") - words_of("offices", "ranks")
"""Words that start a person's name but never stand between two parts of it: "Saw" in "Padoh Saw Taw Nee"."""


def last_title(doc: Doc, start: int, end: int) -> int | None:
    """The last title head in a run that a name can follow, or that is the run's end; None where there is none."""
    found = None
    for at in range(start, end):
        word = fold(doc[at].text)
        if (
            word in FORMS_ONLY
            and at > start
            and fold(doc[at - 1].text) not in title_words()
            and doc[at - 1].text != "."
        ):
            continue
        if word not in title_heads():
            if (
                found is not None
                and not doc[at].is_punct
                and fold(doc[at].text) not in title_words()
                and not doc[at].is_lower
            ):
                break
            continue
        before = doc[at - 1] if at > start else None
        inside = before is not None and fold(before.text) not in title_words() and not before.is_punct
        if at == end - 1 and inside and start == at - 1 and before is not None and before.ent_type_ == "PERSON":
            continue
        found = at
    return found
