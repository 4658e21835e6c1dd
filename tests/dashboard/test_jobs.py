"""Adding articles in a thread: each article's outcome is told, nothing stored is lost, several may add at once."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from geonews.dashboard import jobs
from geonews.dashboard.jobs import Job, Outcome
from geonews.dashboard.pieces.added import added_html, progress_html, removed_html
from geonews.errors import ArticleError, ModelError
from geonews.models import Article, ParsedArticle, Passage, Place, Resolution, Toponym
from geonews.store import Store

KYIV = Place("gn:703448", "Kyiv", "city", "UA", 50.45, 30.52)


class ByHand:
    """A parser that knows one place."""

    def __init__(self) -> None:
        self.read: list[str | int] = []

    def name(self) -> str:
        return "by hand"

    def __call__(self, article: Article) -> ParsedArticle:
        if "broken" in article.text:
            raise ValueError(article.text)
        self.read.append(article.id)
        at = article.text.find("Kyiv")
        names = (Toponym(at, at + 4, "Kyiv", "literal"),) if at >= 0 else ()
        found = (Resolution(KYIV, 0.9, "by hand"),) * len(names)
        return ParsedArticle(article, (Passage(0, len(article.text)),), names, found, (), ())


def run(source: jobs.Source, store: Path, parser: ByHand | None = None) -> Job:
    job = Job(source, parser or ByHand(), store)
    job.run()
    assert job.is_done
    return job


def texts(store: Path) -> list[str]:
    with Store.open(store, read_only=True) as opened:
        return sorted(parsed.article.text for parsed in opened.parsed())


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "own" / "corpus.sqlite"


def test_each_article_is_stored_and_told(store: Path) -> None:
    job = run(jobs.articles([Article(1, "In Kyiv.", title="One", remark="1: undated"), Article(2, "Nowhere.")]), store)
    first, second = job.outcomes
    assert (first.what, first.says, first.places, first.remark) == ("added", "One", 1, "1: undated")
    assert (second.what, second.says, second.places) == ("added", "untitled (2)", 0)
    assert job.expected == 2
    assert texts(store) == ["In Kyiv.", "Nowhere."]
    with Store.open(store, read_only=True) as opened:
        assert opened.article(first.key).article.title == "One"


def test_what_is_there_already_is_not_read_again(store: Path) -> None:
    parser = ByHand()
    run(jobs.articles([Article(1, "In Kyiv.")]), store, parser)
    job = run(jobs.articles([Article(1, "In Kyiv.")]), store, parser)
    assert [each.what for each in job.outcomes] == ["unchanged"]
    assert parser.read == [1]


def test_one_bad_article_stops_no_other(store: Path) -> None:
    dropped = [("a.pdf", io.BytesIO(b"%PDF-")), ("../b.txt", io.BytesIO(b"broken")), ("c.txt", io.BytesIO(b"In Kyiv."))]
    job = run(jobs.files(dropped, 1_000), store)
    assert [each.what for each in job.outcomes] == ["failed", "failed", "added"]
    assert "a.pdf: is a PDF" in job.outcomes[0].says
    assert "b.txt: cannot be parsed (ValueError: broken)" in job.outcomes[1].says
    assert job.expected == 3
    assert texts(store) == ["In Kyiv."]


def test_the_articles_of_json_lines_cannot_be_counted_beforehand(store: Path) -> None:
    lines = b'{"id": 1, "text": "a"}\n{"id": 2, "text": "b"}'
    job = run(jobs.files([("a.jsonl", io.BytesIO(lines))], 1_000), store)
    assert job.expected is None
    assert len(job.outcomes) == 2


def test_pages_are_fetched_and_this_machine_only_where_it_is_allowed(store: Path, site) -> None:  # noqa: ANN001
    prose = "<p>About 20 ships left Kyiv on Monday morning, officials said in the city, after weeks of waiting.</p>" * 3
    address = site.says("/a", f"<html><body><article><h1>Ships</h1>{prose}</article></body></html>".encode())
    refused = run(jobs.addresses([address], 100_000, allow_private=False), store)
    assert "private network" in refused.outcomes[0].says
    job = run(jobs.addresses([address, site.url("/missing")], 100_000, allow_private=True), store)
    assert [each.what for each in job.outcomes] == ["added", "failed"]
    assert job.expected is None


def test_a_stopped_job_keeps_what_it_has_stored(store: Path) -> None:
    job: Job

    def source(_foresee: jobs.Foresee) -> Iterator[Article]:
        yield Article(1, "In Kyiv.")
        job.stop()
        yield Article(2, "Later.")

    job = Job(source, ByHand(), store)
    job.run()
    assert job.is_stopped
    assert texts(store) == ["In Kyiv."]


def test_what_makes_any_addition_impossible_is_told(store: Path, tmp_path: Path) -> None:
    class Missing(ByHand):
        def name(self) -> str:
            message = "the model is not installed"
            raise ModelError(message)

    assert run(jobs.articles([Article(1, "x")]), store, Missing()).failure == "the model is not installed"
    assert "is a folder" in run(jobs.articles([Article(1, "x")]), tmp_path).failure

    def broken(_foresee: jobs.Foresee) -> Iterator[Article | ArticleError]:
        raise ZeroDivisionError

    assert "ZeroDivisionError" in run(broken, store).failure


def test_several_add_to_one_store_at_once(store: Path) -> None:
    added = [jobs.articles([Article(f"{who}-{n}", f"In Kyiv, {who} {n}.") for n in range(15)]) for who in "abc"]
    working = [Job(source, ByHand(), store) for source in added]
    threads = [threading.Thread(target=job.run) for job in working]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [job.failure for job in working] == [""] * 3
    assert all(each.what == "added" for job in working for each in job.outcomes)
    assert len(texts(store)) == 45


def test_the_notice_says_what_became_of_each_and_escapes_it() -> None:
    evil = "<script>x</script> [a](b) $x$ `c`"
    shown = added_html(
        1,
        [
            Outcome("added", evil, "k1", places=2, figures=1, remark=f"{evil}: undated"),
            Outcome("unchanged", "Known", "k2"),
            Outcome("failed", f"{evil}: is empty"),
        ],
        "",
        stopped=True,
    )
    assert "<script>" not in shown
    assert "(2 places, 1 figure)" in shown
    assert "There already: “<bdi>Known</bdi>”" in shown
    assert "Stopped before the rest" in shown
    assert "<b>Not added, for 1 cause, and 1 remark on what was:</b>" in shown
    assert shown.count("<li>") == 2
    assert 'data-do="undo"' in shown
    assert "<script>" not in removed_html(1, evil)
    assert "<script>" not in progress_html([], None, evil)


def test_there_is_nothing_to_undo_where_nothing_was_added() -> None:
    shown = added_html(1, [Outcome("failed", "a: is empty")], "", stopped=False)
    assert "undo" not in shown
    assert "a: is empty" in shown


def test_progress_counts_what_is_done_and_what_failed() -> None:
    outcomes = [Outcome("added", "a", "k"), Outcome("failed", "b")]
    assert "2 of 5 done · 1 failed · reading <bdi>Third</bdi>" in progress_html(outcomes, 5, "Third")
    assert "getting ready to read" in progress_html([], None, "")
