"""Scripts mixed inside one word: debris of translation, stray marks, letters that only look Latin."""

from __future__ import annotations

import re

CYRILLIC = "\u0400-\u052f"
GREEK = "\u0370-\u03ff"
ARABIC = "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefe"
FOREIGN = CYRILLIC + GREEK + ARABIC
LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
# Long enough for any word; a longer run of letters is read in pieces.
FOREIGN_RUN = rf"[{FOREIGN}]{{1,80}}"

# Cyrillic and Greek letters that are drawn like Latin ones.
LOOKALIKES = str.maketrans("АВЕКМНОРСТХЅІЈаеорсухѕіјΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTXSIJaeopcyxsijABEZHIKMNOPTYXo")
ONE_SCRIPT = re.compile("|".join(f"[{letters}]+" for letters in (CYRILLIC, GREEK, ARABIC)))
BESIDE_LATIN = re.compile(f"(?<=[{LATIN}])[{FOREIGN}]|[{FOREIGN}](?=[{LATIN}])")


def unmixed(text: str, start: int, end: int) -> str:
    """The foreign letters start to end as they should be read. Inside a Latin word: the Latin letters that they look
    like, or none. By themselves: as they are, or none where they are of several scripts."""
    run = text[start:end]
    if BESIDE_LATIN.match(text, start) or BESIDE_LATIN.match(text, end - 1):
        latin = run.translate(LOOKALIKES)
        return "" if re.search(f"[{FOREIGN}]", latin) else latin
    return run if ONE_SCRIPT.fullmatch(run) else ""
