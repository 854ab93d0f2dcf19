"""The whole main job in the terminal."""

from __future__ import annotations

import json
import re
from pathlib import Path

from annotator.app.demo import read_export
from annotator.app.project import Project
from annotator.core.annotation import Status


def test_the_whole_job_and_again(run, tmp_path: Path) -> None:
    first = run("demo", "--folder", tmp_path / "demo")
    assert (first.code, first.err) == (0, "")
    steps = ["1. Import", "2. Suggest", "3. Show", "4. Annotate", "5. Save and export", "6. Read back", "Written"]
    assert [first.out.index(step) for step in steps] == sorted(first.out.index(step) for step in steps)
    assert "in place of an annotator" in first.out
    assert "‹800 millions de dollars|sum?›" in first.out
    with Project.open(tmp_path / "demo" / "sample.annot") as project:
        demo = project.annotation(1, project.find_annotator("demo"))
        text = project.article(1).text
    assert demo.status is Status.FINISHED
    assert len(demo.spans) >= 44
    stored = [(text, [(each.start, each.end, each.label) for each in demo.spans])]
    assert read_export(tmp_path / "demo" / "training") == stored
    for path in re.findall(r"^   (\S+)  \(", first.out, re.MULTILINE):
        assert Path(path).exists()

    again = run("demo", "--folder", tmp_path / "demo")
    assert (again.code, again.err) == (0, "")
    assert "everything was decided earlier" in again.out
    assert f"[{'800 millions de dollars'}|sum]" in again.out
    with Project.open(tmp_path / "demo" / "sample.annot") as project:
        assert project.article_ids() == [1]
        assert project.annotation(1, project.find_annotator("demo")) == demo
    assert read_export(tmp_path / "demo" / "training") == stored


def test_the_sample_without_a_display_is_the_demo(spawn, tmp_path: Path) -> None:
    ran = spawn(
        "open", "--sample", DISPLAY=None, WAYLAND_DISPLAY=None, QT_QPA_PLATFORM=None, HOME=str(tmp_path),
        XDG_DATA_HOME=str(tmp_path / "data"),
    )  # fmt: skip
    assert ran.code == 0
    assert ran.out.startswith("There is no display to open a window on")
    assert "6. Read back" in ran.out
    (report,) = tmp_path.rglob("report.json")
    assert json.loads(report.read_text("utf-8"))["articles"] == 1


def test_a_folder_in_the_way_is_one_sentence(run, tmp_path: Path) -> None:
    (tmp_path / "demo").mkdir()
    (tmp_path / "demo" / "sample.annot").write_text("autre chose", "utf-8")
    ran = run("demo", "--folder", tmp_path / "demo")
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "is not an Annotator project" in ran.err
