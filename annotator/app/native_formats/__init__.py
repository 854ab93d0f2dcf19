"""Formats that need spaCy or the project file, one module each, as those in `annotator.formats` are."""
