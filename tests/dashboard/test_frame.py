"""What is around the page, as far as no browser is needed to tell."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from geonews.dashboard.panels.frame import ahead


def test_scripts_for_tables_and_maps_are_fetched_ahead_one_each() -> None:
    static = Path(st.__file__).parent / "static"
    addresses = ahead()
    assert [address.split("/")[-1].split(".")[0] for address in addresses] == ["DataFrame", "DeckGlJsonChart"]
    assert all((static / address).is_file() for address in addresses)
