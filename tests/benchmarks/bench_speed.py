"""Prints how fast articles are read, beside the bare language model in the same run; nothing is asserted.

``python tests/benchmarks/bench_speed.py NEWS.jsonl [DOCUMENTS]``: one core for all but the last rows (set
``OMP_NUM_THREADS=1``), processor seconds, so that other work on the machine weighs less. The ways take turns, a few
articles at a time, and each reads every article once, as users do: nothing is known from a round before.
"""

from __future__ import annotations

import gc
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import spacy

from geonews import Article, Geoparser
from geonews.corpus import read
from geonews.parallel import parse_all
from geonews.settings import DEFAULT_MODEL

SYNTAX = ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"]
TURN = 10
"""Articles that one way reads before it is the next one's turn."""
KINDS: dict[str, Callable[[], Geoparser]] = {
    "default": Geoparser,
    "default, no figures": partial(Geoparser, figures=False),
    "--fast": partial(Geoparser, fast=True),
}


def main(path: Path, documents: int) -> None:
    """Print all tables for ``documents`` articles spread over a corpus file."""
    articles = [item for item in read([path]) if isinstance(item, Article)]
    sample = articles[:: max(len(articles) // documents, 1)][:documents]
    say(f"{len(sample)} articles, {sum(len(one.text.split()) for one in sample)} words")
    parsers = {name: make() for name, make in KINDS.items()}
    compare(sample, parsers)
    lengths(sample, parsers)
    corpora(sample)


def compare(sample: Sequence[Article], parsers: dict[str, Geoparser]) -> None:
    """Print documents a second, and their ratio to the whole language model's: in all, and of the turns."""
    model = spacy.load(DEFAULT_MODEL)
    ways: dict[str, Callable[[Sequence[Article]], object]] = {
        "bare spaCy, all components": lambda some: list(model.pipe([one.text for one in some])),
        "bare spaCy, names alone": lambda some: list(model.pipe([one.text for one in some], disable=SYNTAX)),
        **{name: partial(run, parser) for name, parser in parsers.items()},
    }
    for way in ways.values():
        way(sample[:TURN])
    gc.collect()
    gc.freeze()  # as the command does
    seconds: dict[str, list[float]] = defaultdict(list)
    for at in range(TURN, len(sample), TURN):
        for name, way in ways.items():
            seconds[name].append(spent(partial(way, sample[at : at + TURN])))
    bare = next(iter(seconds.values()))
    say("\nway | documents/s | over bare spaCy | in the turns")
    for name, taken in seconds.items():
        ratios = sorted(one / other for one, other in zip(bare, taken, strict=True))
        speed, over = (len(sample) - TURN) / sum(taken), sum(bare) / sum(taken)
        say(f"{name} | {speed:.1f} | {over:.2f} | {ratios[0]:.2f} to {ratios[-1]:.2f}")


def lengths(sample: Sequence[Article], parsers: dict[str, Geoparser]) -> None:
    """Print microseconds a character for ever longer articles: constant, if time grows with length alone."""
    say("\ncharacters | " + " | ".join(f"{name}, µs a character" for name in parsers))
    whole = "\n\n".join(one.text for one in sample)
    for size in (1_000, 4_000, 16_000, 64_000):
        article = Article(id=size, text=whole[:size])
        times = [
            min(spent(partial(parser, article)) for _ in range(3)) / len(article.text) * 1e6
            for parser in parsers.values()
        ]
        say(f"{len(article.text)} | " + " | ".join(f"{one:.1f}" for one in times))


def corpora(sample: Sequence[Article]) -> None:
    """Print seconds by corpus size and processes, starting them included."""
    say("\narticles | processes | seconds by the clock")
    for size in (len(sample) // 2, len(sample)):
        for jobs in (1, 2):
            started = time.perf_counter()
            for _ in parse_all(sample[:size], Geoparser, jobs=jobs):
                pass
            say(f"{size} | {jobs} | {time.perf_counter() - started:.1f}")


def run(parser: Geoparser, sample: Sequence[Article]) -> None:
    """Parse all."""
    for article in sample:
        parser(article)


def spent(way: Callable[[], object]) -> float:
    """Return the processor seconds that a call takes."""
    started = time.process_time()
    way()
    return time.process_time() - started


def say(line: str) -> None:
    """Write a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 80)
