"""Each thing a reader does is a step from one view to the next, and nothing he does is an error."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from geonews.dashboard.actions import apply
from geonews.dashboard.state import ONLY_UNDATED, View, query
from geonews.store import EVERYTHING, Filter

_STEPS = (
    "place read articles gone close days undated drop clear page size colour order holding sure moves claim q from to "
    "publisher use"
).split()


@given(st.sampled_from(_STEPS), st.text(), st.sampled_from(["yes", "no", ""]))
def test_no_action_is_an_error_and_each_leads_to_a_view(name: str, value: str, on: str) -> None:
    assert isinstance(apply(View(), {"do": name, "value": value, "on": on}), View)


@given(st.dictionaries(st.text(), st.text()))
def test_an_unknown_action_changes_nothing(action: dict[str, str]) -> None:
    view = View(Filter(text="ships"), "gn:1")
    assert apply(view, action | {"do": "no such step"}) == view


def test_a_tick_adds_a_value_and_its_removal_takes_it_out() -> None:
    one = apply(View(), {"do": "country", "value": "UA", "on": "yes"})
    two = apply(one, {"do": "country", "value": "RU", "on": "yes"})
    assert two.filter.countries == ("UA", "RU")
    assert apply(two, {"do": "country", "value": "UA", "on": "no"}).filter.countries == ("RU",)


def test_names_used_otherwise_are_added_to_the_literal_ones_and_left_out_again() -> None:
    more = apply(View(), {"do": "use", "value": "metonymic", "on": "yes"})
    assert more.filter.uses == ("literal", "metonymic")
    assert apply(more, {"do": "use", "value": "metonymic", "on": "no"}).filter == EVERYTHING


def test_brushed_days_leave_the_undated_out_and_all_days_bring_them_back() -> None:
    brushed = apply(View(), {"do": "days", "value": "2022-02-01/2022-02-03"})
    assert (brushed.filter.since, brushed.filter.until) == (date(2022, 2, 1), date(2022, 2, 3))
    assert not brushed.filter.undated
    assert apply(brushed, {"do": "days", "value": ""}).filter == EVERYTHING


def test_only_the_undated_can_be_shown() -> None:
    alone = apply(View(), {"do": "undated", "value": "only"})
    assert (alone.filter.since, alone.filter.until) == ONLY_UNDATED
    assert apply(alone, {"do": "undated", "value": ""}).filter == EVERYTHING


def test_a_new_filter_begins_on_the_first_page_and_keeps_the_place() -> None:
    view = View(place="gn:1", page=3, order="figures")
    assert apply(view, {"do": "q", "value": " ships "}) == replace(view, filter=Filter(text="ships"), page=1)


def test_an_article_is_read_without_every_other_condition_and_closed_to_all_articles() -> None:
    view = apply(View(place="gn:1"), {"do": "read", "value": "key@12"})
    assert view == View(Filter(articles=("key",)), "gn:1", at=12)
    assert apply(view, {"do": "close"}) == View(EVERYTHING, "gn:1")
    assert apply(view, {"do": "drop", "value": "article at"}) == View(EVERYTHING, "gn:1")


def test_closing_an_article_leads_back_to_the_filter_the_claim_and_the_page_that_it_was_opened_from() -> None:
    opened = View(Filter(text="ships", countries=("UA", None)), "gn:1", claim="a@1@b", page=3, colour="newest")
    first = apply(opened, {"do": "read", "value": "key@12"})
    assert first.filter == Filter(articles=("key",))
    other = apply(apply(first, {"do": "read", "value": "other"}), {"do": "place", "value": "gn:2"})
    assert apply(other, {"do": "close"}) == opened
    assert apply(replace(first, size="articles", tab="claims"), {"do": "close"}) == replace(
        opened, size="articles", tab="claims"
    )


def test_the_way_back_is_forgotten_with_the_article() -> None:
    view = apply(View(Filter(text="ships")), {"do": "read", "value": "key"})
    for step in ({"do": "drop", "value": "article at"}, {"do": "clear"}, {"do": "article", "value": "key", "on": "no"}):
        assert apply(view, step) == View()


def test_an_article_that_is_gone_leads_back_to_the_search_that_it_was_opened_from() -> None:
    search = View(Filter(text="ships", countries=("UA",)), "gn:1", page=3)
    read = apply(search, {"do": "read", "value": "key@12"})
    assert apply(read, {"do": "gone", "value": "key"}) == search
    assert apply(search, {"do": "gone", "value": "key"}) == search
    assert apply(View(Filter(articles=("key",)), at=12), {"do": "gone", "value": "key"}) == View()


def test_articles_that_are_gone_are_asked_for_no_more_the_others_are() -> None:
    several = View(Filter(text="ships", articles=("a", "b")))
    read = apply(several, {"do": "read", "value": "a"})
    assert apply(read, {"do": "gone", "value": "a"}) == replace(several, filter=Filter(text="ships", articles=("b",)))
    assert apply(read, {"do": "gone", "value": "a b"}) == View(Filter(text="ships"))


def test_a_way_back_forgets_the_articles_that_are_gone() -> None:
    """One of two that are read together is opened, then the other is removed: closing must not ask for that."""
    search = View(Filter(text="ships"))
    both = apply(search, {"do": "articles", "value": "a b"})
    read = apply(apply(both, {"do": "read", "value": "a"}), {"do": "gone", "value": "b"})
    assert apply(read, {"do": "close"}).filter.articles == ("a",)
    first = apply(View(Filter(articles=("b",))), {"do": "read", "value": "a"})
    assert apply(apply(first, {"do": "gone", "value": "b"}), {"do": "close"}) == View()


def test_articles_that_are_shown_alone_lead_back_one_by_one() -> None:
    search = View(Filter(text="ships", countries=("UA",)), "gn:1", page=3)
    both = apply(search, {"do": "articles", "value": "a b"})
    assert both.filter == Filter(articles=("a", "b"))
    narrower = apply(both, {"do": "q", "value": "troops"})
    assert apply(narrower, {"do": "close"}) == search
    one = apply(both, {"do": "read", "value": "a"})
    assert apply(one, {"do": "close"}) == both
    assert apply(apply(one, {"do": "close"}), {"do": "close"}) == search
    assert apply(both, {"do": "drop", "value": "article at"}) == View(place="gn:1")


def test_an_address_does_not_grow_with_each_addition() -> None:
    view = View(Filter(text="ships"))
    long = []
    for step in range(12):
        view = apply(view, {"do": "articles", "value": f"a{step % 10} b{step % 10}"})
        long.append(len(query(view)))
    assert max(long[2:]) == min(long[2:])
    assert apply(apply(view, {"do": "close"}), {"do": "close"}) == View(Filter(text="ships"))


def test_passages_with_any_figure_can_be_asked_for_at_once() -> None:
    held = apply(View(place="gn:1", page=2), {"do": "holding", "value": "yes", "on": "yes"})
    assert held == View(place="gn:1", holding="figures"), "the rest of the page stays as it is"
    assert apply(held, {"do": "holding", "value": "yes", "on": "no"}) == View(place="gn:1")
    assert apply(held, {"do": "place", "value": "gn:2"}) == View(place="gn:2")
