"""Annotator: mark up French news articles and turn them into spaCy training data."""

__version__ = "0.1.0"
