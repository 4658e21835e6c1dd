"""Downloads of what the filter lets through; a file is made when it is asked for, and not before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import streamlit as st

from geonews.dashboard import surface
from geonews.dashboard.cache import Corpus
from geonews.dashboard.pieces.takeaway import FORMS, Form, command_html, file_name, statement_html, too_large
from geonews.settings import Settings
from geonews.store import Facets, Filter


def panel(corpus: Corpus, wanted: Filter, facets: Facets, total: int, names: dict[str, str], page: str) -> None:  # noqa: PLR0913, PLR0917
    """Offer each format, with what it holds; ``page`` is the page's own address, to which what is cited leads."""
    with st.popover("Take it away", key="takeaway", disabled=not facets.articles):
        copied = sum(row.copied for row in corpus.places(wanted))
        st.html(statement_html(wanted, facets, total, names, copied))
        for form in FORMS:
            name = file_name(form, facets, total, datetime.now(UTC).date())
            _offer(partial(corpus.export, form.name, wanted, page), form, name, refused=too_large(form, facets))
        refused = [form for form in FORMS if too_large(form, facets)]
        surface.show(command_html(wanted, refused, _store(corpus)), "command")


def _store(corpus: Corpus) -> str:
    """Return the path of what is shown, if no command finds it by itself; visitors of others learn its name alone."""
    settings = Settings()
    if not (corpus.is_sample or settings.is_named):
        return ""
    return Path(corpus.path).name if settings.read_only else corpus.path


def _offer(make: Callable[[], bytes], form: Form, name: str, *, refused: bool) -> None:
    with st.container(key=f"take-{form.name}"):
        st.download_button(
            form.label,
            data=make,
            file_name=name,
            mime=form.mime,
            key=f"download-{form.name}",
            on_click="ignore",
            disabled=refused,
        )
        st.html(f"<p>{form.holds}</p>")
