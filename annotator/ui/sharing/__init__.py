"""Articles given out among annotators in the window, and the copies that were made for somebody."""
