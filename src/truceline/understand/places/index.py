"""The place index: GeoNames names and places in one compressed file, looked up by binary search."""

from __future__ import annotations

import unicodedata
import zlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from truceline.understand.lexicon import load


@dataclass(frozen=True, slots=True)
class Known:
    """A place of the index or the overlay: kind P a town, A an area, C a country; `population` 0 where unknown."""

    id: int | None
    name: str
    kind: str
    country: str
    lat: float | None
    lon: float | None
    population: int


SPECIAL = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "’": "'", "‘": "'", "ʻ": "'",
                         "-": " "})


def fold(name: str) -> str:
    """A name without case, accents, hyphens and doubled blanks."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(SPECIAL))
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).replace("'", "").split())


class Table:
    """Sorted lines of one table, searched by their first column without being split."""

    def __init__(self, data: bytes, start: int, end: int) -> None:
        self.data, self.start, self.end = data, start, end

    def find(self, key: bytes) -> list[bytes] | None:
        """The columns after the first of the line that starts with the key, or None."""
        low, high = self.start, self.end
        while low < high:
            middle = self.data.rfind(b"\n", low, (low + high) // 2) + 1 or low
            stop = self.data.find(b"\n", middle, self.end)
            stop = self.end if stop < 0 else stop
            line = self.data[middle:stop]
            first = line.split(b"\t", 1)[0]
            if first == key:
                return line.split(b"\t")[1:]
            if first < key:
                low = stop + 1
            else:
                high = middle
        return None


@cache
def tables() -> tuple[Table, Table]:
    """The table of names and the table of places."""
    packed = (files("truceline.understand") / "data" / "places.bin").read_bytes()
    data = zlib.decompress(packed)
    cut = data.index(b"\n#\n")
    return Table(data, 0, cut), Table(data, cut + 3, len(data))


@cache
def overlay() -> dict[str, Known]:
    """Well-known places that the index lacks, by folded name."""
    found: dict[str, Known] = {}
    for name, entry in load("places")["places"].items():
        known = Known(None, name, "A" if entry.get("precision") == "area" else "P", entry.get("country", ""),
                      entry.get("lat"), entry.get("lon"), entry.get("size", 100_000))
        for form in (name, *entry.get("also", ())):
            found[fold(form)] = known
    return found


def known(number: bytes) -> Known | None:
    """The place with a GeoNames id, as the table of names writes it."""
    columns = tables()[1].find(number)
    if columns is None:
        return None
    name, kind, country, lat, lon, population = (column.decode() for column in columns)
    return Known(int(number), name, kind, country, float(lat) if lat else None, float(lon) if lon else None,
                 int(population))


@cache
def look_up(name: str) -> tuple[Known, ...]:
    """Every place of that name, the largest first; an entry of the overlay alone where there is one."""
    folded = fold(name)
    if folded in overlay():
        return (overlay()[folded],)
    found = tables()[0].find(folded.encode())
    if not found:
        return ()
    places = (known(number) for number in found[0].split(b","))
    return tuple(place for place in places if place)
