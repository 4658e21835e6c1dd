"""The only reader of articles: files, texts and addresses in, articles (and what is wrong with the rest) out."""

from geonews.corpus.files import SUFFIXES, read_stream
from geonews.corpus.online import MOST_ENTRIES, read_address
from geonews.corpus.plain import pasted
from geonews.corpus.reader import read
from geonews.corpus.samples import sample

__all__ = ["MOST_ENTRIES", "SUFFIXES", "pasted", "read", "read_address", "read_stream", "sample"]
