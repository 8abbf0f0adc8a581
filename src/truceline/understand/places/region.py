"""Which countries a report is about: its mentions of countries, their people and their capitals."""

from __future__ import annotations

from collections import Counter
from functools import cache

from spacy.tokens import Doc

from truceline.knowledge import shipped
from truceline.understand.parse import once_a_parse
from truceline.understand.places.index import look_up

DISCOUNT = {"US": 0.3}  # named in every process, and its towns bear the names of all others


@cache
def country_words() -> dict[str, str]:
    """A country's name, its people's and its capital's, as one or more words, to its ISO code."""
    found: dict[str, str] = {}
    for state in (*shipped().states, *shipped().regions):
        known = next((one for one in look_up(state.name) if one.kind == "C"), None)
        if known:
            for word in filter(None, (state.name, *state.people, *state.also, state.capital)):
                found.setdefault(word, known.country)
    return found


@once_a_parse
def weights(doc: Doc) -> dict[str, float]:
    """ISO code to its share of the mentions of the country that is mentioned most."""
    words, counts = country_words(), Counter[str]()
    for token in doc:
        if token.text[:1].isupper():
            pair = token.text_with_ws + doc[token.i + 1].text if token.i + 1 < len(doc) else token.text
            code = words.get(pair) or words.get(token.text) or words.get(token.text.removesuffix("s"))
            if code:
                counts[code] += 1
    most = max(counts.values(), default=0)
    return {code: count / most * DISCOUNT.get(code, 1.0) for code, count in counts.items()}
