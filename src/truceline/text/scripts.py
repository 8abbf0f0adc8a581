"""Scripts mixed inside one word: debris of translation, stray marks, letters that only look Latin."""

from __future__ import annotations

import re

CYRILLIC = "\u0400-\u052f"
GREEK = "\u0370-\u03ff"
ARABIC = "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefe"
FOREIGN = CYRILLIC + GREEK + ARABIC
LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
# A run of letters with a foreign one in it. The 40 letters before bound the search on one long line of Latin letters.
MIXED = rf"(?:(?<![{LATIN}])[{LATIN}]{{1,40}})?[{FOREIGN}]+(?:[{LATIN}{FOREIGN}]{{0,200}})"

# Cyrillic and Greek letters that are drawn like Latin ones.
LOOKALIKES = str.maketrans("АВЕКМНОРСТХЅІЈаеорсухѕіјΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTXSIJaeopcyxsijABEZHIKMNOPTYXo")
RUN = re.compile(f"[{FOREIGN}]+")
SCRIPTS = tuple(re.compile(f"[{letters}]") for letters in (CYRILLIC, GREEK, ARABIC))


def unmixed(word: str) -> str:
    """A word in one script: look-alikes read as Latin, what cannot belong to a Latin word dropped, a word of several
    foreign scripts dropped altogether. A word in one foreign script stays."""
    if re.search(f"[{LATIN}]", word):
        return RUN.sub(lambda run: folded(run[0]), word)
    return "" if sum(bool(script.search(word)) for script in SCRIPTS) > 1 else word


def folded(run: str) -> str:
    """Foreign letters inside a Latin word: the Latin letters they look like, or nothing where one looks like none."""
    latin = run.translate(LOOKALIKES)
    return "" if RUN.search(latin) else latin
