"""When an act was, and what it is about: the day of the act or of speaking, and the issue that it bears on."""

from __future__ import annotations

from spacy.tokens import Token

from truceline.model import Issue, When
from truceline.understand import issues, when
from truceline.understand.acts import things
from truceline.understand.acts.match import Match
from truceline.understand.dates.find import Reach, reach
from truceline.understand.reading import Reading

SPEECH = frozenset({"REQUEST", "REJECT", "ACCUSE", "THREATEN", "SUPPORT"})


def issue(match: Match, words: list[Token]) -> Issue | None:
    """The issue: the sense's own, that of what it acts on, or that of the words nearby."""
    if match.sense.issue is not None:
        return match.sense.issue
    used = [match.token.doc[i] for i in sorted(match.used)]
    found = issues.of_classes(
        {name for token in used if token.pos_ in ("NOUN", "PROPN") for name in things.of_word(token)}
    )
    text = " ".join(token.text for token in words)
    if found in (None, Issue.TALKS, Issue.CEASEFIRE) or match.sense.takes_clause:
        found = issues.of_words(text if not match.sense.takes_clause else subtree_text(match.token)) or found
    return found or around(match)


def around(match: Match) -> Issue | None:
    """The issue of the sentence, and for an agreement of the one before: "*The extension*, accepted on Friday, …"."""
    sentence = match.token.sent
    found = issues.of_words(sentence.text)
    if found is None and match.sense.type in ("AGREE", "CONCEDE", "SUPPORT") and sentence.start > 0:
        found = issues.of_words(sentence.doc[sentence.start - 1].sent.text)
    return found


def subtree_text(token: Token) -> str:
    """The words of a predicate with everything below it, at most sixty tokens."""
    beside = {
        low.i
        for child in token.children
        if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX")
        for low in child.subtree
    }
    below = sorted((t for t in token.subtree if abs(t.i - token.i) < 60 and t.i not in beside), key=lambda t: t.i)
    return " ".join(t.text for t in below)


def time(reading: Reading, match: Match) -> When | None:
    """The day of an act; for speech, and for what is done by saying it, the day of speaking where no other is told."""
    found = when.date_of(reading, match.token)
    if found is None and (match.sense.type in SPEECH or match.sense.mode == "resign"):
        found = next((frame.said for frame in reading.frames_over(match.token.i) if frame.said), None)
    return found or lasted_until(reading, match.token) or of_the_news(reading, match)


def of_the_news(reading: Reading, match: Match) -> When | None:
    """The day that the report is about, for an undated act of speech told in the simple past: "He blamed the Front"."""
    token = match.token
    plain = token.tag_ == "VBD" and not any(child.dep_ in ("aux", "auxpass") for child in token.children)
    return when.day_of_news(reading) if plain and match.sense.type in SPEECH and not reading.chain(token.i) else None


def lasted_until(reading: Reading, token: Token) -> When | None:
    """The last day of what went on until a day that is past: "three rounds *up to mid-April*"."""
    last = when.deadline_of(reading, token)
    past = last is not None and reading.published is not None and last.end <= reading.published
    return last if past and last is not None and reach(last.text) is Reach.UNTIL else None
