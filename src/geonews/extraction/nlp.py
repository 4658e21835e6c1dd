"""The language model: text in, passages and evidence out. No other file imports spaCy.

Names are looked for everywhere; syntax, which costs thrice as much, only where the caller needs it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from geonews.errors import ModelError
from geonews.extraction.drafts import Draft, Word
from geonews.extraction.entities import Namer
from geonews.extraction.labels import Labels
from geonews.extraction.passages import paragraphs
from geonews.extraction.splitting import Piece, Splitter, Tokenise
from geonews.models import Evidence, Passage, Token
from geonews.syntax import passage_bounds

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Progress = Callable[[float], None]
"""Hears which share of the work is done, 0 to 1."""
_Item = TypeVar("_Item")
_Span = tuple[int, int]
_AT_ONCE = 32
"""Paragraphs or passages that go through the model together; more fill the memory and save no time."""
_FLAT = str.maketrans("\r\n", "  ")
"""Line breaks inside a wrapped paragraph become spaces, one for one, so that offsets hold."""
_PLAIN = re.compile("([A-Za-z]*[a-z])([.,]?)")
"""What the tokeniser splits nowhere but before the mark, unless it is one of its exceptions; most words are such."""
_RULES = ("attribute_ruler", "lemmatizer")
"""Components that label words by what the tagger and the parser say."""
_OWN = ("ner", "senter", *_RULES)
"""Components that run by themselves; the others make the syntax."""


class Analyser:
    """Splits a text into passages and finds names and syntax in it; loads its model once, at construction."""

    def __init__(self, model: str | None) -> None:
        """Load ``model``, an installed spaCy package; ``None`` stands for rules alone: sentences, no names, no syntax.

        A model that is not laid out as ``en_core_web_sm`` is (names and sentences found without the parser) runs
        whole, and parses everything.

        Raises:
            ModelError: the package is not installed or not loadable.

        """
        self._model = _Model(_load(model)) if model else None
        self._split = None if model else Splitter(_rules())

    def __call__(self, text: str) -> tuple[tuple[Passage, ...], Evidence]:
        """Analyse one text, syntax and all; offsets are code points of ``text``."""
        passages, evidence = self.names(text)
        return passages, self.syntax(evidence, range(len(passages)))

    def names(self, text: str, progress: Progress | None = None) -> tuple[tuple[Passage, ...], Evidence]:
        """Split one text and find its names; the tokens bear no syntax yet."""
        draft = Draft()
        for spans in _batches(paragraphs(text)):
            texts = [text[start:end].translate(_FLAT) for start, end in spans]
            if self._model:
                self._model.names(draft, spans, texts)
            if self._split:
                for (start, _), paragraph in zip(spans, texts, strict=True):
                    draft.add(start, self._split(paragraph), [])
            if progress:
                progress(spans[-1][1] / len(text))
        return draft.done()

    def syntax(self, evidence: Evidence, passages: Iterable[int], progress: Progress | None = None) -> Evidence:
        """Return the evidence with syntax for the tokens of ``passages`` (indices), as far as the model can tell it."""
        wanted = sorted(set(passages))
        return self._model.syntax(evidence, wanted, progress) if self._model and wanted else evidence


class _Model:
    """A spaCy pipeline, run by parts where its layout is known."""

    def __init__(self, language: Language) -> None:
        self._nlp = language
        parts = dict(language.components)
        self._split: Any = parts.get("senter") or parts.get("sentencizer")
        self._name = Namer(parts["ner"]) if self._split is not None and _is_apart(parts.get("ner")) else None
        self._labels = _labels(language)

    def names(self, draft: Draft, spans: Sequence[_Span], texts: Sequence[str]) -> None:
        """Add paragraphs at ``spans`` with their names to the draft."""
        docs = [self._nlp.make_doc(text) for text in texts]
        if self._name:
            self._by_parts(draft, spans, docs, self._name)
        else:
            self._whole(draft, spans, docs)

    def syntax(self, evidence: Evidence, wanted: Sequence[int], progress: Progress | None) -> Evidence:
        """Add syntax to some passages, unless all have it."""
        if self._name is None:
            return evidence
        bounds = passage_bounds(evidence.tokens)
        tokens = list(evidence.tokens)
        for done, batch in enumerate(_batches(bounds[number] for number in wanted)):
            docs = [self._doc(tokens[first:last]) for first, last in batch]
            for (first, last), doc in zip(batch, self._nlp.pipe(docs, disable=_OWN), strict=True):
                tokens[first:last] = self._labelled(tokens[first:last], doc, first)
            if progress:
                progress((done * _AT_ONCE + len(batch)) / len(wanted))
        return replace(evidence, tokens=tuple(tokens))

    def _by_parts(self, draft: Draft, spans: Sequence[_Span], docs: Sequence[Doc], name: Namer) -> None:
        split = [_words(doc) for doc in self._split.pipe(docs)]
        words = [word for each in split for word in each]
        blank = np.array([word.blank for word in words])
        final = np.array([*(word.begins for word in words[1:]), True])
        names = name(docs, blank, final)
        passed = 0
        for (start, _), each in zip(spans, split, strict=True):
            here = [found for found in names if passed <= found[0] < passed + len(each)]
            draft.add(start, each, [(first - passed, last - passed, label) for first, last, label in here])
            passed += len(each)

    def _whole(self, draft: Draft, spans: Sequence[_Span], docs: Sequence[Doc]) -> None:
        for (start, _), doc in zip(spans, self._nlp.pipe(docs, disable=_RULES), strict=True):
            first = len(draft.tokens)
            draft.add(start, _words(doc), [(name.start, name.end, name.label_) for name in doc.ents])
            draft.tokens[first:] = self._labelled(draft.tokens[first:], doc, first)

    def _labelled(self, tokens: Sequence[Token], doc: Doc, first: int) -> list[Token]:
        """Return ``tokens`` with the syntax of ``doc``, the same words; ``first`` is the index of the first."""
        rows = doc.to_array(["ORTH", "TAG", "DEP", "HEAD"])
        heads = (first + np.arange(len(rows)) + rows[:, 3].astype(np.int64)).tolist()
        labels = self._labels(list(map(tuple, rows[:, :3].tolist())))
        return [
            Token(plain.start, plain.end, plain.text, *said, head, plain.passage)
            for plain, said, head in zip(tokens, labels, heads, strict=True)
        ]

    def _doc(self, tokens: Sequence[Token]) -> Doc:
        """Return a passage as a document of its own; its words stay as they were split."""
        from spacy.tokens import Doc  # noqa: PLC0415 - loaded already

        ends = [*(following.start for following in tokens[1:]), tokens[-1].end]
        spaces = [token.end < following for token, following in zip(tokens, ends, strict=True)]
        return Doc(self._nlp.vocab, words=[token.text for token in tokens], spaces=spaces)


def _load(model: str) -> Language:
    import spacy  # noqa: PLC0415 - two seconds that a stored corpus never needs

    try:
        language = spacy.load(model)
    except (OSError, ValueError, ImportError) as cause:
        message = f"language model {model!r} cannot be loaded: {cause}"
        raise ModelError(message) from cause
    _index_lemmas(dict(language.components).get("lemmatizer"))
    return language


def _index_lemmas(lemmatizer: Any) -> None:  # noqa: ANN401 - any component that a model may hold
    """Make sets of the lists of lemmas, up to 57,000 words long, that spaCy would search anew for each new word."""
    lookups = getattr(lemmatizer, "lookups", None)
    if lookups is not None and lookups.has_table("lemma_index"):
        index = lookups.get_table("lemma_index")
        for part_of_speech, lemmas in list(index.items()):
            index[part_of_speech] = frozenset(lemmas)


def _rules() -> Tokenise:
    """Return spaCy's English tokeniser for one run of characters; nothing but the words' text is asked of it."""
    import spacy  # noqa: PLC0415
    from spacy.lang.lex_attrs import is_punct  # noqa: PLC0415
    from spacy.pipeline import Sentencizer  # noqa: PLC0415

    language = spacy.blank("en")
    vocabulary: Any = language.vocab
    tokenizer: Any = language.tokenizer
    vocabulary.lex_attr_getters = {}  # to note each new word's shape, prefix ... takes longer than to split it
    stops = frozenset(Sentencizer.default_punct_chars)
    exceptions = frozenset(tokenizer.rules)

    def tokenise(run: str) -> tuple[Piece, ...]:
        plain = _PLAIN.fullmatch(run)
        if plain and exceptions.isdisjoint((run, plain[1])):
            words = list(filter(None, plain.groups()))
        else:
            words = [token.text for token in tokenizer(run)]
        return tuple(Piece(word, word.isspace(), word in stops, word in stops or is_punct(word)) for word in words)

    return tokenise


def _labels(language: Language) -> Labels:
    from spacy.tokens import Doc  # noqa: PLC0415

    return Labels(language.vocab, [rule for name, rule in language.components if name in _RULES], Doc)


def _is_apart(recogniser: Any) -> bool:  # noqa: ANN401 - any component that a model may hold
    """Tell whether the component finds names by itself, greedily, from the three tokens that a `Namer` knows."""
    model = getattr(recogniser, "model", None)
    if model is None or not model.has_ref("lower") or recogniser.cfg.get("beam_width") != 1:
        return False
    return model.get_ref("lower").get_dim("nF") == 3 and not any("listener" in part.name for part in model.walk())  # noqa: PLR2004 - as above


def _batches(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    waiting = iter(items)
    while batch := list(islice(waiting, _AT_ONCE)):
        yield batch


def _words(doc: Doc) -> list[Word]:
    strings = doc.vocab.strings
    columns = doc.to_array(["ORTH", "IDX", "LENGTH", "IS_SPACE", "SENT_START"]).T.tolist()
    return [
        Word(at, at + size, strings[orth], bool(blank), begins == 1)
        for orth, at, size, blank, begins in zip(*columns, strict=True)
    ]
