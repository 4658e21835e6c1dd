"""Places, articles and claims that are chosen on the page, run without a browser."""

from __future__ import annotations

import re
from collections.abc import Callable

from driving import BERLIN, KYIV, MOSCOW, ShownPage

from geonews.dashboard import cache
from geonews.dashboard.pieces.claims import claim_id
from geonews.models import Article
from geonews.settings import Settings
from geonews.store import EVERYTHING, Filter, Store


def test_an_article_is_shown_whole_beside_the_map_of_itself_alone(page: ShownPage) -> None:
    page.at.run()
    corpus = cache.open_corpus(lambda _done, _all: None)
    one = next(row for row in corpus.articles(EVERYTHING) if row.id == "one")
    page.do("read", f"{one.key}@20")
    shown = page.surfaces()["passages"]
    assert "Talks began early." in re.sub("<[^>]+>", "", shown)
    assert "data-reveal" in shown
    assert re.search(
        r'<mark class="gn-place" title="Irpin[^>]*data-do="place" data-value="gn:707565">Irpin</mark>', shown
    )
    assert page.pins() == {"Kyiv", "Irpin", "Berlin"}
    assert page.asked("at") == ["20"]


def test_claims_are_listed_and_one_can_be_linked_to(page: ShownPage) -> None:
    page.at.query_params["tab"] = "claims"
    page.at.run()
    table = page.at.dataframe[0].value
    assert list(table["Claim"]) == ["1 troops"]
    corpus = cache.open_corpus(lambda _done, _all: None)
    (claim,) = corpus.claims(EVERYTHING)
    assert corpus.claim_count(EVERYTHING) == 1
    page.do("claim", claim_id(claim))
    assert "About <mark" in page.surfaces()["passages"]
    assert "1 independent source" in page.surfaces()["passages"]


def test_a_figure_of_a_passage_leads_to_its_claim(page: ShownPage) -> None:
    page.do("place", KYIV)
    value = re.search(r'data-do="claim" data-value="([^"]+@1,000 troops)"', page.surfaces()["passages"])
    assert value is not None
    page.do("claim", value[1])
    assert "independent source" in page.surfaces()["passages"]


def test_passages_with_figures_alone_can_be_read_while_the_rest_of_the_page_stays(page: ShownPage) -> None:
    page.do("place", KYIV)
    everything, places = page.surfaces()["passages"].count("<article"), page.pins()
    page.at.query_params["holding"] = "figures"
    page.at.run()
    assert 0 < page.surfaces()["passages"].count("<article") < everything
    assert "1,000 troops" in re.sub("<[^>]+>", "", page.surfaces()["passages"])
    assert page.pins() == places
    assert "Clear all" not in page.heading()


def test_a_place_that_nobody_names_is_said_to_be_so(page: ShownPage) -> None:
    page.at.query_params.update({"place": "gn:1"})
    page.at.run()
    assert "No article here names the selected place" in page.html()
    assert "What was said where" in page.surfaces()["passages"], "and there is something else to choose"
    page.do("place")
    assert not dict(page.at.query_params)


def test_a_link_to_a_claim_that_is_not_here_says_so_above_what_is_shown_instead(page: ShownPage) -> None:
    page.at.query_params.update({"claim": "gone@0@4,000 soldiers"})
    page.at.run()
    assert "The claim of this link is not here" in page.surfaces()["passages"]
    assert "What was said where" in page.surfaces()["passages"]
    page.do("claim")
    assert not dict(page.at.query_params)
    assert "The claim of this link" not in page.surfaces()["passages"]


def test_a_place_whose_only_article_was_removed_by_somebody_else_is_said_to_be_gone(page: ShownPage) -> None:
    page.at.query_params.update({"place": MOSCOW})
    page.at.run()
    assert "No article here names" not in page.html()
    with Store.open(Settings().store) as store:
        store.remove([row.key for row in store.articles() if store.passages(MOSCOW, Filter(articles=(row.key,)))])
    page.at.run()
    assert "Those that did may have been removed or put right by hand" in page.surfaces()["passages"]
    assert "Deselect it" in page.surfaces()["passages"]


def test_trap_4_close_places_are_offered_beside_the_one_that_was_hit(page: ShownPage) -> None:
    page.at.query_params["place"] = KYIV
    page.at.run()
    assert 'data-do="place" data-value="gn:707565"' in page.surfaces()["passages"]
    page.do("place", "gn:707565")
    assert page.asked("place") == ["gn:707565"]
    assert page.ringed() == [[30.251, 50.518]]


def test_trap_4_close_places_are_offered_in_an_open_article_too(page: ShownPage) -> None:
    page.at.run()
    corpus = cache.open_corpus(lambda _done, _all: None)
    one = next(row for row in corpus.articles(EVERYTHING) if row.id == "one")
    offers = "Near it on this map, and perhaps what you meant:"
    page.do("read", one.key)
    assert offers not in page.surfaces()["passages"]
    page.do("place", KYIV)
    shown = page.surfaces()["passages"]
    assert "Talks began early." in re.sub("<[^>]+>", "", shown)
    chips = shown.partition(offers)[2].partition("</div>")[0]
    assert re.findall('data-do="place" data-value="([^"]+)"', chips) == ["gn:707565"]
    page.do("place", BERLIN)
    assert offers not in page.surfaces()["passages"]


def test_passages_are_paged(page: ShownPage, add_article: Callable[[Article], None]) -> None:
    for number in range(12):
        add_article(Article(f"more {number}", f"Rain fell on Berlin on day {number}.", published="2022-04-01"))
    page.at.query_params["place"] = BERLIN
    page.at.run()
    assert page.html().count('class="gn-card"') == 10
    assert "1 to 10 of 13" in page.html()
    page.do("page", "2")
    assert page.html().count('class="gn-card"') == 3


def test_passages_that_name_another_place_as_well_are_a_choice_in_the_address_and_one_press_to_clear(
    page: ShownPage,
) -> None:
    page.do("place", KYIV)
    assert '<option value="gn:707565">Irpin (1)</option>' in page.surfaces()["passages"]
    page.do("beside", "gn:707565")
    shown = page.surfaces()["passages"]
    assert page.asked("beside") == ["gn:707565"]
    assert shown.count('class="gn-card"') == 1
    assert '<option value="gn:707565" selected>Irpin (1)</option>' in shown
    assert "All passages again" in shown
    page.do("beside")
    assert page.surfaces()["passages"].count('class="gn-card"') == 3
    page.do("beside", "gn:707565")
    page.do("place", BERLIN)
    assert page.asked("beside") == []


def test_a_place_that_no_passage_names_beside_another_is_said_to_be_so(page: ShownPage) -> None:
    page.do("place", KYIV)
    for other in ("gn:524901", "<b>nowhere"):
        page.do("beside", other)
        shown = page.surfaces()["passages"]
        assert "No passage under the current filter names both" in shown
        assert "All passages again" in shown
        assert "<b>nowhere" not in shown
    page.do("place", "gs:ramstein")
    assert "Also naming" not in page.surfaces()["passages"]


def test_nothing_on_the_page_is_read_backwards(page: ShownPage, add_article: Callable[[Article], None]) -> None:
    turned = "Some \u202e12 aircraft reached Kyiv."
    add_article(Article("turned", turned, turned, turned, published="2022-04-01"))
    page.do("place", KYIV)
    assert "\ufffd12 aircraft reached" in page.surfaces()["passages"]
    assert "\ufffd12 aircraft reached" in page.surfaces()["filters"]
    page.do("tab", "articles")
    assert "\ufffd12 aircraft reached" in page.at.dataframe[0].value.to_csv()
    assert "\u202e" not in page.html() + page.at.dataframe[0].value.to_csv()
