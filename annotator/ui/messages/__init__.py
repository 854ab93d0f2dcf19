"""What the window says: one sentence at a time, what went wrong, and the details of it."""
