"""The article on a page, on top of the extraction library, with what the library gets wrong put right."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from lxml.html import HtmlElement

HEAD_LINES = 6
"""How far down a page's text its own title is looked for."""
ALIKE, LONG_TITLE = 90, 20
CHUNK, CHUNK_LINKS, NEAR = 240, 0.25, 3
"""A container with so many characters in paragraphs, few of them in links, may be one part of an article; the parts
lie within so many steps of a common one."""
FULLER, ENOUGH = 2, 400
"""A page's own statement of its text is believed where it has so many times what was found, and so many characters."""
RULER = re.compile(r"^\|(?:-+\|)+$")
EDGE = re.compile(r"^\| ?| ?\|$")
TAG = re.compile(r"<[^<>]{1,200}>")


def article(root: HtmlElement, stated: str = "") -> str | None:
    """The text of the article, None where there is none. `stated` is what the page's own data gives as its text.

    The tree is used up: what is wanted of it otherwise must be read before.
    """
    from trafilatura import bare_extraction

    _join_parts(root)
    found = bare_extraction(root, include_comments=False, with_metadata=False)
    text = "" if found is None or isinstance(found, dict) else _without_rules(found.text or "")
    plain = TAG.sub("", stated).strip()
    if len(plain) >= max(ENOUGH, FULLER * len(text)):
        text = plain
    return text or None


def without_title(text: str, titles: Sequence[str]) -> str:
    """The text without the lines at its head that say one of the titles."""
    wanted = [fold(title) for title in titles if fold(title)]
    lines = text.split("\n")
    head = [line for line in lines[:HEAD_LINES] if not _says(fold(line), wanted)]
    return "\n".join([*head, *lines[HEAD_LINES:]])


def fold(text: str) -> str:
    """The words of a text in lower case."""
    return " ".join(re.findall(r"\w+", text[:400].lower()))


def _says(line: str, titles: Sequence[str]) -> bool:
    return any(line == title or (len(line) > LONG_TITLE and fuzz.ratio(line, title) >= ALIKE) for title in titles)


def _without_rules(text: str) -> str:
    """The text with rows of tables as cells between bars, without the library's rulers and outer bars."""
    lines = (line for line in text.split("\n") if not RULER.match(line))
    return "\n".join(EDGE.sub("", line) if line.startswith("|") else line for line in lines).strip()


def _join_parts(root: HtmlElement) -> None:
    """Put together the parts of an article that advertisements cut into containers of one kind.

    The library takes the best container, and loses the others.
    """
    kinds: dict[tuple[str, str], list[HtmlElement]] = defaultdict(list)
    for one in root.iter("div", "section"):
        name = one.get("class") or ""
        if name and _is_part(one):
            kinds[one.tag, name].append(one)
    for parts in kinds.values():
        first = parts[0]
        for before, part in pairwise(parts):
            if not _near(before, part):
                break
            for child in list(part):
                first.append(child)


def _is_part(one: HtmlElement) -> bool:
    own = [child for child in one if child.tag == "p"]
    if not own or one.get("itemprop") == "articleBody":
        return False
    words = sum(len(child.text_content()) for child in own)
    linked = sum(len(link.text_content()) for child in own for link in child.iter("a"))
    return words >= CHUNK and linked <= words * CHUNK_LINKS


def _near(one: HtmlElement, other: HtmlElement) -> bool:
    """Whether two containers hang on one branch, and no heading of another article's stands in the second."""
    if any(child.tag in ("h1", "h2", "h3") and child.find(".//a") is not None for child in other):
        return False
    above = list(one.iterancestors())[:NEAR]
    return any(ancestor in above for ancestor in list(other.iterancestors())[:NEAR])
