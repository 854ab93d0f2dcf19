"""What is known of the focused mark, or of the article where none is focused."""

from annotator.ui.inspector.panel import Inspector

__all__ = ["Inspector"]
