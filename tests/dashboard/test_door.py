"""Who is let in: everybody, unless the host's secrets name a provider; then those who have signed in."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
import streamlit as st
from driving import ShownPage
from streamlit.errors import StreamlitAuthError

from geonews.dashboard.panels import door

PROVIDER = {"redirect_uri": "http://localhost/oauth2callback", "cookie_secret": "long and random", "client_id": "x"}


@pytest.fixture
def guarded(page: ShownPage) -> ShownPage:
    page.at.secrets["auth"] = PROVIDER
    return page


@pytest.fixture
def equipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "find_spec", lambda name: name)


def offered(page: ShownPage) -> set[str]:
    return {button.label for button in page.at.button}


def test_without_a_provider_everybody_reads_and_nobody_can_sign_out(page: ShownPage) -> None:
    page.at.run()
    assert "<b>5 articles</b>" in page.heading()
    assert "Sign out" not in page.html()


@pytest.mark.usefixtures("equipped")
def test_a_stranger_is_asked_to_sign_in_and_shown_nothing_else(guarded: ShownPage) -> None:
    guarded.at.run()
    assert "Sign in to read" in guarded.html()
    assert offered(guarded) == {"Sign in"}
    assert "Kyiv" not in guarded.html()


def test_where_the_package_is_lacking_it_is_named_with_the_command_before_anything_is_pressed(
    guarded: ShownPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "find_spec", lambda name: None if name == "httpx" else name)
    guarded.at.run()
    assert "lacks the package Authlib" in guarded.html()
    assert 'pip install "streamlit[auth]"' in guarded.html()
    assert not offered(guarded)


@pytest.mark.usefixtures("equipped")
def test_a_sign_in_that_cannot_begin_is_told_without_its_details_which_are_logged(
    guarded: ShownPage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def login() -> None:
        message = 'missing the "client_secret" key'
        raise StreamlitAuthError(message)

    monkeypatch.setattr(st, "login", login)
    guarded.at.run()
    with caplog.at_level(logging.ERROR):
        guarded.press("Sign in")
    assert "Signing in could not begin" in guarded.html()
    assert "client_secret" not in guarded.html()
    assert "client_secret" in caplog.text
    assert offered(guarded) == {"Sign in"}


def test_who_has_signed_in_reads_and_can_sign_out_and_sees_as_whom(
    guarded: ShownPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(st, "user", {"is_logged_in": True, "name": 'Ann "<b>" Reader', "email": "ann@example.org"})
    guarded.at.run()
    assert "<b>5 articles</b>" in guarded.heading()
    out = guarded.surfaces()["out"]
    assert 'data-do="sign-out"' in out
    assert 'title="Signed in as Ann &quot;&lt;b&gt;&quot; Reader, ann@example.org"' in out


def test_secrets_that_cannot_be_read_let_nobody_in(
    page: ShownPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secrets = tmp_path / "secrets.toml"
    secrets.write_text("[auth\n")
    monkeypatch.setattr(st, "get_option", {"secrets.files": [str(secrets)]}.get)
    page.at.run()
    assert "This page is closed" in page.html()
    assert "Kyiv" not in page.html()
    secrets.unlink()
    page.at.run()
    assert "<b>5 articles</b>" in page.heading()
