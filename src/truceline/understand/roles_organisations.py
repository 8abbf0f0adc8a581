"""Whose office it is: the owner, the body named in it, or the country of a minister and a president."""

from __future__ import annotations

from collections import Counter, defaultdict

from spacy.tokens import Doc, Token

from truceline.model import Name, NameKind
from truceline.understand.mentions.gazetteer import Found, Known, fold, matches, words_of
from truceline.understand.mentions.lands import demonyms
from truceline.understand.mentions.nouns import noun_kinds
from truceline.understand.mentions.states import first_of
from truceline.understand.reading import Mention, Reading
from truceline.understand.references_pronouns import subject
from truceline.understand.roles_patterns import OWNED, Introduction, is_possessive

ACTORS = frozenset({NameKind.ORGANISATION, NameKind.ARMED_GROUP, NameKind.GOVERNMENT, NameKind.BODY, NameKind.MEDIA})
OWNED_KINDS = frozenset({NameKind.ORGANISATION, NameKind.ARMED_GROUP, NameKind.BODY})
STATE_OFFICES = frozenset("president minister premier chancellor king queen emir sultan".split())
TEAMS = frozenset("delegation delegations team side panel service front office bureau staff wing".split())
OWN = frozenset("army military regime parliament constitution forces rebels opposition troops territory".split())
"""What tells of a report's own country, not of a neighbour or host."""
HOME = 3
"""What a sign that a country is a report's own counts, in plain mentions."""
SENT = frozenset({"for", "to", "on", "in"})


def owners(doc: Doc, i: Introduction) -> set[int]:
    """The tokens of an owner before the office: "the movement's", "its"."""
    marks = [at for at in range(i.start, i.heads[0]) if is_possessive(doc[at]) or doc[at].lower_ in OWNED]
    return set(range(i.start, marks[-1] + 1)) if marks else set()


def is_venue(doc: Doc, found: Found) -> bool:
    """Whether a country is named only for its capital, where talks are held: "the Kenyan capital"."""
    return found.end < len(doc) and doc[found.end].lower_ in ("capital", "city", "town")


def unlisted_lands(reading: Reading) -> Counter[str]:
    """Countries of no list with their counts, persons' names left out."""
    persons = (m for m in reading.mentions if m.name.kind is NameKind.PERSON and " " in m.name.name)
    return demonyms(reading.doc, {t for m in persons for t in range(m.start, m.end)})


def home_counts(doc: Doc, named: list[Found]) -> Counter[str]:
    """Countries by how often the report tells of what is theirs ("the Sudanese army"); hosts count less."""
    counts: Counter[str] = Counter()
    for f in named:
        after = next((t for t in doc[f.end : f.end + 3] if t.tag_ not in ("POS", "JJ", "HYPH")), None)
        if after is not None and after.lower_ in OWN:
            counts[f.known.name] += HOME
        governs = {fold(t.lemma_) for t in (first_of(doc[f.end - 1]).head, *doc[f.end : f.end + 3])}
        if governs & words_of("names", "hosting"):
            counts[f.known.name] -= HOME
    return counts


class Organisations:
    """Finds the organisation of an office in one report."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.doc = reading.doc
        found, _ = matches(reading.doc, reading.knowledge)
        self.named = [f for f in found if f.known.sort in ("state", "people")]
        self.named_at = {f.start: f for f in self.named}
        self.lands = Counter(f.known.name for f in self.named if not is_venue(self.doc, f))
        self.lands += Counter({land: count * HOME for land, count in unlisted_lands(reading).items()})
        home = home_counts(self.doc, self.named)
        self.hosts = {land for land, count in home.items() if count < 0}
        self.lands += home
        self.lands += Counter(f.known.lands[0] for f in found if f.known.sort == "group" and len(f.known.lands) == 1)
        self.peoples: dict[int, Known] = {
            t: f.known for f in found if f.known.sort == "people" for t in range(f.start, f.end)
        }
        self.starts: dict[int, list[Mention]] = defaultdict(list)
        self.common_forms: dict[str, Name] = {}
        for m in reading.mentions:
            self.starts[m.start].append(m)
            if m.by == "role noun":
                self.common_forms.setdefault(fold(m.name.words.rsplit(" ", 1)[-1]).removesuffix("s"), m.name)
        self.rulers = [
            m
            for m in reading.mentions
            if m.name.kind is NameKind.GOVERNMENT and m.by in ("name", "metonym", "role noun")
        ]
        self.rulers_at = {m.start: (m,) for m in self.rulers}
        self.ruler_counts = Counter(m.name.name for m in self.rulers if m.name.name not in self.hosts)
        self.fighters = Counter(
            m.name.name for m in reading.mentions if m.name.kind is NameKind.ARMED_GROUP and m.by in ("name", "acronym")
        )
        self.state_names = list(dict.fromkeys(m.name.name for m in self.rulers if m.by != "role noun"))

    def of(self, i: Introduction) -> Name | None:
        """The organisation of an introduced person."""
        owner, before = self.owner(i), self.before(i)
        ruled = owner is not None and owner.kind is NameKind.GOVERNMENT
        if ruled and before is not None and before.kind in OWNED_KINDS:
            return before  # "Mozambique's Renamo leader"
        return owner or before or self.after(i) or self.country(i) or self.spoken_for(i)

    def owner(self, i: Introduction) -> Name | None:
        """The possessor: "the rebels' spokeswoman", "its envoy"."""
        tokens = owners(self.doc, i)
        return self.last(tokens, places=True) if tokens else None

    def before(self, i: Introduction) -> Name | None:
        """A name or noun before the head: "U.N. envoy", "army spokesman", "Russian foreign minister"."""
        span = set(range(i.start, i.heads[0])) - owners(self.doc, i)
        named = self.last(span, places=True)
        if named is not None:
            return named
        for at in sorted(span):
            word = fold(self.doc[at].text)
            force = fold(self.doc[at + 1].text)
            if (
                force in ("army", "military", "police", "government", "navy")
                and at + 1 in span
                and (at in self.peoples or self.is_demonym(self.doc[at]))
            ):
                words = self.doc[at : at + 2].text
                return Name(words, words, NameKind.GOVERNMENT)
            if at in self.peoples:
                return self.state(self.doc[at].text, self.peoples[at].name)
            known = bool(self.fighters) or word in self.common_forms
            if word in ("rebel", "guerrilla", "militia", "gang") and not known:
                continue  # "the rebel delegate" of nobody in particular
            if noun_kinds().get(word) in KIND or word == "corps":
                return self.common(at, word)
        adjective = next((self.doc[at] for at in sorted(span) if self.is_demonym(self.doc[at])), None)
        return self.state(adjective.text, adjective.text) if adjective is not None else None

    def is_demonym(self, token: Token) -> bool:
        """Whether a capitalised adjective of no list stands for a country: "Rojavan"."""
        return (
            token.text[0].isupper()
            and not token.is_sent_start
            and token.pos_ in ("ADJ", "PROPN")
            and (
                fold(token.text)
                not in words_of("offices", "before") | words_of("offices", "heads") | words_of("offices", "ranks")
            )
        )

    def state(self, words: str, country: str) -> Name:
        """The country that a people's name stands for, in the form that the report uses."""
        known = next((name for name in self.state_names if fold(country)[:5] in fold(name)), None)
        if known is not None:
            return Name(words, known, NameKind.GOVERNMENT)
        return Name(words, country, NameKind.GOVERNMENT)

    def common(self, at: int, word: str) -> Name:
        """A common noun that names the body: the report's fuller form of it where there is one."""
        fuller = self.common_forms.get(word)
        if fuller is not None:
            return Name(self.doc[at].text, fuller.name, fuller.kind)
        if word in ("rebel", "guerrilla", "militia") and self.fighters:
            return Name(self.doc[at].text, self.fighters.most_common(1)[0][0], NameKind.ARMED_GROUP)
        return Name(self.doc[at].text, self.doc[at].text, KIND.get(noun_kinds().get(word, ""), NameKind.ORGANISATION))

    def after(self, i: Introduction) -> Name | None:
        """The last actor named after the head, not the place an envoy is sent to."""
        spokes = fold(self.doc[i.heads[-1]].text).startswith("spokes")
        span = {at for at in range(i.heads[0] + 1, i.end) if spokes or not self.sent_to(at, i)}
        return self.last(span, places=True)

    def sent_to(self, at: int, i: Introduction) -> bool:
        """Whether "for", "to" or "on" leads to the token within the office."""
        for back in range(at - 1, i.heads[0], -1):
            if self.doc[back].pos_ == "ADP":
                return self.doc[back].lower_ in SENT - {"in"}
        return False

    def last(self, tokens: set[int], places: bool) -> Name | None:
        """The last actor among the tokens; a place only where nothing else is named."""
        inside = [m for at in sorted(tokens) for m in self.starts.get(at, ()) if m.head in tokens]
        actors = [m for m in inside if m.name.kind in ACTORS and self.doc[max(0, m.start - 1)].text != "("]
        if actors:
            return self.best(actors)
        spots = [m for m in inside if m.name.kind in (NameKind.PLACE, NameKind.OTHER) and m.by in ("name", "metonym")]
        if not spots and places:
            common = words_of("offices", "before") | words_of("offices", "heads")
            spots = [
                m for m in inside if m.by == "name" and " " not in m.name.words and fold(m.name.words) not in common
            ]
        return spots[0].name if spots and places else None

    def best(self, actors: list[Mention]) -> Name:
        """The last actor; not a delegation or team where whose it is stands beside it."""
        ranked = sorted(actors, key=lambda m: m.head)
        whole = [m for m in ranked if fold(self.doc[m.head].text) not in TEAMS or m.by == "role noun"]
        return (whole or ranked)[-1].name

    def country(self, i: Introduction) -> Name | None:
        """The country of a president or minister of whom no country is told: the last before, else the most named."""
        words = {fold(t.text) for t in self.doc[i.start : i.heads[-1] + 1]}
        if not words & (STATE_OFFICES | {"presidential", "ministerial"}):
            return None
        sentence = self.doc[i.person[0]].sent
        window = range(sentence.start, i.start)
        here = [self.named_at[at].known.name for at in window if at in self.named_at]
        near = [m.name for at in window for m in self.starts.get(at, ()) if m in self.rulers_at.get(at, ())]
        if near and not here:
            return near[-1]
        listed = here[-1:] or [land for land, _ in self.lands.most_common(1)]
        top = self.ruler_counts.most_common(1)
        if not top or listed and self.lands[listed[0]] > top[0][1]:
            return self.state(listed[0], listed[0]) if listed else None
        return next(m.name for m in self.rulers if m.name.name == top[0][0])

    def spoken_for(self, i: Introduction) -> Name | None:
        """For whom a spokesman of nobody speaks: the actor that was subject last, here or a sentence before."""
        if not fold(self.doc[i.heads[0]].text).startswith(("spokes", "mouthpiece")):
            return None
        sentence = self.doc[i.start].sent
        first = sentence.start if sentence.start == 0 else self.doc[sentence.start - 1].sent.start
        window = range(first, i.start)
        before = [
            m for at in window for m in self.starts.get(at, ()) if m.name.kind in ACTORS and subject(self.doc[m.head])
        ]
        return before[-1].name if before else None

    def around(self, thing: Token) -> Name | None:
        """The actor that a led thing is, or belongs to: "the delegation of the Committee" -> the Committee."""
        tokens = set(range(thing.left_edge.i, min(thing.right_edge.i, thing.i + 10) + 1))
        clause = next(
            (
                t.i
                for t in self.doc[thing.i + 1 : max(tokens) + 1]
                if t.tag_ in ("WP", "WDT", "VBD", "VBZ") or t.text == ","
            ),
            None,
        )
        tokens = {t for t in tokens if clause is None or t < clause}
        own = self.reading.mention_headed.get(thing.i)
        if own is not None and own.by == "name" and own.name.kind is not NameKind.PERSON:
            return own.name
        if own is not None and own.name.kind in ACTORS and own.by == "role noun":
            return own.name
        named = self.last(tokens, places=True)
        if thing.dep_ == "appos" and (named is None or own is not None and named == own.name):
            head = self.reading.mention_of.get(thing.head.i)
            return head.name if head is not None else named
        return named


KIND = {
    "armed group": NameKind.ARMED_GROUP,
    "government": NameKind.GOVERNMENT,
    "organisation": NameKind.ORGANISATION,
    "body": NameKind.BODY,
}
