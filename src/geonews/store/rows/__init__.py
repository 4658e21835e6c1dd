"""What the store answers: frozen rows, made for tables, maps and evidence panels."""

from geonews.store.rows.byhand import ByHand, CorrectionState, KeptCorrection, Reached
from geonews.store.rows.corpus import ArticleRow, PlaceRow, Summary, Unplaced, UnplacedName
from geonews.store.rows.offers import CountryCount, DayCount, Facets, FigureCount, KindCount, SourceCount, UseCount
from geonews.store.rows.passages import BesideRow, CopyRow, Mark, MarkKind, Order, PassageFigure, PassageRow
from geonews.store.rows.statements import Integers, MovementRow, Route, StatedPlace, Statement, StatementKeys

__all__ = [
    "ArticleRow",
    "BesideRow",
    "ByHand",
    "CopyRow",
    "CorrectionState",
    "CountryCount",
    "DayCount",
    "Facets",
    "FigureCount",
    "Integers",
    "KeptCorrection",
    "KindCount",
    "Mark",
    "MarkKind",
    "MovementRow",
    "Order",
    "PassageFigure",
    "PassageRow",
    "PlaceRow",
    "Reached",
    "Route",
    "SourceCount",
    "StatedPlace",
    "Statement",
    "StatementKeys",
    "Summary",
    "Unplaced",
    "UnplacedName",
    "UseCount",
]
