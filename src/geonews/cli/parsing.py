"""How a command parses: one parser a process, side by side if asked for, with progress on stderr."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geonews.cli.batch import Batch, Display

if TYPE_CHECKING:
    from geonews.models import Article, ParsedArticle
    from geonews.pipeline import Geoparser


def parses(
    articles: Iterable[Article],
    batch: Batch,
    *,
    overlay: Path | None,
    jobs: int,
    **chosen: Any,  # noqa: ANN401 - the parser's own options
) -> Iterator[ParsedArticle]:
    """Parse lazily with ``jobs`` processes (0: one a core); what fails is said, counted in the batch and left out."""
    from geonews.parallel import parse_all  # noqa: PLC0415 - keeps --help fast

    display = Display("articles read:")
    make = partial(_parser, overlay, **chosen)
    found = parse_all(articles, make, jobs=jobs or os.cpu_count() or 1, told=display.told)
    return display.counted(batch.watched(batch.readable(found)))


def _parser(overlay: Path | None, **chosen: Any) -> Geoparser:  # noqa: ANN401 - as above
    """Make the parser of one process.

    It stays until the process ends, so the garbage collector is told to pass over it: that saves some 5 % with --fast.
    Only the owner of a process may decide so: the command line does, ``Geoparser`` leaves the collector alone.
    """
    from geonews.gazetteer import Gazetteer  # noqa: PLC0415
    from geonews.pipeline import Geoparser  # noqa: PLC0415

    parser = Geoparser(gazetteer=Gazetteer.open(overlay), **chosen)
    gc.collect()
    gc.freeze()
    return parser
