"""A saved web page → the text of its article and what the page says of itself."""

from __future__ import annotations

from truceline.sources.fields import Fields


def page(raw: bytes, encoding: object = None) -> tuple[str, Fields] | None:
    """Text and fields of a page; None where no article is found. Nothing is fetched.

    The library takes half a second to load, so only pages wait for it.
    """
    from trafilatura import bare_extraction

    html: bytes | str = raw.decode(encoding, "replace") if isinstance(encoding, str) else raw
    found = bare_extraction(
        html, include_comments=False, include_tables=False, with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if found is None or isinstance(found, dict) or not found.text:
        return None
    basis = "page metadata" if found.date else None
    return found.text, {
        "title": found.title, "outlet": found.sitename, "published": found.date, "published_basis": basis,
        "url": found.url, "language": found.language,
    }
