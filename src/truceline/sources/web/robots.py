"""What a site's robots.txt lets a reader do, asked once a run."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from truceline.model import Reception
from truceline.sources.web.client import AGENT, Client, Failure

if TYPE_CHECKING:
    from protego import Protego

NAME = AGENT.partition("/")[0]
LARGEST = 512 * 1024
LONGEST_DELAY = 60.0


class Robots:
    """The rules of sites. A site without rules allows all; one that cannot say which it has is left alone."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self._rules: dict[str, Protego | None] = {}
        self._lock = Lock()

    def refusal(self, url: str) -> Failure | None:
        """Why an address may not be asked, None where it may."""
        rules = self._of(url)
        if rules is None:
            return Failure("robots.txt cannot be had now", passing=True)
        return None if rules.can_fetch(url, NAME) else Failure("robots.txt forbids it")

    def delay(self, url: str) -> float:
        """The seconds that its site wants between two requests, a minute at most."""
        rules = self._of(url)
        return min(float(rules.crawl_delay(NAME) or 0.0), LONGEST_DELAY) if rules else 0.0

    def _of(self, url: str) -> Protego | None:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        with self._lock:
            if site in self._rules:
                return self._rules[site]
        rules = self._asked(site)
        with self._lock:
            return self._rules.setdefault(site, rules)

    def _asked(self, site: str) -> Protego | None:
        from protego import Protego

        got = self.client.get(f"{site}/robots.txt", largest=LARGEST)
        if isinstance(got, Reception):
            text = got.body.decode("utf-8", "replace")
            return Protego.parse("" if "<html" in text[:500].lower() else text)
        return None if got.passing else Protego.parse("")
