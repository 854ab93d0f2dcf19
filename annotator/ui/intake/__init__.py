"""How articles come in: by files, by drop and by paste, and the report of what stayed out."""
