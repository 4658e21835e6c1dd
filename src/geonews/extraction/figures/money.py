"""Sums of money: in which currency, and whether for aid or arms, which alone makes them figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from geonews.extraction.figures.lexicon import CIVIL, names_kind, singulars
from geonews.models import NamedSpan, Token
from geonews.syntax import Tree
from geonews.tables import rows


class Currency(NamedTuple):
    """What a sum is counted in."""

    noun: str
    """Its English plural."""
    code: str | None
    """ISO 4217, where the written form tells it."""


_CURRENCIES = {row["word"]: Currency(row["noun"], row["code"] or None) for row in rows(__package__, "currencies")}
_SENSE = {row["word"]: row["sense"] for row in rows(__package__, "aid")}
_SIGNED = "|".join(sorted((re.escape(word) for word in _CURRENCIES if not word[-1].isalpha()), key=len, reverse=True))
_SIGN = re.compile(rf"(?<!\w)(?:{_SIGNED})\s?$|\b(?:USD|EUR|GBP|CHF|CAD|AUD|NIS|Rs\.?)\s?$", re.IGNORECASE)
_TURNED = re.compile(
    r"\s?[(\[]\s?(?:(?:or|equal to|equivalent to|the equivalent of)\s)?|"
    r"\s?[,–—-]?\s(?:or|equal to|equivalent to|the equivalent of|worth)\s",
    re.IGNORECASE,
)
"""What stands between a sum and the same sum in another currency."""
_STATELY = 100_000
_PETTY = 10_000
"""Less is a price, a wage or a gift."""
_ARMS = frozenset({"aircraft", "vehicles", "ships"})
_VAGUE = frozenset({"round", "shell", "mine"})
"""Words that mean arms only where they are counted."""
_ADJECTIVES = {word.split()[0] for word in _CURRENCIES if " " in word} | {"of", "new", "hong", "sri"}
_REACH = 8
"""Tokens behind the sum that may name its purpose."""


def currency(text: str, start: int, tree: Tree, after: int) -> tuple[Currency, int] | None:
    """Return the currency and the token behind it: a sign before ``start`` or a word at ``after``."""
    sign = _SIGN.search(text, max(0, start - 6), start)
    if sign:
        return _CURRENCIES[sign.group().strip().lower().rstrip(".")], after
    index = after + 1 if tree.word(after) == "-" else after  # "40-million-euro package"
    while tree.word(index) in _ADJECTIVES:
        index += 1
    word = tree.word(index)
    two = f"{tree.word(index - 1)} {word}", f"{word} {tree.word(index + 1)}"
    if two[1] in _CURRENCIES:
        return _CURRENCIES[two[1]], index + 2
    found = _CURRENCIES.get(two[0]) or _CURRENCIES.get(word)
    return (found, index + 1) if found else None


def is_conversion(between: str) -> bool:
    """Tell whether two sums with these words between them are one in two currencies: "€1.2bn ($1.3bn)"."""
    return _TURNED.fullmatch(between) is not None


def is_for_force(tree: Tree, names: Sequence[NamedSpan], number: int, after: int, value: float) -> bool:
    """Tell whether the money is aid or pays for arms: by the words of its phrase and of the verb that moves it.

    Of a ``value`` below what states give each other, only words of aid or arms tell so.
    """
    near = _neighbours(tree, number, after)
    senses = {_SENSE.get(tree.tokens[index].lemma.lower()) for index in near}
    if "price" in senses or value < _PETTY:
        return False
    if senses & {"aid", "arms"} or any(_is_armament(tree, index) for index in near):
        return True
    if value < _STATELY:
        return False
    voted = "vote" in senses and _is_about_aid(tree, tree.tokens[number].passage)
    if ("weak" in senses or voted) and _is_between_countries(names, near):
        return True
    return not senses.isdisjoint({"give", "get"}) and _is_for_country(tree, names, near)


def _is_about_aid(tree: Tree, passage: int) -> bool:
    """Tell whether the passage or one beside it speaks of aid or arms: parliaments vote on other sums, too."""
    first = tree.bounds[max(passage - 1, 0)][0]
    last = tree.bounds[min(passage + 1, len(tree.bounds) - 1)][1]
    forms = (form for index in range(first, last) for form in singulars(tree.word(index)))
    return any(_SENSE.get(form) in {"aid", "arms"} for form in forms)


def _is_between_countries(names: Sequence[NamedSpan], near: set[int]) -> bool:
    return any(name.label in {"GPE", "NORP"} and not near.isdisjoint(range(name.first, name.last)) for name in names)


def _is_armament(tree: Tree, index: int) -> bool:
    """Tell whether the noun, or one that it is made up with, names arms beyond doubt: "F-16 jets", not "jets"."""
    own = (index, *tree.children(index, "compound", "nmod", "amod", "nummod"))
    named = (one for one in own if tree.word(one) not in CIVIL and tree.word(one) not in _VAGUE)
    kinds = ((names_kind(tree, one), tree.tokens[one]) for one in named)
    return any(kind == "weapons" or (kind in _ARMS and _is_type(token)) for kind, token in kinds)


def _is_type(token: Token) -> bool:
    """Tell whether the word names a type ("Leopard", "F-16"), which no airline or farm buys."""
    return token.pos == "PROPN" or ("-" in token.text and any(letter.isdigit() for letter in token.text))


def _is_for_country(tree: Tree, names: Sequence[NamedSpan], near: set[int]) -> bool:
    """Read "approved $61 billion for Ukraine" and "Ukraine received $61 billion": a country or a people receives."""
    own = (
        name for name in names if name.label in {"GPE", "NORP"} and not near.isdisjoint(range(name.first, name.last))
    )
    heads = (tree.tokens[tree.top(name.first, name.last)] for name in own)
    return any(
        (head.dep == "pobj" and tree.word(head.head) in {"to", "for"})
        or (head.dep == "nsubj" and _SENSE.get(tree.tokens[head.head].lemma.lower()) == "get")
        for head in heads
    )


def _neighbours(tree: Tree, number: int, after: int) -> set[int]:
    """Collect the phrase of the sum, its governors up to the verb, and what these govern directly."""
    passage = tree.tokens[number].passage
    found = set(range(after, min(after + _REACH, tree.bounds[passage][1])))
    for governor in tree.ancestors(number):
        found.update((governor, *tree.children(governor)))
        for child in tree.children(governor, "prep", "dobj", "dative"):
            found.update(tree.children(child))
        if tree.is_verb(governor):
            found.update({tree.tokens[governor].head} if tree.tokens[governor].dep in {"acl", "relcl"} else ())
            break
    return found
