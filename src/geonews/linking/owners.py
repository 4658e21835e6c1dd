"""Who is named where: token -> owner, from resolved countries and demonyms and from a table of organisations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from geonews.models import Place, Resolution, Toponym
from geonews.syntax import Tree
from geonews.tables import rows

_STATES = frozenset({"country", "territory"})
_FORMS = {tuple(row["form"].split()): (row["owner"], row["needs"]) for row in rows(__package__, "organisations")}
_LONGEST = max(map(len, _FORMS))
_UNOWNED = frozenset(
    "backed led made built supplied trained born held controlled occupied speaking allied style aligned".split()
)
"""What "-backed" and its like follow is not the owner: "Russia-backed rebels" are not Russia's."""


class Owners:
    """The owners that an article names, by token."""

    def __init__(
        self,
        tree: Tree,
        toponyms: Sequence[Toponym],
        resolutions: Sequence[Resolution],
        countries: Mapping[str, str],
    ) -> None:
        """Index the article's mentions; ``countries`` names the countries (ISO code -> name) that it does not name."""
        self._tree = tree
        self._names = {**countries, **_countries(resolutions)}
        self._at: dict[int, str] = {}
        self._states: dict[int, bool] = {}
        for toponym, resolution in zip(toponyms, resolutions, strict=True):
            self._take(toponym, resolution)
        self._at.update(_organisations(tree, set(self._at.values())))

    def _take(self, toponym: Toponym, resolution: Resolution) -> None:
        if resolution.place is None:
            return
        is_state = resolution.place.kind in _STATES
        name = resolution.place.name if is_state else self._country(toponym, resolution.place)
        if name is None:
            return
        for index in range(*self._tree.range(toponym.start, toponym.end)):
            self._at[index] = name
            self._states[index] = is_state

    def _country(self, toponym: Toponym, place: Place) -> str | None:
        """Return the country that a metonymic place speaks for ("Moscow has massed")."""
        if toponym.kind == "demonym" or place.country is None:
            return None
        return self._names.get(place.country)

    def at(self, index: int) -> str | None:
        """Return the owner named at token ``index``, except in "-backed" and the like."""
        if self._tree.word(index + 1) == "-" and self._tree.word(index + 2) in _UNOWNED:
            return None
        return self._at.get(index)

    def owns(self, index: int) -> str | None:
        """Return the owner at ``index`` if it may modify a noun: a country or organisation, not a city."""
        return self.at(index) if self._states.get(index, True) else None


def _countries(resolutions: Sequence[Resolution]) -> dict[str, str]:
    places = [resolution.place for resolution in resolutions if resolution.place]
    places += [candidate.place for resolution in resolutions for candidate in resolution.candidates]
    return {place.country: place.name for place in reversed(places) if place.country and place.kind == "country"}


def _organisations(tree: Tree, named: set[str]) -> dict[int, str]:
    found: dict[int, str] = {}
    anaphors: list[tuple[range, str]] = []
    for span, owner, needs in _matches(tree):
        if needs:
            anaphors.append((span, needs))
        else:
            named.add(owner)
            found.update(dict.fromkeys(span, owner))
    for span, needs in anaphors:
        if needs in named:
            found.update(dict.fromkeys(span, needs))
    return found


def _matches(tree: Tree) -> Iterator[tuple[range, str, str]]:
    words = [token.text for token in tree.tokens]
    firsts = {form[0].split("-")[0] for form in _FORMS}
    for start, word in enumerate(words):
        if word not in firsts:
            continue
        for length in range(min(_LONGEST, len(words) - start), 0, -1):
            form = tuple(" ".join(words[start : start + length]).replace(" - ", "-").replace(" 's", "'s").split())
            if form in _FORMS:
                owner, needs = _FORMS[form]
                yield range(start, start + length), owner, needs
                break
