from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.store.database import Database


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A new project file."""
    opened = Database.create(tmp_path / "guerre.annot")
    yield opened
    opened.close()
