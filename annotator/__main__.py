"""The program: ``annotator`` on the command line, ``annotator-gui`` from a menu, ``python -m annotator``."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0, 1 for a known error, 2 for wrong usage.

    Args:
        arguments: what stands after the program's name; by default those of the process.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:2] == ["-m", "annotator.app.worker"]:  # as a frozen build starts itself for heavy work
        from annotator.app import worker

        return worker.main(given[2:])
    from annotator.cli.program import run

    return run(given, open_window=_open_window)


def main_window() -> int:
    """Open the window alone, as a menu entry or a double click on a project does."""
    return main(["open", *sys.argv[1:]])


def _open_window(project: Path | None, sample: bool) -> int:
    gc.disable()  # it would look again and again through modules that are all there to stay; see `swift_start.settle`
    from annotator.ui import swift_start

    swift_start.prepare()
    from annotator.ui import application

    return application.run(project, sample=sample)


if __name__ == "__main__":
    sys.exit(main())
