"""What a ``.spacy`` file of anybody holds, read by spaCy a few texts at a time: entities, groups of spans, categories.

spaCy is given words, blanks, entities and groups alone. What else such a file says of tokens is not wanted here, and
numbers that are none of spaCy's (the head of a token, say) could do harm in it.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from annotator.nlp.docbin_parts import Parts, UnreadableError

__all__ = ["Document", "UnreadableError", "documents"]

_TOKENS_AT_ONCE = 200_000
_TEXTS_AT_ONCE = 200
_NO_CUSTOM = (None, b"\x80")
"""What a text without attributes of its own has for them: nothing, or an empty map."""


@dataclass(frozen=True, slots=True)
class Document:
    """One text of the file.

    Attributes:
        text: the text.
        words: its tokens, white space included.
        guessed_blanks: whether the file does not know which blanks lay between the tokens.
        entities: ``(start, end, label)`` of each, in code points.
        groups: the same of each group of spans, by its name.
        unknown: how many tokens there are of which nobody said whether they are in an entity.
        links: how many entities are linked to a knowledge base.
        cats: categories of the whole text.
        custom: whether it has attributes that somebody made up (``Doc._``).
    """

    text: str
    words: tuple[str, ...]
    guessed_blanks: bool
    entities: tuple[tuple[int, int, str], ...]
    groups: Mapping[str, tuple[tuple[int, int, str], ...]]
    unknown: int
    links: int
    cats: Mapping[str, Any]
    custom: bool = False


def documents(path: Path) -> Iterator[Document | UnreadableError]:
    """Yield the texts of a file one after the other; one that spaCy cannot read as the error it makes of it.

    Raises:
        UnreadableError: the file cannot be read on; what came before is good.
        OSError: it cannot be read.
    """
    try:
        with closing(Parts(path)) as parts:
            yield from _read(parts)
    except (OSError, UnreadableError):
        raise
    except Exception as error:  # msgpack raises whatever comes of bytes that are none of its own
        raise _unreadable(error) from error


def _unreadable(error: Exception) -> UnreadableError:
    return UnreadableError(" ".join(str(error).split())[:80] or type(error).__name__)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A few texts.

    Attributes:
        tokens: the wanted numbers of each token, text after text.
        spaces: whether a blank follows each token.
        lengths: how many tokens each text has.
        groups: the groups of spans of each text, packed.
        cats: the categories of each text.
        flags: what else is said of each text.
        custom: whether each text has attributes that somebody made up.
    """

    tokens: bytes
    spaces: bytes
    lengths: list[int]
    groups: list[bytes]
    cats: list[dict[str, Any]]
    flags: list[dict[str, Any]]
    custom: list[bool]

    def single(self, width: int) -> Iterator[_Piece]:
        """Yield each text alone."""
        at = 0
        for index, length in enumerate(self.lengths):
            only = slice(index, index + 1)
            yield _Piece(
                self.tokens[8 * width * at : 8 * width * (at + length)],
                self.spaces[at : at + length],
                self.lengths[only],
                self.groups[only],
                self.cats[only],
                self.flags[only],
                self.custom[only],
            )
            at += length


def _read(parts: Parts) -> Iterator[Document | UnreadableError]:
    from spacy.attrs import ENT_IOB, ENT_KB_ID, ENT_TYPE, ORTH
    from spacy.vocab import Vocab

    vocab = Vocab()
    for string in parts.strings:
        vocab.strings.add(string)
    wanted = [each for each in (int(ORTH), int(ENT_IOB), int(ENT_TYPE), int(ENT_KB_ID)) if each in parts.attributes]
    if int(ORTH) not in wanted:
        raise UnreadableError("without words")
    for piece in _pieces(parts, [parts.attributes.index(each) for each in wanted]):
        try:
            yield from list(_documents(piece, wanted, vocab))
        except Exception:  # spaCy raises whatever comes of numbers that are none of its own: which text is it?
            for single in piece.single(len(wanted)):
                try:
                    yield from list(_documents(single, wanted, vocab))
                except Exception as error:
                    yield _unreadable(error)


def _pieces(parts: Parts, columns: list[int]) -> Iterator[_Piece]:
    """Yield the texts of a file, a few at a time, with the wanted columns of their tokens."""
    import numpy

    width = len(parts.attributes)
    groups, cats, flags, custom = (parts.each(name) for name in ("span_groups", "cats", "flags", "user_data"))
    at = first = 0
    while first < len(parts.lengths):
        lengths = _some(parts.lengths, first)
        count = sum(lengths)
        read = numpy.frombuffer(parts.read("tokens", 8 * width * at, 8 * width * count), dtype="uint64")
        size = len(lengths)
        yield _Piece(
            read.reshape((count, width))[:, columns].tobytes(),
            parts.read("spaces", at, count),
            lengths,
            [each if isinstance(each, bytes) else b"" for each in islice(groups, size)],
            [each if isinstance(each, dict) else {} for each in islice(cats, size)],
            [each if isinstance(each, dict) else {} for each in islice(flags, size)],
            [each not in _NO_CUSTOM for each in islice(custom, size)],
        )
        first += size
        at += count


def _some(lengths: array[int], first: int) -> list[int]:
    """Return the lengths of as many texts as are read at once, at least one."""
    found: list[int] = []
    tokens = 0
    for length in lengths[first : first + _TEXTS_AT_ONCE]:
        tokens += length
        if found and tokens > _TOKENS_AT_ONCE:
            break
        found.append(length)
    return found


def _documents(piece: _Piece, attributes: list[int], vocab: Any) -> Iterator[Document]:
    from spacy.tokens import DocBin
    from srsly import msgpack_dumps

    content = {
        "version": "0.1",
        "attrs": attributes,
        "tokens": piece.tokens,
        "spaces": piece.spaces,
        "lengths": array("i", piece.lengths).tobytes(),
        "strings": [],
        "cats": piece.cats,
        "flags": piece.flags,
        "span_groups": piece.groups,
    }
    docs = DocBin().from_bytes(zlib.compress(msgpack_dumps(content), 0)).get_docs(vocab)
    for doc, custom in zip(docs, piece.custom, strict=True):
        yield _document(doc, custom=custom)


def _document(doc: Any, *, custom: bool) -> Document:
    from spacy.attrs import ENT_IOB

    def told(spans: Any) -> tuple[tuple[int, int, str], ...]:
        return tuple((each.start_char, each.end_char, each.label_) for each in spans)

    return Document(
        doc.text,
        tuple(token.text for token in doc),
        bool(doc.has_unknown_spaces),
        told(doc.ents),
        {name: told(group) for name, group in doc.spans.items()},
        int((doc.to_array([ENT_IOB]) == 0).sum()) if len(doc) else 0,
        sum(bool(each.kb_id) for each in doc.ents),
        dict(doc.cats),
        custom,
    )
