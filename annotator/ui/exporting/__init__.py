"""How work goes out: which articles, in which format and where to, seen before anything is written."""
