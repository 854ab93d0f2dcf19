"""The components of the suggester: each proposes candidates of one label, and the last one decides between them."""
