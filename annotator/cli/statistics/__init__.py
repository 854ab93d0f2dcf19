"""``annotator stats``: one module for each of its questions."""
