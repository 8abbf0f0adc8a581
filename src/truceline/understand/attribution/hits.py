"""Where somebody reports something: the cue, its speaker, and on which side of the cue the words stand."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from truceline.understand.attribution.media import is_medium
from truceline.understand.attribution.subject import FINITE, after_as, noun_before, speaker_of
from truceline.understand.attribution.words import Cue, Words
from truceline.understand.clauses import is_passive
from truceline.understand.reading import Reading

LONGEST = 400
UNSAID = frozenset({"say", "report", "confirm", "claim", "hope", "demand", "promise"})
MODALS = frozenset("will would could may might can shall should must".split())
CLAUSE_LABELS = frozenset({"ccomp", "xcomp"})
DEED_WORDS = frozenset("of for from against on as at about that to".split())


@dataclass(frozen=True, slots=True)
class Hit:
    """A reporting verb in its sense. `speaker` is the head of who speaks, None where the sentence names nobody."""

    cue: Cue
    token: Token
    last: int
    speaker: Token | None


def hits(reading: Reading, lexicon: Words) -> list[Hit]:
    """The reporting verbs of a report, in text order. What is longer than LONGEST is no sentence."""
    found: list[Hit] = []
    for sentence in reading.doc.sents:
        if len(sentence) <= LONGEST:
            found += [hit for token in sentence if (hit := hit_at(reading, token, lexicon)) is not None]
    return found


def hit_at(reading: Reading, token: Token, lexicon: Words) -> Hit | None:
    """The hit at a token, if it reports there."""
    senses = lexicon.cues.get(verb_lemma(token))
    if not senses or not may_report(token):
        return None
    for cue in senses:
        last = phrase_end(token, cue)
        if last is None or not takes_here(token, last, cue) or (unsaid(token) and cue.force in UNSAID):
            continue
        speaker = speaker_of(reading, token, last, cue, lexicon)
        if cue.medium and (speaker is None or not is_medium(reading, speaker, lexicon)):
            continue
        if speaker is None and (is_passive(token) or token.tag_ == "VBN"):
            continue
        return Hit(cue, token, last, speaker)
    return None


def verb_lemma(token: Token) -> str:
    """The lemma; for a verb after "as" that the parser took for a noun ("as informs TASS"), without its ending."""
    if token.pos_ in ("NOUN", "PROPN") and token.i > 0 and token.nbor(-1).lower_ == "as" and token.lower_.endswith("s"):
        return token.lower_[:-1]
    return token.lemma_.lower()


def may_report(token: Token) -> bool:
    """Whether the token stands as a verb that is carried out, not as an adjective, infinitive or under a modal."""
    if token.pos_ not in ("VERB", "AUX"):
        return token.i > 0 and token.nbor(-1).lower_ == "as" and token.lower_.endswith("s")
    if token.dep_ in ("amod", "compound", "aux") or token.i > 0 and token.nbor(-1).lower_ == "worth":
        return False
    if token.tag_ == "VB" and any(child.lower_ == "to" and child.dep_ == "aux" for child in token.children):
        return token.head.lower_ in ("went", "goes", "continued", "added")
    return not any(child.dep_ == "aux" and child.lower_ in MODALS for child in token.children)


def unsaid(token: Token) -> bool:
    """Whether the verb is negated: "did not say who fired"."""
    return any(child.dep_ == "neg" for child in token.children)


TAKEN = frozenset({"life", "live", "soul", "victim"})
"""Objects with which a verb of claiming tells of deaths."""


def phrase_end(token: Token, cue: Cue) -> int | None:
    """The last token of the cue ("point out"); None where its further words are missing."""
    after = token.i + 1
    for word in cue.rest:
        if after >= len(token.doc) or token.doc[after].lower_ != word:
            return None
        after += 1
    return after - 1


def takes_here(token: Token, last: int, cue: Cue) -> bool:
    """Whether what the sense reports is there; lives are taken when they are claimed, not spoken of."""
    takes = cue.takes
    if any(child.dep_ == "dobj" and child.lemma_.lower() in TAKEN for child in token.children):
        return False
    if "clause" in takes and says_clause(token, last):
        return True
    if "source" in takes and any(
        t.pos_ in ("NOUN", "PROPN") for t in token.doc[last + 1 : min(last + 6, token.sent.end)]
    ):
        return True
    if "comment" in takes and (any(c.dep_ == "ccomp" for c in token.children) or quote_near(token, last)):
        return True
    if "aside" in takes and (comes_after(token) or quote_right(token, last)):
        return True
    if "number" in takes and any(t.like_num or t.pos_ == "NUM" for t in token.subtree if t.i > last):
        return True
    if "deed" in takes and any(
        (c.dep_ in ("prep", "oprd", "dobj", "ccomp", "xcomp") and c.i > token.i)
        or c.lower_ in DEED_WORDS
        and c.i > token.i
        for c in token.children
    ):
        return True
    if "infinitive" in takes and (infinitive(token) is not None or cue.rest):
        return True
    return "thing" in takes and takes_thing(token, cue)


def takes_thing(token: Token, cue: Cue) -> bool:
    """Whether a noun phrase that may be said stands as object."""
    things = [c for c in token.children if c.dep_ in ("dobj", "nsubjpass")] or (
        [c for p in token.children if p.dep_ == "prep" and p.lower_ in cue.rest for c in p.children if c.dep_ == "pobj"]
    )
    if token.dep_ == "relcl" and not things:
        things = [token.head]
    if not things and not cue.only and cue.force == "deny":
        things = [t for t in token.doc[token.i + 1 : min(token.i + 9, token.sent.end)] if t.pos_ == "NOUN"]
    return any(not cue.only or thing.lemma_.lower() in cue.only for thing in things)


def infinitive(token: Token) -> Token | None:
    """The infinitive that is asked for or promised."""
    return next(
        (
            t
            for c in token.children
            for t in (c, *c.children)
            if t.i > token.i and t.tag_ == "VB" and t.dep_ in ("xcomp", "ccomp", "advcl", "acl")
        ),
        None,
    )


def says_clause(token: Token, last: int) -> bool:
    """Whether a clause or quotation is said, on either side."""
    if after_as(token) or any(child.dep_ in CLAUSE_LABELS for child in token.children) or quote_near(token, last):
        return True
    if token.dep_ in ("parataxis", "ROOT", "advcl", "conj", "ccomp", "relcl", "acl"):
        return (
            comes_after(token)
            or after_as(token)
            or that_after(token, last) is not None
            or (comma_clause(token, last) or clause_follows(token, last))
        )
    return comes_after(token)


def that_after(token: Token, last: int) -> int | None:
    """The conjunction "that" behind the cue, before any finite verb."""
    for other in token.doc[last + 1 : min(last + 20, token.sent.end)]:
        if other.lower_ == "that" and other.i + 1 < len(token.doc) and other.nbor(1).tag_ not in FINITE:
            return other.i
        if other.tag_ in FINITE:
            return None
    return None


def clause_follows(token: Token, last: int) -> bool:
    """Whether a clause follows at once: a noun phrase and a finite verb that no comma or relative pronoun parts."""
    nominal = False
    for other in token.doc[last + 1 : min(last + 14, token.sent.end)]:
        if other.text in (",", ".", ":", ";") or other.is_quote or other.tag_ in ("WDT", "WP", "WP$"):
            return False
        if other.tag_ in FINITE and nominal:
            return True
        nominal = nominal or other.pos_ in ("NOUN", "PROPN", "PRON")
    return False


def comma_clause(token: Token, last: int) -> bool:
    """Whether the cue is followed by a comma and a clause: "The army says, it is the rebels who fired"."""
    doc, end = token.doc, token.sent.end
    if last + 3 >= end or doc[last + 1].text != "," or token.tag_ in ("VBN", "VBG"):
        return False
    return any(t.tag_ in ("VBZ", "VBD", "VBP", "MD") for t in doc[last + 2 : end])


def quote_right(token: Token, last: int) -> bool:
    """Whether a quotation mark or colon follows soon in the sentence."""
    return any(t.is_quote or t.text == ":" for t in token.doc[last + 1 : min(last + 6, token.sent.end)])


def quote_near(token: Token, last: int) -> bool:
    """Whether a quotation mark or colon stands close to the cue in its sentence."""
    sent = token.sent
    right = token.doc[last + 1 : min(last + 14, sent.end)]
    return any(t.is_quote or t.text == ":" for t in right) or any(
        t.is_quote for t in token.doc[max(sent.start, token.i - 14) : token.i]
    )


def comes_after(token: Token) -> bool:
    """Whether the cue stands behind or amid the words: a comma or mark divides it from a clause before it."""
    start = group_start(token)
    sent = token.sent
    if any(c.dep_ in ("nsubj", "nsubjpass") and c.tag_ in ("WDT", "WP") and c.i < token.i for c in token.children):
        return False
    if start <= sent.start:
        return False
    before = token.doc[start - 1]
    if before.text not in (",", "—", "–", "-") and not before.is_quote and before.text not in "”’\"'":
        return False
    return any(t.pos_ in ("VERB", "AUX") for t in token.doc[sent.start : start - 1]) or before.is_quote


def group_start(token: Token) -> int:
    """The first token of speaker and cue together."""
    own = [child for child in token.children if child.dep_ in ("nsubj", "nsubjpass") and child.i < token.i]
    starts = [
        child.i for child in token.children if child.dep_ in ("aux", "auxpass", "neg", "advmod") and child.i < token.i
    ]
    starts += [subject.left_edge.i for subject in own]
    adjacent = None if own else noun_before(token)
    if adjacent is not None:
        starts.append(phrase_start(adjacent))
    return min([token.i, *(start for start in starts if contiguous(token, start))])


def phrase_start(noun: Token) -> int:
    """The first token of the noun's phrase, no further back than the last comma."""
    start = noun.i
    for child in noun.lefts:
        if child.dep_ != "punct":
            start = min(start, child.left_edge.i)
    comma = max((t.i for t in noun.doc[start : noun.i] if t.text == ","), default=start - 1)
    return comma + 1


def contiguous(token: Token, start: int) -> bool:
    """Whether nothing but the speaker's own words stands between start and the cue."""
    return token.i - start <= 60
