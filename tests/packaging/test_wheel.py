"""The wheel as people install it: everything it needs travels in it, and it does the main job far from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from zipfile import ZipFile

import pytest
from spacy.tokens import DocBin
from spacy.vocab import Vocab


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    _run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, repository])
    [path] = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new virtual environment with the wheel alone; its dependencies are lent by the environment of the tests."""
    folder = tmp_path_factory.mktemp("installed")
    _run([sys.executable, "-m", "venv", "--without-pip", folder])
    python = folder / "bin" / "python"
    _run([sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel])
    [packages] = folder.glob("lib/python*/site-packages")
    # A folder named in a .pth file lends its packages, not its own .pth files: the checkout stays out of sight.
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder


def test_every_resource_travels_in_the_wheel(repository: Path, wheel: Path) -> None:
    root = repository / "resources"
    resources = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
    assert resources
    with ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.startswith("annotator/resources/")}
        assert packed == {f"annotator/resources/{name}" for name in resources}
        for name, path in resources.items():
            assert archive.read(f"annotator/resources/{name}") == path.read_bytes(), name


def test_the_wheel_holds_the_program_and_nothing_else(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        roots = {name.split("/")[0] for name in archive.namelist()}
    assert roots == {"annotator", next(root for root in roots if root.endswith(".dist-info"))}


def test_the_installed_program_does_the_main_job(installed: Path, repository: Path, tmp_path: Path) -> None:
    where = [installed / "bin" / "python", "-c", "import annotator; print(annotator.__file__)"]
    assert Path(_run(where, cwd=tmp_path).strip()).is_relative_to(installed)
    made = tmp_path / "made"
    told = _run([installed / "bin" / "annotator", "demo", "--folder", made], cwd=tmp_path)
    assert str(made) in told
    assert str(repository) not in told
    assert (made / "sample.annot").is_file()
    surfaces = set()
    for file in (made / "training" / "train.spacy", made / "training" / "dev.spacy"):
        docs = DocBin().from_disk(file).get_docs(Vocab())
        surfaces |= {(span.text, span.label_) for doc in docs for span in doc.ents}
    assert {("Joe Biden", "leader"), ("Ukraine", "country")} <= surfaces


def _run(command: list[str | Path], cwd: Path | None = None) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd, env=os.environ)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
