"""Names at their signs."""

from __future__ import annotations

from geonews.export.labels import Room, Spot, Stand, stands

PICTURE = Room(0, 0, 400, 300)


def test_a_name_alone_stands_to_the_right_of_its_sign() -> None:
    [stand] = stands([Spot(100, 100, 1, "Karvel")], PICTURE)
    assert stand is not None
    assert (stand.anchor, stand.x > 12) == ("start", True)


def test_the_name_that_comes_first_takes_the_room_and_the_next_another_side() -> None:
    first, second = stands([Spot(100, 100, 0.5, "Karvel"), Spot(125, 100, 0.5, "Tolmar")], PICTURE)
    assert first is not None
    assert second is not None
    assert (first.anchor, second.anchor) == ("end", "start")


def test_a_name_that_would_lie_on_another_sign_wherever_it_stood_is_left_out() -> None:
    ring = [Spot(100 + x, 100 + y, 0.5, "Outer") for x, y in ((20, 0), (-20, 0), (0, 20), (0, -20))]
    assert stands([Spot(100, 100, 0.5, "Karvel"), *ring], PICTURE)[0] is None


def test_a_country_is_named_in_its_middle_or_not_at_all() -> None:
    assert stands([Spot(100, 100, 0, "Veldia")], PICTURE) == [Stand("middle", 0, 5)]
    assert stands([Spot(100, 100, 0, "Veldia"), Spot(102, 100, 0.5, "Karvel")], PICTURE)[0] is None
    assert stands([Spot(100, 100, 0, "Veldia"), Spot(101, 101, 0, "Ruland")], PICTURE)[1] is None


def test_of_two_signs_on_one_spot_the_first_alone_is_named() -> None:
    first, second = stands([Spot(100, 100, 1, "Karvel"), Spot(103, 100, 0.5, "Castle")], PICTURE)
    assert first is not None
    assert second is None


def test_a_name_that_would_leave_the_picture_stands_on_the_other_side_or_is_left_out() -> None:
    [east] = stands([Spot(390, 100, 1, "Baltimore")], PICTURE)
    assert east is not None
    assert east.anchor == "end"
    assert stands([Spot(390, 100, 1, "Baltimore" * 9)], PICTURE) == [None]
