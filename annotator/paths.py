"""Where things lie: the resources that travel with the program, and the user's own folders."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource(*parts: str) -> Path:
    """Return the path of a file or folder under ``resources/``.

    An installed wheel carries ``resources`` inside the package; a checkout keeps it beside the package.
    """
    inside = _PACKAGE / "resources"
    root = inside if inside.is_dir() else _PACKAGE.parent / "resources"
    return root.joinpath(*parts)


def data_folder() -> Path:
    """Return the user's data folder for the program, made if missing (projects opened without a name)."""
    from platformdirs import user_data_path

    return user_data_path("annotator", appauthor=False, ensure_exists=True)


def config_folder() -> Path:
    """Return the user's settings folder for the program, made if missing."""
    from platformdirs import user_config_path

    return user_config_path("annotator", appauthor=False, ensure_exists=True)
