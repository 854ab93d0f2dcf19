"""The list of articles: searched, filtered, sorted, and worked on many at a time."""

from annotator.ui.article_list.panel import ArticleList
from annotator.ui.article_list.work import ListWork

__all__ = ["ArticleList", "ListWork"]
