"""What the environment sets; a misspelt switch errs on the safe side."""

from __future__ import annotations

import pytest

from geonews.settings import Settings


@pytest.mark.parametrize(
    ("value", "on"), [("1", True), ("true", True), ("yess", True), ("0", False), ("No", False), ("", False)]
)
def test_a_page_is_read_only_unless_the_switch_plainly_says_no(
    monkeypatch: pytest.MonkeyPatch, value: str, *, on: bool
) -> None:
    monkeypatch.setenv("GEONEWS_READ_ONLY", value)
    assert Settings().read_only is on


@pytest.mark.parametrize(("value", "on"), [("1", True), ("On", True), ("yess", False), ("0", False), ("", False)])
def test_private_addresses_are_refused_unless_the_switch_plainly_says_yes(
    monkeypatch: pytest.MonkeyPatch, value: str, *, on: bool
) -> None:
    monkeypatch.setenv("GEONEWS_ALLOW_PRIVATE", value)
    assert Settings().allow_private is on


def test_without_switches_the_page_may_add_from_the_public_internet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GEONEWS_READ_ONLY", raising=False)
    monkeypatch.delenv("GEONEWS_ALLOW_PRIVATE", raising=False)
    assert (Settings().read_only, Settings().allow_private) == (False, False)
