"""What goes wrong on the command line, said in one sentence on standard error."""

from __future__ import annotations

import sys


def complain(sentence: str) -> None:
    """Print a sentence on standard error."""
    sys.stderr.write(f"annotator: {sentence}\n")
