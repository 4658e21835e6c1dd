"""What the page offers to take along: how much, under which filter, and the command that writes the same."""

from __future__ import annotations

import json
import shlex
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from typer.testing import CliRunner

from geonews.claims import group
from geonews.cli import app
from geonews.dashboard import cache
from geonews.dashboard.cache import Corpus
from geonews.dashboard.pieces.claims import claim_id
from geonews.dashboard.pieces.takeaway import FORMS, MOST_MENTIONS, command_html, file_name, statement_html, too_large
from geonews.export.flags import command
from geonews.export.takeaway import EXPORTS
from geonews.store import EVERYTHING, Filter, Store

FILTERS = [
    EVERYTHING,
    Filter(sources=("The Daily Sample", None), since=date(2022, 2, 8), undated=False),
    Filter(until=date(2022, 2, 9), place_kinds=("city", "sea"), uses=("literal", "metonymic"), confidence=0.5),
    Filter(
        countries=("UA", None), text='"stood near"', figure_kinds=("troops",), owners=("Russia",), statuses=("done",)
    ),
    Filter(places=("gn:703448",), undated=False),
]


@pytest.fixture
def corpus(store_path: Path) -> Corpus:
    assert store_path.exists()
    return cache.open_corpus(lambda _done, _all: None)


@pytest.mark.parametrize("wanted", FILTERS, ids=range(len(FILTERS)))
def test_the_command_that_is_shown_has_the_very_filter_of_the_page(
    store_path: Path, tmp_path: Path, wanted: Filter
) -> None:
    out = tmp_path / "places.geojson"
    words = shlex.split(command("geojson", str(out), wanted))[1:]
    result = CliRunner().invoke(app, [*words, "--store", str(store_path)])
    assert result.exit_code in {0, 3}, result.output
    conditions = json.loads(out.read_text(encoding="utf-8"))["metadata"]["conditions"]
    fields = {name: list(value) if isinstance(value, tuple) else value for name, value in vars_of(wanted).items()}
    assert conditions == fields


def vars_of(wanted: Filter) -> dict[str, object]:
    values = {name: getattr(wanted, name) for name in Filter.__slots__}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_each_format_obeys_the_filter_and_says_so(corpus: Corpus, form: object) -> None:
    name = getattr(form, "name")  # noqa: B009 - typed by the parametrisation
    page = "https://news.example.org/news"
    text = told(corpus.export(name, Filter(sources=("The Daily Sample",)), page))
    assert f"{page}/?article=" in text, "each leads back to the page that it was taken from"
    assert "1,000 troops stood near" in text.replace("\\", "") or "Troops near the capital" in text
    assert "A note said that" not in text
    assert "by The Daily Sample" in text.replace("\\", "")
    assert '"articles": 2' in text if name == "geojson" else "2 of 5" in text


def told(file: bytes) -> str:
    """Return the text of a download, that of a ZIP file's parts one after the other."""
    if not file.startswith(b"PK"):
        return file.decode()
    with zipfile.ZipFile(BytesIO(file)) as files:
        table, statement = files.namelist()
        assert statement == f"{table}-metadata.json"
        return "".join(files.read(name).decode() for name in files.namelist())


def test_every_format_that_there_is_is_offered() -> None:
    assert {form.name for form in FORMS} == set(EXPORTS)


def test_a_file_is_named_after_the_day_and_what_it_holds(store: Store) -> None:
    day = date(2026, 11, 22)
    wanted = Filter(sources=("The Daily Sample",))
    assert file_name(FORMS[2], store.facets(), 5, day) == "geonews-2026-11-22.zip"
    assert file_name(FORMS[0], store.facets(wanted), 5, day) == "geonews-2026-11-22-2-of-5-articles.html"


def test_the_page_says_what_a_file_would_hold(store: Store) -> None:
    wanted = Filter(sources=("<b>Publisher</b>",))
    shown = statement_html(wanted, store.facets(wanted), 5, {})
    assert "0 of 5 articles" in shown
    assert "by &lt;b&gt;Publisher&lt;/b&gt;" in shown
    assert "mentions (" not in statement_html(Filter(), store.facets(), 5, {})
    assert f"({store.facets().mentions - 2:,} without copies)" in statement_html(Filter(), store.facets(), 5, {}, 2)


def test_what_is_too_large_for_a_browser_is_refused_with_the_command_that_writes_it(store: Store) -> None:
    facets = store.facets()
    assert not any(too_large(form, facets) for form in FORMS)
    object.__setattr__(facets, "mentions", MOST_MENTIONS + 1)
    refused = [form for form in FORMS if too_large(form, facets)]
    assert [form.name for form in refused] == ["csv", "claims", "geojson", "kml"]
    shown = command_html(Filter(text="<i>"), refused)
    assert "Table, Claims, GeoJSON and KML would hold more than 100,000 mentions" in shown
    assert "geonews export --format csv --out geonews.csv --text &#x27;&lt;i&gt;&#x27;" in shown
    assert "--out geonews.csv --store &#x27;my corpus.sqlite&#x27;" in command_html(EVERYTHING, [], "my corpus.sqlite")


def test_a_link_to_a_claim_that_is_not_listed_finds_it_all_the_same(
    corpus: Corpus, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    (known,) = group(store.statements(store.statement_keys().handles.tolist()))
    monkeypatch.setattr(Corpus, "claims", lambda *_: ())
    assert corpus.claim(EVERYTHING, claim_id(known)) == known
    assert corpus.claim(EVERYTHING, claim_id(known) + " more") is None
    assert corpus.claim(EVERYTHING, "nonsense") is None
    assert corpus.claim(Filter(articles=("other",)), claim_id(known)) is None
