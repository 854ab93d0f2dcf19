"""The settings of a project: labels and guidelines, lexicon, rules, splits, annotators."""
