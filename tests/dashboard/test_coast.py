"""The land of the map's picture: no finer than can be seen, and only what is in view."""

from __future__ import annotations

import re

from geonews.dashboard.coast import land
from geonews.export.worldmap import outline

WORLD = (0.0, 0.0, 3600.0, 3600.0)
BLACK_SEA = (2070.0, 1320.0, 2220.0, 1420.0)


def test_seen_from_near_the_land_is_the_worlds_own_outline() -> None:
    assert land(WORLD, 1) == outline()["land"]


def test_seen_from_afar_it_has_fewer_points_and_islets_go() -> None:
    near, far = land(WORLD, 1), land(WORLD, 8)
    assert len(far) < 0.6 * len(near)
    assert far.count("M") < near.count("M")


def test_only_land_that_reaches_into_the_view_is_drawn() -> None:
    assert 0 < land(BLACK_SEA, 1).count("M") < 50
    assert land((100.0, 2300.0, 110.0, 2310.0), 1) == ""  # the Pacific


def test_a_path_holds_whole_numbers_alone() -> None:
    assert re.fullmatch(r"(M\d+ \d+l(-?\d+[ ]?)+z)*", land(WORLD, 8).replace("-", " -").replace("l ", "l"))
