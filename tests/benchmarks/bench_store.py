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
from datetime import timedelta
from pathlib import Path

from synthetic import DAYS, FIRST, Maker

from geonews.claims import Copyist, count, group, page
from geonews.store import EVERYTHING, Filter, Store

ROUNDS = 20


def view(store: Store, wanted: Filter) -> None:
    """Ask all that a view of the page shows."""
    store.facets(wanted)
    store.places(wanted)
    store.articles(wanted, limit=100)
    store.timeline(wanted)
    store.unplaced(wanted)
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
        timed("opening and the first view, nothing kept", [lambda: view(store, EVERYTHING)])
        said = store.summary()
        sys.stdout.write(f"{said}, {path.stat().st_size / 1e6:,.0f} MB\n")
        timed("the same view again", (lambda: view(store, EVERYTHING) for _ in range(ROUNDS)))
        names = [row.place.id for row in store.places()]
        wanted = list(filters(maker, [word.lower() for word in maker.words]))
        maker.random.shuffle(wanted)
        timed("a filter never asked before: a whole view", ((lambda w=each: view(store, w)) for each in wanted))
        asked = [(names[min(int(random.Random(at).paretovariate(0.6)), len(names) - 1)], wanted[at]) for at in range(60)]  # noqa: S311
        timed("a click: count and passages, the most named place", [lambda: passages(store, names[0], EVERYTHING)] * 5)
        timed("a click: count and passages, no filter", ((lambda p=p: passages(store, p, EVERYTHING)) for p, _ in asked))
        timed("a click: count and passages, a filter", ((lambda p=p, w=w: passages(store, p, w)) for p, w in asked))
        timed("claims: the first page, no filter", (lambda: claims(store, EVERYTHING) for _ in range(5)))
        timed("claims: the first page, a filter", ((lambda w=w: claims(store, w)) for w in wanted[:ROUNDS]))
        timed("claims: of one place", ((lambda p=p: claims(store, EVERYTHING, p)) for p, _ in asked[:ROUNDS]))
        timed("search for a place by its beginning", ((lambda n=n: store.search_places(n)) for n in ("ba", "ka", "z")))
    sys.stdout.write(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB resident at most\n")
    changes(path, maker)


def changes(path: Path, maker: Maker) -> None:
    """Measure adding to the store and removing from it."""
    said = [each.parsed for each in maker.articles(100)]
    with Store.open(path) as store:
        timed("adding an article, copies looked for", ((lambda p=p: store.add(p, copyist=Copyist())) for p in renamed(said)))
        timed("reading the columns again after a change", [lambda: store.timeline(EVERYTHING)])
        keys = [key for parsed in renamed(said) for key in store.keys(parsed.article.id)]
        timed("removing an article", ((lambda k=key: store.remove([k])) for key in keys))


def renamed(parses: list) -> Iterable:
    """Yield the parses under ids that the store does not hold."""
    from dataclasses import replace

    return (replace(each, article=replace(each.article, id=f"new {each.article.id}")) for each in parses)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
