"""The container takes what the page needs, and no secret."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]


def goes_in(path: str) -> bool:
    """Tell whether a file is sent to the builder: of the patterns that fit it or a folder above, the last holds."""
    let_in = True
    lines = (TOP / "hosting" / "Dockerfile.dockerignore").read_text(encoding="utf-8").split()
    for line in lines:
        above = ["/".join(path.split("/")[:depth]) for depth in range(1, path.count("/") + 2)]
        if any(fnmatch(each, line.removeprefix("!")) for each in above):
            let_in = line.startswith("!")
    return let_in


def copied() -> list[str]:
    dockerfile = (TOP / "hosting" / "Dockerfile").read_text(encoding="utf-8")
    return [source for line in re.findall(r"^COPY (.+)$", dockerfile, re.MULTILINE) for source in line.split()[:-1]]


def test_everything_that_the_image_copies_is_there_and_let_in() -> None:
    sources = copied()
    assert "src" in sources
    assert [each for each in sources if not (TOP / each).exists() or not goes_in(each)] == []


def test_no_secret_and_no_corpus_gets_into_the_image() -> None:
    assert not goes_in(".streamlit/secrets.toml")
    assert ".streamlit" not in copied()
    assert not goes_in("corpus.sqlite")
    assert not goes_in("hosting/secrets.toml")


def test_sign_in_is_pinned_beside_everything_else() -> None:
    pins = (TOP / "hosting" / "requirements-signin.txt").read_text(encoding="utf-8")
    assert re.search(r"^authlib==[\d.]+ \\\n +--hash=sha256:", pins, re.MULTILINE)
    requirements = (TOP / "requirements.txt").read_text(encoding="utf-8")
    assert re.search(r"^httpx==", requirements, re.MULTILINE)  # the other thing that signing in needs
