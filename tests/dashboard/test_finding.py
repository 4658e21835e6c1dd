"""Finding a place while one types."""

from __future__ import annotations

from geonews.dashboard import finding
from geonews.dashboard.pieces.anyplace import search_html
from geonews.dashboard.pieces.find import find_html
from geonews.models import Place
from geonews.store import PlaceRow, Store


def names(places: finding.Known, typed: str) -> list[str]:
    return [row.place.name for row in finding.offer(places, typed).rows]


def test_a_name_is_found_by_its_beginning_and_by_that_of_a_later_word_whatever_the_case(store: Store) -> None:
    places = finding.known(store.places())
    assert names(places, "KY") == ["Kyiv"]
    assert names(places, "sea") == ["Black Sea"]
    assert names(places, "base") == ["Ramstein Air Base"]
    assert names(places, "iev") == []
    assert names(places, " ") == []


def test_whole_beginnings_come_first_and_what_is_left_out_is_said() -> None:
    rows = [
        PlaceRow(Place(f"x:{at}", name, "city", None, 0.0, 0.0), 90 - at, 1, 0, None)
        for at, name in enumerate(["New Aden", *(f"Aden {at}" for at in range(12))])
    ]
    found = finding.offer(finding.known(rows), "aden")
    assert [row.place.name for row in found.rows] == [f"Aden {at}" for at in range(finding.MOST)]
    assert found.more
    assert "and others: type on" in find_html(found)


def test_each_offer_has_its_count_and_can_be_chosen(store: Store) -> None:
    shown = find_html(finding.offer(finding.known(store.places()), "ky"))
    assert 'aria-expanded="true"' in shown
    assert 'data-do="place" data-value="gn:703448"' in shown
    assert "<small>3</small>" in shown
    assert "city, Kyiv City, Ukraine" in shown


def test_the_field_tells_which_text_its_offers_are_for() -> None:
    assert 'data-find="&quot;ky" value="&quot;ky"' in find_html(finding.Offer('"ky'))
    assert 'data-find="&quot;ky" value="&quot;ky"' in search_html('"ky', ())


def test_a_name_that_nobody_has_is_said_to_be_so_and_what_is_typed_is_harmless() -> None:
    shown = find_html(finding.offer([], '"><script>'))
    assert "No place of that name" in shown
    assert "<script" not in shown
