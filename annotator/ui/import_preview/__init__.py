"""What an import will bring and what it will not, shown before anything is stored."""

from __future__ import annotations

from annotator.ui.import_preview.dialog import ImportPreview

__all__ = ["ImportPreview"]
