"""A small corpus of our own, built by hand: no language model, no gazetteer."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import platformdirs
import pytest
from driving import ShownPage, within
from waiting import PATIENCE, arrive

from geonews.cli import dashboard
from geonews.dashboard import fetched
from geonews.gazetteer.prepare import prepared
from geonews.models import Article, Figure, Link, ParsedArticle, Passage, Place, Resolution, Toponym
from geonews.store import Store

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = Path("/usr/bin/chromium")
_QUIET = (
    "--headless=new --no-sandbox --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
FLAGS = [*_QUIET, "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
UNABLE = [*_QUIET, "--disable-3d-apis"]
"""A browser that cannot draw the map, as it finds when it tries."""
WITHOUT_MAP = [*UNABLE, "--disable-gpu"]
"""Drawing the map takes a machine without a graphics card many seconds."""
KNOWS_IT = "localStorage.geonewsUndrawn = 'yes'"
"""A browser that met before that it cannot draw the map."""
CANNOT = "Failed to create WebGL context"
"""How deck.gl says that it cannot."""
PLACES = {
    "Kyiv": Place("gn:703448", "Kyiv", "city", "UA", 50.45466, 30.5238, "Kyiv City", population=2_797_553),
    "Irpin": Place("gn:707565", "Irpin", "city", "UA", 50.51752, 30.25087, "Kyiv Oblast", population=65_167),
    "Moscow": Place("gn:524901", "Moscow", "city", "RU", 55.75222, 37.61556, "Moscow", population=10_381_222),
    "Berlin": Place("gn:2950159", "Berlin", "city", "DE", 52.52437, 13.41053, "Berlin", population=3_426_354),
    "Ukraine": Place("gn:690791", "Ukraine", "country", "UA", 49.0, 32.0, extent=(22.1, 44.4, 40.2, 52.4)),
    "Black Sea": Place("ne:black-sea", "Black Sea", "sea", None, 43.4, 34.3, extent=(27.4, 40.9, 41.8, 46.8)),
    "Kherson region": Place("gn:706442", "Kherson region", "admin1", "UA", 46.5, 33.8, extent=(31.5, 45.7, 35.3, 47.6)),
    "Ramstein": Place("gs:ramstein", "Ramstein Air Base", "base", "DE", 49.437, 7.6),
}
HOSTILE = '<script>window.hacked=1</script><img src=x onerror="window.hacked=1"> **bold** $\\frac{1}{2}$ :red[x] [a](b)'
RIGHT_TO_LEFT = "\u202e\u0645\u0631\u062d\u0628\u0627\u202c"


def read(article: Article, *counts: str, places: Mapping[str, Place] = PLACES) -> ParsedArticle:
    """Parse by hand: sentences end with a full stop, names are those of ``places``, counts begin in digits.

    Each count is linked to the first place of its sentence.
    """
    text = article.text
    passages = tuple(Passage(m.start(), m.end()) for m in re.finditer(r"[^.\s][^.]*\.?", text))
    names = "|".join(map(re.escape, sorted(places, key=len, reverse=True)))
    found = list(re.finditer(rf"{names}|Atlantis", text))
    toponyms = tuple(Toponym(m.start(), m.end(), m.group(), "literal") for m in found)
    resolutions = tuple(
        Resolution(places[t.text], 0.9, "by hand")
        if t.text in places
        else Resolution(None, 0.0, "not in the gazetteer")
        for t in toponyms
    )
    figures, links = [], []
    for count in counts:
        at = text.index(count)
        number = count.split()[0]
        figures.append(
            Figure(
                at,
                at + len(number),
                number,
                count,
                1.0,
                1.0,
                approximate=False,
                kind="troops",
                noun=count.split()[-1],
                owner="Russia",
            )
        )
        passage = next(p for p in passages if p.start <= at < p.end)
        near = [i for i, t in enumerate(toponyms) if passage.start <= t.start < passage.end]
        links.extend(Link(len(figures) - 1, i, "location", "syntax") for i in near[:1])
    return ParsedArticle(article, passages, toponyms, resolutions, tuple(figures), tuple(links))


def small_corpus() -> list[ParsedArticle]:
    """Return five articles: two of one publisher, one hostile, one undated without publisher, one without a place."""
    return [
        read(
            Article(
                "one",
                "Talks began early. About 1,000 troops stood near Kyiv, and shells fell on Irpin. Berlin sent help.",
                "Troops near the capital",
                "The Daily Sample",
                "https://example.org/one",
                "2022-02-08",
            ),
            "1,000 troops",
        ),
        read(
            Article(
                "two",
                "Moscow denied it. Ships left for the Black Sea. Kyiv waited. In Ukraine, Kherson region was calm. "
                "Planes rose from Ramstein.",
                "Ships leave port",
                "The Daily Sample",
                "https://example.org/two",
                "2022-02-09T10:00:00Z",
            )
        ),
        read(
            Article(
                "hostile",
                f"{HOSTILE} was written in Kyiv by {RIGHT_TO_LEFT}. Then {'x' * 10_000} came.",
                HOSTILE + RIGHT_TO_LEFT + "x" * 10_000,
                HOSTILE,
                "javascript:alert(1)",
                "2022-03-01",
            )
        ),
        read(Article("undated", "A note said that Moscow and Atlantis were quiet.", "A note")),
        read(Article("nowhere", "Nobody went anywhere.", "Nothing happened", "Another Sample", None, "2022-02-10")),
    ]


def fill(path: Path, articles: list[ParsedArticle]) -> None:
    """Add articles to a store, as another process would."""
    with Store.open(path) as store:
        for parsed in articles:
            store.add(parsed)


@pytest.fixture(scope="session")
def unpacked() -> list[Path]:
    """Return the user's unpacked gazetteer, and what former versions left: unpacking it for each test takes seconds."""
    prepared()
    return list(platformdirs.user_cache_path("geonews", appauthor=False).glob("gazetteer-*.bin"))


def own_cache(folder: Path, unpacked: list[Path]) -> Path:
    """Return a new folder for what can be made again, in which the gazetteer is unpacked."""
    cache = folder / "own-cache"
    (cache / "geonews").mkdir(parents=True)
    for file in unpacked:
        (cache / "geonews" / file.name).symlink_to(file)
    return cache


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, unpacked: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the user's own corpus and cache out of the tests."""
    monkeypatch.setenv("GEONEWS_STORE", str(tmp_path / "corpus.sqlite"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(own_cache(tmp_path, unpacked)))


@pytest.fixture(autouse=True)
def files_within(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put what the map fetches into its message: without a server there is no other way to it."""
    monkeypatch.setattr(fetched, "address", lambda _base, content: within(content))


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    """Return where a store of the small corpus is; it is the one that the page opens."""
    path = tmp_path / "corpus.sqlite"
    fill(path, small_corpus())
    return path


@pytest.fixture
def page(store_path: Path) -> ShownPage:
    """Return the page over the small corpus, without a browser."""
    assert store_path.exists()
    return ShownPage.opened()


@pytest.fixture
def store(store_path: Path) -> Iterator[Store]:
    """Return the store of the small corpus."""
    with Store.open(store_path, read_only=True) as opened:
        yield opened


@pytest.fixture
def add_article(store_path: Path) -> Callable[[Article], None]:
    """Return what adds an article to the small corpus from outside the page."""
    return lambda article: fill(store_path, [read(article)])


@pytest.fixture
def hostile() -> str:
    """Return the text that the hostile article puts everywhere."""
    return HOSTILE


@pytest.fixture
def add_hostile_place(store_path: Path) -> Callable[[], None]:
    """Return what adds a place whose very name is hostile, so that the map itself has to show it."""
    place = Place("gn:666", HOSTILE, "city", "UA", 47.0, 25.0)
    article = Article("evil place", "They met in Evilville.", "A meeting", published="2022-02-08")
    return lambda: fill(store_path, [read(article, places={"Evilville": place})])


@contextmanager
def serving(store: Path, cache: Path) -> Iterator[str]:
    """Serve the page over a store; gives its address."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    words = dashboard.command(dashboard.page(), port, {})
    own = {"GEONEWS_STORE": str(store), "XDG_CACHE_HOME": str(cache), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        words, env=os.environ | own, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as server:
        assert server.stdout is not None
        rest = threading.Thread(target=server.stdout.read)  # unread, what it says later would stop it some day
        try:
            assert any("URL:" in line for line in server.stdout), "the server did not start"
            rest.start()
            yield f"http://localhost:{port}/"
        finally:
            server.kill()  # asked politely, it waits for every open page
            if rest.ident:
                rest.join()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, unpacked: list[Path]) -> Iterator[tuple[str, Path]]:
    """Serve the page, once for all tests of a file, over whatever store a link leads to: starting it takes seconds."""
    folder = tmp_path_factory.mktemp("served")
    with serving(folder / "corpus.sqlite", own_cache(folder, unpacked)) as address:
        yield address, folder / "corpus.sqlite"


@pytest.fixture
def address(served: tuple[str, Path], store_path: Path) -> str:
    """Return where the page over the small corpus is."""
    address, link = served
    fresh = link.with_suffix(".next")
    fresh.symlink_to(store_path)
    fresh.replace(link)  # never away between tests: a page still closing would make an empty store in its stead
    return address


@pytest.fixture(scope="module")
def flags() -> Sequence[str]:
    """Return how the browser is started; ``WITHOUT_MAP`` where no test of a file asks for the map."""
    return FLAGS


@pytest.fixture(scope="module")
def browser(flags: Sequence[str]) -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="needs the Python package playwright")
    playwright.expect.set_options(timeout=PATIENCE)  # the library's five seconds are short for a busy machine
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=str(CHROMIUM), args=list(flags))
        yield started
        started.close()


@pytest.fixture
def fresh_page(browser: Browser, flags: Sequence[str]) -> Iterator[Callable[..., Page]]:
    """Return what opens a page in a fresh profile, and waits until it stands.

    At the end no page may have asked another host for anything, run what an article says, or met an error of its own.
    """
    asked: list[str] = []
    wrong: list[str] = []

    def opened(url: str, width: int = 1400, height: int = 1000) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height})
        if flags == WITHOUT_MAP:
            context.add_init_script(KNOWS_IT)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("request", lambda request: asked.append(request.url))
        page.on("websocket", lambda websocket: asked.append(websocket.url))
        page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        if url != "about:blank":
            arrive(page, url)
        return page

    yield opened
    for context in browser.contexts:
        context.close()
    assert [each for each in wrong if not each.startswith(CANNOT)] == []
    assert asked
    outside = [url for url in asked if urlsplit(url).scheme not in {"data", "blob"}]
    assert {urlsplit(url).hostname for url in outside} == {"localhost"}
