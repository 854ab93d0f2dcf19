"""What the labels mean, one key away from the article: the panel, and the part that opens it."""
