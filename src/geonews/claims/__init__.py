"""Figures as claims: copies recognised, independent sources counted, agreement and contradiction made visible."""

from geonews.claims.copyist import Copyist
from geonews.claims.grouping import group
from geonews.claims.labelling import beside, count, page, pages
from geonews.claims.lineups import line_up
from geonews.claims.models import Claim, LineUp, Pair, PlaceRole, Source, Statement

__all__ = [
    "Claim",
    "Copyist",
    "LineUp",
    "Pair",
    "PlaceRole",
    "Source",
    "Statement",
    "beside",
    "count",
    "group",
    "line_up",
    "page",
    "pages",
]
