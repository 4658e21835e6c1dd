"""One self-contained HTML page: map, passages, claims. It asks nothing of any host and reads well without scripts."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files

from geonews.claims import Source
from geonews.export import quoted, words
from geonews.export.about import CREDIT, About
from geonews.export.amounts import claimed_fate, contradicted, manner, says, then
from geonews.export.bylines import bylines
from geonews.export.claims import where
from geonews.export.evidence import Evidence
from geonews.export.movements import MOST_ROUTES, MOST_STATED, section
from geonews.export.passages import Told
from geonews.export.permalinks import WITHOUT_PAGE, place_html
from geonews.export.worldmap import legend, sign_of, world
from geonews.store import PlaceRow

MOST_PLACES, MOST_PASSAGES, MOST_CLAIMS = 300, 10, 150
"""Of places, of passages of one place, and of claims: the page stays small enough to mail."""


def pieces(evidence: Evidence) -> Iterator[str]:
    """Yield the page, a place at a time; what articles say is escaped throughout."""
    rows = evidence.store.places(evidence.wanted)
    shown = rows[:MOST_PLACES]
    routes, found = evidence.store.routes(evidence.wanted, MOST_ROUTES, MOST_STATED)
    yield _head(evidence.about, moves=bool(routes))
    yield f'<main><div id="left">{world(shown, routes)}{legend(shown, routes)}{_table(shown, len(rows))}</div>'
    hint = "Choose a place on the map or in the list." if shown else "No passage passes the filter."
    yield f'<div id="right"><h2 id="passages">Passages</h2><p id="hint">{hint}</p>'
    for at, (row, told) in enumerate(evidence.places(MOST_PLACES, MOST_PASSAGES + 1)):
        yield _place(at, row, told, evidence.page)
    yield from section(routes, found, evidence.page)
    yield from _claims(evidence)
    how = "" if evidence.page else f"<p>{escape(WITHOUT_PAGE)}</p>"
    foot = f"<footer>{how}<p>{escape(CREDIT)}</p></footer>"
    yield f"</div></main>{foot}<script>{_data('webpage.js')}</script></body></html>\n"


def _head(about: About, *, moves: bool) -> str:
    style, script = _data("webpage.css"), _data("webpage.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    title = escape(f"geonews: {about.filter}")
    led = '<a href="#movements">Movements</a> ' if moves else ""
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">'
        f"<title>{title}</title><style>{style}</style></head><body><header><h1>{escape(about.count)}</h1>"
        f"<p>Filter: <bdi>{escape(about.filter)}</bdi>. "
        f"Made by geonews, <time>{escape(about.when)}</time>.</p>"
        f'<nav><a href="#places">Places</a> <a href="#passages">Passages</a> {led}<a href="#claims">Claims</a></nav>'
        "</header>"
    )


def _table(rows: list[PlaceRow], found: int) -> str:
    listed = "".join(
        f'<tr><td><a href="#p{at}"><bdi>{escape(words.clipped(row.place.name, 60))}</bdi></a></td>'
        f"<td><bdi>{escape(_what(row))}</bdi></td>"
        f"<td>{row.once:,}</td><td>{row.figures:,}</td></tr>"
        for at, row in enumerate(rows)
    )
    left_out = f"<p>The {len(rows):,} most mentioned of {found:,} places.</p>" if found > len(rows) else ""
    once = ' title="Those in copies of a sentence once"'
    heads = "".join(
        f'<th scope="col"{why}>{name}</th>'
        for name, why in (("Place", ""), ("What", ""), ("Mentions", once), ("Figures", once))
    )
    return f'<h2 id="places">Places</h2>{left_out}<table><thead><tr>{heads}</tr></thead><tbody>{listed}</tbody></table>'


def _what(row: PlaceRow) -> str:
    return "; ".join(filter(None, (words.clipped(words.kind_of(row.place), 60), words.doubt(row.confidence))))


def _place(at: int, row: PlaceRow, found: Sequence[Told], page: str) -> str:
    more = f"<p>The newest {MOST_PASSAGES}; there are more.</p>" if len(found) > MOST_PASSAGES else ""
    facts = words.kind_of(row.place), words.mentions(row), words.doubt(row.confidence)
    about = "; ".join(filter(None, facts))
    return (
        f'<section id="p{at}" class="place {sign_of(row.place.kind)}" tabindex="-1">'
        f"<h3><bdi>{escape(words.clipped(row.place.name))}</bdi></h3><p class=about><bdi>{escape(about)}</bdi></p>"
        f"{''.join(quoted.passage(each, page) for each in found[:MOST_PASSAGES])}{more}</section>"
    )


def _claims(evidence: Evidence) -> Iterator[str]:
    found = evidence.leading(MOST_CLAIMS)
    yield f'<h2 id="claims">Claims</h2><p>{found.said}</p>'
    for claim in found.claims:
        said = f"says {'; '.join(map(words.said_by, claim.attributions))}" if claim.attributions else ""
        parts = (
            claimed_fate(claim),
            claim.owner,
            manner(claim.status, claim.deniers),
            then(claim),
            where(claim.places),
            said,
        )
        facts = [words.clipped(each) for each in parts if each]
        facts += filter(None, [contradicted(found.disputed.get(claim, ()))])
        yield (
            f'<details><summary><mark class="figure">{escape(says(claim))}</mark> '
            f"<bdi>{escape(' · '.join(facts))}</bdi> "
            f"<small>{quoted.told(*bylines(claim.sources))} · {words.counted(claim.independent, 'source')}</small>"
            "</summary>"
            f'<blockquote><p dir="auto">{escape(claim.sources[0].sentence)}</p>'
            f"{''.join(_source(each, evidence.page) for each in claim.sources)}</blockquote></details>"
        )


def _source(source: Source, page: str) -> str:
    at = place_html(page, source.key, source.start)
    cited = quoted.source((source.title, source.key, source.url), source.publisher, source.day, at)
    return f"<cite>{cited}{' (copy)' if source.is_copy else ''}</cite>"


def _data(name: str) -> str:
    return (files("geonews.export") / "data" / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """Return what a content security policy calls this very text by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
