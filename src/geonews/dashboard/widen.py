"""How an empty result can be widened: the filter without each of its conditions. Pure."""

from __future__ import annotations

from dataclasses import replace

from geonews.store import EVERYTHING, Filter


def ways(wanted: Filter) -> list[tuple[str, Filter]]:
    """Return a label and a wider filter for each condition that is set, then for all of them together."""
    wider = [
        ("Without the text", replace(wanted, text="")),
        ("Any date", replace(wanted, since=None, until=None, undated=True)),
        ("Any publisher", replace(wanted, sources=())),
        ("Any article", replace(wanted, articles=())),
    ]
    set_ones = [(label, filter_) for label, filter_ in wider if filter_ != wanted]
    everything = [("Clear all filters", EVERYTHING)] if len(set_ones) > 1 else []
    return set_ones + everything
