"""Persons' offices: title, organisation, and whether it is held, left or taken; once a report, person and title."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Doc, Token

from truceline.model import Name, NameKind, Role, Statement, Zone
from truceline.understand.clauses import agents, antecedent, is_passive, objects, subjects
from truceline.understand.lexicon import load
from truceline.understand.mentions.gazetteer import fold, words_of
from truceline.understand.reading import Mention, Reading
from truceline.understand.roles_organisations import ACTORS, TEAMS, Organisations, owners
from truceline.understand.roles_patterns import OWNED, Introduction, introductions, is_head, is_possessive, passes

EXTRACTOR = "roles"
ARTICLES = frozenset({"the", "a", "an", "one", "of", "its", "his", "her", "their", "our", "my"})
KEPT = frozenset({"of", "for", "to", "and", "on", "in", "the"})


def extract(reading: Reading) -> tuple[Statement, ...]:
    """The offices that a report gives to named persons."""
    persons = people(reading)
    organisations = Organisations(reading)
    found = [*introduced(reading, persons, organisations), *led(reading, persons, organisations),
             *announced(reading, persons, organisations), *changed(reading, organisations)]
    return tuple(once(sorted(found, key=lambda role: (role.start, role.end))))


def people(reading: Reading) -> dict[int, Mention]:
    """First token of a person's name -> the mention."""
    named = (m for m in reading.mentions if m.name.kind is NameKind.PERSON and m.by in ("name", "surname"))
    return {m.start: m for m in named}


def once(found: Iterable[Role]) -> Iterator[Role]:
    """Each person and title once, the first that names an organisation before those that do not."""
    kept: dict[str, dict[frozenset[str], Role]] = defaultdict(dict)
    for role in found:
        words = frozenset(word[:5] for word in fold(role.title).split() if word not in KEPT)
        own = kept[role.person.name]
        known = next((k for k in own if (k <= words or words <= k) and own[k].state == role.state), None)
        if known is None:
            own[words] = role
        elif better(role, own[known]):
            own[known] = role
    yield from (role for own in kept.values() for role in own.values())


def better(role: Role, known: Role) -> bool:
    """Whether a second statement of an office says more: whose it is, or more words at the same place."""
    if known.organisation is None and role.organisation is not None:
        return True
    return len(role.title) > len(known.title) and role.start <= known.end and known.start <= role.end


def in_body(reading: Reading, token: int) -> bool:
    """Whether the token stands in the report's body."""
    start, _ = reading.text.span(reading.doc[token].idx, reading.doc[token].idx + 1)
    return reading.text.zone(start) is Zone.BODY


def introduced(reading: Reading, persons: dict[int, Mention], organisations: Organisations) -> Iterator[Role]:
    """Offices that stand beside the name."""
    for i in introductions(reading.doc, {start: m.end for start, m in persons.items()}):
        if not in_body(reading, i.person[0]):
            continue
        title = title_of(reading, i, organisations.peoples)
        organisation = organisations.of(i)
        minor = all(fold(reading.doc[h].text) in words_of("offices", "minor") for h in i.heads)
        if not title or minor and organisation is None and " " not in title:
            continue
        span = min(i.start, i.person[0]), max(i.end, i.person[1])
        yield Role(**reading.evidence(*span), chain=reading.chain(i.heads[0]), person=persons[i.person[0]].name, title=title,
                   organisation=organisation, state=state(reading.doc, i), extractor=EXTRACTOR)


def title_of(reading: Reading, i: Introduction, peoples: Mapping[int, object]) -> str:
    """The office without articles, owners and names: "chief negotiator", "peace envoy for Syria"."""
    doc = reading.doc
    here = {id(m): m for at in range(i.start, i.end) if (m := reading.mention_of.get(at)) is not None}
    named = {t for m in here.values() if m.by in ("name", "surname", "acronym", "metonym") and m.name.kind is not NameKind.OTHER
             for t in range(m.start, m.end)}
    owned = owners(doc, i) | bodies(reading, i)
    words = [doc[at] for at in range(i.start, i.end) if at not in owned and (at not in named or kept_place(reading, at, i))]
    words = [t for t in words if not t.is_punct or t.text == "-"]
    words = [t for t in words if t.i not in peoples and t.ent_type_ != "NORP" and not is_possessive(t) and fold(t.text) not in words_of("offices", "left")]
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
    if first is None or first.start > start + 2 or fold(doc[first.head].text) in TEAMS or doc[start].lower_ == "for" and first.by == "name":
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
    return at > i.heads[0] and before.lower_ in ("for", "to", "on") and reading.mention_of[at].name.kind in (NameKind.PLACE, NameKind.GOVERNMENT)


def tidy(words: list[Token]) -> str:
    """The words as one title, without joining words left over at the rims."""
    while words and words[0].lower_ in ARTICLES | {"and", "-", "ex"}:
        words = words[1:]
    while words and (words[-1].lower_ in KEPT | OWNED | {"-", "a", "by", "with", "from", "under", "at", "name"} or words[-1].tag_ == "DT"):
        words = words[:-1]
    short: dict[str, str] = load("offices")["abbreviations"]
    if len(words) <= 2 and words and fold(words[0].text) in short:
        return short[fold(words[0].text)]
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


def announced(reading: Reading, persons: dict[int, Mention], organisations: Organisations) -> Iterator[Role]:
    """Offices that a report gives before the name: "The chief negotiator of … walked out", the name in the next sentence."""
    beside = {h for i in introductions(reading.doc, {s: m.end for s, m in persons.items()}) for h in i.heads}
    for m in reading.mentions:
        if m.by == "title" and m.head not in beside and in_body(reading, m.start):
            yield from plain_role(reading, m.name, Introduction((m.head, m.head), m.start, m.end, (m.head,)), organisations)


def plain_role(reading: Reading, person: Name, i: Introduction, organisations: Organisations) -> Iterator[Role]:
    """The role of a phrase that holds the office alone."""
    title = title_of(reading, i, organisations.peoples)
    if title:
        yield Role(**reading.evidence(i.start, i.end), chain=reading.chain(i.heads[0]), person=person, title=title,
                   organisation=organisations.of(i), state=state(reading.doc, i), extractor=EXTRACTOR)


def changed(reading: Reading, organisations: Organisations) -> Iterator[Role]:
    """Offices taken or left: "resigned as head of …", "was named chief negotiator", "appointed X as envoy"."""
    taken, left = words_of("offices", "takes"), words_of("offices", "leaves")
    for verb in reading.doc:
        lemma = verb.lemma_.lower()
        if lemma not in taken | left or not in_body(reading, verb.i):
            continue
        office = office_of(verb)
        person = holder_of(reading, verb, lemma in taken) if office is not None else None
        if office is None or person is None:
            continue
        i = Introduction((office.i, office.i), office.left_edge.i, right_end(office), (office.i,))
        title = title_of(reading, i, organisations.peoples)
        if title:
            yield Role(**reading.evidence(min(verb.i, i.start), max(verb.i + 1, i.end)), chain=reading.chain(verb.i), person=person, title=title,
                       organisation=organisations.of(i), state="takes" if lemma in taken else "left", extractor=EXTRACTOR)


def office_of(verb: Token) -> Token | None:
    """The office noun that a verb of appointing or leaving governs."""
    for child in verb.children:
        if child.lower_ == "as" and child.dep_ in ("prep", "mark"):
            return next((t for t in child.children if is_head(t)), None)
        if child.dep_ in ("oprd", "attr") and is_head(child):
            return child
    return None


def right_end(office: Token) -> int:
    """The end of the office's phrase, before a comma or clause."""
    end = office.i + 1
    while end <= office.right_edge.i and passes(office.doc[end]) and office.doc[end].text != ",":
        end += 1
    return end


def holder_of(reading: Reading, verb: Token, taken: bool) -> Name | None:
    """The person who takes or leaves the office."""
    who = subjects(verb) if not taken or is_passive(verb) else objects(verb)
    found = [m.name for t in who if (m := reading.mention_headed.get(t.i) or reading.mention_of.get(t.i))]
    return next((name for name in found if name.kind is NameKind.PERSON), None)


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

