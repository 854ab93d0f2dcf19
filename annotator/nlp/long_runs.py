"""Cuts texts with endless words, on which spaCy's tokenizer takes time that grows with the square of their length.

A thousand characters without a blank are no French word. The tokenizer peels punctuation off the ends of a word one
mark at a time, and searches the whole word again each time: a megabyte of ``«`` would take days.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST = 1_000
"""Characters without white space that the tokenizer is given as they are."""

_PIECE = 100
_RUN = re.compile(rf"\S{{{LONGEST + 1},}}")


def has_long_run(text: str) -> bool:
    """Tell whether ``text`` holds more than `LONGEST` characters in a row without white space."""
    return len(text) > LONGEST and max(map(len, text.split()), default=0) > LONGEST


def cut(text: str, tokenize: Callable[[str], Doc]) -> Doc:
    """Tokenize ``text`` piece by piece: an endless word of letters and figures stays one token, others are cut up."""
    from spacy.tokens import Doc

    vocab = tokenize("").vocab
    words: list[str] = []
    spaces: list[bool] = []

    def add(piece: str) -> None:
        for token in tokenize(piece):
            words.append(token.text)
            spaces.append(bool(token.whitespace_))

    position = 0
    for run in _RUN.finditer(text):
        add(text[position : run.start()])
        whole = run.group()
        if whole.isalnum():
            words.append(whole)
            spaces.append(False)
        else:
            for start in range(0, len(whole), _PIECE):
                add(whole[start : start + _PIECE])
        position = run.end()
        if text[position : position + 1] == " ":  # spaCy makes no token of a single blank after a word
            spaces[-1] = True
            position += 1
    add(text[position:])
    return Doc(vocab, words=words, spaces=spaces)
