"""Who a reporting verb's speaker is: its subject, the agent of a passive, or the phrase beside it that can speak."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from truceline.model import NameKind
from truceline.understand.attribution.media import is_medium
from truceline.understand.attribution.words import Cue, Words
from truceline.understand.clauses import agents, is_passive, own_subjects, subjects
from truceline.understand.reading import Reading

SPEAKERS_ONLY = frozenset(
    {"say", "tell", "add", "reply", "insist", "warn", "stress", "declare", "tweet", "quip", "explain"}
)
SPEAKING_LABELS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
EXPLETIVE = frozenset({"it", "there", "what", "which", "that", "this"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def speaker_of(reading: Reading, token: Token, last: int, cue: Cue, lexicon: Words) -> Token | None:
    """Who speaks: the agent of a passive, the subject, or the noun phrase that follows an inverted cue."""
    inverted = inverted_speaker(reading, token, last, lexicon) if invertible(cue) else None
    if inverted is not None and cue.medium and is_medium(reading, inverted, lexicon):
        return inverted
    if is_passive(token) or token.tag_ == "VBN" and not own_subjects(token) and token.dep_ != "conj":
        given = agents(token)
        return given[0] if given else reported_in(reading, token, last)
    given = [t for t in subjects(token) if t.lower_ not in EXPLETIVE or t.lower_ == "it" and not is_passive(token)]
    if inverted is not None and (not given or given[0].i > token.i or of_another(given[0], token) or after_as(token)):
        return inverted
    near = noun_before(token) if token.tag_ != "VBG" or token.dep_ != "advcl" else None
    told = while_acting(reading, token, lexicon)
    if told:
        return told[0]
    given = [t for t in given if t.ent_type_ not in ("DATE", "TIME")]
    candidates = [*given[:1], *([near] if near is not None else []), *over_commas(token)]
    if near is not None and not own_subjects(token):
        candidates.insert(0, near)
    able = next((t for t in candidates if can_speak(reading, t, lexicon)), None)
    return candidates[0] if able is None and candidates and cue.verb in SPEAKERS_ONLY else able


def while_acting(reading: Reading, token: Token, lexicon: Words) -> list[Token]:
    """Who acts where a participle says it beside another act: "*Ankara* condemned the raid(,) saying …".

    Empty where the noun before is itself what speaks: "a statement saying", "officials saying".
    """
    noun = token.head
    if token.tag_ != "VBG" or token.dep_ != "acl" or noun.dep_ not in ("dobj", "pobj"):
        return []
    if {noun.lower_, noun.lemma_.lower()} & (lexicon["documents"] | lexicon["unnamed"] | lexicon["media_nouns"]):
        return []
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    return [t for t in subjects(verb) if can_speak(reading, t, lexicon)] if verb.pos_ == "VERB" else []


def reported_in(reading: Reading, token: Token, last: int) -> Token | None:
    """The body of a translated "…, reported in the ministry" at the end of the words."""
    doc = token.doc
    if (
        token.i == 0
        or last + 2 >= len(doc)
        or doc[token.i - 1].text not in (",", "—", "–")
        or doc[last + 1].lower_ not in ("in", "at")
    ):
        return None
    head = next((t for t in doc[last + 1].children if t.dep_ == "pobj"), None)
    mention = reading.mention_of.get(head.i) if head is not None else None
    bodies = (NameKind.ORGANISATION, NameKind.BODY, NameKind.GOVERNMENT, NameKind.ARMED_GROUP, NameKind.MEDIA)
    return head if mention is not None and mention.name.kind in bodies else None


def invertible(cue: Cue) -> bool:
    """Whether a speaker may follow the cue."""
    return (
        bool(cue.takes & {"clause", "comment", "aside"})
        and cue.force not in ("demand", "accuse", "promise")
        and (cue.force != "hope" and cue.verb != "tell")
    )


def of_another(subject: Token, token: Token) -> bool:
    """Whether a finite verb parts the subject from the cue, so that it is that verb's."""
    between = token.doc[subject.i + 1 : token.i]
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
        segment = doc[comma + 1 : at]
        head = next((t for t in reversed(list(segment)) if t.ent_type_ == "PERSON"), None) or (
            segment.root if len(segment) and segment.root.pos_ in ("NOUN", "PROPN") else None
        )
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
    first = (
        token.i == token.sent.start
        or token.nbor(-1).lower_ in ("and", "as", "but", ",", "—", "–", "-")
        or token.nbor(-1).is_quote
        or token.nbor(-1).text in "”\"'’"
    )
    if not first:
        return None
    head = chunk.root
    if not can_speak(reading, head, lexicon):
        return None
    source = next(
        (
            t
            for t in reading.doc[chunk.end : min(chunk.end + 6, token.sent.end)]
            if t.lemma_.lower() in lexicon["unnamed"] and is_medium(reading, head, lexicon)
        ),
        None,
    )
    return source or head


def chunk_after(doc: Doc, start: int, sent: Span) -> Span | None:
    """The noun phrase that starts at or one token behind start."""
    for at in (start, start + 1):
        if at < sent.end and doc[at].pos_ in ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"):
            token = doc[at]
            while token.head is not token and token.head.left_edge.i >= at and token.head.pos_ in ("NOUN", "PROPN"):
                token = token.head
            if token.pos_ in ("NOUN", "PROPN", "PRON"):
                return doc[at : token.i + 1] if token.i >= at else None
    return None


def noun_before(token: Token) -> Token | None:
    """The noun that ends right before the cue, adverbs and auxiliaries aside."""
    for before in reversed(list(token.sent[: token.i - token.sent.start])):
        if before.ent_type_ in ("DATE", "TIME"):
            return None
        if before.pos_ in ("NOUN", "PROPN", "PRON"):
            return before
        if before.pos_ not in ("ADV", "AUX", "PART"):
            return None
    return None
