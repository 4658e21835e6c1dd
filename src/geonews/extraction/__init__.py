"""Text in, marked spans out: passages, syntax, toponyms, figures. The only room that knows spaCy; no Doc leaves it."""
