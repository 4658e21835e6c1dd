"""The tables below the map, run without a browser."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from driving import ShownPage

from geonews.dashboard.panels import columns


def test_trap_1_other_rows_make_another_table(page: ShownPage) -> None:
    page.at.run()
    whole = page.at.dataframe[0].proto.id
    page.do("q", "shells")
    assert page.at.dataframe[0].proto.id != whole


def test_no_table_links_to_a_script(page: ShownPage) -> None:
    page.at.query_params["tab"] = "articles"
    page.at.run()
    cells = page.at.dataframe[0].value.to_numpy().flat
    assert any("<script>" in str(cell) for cell in cells)
    assert not any("javascript:" in str(cell) for cell in cells)


def test_the_open_table_stays_open_when_a_filter_changes_its_count(page: ShownPage) -> None:
    page.at.run()
    assert 'data-value="places" aria-selected="true"' in page.surfaces()["tabs"]
    page.do("tab", "articles")
    assert "Articles <small>5</small>" in page.surfaces()["tabs"]
    page.do("q", "shells")
    assert "Articles <small>1</small>" in page.surfaces()["tabs"]
    assert 'data-value="articles" aria-selected="true"' in page.surfaces()["tabs"]
    assert list(page.at.dataframe[0].value["Title"]) == ["Troops near the capital"]


def test_a_link_to_a_table_that_is_not_offered_opens_the_first(
    page: ShownPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEONEWS_READ_ONLY", "1")
    page.at.query_params["tab"] = "hand"
    page.at.run()
    assert not page.at.exception
    assert 'data-value="places" aria-selected="true"' in page.surfaces()["tabs"]


@pytest.mark.parametrize("tab", ["places", "claims", "articles", "missing"])
def test_every_column_says_what_it_means(page: ShownPage, tab: str) -> None:
    page.at.query_params["tab"] = tab
    page.at.run()
    assert page.at.dataframe
    for table in page.at.dataframe:
        explained = json.loads(table.proto.columns)
        assert {name for name in table.value.columns if not explained[name].get("help")} == set()


@pytest.mark.parametrize(("tab", "column"), [("places", "Newest"), ("claims", "First"), ("articles", "Date")])
def test_days_are_written_as_elsewhere_and_sorted_as_days(page: ShownPage, tab: str, column: str) -> None:
    page.at.query_params["tab"] = tab
    page.at.run()
    table = page.at.dataframe[0]
    assert date(2022, 2, 8) in list(table.value[column])
    kind = json.loads(table.proto.columns)[column]["type_config"]
    assert (kind["type"], kind["format"]) == ("date", "D MMM YYYY")


def test_the_day_of_an_undated_article_is_empty_not_a_word(page: ShownPage) -> None:
    page.at.query_params["tab"] = "articles"
    page.at.run()
    table = page.at.dataframe[0]
    assert [day for day in table.value["Date"] if not isinstance(day, date)] == [None]
    assert table.proto.placeholder == "–"


def test_a_claim_says_what_kind_of_figure_it_is_before_whose_and_where(page: ShownPage) -> None:
    page.at.query_params["tab"] = "claims"
    page.at.run()
    table = page.at.dataframe[0].value
    assert list(table.columns)[:5] == ["Claim", "Owner", "Place", "Status", "Sources"]
    assert list(table["Kind"]) == ["troops"]


def test_what_makes_a_claim_fits_side_by_side_and_its_words_are_broken_not_cut(
    page: ShownPage,
) -> None:
    page.at.query_params["tab"] = "claims"
    page.at.run()
    table = page.at.dataframe[0]
    shown = list(table.value.columns)[:7]
    assert set(shown) == {"Claim", "Owner", "Place", "Status", "Sources", "Says who", "First"}
    widths = json.loads(table.proto.columns)
    assert sum(widths[name]["width"] for name in shown) <= 646
    assert table.proto.row_height > 60


def test_what_makes_a_place_fits_side_by_side_and_its_region_gives_way_to_what_was_put_right() -> None:
    always = [name for name in columns.PLACES if name not in {"Stories", "By hand"}]
    plain, righted, copied = (columns.place_widths([*always, *rare]) for rare in ((), ("By hand",), ("Stories",)))
    assert set(plain) == set(always)
    assert (set(righted), set(copied)) == ({*always, "By hand"} - {"Region"}, {*always, "Stories"} - {"Region"})
    assert list(columns.PLACES)[-1] == "Region"
    assert max(sum(each.values()) for each in (plain, righted, copied)) <= 646


def test_a_name_that_is_not_on_the_map_leads_to_the_articles_that_hold_it(page: ShownPage) -> None:
    page.at.query_params["tab"] = "missing"
    page.at.run()
    page.do("name", 'Atlan"tis')
    assert page.asked("q") == ['"Atlan tis"']
    page.do("name", "Atlantis")
    assert page.asked("q") == ['"Atlantis"']
    assert re.search("<b>1 of 5 articles</b>", page.heading())
