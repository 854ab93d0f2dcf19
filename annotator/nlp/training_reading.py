"""What spaCy reads of a ``.spacy`` file, a few texts at a time, and whether it is what was written.

``DocBin.from_disk`` holds a whole file in memory, many times over. So the file is unpacked beside its place and handed
to ``DocBin`` in pieces, each as a small file of the same form; what is in it, spaCy alone reads.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from annotator.core.tokens import TokenGrid
from annotator.nlp import tokenizer
from annotator.nlp.docbin_parts import Parts, UnreadableError
from annotator.nlp.training_data import MISSING, Example, token_range

_AT_ONCE = 200
_FLAGS = {"has_unknown_spaces": False}


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
        UnreadableError: it is no whole file of the form that `annotator.nlp.training_data` writes.
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

    with closing(Parts(path, beside=path.parent)) as parts:
        if any(each for each in parts.each("cats")) or any(each != _FLAGS for each in parts.each("flags")):
            raise UnreadableError("more in it than was written")
        vocab = Vocab()
        for string in parts.strings:
            vocab.strings.add(string)
        width = 8 * len(parts.attributes)
        groups = parts.each("span_groups")
        at = 0
        for first in range(0, len(parts.lengths), _AT_ONCE):
            lengths = parts.lengths[first : first + _AT_ONCE]
            count = sum(lengths)
            piece = {
                "version": "0.1",
                "attrs": parts.attributes,
                "tokens": parts.read("tokens", width * at, width * count),
                "spaces": parts.read("spaces", at, count),
                "lengths": lengths.tobytes(),
                "strings": [],
                "cats": [{}] * len(lengths),
                "flags": [_FLAGS] * len(lengths),
                "span_groups": list(islice(groups, len(lengths))),
            }
            at += count
            packed = zlib.compress(msgpack_dumps(piece), 0)
            yield from DocBin().from_bytes(packed).get_docs(vocab)


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
