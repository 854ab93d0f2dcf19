"""Tags of tokens as spans and back: IOB1, IOB2 (BIO), BILUO, BIOES, BMES and plain IO, told from the tags themselves.

All of them are read in one way, as ``conlleval`` does: a span begins at ``B`` and at whatever does not go on, goes on
while its label does, and ends at ``L`` or ``E``. So one need not know the scheme to read the spans. To say which tags
are faults one must, and there IOB1, which begins spans with ``I``, is told from IOB2 by which of the two is commoner.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

OUTSIDE = "O"
_NOTHING = frozenset({"O", "_", "-", ""})
_UNDECIDED = frozenset({"-", ""})
_ALONE = frozenset("USW")
_BEGIN = frozenset("B") | _ALONE
_INSIDE = frozenset("IM")
_LAST = frozenset("LE")
_EDGES = _BEGIN | _INSIDE | _LAST
_TAG = re.compile(r"[BILUESMW](?:[-_].*)?|O|\S+[-_][BILUESMW]")

UNNAMED = "span"
"""Label of the spans of a file whose tags are edges alone: ``B``, ``I``, ``O``."""


class Form(Enum):
    """How a tag is made of edge and label."""

    BEFORE = "B-leader"
    BEHIND = "leader-B"
    NONE = "leader"


class Fault(Enum):
    """What is wrong with a tag where it stands."""

    NO_BEGINNING = "goes on with a span that none began"
    OTHER_LABEL = "goes on with another label"
    NO_END = "begins or ends before the span before it ended"


class Tagged(NamedTuple):
    """A span of tokens.

    Attributes:
        first: index of its first token.
        end: index behind its last.
        label: its label.
    """

    first: int
    end: int
    label: str


def is_tag(value: str) -> bool:
    """Tell whether something looks like a tag with an edge, or is ``O``."""
    return _TAG.fullmatch(value) is not None


def is_outside(tag: str) -> bool:
    """Tell whether a tag says that a token is in no span."""
    return tag in _NOTHING


def is_undecided(tag: str) -> bool:
    """Tell whether a tag says that nobody decided on a token."""
    return tag in _UNDECIDED


class Scheme:
    """What the tags of a file show of their scheme; counts them one after the other in bounded memory.

    Attributes:
        form: how a tag is made of edge and label.
    """

    def __init__(self) -> None:
        self.form = Form.BEFORE
        self._forms: Counter[Form] = Counter()
        self._edges: Counter[str] = Counter()
        self._starts: Counter[str] = Counter()
        self._before = OUTSIDE

    def see(self, tag: str) -> None:
        """Take down one tag, in the order of the file; ``O`` between sentences."""
        if tag in _NOTHING:
            self._before = OUTSIDE
            return
        if tag[0] in _EDGES and tag[1:2] in ("-", "_", ""):
            self._forms[Form.BEFORE] += 1
            self._edges[tag[0]] += 1
            if self._before == OUTSIDE:
                self._starts[tag[0]] += 1
        elif tag[-1] in _EDGES and tag[-2:-1] in ("-", "_"):
            self._forms[Form.BEHIND] += 1
            self._edges[tag[-1]] += 1
            if self._before == OUTSIDE:
                self._starts[tag[-1]] += 1
        else:
            self._forms[Form.NONE] += 1
        self._before = tag
        self.form = self._forms.most_common(1)[0][0]

    @property
    def begins_inside(self) -> bool:
        """Whether spans begin with ``I``, as in IOB1 and IO."""
        return self._starts["I"] > self._starts["B"] + sum(self._starts[edge] for edge in _ALONE)

    @property
    def marks_ends(self) -> bool:
        """Whether last and single tokens have edges of their own, as in BILUO, BIOES and BMES."""
        return sum(self._edges[edge] for edge in _LAST | _ALONE) > 0

    def split(self, tag: str) -> tuple[str, str]:
        """Return edge and label of a tag that is not outside; the edge is ``I`` where it has none."""
        if self.form is Form.BEFORE and tag[0] in _EDGES and tag[1:2] in ("-", "_", ""):
            return tag[0], tag[2:] or UNNAMED
        if self.form is Form.BEHIND and tag[-1] in _EDGES and tag[-2:-1] in ("-", "_") and len(tag) > 2:
            return tag[-1], tag[:-2]
        return "I", tag

    def spans_of(self, tags: Iterable[str]) -> Iterator[Tagged | tuple[Fault, int]]:
        """Yield the spans of the tags of a sentence, and what is wrong with tags, by the index of the token."""
        first, label = 0, None
        strict = self.form is not Form.NONE
        index = -1
        for index, tag in enumerate(tags):
            edge, other = ("", "") if tag in _NOTHING else self.split(tag)
            goes_on = edge in _INSIDE or edge in _LAST
            if label is not None and not (goes_on and other == label):
                if strict and goes_on and not self.begins_inside:
                    yield Fault.OTHER_LABEL, index
                elif self.marks_ends:
                    yield Fault.NO_END, index
                yield Tagged(first, index, label)
                label = None
            elif label is None and strict and goes_on and not self.begins_inside:
                yield Fault.NO_BEGINNING, index
            if edge and label is None:
                first, label = index, other
            if label is not None and (edge in _LAST or edge in _ALONE):
                yield Tagged(first, index + 1, label)
                label = None
        if label is not None:
            if self.marks_ends:
                yield Fault.NO_END, index
            yield Tagged(first, index + 1, label)


def iob2(length: int, label: str) -> list[str]:
    """Return the tags of a span of so many tokens in IOB2."""
    return [f"B-{label}", *[f"I-{label}"] * (length - 1)]


def biluo(length: int, label: str) -> list[str]:
    """Return the tags of a span of so many tokens in BILUO."""
    if length == 1:
        return [f"U-{label}"]
    return [f"B-{label}", *[f"I-{label}"] * (length - 2), f"L-{label}"]
