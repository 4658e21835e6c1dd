"""Why a result is empty, and how it can be widened: the filter's conditions, each alone and each left out. Pure."""

from __future__ import annotations

from dataclasses import replace

from geonews.store import EVERYTHING, Filter


def ways(wanted: Filter) -> list[tuple[str, Filter]]:
    """Return a label and a wider filter for each condition that is set, then for all of them together."""
    wider = [
        ("Without the text", replace(wanted, text="")),
        ("Any date", replace(wanted, since=None, until=None, undated=True)),
        ("Any publisher", replace(wanted, sources=())),
        ("Any kind of place", replace(wanted, place_kinds=())),
        ("Any article", replace(wanted, articles=())),
    ]
    set_ones = [(label, filter_) for label, filter_ in wider if filter_ != wanted]
    everything = [("Clear all filters", EVERYTHING)] if len(set_ones) > 1 else []
    return set_ones + everything


def each_alone(wanted: Filter) -> list[tuple[str, Filter]]:
    """Return each condition that is set, in words that follow "No article matches", and the filter of it alone."""
    single = [
        ("the search", Filter(text=wanted.text)),
        ("the dates", Filter(since=wanted.since, until=wanted.until, undated=wanted.undated)),
        ("the publisher", Filter(sources=wanted.sources)),
        ("the kind of place", Filter(place_kinds=wanted.place_kinds)),
        ("the chosen article", Filter(articles=wanted.articles)),
    ]
    return [(what, alone) for what, alone in single if alone != EVERYTHING]
