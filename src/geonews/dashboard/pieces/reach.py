"""How far a choice holds: for a mention, the copies of its sentence, a name in the article or everywhere."""

from __future__ import annotations

from html import escape

from geonews.dashboard import words
from geonews.dashboard.correcting import Mention, reach
from geonews.dashboard.draft import Draft, Reach
from geonews.store import Reached


def reaches_html(mention: Mention, draft: Draft, copies: int, everywhere: Reached | None) -> str:
    """Return the choice of how far what is said of a mention holds; nothing where it can hold for that alone."""
    chosen, labels = reach(draft, copies), _labels(mention, copies, everywhere)
    if len(labels) == 1:
        return ""
    listed = "".join(option("reach", value, escape(label), chosen) for value, label in labels)
    return f'<fieldset class="gn-reach"><legend>This holds for</legend>{listed}</fieldset>'


def option(do: str, value: str, label: str, chosen: str) -> str:
    """Return one of several choices; ``label`` is HTML."""
    checked = " checked" if value == chosen else ""
    identity = escape(f"{do}-{value}")
    return (
        f'<label><input type="radio" name="correct-{do}" id="{identity}" data-do="{do}" '
        f'value="{escape(value)}"{checked}>'
        f"<span>{label}</span></label>"
    )


def _labels(mention: Mention, copies: int, everywhere: Reached | None) -> list[tuple[Reach, str]]:
    what = "figure" if mention.figure else "mention"
    labels: list[tuple[Reach, str]] = [("mention", f"this {what} only")]
    if copies:
        others = "the copy of this sentence in another article"
        if copies > 1:
            others = f"the {copies:,} copies of this sentence in other articles"
        labels.append(("copies", f"this {what}, and that in {others}, and in those to come"))
    if mention.namesakes > 1 and not mention.figure:
        label = (
            "this name in the article ({} mentions)" if mention.is_read else "wherever the article has it ({} times)"
        )
        labels.append(("article", label.format(f"{mention.namesakes:,}")))
    if mention.is_read and not mention.figure:
        counted = "" if everywhere is None else f" ({_counted(everywhere)})"
        labels.append(("corpus", f"this name in all articles{counted}, and in those to come"))
    return labels


def _counted(everywhere: Reached) -> str:
    articles = words.counted(everywhere.articles, "article")
    return f"now {words.counted(everywhere.mentions, 'mention')} in {articles}"
