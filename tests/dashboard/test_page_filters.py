"""What the filters of the page do, run without a browser."""

from __future__ import annotations

import json

from driving import KYIV, ShownPage


def test_a_filter_goes_into_the_address_and_one_button_takes_it_out_again(page: ShownPage) -> None:
    page.at.run()
    page.do("q", "shells")
    assert page.asked("q") == ["shells"]
    assert "1 of 5 articles" in page.heading()
    assert "with “shells”" in page.heading()
    assert page.pins() == {"Kyiv", "Irpin", "Berlin"}
    page.do("publisher", "The Daily Sample", on="yes")
    assert page.asked("publisher") == ["The Daily Sample"]
    page.do("clear")
    assert not dict(page.at.query_params)
    assert "<b>5 articles</b>" in page.heading()


def test_each_condition_can_be_dropped_by_itself(page: ShownPage) -> None:
    page.at.query_params.update({"q": "shells", "publisher": "The Daily Sample"})
    page.at.run()
    page.do("drop", "q")
    assert page.asked("q") == []
    assert page.asked("publisher") == ["The Daily Sample"]
    assert "2 of 5 articles" in page.heading()


def test_no_publisher_and_undated_are_choices(page: ShownPage) -> None:
    page.at.run()
    assert ">no publisher</span>" in page.surfaces()["filters"]
    assert "1 undated" in page.surfaces()["filters"]
    page.do("publisher", "~", on="yes")
    assert "1 of 5 articles" in page.heading()
    assert page.pins() == {"Moscow"}


def test_the_undated_can_be_shown_alone_and_have_a_place_beside_the_timeline(page: ShownPage) -> None:
    page.at.run()
    assert "1 undated article" in page.surfaces()["timeline"]
    page.do("undated", "only")
    assert "only undated" in page.heading()
    assert page.pins() == {"Moscow"}


def test_brushed_days_filter_everything_but_never_move_the_map(page: ShownPage) -> None:
    page.at.run()
    before = json.loads(page.map().proto.json)["initialViewState"]
    page.do("days", "2022-02-08/2022-02-08")
    assert page.pins() == {"Kyiv", "Irpin", "Berlin"}
    assert "8 Feb 2022" in page.heading()
    assert json.loads(page.map().proto.json)["initialViewState"] == before
    assert 'data-do="days" data-value=""' in page.surfaces()["timeline"]


def test_an_empty_result_says_why_and_how_to_widen_it(page: ShownPage) -> None:
    page.at.query_params.update({"q": "shells", "publisher": "Another Sample", "place": KYIV})
    page.at.run()
    assert "No article passes this filter" in page.html()
    assert "0 of 5 articles" in page.heading()
    labels = [button.label for button in page.at.button]
    assert {"Without the text: 1 article", "Any publisher: 1 article", "Clear all filters: 5 articles"} <= set(labels)
    assert "All its conditions must hold at once" in page.html()
    page.press("Any publisher")
    assert page.asked("q") == ["shells"]
    assert "1 of 5 articles" in page.heading()


def test_a_condition_that_excludes_everything_alone_is_named_and_no_button_leads_nowhere(page: ShownPage) -> None:
    page.at.query_params.update({"q": "nosuchword", "publisher": "Another Sample", "from": "2022-02-01"})
    page.at.run()
    assert "No article matches the search." in page.html()
    labels = [button.label for button in page.at.button if button.key and button.key.startswith("widen-")]
    assert labels == ["Without the text: 1 article", "Clear all filters: 5 articles"]


def test_where_no_single_condition_helps_all_can_be_cleared(page: ShownPage) -> None:
    page.at.query_params.update({"q": "nosuchword", "from": "2030-01-01", "undated": "no"})
    page.at.run()
    assert "fewer of them find more. No article is of the chosen dates." in page.html()
    labels = [button.label for button in page.at.button if button.key and button.key.startswith("widen-")]
    assert labels == ["Clear all filters: 5 articles"]


def test_a_link_to_an_article_that_is_not_here_says_so(page: ShownPage) -> None:
    page.at.query_params.update({"article": "gone"})
    page.at.run()
    assert "The chosen article is not here" in page.html()
    assert "an article that is not in the corpus" in page.html()
    assert "“gone”" not in page.html()
    assert "No article matches" not in page.html()


def test_articles_without_places_say_so(page: ShownPage) -> None:
    page.at.query_params.update({"publisher": "Another Sample"})
    page.at.run()
    assert not page.at.exception
    assert "This article names no place that could be put on the map" in page.html()


def test_a_place_that_the_filter_hides_can_be_brought_back(page: ShownPage) -> None:
    page.at.query_params.update({"place": KYIV, "publisher": "Another Sample"})
    page.at.run()
    assert "No article under the current filter names it; without the filter, 3 articles would" in " ".join(
        page.html().split()
    )
    assert "What was said where" in page.surfaces()["passages"], "and there is something else to choose"
    page.do("clear")
    assert page.asked("place") == [KYIV]
    assert "Troops near the capital" in page.html()


def test_trap_1_rows_keep_their_place_on_the_map_so_that_no_phantom_is_selected(page: ShownPage) -> None:
    page.at.run()
    whole = page.map().proto.id
    rows = page.drawn()
    page.do("q", "shells")
    assert page.map().proto.id == whole
    assert page.drawn() == rows
    assert page.pins() == {"Kyiv", "Irpin", "Berlin"}


def test_where_the_days_hold_nothing_others_can_be_chosen(page: ShownPage) -> None:
    page.at.query_params["from"] = "2022-02-20"
    page.at.query_params["to"] = "2022-02-21"
    page.at.query_params["undated"] = "no"
    page.at.run()
    assert "No article passes this filter" in page.html()
    assert "8 Feb 2022: 3 mentions" in page.surfaces()["timeline"]
    page.do("q", "zebra")
    assert "An article must hold all the words" in page.html()
