"""The bundled sample articles as a store: parsed once, by a child process, so that the server never holds spaCy.

``python -m geonews.dashboard.sample FILE`` is that child: it makes the store and writes a line "done all" an article.
"""

from __future__ import annotations

import functools
import hashlib
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

from geonews.corpus import sample
from geonews.errors import GeonewsError
from geonews.gazetteer.prepare import MANIFEST, bundled

_ONE_AT_A_TIME = threading.Lock()
_APART = frozenset({"cli", "dashboard", "evaluation.py", "export", "training"})
"""What a stored parse does not depend on, in the package."""


def ready(cache: Path, progress: Callable[[int, int], None]) -> Path:
    """Return the store of the sample articles in the folder ``cache``, making it if it is not there.

    Raises ``GeonewsError`` with the child's own words if it cannot be made.
    """
    target = cache / f"sample-{fingerprint()}.sqlite"
    with _ONE_AT_A_TIME:
        if not target.exists():
            try:
                cache.mkdir(parents=True, exist_ok=True)
                with tempfile.TemporaryDirectory(dir=cache) as folder:
                    made = Path(folder) / target.name
                    _run(made, progress)
                    made.replace(target)
            except OSError as error:
                message = f"{cache}: the sample corpus cannot be kept there ({error.strerror})"
                raise GeonewsError(message) from error
    return target


@functools.cache
def fingerprint() -> str:
    """Return 16 hex digits that change with the sample articles, the gazetteer and the code that parses them."""
    package = Path(__file__).resolve().parents[1]
    digest = hashlib.sha256(repr(sample()).encode())
    digest.update((bundled() / MANIFEST).read_bytes())
    for file in sources(package):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def sources(package: Path) -> list[Path]:
    """Return the files of the package that parse and store articles: code and tables, in order."""
    return sorted(
        file
        for file in package.rglob("*")
        if file.suffix in {".py", ".json", ".csv"} and file.relative_to(package).parts[0] not in _APART
    )


def make(target: Path, progress: Callable[[int, int], None]) -> None:
    """Parse the sample articles into a new store. Loads the language model: meant for the child process."""
    from geonews.claims import Copyist  # noqa: PLC0415
    from geonews.pipeline import Geoparser  # noqa: PLC0415 - spaCy comes with it
    from geonews.store import Store  # noqa: PLC0415

    articles = sample()
    progress(0, len(articles))
    with Store.open(target) as store:
        for done, parsed in enumerate(Geoparser().pipe(articles), start=1):
            store.add(parsed, copyist=Copyist())
            progress(done, len(articles))


def copy(made: Path, own: Path) -> None:
    """Add the sample's articles to another store, as they were read; the sample stays as it is."""
    from geonews.claims import Copyist  # noqa: PLC0415
    from geonews.store import Store  # noqa: PLC0415

    copyist = Copyist()
    with Store.open(made, read_only=True) as sample_store, Store.open(own) as store:
        for parsed in sample_store.parsed():
            store.add(parsed, copyist=copyist)


def _run(target: Path, progress: Callable[[int, int], None]) -> None:
    words = [sys.executable, "-m", __name__, str(target)]
    found = os.pathsep.join([str(Path(__file__).resolve().parents[2]), *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = os.environ | {"PYTHONIOENCODING": "utf-8", "PYTHONPATH": found}
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as complaints,
        subprocess.Popen(  # noqa: S603 - our own module
            words, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=complaints, text=True
        ) as child,
    ):
        for line in child.stdout or ():
            done, _, everything = line.partition(" ")
            progress(int(done), int(everything))
        if child.wait():
            complaints.seek(0)
            last = (complaints.read().strip().splitlines() or ["no reason given"])[-1]
            message = f"the sample articles cannot be parsed: {last}"
            raise GeonewsError(message)


def _tell(done: int, everything: int) -> None:
    sys.stdout.write(f"{done} {everything}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    make(Path(sys.argv[1]), _tell)
