"""The only reader of article files: paths in, articles (and what is wrong with the rest) out."""

from geonews.corpus.reader import SUFFIXES, read
from geonews.corpus.samples import sample

__all__ = ["SUFFIXES", "read", "sample"]
