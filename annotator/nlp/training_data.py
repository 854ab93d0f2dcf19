"""spaCy's own file of training data, ``.spacy``: written quickly and in little memory, read back by spaCy itself.

``DocBin.add`` looks up nine attributes of every token as text; entities need the word and three numbers. So the file
is written here, in the form `spacy.tokens.DocBin` defines: zlib over one msgpack map with the tokens of all texts
one after the other as 64-bit numbers. A token after a line end is said to begin a sentence, and nothing is said of
the others, so that training can take long articles paragraph by paragraph (``gold_preproc``). Nothing counts as
written before `read_back` has had spaCy read it.
"""

from __future__ import annotations

import json
import shutil
import struct
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from annotator.core.errors import UserError
from annotator.core.splits import Split
from annotator.core.tokens import TokenGrid
from annotator.nlp import tokenizer
from annotator.paths import resource

MAX_CHARACTERS = 1_000_000
"""Stock spaCy refuses longer texts (``nlp.max_length``), and training with them ends there."""

_MISSING, _INSIDE, _OUTSIDE, _BEGIN = range(4)  # as spaCy counts them in ENT_IOB
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
def spacy_file(path: Path) -> Iterator[SpacyFile]:
    """Give a ``.spacy`` file to write; it is at ``path``, whole, when the block ends without an error.

    Token data waits in temporary files beside it, not in memory.

    Raises:
        UserError: there is more text than one such file can hold.
    """
    with TemporaryFile(dir=path.parent) as tokens, TemporaryFile(dir=path.parent) as spaces:
        file = SpacyFile(tokens, spaces)
        yield file
        file.write_to(path)


class SpacyFile:
    """A ``.spacy`` file being written.

    Args:
        tokens: where the numbers of the tokens are put until all are there.
        spaces: where it is put whether a blank follows each token.
    """

    def __init__(self, tokens: IO[bytes], spaces: IO[bytes]) -> None:
        from spacy.tokens import DocBin

        self._form = DocBin(attrs=["ORTH", "ENT_IOB", "ENT_TYPE", "SENT_START"])
        self._hashes = _Hashes()
        self._lengths = array("i")
        self._tokens = tokens
        self._spaces = spaces

    def __len__(self) -> int:
        return len(self._lengths)

    def add(self, example: Example) -> None:
        """Write one text."""
        import numpy

        text, starts, ends = example.text, example.grid.starts, example.grid.ends
        count = len(starts)
        words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        tokens = numpy.zeros((count, 4), dtype="uint64")
        tokens[:, 0] = numpy.fromiter(map(self._hashes.__getitem__, words), dtype="uint64", count=count)
        tokens[:, 1] = _OUTSIDE if example.complete else _MISSING
        for start, end in example.unknown:
            tokens[_token_range(example.grid, start, end), 1] = _MISSING
        for start, end, label in example.spans:
            inside = _token_range(example.grid, start, end)
            tokens[inside, 1] = _INSIDE
            tokens[inside.start, 1] = _BEGIN
            tokens[inside, 2] = self._hashes[label]
        for index, word in enumerate(words, start=1):
            if "\n" in word and index < count and tokens[index, 1] != _INSIDE:
                tokens[index, 3] = 1
        following = numpy.append(numpy.asarray(starts[1:], dtype="int64"), len(text))
        spaces = following > numpy.asarray(ends, dtype="int64")
        self._tokens.write(tokens.tobytes())
        self._spaces.write(spaces.tobytes())
        self._lengths.append(count)

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
                "span_groups": [b""] * count,
            }
            put(bytes([_SMALL_MAP | len(values)]))
            for name, value in values.items():
                put(msgpack_dumps(name))
                if isinstance(value, list | str | bytes):
                    put(msgpack_dumps(value))
                else:
                    put_large(value)
            file.write(compress.flush())


_SMALL_MAP, _BINARY_32 = 0x80, 0xC6  # of msgpack: a map of up to 15 entries, and bytes with a length of four bytes


class _Hashes(dict[str, int]):
    """The numbers that stand for strings in spaCy's arrays, each asked for once."""

    def __init__(self) -> None:
        from spacy.strings import StringStore

        super().__init__({"": 0})
        self._strings = StringStore()

    def __missing__(self, string: str) -> int:
        number = self[string] = int(self._strings[string])
        return number


def _token_range(grid: TokenGrid, start: int, end: int) -> slice:
    return slice(bisect_left(grid.starts, start), bisect_left(grid.ends, end) + 1)


@dataclass(frozen=True, slots=True)
class Reread:
    """What spaCy reads of one text in a ``.spacy`` file.

    Attributes:
        text: the text.
        tokens: ``(start, end)`` of each token.
        spans: ``(start, end, label)`` of each entity.
        unknown: indices of the tokens of which it is not known whether they are entities.
    """

    text: str
    tokens: TokenGrid
    spans: list[tuple[int, int, str]]
    unknown: list[int]


def read_back(path: Path) -> Iterator[Reread]:
    """Yield what spaCy reads of a file, text by text."""
    from spacy.attrs import ENT_IOB, IDX, LENGTH
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    for doc in DocBin().from_disk(path).get_docs(Vocab()):
        starts, lengths, iob = doc.to_array([IDX, LENGTH, ENT_IOB]).T
        yield Reread(
            doc.text,
            tokenizer.grid_of(starts, lengths),
            [(each.start_char, each.end_char, each.label_) for each in doc.ents],
            (iob == _MISSING).nonzero()[0].tolist(),
        )


def agrees(reread: Reread, example: Example) -> bool:
    """Tell whether spaCy read exactly what an example says."""
    return (
        reread.text == example.text
        and reread.tokens == example.grid
        and reread.spans == list(example.spans)
        and reread.unknown == _unknown_tokens(example)
    )


def _unknown_tokens(example: Example) -> list[int]:
    """Return the indices of the tokens an example does not speak of."""
    if example.complete and not example.unknown:
        return []
    count = len(example.grid)
    unknown = [not example.complete] * count
    for start, end in example.unknown:
        inside = _token_range(example.grid, start, end)
        unknown[inside] = [True] * (inside.stop - inside.start)
    for start, end, _ in example.spans:
        inside = _token_range(example.grid, start, end)
        unknown[inside] = [False] * (inside.stop - inside.start)
    return [index for index, is_unknown in enumerate(unknown) if is_unknown]


def write_training_setup(folder: Path, labels: Mapping[str, int], splits: Sequence[Split] = ()) -> None:
    """Write into ``folder`` what stock spaCy needs beside the data: configuration, base pipeline and labels.

    Args:
        folder: an existing folder; gets ``config.cfg``, ``base/`` and ``labels/ner.json``.
        labels: how many spans of each label there are to train on; a label with none is one the model knows of.
        splits: the tokens that the project takes apart.
    """
    shutil.copyfile(resource("training", "config.cfg"), folder / "config.cfg")
    tokenizer.write_pipeline(folder / "base", splits)
    (folder / "labels").mkdir()
    moves = {str(move): {label: max(1, count) for label, count in labels.items()} for move in _MOVES_WITH_LABEL}
    moves |= {str(_MOVE_OUT): {"": 1}, "0": {}}
    moves[str(_MOVE_UNIT)][""] = 1  # spaCy's move for a token that must not be in an entity
    (folder / "labels" / "ner.json").write_text(json.dumps(moves, ensure_ascii=False, indent=1) + "\n", "utf-8")


_MOVES_WITH_LABEL = (1, 2, 3, 4)  # begin, inside, last, unit, as the parser of spaCy counts its moves
_MOVE_UNIT, _MOVE_OUT = 4, 5
