"""Proposes leaders."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Leaders:
    """Component that proposes leaders."""

    def __call__(self, doc: Doc) -> Doc:
        """Add candidates to ``doc``."""
        return doc
