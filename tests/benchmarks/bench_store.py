"""How fast the store answers a dashboard: ``python tests/benchmarks/bench_store.py FILE``.

FILE is what ``synthetic.py`` made. For each view a dashboard shows, all questions it asks are timed together, over many
filters, places and pages; adding and removing are timed on a copy of nothing but themselves. Wall clock and processor
time; prints p50 and p95, asserts nothing.
"""

from __future__ import annotations

import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

from made_up import DAYS, FIRST, Maker

from geonews.claims import Copyist, count, group, page
from geonews.store import EVERYTHING, Filter, Store

ROUNDS = 20


def view(store: Store, wanted: Filter) -> None:
    """Ask all that a view of the page shows."""
    store.facets(wanted)
    store.places(wanted)
    store.articles(wanted, limit=100)
    store.timeline(wanted)
    store.unplaced(wanted, limit=1000)
    store.movements(wanted, limit=500)


def claims(store: Store, wanted: Filter, place: str | None = None) -> None:
    """Ask for the first page of claims."""
    keys = store.statement_keys(wanted, place)
    count(keys)
    group(store.statements(page(keys, 50)))


def passages(store: Store, place: str, wanted: Filter) -> None:
    """Ask for what a click on a place shows."""
    store.passage_count(place, wanted)
    store.passages(place, wanted, limit=10)
    store.passages(place, wanted, limit=10, order="figures")


def filters(maker: Maker, words: list[str]) -> Iterable[Filter]:
    """Yield filters of every sort, no two alike."""
    pick = maker.random
    for _ in range(ROUNDS):
        since = FIRST + timedelta(days=pick.randrange(DAYS - 60))
        yield Filter(since=since, until=since + timedelta(days=pick.randrange(5, 60)))
        yield Filter(text=pick.choice(words))
        yield Filter(sources=(f"Publisher {pick.randrange(60)}", None), confidence=pick.random() / 2)
        yield Filter(place_kinds=("sea", "base"), figure_kinds=("troops",), owners=(f"Country {pick.randrange(40)}",))
        yield Filter(countries=(pick.choice("ABCDEFG") + pick.choice("ABCDEFG"),), statuses=("done",), uses=())
        yield Filter(confidence=0.3 + pick.random() / 3, undated=False, text="near")


def timed(name: str, runs: Iterable[Callable[[], object]]) -> None:
    """Print p50 and p95 of the runs."""
    wall, own = [], []
    for run in runs:
        started, spent = time.perf_counter(), time.process_time()
        run()
        wall.append(time.perf_counter() - started)
        own.append(time.process_time() - spent)
    p50, p95 = statistics.median(wall), sorted(wall)[max(0, round(0.95 * len(wall)) - 1)]
    processor = statistics.median(own)
    sys.stdout.write(f"{name:52} p50 {p50:7.3f} s   p95 {p95:7.3f} s   processor {processor:7.3f} s   n {len(wall)}\n")
    sys.stdout.flush()


def main(path: Path) -> None:
    """Measure and print."""
    maker = Maker()
    with Store.open(path, read_only=True) as store:
        timed("opening and the first view, nothing kept", [partial(view, store, EVERYTHING)])
        said = store.summary()
        sys.stdout.write(f"{said}, {path.stat().st_size / 1e6:,.0f} MB\n")
        timed("the same view again", [partial(view, store, EVERYTHING)] * ROUNDS)
        names = [row.place.id for row in store.places()]
        wanted = list(filters(maker, [word.lower() for word in maker.words]))
        maker.random.shuffle(wanted)
        timed("a filter never asked before: a whole view", (partial(view, store, each) for each in wanted))
        chance = random.Random(1)  # noqa: S311 - a choice, no secret
        asked = [(names[int(len(names) * chance.random() ** 3)], each) for each in wanted[:60]]
        timed("a click: count and passages, the most named place", [partial(passages, store, names[0], EVERYTHING)] * 5)
        clicked = [place for place, _ in asked]
        timed("a click: count and passages, no filter", (partial(passages, store, p, EVERYTHING) for p in clicked))
        timed("a click: count and passages, a filter", (partial(passages, store, p, w) for p, w in asked))
        timed("claims: the first page, no filter", [partial(claims, store, EVERYTHING)] * 5)
        timed("claims: the first page, a filter", (partial(claims, store, w) for w in wanted[:ROUNDS]))
        timed("claims: of one place", (partial(claims, store, EVERYTHING, p) for p in clicked[:ROUNDS]))
        timed(
            "search for a place by its beginning", (partial(store.search_places, typed) for typed in ("ba", "ka", "z"))
        )
    sys.stdout.write(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB resident at most\n")
    changes(path, maker)


def changes(path: Path, maker: Maker) -> None:
    """Measure adding to the store and removing from it; it is left as it was."""
    made = [each.parsed for each in maker.articles(100)]
    new = [replace(each, article=replace(each.article, id=f"new {each.article.id}")) for each in made]
    with Store.open(path) as store:
        timed("adding an article, copies looked for", (partial(store.add, each, copyist=Copyist()) for each in new))
        timed("reading the columns again after a change", [partial(store.timeline, EVERYTHING)])
        keys = [key for each in new for key in store.keys(each.article.id)]
        timed("removing an article", (partial(store.remove, [key]) for key in keys))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
