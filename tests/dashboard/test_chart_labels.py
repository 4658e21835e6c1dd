"""The words beside the dots of a chart lie on nothing, and stand somewhere as long as there is room."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from geonews.dashboard.pieces.labels import Box, Dot, labels_svg

PICTURE = Box(0, 0, 400, 100)


def at(svg: str) -> list[tuple[float, float, str]]:
    found = re.findall(r'x="([^"]+)" y="([^"]+)">([^<]*)<', svg)
    return [(float(x), float(y), words) for x, y, words in found]


def test_words_stand_right_of_a_dot_else_left_else_below_else_above() -> None:
    dot, wide = Dot(200, 50, ["twelve"]), 9 + 6 * 6
    right, left = Box(205, 44, 210 + wide, 56), Box(195 - wide, 44, 195, 56)
    below = Box(190, 57, 260, 75)
    places = [at(labels_svg([dot], taken, PICTURE)) for taken in ([], [right], [right, left], [right, left, below])]
    assert [[(x > 200, y) for x, y, _ in each] for each in places] == [
        [(True, 54)], [(False, 54)], [(False, 69.5)], [(False, 38.5)]
    ]  # fmt: skip


def test_a_shorter_wording_is_taken_where_the_full_one_has_no_room_and_none_where_nothing_has() -> None:
    dot = Dot(200, 50, ["w" * 80, "short"])
    assert [words for _, _, words in at(labels_svg([dot], [], PICTURE))] == ["short"]
    assert not labels_svg([dot], [PICTURE], PICTURE)


@given(st.lists(st.tuples(st.floats(0, 400), st.floats(0, 100), st.text("ab", min_size=1, max_size=20)), max_size=8))
def test_no_words_lie_on_others_or_leave_the_picture(dots: list[tuple[float, float, str]]) -> None:
    found = at(labels_svg([Dot(x, y, [words]) for x, y, words in dots], [], PICTURE))
    boxes = [Box(x, y - 10.4, x + 6 * len(words) - 0.1, y + 2.4) for x, y, words in found]
    assert not any(one.meets(other) for at, one in enumerate(boxes) for other in boxes[:at])
    assert all(box.left >= 0 and box.right <= 400 and box.top >= 0 and box.bottom <= 100 for box in boxes)
