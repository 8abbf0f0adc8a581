"""An address that a source names, whose text is elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import sha256
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from truceline.sources.fields import Fields

IDLE = re.compile(r"utm_.*|fbclid|gclid|mc_[ce]id|igshid|ocid|cmpid|ref_?src|at_(?:medium|campaign)", re.IGNORECASE)
LONGEST_ADDRESS, LONGEST_KEY = 2_000, 160
UNSAFE = re.compile(r"[^\w./@=&,;~-]+")


@dataclass(frozen=True, slots=True)
class Link:
    """An address to be fetched, and what its source tells of the report behind it."""

    url: str
    told: Fields = field(default_factory=dict)


def web_address(text: object) -> str | None:
    """The text as an address of the web in one fixed form, None where it is none."""
    if not isinstance(text, str) or len(text) > LONGEST_ADDRESS:
        return None
    try:
        parts = urlsplit(text.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or any(char.isspace() or char < " " for char in text.strip()):
        return None
    usual = port in (None, 80 if parts.scheme == "http" else 443)
    bare = f"[{host}]" if ":" in host else host
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    asked = f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
    return f"{parts.scheme}://{bare}{'' if usual else f':{port}'}{path}{asked}"


def key_of(url: str) -> str:
    """The key of the report at an address: host and path, without what only tells who followed a link.

    The same address gives the same key, so what stands there later is a revision. No key begins with a slash or climbs.
    """
    parts = urlsplit(url)
    asked = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not IDLE.fullmatch(pair[0])]
    path = "/".join(part for part in unquote(parts.path).split("/") if part not in ("", ".", ".."))
    host = (parts.netloc.rpartition("@")[2]).removeprefix("www.")
    whole = f"{host}/{path}" if path else host
    whole += f"?{urlencode(asked)}" if asked else ""
    key = UNSAFE.sub("-", whole).strip("-.")
    if key == whole and len(key) <= LONGEST_KEY:
        return key
    return f"{key[:LONGEST_KEY]}-{sha256(whole.encode('utf-8', 'replace')).hexdigest()[:10]}"
