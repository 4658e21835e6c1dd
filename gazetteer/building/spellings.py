"""Which alternate names to take, and names that news makes of an official one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from building.draft import Draft
from geonews.gazetteer.names import APOSTROPHES
from geonews.models import NameForm

_SCRIPTS = ("LATIN", "CYRILLIC", "ARABIC")
_CODE = re.compile(r"[A-Z]{1,5}[0-9]*")
_SHORTEST = 3
TYPE_WORDS = (
    "Autonomous Okrug", "Autonomous Oblast", "Autonomous Region", "Autonomous Province", "Autonomous Republic",
    "Federal District", "Capital Region", "Metropolitan Region", "Union Territory", "Voivodeship", "Governorate",
    "Municipality", "Prefecture", "Department", "Province", "District", "Division", "Republic", "Territory", "Region",
    "Emirate", "Parish", "County", "Canton", "Oblast", "State", "Krai", "Rayon", "Raion", "City",
)  # fmt: skip
_TYPE_END = re.compile(rf"\s+(?:{'|'.join(TYPE_WORDS)})$", re.IGNORECASE)
_TYPE_START = re.compile(
    r"^(?:Autonomous Republic|Republic|State|Province|Governorate|Department|Canton|District|Region|Emirate) of"
    r" (?:the )?",
    re.IGNORECASE,
)
_TYPE_FORMS = {
    "Administrative region": ("Oblast", "Region"),
    "Administrative territory": ("Krai", "Territory", "Region"),
    "Autonomous district": ("Autonomous Okrug", "Okrug", "Region"),
    "Rayon": ("District", "Rayon", "Raion"),
}


def useful(name: str) -> bool:
    """Tell whether an alternate name is worth keeping: a name in Latin, Cyrillic or Arabic letters.

    No airport or port code, no address, and no machine transliteration, which GeoNames writes in lower case.
    """
    if len(name) < _SHORTEST or _CODE.fullmatch(name) or "http" in name:
        return False
    letters = [letter for letter in name if letter.isalpha()]
    if not letters or not unicodedata.name(letters[0], "").startswith(_SCRIPTS):
        return False
    return not (letters[0].islower() and unicodedata.name(letters[0], "").startswith("LATIN"))


def bare(name: str) -> str:
    """Return a division's name without the word for what it is ("Kherson Oblast" -> "Kherson")."""
    return _TYPE_START.sub("", _TYPE_END.sub("", name.strip())) or name


def division_forms(name: str, kind_word: str) -> Iterator[tuple[str, NameForm]]:
    """Yield the forms of a first-order division's bare name that news uses."""
    words: Iterable[str] = _TYPE_FORMS.get(kind_word, (kind_word,) if kind_word else ())
    for word in dict.fromkeys([*words, "Region", "Province"]):
        yield f"{name} {word}", "alternate"
    first = next(iter(words), "")
    if first in {"Republic", "State", "Province", "Governorate", "Emirate"}:
        yield f"{first} of {name}", "alternate"


_ROMANISED = frozenset(
    "AE AF AM AZ BD BG BH BT BY CY EG ER ET GE IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MM MN MV NP OM PK PS QA "
    "RU SA SD SS SY TH TJ TM TR TW UA UZ VN YE".split()
)
"""Countries whose names GeoNames writes with marks (of a transliteration or of their alphabet) that news leaves out."""
_PLAIN = str.maketrans(
    {"\N{LATIN SMALL LETTER DOTLESS I}": "i", "ə": "a", "đ": "d", "Đ": "D", "Ð": "D", **dict.fromkeys(APOSTROPHES)}
)


def plain_names(drafts: Iterable[Draft]) -> None:
    """Show names as news prints them: "Naţanz" as "Natanz", "Đà Nẵng" as "Da Nang"; the sources' spelling is kept."""
    for draft in drafts:
        if draft.country in _ROMANISED and not draft.name.isascii():
            written = draft.name
            draft.name = plain(written)
            draft.add(written)


def plain(name: str) -> str:
    """Return a name without diacritics and apostrophes."""
    letters = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
