"""The bundled sample corpus: ours, plainly marked, and varied enough to try everything on."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from geonews.corpus import sample


def test_every_sample_says_that_it_is_one() -> None:
    for article in sample():
        assert article.text.endswith("\n\nThis is a geonews sample text, written for the software.")
        assert article.source is None or article.source.startswith("geonews Sample ")
        assert article.url == f"https://example.org/geonews-sample/{article.id}"


def test_samples_are_news_pieces_of_usual_length() -> None:
    articles = sample()
    assert len(articles) >= 18
    assert len({article.id for article in articles}) == len({article.title for article in articles}) == len(articles)
    assert all(120 <= len(article.text.split()) <= 350 for article in articles)


def test_samples_reach_from_february_2022_to_2026_and_cover_the_odd_cases() -> None:
    articles = sample()
    days = sorted(datetime.fromisoformat(article.published).date() for article in articles if article.published)
    assert (days[0].year, days[0].month, days[-1].year) == (2022, 2, 2026)
    assert Counter(article.published is None for article in articles)[True] == 1
    assert Counter(article.source is None for article in articles)[True] == 1
    assert len({article.source for article in articles}) == 6


def test_two_samples_share_a_copied_paragraph() -> None:
    paragraphs = Counter(paragraph for article in sample() for paragraph in article.text.split("\n\n")[:-1])
    assert [number for number in paragraphs.values() if number > 1] == [2]


def test_the_samples_hold_a_figure_that_three_copies_and_another_report_state_and_one_that_contradicts_it() -> None:
    texts = {article.source: article.text for article in sample() if "sent 19 drones into Poland" in article.text}
    assert len(texts) == 4
    assert "sent at least 21 drones into Poland" in texts["geonews Sample Gazette"]
