"""Whose a figure is, and how far it has come: fills ``owner`` and ``status``, and whose dollars are meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from geonews.linking.claims import claims
from geonews.linking.owners import Owners
from geonews.linking.phrases import Phrase
from geonews.linking.status import status_of
from geonews.models import Evidence, Figure, Resolution, Toponym
from geonews.syntax import Tree
from geonews.tables import rows

_CODES = {(row["noun"], row["owner"]): row["code"] or None for row in rows(__package__, "monies")}
_WHOLE = frozenset({"which", "whom", "them", "these", "those"})
_SAME = frozenset({"others", "more", "wounded", "injured"})


def attribute(
    figures: Sequence[Figure],
    evidence: Evidence,
    toponyms: Sequence[Toponym],
    resolutions: Sequence[Resolution],
    *,
    countries: Mapping[str, str] | None = None,
) -> tuple[Figure, ...]:
    """Return the figures with ``owner`` (``None`` where the text does not say) and ``status`` filled.

    A country is named as its ``Place.name``. A capital that speaks for its government takes the name of its
    country from the article's other toponyms and candidates, else from ``countries`` (ISO 3166-1 alpha-2 -> name).
    Organisations come from ``data/organisations.csv``. A conversion shares owner and status with the sum that it
    converts.
    """
    tree = Tree.of(evidence)
    owners = Owners(tree, toponyms, resolutions, countries or {})
    found: list[Figure] = []
    for figure in figures:
        phrase = Phrase.of(figure, tree)
        owner = next(filter(None, claims(figure, phrase, tree, owners)), None)
        if owner is None and found and (_continues(figure, found[-1], tree) or _is_part(phrase, tree)):
            owner = found[-1].owner
        status = status_of(figure, phrase, tree)
        if figure.same_as is not None:
            owner, status = found[figure.same_as].owner, found[figure.same_as].status
        found.append(replace(figure, owner=owner, status=status, currency=figure.currency or _code(figure, owner)))
    return tuple(found)


def _code(figure: Figure, owner: str | None) -> str | None:
    """Return the currency that the owner means by "dollars" or "pounds"; ``None`` where that stays open."""
    if figure.kind != "money":
        return None
    owned = _CODES.get((figure.noun, owner or ""))
    return owned if (figure.noun, owner or "") in _CODES else _CODES.get((figure.noun, ""))


def _is_part(phrase: Phrase, tree: Tree) -> bool:
    """Tell whether the figure counts a part of the one before: "30 of them", "of whom 30"."""
    words = tree.word(phrase.last), tree.word(phrase.last + 1), tree.word(phrase.first - 2), tree.word(phrase.first - 1)
    return (words[0] == "of" and words[1] in _WHOLE) or (words[2] == "of" and words[3] in _WHOLE)


def _continues(figure: Figure, previous: Figure, tree: Tree) -> bool:
    """Tell whether the figure counts more of the same: "three SDF fighters were killed and seven others wounded"."""
    here, there = (tree.tokens[tree.range(one.start, one.end)[0]].passage for one in (figure, previous))
    bare = figure.noun.lower() in _SAME or figure.text == figure.quote
    return here == there and figure.kind == previous.kind and bare
