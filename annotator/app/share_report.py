"""What sharing made: who was given which articles, in which files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class SharedCopy:
    """A project file for one annotator.

    Attributes:
        annotator: the name.
        path: the file.
        articles: ids of the articles in it.
        new: how many of them the annotator is given now.
        double: how many of them another one is given, too.
        characters: how many these articles have together.
    """

    annotator: str
    path: Path
    articles: tuple[int, ...]
    new: int
    double: int
    characters: int


@dataclass(frozen=True, slots=True)
class ShareReport:
    """Who was given what.

    Attributes:
        copies: the files.
        double: how many articles are with two annotators or more.
        given: how many articles were given out now.
        kept: how many of those asked for somebody had already, and keeps.
    """

    copies: tuple[SharedCopy, ...]
    double: int
    given: int
    kept: int

    def to_json(self) -> dict[str, Any]:
        """Return the object that ``annotator share --json`` prints, its names those of the attributes."""
        return {
            "copies": [
                {
                    "annotator": each.annotator,
                    "path": str(each.path),
                    "articles": list(each.articles),
                    "new": each.new,
                    "double": each.double,
                    "characters": each.characters,
                }
                for each in self.copies
            ],
            "double": self.double,
            "given": self.given,
            "kept": self.kept,
        }
