"""What several tests share: the real model and gazetteer, loaded once; a web server; the texts beside the project."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from geonews.extraction.nlp import Analyser
from geonews.gazetteer import Gazetteer
from geonews.models import Article, ParsedArticle
from geonews.pipeline import Geoparser
from geonews.settings import DEFAULT_MODEL

SHARED = Path(__file__).resolve().parents[2] / "shared"

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")  # how long a property takes tells how busy the machine is


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Run everything in two processes; some tests that are asked for by name, in this one."""
    asked_for_all = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    return min(2, os.cpu_count() or 1) if asked_for_all else 0


class OneBrowser(LoadScopeScheduling):
    """Keeps a file's tests in one process, for what they share, and all files that need a browser in the same.

    Drawing takes a browser more than a core: two at once would wait for one another.
    """

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return "browser" if file.endswith("_browser.py") else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> OneBrowser:
    return OneBrowser(config, log)


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    return Analyser(DEFAULT_MODEL)


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.fixture(scope="session")
def geoparser() -> Geoparser:
    return Geoparser()


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("needs the annotated texts in ../shared, which are other people's and not part of the project")
    return SHARED


@pytest.fixture(scope="session")
def parsed_articles(shared: Path, geoparser: Geoparser) -> dict[str, ParsedArticle]:
    files = sorted((shared / "articles").glob("*.txt"))
    articles = (Article(path.name, path.read_text(encoding="utf-8")) for path in files)
    return {str(parsed.article.id): parsed for parsed in geoparser.pipe(articles)}


Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """What a test's server says at each path, and what it was asked."""

    port: int
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Path and ``Host`` of each request."""
    released: threading.Event = field(default_factory=threading.Event)
    """Set at the end of the test, so that a handler that keeps its reader waiting ends as well."""

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def says(self, path: str, body: bytes, kind: str = "text/html", status: int = 200, **headers: str) -> str:
        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.end_headers()
            handler.wfile.write(body)

        self.answers[path] = answer
        return self.url(path)

    def redirects(self, path: str, to: str, status: int = 302) -> str:
        return self.says(path, b"", status=status, Location=to)


@pytest.fixture
def site() -> Iterator[Site]:
    """Serve on this machine; paths that a test did not fill are not found."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            here.asked.append((self.path, self.headers["Host"]))
            answer = here.answers.get(self.path)
            if answer is None:
                self.send_error(404)
            else:
                answer(self)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        here = Site(server.server_address[1])
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield here
        here.released.set()
        server.shutdown()


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """Return a table of hosts and their addresses, which is all that can be looked up; what was, is in ``asked``."""
    table: dict[str, list[str]] = {"asked": []}
    real = socket.getaddrinfo

    def look_up(host: str, port: int, *args: object, **options: object) -> list[tuple[object, ...]]:
        if host in table:
            table["asked"].append(host)
            return [real(address, port, *args, **options)[0] for address in table[host]]
        if any(letter.isalpha() for letter in host) and ":" not in host:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return real(host, port, *args, **options)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return table
