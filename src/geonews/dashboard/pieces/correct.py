"""What was put right by hand, and the form that puts a mention right. Every word of others is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from geonews.corrections import Scope, decision
from geonews.dashboard import words
from geonews.dashboard.correcting import NO_PLACE, Draft, Mention, options
from geonews.dashboard.pieces.anyplace import search_html
from geonews.dashboard.pieces.parts import CROSS, button, name
from geonews.models import Candidate, Correction, Passage, Place
from geonews.store import ByHand, KeptCorrection

_FEWEST_SURE = 0.005
"""A lower probability is not worth a number."""


def way_html(key: str, start: int) -> str:
    """Return the way from a passage to its form."""
    here = escape(f"{key}@{start}")
    return (
        f'<button type="button" class="gn-way" id="correct-{here}" data-do="correct" data-value="{here}" '
        'title="Put a place or a figure of this passage right">correct</button>'
    )


def by_hand_html(changes: Sequence[ByHand], *, offered: bool) -> str:
    """Return what was put right by hand, each with the way back where that is offered; nothing for nothing."""
    if not changes:
        return ""
    listed = "".join(f"<li>{_change(each)}{take_back_html(each.number) if offered else ''}</li>" for each in changes)
    return f'<ul class="gn-by-hand" aria-label="Corrected by hand">{listed}</ul>'


def take_back_html(number: int) -> str:
    """Return the button that undoes a correction."""
    return button("undo", "take-back", str(number), kind="gn-plain", says="Undo this correction")


@dataclass(frozen=True, slots=True)
class Shown:
    """What was put right by hand in an article."""

    changes: Sequence[ByHand] = ()
    offered: bool = False
    """Whether to offer undoing it, and putting right more."""


@dataclass(frozen=True, slots=True)
class Form:
    """A sentence, what can be put right in it, and what is chosen."""

    text: str
    """Of the whole article."""
    passage: Passage
    found: Sequence[Mention]
    mention: Mention | None
    """The one that is chosen."""
    draft: Draft
    offers: Sequence[Place]
    """The places of the gazetteer for what was typed."""


def form_html(form: Form) -> str:
    """Return the sentence with what can be put right in it, and the choices for the mention that is chosen."""
    mention = form.mention
    sentence = f'<p class="gn-text gn-pick" dir="auto">{_sentence(form)}</p>'
    if mention is None:
        return f'<div class="gn-correct">{sentence}<p class="gn-note">Nothing in this sentence was read.</p></div>'
    by = by_hand_html([mention.by], offered=True) if mention.by else ""
    choices = _figure(mention) if mention.figure else _place(mention, form.draft, form.offers)
    return f'<div class="gn-correct">{sentence}{by}{choices}</div>'


def sample_html() -> str:
    """Say why the sample itself cannot be put right, and offer a copy."""
    return (
        '<div class="gn-correct"><p class="gn-text">These are the bundled sample articles, and they stay as they are. '
        "What you put right is kept in a corpus of your own: begin it with a copy of the sample.</p>"
        f"{button('Copy the sample to my corpus', 'copy-sample', kind='gn-go')}</div>"
    )


def walk_html(before: int | None, after: int | None) -> str:
    """Return the ways to the sentences before and after."""
    left = "" if before is None else button("sentence before", "passage", str(before), kind="gn-plain")
    right = "" if after is None else button("sentence after", "passage", str(after), kind="gn-plain")
    return f'<nav class="gn-walk" aria-label="Sentences">{left}<span></span>{right}</nav>' if left or right else ""


def saved_html(kept: KeptCorrection) -> str:
    """Say what was put right, and how far it reaches."""
    correction = kept.correction
    says = decision(correction) if correction.place is None else f"means {correction.place.name}"
    where = "" if correction.place is None else f" ({words.kind_of(correction.place)})"
    said = f"<b>{name(correction.text, 80)}</b> {escape(words.clipped(says + where, 160))}"
    reach = "" if correction.what == "wrong figure" else f" That holds for {words.counted(kept.mentions, 'mention')}."
    return f"Corrected: {said}.{reach}"


def undone_html(found: Correction | None) -> str:
    """Say what was undone."""
    if found is None:
        return "There is nothing to undo any more."
    return f"Undone: <b>{name(found.text, 80)}</b> is again as it was read."


def told_html(html: str, number: int | None = None, place: str | None = None) -> str:
    """Return a line that says what was done, with the way back and the way to the place, where there are such."""
    back = "" if number is None else take_back_html(number)
    there = "" if place is None else button("show the place", "place", place, kind="gn-plain")
    close = button(CROSS, "hide", kind="gn-close", says="Hide this message")
    return f'<div class="gn-told gn-put-right" role="status"><span>{html}</span> {there} {back} {close}</div>'


def _change(each: ByHand) -> str:
    words_of_it = f"<b>{name(each.text, 80)}</b>"
    if each.what == "wrong figure":
        return f"<s>{words_of_it}</s> is a wrong figure and counts nowhere "
    reach = {"mention": "", "article": " in this article", "corpus": " everywhere"}[each.scope]
    differs = each.was is not None and (each.place is None or each.place.id != each.was.id)
    was = f", not {_named(each.was)}" if differs and each.was else ""
    if each.place is None:
        return f"{words_of_it} is no place{reach}{was} "
    if each.was is not None and not differs:
        return f"{words_of_it} means {_named(each.place)}{reach}: confirmed "
    return f"{words_of_it} means {_named(each.place)}{reach}{was} "


def _named(place: Place) -> str:
    return f"{name(place.name, 60)} ({escape(words.clipped(words.kind_of(place), 80))})"


def _sentence(form: Form) -> str:
    parts: list[str] = []
    text, mention = form.text, form.mention
    at = form.passage.start
    for each in form.found:
        if each.start < at:
            continue
        kind = "gn-figure" if each.figure else "gn-place"
        pressed = "true" if mention is not None and each.start == mention.start else "false"
        parts.append(escape(text[at : each.start]))
        parts.append(
            f'<button type="button" class="gn-mention {kind}" id="mention-{each.start}" data-do="mention" '
            f'data-value="{each.start}" aria-pressed="{pressed}">{escape(text[each.start : each.end])}</button>'
        )
        at = each.end
    parts.append(escape(text[at : form.passage.end]))
    return "".join(parts)


def _figure(mention: Mention) -> str:
    said = f'<p class="gn-place-facts">{escape(words.clipped(mention.figure))}</p>'
    if mention.by is not None:
        return said
    return (
        f"{said}<p>A wrong figure is left out of all counts and claims, and stays marked where the article is read.</p>"
        f'<div class="gn-done">{button("This figure is wrong", "save", kind="gn-go")}</div>'
    )


def _place(mention: Mention, draft: Draft, offers: Sequence[Place]) -> str:
    choice = draft.choice or (mention.place.id if mention.place else "")
    weighed = {each.place.id: each for each in mention.candidates}
    listed = "".join(
        _option("means", each.id, _labelled(each, _note(each, mention, weighed)), choice)
        for each in options(mention, draft)
    )
    no_place = "<b>Not a place</b><small>it leaves the map, and is listed beside it</small>"
    nowhere = _option("means", NO_PLACE, no_place, choice)
    return (
        f'<fieldset class="gn-means"><legend>{name(mention.text, 60)} means</legend>{listed}{nowhere}'
        f"{search_html(draft.typed, offers)}</fieldset>{_scopes(mention, draft.scope)}"
        f'<div class="gn-done">{button("Save", "save", kind="gn-go") if choice else ""}</div>'
    )


def _labelled(place: Place, note: str) -> str:
    where = escape(words.clipped(words.kind_of(place), 80))
    people = f" · {place.population:,} people" if place.population else ""
    return f"<b>{name(place.name, 60)}</b> <span>{where}{people}</span><small>{escape(note)}</small>"


def _note(place: Place, mention: Mention, weighed: dict[str, Candidate]) -> str:
    if mention.place is not None and place.id == mention.place.id:
        return "as you said" if mention.by else f"as it was read: {mention.sureness:.0%} sure, {mention.reason}"
    known = weighed.get(place.id)
    return "" if known is None or known.score < _FEWEST_SURE else f"{known.score:.0%} sure"


def _scopes(mention: Mention, scope: Scope) -> str:
    labels: tuple[tuple[Scope, str], ...] = (
        ("mention", "this mention only"),
        ("article", f"this name in the article ({words.counted(mention.namesakes, 'mention')})"),
        ("corpus", "this name in all articles, and in those to come"),
    )
    listed = "".join(_option("scope", value, escape(label), scope) for value, label in labels)
    return f'<fieldset class="gn-reach"><legend>This holds for</legend>{listed}</fieldset>'


def _option(do: str, value: str, label: str, chosen: str) -> str:
    checked = " checked" if value == chosen else ""
    identity = escape(f"{do}-{value}")
    return (
        f'<label><input type="radio" name="correct-{do}" id="{identity}" data-do="{do}" '
        f'value="{escape(value)}"{checked}>'
        f"<span>{label}</span></label>"
    )
