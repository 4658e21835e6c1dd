"""The page. The only room that knows Streamlit, pydeck and pandas; no judgement lives here."""
