"""spaCy's own file of training data, ``.spacy``: written quickly and in little memory, read back by spaCy itself.

``DocBin.add`` looks up nine attributes of every token as text; entities need the word and three numbers. So the file
is written here, in the form `spacy.tokens.DocBin` defines: zlib over one msgpack map with the tokens of all texts
one after the other as 64-bit numbers. A token after a line end is said to begin a sentence, and nothing is said of
the others, so that training can take long articles paragraph by paragraph (``gold_preproc``). Nothing counts as
written before `annotator.nlp.training_reading` has had spaCy read it.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from annotator.core.errors import UserError
from annotator.core.tokens import TokenGrid

MAX_CHARACTERS = 1_000_000
"""Stock spaCy refuses longer texts (``nlp.max_length``), and training with them ends there."""

MISSING, _INSIDE, _OUTSIDE, _BEGIN = range(4)  # as spaCy counts them in ENT_IOB
_CHUNK = 2**20
_FAST = 1  # of zlib: a fifth larger than its default, in a third of the time


@dataclass(frozen=True, slots=True)
class Example:
    """One text to train on.

    Attributes:
        text: the text.
        grid: its tokens, by the project's tokenizer; only single blanks lie between them.
        spans: ``(start, end, label)`` in text order, on the grid, without overlaps.
        unknown: ``(start, end)`` of stretches on the grid of which it is not known whether they are entities;
            training then learns nothing from them.
        complete: whether every token outside the spans is known to be no entity; otherwise all those are unknown.
    """

    text: str
    grid: TokenGrid
    spans: Sequence[tuple[int, int, str]]
    unknown: Sequence[tuple[int, int]] = ()
    complete: bool = True


@contextmanager
def spacy_file(path: Path, *, span_group: str | None = None) -> Iterator[SpacyFile]:
    """Give a ``.spacy`` file to write; it is at ``path``, whole, when the block ends without an error.

    Token data waits in temporary files beside it, not in memory.

    Args:
        path: where the file is to be.
        span_group: name of the group of ``doc.spans`` to put the spans in besides the entities.

    Raises:
        UserError: there is more text than one such file can hold.
    """
    place = path.parent
    with TemporaryFile(dir=place) as tokens, TemporaryFile(dir=place) as spaces, TemporaryFile(dir=place) as groups:
        file = SpacyFile(tokens, spaces, groups, span_group)
        yield file
        file.write_to(path)


class SpacyFile:
    """A ``.spacy`` file being written.

    Args:
        tokens: where the numbers of the tokens are put until all are there.
        spaces: where it is put whether a blank follows each token.
        groups: where the groups of spans are put.
        span_group: name of the group to put the spans in besides the entities, or None for none.
    """

    def __init__(self, tokens: IO[bytes], spaces: IO[bytes], groups: IO[bytes], span_group: str | None = None) -> None:
        from spacy.tokens import DocBin

        self._form = DocBin(attrs=["ORTH", "ENT_IOB", "ENT_TYPE", "SENT_START"])
        self._hashes = _Hashes()
        self._lengths = array("i")
        self._tokens = tokens
        self._spaces = spaces
        self._groups = groups
        self._span_group = span_group

    def __len__(self) -> int:
        return len(self._lengths)

    def add(self, example: Example) -> None:
        """Write one text."""
        import numpy
        from srsly import msgpack_dumps

        text, starts, ends = example.text, example.grid.starts, example.grid.ends
        count = len(starts)
        words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        tokens = numpy.zeros((count, 4), dtype="uint64")
        tokens[:, 0] = numpy.fromiter(map(self._hashes.__getitem__, words), dtype="uint64", count=count)
        tokens[:, 1] = _OUTSIDE if example.complete else MISSING
        for start, end in example.unknown:
            tokens[token_range(example.grid, start, end), 1] = MISSING
        for start, end, label in example.spans:
            inside = token_range(example.grid, start, end)
            tokens[inside, 1] = _INSIDE
            tokens[inside.start, 1] = _BEGIN
            tokens[inside, 2] = self._hashes[label]
        at = text.find("\n")
        while at >= 0:
            after = bisect_right(starts, at)
            if after < count and tokens[after, 1] != _INSIDE:
                tokens[after, 3] = 1
            at = text.find("\n", at + 1)
        following = numpy.append(numpy.asarray(starts[1:], dtype="int64"), len(text))
        spaces = following > numpy.asarray(ends, dtype="int64")
        self._tokens.write(tokens.tobytes())
        self._spaces.write(spaces.tobytes())
        self._lengths.append(count)
        if self._span_group is not None:
            ranges = [token_range(example.grid, start, end) for start, end, _ in example.spans]
            packed = [
                _SPAN.pack(0, 0, self._hashes[label], inside.start, inside.stop, start, end)
                for inside, (start, end, label) in zip(ranges, example.spans, strict=True)
            ]
            group = msgpack_dumps({"name": self._span_group, "attrs": {}, "spans": packed})
            self._groups.write(msgpack_dumps(msgpack_dumps({group: [self._span_group]})))

    def write_to(self, path: Path) -> None:
        """Put all that was added into a file.

        Raises:
            UserError: there is more text than one such file can hold.
        """
        from srsly import msgpack_dumps

        count = len(self._lengths)
        compress = zlib.compressobj(_FAST)
        with path.open("wb") as file:

            def put(piece: bytes) -> None:
                file.write(compress.compress(piece))

            def put_large(spool: IO[bytes]) -> None:
                if spool.tell() >= 2**32:
                    raise UserError(
                        "there is too much text for one .spacy file; export fewer articles.",
                        "Il y a trop de texte pour un seul fichier .spacy ; exportez moins d'articles.",
                    )
                put(struct.pack(">BI", _BINARY_32, spool.tell()))
                put_all(spool)

            def put_all(spool: IO[bytes]) -> None:
                spool.seek(0)
                for piece in iter(lambda: spool.read(_CHUNK), b""):
                    put(piece)

            values: dict[str, Any] = {
                "version": self._form.version,
                "attrs": list(self._form.attrs),
                "tokens": self._tokens,
                "spaces": self._spaces,
                "lengths": self._lengths.tobytes(),
                "strings": sorted(self._hashes),
                "cats": [{}] * count,
                "flags": [{"has_unknown_spaces": False}] * count,
            }
            put(bytes([_SMALL_MAP | len(values) + 1]))
            for name, value in values.items():
                put(msgpack_dumps(name))
                if isinstance(value, list | str | bytes):
                    put(msgpack_dumps(value))
                else:
                    put_large(value)
            put(msgpack_dumps("span_groups"))
            if self._span_group is None:
                put(msgpack_dumps([b""] * count))
            else:
                put(struct.pack(">BI", _LIST_32, count))
                put_all(self._groups)
            file.write(compress.flush())


_SMALL_MAP, _BINARY_32, _LIST_32 = 0x80, 0xC6, 0xDD
"""How msgpack begins a map of up to 15 entries, bytes and a list with a length of four bytes."""

_SPAN = struct.Struct(">QQQllll")  # as `spacy.tokens.SpanGroup.to_bytes` has it: id, entry, label, tokens, characters


class _Hashes(dict[str, int]):
    """The numbers that stand for strings in spaCy's arrays, each asked for once."""

    def __init__(self) -> None:
        from spacy.strings import StringStore

        super().__init__({"": 0})
        self._strings = StringStore()

    def __missing__(self, string: str) -> int:
        number = self[string] = int(self._strings[string])
        return number


def token_range(grid: TokenGrid, start: int, end: int) -> slice:
    """Return which tokens a span is made of."""
    return slice(bisect_left(grid.starts, start), bisect_left(grid.ends, end) + 1)
