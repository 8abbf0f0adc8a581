"""From the token of a speaker to the voices of a chain: the name, the class, the body a spokesman speaks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from truceline.model import Name, NameKind, Voice, VoiceClass
from truceline.understand.attribution.media import is_medium, medium_class
from truceline.understand.attribution.words import Words, words
from truceline.understand.clauses import phrase, possessors, unfold
from truceline.understand.reading import Mention, Reading

BODIES = {NameKind.ORGANISATION, NameKind.ARMED_GROUP, NameKind.GOVERNMENT, NameKind.BODY, NameKind.PLACE}
BODY_LABELS = {"ORG", "GPE", "NORP", "LOC", "FAC"}


def name_at(reading: Reading, token: Token) -> Name:
    """Who or what the token stands for: its mention, that of an apposition that names it, else the phrase's words."""
    mention = named_mention(reading, token)
    if mention is not None:
        return mention.name
    return phrase_name(reading, token)


def named_mention(reading: Reading, token: Token) -> Mention | None:
    """The mention at the token; where that only describes ("its envoy"), one in apposition that names a person."""
    mention = reading.mention_headed.get(token.i) or reading.mention_of.get(token.i)
    if mention is not None and mention.by == "name":
        return mention
    for other in beside(token):
        named = reading.mention_headed.get(other.i) or reading.mention_of.get(other.i)
        if named is None or named.by not in ("name", "surname"):
            continue
        office = token.lemma_.lower() in words()["offices"] and other.pos_ == "PROPN"
        if named.name.kind is NameKind.PERSON or office:
            return named
    return mention


def beside(token: Token) -> Iterator[Token]:
    """The appositions of a noun and what it is an apposition to."""
    for child in token.children:
        if child.dep_ == "appos":
            yield child
            yield from (grand for grand in child.children if grand.dep_ == "appos")
    if token.dep_ == "appos":
        yield token.head


def phrase_name(reading: Reading, token: Token) -> Name:
    """A name from the parse alone: the named entity or proper noun at the token or beside it, else its phrase."""
    for candidate in (token, *beside(token)):
        if candidate.ent_type_ == "PERSON":
            return entity_name(candidate, NameKind.PERSON)
    if token.ent_type_ in BODY_LABELS and token.pos_ == "PROPN":
        return entity_name(token, NameKind.ORGANISATION)
    proper = [other for other in beside(token) if other.pos_ == "PROPN"]
    chosen = phrase(proper[0] if proper and token.pos_ == "NOUN" else token)
    kept = [t for t in chosen if t.i >= chosen[0].i]
    span = reading.doc[kept[0].i : kept[-1].i + 1] if kept else reading.doc[token.i : token.i + 1]
    kind = NameKind.PERSON if token.pos_ == "PRON" or token.pos_ == "PROPN" else NameKind.OTHER
    return Name(span.text, span.text, kind)


def entity_name(token: Token, kind: NameKind) -> Name:
    """The words of the named entity at a token."""
    start, end = token.i, token.i + 1
    while start > 0 and token.doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(token.doc) and token.doc[end].ent_iob_ == "I":
        end += 1
    words = token.doc[start:end].text
    return Name(words, words, kind)


def voices(reading: Reading, token: Token, lexicon: Words) -> tuple[Voice, ...]:
    """The voice at a token, and the body it speaks for where it is a spokesman."""
    name = name_at(reading, token)
    first = Voice(name, voice_class(reading, token, name, lexicon))
    return (first, *spoken_for(reading, token, lexicon, name))


def voice_class(reading: Reading, token: Token, name: Name, lexicon: Words) -> VoiceClass:
    """What the voice is, by its name's kind and its noun."""
    if is_medium(reading, token, lexicon):
        return medium_class(reading, token, lexicon)
    mention = named_mention(reading, token)
    resolved = mention is not None and mention.by not in ("", "collective") and bare(name.name) != bare(name.words)
    if name.kind is NameKind.DOCUMENT or (token.lemma_.lower() in lexicon["documents"] and not resolved):
        return VoiceClass.DOCUMENT
    if (
        token.lemma_.lower() in lexicon["unnamed"]
        and name.kind is not NameKind.PERSON
        and not resolved
        and bare(name.words) == bare(name.name)
        and not has_name(token)
    ):
        return VoiceClass.UNNAMED
    if name.kind in BODIES or token.pos_ == "NOUN" and name.kind is not NameKind.PERSON:
        return VoiceClass.OFFICIAL
    return VoiceClass.NAMED


def bare(words: str) -> str:
    """The words in lower case without an article."""
    return words.lower().removeprefix("the ").removeprefix("a ").removeprefix("an ")


def has_name(token: Token) -> bool:
    """Whether a proper name of a person stands with the noun."""
    return any(t.ent_type_ == "PERSON" for t in (token, *beside(token)))


def spoken_for(reading: Reading, token: Token, lexicon: Words, name: Name) -> tuple[Voice, ...]:
    """The body that a spokesman speaks for, where the phrase names it."""
    for noun in nouns_of(token):
        if noun.lemma_.lower() == "head":
            noun = next(
                (
                    t
                    for t in noun.subtree
                    if t.lemma_ in ("service", "office")
                    and t.i > noun.i
                    and any(c.lower_ == "press" for c in t.children)
                ),
                noun,
            )
        elif noun.lemma_.lower() not in lexicon["spokespeople"] or shares_office(noun):
            continue
        if noun.lemma_.lower() == "head":
            continue
        for body in body_tokens(noun):
            if body.pos_ == "ADJ" and reading.mention_of.get(body.i) is None and body.lower_ not in lexicon["bodies"]:
                continue
            found = name_at(reading, body)
            if found.name != name.name and body.pos_ != "PRON" or found.name != found.words:
                return (Voice(found, VoiceClass.OFFICIAL),)
    return ()


def nouns_of(token: Token) -> Iterator[Token]:
    """The noun, its appositions and the titles before it."""
    for noun in (token, *beside(token)):
        yield noun
        yield from (child for child in noun.children if child.dep_ in ("compound", "nmod", "amod") and child.i < noun.i)


def shares_office(noun: Token) -> bool:
    """Whether the title is one of several: "minister of communication and spokesman"."""
    return noun.dep_ == "conj" or any(child.dep_ == "conj" and child.pos_ == "NOUN" for child in noun.children)


def body_tokens(noun: Token) -> Iterator[Token]:
    """Candidates for the body of a spokesman, likeliest first: "army spokesman", "the army's", "for the army"."""
    yield from possessors(noun)
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ in ("of", "for", "in"):
            for target in (child for child in prep.children if child.dep_ == "pobj"):
                yield from named_in(target)
    before: Iterable[Token] = [c for c in noun.children if c.dep_ in ("compound", "amod", "nmod") and c.i < noun.i]
    yield from (child for child in before if child.pos_ in ("NOUN", "PROPN", "ADJ") and child.lower_ not in RANKS)
    if noun.dep_ in ("compound", "nmod", "amod"):
        yield from (
            c
            for c in noun.head.children
            if c.i < noun.i and c.dep_ in ("compound", "nmod", "amod", "poss") and c.lower_ not in RANKS
        )


def named_in(target: Token) -> Iterator[Token]:
    """A noun, or for "in the name of the front" what is named."""
    if target.lower_ in ("name", "behalf"):
        for prep in target.children:
            yield from unfold(child for child in prep.children if child.dep_ == "pobj")
    else:
        yield target


RANKS = frozenset(
    "general colonel major captain lieutenant brigadier official chief senior deputy first its his".split()
)
