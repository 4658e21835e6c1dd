"""What can go wrong, in one place. Every message names the file or name concerned and the cause."""

from __future__ import annotations


class GeonewsError(Exception):
    """Base of all errors that geonews raises on purpose."""


class ArticleError(GeonewsError, ValueError):
    """An article cannot be read: missing, empty, binary, wrongly encoded, broken or too long."""


class GazetteerError(GeonewsError, RuntimeError):
    """The gazetteer's data is missing, damaged or cannot be prepared."""


class StoreError(GeonewsError, RuntimeError):
    """The corpus store cannot be opened, read or written."""


class ExportError(GeonewsError, OSError):
    """An export cannot be written where it was asked for."""


class ModelError(GeonewsError, RuntimeError):
    """The language model is not installed or cannot be loaded."""


class UnknownOptionError(GeonewsError, KeyError):
    """A name was asked of a registry that does not hold it; the message lists the names that it holds."""

    def __str__(self) -> str:
        """Return the plain message (KeyError would show its repr)."""
        return str(self.args[0]) if self.args else ""
