"""Models in, models out; the only SQL. Knows nothing of how an article was parsed."""
