"""Reads the pinned packages and merges them, for ``build.py``."""
