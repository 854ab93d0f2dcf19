"""What several tests of this layer need."""

from __future__ import annotations

import sysconfig
from pathlib import Path

import pytest


@pytest.fixture
def other_packages(tmp_path: Path) -> Path:
    """A folder with every installed package but this one."""
    folder = tmp_path / "packages"
    folder.mkdir()
    for each in Path(sysconfig.get_path("purelib")).iterdir():
        if "annotator" not in each.name.lower() and each.suffix != ".pth":
            (folder / each.name).symlink_to(each)
    return folder
