"""What a reader does to the page, as pure steps from one view to the next. No action is an error."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from geonews.dashboard.state import LISTS, View, before, from_params, opened_from, query, to_params
from geonews.store import EVERYTHING

_UNSAID = {"use": ("literal",)}
"""What a list holds although the address does not say so."""
_TICKED = frozenset({"holding", "moves"})
"""Steps of boxes that are ticked or not."""
Action = Mapping[str, str]
"""``do``: the name of a step; ``value``: what it is about; ``on``: "yes" or "no" for what is ticked or unticked."""


def apply(view: View, action: Action) -> View:
    """Return the view after the action; an action that makes no sense changes nothing."""
    name, value = str(action.get("do", "")), str(action.get("value", ""))
    if name in _TICKED and action.get("on") == "no":
        value = ""
    if name in LISTS:
        return _tick(view, name, value, on=action.get("on") == "yes")
    step = _STEPS.get(name)
    return view if step is None else step(view, value)


def _tick(view: View, name: str, value: str, *, on: bool) -> View:
    """Add a value to one of the filter's lists, or take it out."""
    params = to_params(view)
    others = [each for each in params.get(name, list(_UNSAID.get(name, ()))) if each != value]
    params[name] = [*others, value] if on else others
    return _from_the_top(from_params(params))


def _select(view: View, value: str) -> View:
    return replace(view, place=value or None, claim="", page=1, copies="", beside="", holding="any")


def _read_article(view: View, value: str) -> View:
    """Show one article alone, ``KEY`` or ``KEY@OFFSET``; the place stays selected."""
    key, _, offset = value.partition("@")
    at = int(offset) if offset.isascii() and offset.isdigit() else None
    if not key:
        return view
    return _alone(view, (key,), at)


def _show_articles(view: View, value: str) -> View:
    """Show a few articles alone, ``KEY KEY``: those that were just added."""
    keys = tuple(value.split())
    return _alone(view, keys) if keys else view


def _alone(view: View, keys: tuple[str, ...], at: int | None = None) -> View:
    """Show articles without every other condition, with a way back; the next article leads to where this one does."""
    shown = replace(EVERYTHING, articles=keys)
    alone = replace(view, filter=shown, at=at, claim="", page=1, copies="", near="", beside="", holding="any")
    return replace(alone, back=view.back if len(view.filter.articles) == 1 else _way_back(view, alone))


def _way_back(view: View, alone: View) -> str:
    """Return the query of a view that articles are opened from; empty where their own tells enough."""
    if view.back and (inner := opened_from(view).back):
        view = replace(view, back=inner)  # an address has an end: one way back within another, no more
    return "" if before(replace(alone, back="")) == view else query(view)


def _without(view: View, value: str) -> View:
    """Leave out articles that are in the corpus no more; where only such were shown, return to what was before."""
    if view.back:
        view = replace(view, back=query(_without(opened_from(view), value)))
    shown = view.filter.articles
    left = tuple(key for key in shown if key not in value.split())
    if left == shown:
        return view
    if left:
        return _from_the_top(replace(view, filter=replace(view.filter, articles=left)))
    return _without(before(view), value)


def _days(view: View, value: str) -> View:
    """Narrow to ``FIRST/LAST`` (either may be empty), without the undated; everything for an empty value."""
    first, _, last = value.partition("/")
    params = to_params(view)
    params |= {"from": [first], "to": [last], "undated": ["no"] if first or last else []}
    return _from_the_top(from_params(params))


def _undated(view: View, value: str) -> View:
    """Include the undated (""), leave them out ("no"), or show them alone ("only")."""
    params = to_params(view) | {"undated": [value]}
    if value == "only":
        params |= {"from": [], "to": []}
    return _from_the_top(from_params(params))


def _drop(view: View, value: str) -> View:
    """Leave a condition of the filter out, by its query parameters."""
    params: dict[str, Any] = {name: values for name, values in to_params(view).items() if name not in value.split()}
    return _from_the_top(from_params(params))


def _clear(view: View, _value: str) -> View:
    return _from_the_top(replace(view, filter=EVERYTHING))


def _narrow(name: str) -> Callable[[View, str], View]:
    return lambda view, value: _from_the_top(from_params(to_params(view) | {name: [value.strip()]}))


def _search_name(view: View, value: str) -> View:
    """Search for a name as a phrase."""
    phrase = value.replace('"', " ").strip()
    return _narrow("q")(view, f'"{phrase}"') if phrase else view


def _set(name: str) -> Callable[[View, str], View]:
    def step(view: View, value: str) -> View:
        return replace(from_params(to_params(view) | {name: [value]}), page=1)

    return step


def _page(view: View, value: str) -> View:
    return from_params(to_params(replace(view, copies="")) | {"page": [value]})


def _from_the_top(view: View) -> View:
    return replace(view, page=1, at=None, copies="", back=view.back if view.filter.articles else "")


_STEPS: dict[str, Callable[[View, str], View]] = {
    "place": _select,
    "read": _read_article,
    "articles": _show_articles,
    "gone": _without,
    "close": lambda view, _value: before(view),
    "q": _narrow("q"),
    "name": _search_name,
    "from": _narrow("from"),
    "to": _narrow("to"),
    "days": _days,
    "undated": _undated,
    "drop": _drop,
    "clear": _clear,
    "page": _page,
    "beside": lambda view, value: replace(view, beside=value, page=1, copies=""),
    "copies": lambda view, value: replace(view, copies=value),
    "holding": lambda view, value: replace(view, holding="figures" if value else "any", page=1, copies=""),
    "sure": _narrow("sure"),
    "order": _set("order"),
    "claim": lambda view, value: replace(view, claim=value),
    "moves": lambda view, value: replace(view, moves="shown" if value else "hidden"),
    "size": _set("size"),
    "colour": _set("colour"),
    "counts": _set("counts"),
    "near": lambda view, value: replace(view, near=value),
    "whole": lambda view, _value: replace(view, near=""),
    "tab": lambda view, value: from_params(to_params(view) | {"tab": [value]}),
}
