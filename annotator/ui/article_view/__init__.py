"""The article on the screen: text to read, marks as chips in the line, selection that snaps to whole words."""

from __future__ import annotations

from annotator.ui.article_view.reading import ReadingStyle
from annotator.ui.article_view.view import ArticleView

__all__ = ["ArticleView", "ReadingStyle"]
