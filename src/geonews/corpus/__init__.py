"""The only reader of article files, pages and feeds. Knows nothing of how articles are parsed or stored."""
