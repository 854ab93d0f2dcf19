"""Whether there is a display to open a window on."""

from __future__ import annotations

import os
import sys

from annotator.core.errors import UserError


def has_display() -> bool:
    """Tell whether a window can be opened here."""
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def require_display() -> None:
    """Raise `UserError` where no window can be opened."""
    if not has_display():
        raise UserError(
            "there is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set); the other "
            "commands work without one, “annotator show PROJECT” among them.",
            "Aucun affichage n'est disponible (ni DISPLAY ni WAYLAND_DISPLAY) ; les autres commandes s'en passent, "
            "dont « annotator show PROJET ».",
        )
