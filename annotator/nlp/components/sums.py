"""Proposes sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Sums:
    """Component that proposes sums."""

    def __call__(self, doc: Doc) -> Doc:
        """Add candidates to ``doc``."""
        return doc
