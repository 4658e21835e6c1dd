"""What several tests share: the real model and gazetteer, loaded once, and the texts beside the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from geonews.extraction.nlp import Analyser
from geonews.gazetteer import Gazetteer
from geonews.models import Article, ParsedArticle
from geonews.pipeline import Geoparser
from geonews.settings import DEFAULT_MODEL

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    return Analyser(DEFAULT_MODEL)


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.fixture(scope="session")
def geoparser() -> Geoparser:
    return Geoparser()


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("needs the annotated texts in ../shared, which are other people's and not part of the project")
    return SHARED


@pytest.fixture(scope="session")
def parsed_articles(shared: Path, geoparser: Geoparser) -> dict[str, ParsedArticle]:
    files = sorted((shared / "articles").glob("*.txt"))
    articles = (Article(path.name, path.read_text(encoding="utf-8")) for path in files)
    return {str(parsed.article.id): parsed for parsed in geoparser.pipe(articles)}
