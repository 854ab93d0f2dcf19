"""One decision for every occurrence of a surface: in the open article with a key, in all articles from a list."""
