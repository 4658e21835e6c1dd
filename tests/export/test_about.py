"""What every export says of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from geonews.export.about import about
from geonews.export.takeaway import EXPORTS, TABLES, pieces
from geonews.models import ParsedArticle
from geonews.store import EVERYTHING, Filter, Store

MADE = datetime(2026, 2, 8, 9, 30, tzinfo=UTC)


@pytest.fixture
def governed(store: Store, tell: Callable[..., ParsedArticle]) -> Store:
    parsed = tell("talks", "Karvel refused to talk.", "Karvel")
    store.add(replace(parsed, toponyms=(replace(parsed.toponyms[0], kind="metonymic"),)))
    return store


def test_a_corpus_of_places_alone_is_exported_whole(store: Store) -> None:
    assert about(store, EVERYTHING, MADE).filter == "everything"


@pytest.mark.parametrize("form", sorted(set(EXPORTS) - set(TABLES)))
def test_every_export_says_how_many_names_are_left_out_because_of_their_use(form: str, governed: Store) -> None:
    whole = "".join(pieces(form, governed, made=MADE)).replace("\\", "")
    assert "names used for the place itself (3 of 4 mentions)" in whole
    assert "everything" not in whole


def test_an_export_of_other_uses_names_those(governed: Store) -> None:
    told = about(governed, Filter(uses=("metonymic",)), MADE)
    assert told.filter == "names of a place used for its government, people or team (1 of 4 mentions)"
