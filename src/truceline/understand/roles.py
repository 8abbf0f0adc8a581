"""Persons' offices: title, organisation, and whether it is held, left or taken; once a report, person and title."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from truceline.model import Name, NameKind, Role, Statement, Zone
from truceline.understand.clauses import agents, antecedent, objects, subjects
from truceline.understand.lexicon import load
from truceline.understand.mentions.gazetteer import fold, words_of
from truceline.understand.reading import Mention, Reading
from truceline.understand.roles_organisations import Organisations, owners
from truceline.understand.roles_patterns import Introduction, introductions, is_head

EXTRACTOR = "roles"
ARTICLES = frozenset({"the", "a", "an", "one", "of", "its", "his", "her", "their", "our", "my"})
KEPT = frozenset({"of", "for", "to", "and", "on", "in", "the"})


def extract(reading: Reading) -> tuple[Statement, ...]:
    """The offices that a report gives to named persons."""
    persons = people(reading)
    organisations = Organisations(reading)
    found = [*introduced(reading, persons, organisations), *led(reading, persons, organisations)]
    return tuple(once(sorted(found, key=lambda role: (role.start, role.end))))


def people(reading: Reading) -> dict[int, Mention]:
    """First token of a person's name -> the mention."""
    named = (m for m in reading.mentions if m.name.kind is NameKind.PERSON and m.by in ("name", "surname"))
    return {m.start: m for m in named}


def once(found: Iterable[Role]) -> Iterator[Role]:
    """Each person and title once, the first that names an organisation before those that do not."""
    kept: dict[tuple[str, frozenset[str]], Role] = {}
    for role in found:
        key = role.person.name, frozenset(word[:5] for word in fold(role.title).split() if word not in KEPT)
        known = next((k for k in kept if k[0] == key[0] and (k[1] <= key[1] or key[1] <= k[1])), None)
        if known is None:
            kept[key] = role
        elif kept[known].organisation is None and role.organisation is not None:
            kept[known] = role
    yield from kept.values()


def in_body(reading: Reading, token: int) -> bool:
    """Whether the token stands in the report's body."""
    start, _ = reading.text.span(reading.doc[token].idx, reading.doc[token].idx + 1)
    return reading.text.zone(start) is Zone.BODY


def introduced(reading: Reading, persons: dict[int, Mention], organisations: Organisations) -> Iterator[Role]:
    """Offices that stand beside the name."""
    for i in introductions(reading.doc, {start: m.end for start, m in persons.items()}):
        if not in_body(reading, i.person[0]):
            continue
        title = title_of(reading, i)
        organisation = organisations.of(i)
        minor = all(fold(reading.doc[h].text) in words_of("offices", "minor") for h in i.heads)
        if not title or minor and organisation is None:
            continue
        span = min(i.start, i.person[0]), max(i.end, i.person[1])
        yield Role(**reading.evidence(*span), chain=reading.chain(i.heads[0]), person=persons[i.person[0]].name, title=title,
                   organisation=organisation, state=state(reading.doc, i), extractor=EXTRACTOR)


def title_of(reading: Reading, i: Introduction) -> str:
    """The office without articles, owners and names: "chief negotiator", "peace envoy for Syria"."""
    doc = reading.doc
    named = {t for m in reading.mentions if m.by in ("name", "surname", "acronym", "metonym") for t in range(m.start, m.end)}
    owned = owners(doc, i)
    words = [doc[at] for at in range(i.start, i.end) if at not in owned and (at not in named or kept_place(reading, at, i))]
    words = [t for t in words if not t.is_punct or t.text == "-"]
    words = [t for t in words if t.ent_type_ not in ("NORP",) and t.tag_ != "POS" and fold(t.text) not in words_of("offices", "left")]
    return tidy(words)


def kept_place(reading: Reading, at: int, i: Introduction) -> bool:
    """Whether a place belongs to the title: "envoy for Syria", "Ambassador to Kazakhstan"."""
    before = reading.doc[at - 1]
    return at > i.heads[0] and before.lower_ in ("for", "to", "on") and reading.mention_of[at].name.kind in (NameKind.PLACE, NameKind.GOVERNMENT)


def tidy(words: list[Token]) -> str:
    """The words as one title, without joining words left over at the rims."""
    while words and words[0].lower_ in ARTICLES | {"and"}:
        words = words[1:]
    while words and (words[-1].lower_ in KEPT | {"-", "a", "by", "with", "from", "under", "at"} or words[-1].tag_ == "DT"):
        words = words[:-1]
    text = "".join(t.text + (" " if t.whitespace_ or t.text != "-" and t.i + 1 < len(t.doc) and t.doc[t.i + 1].text != "-" else "") for t in words)
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
    if lemma in words_of("offices", "leaves") and (lemma != "step" or any(c.lower_ in ("down", "aside") for c in verb.children)):
        return "left"
    passive_or_object = i.person[0] > verb.i or any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)
    return "takes" if lemma in words_of("offices", "takes") and passive_or_object else "holds"


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


def led(reading: Reading, persons: dict[int, Mention], organisations: Organisations) -> Iterator[Role]:
    """Offices that a verb tells: "X, who leads the delegation of Y", "the team headed by X", "resigned as head of Y"."""
    titles: dict[str, str] = load("offices")["leads"]
    heads = {m.head: m for m in persons.values()} | {m.end - 1: m for m in persons.values()}
    for verb in reading.doc:
        lemma = verb.lemma_.lower()
        if verb.pos_ not in ("VERB", "AUX") and verb.tag_ != "VBN" or not in_body(reading, verb.i):
            continue
        if lemma in titles:
            yield from leading(reading, verb, titles[lemma], heads, organisations)


def leading(reading: Reading, verb: Token, title: str, heads: dict[int, Mention], organisations: Organisations) -> Iterator[Role]:
    """The office of one verb of leading."""
    by = [heads[t.i] for t in agents(verb) if t.i in heads]
    if by:
        noun = antecedent(verb)
        what = [noun] if noun is not None else subjects(verb)
        yield from leader(reading, by[0], title, what, organisations, verb)
        return
    who = [heads[t.i] for t in subjects(verb) if t.i in heads]
    if who and objects(verb):
        yield from leader(reading, who[0], title, objects(verb)[:1], organisations, verb)


def leader(reading: Reading, person: Mention, title: str, what: list[Token], organisations: Organisations, verb: Token) -> Iterator[Role]:
    """The role, where what is led is a group, body or place."""
    for thing in what[:1]:
        organisation = organisations.around(thing)
        if organisation is None:
            return
        led_noun = "" if thing.pos_ == "PROPN" or thing.lower_ in GROUP_NOUNS else f" of the {thing.text}"
        last = max(thing.right_edge.i if len(list(thing.subtree)) < 12 else thing.i, person.end - 1) if thing.i > verb.i else person.end - 1
        first = min(person.start, thing.i, verb.i)
        yield Role(**reading.evidence(first, max(last, verb.i) + 1), chain=reading.chain(verb.i), person=person.name, title=title + led_noun,
                   organisation=organisation, extractor=EXTRACTOR)


GROUP_NOUNS = frozenset("group faction movement militia party organisation organization alliance coalition army rebels guerrillas which that who".split())

