"""Reads a passage number by number: each becomes a figure or is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from geonews.extraction.figures.bounds import bounded
from geonews.extraction.figures.counted import Counted, counted
from geonews.extraction.figures.kinds import judged, of_total
from geonews.extraction.figures.manpower import body_of, strength
from geonews.extraction.figures.money import currency, is_conversion, is_for_force
from geonews.extraction.figures.numerals import Numeral, find_numerals
from geonews.extraction.figures.rejection import is_age, is_rejected
from geonews.extraction.figures.suffering import is_downed
from geonews.extraction.figures.totals import is_gapped, total, whole_before
from geonews.models import Figure, FigureKind, NamedSpan, Passage
from geonews.syntax import Tree

_FLESH = frozenset({"casualties", "displaced", "troops", "money"})
"""What nobody shoots down."""
_REACH = 4
"""Figures back that a number without its noun may continue."""


@dataclass(frozen=True, slots=True)
class _Site:
    """A numeral with its cue words at code points [start, end), at tokens [first, last), ``after`` all of these."""

    numeral: Numeral
    start: int
    end: int
    first: int
    last: int
    after: int


def quoted(figure: Figure) -> tuple[int, int]:
    """Return the code points [start, end) of the figure's quote."""
    start = figure.start - figure.quote.index(figure.text)
    return start, start + len(figure.quote)


class Reader:
    """Reads the passages of one article."""

    def __init__(self, text: str, tree: Tree, names: Sequence[NamedSpan]) -> None:
        """Take the article's text with its syntax and the names that the language model found."""
        self._text = text
        self._tree = tree
        self._names = names
        norps = (name for name in names if name.label == "NORP")
        self._peoples = frozenset(index for name in norps for index in range(name.first, name.last))

    def read(self, passage: Passage) -> list[Figure]:
        """Return the figures of one passage, in order; ``same_as`` counts within the passage."""
        found: list[Figure] = []
        before: _Site | None = None
        for numeral in find_numerals(self._text, passage.start, passage.end):
            site = self._site(numeral, passage)
            previous = found[-1] if found else None
            if is_rejected(self._text, site.numeral, self._tree, site.after) or self._is_inside(site, previous):
                continue
            figure = self._money(site, found) or self._count(site, found)
            if figure and before and self._text[before.end : site.start].lower() in {" to ", " from "}:
                found.append(self._made(before, before.end, figure.kind, figure.noun))
            if figure:
                found.append(figure)
            before = None if figure else site
        return found

    def _site(self, plain: Numeral, passage: Passage) -> _Site:
        numeral, start, end = bounded(self._text, plain, passage.start)
        first, last = self._tree.range(numeral.start, numeral.end)
        return _Site(numeral, start, end, first, last, self._tree.range(numeral.start, end)[1])

    def _is_inside(self, site: _Site, previous: Figure | None) -> bool:
        """Tell whether the number belongs to the noun of the one before ("14 Leopard 2 tanks"); "33 of 38" does not."""
        if previous is None:
            return False
        return site.numeral.start < quoted(previous)[1] and not self._text[
            previous.end : site.start
        ].strip().startswith("of")

    def _money(self, site: _Site, earlier: Sequence[Figure]) -> Figure | None:
        found = currency(self._text, site.numeral.start, self._tree, site.after)
        if found is None:
            return None
        (noun, code), behind = found
        made = self._made(site, self._tree.tokens[behind - 1].end, "money", noun)
        previous = len(earlier) - 1
        if earlier and earlier[-1].kind == "money" and is_conversion(self._text[quoted(earlier[-1])[1] : site.start]):
            first = earlier[-1].same_as
            return replace(made, currency=code, same_as=previous if first is None else first)
        value = site.numeral.low or site.numeral.high or 0.0
        if not is_for_force(self._tree, self._names, self._tree.top(site.first, site.last), behind, value):
            return None
        return replace(made, currency=code)

    def _count(self, site: _Site, earlier: Sequence[Figure]) -> Figure | None:
        if currency(self._text, site.numeral.start, self._tree, site.after):
            return None
        what = counted(self._tree, site.first, site.last, site.after)
        found = judged(self._tree, what, self._peoples)
        if found and not self._goes_on(what, found[0], earlier):
            kind, noun = found
            aged = what.elliptic and is_age(self._text, site.numeral, self._tree, site.first)
            return None if aged else self._made(site, self._tree.tokens[what.last - 1].end, kind, noun)
        return self._apart(site, what.number, earlier) if what.elliptic else None

    def _goes_on(self, what: Counted, kind: FigureKind, earlier: Sequence[Figure]) -> bool:
        """Read "moved 900 soldiers from Kursk to Belgorod and 400 from Rostov": nobody fled."""
        before = earlier and earlier[-1].kind == "troops"
        return bool(before) and kind == "displaced" and what.elliptic and is_gapped(self._tree, what.first, what.last)

    def _apart(self, site: _Site, number: int, earlier: Sequence[Figure]) -> Figure | None:
        """Read a number whose noun stands elsewhere in the passage."""
        body = body_of(self._tree, number)
        if body is not None:
            return self._made(site, site.end, "troops", self._tree.tokens[body].text)
        noun = total(self._tree, number)
        noun = whole_before(self._tree, site.first, site.after) if noun is None else noun
        if noun is not None:
            whole = of_total(self._tree, noun, self._peoples) or strength(self._tree, noun)
            return self._made(site, site.end, *whole) if whole else None
        if not is_gapped(self._tree, site.first, site.after):
            return None
        downed = is_downed(self._tree, self._tree.tokens[number].head)
        fitting = (figure for figure in reversed(earlier[-_REACH:]) if not downed or figure.kind not in _FLESH)
        previous = next(fitting, None)
        if previous is None or previous.kind == "money":
            return None
        return self._made(site, site.end, previous.kind, previous.noun)

    def _made(self, site: _Site, end: int, kind: FigureKind, noun: str) -> Figure:
        numeral = site.numeral
        return Figure(
            start=numeral.start,
            end=numeral.end,
            text=self._text[numeral.start : numeral.end],
            quote=self._text[site.start : max(end, site.end)],
            low=numeral.low,
            high=numeral.high,
            approximate=numeral.approximate,
            kind=kind,
            noun=noun,
        )
