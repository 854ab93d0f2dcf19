"""Copies of the project brought together in the window: what would come, what differs, and the merge itself."""
