"""Reports of imports and exports, in the words of the window."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication


def _tr(text: str) -> str:
    return QCoreApplication.translate("reports", text)


def import_words(report: dict[str, Any]) -> str:
    """Say in a sentence or two what an import brought, and what it left out."""
    return str(report)


def export_words(report: dict[str, Any]) -> str:
    """Say in a sentence or two what an export wrote, and what it left out."""
    return str(report)
