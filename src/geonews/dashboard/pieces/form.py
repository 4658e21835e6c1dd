"""The form that puts a mention right, or gives words a place that nobody read. Every word of others is escaped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from geonews.dashboard import words
from geonews.dashboard.correcting import Mention, neighbours, options
from geonews.dashboard.draft import NO_PLACE, Draft
from geonews.dashboard.pieces.anyplace import search_html
from geonews.dashboard.pieces.correct import by_hand_html
from geonews.dashboard.pieces.parts import button, name
from geonews.dashboard.pieces.reach import option, reaches_html
from geonews.dashboard.pieces.wording import extent_html, sentence_html
from geonews.models import Candidate, Passage, Place
from geonews.store import Reached

_FEWEST_SURE = 0.005
"""A lower probability is not worth a number."""
_LONGEST = 90
"""Code points of a sentence in the list of all."""
_MOST_SENTENCES = 500


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
    copies: int = 0
    """Other articles that copy the sentence and in which the same can be put right."""
    everywhere: Reached | None = None
    """How far the name goes in all articles, where it was read."""


def form_html(form: Form) -> str:
    """Return the sentence with what can be put right in it, and the choices for the mention that is chosen."""
    mention = form.mention
    sentence = sentence_html(form.text, form.passage, form.found, mention)
    if mention is None:
        said = "" if form.draft.naming else "No place and no figure was read in this sentence. "
        return f'<div class="gn-correct">{sentence}<p class="gn-note">{said}Press a word that names a place.</p></div>'
    by = by_hand_html([mention.by], offered=True) if mention.by else ""
    choices = _figure(form, mention) if mention.figure else _place(form, mention)
    extent = "" if mention.figure else extent_html(form.text, form.passage, form.found, mention)
    missed = button(
        "add a place that was not read", "naming", kind="gn-plain", says="Choose other words that name a place"
    )
    return f'<div class="gn-correct">{sentence}{extent}{by}{choices}<p class="gn-missed">{missed}</p></div>'


def sample_html() -> str:
    """Say why the sample itself cannot be put right, and offer a copy."""
    return (
        '<div class="gn-correct"><p class="gn-text">These are the bundled sample articles, and they stay as they are. '
        "What you put right is kept in a corpus of your own: begin it with a copy of the sample.</p>"
        f"{button('Copy the sample to my corpus', 'copy-sample', kind='gn-go')}</div>"
    )


def walk_html(text: str, passages: Sequence[Passage], start: int) -> str:
    """Return the ways to the sentences before and after the one at an offset, and to any other of the article."""
    before, after = neighbours(passages, start)
    left = "" if before is None else button("sentence before", "passage", str(before), kind="gn-plain")
    right = "" if after is None else button("sentence after", "passage", str(after), kind="gn-plain")
    if not left and not right:
        return ""
    listed = "".join(
        f"<li>{button(name(text[each.start : each.end], _LONGEST), 'passage', str(each.start), kind='gn-plain')}</li>"
        for each in passages[:_MOST_SENTENCES]
    )
    return (
        f'<nav class="gn-walk" aria-label="Sentences">{left}<span></span>{right}</nav>'
        f'<details class="gn-sentences"><summary>any sentence of the article</summary><ol>{listed}</ol></details>'
    )


def _figure(form: Form, mention: Mention) -> str:
    said = f'<p class="gn-place-facts">{escape(words.clipped(mention.figure))}</p>'
    if mention.by is not None:
        return said
    return (
        f"{said}<p>A wrong figure is left out of all counts and claims, and stays marked where the article is read.</p>"
        f"{reaches_html(mention, form.draft, form.copies, form.everywhere)}{_done('This figure is wrong')}"
    )


def _place(form: Form, mention: Mention) -> str:
    draft = form.draft
    choice = draft.choice or (mention.place.id if mention.place else "")
    checked = "" if draft.typed.strip() else choice
    weighed = {each.place.id: each for each in mention.candidates}
    listed = "".join(
        option("means", each.id, _labelled(each, _note(each, mention, weighed)), checked)
        for each in options(mention, draft)
    )
    no_place = "<b>Not a place</b><small>it leaves the map, and is listed beside it</small>"
    reaches = reaches_html(mention, draft, form.copies, form.everywhere)
    nowhere = option("means", NO_PLACE, no_place, checked) if mention.is_read else ""
    return (
        f'<fieldset class="gn-means"><legend>{name(mention.text, 60)} means</legend>{listed}{nowhere}'
        f"{search_html(draft.typed, form.offers)}</fieldset>{reaches}{_refused(draft)}"
        f"{_done('Save') if choice else ''}"
    )


def _refused(draft: Draft) -> str:
    if not draft.is_refused:
        return ""
    return (
        f'<p class="gn-note" role="alert"><b>Not saved</b>: nothing is chosen for “{name(draft.typed, 60)}”. '
        "Take one of the places offered for it, choose one of those above it, or clear the field.</p>"
    )


def _done(label: str) -> str:
    on = button(f"{label}, go on", "save-on", says=f"{label}, and go on to the next place or figure")
    return f'<div class="gn-done">{button(label, "save", kind="gn-go")} {on}</div>'


def _labelled(place: Place, note: str) -> str:
    where = escape(words.clipped(words.kind_of(place), 80))
    people = f" · {place.population:,} people" if place.population else ""
    return f"<b>{name(place.name, 60)}</b> <span>{where}{people}</span><small>{escape(note)}</small>"


def _note(place: Place, mention: Mention, weighed: dict[str, Candidate]) -> str:
    if mention.place is not None and place.id == mention.place.id:
        return "as you said" if mention.by else f"as it was read: {mention.sureness:.0%} sure, {mention.reason}"
    known = weighed.get(place.id)
    return "" if known is None or known.score < _FEWEST_SURE else f"{known.score:.0%} sure"
