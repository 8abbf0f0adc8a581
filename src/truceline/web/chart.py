"""Where the marks of a chart of claimed values stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import floor, log10

from truceline.views.figures import Claim
from truceline.views.wording import short

WIDTH, HEIGHT = 720, 260
LEFT, RIGHT, TOP, BOTTOM = 56, 24, 18, 34
TICKS = 4
LETTER = 6.6  # how wide a letter of a label is, about

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Mark:
    """A value, or a range from `y` up to `top`; `open` says that the range has no upper end.

    `words` name the value and, where there is room beside other marks, whose it is; "" where there is none for either.
    """

    x: float
    y: float
    top: float
    open: bool
    standing: str
    words: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the grid and its name."""

    at: float
    name: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart in its own units: `days` run along the foot, `values` up the side."""

    width: int
    height: int
    days: tuple[Tick, ...]
    values: tuple[Tick, ...]
    marks: tuple[Mark, ...]


def chart(claims: Sequence[Claim]) -> Chart | None:
    """The chart of the claims that have a day and a value; None where fewer than two do. Equal ones are one mark."""
    drawn = [one for one in claims if one.day and (one.low is not None or one.high is not None)]
    if len(drawn) < 2:
        return None
    first = min(one.day for one in drawn if one.day)
    last = max(one.day for one in drawn if one.day)
    step = round_up(max(value for one in drawn for value in (one.low, one.high) if value is not None) / TICKS)
    same: dict[tuple[date | None, float | None, float | None], list[Claim]] = {}
    for one in drawn:
        same.setdefault((one.day, one.low, one.high), []).append(one)
    return Chart(
        WIDTH, HEIGHT, days=days(first, last),
        values=tuple(Tick(up(number * step, step), f"{number * step:,g}") for number in range(TICKS + 1)),
        marks=labelled([mark(some, along(some[0].day or first, first, last), step) for some in same.values()],
                       list(same.values())),
    )


def mark(same: Sequence[Claim], x: float, step: float) -> Mark:
    """The mark of claims of one value on one day."""
    one = same[0]
    low = one.low if one.low is not None else 0
    high = one.high if one.high is not None else low
    standing = "disputed" if any(claim.standing == "disputed" for claim in same) else one.standing
    return Mark(x, up(low, step), TOP if one.high is None else up(high, step), one.high is None, standing, "")


def labelled(marks: Sequence[Mark], claims: Sequence[Sequence[Claim]]) -> tuple[Mark, ...]:
    """The marks with as many words as there is room for: no label lies on another or on a mark."""
    taken = [(one.x - 6, one.y - 6, one.x + 6, one.y + 6) for one in marks]
    done = []
    for one, same in zip(marks, claims, strict=True):
        words, box = "", (0.0, 0.0, 0.0, 0.0)
        for tried in labels(same):
            box = one.x + 7, one.y - 6, one.x + 9 + LETTER * len(tried), one.y + 6
            if box[2] <= WIDTH and not any(overlap(box, other) for other in taken):
                words = tried
                taken.append(box)
                break
        done.append(replace(one, words=words))
    return tuple(done)


def labels(same: Sequence[Claim]) -> tuple[str, ...]:
    """What a mark could be called, the fullest first."""
    owners = list(dict.fromkeys(one.owner for one in same))
    more = f" and {len(owners) - 1} more" if len(owners) > 1 else ""
    return f"{same[0].words}, {short(owners[0], 24)}{more}", f"{same[0].words}, {short(owners[0], 14)}", same[0].words


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes (left, top, right, bottom) share ground."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def round_up(number: float) -> float:
    """The next of 1, 2, 2.5, 5, 10, 20 …"""
    scale = 10.0 ** floor(log10(number)) if number > 0 else 1.0
    return next((part * scale for part in (1, 2, 2.5, 5) if part * scale >= number), 10 * scale)


def up(value: float, step: float) -> float:
    """How far from the top a value stands."""
    return round(HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / (step * TICKS), 1)


def along(day: date, first: date, last: date) -> float:
    """How far from the left a day stands."""
    share = (day - first).days / ((last - first).days or 1) if last > first else 0.5
    return round(LEFT + 12 + (WIDTH - LEFT - RIGHT - 130) * share, 1)


def days(first: date, last: date) -> tuple[Tick, ...]:
    """At most five days along the foot."""
    span = (last - first).days
    chosen = sorted({first + timedelta(days=round(span * part / TICKS)) for part in range(TICKS + 1)})
    return tuple(Tick(along(day, first, last), f"{day.day} {day:%b %Y}" if day.year != first.year or day == first
                      else f"{day.day} {day:%b}") for day in chosen)
