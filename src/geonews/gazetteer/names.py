"""Folding a place name: what is left when case, diacritics, punctuation and the article no longer count."""

from __future__ import annotations

import re
import unicodedata

APOSTROPHES = "'’‘ʼʻʹʺʿʾ`´′″\u02c8"  # noqa: RUF001 - transliterations write the soft sign and the hamza in many ways
_BEFORE = {
    **dict.fromkeys(map(ord, APOSTROPHES), "'"),
    **dict.fromkeys(
        [0xAD, 0x0640, *range(0x200B, 0x2010), 0xFEFF]
    ),  # soft hyphens, tatweel, joiners, marks of direction
}
_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a", "ħ": "h", "ŧ": "t", "ŋ": "n",
        "ƙ": "k", "ɓ": "b", "ɗ": "d",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        # Persian and Urdu letters, and the Arabic ones that writers mix
        "\N{ARABIC LETTER FARSI YEH}": "\N{ARABIC LETTER YEH}",
        "\N{ARABIC LETTER ALEF MAKSURA}": "\N{ARABIC LETTER YEH}",
        "\N{ARABIC LETTER KEHEH}": "\N{ARABIC LETTER KAF}",
        "\N{ARABIC LETTER TEH MARBUTA}": "\N{ARABIC LETTER HEH}",
        "\N{ARABIC LETTER HEH GOAL}": "\N{ARABIC LETTER HEH}",
        "\N{ARABIC LETTER HEH DOACHASHMEE}": "\N{ARABIC LETTER HEH}",
    }
)  # fmt: skip
_LAST_MARK = 0x3000
_AFTER = {**{code: None for code in range(_LAST_MARK) if unicodedata.combining(chr(code))}, **_LETTERS}
_DOT_BEFORE_WORD = re.compile(r"\.(?=\w\w)")
_APOSTROPHE = re.compile(r"\s*'")
_NO_LETTER = re.compile(r"[\W_]+")
_ASCII_NO_LETTER = {code: " " for code in range(128) if not chr(code).isalnum()}
_WORDS = {"st": "saint", "ste": "saint", "mt": "mount", "ft": "fort", "mts": "mountains"}
_SPECIAL = frozenset({"the", *_WORDS})


def fold(name: str) -> str:
    """Return the form under which ``name`` is looked up: lower case words with one space between them.

    Case, diacritics, hyphens, apostrophes (with a space before one, as tokenisers leave it), dots, commas and the word
    "the" do not count; "St." is "saint", "Mt." is "mount". Other scripts keep their letters. ``""`` when no letter or
    digit is there.
    """
    if name.isascii():
        text = name.lower()
        if text.isalpha():
            return _WORDS.get(text, text)
    else:
        text = _plain(name)
    if not text.replace(" ", "").isalnum():
        text = _without_punctuation(text)
    words = text.split()
    if _SPECIAL.isdisjoint(words):
        return " ".join(words)
    return " ".join([_WORDS.get(word, word) for word in words if word != "the"] or words)


def _without_punctuation(text: str) -> str:
    if "'" in text or "`" in text:
        text = _APOSTROPHE.sub("", text.replace("`", "'"))
    if "." in text:
        text = _DOT_BEFORE_WORD.sub(" ", text).replace(".", "")
    return text.translate(_ASCII_NO_LETTER) if text.isascii() else _NO_LETTER.sub(" ", text)


def _plain(name: str) -> str:
    text = unicodedata.normalize("NFKD", name.translate(_BEFORE)).casefold()
    if not unicodedata.is_normalized("NFKD", text):
        text = unicodedata.normalize("NFKD", text)
    return text.translate(_AFTER)
