"""Pieces come in one order and go in another, unharmed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from geonews.export import spool
from geonews.export.spool import Spool


@given(st.lists(st.text(st.characters(), max_size=20)), st.data())
def test_pieces_come_back_by_number_whatever_they_hold(pieces: list[str], data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(pieces))))
    first = data.draw(st.integers(0, len(pieces)))
    with Spool(len(pieces)) as held:
        for number in order:
            held.put(number, pieces[number])
        assert list(held.pieces(0, len(pieces))) == pieces
        assert list(held.pieces(first, len(pieces))) == pieces[first:]


def test_more_than_memory_should_hold_waits_on_disk() -> None:
    long = "x" * (spool.IN_MEMORY // 2)
    with Spool(3) as held:
        for number, letter in ((2, "c"), (0, "a"), (1, "b")):
            held.put(number, letter + long)
        assert [piece[0] for piece in held.pieces(0, 3)] == ["a", "b", "c"]
