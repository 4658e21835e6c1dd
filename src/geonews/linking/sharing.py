"""One way for all that goes it: "moved 400 soldiers and 12 tanks from Oslo to Lima", however the parse parts them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from geonews.linking.phrases import Phrase
from geonews.models import Link, Toponym
from geonews.syntax import Tree

_ENDS = frozenset({"origin", "destination"})


def shared(phrases: Sequence[Phrase], tree: Tree, toponyms: Sequence[Toponym], links: Iterable[Link]) -> list[Link]:
    """Return the links of the figures of a list with the whole way for each, where it is told behind the list.

    In "400 soldiers to Lima and 12 tanks to Oslo" each goes its own way.
    """
    by_figure: list[list[Link]] = [[] for _ in phrases]
    for link in links:
        by_figure[link.figure].append(link)
    for later in range(len(phrases) - 1, 0, -1):
        if not _is_listed(tree, phrases[later - 1], phrases[later]):
            continue
        one, other = by_figure[later - 1], by_figure[later]
        if not one or not other:
            continue
        one[:], other[:] = _parted(one, other, tree.tokens[phrases[later].head].start, toponyms)
        roles = [{link.role for link in each} for each in (one, other)]
        behind = tree.tokens[phrases[later].head].end
        told_behind = all(toponyms[link.toponym].start >= behind for link in (*one, *other))
        if roles[0] | roles[1] == _ENDS and roles[0] != roles[1] and all(roles) and told_behind:
            both = sorted({link.toponym: link for link in (*one, *other)}.values(), key=lambda link: link.toponym)
            by_figure[later - 1] = [replace(link, figure=later - 1) for link in both]
            by_figure[later] = [replace(link, figure=later) for link in both]
    return [link for own in by_figure for link in own]


def _parted(
    one: Sequence[Link], other: Sequence[Link], at: int, toponyms: Sequence[Toponym]
) -> tuple[list[Link], list[Link]]:
    """Leave each of two figures, the later of which begins at ``at``, the places told beside it, if there are such."""
    here = [link for link in one if toponyms[link.toponym].start < at]
    roles = {link.role for link in here}
    beyond = [link for link in one if link not in here and link.role in roles]
    theirs = [link for link in other if toponyms[link.toponym].start >= at]
    known = {(link.role, link.toponym) for link in theirs}
    if not beyond and not roles & {link.role for link in theirs}:
        return list(one), list(other)
    theirs += [replace(link, figure=other[0].figure) for link in beyond if (link.role, link.toponym) not in known]
    named = {link.role for link in theirs}
    kept = [link for link in other if link not in theirs and link.role not in named]
    return [link for link in one if link not in beyond], sorted([*kept, *theirs], key=lambda link: link.toponym)


def _is_listed(tree: Tree, one: Phrase, other: Phrase) -> bool:
    """Tell whether the second figure follows the first by "and" or a comma, with no verb between them."""
    between = range(one.last, other.first)
    joined = tree.word(other.first - 1) in {"and", ","}
    return joined and not any(tree.is_verb(index) or tree.word(index) == ";" for index in between)
