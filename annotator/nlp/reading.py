"""How rules read a document: its words as plain strings, and the candidates they propose."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc

CANDIDATES = "annotator.candidates"
"""Key of `Doc.user_data` under which the candidates of a document wait for the conflicts to be resolved."""

TEXT = "annotator.text"
"""Key under which the suggester hands over the text, since `Doc.text` joins it from the tokens each time."""

LINE = "\n"
"""The word that stands for any white space that holds a line break."""

_BLANKS = frozenset(each for each in map(chr, range(0x3001)) if each.isspace())


class Candidate(NamedTuple):
    """A span some rule proposes, before conflicts are resolved.

    Attributes:
        start: first code point.
        end: one past the last code point.
        label: id of the label, or ``"none"`` to keep other rules out.
        rule: id of the rule.
    """

    start: int
    end: int
    label: str
    rule: str


class Reading:
    """The words of one document, for rules that walk over them.

    Plain lists of strings are many times quicker to walk over than spaCy's tokens. White space is left out, but
    for line breaks, which stand as one word `LINE`.

    Attributes:
        text: the text of the document.
        words: every word as written.
        lower: every word in small letters.
        positions: where each word in small letters stands, in text order.
        starts: first code point of each word.
        ends: one past its last code point.
        doc: the document.
        candidates: what rules have proposed so far.
    """

    __slots__ = ("candidates", "doc", "ends", "lower", "positions", "starts", "text", "words")
    _latest: Reading | None = None

    def __init__(self, doc: Doc) -> None:
        from spacy.attrs import IDX, LENGTH

        text = doc.user_data.pop(TEXT, None)
        if text is None:
            text = doc.text
        placed = doc.to_array([IDX, LENGTH])
        starts = placed[:, 0].tolist() if len(doc) else []
        ends = placed.sum(axis=1).tolist() if len(doc) else []
        words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        blanks = [index for index, word in enumerate(words) if word[0] in _BLANKS and word.isspace()]
        if blanks:
            dropped = set()
            for index in blanks:
                if LINE in words[index]:
                    words[index] = LINE
                else:
                    dropped.add(index)
            if dropped:
                kept = [index for index in range(len(words)) if index not in dropped]
                words = [words[index] for index in kept]
                starts = [starts[index] for index in kept]
                ends = [ends[index] for index in kept]
        self.doc = doc
        self.text = text
        self.words: list[str] = words
        self.lower: list[str] = [word.lower() for word in words]
        self.positions: dict[str, list[int]] = {}
        positions = self.positions
        for index, word in enumerate(self.lower):
            if word in positions:
                positions[word].append(index)
            else:
                positions[word] = [index]
        self.starts: list[int] = starts
        self.ends: list[int] = ends
        self.candidates: list[Candidate] = doc.user_data.setdefault(CANDIDATES, [])

    @classmethod
    def of(cls, doc: Doc) -> Reading:
        """Return the reading of ``doc``; the components that follow each other on one document share it."""
        latest = Reading._latest
        if latest is None or latest.doc is not doc:
            latest = Reading._latest = cls(doc)
        return latest

    @classmethod
    def forget(cls) -> None:
        """Let go of the latest document."""
        Reading._latest = None

    def __len__(self) -> int:
        return len(self.words)

    def propose(self, first: int, stop: int, label: str, rule: str) -> None:
        """Propose the words from ``first`` up to, not including, ``stop``."""
        self.candidates.append(Candidate(self.starts[first], self.ends[stop - 1], label, rule))

    def joined(self, index: int) -> bool:
        """Tell whether the word at ``index`` is written together with the one before it."""
        return index > 0 and self.starts[index] == self.ends[index - 1]

    def word(self, index: int) -> str:
        """Return the word at ``index`` as written, or ``""`` outside the document."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def small(self, index: int) -> str:
        """Return the word at ``index`` in small letters, or ``""`` outside the document."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""
