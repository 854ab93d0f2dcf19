"""The page of numbers, and its chart."""
