"""An office's title and state, read off the words of its introduction."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping

from spacy.tokens import Doc, Token

from truceline.model import NameKind, Zone
from truceline.understand.lexicon import load
from truceline.understand.mentions.gazetteer import fold, words_of
from truceline.understand.reading import Mention, Reading
from truceline.understand.roles_organisations import ACTORS, TEAMS, owners
from truceline.understand.roles_patterns import OWNED, Introduction, is_head, is_possessive

ARTICLES = frozenset({"the", "a", "an", "one", "of", "its", "his", "her", "their", "our", "my"})
LEFT_OVER = frozenset("self proclaimed declared so called self-proclaimed so-called".split())
"""What stands before an organisation's name, and stays when that is cut off."""
KEPT = frozenset({"of", "for", "to", "and", "on", "in", "the"})


def title_of(reading: Reading, i: Introduction, peoples: Mapping[int, object]) -> str:
    """The office without articles, owners and names: "chief negotiator", "peace envoy for Syria"."""
    doc = reading.doc
    here = {id(m): m for at in range(i.start, i.end) if (m := reading.mention_of.get(at)) is not None}
    named = {
        t
        for m in here.values()
        if m.by in ("name", "surname", "acronym", "metonym") and m.name.kind is not NameKind.OTHER
        for t in range(m.start, m.end)
    }
    owned = owners(doc, i) | bodies(reading, i)
    words = [
        doc[at] for at in range(i.start, i.end) if at not in owned and (at not in named or kept_place(reading, at, i))
    ]
    words = [t for t in words if not t.is_punct or t.text == "-"]
    words = [
        t
        for t in words
        if t.i not in peoples
        and t.ent_type_ != "NORP"
        and not is_possessive(t)
        and fold(t.text) not in words_of("offices", "left")
    ]
    return tidy(words)


def bodies(reading: Reading, i: Introduction) -> set[int]:
    """The tokens after the head that only say whose office it is: "of the opposition", but not "of the delegation"."""
    doc, head = reading.doc, i.heads[-1]
    start = head + 1
    if start >= i.end or doc[start].lower_ not in ("of", "for", "in"):
        return set()
    inside = starting(reading, range(start + 1, i.end))
    first = next((m for m in inside if m.name.kind in ACTORS), None)
    if first is not None and first.end < i.end and is_head(doc[first.end]):
        return set()
    if (
        first is None
        or first.start > start + 2
        or fold(doc[first.head].text) in TEAMS
        or doc[start].lower_ == "for"
        and first.by == "name"
    ):
        return set()
    return set(range(start, min(i.end, first.end)))


def starting(reading: Reading, tokens: range) -> list[Mention]:
    """The mentions that start at the tokens, in order, the longest first at each."""
    low = bisect_left(reading.mentions, tokens.start, key=lambda m: m.start)
    high = bisect_left(reading.mentions, tokens.stop, key=lambda m: m.start)
    return sorted(reading.mentions[low:high], key=lambda m: (m.start, -m.end))


def kept_place(reading: Reading, at: int, i: Introduction) -> bool:
    """Whether a place belongs to the title: "envoy for Syria", "Ambassador to Kazakhstan"."""
    before = reading.doc[at - 1]
    return (
        at > i.heads[0]
        and before.lower_ in ("for", "to", "on")
        and reading.mention_of[at].name.kind in (NameKind.PLACE, NameKind.GOVERNMENT)
    )


def tidy(words: list[Token]) -> str:
    """The words as one title, without joining words left over at the rims."""
    while words and words[0].lower_ in ARTICLES | {"and", "-", "ex"}:
        words = words[1:]
    while words and (
        words[-1].lower_ in KEPT | OWNED | LEFT_OVER | {"-", "a", "by", "with", "from", "under", "at", "name"}
        or words[-1].tag_ == "DT"
    ):
        words = words[:-1]
    short: dict[str, str] = load("offices")["abbreviations"]
    if len(words) <= 2 and words and fold(words[0].text) in short:
        return short[fold(words[0].text)]
    text = "".join(
        t.text + (" " if t.whitespace_ or t.text != "-" and t.i + 1 < len(t.doc) and t.doc[t.i + 1].text != "-" else "")
        for t in words
    )
    return " ".join(text.split())


def state(doc: Doc, i: Introduction) -> str:
    """holds, left ("former", "ex-", "resigned as") or takes ("newly appointed", "was named")."""
    words = {fold(t.text) for t in doc[max(0, i.start - 2) : i.heads[0]]}
    if words & words_of("offices", "left") and "late" not in words:
        return "left"
    verb = governing(doc, i)
    if verb is None:
        return "holds"
    lemma = verb.lemma_.lower()
    if lemma in words_of("offices", "leaves") and (
        lemma != "step" or any(c.lower_ in ("down", "aside") for c in verb.children)
    ):
        return "left"
    if gives_up(verb):
        return "left"
    passive_or_object = i.person[0] > verb.i or any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
    return "takes" if lemma in words_of("offices", "takes") and passive_or_object else "holds"


def gives_up(verb: Token) -> bool:
    """Whether the verb tells its subject's own leaving: "announced his resignation", "said he is quitting"."""
    if verb.lemma_.lower() in words_of("offices", "keeps") or any(child.dep_ == "neg" for child in verb.children):
        return False
    for child in verb.children:
        if child.dep_ == "dobj" and child.lemma_.lower() == "resignation":
            return verb.lemma_.lower() in words_of("offices", "offers resignation")
        if child.dep_ in ("ccomp", "xcomp") and child.lemma_.lower() in words_of("offices", "leaves"):
            own = [c for c in child.children if c.dep_ in ("nsubj", "nsubjpass")]
            down = child.lemma_ != "step" or any(c.lower_ in ("down", "aside") for c in child.children)
            mine = all(c.lower_ in ("he", "she") for c in own) and not any(c.dep_ == "neg" for c in child.children)
            return down and mine and (bool(own) or verb.lemma_.lower() in words_of("offices", "decides"))
    return False


def governing(doc: Doc, i: Introduction) -> Token | None:
    """The verb whose subject or object the introduced person is."""
    for at in (*i.heads, i.person[1] - 1):
        token = doc[at]
        while token.dep_ in ("appos", "compound", "conj", "nmod", "poss") and token.head is not token:
            token = token.head
        if token.dep_ in ("nsubj", "nsubjpass", "dobj") and token.head.pos_ == "VERB":
            verb: Token = token.head
            return verb
    return None


def in_body(reading: Reading, token: int) -> bool:
    """Whether the token stands in the report's body."""
    start, _ = reading.text.span(reading.doc[token].idx, reading.doc[token].idx + 1)
    return reading.text.zone(start) is Zone.BODY
