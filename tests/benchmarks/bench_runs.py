"""What a run of the page costs the server alone: ``python tests/benchmarks/bench_runs.py FILE``.

FILE is a store, such as ``synthetic.py`` makes. The page is run without a browser, once for each address below, none of
which was asked before; processor time of all that the server does, prints each and the median of the filters, asserts
nothing.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from pathlib import Path

from streamlit.testing.v1 import AppTest

from geonews.dashboard import cache, fetched
from geonews.dashboard.panels.frame import SIZE
from geonews.store import EVERYTHING

APP = Path(__file__).resolve().parents[2] / "app.py"
FILTERS: list[dict[str, str | list[str]]] = [
    {"from": "2025-03-01", "to": "2025-03-20"},
    {"from": "2024-03-01", "to": "2025-10-20"},
    {"q": '"near"'},
    {"publisher": "Publisher 3"},
    {"country": "UA"},
    {"kind": "sea"},
    {"sure": "70"},
    {"figure": "troops"},
    {"owner": "Country 3"},
    {"status": "done"},
    {"use": ["literal", "metonymic"]},
    {"undated": "only"},
    {"country": "PL", "figure": "ships"},
]


def run(page: AppTest, query: dict[str, str | list[str]]) -> float:
    """Return the seconds of processor time that the page takes at an address."""
    page.query_params.clear()
    page.query_params.update(query)
    started = time.process_time()
    page.run()
    spent = time.process_time() - started
    sys.stdout.write(f"{query or 'the whole corpus'!s:64} {spent:6.2f} s\n")
    return spent


def main(store: Path) -> None:
    """Measure and print."""
    os.environ["GEONEWS_STORE"] = str(store)
    fetched.address = lambda base, content: f"{base}{len(content)}"  # there is no server to fetch from
    page = AppTest.from_file(str(APP), default_timeout=300)
    page.session_state[SIZE] = {"width": 640, "height": 460, "narrow": False}
    run(page, {})
    run(page, {})
    places = cache.open_corpus(lambda _done, _all: None).places(EVERYTHING)
    clicks = [run(page, {"place": row.place.id}) for row in places[10:20]]
    filters = [run(page, query) for query in FILTERS]
    sys.stdout.write(
        f"median: a place {statistics.median(clicks):.2f} s, a filter {statistics.median(filters):.2f} s\n"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
