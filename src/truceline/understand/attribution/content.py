"""How far what is said reaches: token ranges for a hit, from the tree where it holds, from punctuation elsewhere."""

from __future__ import annotations

from spacy.tokens import Token

from truceline.understand.attribution.hits import (
    CLAUSE_LABELS,
    Hit,
    clause_follows,
    comes_after,
    comma_clause,
    group_start,
    infinitive,
    that_after,
)
from truceline.understand.attribution.words import words

Range = tuple[int, int]
DEED_PREPOSITIONS = frozenset("of for from against on as at about over to".split())
SPANS = frozenset(
    "minute minutes hour hours day days week weeks month months year years shortly just barely soon hours".split()
)
TURNS = frozenset({"while", "whereas"})
ASIDES = frozenset(
    "who which whose speaking citing quoting denying asking as when referring describing talking being".split()
)


def content_of(hit: Hit) -> tuple[Range, ...]:
    """The token ranges of what the hit reports, in text order; () where nothing is there."""
    token = hit.token
    clause = clauses_right(hit)
    if stands_after(hit):
        return tuple(r for r in (left(hit), *right_of_aside(hit)) if r[1] > r[0])
    if "source" in hit.cue.takes:
        return (right(hit, []),)
    if hit.cue.takes & {"clause", "comment", "number", "aside"} and (clause or starts_clause(hit)):
        return (right(hit, clause),)
    if is_as(token):
        return tuple(r for r in around_as(hit) if r[1] > r[0])
    return narrow(hit)


def clauses_right(hit: Hit) -> list[Token]:
    """The complement clauses behind the cue."""
    return [c for c in hit.token.children if c.dep_ in CLAUSE_LABELS and c.i > hit.token.i]


def stands_after(hit: Hit) -> bool:
    """Whether the cue stands behind or amid the words said."""
    bare = not hit.cue.takes & {"clause", "comment", "aside", "number"}
    if bare or hit.token.tag_ == "VBG" or comma_clause(hit.token, hit.last) and passed_on(hit):
        return False
    return comes_after(hit.token) and not clause_right(hit, clauses_right(hit))


def passed_on(hit: Hit) -> bool:
    """Whether the words before the cue only name a medium: "The agency cites a paper to report, a guard says, …"."""
    before = hit.token.doc[hit.token.sent.start : hit.token.i]
    return any(cue.medium for t in before if t.pos_ == "VERB" for cue in words().cues.get(t.lemma_.lower(), ()))


def is_as(token: Token) -> bool:
    """Whether the cue stands in a clause with "as": "as the examination established"."""
    return (
        token.i > 0 and any(c.lower_ == "as" for c in token.children) or token.doc[max(0, token.i - 1)].lower_ == "as"
    )


def clause_right(hit: Hit, clause: list[Token]) -> bool:
    """Whether the words said stand to the right although a clause comes before: "In May, he said that …"."""
    next_to = hit.token.doc[min(hit.last + 1, len(hit.token.doc) - 1)]
    if clause_follows(hit.token, hit.last) and not next_to.is_punct:
        return True
    left_clause = any(c.dep_ in CLAUSE_LABELS and c.i < hit.token.i for c in hit.token.children)
    if left_clause and hit.token.dep_ != "conj":
        return False
    return bool(clause) or that_after(hit.token, hit.last) is not None or next_to.text == ":"


def starts_clause(hit: Hit) -> bool:
    """Whether "that", a colon, a quotation or a number follows."""
    window = hit.token.doc[hit.last + 1 : min(hit.last + 14, hit.token.sent.end)]
    if any(t.lower_ == "that" or t.text == ":" or t.is_quote for t in window) or comma_clause(hit.token, hit.last):
        return True
    return "number" in hit.cue.takes


def left(hit: Hit) -> Range:
    """From the sentence's start, or the turn before, to the speaker."""
    start = hit.token.sent.start
    end = group_start(hit.token)
    doc = hit.token.doc
    for i in range(end - 2, start, -1):
        if doc[i].text == ";":
            start = i + 1
            break
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return start, end


def right_of_aside(hit: Hit) -> list[Range]:
    """What goes on behind a cue that stands amid the words: "The militia, he said, violated …"."""
    doc, end, start = hit.token.doc, clause_end(hit), group_end(hit)
    while start < end and doc[start].text != ",":
        start += 1
    if (
        start + 2 >= end
        or doc[start + 1].lower_ in ASIDES
        or aside_participle(doc[start + 1])
        or doc[start + 1].is_quote
    ):
        return []
    return [(start + 1, end)]


def aside_participle(token: Token) -> bool:
    """Whether a participle goes on about the speaking, not about what is said: "…, speaking by telephone"."""
    return token.tag_ == "VBG" and (token.lower_ in ASIDES or token.lemma_.lower() in words().cues)


def group_end(hit: Hit) -> int:
    """The token behind cue and speaker, the speaker's apposition included."""
    edge = hit.last + 1
    if hit.speaker is not None and hit.speaker.i > hit.token.i:
        edge = max(edge, min(hit.speaker.right_edge.i + 1, hit.token.sent.end))
    return edge


def right(hit: Hit, clause: list[Token]) -> Range:
    """From the words after the cue to the end of its clause."""
    doc, end = hit.token.doc, clause_end(hit)
    starts = [c.left_edge.i for c in clause if c.left_edge.i > hit.last]
    start = min(starts, default=hit.last + 1)
    that = that_after(hit.token, hit.last)
    if that is not None and that < end and (not starts or that >= start or that > hit.last):
        start = that
    colon = next((t.i + 1 for t in doc[hit.last + 1 : min(hit.last + 20, end)] if t.text == ":"), None)
    if colon is not None and colon < end:
        start = colon
    return start, max(start, end)


def clause_end(hit: Hit) -> int:
    """Where the cue's clause ends: its sentence, its subtree, a semicolon, a turn ("while …") or the next cue."""
    token, sent = hit.token, hit.token.sent
    below = token.dep_ in ("ccomp", "xcomp") and token.head.i < token.i
    nested = below or token.dep_ in ("relcl", "acl") or (token.dep_ == "advcl" and token.head.i > token.i)
    end = min(sent.end, token.right_edge.i + 1) if nested and token.right_edge.i > hit.last else sent.end
    for child in token.children:
        if child.i > hit.last and (ends_clause(child, hit) or turns(child)):
            end = min(end, max(hit.last + 1, child.left_edge.i))
    stop = next((t.i for t in token.doc[hit.last + 1 : end] if t.text == ";" or t.text == "," and times_report(t)), end)
    return min(end, stop)


def times_report(comma: Token) -> bool:
    """Whether the comma opens an adverbial that sets the report in time: ", hours after shells hit the town"."""
    following = comma.doc[comma.i + 1 : comma.i + 6]
    span = next((t for t in following if t.lower_ in SPANS), None)
    return (
        span is not None
        and span.i + 1 < len(comma.doc)
        and span.nbor(1).lower_ in ("after", "before")
        and (comma.doc[comma.i + 1].pos_ in ("NUM", "DET", "NOUN", "ADV", "ADJ"))
    )


def ends_clause(child: Token, hit: Hit) -> bool:
    """Whether a verb beside the cue leaves what is said: another cue's, or the speaker's next deed."""
    if child.dep_ != "conj":
        return False
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children)
    said = own or any(c.dep_ == "aux" and c.tag_ == "MD" for c in child.children) and stands_after(hit)
    return child.lemma_.lower() in words().cues or not said


def turns(child: Token) -> bool:
    """Whether a side clause sets another voice against the first: "while the army …"."""
    return child.dep_ == "advcl" and any(c.lower_ in TURNS for c in child.children)


def around_as(hit: Hit) -> list[Range]:
    """The sentence but for "as X reports"."""
    token, sent = hit.token, hit.token.sent
    first, last = min(token.left_edge.i, group_start(token)), token.right_edge.i + 1
    if token.dep_ in ("compound", "nsubj") or last >= sent.end and first == sent.start:
        last = next((t.i for t in token.doc[hit.last + 1 : sent.end] if t.text == ","), sent.end)
    return [(sent.start, first), (last, sent.end)]


def narrow(hit: Hit) -> tuple[Range, ...]:
    """The object, deed or infinitive alone."""
    token, found = hit.token, []
    verb = infinitive(token)
    if "infinitive" in hit.cue.takes and verb is not None:
        return ((verb.left_edge.i, verb.right_edge.i + 1),)
    for child in token.children:
        if child.i <= token.i or child.dep_ in ("conj", "punct", "cc"):
            continue
        deed = child.dep_ == "prep" and child.lower_ in DEED_PREPOSITIONS or child.dep_ in CLAUSE_LABELS | {"oprd"}
        thing = child.dep_ in ("dobj", "oprd", "attr", "prep") and hit.cue.takes & {"thing", "number"}
        if deed and "deed" in hit.cue.takes or thing or child.dep_ in CLAUSE_LABELS:
            found.append((child.left_edge.i, child.right_edge.i + 1))
    if not found and token.dep_ == "relcl" and token.head.i < token.i:
        return ((token.head.left_edge.i, token.left_edge.i),)
    if not found and "deed" in hit.cue.takes:
        found = [(c.left_edge.i, c.right_edge.i + 1) for c in token.children if c.dep_ == "dobj" and c.i > token.i]
    if not found and "thing" in hit.cue.takes and token.tag_ != "VBN":
        found = [(hit.last + 1, clause_end(hit))]
    return tuple(found)
