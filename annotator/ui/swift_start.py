"""What is done before the first module of the window is imported, so that the window is there sooner."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path


def prepare() -> None:
    """Make importing the window quick; call `settle` when it is shown.

    PySide6 reads the source of every module imported after it, to learn whether the module names PySide6 and may ask
    for other spellings of Qt's names. Ours never ask, so they are entered as read.
    """
    import PySide6.QtCore  # noqa: F401

    read = getattr(sys.modules.get("shibokensupport.feature"), "pyside_feature_dict", None)
    if isinstance(read, dict):
        for name in _modules(Path(__file__).parent.parent):
            read.setdefault(name, 0)


def settle() -> None:
    """Let the collector of garbage work again, for what is made from now on alone."""
    # An article is tens of thousands of small values without cycles: looking for some while it is read costs a
    # quarter of the time that takes. What is there from the start is never looked through again.
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    gc.enable()


def _modules(package: Path) -> list[str]:
    """Return the names of all modules of a package that has source files."""
    outside = len(str(package.parent)) + 1
    names = []
    for folder, inside, files in os.walk(package):
        if "__pycache__" in inside:  # as many files again
            inside.remove("__pycache__")
        prefix = folder[outside:].replace(os.sep, ".")
        names += [f"{prefix}.{file[:-3]}".removesuffix(".__init__") for file in files if file.endswith(".py")]
    return names
