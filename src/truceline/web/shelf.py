"""Answers made once for as long as the record is as it is."""

from __future__ import annotations

from collections import OrderedDict

from starlette.types import ASGIApp, Message, Receive, Scope, Send

ROOM = 32_000_000  # bytes of answers kept
LARGEST = 1_000_000  # bytes of one; what is longer streams past


class Shelf:
    """Hands out an answer again under the tag that the guard gave its request; the least used give way."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._kept: OrderedDict[str, tuple[Message, Message]] = OrderedDict()
        self._size = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        tag = scope.get("state", {}).get("tag", "") if scope["type"] == "http" and scope["method"] == "GET" else ""
        if not tag:
            await self.app(scope, receive, send)
        elif tag in self._kept:
            self._kept.move_to_end(tag)
            for message in self._kept[tag]:
                await send(dict(message))
        else:
            await self.app(scope, receive, self._keeping(tag, send))

    def _keeping(self, tag: str, send: Send) -> Send:
        """A way to send that keeps what goes out in one piece and went well."""
        started: list[Message] = []

        async def kept(message: Message) -> None:
            if message["type"] == "http.response.start":
                started.append({**message, "headers": list(message["headers"])})
            elif started[0]["status"] == 200 and not message.get("more_body") and len(started) == 1:
                self._put(tag, started[0], dict(message))
            else:
                started.append(message)
            await send(message)

        return kept

    def _put(self, tag: str, start: Message, body: Message) -> None:
        size = len(body.get("body", b""))
        if size > LARGEST or tag in self._kept:
            return
        self._kept[tag] = (start, body)
        self._size += size
        while self._size > ROOM:
            _, (_, gone) = self._kept.popitem(last=False)
            self._size -= len(gone.get("body", b""))
