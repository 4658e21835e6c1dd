"""What went wrong with the figures of a text, one line each."""

from __future__ import annotations

from dataclasses import dataclass

from geonews.evaluation.figures.corpora import GoldFigure
from geonews.evaluation.figures.links import LinkError
from geonews.evaluation.figures.matching import Matched, same_value


@dataclass(frozen=True, slots=True)
class FigureError:
    """One thing that went wrong."""

    document: str
    what: str
    """missed, false, value, kind, owner, status, link or false link."""
    text: str
    """The number words, as written."""
    wanted: str
    got: str


def reading_errors(one: Matched) -> list[FigureError]:
    """List what went wrong with the figures of one text, their links aside."""
    document, text = str(one.truth.article.id), one.truth.article.text
    met = {id(gold) for gold in one.pairs if gold}
    found = [
        FigureError(document, "missed", text[gold.span[0] : gold.span[1]], _value(gold), "")
        for gold in one.required()
        if id(gold) not in met
    ]
    for gold, figure in one.claimed():
        if gold is None:
            found.append(
                FigureError(document, "false", figure.text, "", f"{figure.low} to {figure.high} {figure.kind}")
            )
        elif not same_value(gold, figure):
            found.append(FigureError(document, "value", figure.text, _value(gold), f"{figure.low} to {figure.high}"))
        else:
            found += [
                FigureError(document, name, figure.text, str(gold.said[name]), str(getattr(figure, name)))
                for name in ("kind", "owner", "status")
                if name in gold.said and gold.said[name] != getattr(figure, name)
            ]
    return found


def link_error(one: Matched, error: LinkError) -> FigureError:
    """Say where a link went wrong."""
    return FigureError(str(one.truth.article.id), *error)


def _value(gold: GoldFigure) -> str:
    return f"{gold.said.get('low')} to {gold.said.get('high')}"
