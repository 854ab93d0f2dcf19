"""The suggester and training data: the only place that speaks spaCy."""
