"""Where somebody reports something: the cue, its speaker, and on which side of the cue the words stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from truceline.model import NameKind
from truceline.understand.attribution.media import is_medium
from truceline.understand.attribution.words import Cue, Words
from truceline.understand.clauses import agents, is_passive, own_subjects, subjects
from truceline.understand.reading import Reading

UNSAID = frozenset({"say", "report", "confirm", "claim", "hope", "demand", "promise"})
MODALS = frozenset("will would could may might can shall should must".split())
CLAUSE_LABELS = frozenset({"ccomp", "xcomp"})
DEED_WORDS = frozenset("of for from against on as at about that to".split())
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SPEAKERS_ONLY = frozenset({"say", "tell", "add", "reply", "insist", "warn", "stress", "declare", "tweet", "quip", "explain"})
SPEAKING_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
EXPLETIVE = frozenset({"it", "there", "what", "which", "that", "this"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A reporting verb in its sense. `speaker` is the head of who speaks, None where the sentence names nobody."""

    cue: Cue
    token: Token
    last: int
    speaker: Token | None


def hits(reading: Reading, lexicon: Words) -> list[Hit]:
    """The reporting verbs of a report, in text order."""
    found = (hit_at(reading, token, lexicon) for token in reading.doc)
    return [hit for hit in found if hit is not None]


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


def phrase_end(token: Token, cue: Cue) -> int | None:
    """The last token of the cue ("point out"); None where its further words are missing."""
    after = token.i + 1
    for word in cue.rest:
        if after >= len(token.doc) or token.doc[after].lower_ != word:
            return None
        after += 1
    return after - 1


def takes_here(token: Token, last: int, cue: Cue) -> bool:
    """Whether what the sense reports is there."""
    takes = cue.takes
    if "clause" in takes and says_clause(token, last):
        return True
    if "source" in takes and any(t.pos_ in ("NOUN", "PROPN") for t in token.doc[last + 1:min(last + 6, token.sent.end)]):
        return True
    if "comment" in takes and (any(c.dep_ == "ccomp" for c in token.children) or quote_near(token, last)):
        return True
    if "aside" in takes and (comes_after(token) or quote_right(token, last)):
        return True
    if "number" in takes and any(t.like_num or t.pos_ == "NUM" for t in token.subtree if t.i > last):
        return True
    if "deed" in takes and any(
        (c.dep_ in ("prep", "oprd", "dobj", "ccomp", "xcomp") and c.i > token.i) or c.lower_ in DEED_WORDS and c.i > token.i
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
        things = [t for t in token.doc[token.i + 1:min(token.i + 9, token.sent.end)] if t.pos_ == "NOUN"]
    return any(not cue.only or thing.lemma_.lower() in cue.only for thing in things)


def infinitive(token: Token) -> Token | None:
    """The infinitive that is asked for or promised."""
    return next((t for c in token.children for t in (c, *c.children)
                 if t.i > token.i and t.tag_ == "VB" and t.dep_ in ("xcomp", "ccomp", "advcl", "acl")), None)


def says_clause(token: Token, last: int) -> bool:
    """Whether a clause or quotation is said, on either side."""
    if after_as(token) or any(child.dep_ in CLAUSE_LABELS for child in token.children) or quote_near(token, last):
        return True
    if token.dep_ in ("parataxis", "ROOT", "advcl", "conj", "ccomp", "relcl", "acl"):
        return comes_after(token) or after_as(token) or that_after(token, last) is not None or (
            comma_clause(token, last) or clause_follows(token, last))
    return comes_after(token)


def that_after(token: Token, last: int) -> int | None:
    """The conjunction "that" behind the cue, before any finite verb."""
    for other in token.doc[last + 1:min(last + 20, token.sent.end)]:
        if other.lower_ == "that" and other.i + 1 < len(token.doc) and other.nbor(1).tag_ not in FINITE:
            return other.i
        if other.tag_ in FINITE:
            return None
    return None


def clause_follows(token: Token, last: int) -> bool:
    """Whether a clause follows at once: a noun phrase and a finite verb that no comma or relative pronoun parts."""
    nominal = False
    for other in token.doc[last + 1:min(last + 14, token.sent.end)]:
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
    return any(t.tag_ in ("VBZ", "VBD", "VBP", "MD") for t in doc[last + 2:end])


def quote_right(token: Token, last: int) -> bool:
    """Whether a quotation mark or colon follows soon in the sentence."""
    return any(t.is_quote or t.text == ":" for t in token.doc[last + 1:min(last + 6, token.sent.end)])


def quote_near(token: Token, last: int) -> bool:
    """Whether a quotation mark or colon stands close to the cue in its sentence."""
    sent = token.sent
    right = token.doc[last + 1:min(last + 14, sent.end)]
    return any(t.is_quote or t.text == ":" for t in right) or any(t.is_quote for t in token.doc[max(sent.start, token.i - 14):token.i])


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
    return any(t.pos_ in ("VERB", "AUX") for t in token.doc[sent.start:start - 1]) or before.is_quote


def group_start(token: Token) -> int:
    """The first token of speaker and cue together."""
    own = [child for child in token.children if child.dep_ in ("nsubj", "nsubjpass") and child.i < token.i]
    starts = [child.i for child in token.children if child.dep_ in ("aux", "auxpass", "neg", "advmod") and child.i < token.i]
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
    comma = max((t.i for t in noun.doc[start:noun.i] if t.text == ","), default=start - 1)
    return comma + 1


def contiguous(token: Token, start: int) -> bool:
    """Whether nothing but the speaker's own words stands between start and the cue."""
    return token.i - start <= 60


def speaker_of(reading: Reading, token: Token, last: int, cue: Cue, lexicon: Words) -> Token | None:
    """Who speaks: the agent of a passive, the subject, or the noun phrase that follows an inverted cue."""
    inverted = inverted_speaker(reading, token, last, lexicon) if invertible(token, cue) else None
    if inverted is not None and cue.medium and is_medium(reading, inverted, lexicon):
        return inverted
    if is_passive(token) or token.tag_ == "VBN" and not own_subjects(token) and token.dep_ != "conj":
        given = agents(token)
        return given[0] if given else reported_in(reading, token, last)
    given = [t for t in subjects(token) if t.lower_ not in EXPLETIVE or t.lower_ == "it" and not is_passive(token)]
    if inverted is not None and (not given or given[0].i > token.i or of_another(given[0], token) or after_as(token)):
        return inverted
    near = noun_before(token)
    candidates = [*given[:1], *([near] if near is not None else []), *over_commas(token)]
    if near is not None and not own_subjects(token):
        candidates.insert(0, near)
    able = next((t for t in candidates if can_speak(reading, t, lexicon)), None)
    return candidates[0] if able is None and candidates and cue.verb in SPEAKERS_ONLY else able


def reported_in(reading: Reading, token: Token, last: int) -> Token | None:
    """The body of a translated "…, reported in the ministry" at the end of the words."""
    doc = token.doc
    if token.i == 0 or last + 2 >= len(doc) or doc[token.i - 1].text not in (",", "—", "–") or doc[last + 1].lower_ not in ("in", "at"):
        return None
    head = next((t for t in doc[last + 1].children if t.dep_ == "pobj"), None)
    mention = reading.mention_of.get(head.i) if head is not None else None
    bodies = (NameKind.ORGANISATION, NameKind.BODY, NameKind.GOVERNMENT, NameKind.ARMED_GROUP, NameKind.MEDIA)
    return head if mention is not None and mention.name.kind in bodies else None


def invertible(token: Token, cue: Cue) -> bool:
    """Whether a speaker may follow the cue."""
    return bool(cue.takes & {"clause", "comment", "aside"}) and cue.force not in ("demand", "accuse", "promise") and (
        cue.force != "hope" and cue.verb != "tell")


def of_another(subject: Token, token: Token) -> bool:
    """Whether a finite verb parts the subject from the cue, so that it is that verb's."""
    between = token.doc[subject.i + 1:token.i]
    inside = {t.i for t in subject.subtree}
    return subject.i < token.i and any(t.tag_ in ("VBD", "VBZ", "VBP") and t.i not in inside for t in between)


def can_speak(reading: Reading, token: Token, lexicon: Words) -> bool:
    """Whether the token may stand for a person, body, document or medium."""
    mention = reading.mention_headed.get(token.i)
    if mention is not None:
        return True
    if token.pos_ in ("PROPN", "PRON") or token.ent_type_ in SPEAKING_LABELS:
        return token.ent_type_ not in ("DATE", "TIME", "CARDINAL", "MONEY", "EVENT", "LAW")
    lemma = token.lemma_.lower()
    kinds = ("unnamed", "bodies", "offices", "documents", "media_nouns", "count_nouns", "spokespeople")
    return any(lemma in lexicon[kind] or token.lower_ in lexicon[kind] for kind in kinds)


def over_commas(token: Token) -> list[Token]:
    """The nouns that end the phrases before the cue which commas part: "the envoy, Ana Ruiz, warned"."""
    found: list[Token] = []
    doc, start = token.doc, token.sent.start
    at = token.i - 1
    while at > start and doc[at].pos_ in ("ADV", "AUX", "PART"):
        at -= 1
    if at <= start or doc[at].text != ",":
        return []
    for _ in range(3):
        comma = next((i for i in range(at - 1, start - 1, -1) if doc[i].text == ","), start - 1)
        segment = doc[comma + 1:at]
        head = next((t for t in reversed(list(segment)) if t.ent_type_ == "PERSON"), None) or (
            segment.root if len(segment) and segment.root.pos_ in ("NOUN", "PROPN") else None)
        if head is not None and not (len(segment) and segment[0].lower_ in ("who", "which", "whose")):
            found.append(head)
        at = comma
        if at <= start:
            break
    return sorted(found, key=lambda t: t.ent_type_ != "PERSON")


def after_as(token: Token) -> bool:
    """Whether the cue follows "as": "as informs TASS"."""
    return token.i > 0 and token.nbor(-1).lower_ == "as"


def inverted_speaker(reading: Reading, token: Token, last: int, lexicon: Words) -> Token | None:
    """The head of the noun phrase right after the cue, where that phrase is its subject: ", said the mayor"."""
    chunk = chunk_after(reading.doc, last + 1, token.sent)
    if chunk is None:
        return None
    if any(c.dep_ == "ccomp" and c.i > token.i for c in token.children) and token.i > token.sent.start + 1:
        return None
    first = token.i == token.sent.start or token.nbor(-1).lower_ in ("and", "as", "but", ",", "—", "–", "-") \
        or token.nbor(-1).is_quote or token.nbor(-1).text in "”\"'’"
    if not first:
        return None
    head = chunk.root
    if not can_speak(reading, head, lexicon):
        return None
    source = next((t for t in reading.doc[chunk.end:min(chunk.end + 6, token.sent.end)]
                   if t.lemma_.lower() in lexicon["unnamed"] and is_medium(reading, head, lexicon)), None)
    return source or head


def chunk_after(doc: Doc, start: int, sent: Span) -> Span | None:
    """The noun phrase that starts at or one token behind start."""
    for at in (start, start + 1):
        if at < sent.end and doc[at].pos_ in ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"):
            token = doc[at]
            while token.head is not token and token.head.left_edge.i >= at and token.head.pos_ in ("NOUN", "PROPN"):
                token = token.head
            if token.pos_ in ("NOUN", "PROPN", "PRON"):
                return doc[at:token.i + 1] if token.i >= at else None
    return None


def noun_before(token: Token) -> Token | None:
    """The noun that ends right before the cue, adverbs and auxiliaries aside."""
    for before in reversed(list(token.sent[: token.i - token.sent.start])):
        if before.pos_ in ("NOUN", "PROPN", "PRON"):
            return before
        if before.pos_ not in ("ADV", "AUX", "PART"):
            return None
    return None


def walk_up(token: Token) -> Iterator[Token]:
    """The token's ancestors, nearest first."""
    while token.head is not token:
        token = token.head
        yield token
