"""What the window shows where there is nothing to read: the way to a project, and to its first articles."""

from __future__ import annotations

from annotator.ui.welcome.empty_page import EmptyPage
from annotator.ui.welcome.page import WelcomePage

__all__ = ["EmptyPage", "WelcomePage"]
