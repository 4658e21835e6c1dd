"""Bring your own, as the page has it: offered unless it is read-only, and what was added is shown at once."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData, ScriptRequests
from streamlit.testing.v1 import AppTest

from geonews.dashboard import additions, jobs, sample
from geonews.dashboard.jobs import Job
from geonews.dashboard.panels.frame import SIZE
from geonews.models import Article, ParsedArticle
from geonews.settings import Settings
from geonews.store import Store

APP = Path(__file__).resolve().parents[2] / "app.py"


@pytest.fixture
def page() -> AppTest:
    page = AppTest.from_file(str(APP), default_timeout=60)
    page.session_state[SIZE] = {"width": 640, "height": 460, "narrow": False}
    return page


@pytest.fixture
def empty_sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a sample that need not be parsed."""
    made = tmp_path / "sample.sqlite"
    with Store.open(made):
        pass
    monkeypatch.setattr(sample, "ready", lambda _cache, _progress: made)


class Blank:
    """A parser that finds nothing."""

    def name(self) -> str:
        return "blank"

    def __call__(self, article: Article) -> ParsedArticle:
        return ParsedArticle(article, (), (), (), (), ())


def finished(*articles: Article) -> Job:
    job = Job(jobs.articles(articles), Blank(), Settings().store)
    job.run()
    return job


class Ending(Job):
    """An addition that ends while a page is drawn that began before."""

    looks = 0

    @property
    def is_done(self) -> bool:
        self.looks += 1
        return self.looks > 1


def html(page: AppTest) -> str:
    own = [json.loads(element.proto.json or "{}").get("html", "") for element in page.get("bidi_component")]
    return "\n".join([element.proto.body for element in page.get("html")] + own)


def offers(page: AppTest) -> set[str]:
    return {button.label for button in page.button}


def test_articles_can_be_added_and_the_one_that_is_read_can_be_removed(page: AppTest, store_path: Path) -> None:
    page.run()
    assert "Add articles" in offers(page)
    assert 'data-do="remove"' not in html(page)
    with Store.open(store_path, read_only=True) as store:
        page.query_params["article"] = store.articles()[0].key
    page.run()
    assert 'data-do="remove"' in html(page)
    assert not page.exception


def test_a_page_for_reading_only_offers_none_of_it(
    page: AppTest, store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEONEWS_READ_ONLY", "1")
    with Store.open(store_path, read_only=True) as store:
        page.query_params["article"] = store.articles()[0].key
    page.session_state["adding-jobs"] = (finished(Article(1, "x")),)
    page.run()
    assert not page.exception
    assert "Add articles" not in offers(page)
    assert 'data-do="remove"' not in html(page)
    assert 'data-do="undo"' not in html(page)


@pytest.mark.usefixtures("empty_sample")
def test_a_read_only_page_without_articles_does_not_ask_for_any(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    page.run()
    assert "Add articles" in offers(page)
    assert "geonews add" in html(page)
    Store.open(Settings().store).close()
    monkeypatch.setenv("GEONEWS_READ_ONLY", "1")
    page.run()
    assert "No articles yet" in html(page)
    assert "geonews add" not in html(page)
    assert not offers(page)


def test_what_was_added_is_shown_at_once_and_alone_with_a_way_back(page: AppTest, store_path: Path) -> None:
    assert store_path.exists()
    page.query_params["q"] = "nosuchword"
    page.session_state["adding-jobs"] = (
        finished(Article("new", "Rain fell.", "Rain"), Article("a.txt", "Snow fell.")),
    )
    page.run()
    assert not page.exception
    assert "Added “<bdi>Rain</bdi>” (no place), “<bdi>untitled (a.txt)</bdi>” (no place)." in html(page)
    assert "2 of 7 articles" in html(page)
    assert len(page.query_params["article"]) == 2
    assert "q" not in page.query_params
    assert page.query_params["back"] == "q=nosuchword"
    assert ">back to the search</button>" in html(page)
    assert 'data-do="undo"' in html(page)


def test_a_single_article_that_was_added_leads_back_to_the_search_before_it(page: AppTest, store_path: Path) -> None:
    assert store_path.exists()
    page.query_params["q"] = "troops"
    page.session_state["adding-jobs"] = (finished(Article("new", "Rain fell.", "Rain")),)
    page.run()
    assert "1 of 6 articles" in html(page)
    assert page.query_params["back"] == "q=troops"


def test_a_timer_that_asks_with_the_address_from_before_does_not_hide_what_was_added(
    page: AppTest, store_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert store_path.exists()
    asked = ScriptRequests.request_rerun

    def crossed(requests: ScriptRequests, wanted: RerunData) -> bool:
        """Have the browser's timer ask at the very moment at which the page asks for itself."""
        asked(requests, wanted)
        if threading.current_thread() is threading.main_thread():
            return True  # the test's own call
        return asked(requests, RerunData(fragment_id="timer", is_auto_rerun=True))

    monkeypatch.setattr(ScriptRequests, "request_rerun", crossed)
    job = Ending(jobs.articles([Article("new", "Rain fell.", "Rain")]), Blank(), Settings().store)
    job.run()
    page.session_state["adding-jobs"] = (job,)
    page.run()
    page.run()
    assert not page.exception
    assert "1 of 6 articles" in html(page)
    assert "article" in page.query_params


def test_many_are_shown_among_all_others(page: AppTest, store_path: Path) -> None:
    assert store_path.exists()
    page.session_state["adding-jobs"] = (finished(*[Article(number, f"Rain {number}.") for number in range(60)]),)
    page.run()
    assert "Added 60 articles." in html(page)
    assert "<b>65 articles</b>" in html(page)
    assert not dict(page.query_params)


def test_where_nothing_could_be_added_the_view_stays_and_the_cause_is_told(
    page: AppTest, store_path: Path, add_article: Callable[[Article], None]
) -> None:
    add_article(Article("six", "Snow fell on Berlin.", "Snow"))
    page.query_params["q"] = "snow"
    job = Job(jobs.addresses(["http://127.0.0.1/<b>"], 1_000, allow_private=False), Blank(), store_path)
    job.run()
    page.session_state["adding-jobs"] = (job,)
    page.run()
    assert "Not added, for 1 cause" in html(page)
    assert "private network" in html(page)
    assert '<b>"' not in html(page)
    assert "1 of 6 articles" in html(page)
    assert 'data-do="undo"' not in html(page)


def test_what_fails_later_leaves_the_undo_of_what_was_added_before(page: AppTest, store_path: Path) -> None:
    failed = Job(jobs.addresses(["http://127.0.0.1/"], 1_000, allow_private=False), Blank(), store_path, "127.0.0.1")
    failed.run()
    page.session_state["adding-jobs"] = (finished(Article("new", "Rain fell.", "Rain")),)
    page.run()
    page.session_state["adding-jobs"] = (failed,)
    page.run()
    assert not page.exception
    shown = html(page)
    assert "Not added, for 1 cause" in shown
    assert "GEONEWS_ALLOW_PRIVATE=1" in shown
    assert 'data-do="again"' in shown
    assert "1 earlier change" in shown
    assert 'data-do="undo" data-value="1"' in shown


def test_what_was_refused_is_offered_again_where_it_was_typed(page: AppTest, store_path: Path) -> None:
    failed = Job(jobs.addresses(["http://127.0.0.1/x"], 1_000, allow_private=False), Blank(), store_path, "127.0.0.1/x")
    failed.run()
    page.session_state["adding-jobs"] = (failed,)
    page.run()
    next(button for button in page.button if button.label == "Add articles").click().run()
    assert "127.0.0.1/x" in {field.value for field in page.text_input}


def submitted(page: AppTest, published: str) -> AppTest:
    """Open the dialog and add a text with this day."""
    page.run()
    next(button for button in page.button if button.label == "Add articles").click().run()
    next(area for area in page.text_area if area.label == "Text of the article").set_value("Rain fell.")
    next(field for field in page.text_input if field.label == "Published").set_value(published)
    return next(button for button in page.button if button.label == "Add to the map").click().run()


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("4 May 2026", "like 2026-05-04"),
        ("2026-5-4", "like 2026-05-04"),
        ("2026-02-30", "the calendar has no 2026-02-30"),
        ("1499-12-31", "no article is older than 1500-01-01"),
    ],
)
def test_a_day_that_cannot_be_is_refused_with_what_is_wrong(
    page: AppTest, store_path: Path, typed: str, wrong: str
) -> None:
    assert wrong in submitted(page, typed).error[0].value
    with Store.open(store_path, read_only=True) as store:
        assert store.summary().articles == 5


@pytest.mark.parametrize(("typed", "kept"), [(" 2026-05-04 ", "2026-05-04"), ("", None)])
def test_the_day_that_was_typed_is_the_articles(
    page: AppTest, store_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, kept: str | None
) -> None:
    assert store_path.exists()
    begun: list[Article] = []
    monkeypatch.setattr(jobs, "articles", begun.extend)
    monkeypatch.setattr(additions, "begin", lambda *_: None)
    assert not submitted(page, typed).error
    assert [each.published for each in begun] == [kept]


def test_more_can_be_added_while_articles_are_read(page: AppTest, store_path: Path) -> None:
    page.session_state["adding-jobs"] = (
        Job(jobs.articles([Article("new", "Rain fell.", "Rain")]), Blank(), store_path),
    )
    page.run()
    assert "getting ready to read" in html(page)
    button = next(button for button in page.button if button.label == "Add articles")
    assert not button.disabled
    button.click().run()
    assert "Text of the article" in {area.label for area in page.text_area}
