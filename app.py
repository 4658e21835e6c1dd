"""The dashboard's page: ``streamlit run app.py``."""

from geonews.dashboard.page import run

run()
