"""Where annotators differ, and what shall stand: the page, its text and its keys."""
