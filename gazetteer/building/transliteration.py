# ruff: noqa: RUF001 - Cyrillic letters look like Latin ones
"""Cyrillic village names in Latin letters, by the country's own system."""

from __future__ import annotations

import re

_UKRAINIAN = dict(zip("абвгґдежзиіклмнопрстуфхцчшщьюя", "a b v h g d e zh z y i k l m n o p r s t u f kh ts ch sh shch  iu ia".split(" "), strict=True)) | {"є": "ie", "ї": "i", "й": "i", "’": "", "'": "", "ʼ": ""}  # fmt: skip # noqa: E501
_UKRAINIAN_INITIAL = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_RUSSIAN = dict(zip("абвгдежзийклмнопрстуфхцчшщъыьэюя", "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(" "), strict=True)) | {"ё": "yo"}  # fmt: skip # noqa: E501
_BELARUSIAN = _RUSSIAN | {"і": "i", "ў": "u", "г": "h"}
_BULGARIAN = _RUSSIAN | {"щ": "sht", "ъ": "a", "ь": "y", "х": "h"}
_SYSTEMS = {"UA": _UKRAINIAN, "RU": _RUSSIAN, "BY": _RUSSIAN, "BG": _BULGARIAN, "KZ": _RUSSIAN}
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")


def is_cyrillic(name: str) -> bool:
    """Tell whether the name has a Cyrillic letter."""
    return bool(_CYRILLIC.search(name))


def latin(name: str, country: str) -> str:
    """Return the name in Latin letters: Ukraine 2010, Bulgaria 2009, Russian passports' simple form elsewhere."""
    return _WORD.sub(lambda match: _word(match.group(), country), name)


def _word(word: str, country: str) -> str:
    system = _SYSTEMS.get(country, _RUSSIAN)
    lower = word.lower()
    if country == "UA":
        lower = lower.replace("зг", "zgh")
    out = []
    for at, letter in enumerate(lower):
        if at == 0 and country == "UA" and letter in _UKRAINIAN_INITIAL:
            out.append(_UKRAINIAN_INITIAL[letter])
        elif at == 0 and country != "UA" and letter == "е":
            out.append("ye")
        else:
            out.append(system.get(letter, letter))
    text = "".join(out)
    if country in {"RU", "BY", "KZ"}:
        text = (
            re.sub(r"(?<=[iy])y$", "y", text).replace("yy", "y").replace("iy", "y")
            if text.endswith(("yy", "iy"))
            else text
        )
    return text[:1].upper() + text[1:] if word[:1].isupper() else text
