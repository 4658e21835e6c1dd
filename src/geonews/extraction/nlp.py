"""The language model: text in, passages and evidence out. No other file imports spaCy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geonews.errors import ModelError
from geonews.extraction.passages import paragraphs
from geonews.models import Evidence, NamedSpan, Passage, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken


class Analyser:
    """Splits a text into passages and describes its syntax; loads its model once, at construction."""

    def __init__(self, model: str) -> None:
        """Load ``model``, an installed spaCy package.

        Raises:
            ModelError: the package is not installed or not loadable.

        """
        self._nlp = _load(model)

    def __call__(self, text: str) -> tuple[tuple[Passage, ...], Evidence]:
        """Analyse one text; offsets are code points of ``text``."""
        spans = list(paragraphs(text))
        docs = self._nlp.pipe(text[start:end].translate(_FLAT) for start, end in spans)
        collected = _Collector()
        for (start, _), doc in zip(spans, docs, strict=True):
            collected.take(doc, start)
        return tuple(collected.passages), Evidence(tuple(collected.tokens), tuple(collected.names))


def _load(model: str) -> Language:
    import spacy  # noqa: PLC0415 - two seconds that a stored corpus never needs

    try:
        return spacy.load(model)
    except (OSError, ValueError, ImportError) as cause:
        message = f"language model {model!r} cannot be loaded: {cause}"
        raise ModelError(message) from cause


_FLAT = str.maketrans("\r\n", "  ")
"""Line breaks inside a wrapped paragraph become spaces, one for one, so that offsets hold."""


class _Collector:
    """Gathers the paragraphs' docs into article-wide tokens, names and passages."""

    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self.tokens: list[Token] = []
        self.names: list[NamedSpan] = []

    def take(self, doc: Doc, offset: int) -> None:
        first = len(self.tokens)
        for sentence in doc.sents:
            words = [token for token in sentence if not token.is_space]
            if words:
                self.passages.append(Passage(offset + words[0].idx, offset + words[-1].idx + len(words[-1])))
            passage = max(len(self.passages) - 1, 0)
            self.tokens.extend(_token(token, offset, first, passage) for token in sentence)
        self.names.extend(NamedSpan(first + ent.start, first + ent.end, ent.label_) for ent in doc.ents)


def _token(token: SpacyToken, offset: int, first: int, passage: int) -> Token:
    return Token(
        start=offset + token.idx,
        end=offset + token.idx + len(token),
        text=token.text,
        lemma=token.lemma_,
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_,
        head=first + token.head.i,
        passage=passage,
    )
