"""The lines of WebAnno TSV 3: what they are made of, escaped and as they were.

A backslash stands before what would be read as something else; which characters those are differs between the text of
a sentence and the values of columns, and before version 3.2 the text was written as Java writes strings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

SIGNATURE = "#FORMAT=WebAnno TSV 3"
TEXT = "#Text="
EMPTY, NO_VALUE = "_", "*"
"""What stands in a column where there is no annotation, and where there is one without a value."""

_UNIT = re.compile(r"(\d{1,9})-(\d{1,9})(\.\d{1,9})?")
_PLACE = re.compile(r"(\d{1,12})-(\d{1,12})")
_VERSION = re.compile(r"#FORMAT=WebAnno TSV 3(?:\.(\d+))?\s*")
_VALUE = re.compile(r"((?:\\.|[^\\\[\]])*)(?:\[(\d{1,9})\])?", re.DOTALL)
_STACKED = re.compile(r"(?:\\.|[^\\|])+", re.DOTALL)
_ESCAPED_VALUE = re.compile(r"\\(->|[\\\[\]|_;tn*])")
_ESCAPED_TEXT = re.compile(r"\\([\x00-\x07\x0e-\x1ftnfrb\\])")
_ESCAPED_JAVA = re.compile(r"\\(u+[0-9a-fA-F]{4}|[0-3]?[0-7]{1,2}|.)", re.DOTALL)
_LETTERS = {"t": "\t", "n": "\n", "f": "\f", "r": "\r", "b": "\b"}
_TO_ESCAPE = re.compile(r"->|[\\\[\]|_;\t\n*]")
_TEXT_TO_ESCAPE = re.compile(r"[\x00-\x08\x09\x0a\x0c-\x1f\\]")
_WRITTEN = {character: f"\\{letter}" for letter, character in _LETTERS.items()}


class Kind(Enum):
    """What the columns of a layer hold."""

    SPAN = "SP"
    RELATION = "RL"
    CHAIN = "CH"


@dataclass(slots=True)
class Layer:
    """A layer and its columns.

    Attributes:
        name: of its type.
        kind: what it holds.
        first: index of its first column among those of the line.
        features: what each column holds; ``""`` where the layer has no features.
        links: indices within ``features`` of those that refer to other places.
    """

    name: str
    kind: Kind
    first: int
    features: list[str]
    links: set[int] = field(default_factory=set)

    @property
    def end(self) -> int:
        """Index behind its last column."""
        return self.first + len(self.features)


class Unit(NamedTuple):
    """A token, or a part of one that carries annotations of its own.

    Attributes:
        is_token: whether it is a whole token.
        begin: where it begins, in UTF-16 units of the whole text.
        end: where it ends.
        text: what the file says stands there.
        columns: what the columns hold.
    """

    is_token: bool
    begin: int
    end: int
    text: str
    columns: list[str]


class Value(NamedTuple):
    """What a column says of one annotation.

    Attributes:
        value: of the feature; None where it has none.
        id: of an annotation that goes over several units or lies on another.
    """

    value: str | None
    id: int | None


def version_in(line: str) -> int | None:
    """Return the minor version the first line of a file names, or None where it is no TSV of version 3."""
    found = _VERSION.fullmatch(line)
    return None if found is None else int(found[1] or 0)


def layer_in(line: str, first: int) -> Layer | None:
    """Return the layer that a line of the head declares; None where it declares none.

    Args:
        line: the line.
        first: how many columns the layers before it have.
    """
    for kind in Kind:
        if line.startswith(f"#T_{kind.value}="):
            name, *features = line.partition("=")[2].strip("\r ").split("|")
            layer = Layer(name, kind, first, features or [""])
            for index, feature in enumerate(features):
                after_role = index and features[index - 1].startswith("ROLE_")
                if feature.startswith(("ROLE_", "BT_")) or (kind is Kind.SPAN and after_role and "." in feature):
                    layer.links.add(index)
            return layer
    return None


def unit_in(line: str) -> Unit | None:
    """Return the token or part of one in a line; None where it is none."""
    columns = line.split("\t")
    if len(columns) < 3:
        return None
    number, place = _UNIT.fullmatch(columns[0]), _PLACE.fullmatch(columns[1])
    if number is None or place is None or int(place[1]) > int(place[2]):
        return None
    return Unit(number[3] is None, int(place[1]), int(place[2]), columns[2], columns[3:])


def values_in(column: str) -> Iterator[Value]:
    """Yield what a column says of each annotation that lies there, in the order of them."""
    if column in (EMPTY, ""):
        return
    for stacked in _STACKED.findall(column):
        found = _VALUE.fullmatch(stacked)
        value, id = (stacked, None) if found is None else (found[1], found[2])
        yield Value(
            None if value == NO_VALUE else _ESCAPED_VALUE.sub(lambda match: _LETTERS.get(match[1], match[1]), value),
            None if id is None else int(id),
        )


def text_in(line: str, version: int) -> str:
    """Return the text of a line that begins with `TEXT`."""
    text = line.removeprefix(TEXT)
    if "\\" not in text:
        return text
    if version < 2:
        return _ESCAPED_JAVA.sub(_from_java, text)
    return _ESCAPED_TEXT.sub(lambda match: _LETTERS.get(match[1], match[1]), text)


def _from_java(match: re.Match[str]) -> str:
    what = match[1]
    if what[0] == "u" and len(what) > 1:
        return chr(int(what[-4:], 16))
    return chr(int(what, 8)) if what.isdecimal() else _LETTERS.get(what, what)


def escape_value(value: str) -> str:
    """Return a value as it is written in a column."""
    return _TO_ESCAPE.sub(lambda match: _WRITTEN.get(match[0], f"\\{match[0]}"), value)


def escape_text(text: str) -> str:
    """Return a line of text as it is written behind `TEXT`."""
    return _TEXT_TO_ESCAPE.sub(lambda match: _WRITTEN.get(match[0], f"\\{match[0]}"), text)
