"""Sentences the program says in both of its languages, kept side by side so that they stay in step."""

from __future__ import annotations

from typing import NamedTuple


class Wording(NamedTuple):
    """One sentence or name in English and in French."""

    en: str
    fr: str

    def in_language(self, language: str) -> str:
        """Return the French text for ``"fr"`` and the English text for anything else."""
        return self.fr if language == "fr" else self.en
