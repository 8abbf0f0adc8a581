"""Texts that no newsroom writes: how each is made, and how large it gets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

WORDS = "army rebels town talks on in of the Vardan Corra said attacked agreed and Monday 12 people".split()
LETTERS = "bcdfghjklmnprstvz"


@dataclass(frozen=True)
class Hostile:
    """A kind of text; `make` gives one with so many of what makes it hostile, `most` is how many are tried."""

    name: str
    make: Callable[[int], str]
    most: int


def repeated(piece: str, before: str = "", behind: str = "") -> Callable[[int], str]:
    """A text of one piece over and over."""
    return lambda times: before + piece * times + behind


def nested(opening: str, closing: str, core: str = "The army left.") -> Callable[[int], str]:
    """A core inside so many pairs of marks."""
    return lambda times: opening * times + core + closing * times


def name(number: int) -> str:
    """An invented name, another for each number."""
    letters = [LETTERS[number // len(LETTERS) ** place % len(LETTERS)] for place in range(4)]
    return "a".join(letters).capitalize() + "a"


def named(piece: str) -> Callable[[int], str]:
    """A text of one piece over and over, with another name and number each time."""
    return lambda times: "".join(piece.format(name=name(i), other=name(i + 7), number=i % 27 + 1) for i in range(times))


def drawn(letters: str, spaces: bool = False) -> Callable[[int], str]:
    """So many characters drawn from some."""
    return lambda times: "".join(Random(1).choices(letters + " " * (len(letters) // 5 if spaces else 0), k=times))


def words(times: int) -> str:
    """Words of the press in no order."""
    return " ".join(Random(1).choices(WORDS, k=times))


def said(times: int) -> str:
    """One saying inside another."""
    return "".join(f"{name(i)} said that " for i in range(times)) + "the army left."


HOSTILE = [
    Hostile("opening marks", repeated("“"), 10_000),
    Hostile("opening marks, spaced", repeated("“ "), 10_000),
    Hostile("opening marks with words", repeated("“The army left "), 10_000),
    Hostile("opening marks with sentences", repeated("“The army left the town. "), 10_000),
    Hostile("straight marks", repeated('"'), 10_000),
    Hostile("straight marks glued to words", repeated('army."The '), 10_000),
    Hostile("apostrophes", repeated("'"), 10_000),
    Hostile("mixed marks", repeated("“‘«„'\"`"), 3_000),
    Hostile("closing marks", repeated("left”"), 10_000),
    Hostile("quotations one after another", repeated("“We left,” he said. "), 5_000),
    Hostile("nested quotations", nested("“", "”"), 5_000),
    Hostile("nested quotations with words", nested("He said: “", "” "), 5_000),
    Hostile("two kinds of marks nested", nested("“‘", "’”"), 5_000),
    Hostile("nested guillemets", nested("«", "»"), 5_000),
    Hostile("open quotation in every paragraph", repeated("“The army left the town\n\n"), 5_000),
    Hostile("no full stop", words, 40_000),
    Hostile("no full stop and no space", drawn("abcdefghij"), 300_000),
    Hostile("one letter", repeated("a"), 300_000),
    Hostile("one capital", repeated("A"), 300_000),
    Hostile("one word", repeated("ceasefire "), 40_000),
    Hostile("one name", repeated("Vardan "), 40_000),
    Hostile("one line", repeated("The army attacked the town. "), 14_000),
    Hostile("short sentences", repeated("He left. "), 30_000),
    Hostile("right-to-left overrides", repeated("the\u202e army\u2066 left\u202c "), 20_000),
    Hostile("nothing but overrides", repeated("\u202e"), 200_000),
    Hostile("null bytes", repeated("\x00"), 200_000),
    Hostile("null bytes in words", repeated("a\x00rmy l\x00eft. "), 20_000),
    Hostile("control characters", drawn("".join(map(chr, range(32))) + "ab"), 100_000),
    Hostile("lone surrogates", repeated("The \ud800army\udfff left. "), 10_000),
    Hostile("line ends", repeated("\n"), 100_000),
    Hostile("line ends of every kind", repeated("\r\n\x0b\x0c\x85\u2028\u2029"), 20_000),
    Hostile("tiny lines", repeated("a\n"), 100_000),
    Hostile("tiny paragraphs", repeated("He left.\n\n"), 30_000),
    Hostile("spaces", repeated(" "), 300_000),
    Hostile("spaces between words", repeated("army" + " " * 200), 1_500),
    Hostile("brackets", repeated("("), 50_000),
    Hostile("nested brackets", nested("(", ")"), 25_000),
    Hostile("brackets with words", repeated("(AFP "), 20_000),
    Hostile("tags", repeated("<div><p class='x'>&amp;</p>"), 10_000),
    Hostile("broken tags", repeated("<a href=\"x.html\"><b "), 10_000),
    Hostile("character references", repeated("&#8220;&quot;&nbsp;"), 15_000),
    Hostile("wrongly decoded", repeated("â€œThe armyâ€\x9d left. "), 10_000),
    Hostile("list", repeated("- the army left\n"), 5_000),
    Hostile("list in one line", repeated("• the army left "), 5_000),
    Hostile("dates", named("on {number} May 2016, "), 10_000),
    Hostile("dates without a comma", named("Monday {number} May "), 10_000),
    Hostile("intervals", repeated("from Monday to Friday "), 10_000),
    Hostile("numbers", repeated("12 people, "), 20_000),
    Hostile("digits", drawn("0123456789"), 200_000),
    Hostile("figures", repeated("12 people were killed and 30 wounded in Corra. "), 5_000),
    Hostile("names in a list", named("{name} {other}, "), 10_000),
    Hostile("names in one run", named("{name} "), 10_000),
    Hostile("names in sentences", named("{name} {other} met the {other} Front. "), 5_000),
    Hostile("acronyms", named("the {name} {other} Front (F{number}) "), 5_000),
    Hostile("pronouns", repeated("He said he met him. "), 10_000),
    Hostile("role nouns", named("The minister met the envoy {name}. "), 5_000),
    Hostile("countries", repeated("Kenya and Peru, "), 10_000),
    Hostile("said", repeated("said "), 20_000),
    Hostile("said in sentences", named("{name} said the army left. "), 5_000),
    Hostile("said in one sentence", named("{name} said the army left, "), 5_000),
    Hostile("said that said", said, 2_000),
    Hostile("according to", named("according to {name} "), 5_000),
    Hostile("colons", named("{name}: the army left: "), 5_000),
    Hostile("semicolons", repeated("the army left the town; "), 5_000),
    Hostile("bare semicolons", repeated(";"), 50_000),
    Hostile("commas", repeated(","), 50_000),
    Hostile("commas with words", repeated("the army, "), 20_000),
    Hostile("full stops", repeated("."), 50_000),
    Hostile("spaced full stops", repeated(". "), 50_000),
    Hostile("dashes", repeated("the army - left — "), 10_000),
    Hostile("bare dashes", repeated("—"), 50_000),
    Hostile("ellipses", repeated("the army… "), 10_000),
    Hostile("and", named("{name} and "), 10_000),
    Hostile("of", repeated("the talks of "), 10_000),
    Hostile("acts in one sentence", repeated("the army attacked the town and "), 5_000),
    Hostile("which", repeated("the army which attacked "), 5_000),
    Hostile("not", repeated("not "), 30_000),
    Hostile("would not agree to", repeated("refused to agree to "), 8_000),
    Hostile("hyphens", lambda times: "-".join(["cease"] * times), 20_000),
    Hostile("hyphened acts", repeated("pro-army-led-talks-"), 10_000),
    Hostile("footnotes", named("The army left.[{number}] "), 10_000),
    Hostile("bare footnotes", repeated("[1]"), 10_000),
    Hostile("addresses", repeated("www.corra.example/a?b=c&d "), 10_000),
    Hostile("mail addresses", repeated("a@b.example."), 10_000),
    Hostile("combining characters", repeated("a" + "\u0301" * 50), 5_000),
    Hostile("emoji", repeated("🕊️👩‍👩‍👧‍👦 "), 10_000),
    Hostile("Arabic", drawn("ابتثجحخدذرزسش", spaces=True), 100_000),
    Hostile("Cyrillic", drawn("абвгдежзиклмноп", spaces=True), 100_000),
    Hostile("Chinese", drawn("停火协议军队谈判代表说", spaces=False), 100_000),
    Hostile("scripts mixed in words", repeated("аrmу "), 20_000),
    Hostile("capitals", repeated("ARMY LEFT TOWN "), 10_000),
    Hostile("symbols", drawn("#$%^&*+=|~/\\<>@_", spaces=True), 100_000),
    Hostile("wrapped lines", repeated("the army and the rebels left the town on the river on Mon-\n"), 5_000),
]
