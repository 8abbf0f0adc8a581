"""Copies between reports: passages that two reports share nearly word for word, and the wire they come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from truceline.model import CopyGroup, Report, Verdict
from truceline.reconcile.overlaps import Index
from truceline.reconcile.passages import Passage, Words, shared
from truceline.reconcile.rulings import Rulings
from truceline.reconcile.wires import agencies


@dataclass(frozen=True)
class Copies:
    """Groups of reports that share text, and for each report the wire it descends from, where one is named.

    `shared` has how many words each pair of copies shares, the earlier report first.
    """

    groups: tuple[CopyGroup, ...]
    wire: Mapping[str, str]
    shared: Mapping[tuple[str, str], int]

    def group_of(self, report: str) -> CopyGroup | None:
        """The group that a report is in."""
        return self._by_report.get(report)

    @cached_property
    def _by_report(self) -> dict[str, CopyGroup]:
        return {report: group for group in self.groups for report in group.reports}


def find(reports: Sequence[Report], rulings: Rulings | None = None) -> Copies:
    """The copies in a set of reports, earliest report first in each group; linear in the text.

    A report that takes from several others is of the group of the one that it shares most with. `rulings` are what
    persons judged about pairs of reports.
    """
    ordered = sorted(reports, key=lambda one: (one.published is None, one.published, one.key))
    texts = {report.key: report for report in ordered}
    index, pairs, joined = Index(), dict[tuple[str, str], int](), dict[str, str]()
    rulings = rulings or Rulings()
    ruled = rulings.named()
    for report in ordered:
        found: Mapping[str, int] = index.add(report)
        if report.key in ruled:
            found = _ruled(report, found, rulings, texts)
        pairs |= {(other, report.key): words for other, words in found.items()}
        if most := _most(report.key, found, rulings, joined):
            joined[report.key] = joined.setdefault(most, most)
    named = agencies(reports)
    groups = tuple(_group(keys, named) for keys in _groups(joined))
    return Copies(groups, named | {key: group.wire for group in groups if group.wire for key in group.reports}, pairs)


def _ruled(report: Report, found: Mapping[str, int], rulings: Rulings, texts: Mapping[str, Report]) -> dict[str, int]:
    """The earlier copies of a report, without those that persons told apart and with those that they put together."""
    kept = {other: words for other, words in found.items() if not _differ(other, report.key, rulings)}
    for other in rulings.joined_with(report.key) - {report.key}:
        if other in texts and _before(texts[other], report):
            kept.setdefault(other, sum(passage.words for passage in passages(texts[other], report)))
    return kept


def _before(one: Report, other: Report) -> bool:
    return (one.published is None, one.published, one.key) < (other.published is None, other.published, other.key)


def _differ(one: str, other: str, rulings: Rulings) -> bool:
    return rulings.verdict(one, other) is Verdict.DIFFERENT


def _most(report: str, found: Mapping[str, int], rulings: Rulings, joined: Mapping[str, str]) -> str | None:
    """The report that another copies: by a person's word, or else the one that it shares most words with.

    None is chosen whose group holds a report that persons told apart from it.
    """
    told_apart = {joined.get(other, other) for other in rulings.named() if _differ(other, report, rulings)}
    open_ = [other for other in found if joined.get(other, other) not in told_apart]
    return max(open_, key=lambda other: (rulings.verdict(other, report) is Verdict.SAME, found[other]), default=None)


def passages(one: Report, other: Report) -> tuple[Passage, ...]:
    """The passages that two reports share, to be shown."""
    return shared(Words(one.text), Words(other.text))


def _groups(joined: Mapping[str, str]) -> Iterable[list[str]]:
    """The reports by the first report of their group, in the order in which they joined; a first one leads."""
    groups: dict[str, list[str]] = {}
    for key, first in joined.items():
        members = groups.setdefault(first, [first])
        if key != first:
            members.append(key)
    return groups.values()


def _group(keys: Sequence[str], named: Mapping[str, str]) -> CopyGroup:
    """A group and its wire: of its first report, or else the one that most of them name."""
    wires = Counter(named[key] for key in keys if key in named)
    wire = named.get(keys[0]) or (wires.most_common(1)[0][0] if wires else None)
    return CopyGroup(reports=tuple(keys), wire=wire)
