"""Which passages of a kept text are the report, and which are its headline, summary, captions and page furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from truceline.model import Zone
from truceline.text.calendar import DATE, month_day
from truceline.text.dateline import opening
from truceline.text.paragraphs import BULLET, Paragraph
from truceline.text.rules import LOOK, fold, rules

SHORT_LINE, HEADLINE_WORDS, RESUMED_WORDS, BODY_WORDS = 14, 25, 25, 6
TITLE_ALIKE = 90
ENDS = re.compile(r"[.!?…][\"'”’»)\]]{0,3}(?:\s*\([^()]{1,60}\)|\s*[-–—]\s*[A-Z/]{2,20})?$")
ASKS = re.compile(r"\?[\"'”’»]?$")
SENTENCE_START = re.compile(r"(?:he|she|they|it|the|this|that|these|those|there|we|i|his|her|their|its|but|and|in|on|at"
                            r"|according|both|all|no|some|many|an?)\b", re.IGNORECASE)
SPEECH_STARTS = "\"“”'‘«„—–-"
SPEECH_END = re.compile(r"(?:\b(?:said|says|added|told|stressed|stated|noted|denied|warned|declared|explained)|[:,;])$")
TRAIL = re.compile(r"[^.!?]{2,40}(?: [>›»] [^.!?>›»]{2,60})+$|[^.!?|]{2,40}(?: ?\| ?[^.!?|]{2,40}){2,}$")
BYLINE = re.compile(r"By:? (?:[A-ZÀ-Þ][\w.'’-]+[, ]{0,2}(?:and |in |with |of |our |the |for )?){1,10}$"
                    r"|(?:[\w.'’&-]+,? ){0,6}(?:correspondents?|staff(?: and agencies)?|agencies|desk|bureau|reporters?"
                    r"|newsroom|and agencies)$")
# Who filed or edited a report, alone at its end: "(ST)".
INITIALS = re.compile(r"[(\[][A-Za-z][\w./ -]{1,14}[)\]]$")
DATE_LINE = re.compile(rf"(?:[\w.,' ]{{0,60}}[,|–—-] ?)?(?i:{DATE})[\w:.,|() ·/+-]{{0,50}}$")
HOUR = re.compile(r"[ap]\.m\.$")
# A picture's agency at the end of a line that is no sentence: "Fighters at a checkpoint (AFP)".
PICTURED = re.compile(r"[^.!?\"”’)] ?[(\[](?:Photo|File|Handout|Archive|[A-Z][A-Za-z/ .-]{1,30})[)\]]$")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a paragraph is, by which rule, and what the rule takes with it."""

    zone: Zone
    reason: str
    takes: str = ""


Marks = list[Mark | None]


def mark(passages: Sequence[Paragraph], title: str | None) -> Marks:
    """For each paragraph what it is; None is body. Steps:

    1. each paragraph by itself, 2. the title, 3. what labels take with them, 4. the head above the body, 5. lone lines
    inside the body. A text of which nothing would be left is body but for what the rules know surely.
    """
    sure = [_alone(passage.text) for passage in passages]                                            # 1
    marks = list(sure)
    _mark_title(passages, marks, title)                                                         # 2
    _mark_taken(passages, marks)                                                                # 3
    first = next((i for i, passage in enumerate(passages) if not marks[i] and _is_body(passage.text)), None)
    if first is not None:
        _mark_head(passages, marks, first)                                                      # 4
        if _has_full_stops(passages):
            _mark_lone_lines(passages, marks, first)                                            # 5
    elif not title and len(passages) > 1 and not marks[0] and _words(passages[0].text) <= SHORT_LINE:
        marks[0] = Mark(Zone.HEADLINE, "first line")
    return marks if any(found is None for found in marks) else sure


@lru_cache(maxsize=1024)  # pages repeat their lines
def _alone(text: str) -> Mark | None:
    """What a paragraph is, told from its own words."""
    rule = rules().match(text)
    if rule:
        return Mark(rule.zone, rule.reason, rule.takes)
    if len(text) > LOOK:
        return None
    words = _words(text)
    match = opening(text)
    if match and match.end() >= len(text):
        return Mark(Zone.FURNITURE, "dateline")
    if words <= 25 and TRAIL.match(text) and not _ended(text):
        return Mark(Zone.FURNITURE, "byline" if fold(text).startswith("by ") else "breadcrumb")
    if words <= 16 and not match and DATE_LINE.match(text) and not ENDS.search(HOUR.sub("", text)):
        return Mark(Zone.FURNITURE, "page date")
    if INITIALS.match(text):
        return Mark(Zone.FURNITURE, "credit")
    if words <= 12 and BYLINE.match(text):
        return Mark(Zone.FURNITURE, "byline")
    if words <= 40 and PICTURED.search(text) and not match:
        return Mark(Zone.CAPTION, "caption")
    return None


def _mark_title(passages: Sequence[Paragraph], marks: Marks, title: str | None) -> None:
    """The paragraphs that say the title, unless it is the report's first sentence and nothing else follows."""
    wanted = fold(title or "")
    if not wanted:
        return
    for i, passage in enumerate(passages):
        if len(passage.text) > 2 * len(wanted) + 20 or (passage.text.endswith(".") and not wanted.endswith(".")):
            continue
        if fuzz.ratio(fold(passage.text), wanted) >= TITLE_ALIKE:
            marks[i] = Mark(Zone.HEADLINE, "title")


def _mark_taken(passages: Sequence[Paragraph], marks: Marks) -> None:
    """The lines that labels take with them."""
    for i, label in enumerate(list(marks)):
        if label is None or not label.takes:
            continue
        for j in range(i + 1, len(passages)):
            if marks[j] or not _taken(passages[j].text, label.takes):
                break
            marks[j] = Mark(label.zone, label.reason)
            if label.takes == "next":
                break


def _taken(text: str, takes: str) -> bool:
    """Whether a line belongs to the label above it."""
    if takes == "rest":
        return not (_ended(text) and _words(text) >= RESUMED_WORDS)
    if takes == "list":
        return bool(BULLET.match(text)) or not (_ended(text) or opening(text))
    return not _ended(text) and _words(text) <= HEADLINE_WORDS


def _mark_head(passages: Sequence[Paragraph], marks: Marks, first: int) -> None:
    """What stands above the first body paragraph: masthead, headline, byline, deck."""
    titled = next((i for i in range(first) if (found := marks[i]) and found.zone is Zone.HEADLINE), None)
    for i in range(first):
        if marks[i] is not None:
            continue
        if titled is None:
            titled = i
            marks[i] = Mark(Zone.HEADLINE, "first line")
        elif i < titled:
            marks[i] = Mark(Zone.FURNITURE, "masthead")
        else:
            marks[i] = _under_headline(passages[i].text)


def _under_headline(text: str) -> Mark:
    """What a line between headline and body is."""
    words = _words(text)
    day = month_day(text)
    if day and day[2] and words <= 12:
        return Mark(Zone.FURNITURE, "page date")
    return Mark(Zone.SUMMARY, "deck") if words > BODY_WORDS else Mark(Zone.FURNITURE, "head matter")


def _mark_lone_lines(passages: Sequence[Paragraph], marks: Marks, first: int) -> None:
    """Section headings and the headlines of other items between the paragraphs of the body."""
    listing = False
    for i in range(first, len(passages)):
        if marks[i] is not None:
            continue
        text = passages[i].text
        if not listing and _is_lone_line(text):
            short = _words(text) <= BODY_WORDS or ASKS.search(text)
            marks[i] = Mark(Zone.HEADLINE, "section heading") if short else Mark(Zone.FURNITURE, "lone line")
        listing = text.endswith(":") or (listing and not _ended(text))


def _is_lone_line(text: str) -> bool:
    """Whether a line reads like a headline: short, no full stop, and not the start or end of a sentence."""
    words = _words(text)
    if words > SHORT_LINE or BULLET.match(text) or text[0] in SPEECH_STARTS:
        return False
    if ASKS.search(text):
        return words <= 8
    if _ended(text) or SPEECH_END.search(text):
        return False
    return words <= 3 or not SENTENCE_START.match(text)


def _is_body(text: str) -> bool:
    """Whether a paragraph is one of the report's own: whole sentences, or too long for a headline."""
    words = _words(text)
    filed = opening(text)
    if words > HEADLINE_WORDS or (filed and _words(text[filed.end():]) >= BODY_WORDS):
        return not BULLET.match(text)
    return words >= BODY_WORDS and _ended(text) and not ASKS.search(text) and not BULLET.match(text)


def _words(text: str) -> int:
    """How many words a paragraph has, counted no further than any rule asks."""
    return len(text[:LOOK].split())


def _ended(text: str) -> bool:
    """Whether a paragraph ends in a full stop, a credit behind it or not."""
    return ENDS.search(text[-LOOK // 4:]) is not None


def _has_full_stops(passages: Sequence[Paragraph]) -> bool:
    """Whether the report's sentences end in full stops, so that a line without one is none of them."""
    ended = [_ended(passage.text) for passage in passages if _words(passage.text) > SHORT_LINE]
    return sum(ended) >= 2 and sum(ended) * 10 >= len(ended) * 6
