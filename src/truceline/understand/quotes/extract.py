"""The quotations of a report as statements."""

from __future__ import annotations

from truceline.model import Name, Quote, Statement, VoiceClass
from truceline.understand.reading import Frame, Reading

EXTRACTOR = "quotes"
MEDIA = (VoiceClass.AGENCY, VoiceClass.OUTLET)


def extract(reading: Reading) -> tuple[Statement, ...]:
    """The direct quotations, one a stretch between marks, and those that a colon alone introduces, in text order.

    Indirect speech is a frame but no quotation. The frames of the reading must be found.
    """
    frames = [frame for frame in reading.frames if frame.manner in ("direct", "unmarked")]
    return tuple(quote for frame in frames if (quote := quotation(reading, frame)) is not None)


def quotation(reading: Reading, frame: Frame) -> Quote | None:
    """The statement of one frame of direct speech; None where no words are left."""
    start, end = frame.content[0]
    while end > start and reading.doc[end - 1].is_space:
        end -= 1
    if end <= start:
        return None
    evidence = reading.evidence(start, end)
    return Quote(
        **evidence,
        chain=(),
        when=frame.said,
        speaker=frame.chain[0],
        medium=medium(frame),
        cue=reading.doc[frame.cue].text if frame.cue >= 0 else None,
        content=evidence["quote"],
        manner=frame.manner,
        notes=notes(reading, frame, end),
        extractor=EXTRACTOR,
    )


def medium(frame: Frame) -> Name | None:
    """The last medium that carried the words."""
    return next((voice.who for voice in reversed(frame.chain) if voice.cls in MEDIA), None)


def notes(reading: Reading, frame: Frame, end: int) -> tuple[str, ...]:
    """What is known of the quotation's fidelity."""
    found = list(frame.notes)
    if reading.report.translated_from:
        found.append("translated")
    if reading.doc[end - 1].text in ("…", "...") or "cut" in found:
        found.append("truncated")
    return tuple(dict.fromkeys(found))
