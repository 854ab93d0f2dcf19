"""What spaCy's own ``debug data`` makes of a folder to train from."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from importlib import import_module
from pathlib import Path
from typing import Any


def debug_data(
    config: Path, paths: Mapping[str, Path], *, told: Callable[[], None] = lambda: None
) -> dict[str, list[str]]:
    """Return what spaCy says of training data, by ``good``, ``warn`` and ``fail``.

    Args:
        config: the configuration to train with.
        paths: where the files are that the configuration names under ``[paths]``, by name.
        told: called whenever it says something; may raise to stop.
    """
    from wasabi import Printer

    said: dict[str, list[str]] = {"good": [], "warn": [], "fail": []}
    stopped: list[BaseException] = []

    def tell() -> None:
        try:
            told()
        except BaseException as error:
            stopped.append(error)
            raise

    class Listener(Printer):
        """Takes down what would be printed."""

        def _get_msg(
            self,
            title: Any,
            text: Any,
            style: str | None = None,
            show: bool = False,  # noqa: ARG002
            spaced: bool = False,  # noqa: ARG002
            exits: int | None = None,
        ) -> None:
            tell()
            if style in said:
                said[style].append(" ".join(f"{title} {text or ''}".split()))
            if exits is not None:
                raise SystemExit(exits)

        def loading(self, *_: Any, **__: Any) -> Any:
            tell()
            return nullcontext()  # its own starts a process to turn a wheel

    import_module("spacy.cli.debug_data")
    module: Any = sys.modules["spacy.cli.debug_data"]  # the package has a function of the same name
    printer, module.Printer = module.Printer, Listener
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what matters it says itself
            module.debug_data(config, config_overrides={f"paths.{name}": str(path) for name, path in paths.items()})
    except SystemExit as end:  # how it gives up
        said["fail"].append(" ".join(str(end).split()[-40:]) or "it gave up")
    except Exception as error:  # whatever it stumbles over is what it makes of the data
        if error in stopped:
            raise
        said["fail"].append(f"{type(error).__name__}: {' '.join(str(error).split())[:400]}")
    finally:
        module.Printer = printer
    return said
