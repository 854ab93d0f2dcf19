"""Runs the command line: finds the command, and turns what goes wrong into a sentence and an exit code."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from annotator.cli.display import require_display
from annotator.cli.errors import complain
from annotator.core.errors import UserError

_SUFFIX = ".annot"
_OF_THE_PROGRAM = frozenset({"-h", "--help", "--version", "--install-completion", "--show-completion"})


def run(arguments: Sequence[str], *, open_window: Callable[[Path | None, bool], int]) -> int:
    """Run the command that the arguments say and return the exit code: 0, 1 for a known error, 2 for wrong usage.

    Args:
        arguments: what stands after the program's name; a project, or nothing, means ``open``.
        open_window: opens the window on a project, on the sample article (True) or on nothing, until it is closed.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a letter shows another, and nothing breaks
    try:
        return _run(arguments, open_window)
    except UserError as error:
        complain(error.wording.en)
        return 1
    except BrokenPipeError:  # whoever read our output, such as head, has seen enough
        _forget_output()
        return 0


def _run(arguments: Sequence[str], open_window: Callable[[Path | None, bool], int]) -> int:
    given = list(arguments)
    asked = given[1:] if given[:1] == ["open"] else given
    if not asked or (len(asked) == 1 and asked[0].endswith(_SUFFIX) and not asked[0].startswith("-")):
        # The most frequent call goes straight to the window: reading the commands costs a tenth of a second.
        require_display()
        return open_window(Path(asked[0]) if asked else None, False)
    import typer

    from annotator.cli.commands import Window, app

    command = typer.main.get_command(app)
    names = command.commands if isinstance(command, typer.core.TyperGroup) else {}
    if given[0] not in names and given[0] not in _OF_THE_PROGRAM:
        if not given[0].startswith("-") and not _may_be_a_project(given[0]):
            from difflib import get_close_matches

            meant = get_close_matches(given[0], names, 1)
            advice = f"did you mean “annotator {meant[0]}”?" if meant else "“annotator --help” lists the commands."
            complain(f"there is no command and no project “{given[0]}”; {advice}")
            return 2
        given.insert(0, "open")
    try:
        command.main(given, prog_name="annotator", obj=Window(open_window))
        sys.stdout.flush()
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):
            raise end.__context__ from None
        sys.stdout.flush()
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def _may_be_a_project(word: str) -> bool:
    """Tell whether a word may name a project file: one that is there, or one that was clearly meant."""
    path = Path(word)
    return path.suffix == _SUFFIX or path.exists() or path.with_suffix(_SUFFIX).exists()


def _forget_output() -> None:
    """Send what is still to be written nowhere, so that Python does not complain of it on its way out."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # standard output is not a file, as under a test
        return
