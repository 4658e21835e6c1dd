"""The user's own places, names and corrections."""

from __future__ import annotations

from pathlib import Path

import pytest

from geonews.errors import GazetteerError
from geonews.gazetteer import Gazetteer
from geonews.gazetteer.overlay import read_overlay

HEAD = "action,name,place,kind,country,admin1,lat,lon,form,rank,note\n"


def changed(tmp_path: Path, tables: memoryview, *lines: str) -> Gazetteer:
    path = tmp_path / "mine.csv"
    path.write_text(HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return Gazetteer(tables, read_overlay(path))


def ids(gazetteer: Gazetteer, name: str) -> list[str]:
    return [candidate.place.id for candidate in gazetteer.lookup(name)]


def test_a_desk_adds_its_checkpoint_with_a_nickname(tmp_path: Path, tables: memoryview, world: Gazetteer) -> None:
    mine = changed(
        tmp_path,
        tables,
        "place,Checkpoint Cedar,cedar,site,UA,,48.5,37.5,,,",
        "name,The Cedar,cedar,,,,,,colloquial,,",
    )
    assert ids(mine, "checkpoint cedar") == ["cedar"]
    assert [(c.place.id, c.form) for c in mine.lookup("Cedar")] == [("cedar", "colloquial")]
    assert mine.spans(["At", "Checkpoint", "Cedar"]) == [(1, 3), (2, 3)]
    place = mine.place("cedar")
    assert place is not None
    assert (place.lat, place.lon, place.country) == (48.5, 37.5, "UA")
    assert ids(mine, "Paris") == ids(world, "Paris")


def test_a_known_place_gets_a_further_name(tmp_path: Path, tables: memoryview) -> None:
    mine = changed(tmp_path, tables, "name,City of Light,gn:4,,,,,,colloquial,,")
    assert ids(mine, "City of Light") == ["gn:4"]
    assert ids(mine, "Paris") == ["gn:4", "gn:5"]


def test_a_name_is_hidden_for_one_place_or_for_all(tmp_path: Path, tables: memoryview) -> None:
    assert ids(changed(tmp_path, tables, "suppress,Paris,gn:4,,,,,,,,"), "Paris") == ["gn:5"]
    mine = changed(tmp_path, tables, "suppress,Engels,,,,,,,,,")
    assert mine.lookup("Engels") == ()
    assert mine.spans(["Engels", "and", "Kyiv"]) == [(2, 3)]


def test_a_place_is_moved_in_the_ranking(tmp_path: Path, tables: memoryview) -> None:
    assert ids(changed(tmp_path, tables, "rank,Paris,gn:5,,,,,,,1,"), "Paris") == ["gn:5", "gn:4"]


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("place,Nowhere,,site,UA,,95,37,,,", "lat"),
        ("place,Nowhere,,site,UA,,x,37,,,", "lat"),
        ("place,Nowhere,,castle,UA,,48,37,,,", "castle"),
        ("place,Nowhere,,site,Ukraine,,48,37,,,", "ISO"),
        ("place,,,site,UA,,48,37,,,", "name"),
        ("rename,Kyiv,gn:8,,,,,,,,", "rename"),
        ("name,Kyiv,,,,,,,,,", "id"),
        ("name,Kyiv,gn:8,,,,,,nickname,,", "nickname"),
        ("rank,Kyiv,gn:8,,,,,,,0,", "position"),
        ("name,Kyivgrad,gn:404,,,,,,,,", "gn:404"),
        ("rank,Kyiv,gn:404,,,,,,,1,", "gn:404"),
    ],
)
def test_a_bad_row_is_refused_with_its_line(tmp_path: Path, tables: memoryview, line: str, cause: str) -> None:
    with pytest.raises(GazetteerError, match=rf"mine\.csv:3: .*{cause}"):
        changed(tmp_path, tables, "name,Kyivka,gn:8,,,,,,,,", line)


def test_unknown_columns_and_missing_files_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text("name,latitude\nKyiv,50\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"mine\.csv:1"):
        read_overlay(path)
    with pytest.raises(GazetteerError, match=r"absent\.csv"):
        read_overlay(tmp_path / "absent.csv")
