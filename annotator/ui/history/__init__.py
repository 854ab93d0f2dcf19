"""The history of a project as a list of steps, and going back to one of them."""
