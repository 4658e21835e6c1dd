"""Several processes that share the articles: who is free takes the next, who dies is replaced."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import wait
from typing import Any

from geonews.errors import ArticleError
from geonews.models import Article, ParsedArticle
from geonews.parallel.worker import Parser, Unable, Worker, unparsed

Told = Callable[[Article, float], None]
"""Hears of an article that is being read, and which share of it is done, 0 to 1."""


@dataclass(slots=True)
class Task:
    """An article and, once it is there, what came of it."""

    article: Article
    answer: ParsedArticle | ArticleError | None = None


class Team:
    """Starts a process for each of the first tasks, ``jobs`` at most."""

    def __init__(self, make: Callable[[], Parser], jobs: int, told: Told | None) -> None:
        """Take what makes a parser, picklable; no process starts before there is a task."""
        self._make, self._jobs, self._told = make, jobs, told
        self._waiting: deque[Task] = deque()
        self._free: list[Worker] = []
        self._busy: dict[Any, tuple[Worker, Task]] = {}  # by pipe

    def take_on(self, article: Article) -> Task:
        """Have an article parsed as soon as a process is free."""
        task = Task(article)
        self._waiting.append(task)
        self._listen(0)
        return task

    def answer(self, task: Task) -> ParsedArticle | ArticleError:
        """Wait for what came of a task.

        Raises:
            Exception: what kept a process from making its parser.

        """
        while task.answer is None:
            self._listen(None)
        return task.answer

    def close(self) -> None:
        """End all processes, whatever they do."""
        for worker in (*self._free, *(worker for worker, _ in self._busy.values())):
            worker.close()

    def _listen(self, seconds: float | None) -> None:
        self._hand_out()
        for pipe in wait(list(self._busy), seconds):
            self._hear(*self._busy[pipe])
        self._hand_out()

    def _hand_out(self) -> None:
        while self._waiting and len(self._busy) < self._jobs:
            worker, task = self._next(), self._waiting.popleft()
            self._busy[worker.pipe] = worker, task
            worker.give(task.article)

    def _next(self) -> Worker:
        while self._free:
            worker = self._free.pop()
            if not worker.pipe.poll():
                return worker
            worker.close()  # nobody asked it, so what there is to hear is its end
        return Worker(self._make, talks=self._told is not None)

    def _hear(self, worker: Worker, task: Task) -> None:
        try:
            said = worker.hear()
        except (EOFError, OSError):
            del self._busy[worker.pipe]
            task.answer = unparsed(task.article, f"its process died: {worker.fate()}")
            worker.close()
            return
        if isinstance(said, Unable):
            raise said.cause
        if isinstance(said, float):
            if self._told:
                self._told(task.article, said)
            return
        del self._busy[worker.pipe]
        self._free.append(worker)
        task.answer = said
