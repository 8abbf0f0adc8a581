"""One press item as received. Never altered."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One press item: what was received, from whom, when.

    `key` names it for people and in exports; `text` is the kept text to which every offset refers (Unicode code
    points); `raw` the bytes it came in. `published_basis` says where the publication date comes from. `byline` and
    `credit` are who signs it and who else it is credited to, beside the text; `canonical` is the address that it names
    as its own where that is another site's, as a republished text does.
    """

    key: str
    text: str
    outlet: str | None = None
    published: date | None = None
    published_basis: str | None = None
    updated: date | None = None
    language: str = "en"
    translated_from: str | None = None
    title: str | None = None
    url: str | None = None
    byline: str | None = None
    credit: str | None = None
    canonical: str | None = None
    raw: bytes = field(default=b"", repr=False)

    @property
    def sha256(self) -> str:
        """Hash of the bytes received, in hex."""
        return hashlib.sha256(self.raw or self.text.encode()).hexdigest()
