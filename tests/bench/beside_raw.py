"""A table of times, each beside the raw limit of the same run, printed when a benchmark has ended."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

rows: list[str] = []
"""The lines of the table; a benchmark may add one of its own."""


@pytest.fixture(scope="module", autouse=True)
def table(request: pytest.FixtureRequest) -> Iterator[None]:
    """Print the table of a module that imports this."""
    rows.clear()
    yield
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print("\n{:<52} {:>10} {:>10} {:>7}".format("what", "ms", "raw ms", "× raw"), *rows, sep="\n")


def timed(deed: Callable[[], object]) -> float:
    """Return the seconds that something takes."""
    before = time.perf_counter()
    deed()
    return time.perf_counter() - before


def row(what: str, ours: float, raw: float) -> None:
    """Add a line: the seconds it took, and those of its raw limit."""
    rows.append(f"{what:<52} {ours * 1000:>10.1f} {raw * 1000:>10.1f} {ours / raw:>7.2f}")
