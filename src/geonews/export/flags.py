"""A filter as the words of a command line: ``geonews export`` with them takes along what the page shows."""

from __future__ import annotations

import shlex
from typing import get_args

from geonews.models import ToponymKind
from geonews.store import EVERYTHING, Filter

_NONE = "none"
_LISTS: dict[str, str] = {
    "--article": "articles",
    "--publisher": "sources",
    "--place": "places",
    "--kind": "place_kinds",
    "--country": "countries",
    "--owner": "owners",
    "--figure-kind": "figure_kinds",
    "--status": "statuses",
}
"""Options that may be repeated, and the field of the filter that each of them fills."""


def flags(wanted: Filter) -> list[str]:
    """Return the options of ``geonews export`` that make this filter; none for everything."""
    found = [
        word
        for option, name in _LISTS.items()
        for value in getattr(wanted, name)
        for word in (option, _NONE if value is None else value)
    ]
    if wanted.uses != EVERYTHING.uses:
        found += [word for use in wanted.uses or get_args(ToponymKind) for word in ("--use", use)]
    if wanted.text:
        found += ["--text", wanted.text]
    if wanted.confidence:
        found += ["--confidence", f"{wanted.confidence:g}"]
    return found + _days(wanted)


def command(form: str, out: str, wanted: Filter, store: str = "") -> str:
    """Return the whole command, quoted for a shell; ``store`` is the corpus store if it is not the user's default."""
    where = ["--store", store] if store else []
    return shlex.join(["geonews", "export", "--format", form, "--out", out, *where, *flags(wanted)])


def _days(wanted: Filter) -> list[str]:
    found = []
    for option, day in (("--from", wanted.since), ("--to", wanted.until)):
        found += [option, day.isoformat()] if day else []
    if wanted.undated != (not found):
        found.append("--undated" if wanted.undated else "--no-undated")
    return found
