"""Prints how fast articles are read, beside the bare language model in the same run; nothing is asserted.

``python tests/benchmarks/bench_speed.py NEWS.jsonl [DOCUMENTS]``: one core for all but the last rows (set
``OMP_NUM_THREADS=1``), processor seconds, so that other work on the machine weighs less.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import spacy

from geonews import Article, Geoparser
from geonews.corpus import read
from geonews.parallel import parse_all
from geonews.settings import DEFAULT_MODEL

SYNTAX = ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"]
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
    """Print documents a second, and their ratio to the whole language model's."""
    model = spacy.load(DEFAULT_MODEL)
    texts = [one.text for one in sample]
    ways: dict[str, Callable[[], object]] = {
        "bare spaCy, all components": lambda: list(model.pipe(texts)),
        "bare spaCy, names alone": lambda: list(model.pipe(texts, disable=SYNTAX)),
        **{name: partial(run, parser, sample) for name, parser in parsers.items()},
    }
    list(model.pipe(texts[:3]))
    for parser in parsers.values():
        run(parser, sample[:3])
    seconds = {name: min(spent(way), spent(way)) for name, way in ways.items()}
    bare = next(iter(seconds.values()))
    say("\nway | documents/s | over bare spaCy")
    for name, taken in seconds.items():
        say(f"{name} | {len(sample) / taken:.1f} | {bare / taken:.2f}")


def lengths(sample: Sequence[Article], parsers: dict[str, Geoparser]) -> None:
    """Print microseconds a character for ever longer articles: constant, if time grows with length alone."""
    say("\ncharacters | " + " | ".join(f"{name}, µs a character" for name in parsers))
    whole = "\n\n".join(one.text for one in sample)
    for size in (1_000, 4_000, 16_000, 64_000):
        article = Article(id=size, text=whole[:size])
        times = [spent(partial(parser, article)) / len(article.text) * 1e6 for parser in parsers.values()]
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
