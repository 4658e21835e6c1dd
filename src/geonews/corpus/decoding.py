"""Bytes to text, strictly: a wrong guess would shift every offset and garble every quote."""

from __future__ import annotations

import codecs
import re
import unicodedata

from geonews.errors import ArticleError

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NO_TEXT = frozenset({"Cc", "Cn", "Co", "Cs"})
"""Categories of characters that no article holds: controls (white space apart), unassigned, private, half ones."""
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_HEAD = 4096
_AS_BROWSERS_READ = {"iso-8859-1": "windows-1252", "latin1": "windows-1252", "us-ascii": "windows-1252"}


def decode(data: bytes, name: str, encoding: str = "utf-8") -> str:
    """Decode ``data`` verbatim (line ends kept, byte order mark removed): UTF-8, or UTF-16 with or without its mark.

    Raises ``ArticleError`` naming the input ``name`` for empty, binary and wrongly encoded data.
    """
    if data.startswith(_UTF16_MARKS):
        text = _strictly(data, name, "utf-16")
    elif b"\0" in data:
        text = _bare_utf16(data)
    else:
        text = _strictly(data.removeprefix(codecs.BOM_UTF8), name, encoding, len(data))
    if "\0" in text or data.startswith(b"%PDF-"):
        message = f"{name}: is binary, not text"
        raise ArticleError(message)
    if not text.strip():
        message = f"{name}: is empty"
        raise ArticleError(message)
    return text


def decode_html(data: bytes, name: str, charset: str | None = None) -> str:
    """Decode a page as its server says (``charset``) or it declares itself (``<meta charset>``), else as ``decode``.

    The same errors.
    """
    declared = _DECLARED.search(data[:_HEAD])
    if data.startswith((codecs.BOM_UTF8, *_UTF16_MARKS)) or (declared is None and charset is None):
        return decode(data, name)
    encoding = (charset or (declared[1].decode("ascii", "replace") if declared else "")).lower()
    encoding = _AS_BROWSERS_READ.get(encoding, encoding)
    try:
        codecs.lookup(encoding).decode(b"")
    except (LookupError, ValueError) as error:
        message = f"{name}: declares the unknown encoding {encoding!r}"
        raise ArticleError(message) from error
    return decode(data, name, encoding)


def _bare_utf16(data: bytes) -> str:
    """Decode UTF-16 without a byte order mark, or return a NUL where the bytes are no text in it.

    Latin letters, digits, spaces and punctuation have a zero for their upper byte, which tells the order.
    """
    is_little = data[1::2].count(0) > data[0::2].count(0)
    text = data.decode("utf-16-le" if is_little else "utf-16-be", "replace")
    is_text = all(unicodedata.category(char) not in _NO_TEXT or char.isspace() for char in text)
    return text if is_text and "\N{REPLACEMENT CHARACTER}" not in text else "\0"


def _strictly(data: bytes, name: str, encoding: str, whole: int | None = None) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        offset = error.start + (0 if whole is None else whole - len(data))
        message = (
            f"{name}: is not {encoding.upper()} (byte 0x{data[error.start]:02x} at offset {offset});"
            " convert it first, for example with `iconv -f WINDOWS-1252 -t UTF-8`"
        )
        raise ArticleError(message) from error
