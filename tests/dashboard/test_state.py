"""The address carries the whole view, and no address is an error."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from geonews.dashboard.state import View, from_params, to_params
from geonews.store import Filter

_names = st.text(min_size=1)
_days = st.none() | st.dates()
_filters = st.builds(
    Filter,
    articles=st.lists(_names, unique=True).map(tuple),
    sources=st.lists(st.none() | _names, unique=True).map(tuple),
    since=_days,
    until=_days,
    undated=st.booleans(),
    text=st.text(),
    place_kinds=st.lists(st.sampled_from(["city", "sea"]), unique=True).map(tuple),
    countries=st.lists(st.none() | st.sampled_from(["UA", "RU"]), unique=True).map(tuple),
    confidence=st.sampled_from([0.0, 0.07, 0.5, 0.9]),
    uses=st.sampled_from([("literal",), ("literal", "metonymic"), ("demonym",)]),
    figure_kinds=st.lists(st.sampled_from(["troops", "money"]), unique=True).map(tuple),
    owners=st.lists(st.none() | _names, unique=True).map(tuple),
    statuses=st.lists(st.sampled_from(["done", "planned"]), unique=True).map(tuple),
)
_views = st.builds(
    View,
    _filters,
    st.none() | _names,
    at=st.none() | st.integers(0, 10**8),
    holding=st.sampled_from(["any", "figures"]),
    size=st.sampled_from(["once", "mentions", "articles"]),
    colour=st.sampled_from(["kind", "figures", "newest"]),
    claim=st.text(),
    near=st.text(),
    beside=st.text(),
    order=st.sampled_from(["newest", "figures"]),
    page=st.integers(1, 10**8),
    moves=st.sampled_from(["shown", "hidden"]),
    back=st.text(),
)
_NAMES = (
    *"place q publisher article from to undated at size colour claim order page moves sure use figure status".split(),
    "back",
)


@given(_views)
def test_a_view_survives_its_address(view: View) -> None:
    assert from_params(to_params(view)) == view


@given(st.dictionaries(st.sampled_from(_NAMES), st.lists(st.text())))
def test_no_address_is_an_error(params: dict[str, list[str]]) -> None:
    view = from_params(params)
    assert from_params(to_params(view)) == view


def test_the_plain_page_has_a_plain_address() -> None:
    assert to_params(View()) == {}


def test_no_publisher_and_a_publisher_named_like_its_sign_stay_apart() -> None:
    params = to_params(View(Filter(sources=(None, "~", "The Daily Sample"))))
    assert params == {"publisher": ["~", "~~", "The Daily Sample"]}
    assert from_params(params).filter.sources == (None, "~", "The Daily Sample")


def test_a_date_that_is_none_is_left_out() -> None:
    assert from_params({"from": ["2022-02-31"], "to": ["2022-02-28"]}).filter == Filter(until=date(2022, 2, 28))
