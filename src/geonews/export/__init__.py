"""Parsed articles to files that others read: the JSON contract, GeoJSON, CSV. Used by dashboard and command line."""
