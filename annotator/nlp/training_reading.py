"""What spaCy reads of a ``.spacy`` file, a few texts at a time, and whether it is what was written.

``DocBin.from_disk`` holds a whole file in memory, many times over. So the file is unpacked beside its place and handed
to ``DocBin`` in pieces, each as a small file of the same form; what is in it, spaCy alone reads.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from annotator.core.tokens import TokenGrid
from annotator.nlp import tokenizer
from annotator.nlp.training_data import MISSING, Example, token_range

_AT_ONCE = 200
_CHUNK = 2**20
_HEAD = 4096
_LARGE = ("tokens", "spaces")
_FLAGS = {"has_unknown_spaces": False}


class UnlikeError(Exception):
    """A file is not of the form that was written."""


@dataclass(frozen=True, slots=True)
class Reread:
    """What spaCy reads of one text in a ``.spacy`` file.

    Attributes:
        text: the text.
        tokens: ``(start, end)`` of each token.
        spans: ``(start, end, label)`` of each entity.
        unknown: indices of the tokens of which it is not known whether they are entities.
        groups: ``(start, end, label)`` of each span in each group of spans, by its name.
    """

    text: str
    tokens: TokenGrid
    spans: list[tuple[int, int, str]]
    unknown: list[int]
    groups: dict[str, list[tuple[int, int, str]]] = field(default_factory=dict)


def read_back(path: Path) -> Iterator[Reread]:
    """Yield what spaCy reads of a file, text by text.

    Raises:
        UnlikeError: it is no whole file of the form that `annotator.nlp.training_data` writes.
    """
    from spacy.attrs import ENT_IOB, IDX, LENGTH, ORTH, SPACY

    words: dict[int, str] = {}
    for doc in _docs(path):
        orths, spaces, starts, lengths, iob = doc.to_array([ORTH, SPACY, IDX, LENGTH, ENT_IOB]).T
        keys = orths.tolist()
        words |= {key: doc.vocab.strings[key] for key in set(keys).difference(words)}
        # What `Doc.text` does token by token, in a fifth of the time.
        text = "".join(
            [words[key] + " " if space else words[key] for key, space in zip(keys, spaces.tolist(), strict=True)]
        )
        yield Reread(
            text,
            tokenizer.grid_of(starts, lengths),
            [(each.start_char, each.end_char, each.label_) for each in doc.ents],
            (iob == MISSING).nonzero()[0].tolist(),
            {
                name: [(each.start_char, each.end_char, each.label_) for each in group]
                for name, group in doc.spans.items()
            },
        )


def _docs(path: Path) -> Iterator[Any]:
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab
    from srsly import msgpack_dumps

    with TemporaryFile(dir=path.parent) as spool:
        parts = _Parts(path, spool)
        vocab = Vocab()
        for string in parts.strings:
            vocab.strings.add(string)
        for at in range(0, len(parts.lengths), _AT_ONCE):
            lengths = parts.lengths[at : at + _AT_ONCE]
            piece = {
                "version": parts.version,
                "attrs": parts.attrs,
                "tokens": parts.next_of("tokens", 8 * len(parts.attrs) * sum(lengths)),
                "spaces": parts.next_of("spaces", sum(lengths)),
                "lengths": lengths.tobytes(),
                "strings": [],
                "cats": [{}] * len(lengths),
                "flags": [_FLAGS] * len(lengths),
                "span_groups": list(islice(parts.groups, len(lengths))),
            }
            packed = zlib.compress(msgpack_dumps(piece), 0)
            yield from DocBin().from_bytes(packed).get_docs(vocab)


class _Parts:
    """The parts of a file, read where they are needed.

    Args:
        path: the file.
        spool: where it is unpacked to.
    """

    def __init__(self, path: Path, spool: IO[bytes]) -> None:
        self._spool = spool
        self._at: dict[str, int] = {}
        _unpack(path, spool)
        spool.seek(0)
        head: dict[str, Any] = {}
        at = 0
        first = self._unpacker(at)
        keys = first.read_map_header()
        at = first.tell()
        while len(self._at) < len(_LARGE):
            piece = self._unpacker(at)
            name = piece.unpack()
            if name in _LARGE:
                at += piece.tell()
                spool.seek(at + 1)  # past the sign that bytes follow
                self._at[name] = at + 5
                at += 5 + int.from_bytes(spool.read(4), "big")
            else:
                head[name] = piece.unpack()
                at += piece.tell()
        self.version: str = head["version"]
        self.attrs: list[int] = head["attrs"]
        from srsly.msgpack import Unpacker

        spool.seek(at)
        rest = Unpacker(spool, raw=False, use_list=True)
        self.lengths = array("i")
        self.strings: list[str] = []
        for _ in range(keys - len(head) - len(_LARGE) - 1):
            name = rest.unpack()
            if name == "lengths":
                self.lengths.frombytes(rest.unpack())
            elif name == "strings":
                self.strings = rest.unpack()
            else:
                self._require_same(rest, {} if name == "cats" else _FLAGS)
        if rest.unpack() != "span_groups" or rest.read_array_header() != len(self.lengths):
            raise UnlikeError
        self.groups: Iterator[bytes] = self._own(at + rest.tell())

    def next_of(self, name: str, length: int) -> bytes:
        """Return the next bytes of a large part."""
        self._spool.seek(self._at[name])
        self._at[name] += length
        return self._spool.read(length)

    def _own(self, at: int) -> Iterator[bytes]:
        """Yield one thing after the other from a place on, whoever else reads in between."""
        from srsly.msgpack import Unpacker

        unpacker = Unpacker(raw=False)
        left = len(self.lengths)
        while left:
            self._spool.seek(at)
            read = self._spool.read(_CHUNK)
            if not read:
                raise UnlikeError
            at += len(read)
            unpacker.feed(read)
            for each in unpacker:
                left -= 1
                yield each

    def _require_same(self, rest: Any, expected: dict[str, Any]) -> None:
        count = rest.read_array_header()
        if count != len(self.lengths) or any(rest.unpack() != expected for _ in range(count)):
            raise UnlikeError

    def _unpacker(self, at: int) -> Any:
        from srsly.msgpack import Unpacker

        self._spool.seek(at)
        unpacker = Unpacker(raw=False)
        unpacker.feed(self._spool.read(_HEAD))
        return unpacker


def _unpack(path: Path, spool: IO[bytes]) -> None:
    decompress = zlib.decompressobj()
    with path.open("rb") as file:
        for read in iter(lambda: file.read(_CHUNK), b""):
            spool.write(decompress.decompress(read))
    spool.write(decompress.flush())
    if not decompress.eof:
        raise UnlikeError


def agrees(reread: Reread, example: Example, *, span_group: str | None = None) -> bool:
    """Tell whether spaCy read exactly what an example says.

    Args:
        reread: what it read.
        example: what was written.
        span_group: name of the group of spans that holds the spans too.
    """
    spans = list(example.spans)
    return (
        reread.text == example.text
        and reread.tokens == example.grid
        and reread.spans == spans
        and reread.unknown == _unknown_tokens(example)
        and reread.groups == ({} if span_group is None else {span_group: spans})
    )


def _unknown_tokens(example: Example) -> list[int]:
    """Return the indices of the tokens an example does not speak of."""
    if example.complete and not example.unknown:
        return []
    count = len(example.grid)
    unknown = [not example.complete] * count
    for start, end in example.unknown:
        inside = token_range(example.grid, start, end)
        unknown[inside] = [True] * (inside.stop - inside.start)
    for start, end, _ in example.spans:
        inside = token_range(example.grid, start, end)
        unknown[inside] = [False] * (inside.stop - inside.start)
    return [index for index, is_unknown in enumerate(unknown) if is_unknown]
