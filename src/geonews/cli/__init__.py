"""The command line: parses arguments, then calls plain functions. Heavy rooms are imported inside commands."""
