"""A process that parses one article at a time."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection

from geonews.errors import ArticleError
from geonews.models import Article, ParsedArticle

Progress = Callable[[float], None]
"""Hears which share of an article has been read, 0 to 1."""
Parser = Callable[..., ParsedArticle]
"""Takes an article and, where its progress is wanted, a ``Progress``."""
_SPAWNING = multiprocessing.get_context("spawn")
"""Threads of numeric libraries do not survive a fork."""


@dataclass(frozen=True, slots=True)
class Unable:
    """What a process says that could not make its parser."""

    cause: Exception


Said = ParsedArticle | ArticleError | Unable | float
"""An answer, or the share of the article that was read so far."""


class Worker:
    """One process and the pipe to it."""

    def __init__(self, make: Callable[[], Parser], *, talks: bool) -> None:
        """Start the process; it makes its parser at once and tells progress if it ``talks``."""
        self.pipe, theirs = _SPAWNING.Pipe()
        self._process = _SPAWNING.Process(target=_serve, args=(theirs, make, talks), daemon=True)
        with _without_interrupts():
            self._process.start()
        theirs.close()

    def give(self, article: Article) -> None:
        """Let it parse an article; that it is dead shows when it is listened to."""
        with suppress(OSError):
            self.pipe.send(article)

    def hear(self) -> Said:
        """Return what it says next.

        Raises:
            EOFError, OSError: it died.

        """
        said: Said = self.pipe.recv()
        return said

    def fate(self) -> str:
        """Say how a process ended that died."""
        self._process.join()
        code = self._process.exitcode or 0
        return f"killed by signal {-code}, as when memory runs out" if code < 0 else f"exit code {code}"

    def close(self) -> None:
        """End the process, whatever it does."""
        self.pipe.close()
        self._process.terminate()
        self._process.join()


def parsed(parser: Parser, article: Article, progress: Progress | None = None) -> ParsedArticle | ArticleError:
    """Return the parse, or an error that names the article and the cause."""
    try:
        return parser(article, progress) if progress else parser(article)
    except Exception as error:  # noqa: BLE001 - whatever one text breaks, the others are read
        return unparsed(article, f"{type(error).__name__}: {error}")


def unparsed(article: Article, cause: str) -> ArticleError:
    """Return the error of an article that cannot be parsed."""
    return ArticleError(f"{article.origin or article.id}: cannot be parsed ({cause})")


def _serve(pipe: Connection, make: Callable[[], Parser], talks: bool) -> None:  # noqa: FBT001 - a process's arguments have no names
    """Parse what comes until nobody asks any more; Ctrl-C is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where a process does not inherit it, as on Windows
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        parser = make()
    except Exception as error:  # noqa: BLE001 - the parent raises it
        pipe.send(Unable(error))
        return
    with suppress(EOFError, OSError):
        while True:
            article = pipe.recv()
            pipe.send(parsed(parser, article, pipe.send if talks else None))


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Hold Ctrl-C back: a process inherits that, and would else answer with a traceback while it still imports."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    """Leave no orphan behind where the parent was killed, or its reader went away."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)
