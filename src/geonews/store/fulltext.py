"""From what a reader types to an FTS5 query that cannot fail."""

from __future__ import annotations

import re

_PART = re.compile(r'"([^"]*)"|([^\s"]+)')
_MOST_PARTS = 64  # FTS5 refuses expressions without end


def match_query(typed: str) -> str | None:
    """Return the FTS5 query for all words and ``"phrases"`` of ``typed``; ``None`` when it holds none.

    Every part is quoted, so that FTS5's own operators are plain words; an unbalanced quote is dropped, as are the parts
    after the 64th.
    """
    storable = typed.replace("\0", " ").encode("utf-8", "ignore").decode("utf-8")
    parts = (phrase.strip() or word for phrase, word in _PART.findall(storable))
    quoted = [f'"{part}"' for part in parts if part][:_MOST_PARTS]
    return " ".join(quoted) or None
