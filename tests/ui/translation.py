"""The words of the window as they stand in the code, and as they stand in the translation file."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from annotator.paths import resource

UI = Path(__file__).parents[2] / "annotator" / "ui"
TS = resource("translations", "annotator_en.ts")
QM = TS.with_suffix(".qm")


class Key(NamedTuple):
    """What Qt looks a translation up by."""

    context: str
    source: str


class Message(NamedTuple):
    """One text of a translation file; ``kind`` is empty where the translation is finished."""

    key: Key
    translation: str
    kind: str


def messages(file: Path) -> list[Message]:
    """Read a translation file (TS)."""
    return [
        Message(
            Key(context.findtext("name", ""), message.findtext("source", "")),
            translated.text or "",
            translated.get("type", ""),
        )
        for context in ElementTree.parse(file).getroot().iter("context")
        for message in context.iter("message")
        for translated in message.findall("translation")
    ]


def modules() -> list[Path]:
    """Return the modules of the window."""
    return sorted(UI.rglob("*.py"))


@cache
def tree(module: Path) -> ast.Module:
    """Return the syntax tree of a module."""
    return ast.parse(module.read_text("utf-8"))


class Call(NamedTuple):
    """A call in the code, with the class it stands in."""

    where: str
    within: str
    function: str
    node: ast.Call


def calls(module: Path) -> Iterator[Call]:
    """Yield every call of a module whose function has a name."""

    def walk(node: ast.AST, within: str) -> Iterator[Call]:
        if isinstance(node, ast.ClassDef):
            within = node.name
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            function = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            yield Call(f"{module.relative_to(UI)}:{node.lineno}", within, function, node)
        for child in ast.iter_child_nodes(node):
            yield from walk(child, within)

    yield from walk(tree(module), "")


def is_literal(node: ast.AST) -> bool:
    """Tell whether an argument is a plain text, and no name or f-string."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str)
