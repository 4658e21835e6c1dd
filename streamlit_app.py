"""The page where a host installs ``requirements.txt`` and nothing else, as Streamlit Community Cloud does."""

import sys
from importlib.util import find_spec
from pathlib import Path

if find_spec("geonews") is None:
    sys.path.append(str(Path(__file__).resolve().with_name("src")))

from geonews.dashboard.page import run

run()
