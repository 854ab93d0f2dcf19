"""What a ``.spacy`` file of anybody holds, read by spaCy: texts with their entities and groups of spans."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LARGEST = 2**30
"""How many bytes such a file may have once it is unpacked; spaCy holds it whole."""

_CHUNK = 2**20


class UnreadableError(Exception):
    """The file is none that spaCy reads, or larger than `LARGEST`."""


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
    """

    text: str
    words: tuple[str, ...]
    guessed_blanks: bool
    entities: tuple[tuple[int, int, str], ...]
    groups: Mapping[str, tuple[tuple[int, int, str], ...]]
    unknown: int
    links: int
    cats: Mapping[str, Any]


def documents(path: Path) -> Iterator[Document]:
    """Yield the texts of a file one after the other.

    Raises:
        UnreadableError: spaCy cannot read it; what came before is good.
        OSError: it cannot be read.
    """
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    packed = _checked(path)
    try:
        docs = DocBin().from_bytes(packed).get_docs(Vocab())
        for doc in docs:
            yield _document(doc)
    except OSError:
        raise
    except Exception as error:  # spaCy and msgpack raise whatever comes of bytes that are none of theirs
        raise UnreadableError(" ".join(str(error).split())[:80] or type(error).__name__) from error


def _checked(path: Path) -> bytes:
    """Return the bytes of a file that do not grow beyond all bounds when they are unpacked."""
    packed = path.read_bytes()
    unpacking, size, rest = zlib.decompressobj(), 0, packed
    try:
        while rest and not unpacking.eof:
            size += len(unpacking.decompress(rest, _CHUNK))
            rest = unpacking.unconsumed_tail
            if size > LARGEST:
                raise UnreadableError(f"larger than {LARGEST // 2**20} MB")
    except zlib.error as error:
        raise UnreadableError("not packed as spaCy packs") from error
    return packed


def _document(doc: Any) -> Document:
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
    )
