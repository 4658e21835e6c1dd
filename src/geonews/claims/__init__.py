"""Figures as claims: copies recognised, independent sources counted, agreement and contradiction made visible."""

from geonews.claims.comparing import befell, happened
from geonews.claims.copyist import Copyist
from geonews.claims.grouping import claim_of, group
from geonews.claims.labelling import Listing, beside, listing
from geonews.claims.lineups import DENIALS, at_odds, denying, disputing, line_up
from geonews.claims.models import Claim, LineUp, Pair, PlaceRole, Source, Statement

__all__ = [
    "DENIALS",
    "Claim",
    "Copyist",
    "LineUp",
    "Listing",
    "Pair",
    "PlaceRole",
    "Source",
    "Statement",
    "at_odds",
    "befell",
    "beside",
    "claim_of",
    "denying",
    "disputing",
    "group",
    "happened",
    "line_up",
    "listing",
]
