"""The dashboard's page: ``streamlit run app.py``."""

import sys
from importlib.util import find_spec
from pathlib import Path

if find_spec("geonews") is None:  # a host that installs requirements.txt and nothing else
    sys.path.append(str(Path(__file__).resolve().with_name("src")))

from geonews.dashboard.page import run

run()
