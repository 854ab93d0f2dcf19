"""The command palette: every action, found by a few letters of its words."""
