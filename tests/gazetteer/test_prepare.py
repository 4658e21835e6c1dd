"""Unpacking the bundled tables: once, whole, and whoever else does it at the same time."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from geonews.errors import GazetteerError
from geonews.gazetteer import Gazetteer
from geonews.gazetteer.compiler import compile_tables
from geonews.gazetteer.entries import entries
from geonews.gazetteer.packing import Packing, pack, unpack
from geonews.gazetteer.prepare import prepared
from geonews.gazetteer.tables import typecode
from geonews.models import Place


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """Return a folder of compressed tables as ``build.py`` writes them."""
    folder = tmp_path / "tables"
    folder.mkdir()
    tables = compile_tables(entries([(Place("kyiv", "Kyiv", "city", "UA", 50.45, 30.52), [("Kiev", "alternate")])]))
    manifest = {}
    for name, table in tables.items():
        code = typecode(table)
        packing: Packing = "plain" if code == "B" else "steps"
        data = bytes(table)
        (folder / f"{name}.z").write_bytes(zlib.compress(pack(data, code, packing)))
        manifest[name] = {
            "typecode": code,
            "packing": packing,
            "bytes": len(data),
            "sha256": hashlib.sha256(data).hexdigest(),
        }
    (folder / "manifest.json").write_text(json.dumps({"tables": manifest}), encoding="utf-8")
    return folder


def kyiv(data: memoryview) -> str:
    return Gazetteer(data).lookup("Kiev")[0].place.name


@pytest.mark.parametrize("packing", ["plain", "planes", "steps"])
@pytest.mark.parametrize(("code", "size"), [("B", 1), ("H", 2), ("I", 4), ("i", 4)])
def test_packing_is_undone(packing: Packing, code: str, size: int) -> None:
    data = bytes(range(256)) * size
    assert unpack(pack(data, code, packing), code, packing) == data


def test_it_is_unpacked_once_and_then_only_opened(bundle: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    assert kyiv(prepared(bundle, cache)) == "Kyiv"
    (file,) = cache.iterdir()
    before = file.stat().st_mtime_ns, file.stat().st_ino
    assert kyiv(prepared(bundle, cache)) == "Kyiv"
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == before


def test_unpacking_is_announced(bundle: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    prepared(bundle, tmp_path / "cache")
    assert "unpacking the gazetteer" in caplog.text
    caplog.clear()
    prepared(bundle, tmp_path / "cache")
    assert caplog.text == ""


OPENING = """
import sys
from pathlib import Path
from geonews.gazetteer import Gazetteer
from geonews.gazetteer.prepare import prepared
print(Gazetteer(prepared(Path(sys.argv[1]), Path(sys.argv[2]))).lookup("Kiev")[0].place.name)
"""


def test_several_processes_may_do_it_at_once(bundle: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", OPENING, str(bundle), str(tmp_path / "cache")]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    assert [process.communicate(timeout=120)[0].strip() for process in running] == ["Kyiv"] * 3
    assert len(list((tmp_path / "cache").iterdir())) == 1


KILLED = """
import os, signal, sys
from pathlib import Path
import geonews.gazetteer.packing as packing
plain, count = packing.unpack, 0
def unpack(*arguments):
    global count
    count += 1
    if count == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return plain(*arguments)
packing.unpack = unpack
from geonews.gazetteer.prepare import prepared
prepared(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_a_kill_half_way_leaves_nothing_that_is_taken_for_whole(bundle: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    killed = subprocess.run([sys.executable, "-c", KILLED, str(bundle), str(cache)], check=False, timeout=120)
    assert killed.returncode == -signal.SIGKILL
    assert not list(cache.glob("*.bin"))
    assert kyiv(prepared(bundle, cache)) == "Kyiv"


def test_a_file_that_was_cut_short_or_overwritten_is_made_again(bundle: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    prepared(bundle, cache)
    (file,) = cache.iterdir()
    whole = file.read_bytes()
    for damaged in (whole[:-100], b"", b"x" * len(whole)):
        replacement = cache / "damaged"
        replacement.write_bytes(damaged)
        replacement.replace(file)
        assert kyiv(prepared(bundle, cache)) == "Kyiv"


def test_damaged_tables_are_refused_with_their_name(bundle: Path, tmp_path: Path) -> None:
    (bundle / "lat.z").write_bytes(b"no zlib stream")
    with pytest.raises(GazetteerError, match=r"lat\.z"):
        prepared(bundle, tmp_path / "cache")
    (bundle / "lat.z").write_bytes(zlib.compress(b"\0\0\0\0"))
    with pytest.raises(GazetteerError, match=r"lat\.z: wrong checksum"):
        prepared(bundle, tmp_path / "cache")
    assert not list((tmp_path / "cache").iterdir())


def test_a_cache_that_cannot_be_written_is_named(bundle: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(GazetteerError, match="file"):
        prepared(bundle, tmp_path / "file" / "cache")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the cache folder of a fresh user, who has a temporary folder of their own as well."""
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path / "home" / "geonews")
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    return tmp_path / "home"


def test_the_temporary_folder_is_the_last_resort(bundle: Path, tmp_path: Path, home: Path) -> None:
    home.write_text("in the way", encoding="utf-8")
    assert kyiv(prepared(bundle)) == "Kyiv"
    assert len(list(tmp_path.glob("temporary/geonews-*/*.bin"))) == 1


def test_the_users_cache_is_filled_even_if_the_temporary_folder_has_the_tables(bundle: Path, home: Path) -> None:
    home.write_text("in the way", encoding="utf-8")
    prepared(bundle)
    home.unlink()
    assert kyiv(prepared(bundle)) == "Kyiv"
    assert len(list(home.glob("geonews/*.bin"))) == 1


def test_a_file_that_another_process_put_there_first_is_used_where_it_cannot_be_replaced(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replace(self: Path, target: Path) -> None:
        target.write_bytes(self.read_bytes())
        message = "another process has mapped it, as Windows says"
        raise PermissionError(message)

    monkeypatch.setattr(Path, "replace", replace)
    assert kyiv(prepared(bundle, tmp_path / "cache")) == "Kyiv"
    assert [path.suffix for path in (tmp_path / "cache").iterdir()] == [".bin"]


def test_leftovers_that_another_process_sweeps_first_are_no_error(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "cache" / "gazetteer-gone.part"
    monkeypatch.setattr(Path, "glob", lambda *_: iter([gone]))
    assert kyiv(prepared(bundle, tmp_path / "cache")) == "Kyiv"


CHECKOUT = Path(__file__).resolve().parents[2]
NOT_ENFORCED = 77
READ_ONLY = f"""
import sys
from pathlib import Path
import geonews
from geonews.gazetteer import Gazetteer
root = Path(sys.argv[1])
assert Path(geonews.__file__).is_relative_to(root), geonews.__file__
try:
    (root / "gazetteer" / "tables" / "probe").touch()
except PermissionError:
    print(Gazetteer.open().lookup("Kiev")[0].place.name)
else:
    sys.exit({NOT_ENFORCED})
"""


def bound_by_permissions() -> list[str]:
    """Return what to put before a command so that permissions bind it: they do not bind root."""
    setpriv = shutil.which("setpriv")
    without = [str(setpriv), "--bounding-set=-dac_override"]
    if setpriv and os.getuid() == 0 and subprocess.run([*without, "true"], check=False).returncode == 0:
        return without
    return []


@pytest.fixture
def read_only_checkout(bundle: Path, tmp_path: Path) -> Iterator[Path]:
    """Return a copy of this checkout, with small tables, that nobody may write."""
    root = tmp_path / "checkout"
    package = Path("src") / "geonews"
    shutil.copytree(CHECKOUT / package, root / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(bundle, root / "gazetteer" / "tables")
    paths = [root, *root.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield root
    for path in paths:
        path.chmod(0o755)


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="needs Unix permissions")
def test_a_read_only_checkout_opens_and_stays_as_it_is(read_only_checkout: Path, tmp_path: Path) -> None:
    before = set(read_only_checkout.rglob("*"))
    opened = subprocess.run(
        [*bound_by_permissions(), sys.executable, "-c", READ_ONLY, str(read_only_checkout)],
        env={"HOME": str(tmp_path), "TMPDIR": str(tmp_path), "PYTHONPATH": str(read_only_checkout / "src")},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    if opened.returncode == NOT_ENFORCED:
        pytest.skip("this user may write what nobody may: permissions are not enforced here")
    assert opened.stdout.strip() == "Kyiv", opened.stderr
    assert set(read_only_checkout.rglob("*")) == before


def test_what_killed_processes_and_former_versions_left_is_swept_in_time(bundle: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    old, young = cache / "gazetteer-old.part", cache / "gazetteer-young.part"
    former = cache / "gazetteer-0123456789abcdef.bin"
    for path in (old, young, former):
        path.touch()
    for path in (old, former):
        os.utime(path, (0, 0))
    prepared(bundle, cache)
    assert (old.exists(), young.exists(), former.exists()) == (False, True, False)
