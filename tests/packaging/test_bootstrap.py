"""The parts of the setup script that decide; what they then do is seen by running it."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

LDD = """\
/checkout/PySide6/Qt/plugins/platforms/libqxcb.so:
	linux-vdso.so.1 (0x00007ffd)
	libQt6Gui.so.6 => /checkout/PySide6/Qt/lib/libQt6Gui.so.6 (0x00007f16)
	libxcb-cursor.so.0 => not found
	libxcb-icccm.so.4 => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f15)
/checkout/PySide6/QtWidgets.abi3.so:
	libEGL.so.1 => not found
	libxcb-icccm.so.4 => not found
	libodd.so.7 => not found
"""

PYPROJECT = """\
[build-system]
requires = ["hatchling"]
[project]
name = "annotator"
dependencies = ["spacy>=3.8"]
[tool.hatch.build.targets.wheel]
packages = ["annotator"]
[tool.ruff]
line-length = 120
"""


@pytest.fixture(scope="module")
def bootstrap(repository: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("bootstrap", repository / "packaging" / "bootstrap.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("found", "chosen"),
    [
        ([("/usr/bin/python3", (3, 11))], "/usr/bin/python3"),
        ([("/usr/bin/python3", (3, 9)), ("/usr/bin/python3.12", (3, 12))], "/usr/bin/python3.12"),
        ([("/usr/bin/python3", (3, 15)), ("/usr/bin/python3.13", (3, 13))], "/usr/bin/python3.13"),
        ([("/usr/bin/python3", (3, 15)), ("/usr/bin/python", (2, 7))], "/usr/bin/python3"),
        ([("/usr/bin/python3", (3, 10)), ("/usr/bin/python", (2, 7))], None),
        ([], None),
    ],
)
def test_the_first_tested_python_is_chosen(
    bootstrap: ModuleType, found: list[tuple[str, tuple[int, int]]], chosen: str | None
) -> None:
    assert bootstrap.choose_interpreter(found) == chosen


def test_interpreters_that_do_not_run_are_not_found(
    bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, script in {"python3.12": "echo 'no such version' >&2; exit 127", "python3.13": "echo 3 13"}.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert bootstrap.find_interpreters() == [
        (sys.executable, tuple(sys.version_info[:2])),
        (str(tmp_path / "python3.13"), (3, 13)),
    ]


def test_missing_libraries_are_named_once_and_mapped_to_packages(bootstrap: ModuleType) -> None:
    libraries = bootstrap.missing_libraries(LDD)
    assert libraries == ["libEGL.so.1", "libodd.so.7", "libxcb-cursor.so.0", "libxcb-icccm.so.4"]
    assert bootstrap.packages_for(libraries) == ["libegl1", "libodd7", "libxcb-cursor0", "libxcb-icccm4"]
    assert bootstrap.missing_libraries("\tlibc.so.6 => /lib/libc.so.6 (0x0)\n\tnot a dynamic executable\n") == []


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libGL.so.1", "libgl1"),
        ("libGLdispatch.so.0", "libglvnd0"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libX11.so.6", "libx11-6"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libfontconfig.so.1", "libfontconfig1"),
        ("libfreetype.so.6", "libfreetype6"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
        ("libgthread-2.0.so.0", "libglib2.0-0"),
        ("libwayland-cursor.so.0", "libwayland-cursor0"),
        ("libxcb-render-util.so.0", "libxcb-render-util0"),
        ("libxcb.so.1", "libxcb1"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libz.so.1", "zlib1g"),
        ("libzstd.so.1", "libzstd1"),
    ],
)
def test_packages_are_named_as_debian_names_them(bootstrap: ModuleType, library: str, package: str) -> None:
    assert bootstrap.packages_for([library]) == [package]


def test_an_installation_is_kept_until_something_it_depends_on_changes(bootstrap: ModuleType) -> None:
    def key(text: str = PYPROJECT, python: str = "3.11.7 /usr", folder: str = "/home/a/annotator") -> str:
        return bootstrap.setup_key(text, python=python, folder=folder)

    assert key() == key(PYPROJECT.replace("line-length = 120", "line-length = 100"))
    changed = [
        key(PYPROJECT.replace("spacy>=3.8", "spacy>=3.9")),
        key(PYPROJECT.replace('packages = ["annotator"]', 'packages = ["annotator", "more"]')),
        key(python="3.12.1 /usr"),
        key(folder="/home/b/annotator"),
    ]
    assert len({key(), *changed}) == 5


def test_an_installation_answers_for_its_key_and_extras(bootstrap: ModuleType) -> None:
    stamp = '{"key": "k", "extras": ["dev"]}'
    nothing, dev = frozenset(), frozenset({"dev"})
    assert bootstrap.is_set_up(stamp, key="k", extras=nothing)
    assert bootstrap.is_set_up(stamp, key="k", extras=dev)
    assert not bootstrap.is_set_up(stamp, key="other", extras=nothing)
    assert not bootstrap.is_set_up('{"key": "k", "extras": []}', key="k", extras=dev)
    for broken in (None, "", "{", "[]", "3"):
        assert not bootstrap.is_set_up(broken, key="k", extras=nothing)


def test_an_environment_that_was_moved_or_lost_its_python_is_broken(bootstrap: ModuleType) -> None:
    here, probe = "/home/a/my work/.venv", "3.11.7\n/usr\n/home/a/my work/.venv\n"
    config = f"home = /usr/bin\ncommand = /usr/bin/python3 -m venv {here}\n"
    assert bootstrap.venv_python(config, probe, folder=here) == "3.11.7 /usr"
    assert bootstrap.venv_python("home = /usr/bin\n", probe, folder=here) == "3.11.7 /usr"
    assert bootstrap.venv_python(config, "", folder=here) is None
    assert bootstrap.venv_python(config, probe.replace("3.11.7", "3.10.2"), folder=here) is None
    moved = "/home/b/.venv"
    assert bootstrap.venv_python(config, probe.replace(here, moved), folder=moved) is None


def test_an_unknown_job_is_a_usage_error(repository: Path) -> None:
    command = [sys.executable, repository / "packaging" / "bootstrap.py", "dance"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "run|test|bench|lint|translate|screenshots|package" in done.stdout


def test_texts_without_a_finished_translation_are_named(bootstrap: ModuleType) -> None:
    translation = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="fr"><context><name>a</name>
<message><source>Fini</source><translation>Done</translation></message>
<message><source>À revoir</source><translation type="unfinished">To see again</translation></message>
<message><source>Vide</source><translation></translation></message>
<message><source>Nouveau</source><translation type="unfinished"></translation></message>
</context></TS>
"""
    assert bootstrap.unfinished_texts(translation) == ["À revoir", "Vide", "Nouveau"]
