"""Rows -> HTML, one file a piece of the page. Pure; all that comes from an article goes through ``escape``."""
