"""Guards of what `pyproject.toml` pins."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject


def test_void_calls_into_qt_keep_their_reference_to_none() -> None:
    # PySide6 6.12.0 on Python 3.11 gives one away at each call, and after a few thousand the interpreter aborts.
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("name")
    assert abs(sys.getrefcount(None) - before) < 100
