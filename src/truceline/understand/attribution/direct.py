"""Direct speech: which cue a quotation belongs to, and speech that only a colon introduces."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from truceline.understand.attribution.content import stands_after
from truceline.understand.attribution.hits import Hit, group_start
from truceline.understand.attribution.layout import TERMINATORS, layout, marked
from truceline.understand.reading import Frame

FIRST_PERSON = frozenset({"we", "i", "our", "us", "my", "me", "ours"})
OPENING = frozenset({"VERB", "AUX", "DET", "PART", "PRON", "ADV"})
"""What a few quoted words start with where they are more than a term in scare quotes."""
FAR = 60


@dataclass(frozen=True, slots=True)
class Spoken:
    """A hit with the frame that was built for it."""

    hit: Hit
    frame: Frame


class Direct:
    """Finds the frames of direct speech in one report."""

    def __init__(self, doc: Doc, spoken: Sequence[Spoken]) -> None:
        self.doc = doc
        self.layout = layout(doc)
        self.marked = marked(doc)
        inside = self.covered()
        self.spoken = [s for s in spoken if s.hit.token.i not in inside]
        self.within = [s for s in spoken if s.hit.token.i in inside]
        self.cues = [s.hit.token.i for s in self.spoken]
        self.starts = [group_start(s.hit.token) for s in self.spoken]

    def covered(self) -> set[int]:
        """The tokens inside closed quotations."""
        return {i for stretch, start, end in self.marked if stretch.closed for i in range(start, end)}

    def frames(self) -> list[Frame]:
        """The frames of quotations in marks and after colons, in text order."""
        found: list[Frame] = []
        for stretch, start, end in self.marked:
            frame = self.closed(start, end, found) if stretch.closed else self.open(start, end)
            if frame is not None:
                found.append(frame)
        return found + self.unmarked({i for f in found for a, b in f.content for i in range(a - 1, b)})

    def closed(self, start: int, end: int, earlier: list[Frame]) -> Frame | None:
        """The frame of a closed quotation; None where it is no speech."""
        if end <= start:
            return None
        spoken = self.after(start, end) or self.before(start)
        verb = any(t.pos_ in ("VERB", "AUX") for t in self.doc[start:end])
        if spoken is not None and not verb and spoken.frame.force in ("demand", "accuse"):
            return None
        if spoken is not None and (self.is_speech(start, end) or self.is_fragment(spoken, start, end)):
            return as_direct(spoken.frame, start, end)
        if spoken is None and self.is_sentence(start, end):
            return self.continued(start, end, earlier)
        return None

    def after(self, start: int, end: int) -> Spoken | None:
        """The cue right behind a quotation: "…," said X."""
        at = bisect_left(self.cues, end)
        for spoken, group in zip(self.spoken[at : at + 2], self.starts[at : at + 2], strict=True):
            close = group - end <= 4 and group >= end and not self.layout.parted(end, group)
            parted = self.comma_at(end) or self.is_clause(start, end)
            if close and parted and (stands_after(spoken.hit) or self.doc[start].text[:1].isupper()):
                return spoken
        return None

    def is_clause(self, start: int, end: int) -> bool:
        """Whether the words are a whole clause, so that a lost comma behind them matters little."""
        words = self.doc[start:end]
        return len(words) > 4 and words[0].text[:1].isupper() and any(t.dep_ == "nsubj" for t in words)

    def comma_at(self, end: int) -> bool:
        """Whether the quotation ends in a comma or mark, or one follows it."""
        return any(t.text in (",", "?", "!", "—", "–", "-") for t in self.doc[max(0, end - 1) : end + 3])

    def before(self, start: int) -> Spoken | None:
        """The nearest cue before a quotation in its sentence."""
        at = bisect_left(self.cues, start) - 1
        while at >= 0 and start - self.cues[at] <= FAR:
            spoken = self.spoken[at]
            if self.layout.parted(spoken.hit.last + 1, start):
                return None
            if spoken.frame.holds(start) or start - spoken.hit.last <= 7 or self.colon(spoken.hit.last, start):
                return spoken
            at -= 1
        return None

    def colon(self, last: int, start: int) -> bool:
        """Whether a colon or comma introduces the quotation."""
        return any(t.text in (":", ",") for t in self.doc[max(last, start - 3) : start])

    def is_speech(self, start: int, end: int) -> bool:
        """Whether the words are speech and no name, title or scare quotes."""
        tokens = [t for t in self.doc[start:end] if any(c.isalnum() for c in t.text)]
        ends = self.doc[end - 1].text in (",", ".", "!", "?") or self.doc[min(end + 1, len(self.doc) - 1)].text in (
            ",",
            "—",
        )
        if len(tokens) > 1 and all(t.text[0].isupper() for t in tokens if len(t) > 3):
            return False  # a name
        if len(tokens) >= 4:
            named = start >= 2 and self.doc[start - 2].pos_ in ("DET", "ADJ")
            verb = any(t.pos_ in ("VERB", "AUX") for t in tokens)
            return (
                verb
                or not named
                and any(t.text == "," or t.pos_ in ("ADP", "PART", "ADV") for t in self.doc[start:end])
            )
        comma = any(t.text == "," for t in self.doc[start : end - 1])
        return (
            len(tokens) >= 3
            and comma
            or bool(tokens)
            and ends
            and self.doc[start].text[:1].isupper()
            and self.after(start, end) is not None
        )

    def is_fragment(self, spoken: Spoken, start: int, end: int) -> bool:
        """Whether a few words amid what is said are the speaker's own: said his men had "lost patience"."""
        words = [t for t in self.doc[start:end] if t.is_alpha]
        own = spoken.frame.holds(start) and spoken.frame.force == "say" and spoken.hit.token.i < start
        return own and 1 < len(words) < 4 and all(t.is_lower for t in words) and words[0].pos_ in OPENING

    def is_sentence(self, start: int, end: int) -> bool:
        """Whether the words are a whole sentence."""
        words = [t for t in self.doc[start:end] if t.is_alpha]
        stop = (
            self.doc[end - 1].text in TERMINATORS or end + 1 < len(self.doc) and self.doc[end + 1].text in TERMINATORS
        )
        return (
            len(words) >= 4
            and self.doc[start].text[:1].isupper()
            and stop
            and any(t.pos_ in ("VERB", "AUX") for t in words)
        )

    def continued(self, start: int, end: int, earlier: list[Frame]) -> Frame | None:
        """A quotation without a cue goes on with the speaker before it: the last quotation's, else the last cue's."""
        at = bisect_left(self.cues, start) - 1
        last = earlier[-1].content[-1][1] if earlier else -FAR
        if earlier and self.near(last, start) and (at < 0 or self.cues[at] <= last + FAR):
            return as_direct(replace(earlier[-1], cue=-1), start, end)
        if at >= 0 and self.layout.paragraph[self.cues[at]] >= self.layout.paragraph[start] - 2:
            tail = self.layout.ends[start] - self.layout.ends[self.cues[at]]
            if tail <= 1:
                return as_direct(replace(self.spoken[at].frame, cue=-1), start, end)
        return self.announced(start, end)

    def announced(self, start: int, end: int) -> Frame | None:
        """A quotation that fills its paragraph, spoken by who opens the next one."""
        at = bisect_left(self.cues, end)
        if (
            at < len(self.cues)
            and self.cues[at] - end <= 20
            and self.layout.ends[self.cues[at]] - self.layout.ends[end] <= 1
        ):
            return as_direct(replace(self.spoken[at].frame, cue=-1), start, end)
        return None

    def near(self, end: int, start: int) -> bool:
        """Whether two quotations stand in one paragraph or in paragraphs next to each other."""
        return (
            self.layout.paragraph[start] - self.layout.paragraph[min(end, len(self.doc) - 1)] <= 2
            and start - end <= 2 * FAR
        )

    def open(self, start: int, end: int) -> Frame | None:
        """The frame of a quotation whose closing mark is missing: it ends at a cue amid it, else with its sentence."""
        if end <= start:
            return None
        at = bisect_left(self.cues, start)
        before = self.before(start)
        introduced = (
            before is not None and start - 1 - before.hit.last <= 3 or self.doc[max(0, start - 2)].text in (":", ",")
        )
        goes_on = self.goes_on(end)
        while at < len(self.cues) and self.cues[at] < end:
            spoken = self.spoken[at]
            stop = self.starts[at]
            if stands_after(spoken.hit) and stop - start >= 4 and self.doc[stop - 1].text in (",", "—", "–"):
                return unclosed(as_direct(spoken.frame, start, stop - 1))
            at += 1
        if before is None or not introduced or not self.is_speech(start, end):
            return None
        stop = end if goes_on else min(end, self.sentence_end(start, end))
        frame = as_direct(before.frame, start, stop)
        return frame if goes_on else unclosed(frame)

    def goes_on(self, end: int) -> bool:
        """Whether the next paragraph opens with a mark again, so that nothing is missing."""
        following = next((t for t in self.doc[end : end + 4] if not t.is_space), None)
        return following is not None and following.text in ("“", '"', "«", "„")

    def sentence_end(self, start: int, end: int) -> int:
        """The token behind the first sentence end at or after start."""
        return next((t.i + 1 for t in self.doc[start:end] if t.text in TERMINATORS), end)

    def unmarked(self, taken: set[int]) -> list[Frame]:
        """Speech that a colon alone introduces: its sentence, and those joined to it or in the first person."""
        found: list[Frame] = []
        for spoken in self.spoken:
            last = spoken.hit.last
            colon = next((t.i for t in self.doc[last + 1 : last + 20] if t.text == ":"), None)
            if colon is None or self.layout.parted(last + 1, colon) or colon + 1 in taken or colon + 1 >= len(self.doc):
                continue
            stop = self.layout.bounds(colon)[1]
            if (
                self.doc[colon + 1].is_quote
                or self.doc[colon + 1].is_space
                or not any(t.is_alpha for t in self.doc[colon + 1 : stop])
            ):
                continue
            if any(t.pos_ in ("VERB", "AUX") and t.i != spoken.hit.token.i for t in self.doc[last + 1 : colon]):
                continue
            found += self.sentences(spoken.frame, colon + 1, stop)
        return found

    def sentences(self, frame: Frame, start: int, stop: int) -> list[Frame]:
        """One frame a sentence of unmarked speech."""
        found: list[Frame] = []
        while start < stop:
            end = min(stop, self.sentence_end(start, stop))
            joined = bool(found) and not self.doc[start - 1].whitespace_
            if found and not joined and not FIRST_PERSON & {t.lower_ for t in self.doc[start:end]}:
                break
            found.append(
                replace(frame, content=((start, end),), manner="unmarked", notes=("spliced",) if joined else ())
            )
            start = end
        return found


def as_direct(frame: Frame, start: int, end: int) -> Frame:
    """The frame with the quotation as its content."""
    return replace(frame, content=((start, end),), manner="direct", notes=())


def unclosed(frame: Frame) -> Frame:
    """The frame with the note that its closing mark is missing."""
    return replace(frame, notes=("unclosed",))
