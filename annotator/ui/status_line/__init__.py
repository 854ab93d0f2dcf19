"""The line at the foot of the window, and what keeps it up to date: pace and background work."""
