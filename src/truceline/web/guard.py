"""What surrounds every answer: who may ask, what a page may load, and whether the asker has it already."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from truceline.errors import TrucelineError
from truceline.web.desk import Desk

HOSTS = ("127.0.0.1", "localhost")
"""The names this machine has for itself: a page elsewhere that had its name lead here would come under another."""

POLICY = "; ".join((
    "default-src 'none'", "style-src 'self'", "script-src 'self'", "connect-src 'self'", "form-action 'self'",
    "base-uri 'none'", "frame-ancestors 'none'",
))
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
KEPT, ASKED_AGAIN = "public, max-age=31536000, immutable", "private, no-cache"


class Guard:
    """Puts the record into each request's state, names each answer by a tag, and answers 304 to who has it."""

    def __init__(self, app: ASGIApp, desk: Desk, static: str) -> None:
        self.app, self.desk, self.static = app, desk, static

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        lasting = scope["path"].startswith(self.static)
        tag = "" if lasting else await self._tag(scope)

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                headers["Cache-Control"] = KEPT if lasting and message["status"] == 200 else ASKED_AGAIN
                if tag and message["status"] in (200, 304):
                    headers["ETag"] = tag
            await send(message)

        if tag and tag in _tags(Headers(scope=scope).getlist("if-none-match")):
            await sealed({"type": "http.response.start", "status": 304, "headers": []})
            await sealed({"type": "http.response.body", "body": b""})
            return
        await self.app(scope, receive, sealed)

    async def _tag(self, scope: Scope) -> str:
        """The tag of what is asked for. A record that cannot be had has none: the page says so."""
        state = scope.setdefault("state", {})
        state["desk"] = self.desk
        try:
            held = state["held"] = await run_in_threadpool(self.desk.held)
        except TrucelineError as error:
            state["failure"] = error
            return ""
        host = Headers(scope=scope).get("host", "")  # stands in the addresses that an answer names
        asked = "\n".join((held.tag, host, scope["path"], scope["query_string"].decode("latin-1")))
        state["tag"] = f'W/"{hashlib.sha256(asked.encode("utf-8", "replace")).hexdigest()[:20]}"'
        return str(state["tag"])


def _tags(headers: Iterable[str]) -> set[str]:
    return {tag.strip() for header in headers for tag in header.split(",")}
