"""Taking a token apart where the tokenizer glues: the choice of the cut, and what comes of it."""
