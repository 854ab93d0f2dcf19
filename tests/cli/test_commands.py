"""The commands that work on a project, through the real ``main()``."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from annotator.app.project import Project
from annotator.app.session import Session
from annotator.core.annotation import Status
from annotator.core.labels import DEFAULT_LABELS

ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def at_a_terminal(*arguments: object, **environment: str) -> str:
    """Run a command at a terminal of 100 columns and return what it shows there."""
    ours, theirs = pty.openpty()
    env = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "COLUMNS": "100", **environment}
    process = subprocess.Popen(
        [sys.executable, *map(str, arguments)], stdin=theirs, stdout=theirs, stderr=theirs, env=env
    )
    os.close(theirs)
    shown = b""
    with suppress(OSError):  # how Linux says that the other side is closed
        while chunk := os.read(ours, 4096):
            shown += chunk
    os.close(ours)
    assert process.wait() == 0, shown
    return shown.decode().replace("\r\n", "\n")


def test_importing_says_what_came_in_and_what_did_not(run, tmp_path: Path) -> None:
    run("new", tmp_path / "war")
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("La Russie.", "utf-8")
    (folder / "b.txt").write_text("La Russie.", "utf-8")
    (folder / "c.jsonl").write_text('{"text": "Le Mali."}\nrien\n{"text": "  "}\n', "utf-8")
    ran = run("import", tmp_path / "war", folder)
    assert ran.code == 1
    assert ran.out == "2 new articles from 3 files.\n"
    assert f"{folder / 'c.jsonl'}:2: " in ran.err
    assert f"{folder / 'c.jsonl'}:3: the text is empty." in ran.err
    assert f"{folder / 'b.txt'}: left out: this text came earlier in the same import, as “La Russie.”." in ran.err
    again = run("import", tmp_path / "war", folder / "a.txt", "--json")
    assert again.code == 0
    assert again.json()["articles"] == 0
    assert [each["title"] for each in again.json()["duplicates"]] == ["La Russie."]


def test_a_dry_run_says_what_an_import_would_and_changes_nothing(run, tmp_path: Path) -> None:
    run("new", tmp_path / "war")
    news = tmp_path / "news.jsonl"
    news.write_text(
        '{"text": "Joe Biden parle.", "date": "2023-10-17", "spans": [{"start": 0, "end": 9, "label": "leader"}]}\n'
        '{"text": "Joe Biden parle."}\nrien\n',
        "utf-8",
    )
    dry = run("import", tmp_path / "war", news, "--annotator", "Zoé", "--dry-run")
    assert dry.code == 1
    assert dry.out == (
        f"{news}:1: “Joe Biden parle.” (16 characters; 2023-10-17; 1 leader)\n"
        "1 new article would come from 1 file with 1 span by Zoé. Nothing was changed.\n"
    )
    told = run("import", tmp_path / "war", news, "--annotator", "Zoé", "--dry-run", "--json").json()
    assert [each["title"] for each in told.pop("expected")] == ["Joe Biden parle."]
    real = run("import", tmp_path / "war", news, "--annotator", "Zoé")
    assert real.err == dry.err
    again = run("import", tmp_path / "war", news, "--annotator", "Zoé", "--json").json()
    assert (told["articles"], told["complete"], told["problems"]) == (1, True, again["problems"])


def test_imported_spans_are_the_annotators(project: Path) -> None:
    with Project.open(project) as opened:
        annotation = opened.annotation(1, opened.find_annotator("Zoé"))
    assert [(each.start, each.end, each.label) for each in annotation.spans] == [(0, 9, "leader")]
    assert annotation.status is Status.IN_PROGRESS


def test_the_status_of_an_import(run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "La Russie.", "spans": []}', "utf-8")
    run("new", tmp_path / "war")
    assert (
        run("import", tmp_path / "war", tmp_path / "a.jsonl", "--annotator", "Ali", "--status", "set-aside").code == 0
    )
    (ali,) = run("stats", tmp_path / "war", "--json").json()["annotators"]
    assert ali["articles"] == {"new": 0, "in progress": 0, "finished": 0, "set aside": 1}


def test_suggesting_once_is_enough(run, project: Path) -> None:
    report = run("suggest", project, "--json").json()
    assert report["articles"] == 3
    assert report["suggestions"]["country"] == 2
    assert sum(report["suggestions"].values()) == sum(report["tiers"].values())
    again = run("suggest", project)
    assert (again.code, again.err) == (0, "")
    assert again.out.startswith("Nothing to do")


def test_showing_the_list(run, project: Path) -> None:
    ran = run("show", project)
    rows = [line.split() for line in ran.out.splitlines()]
    assert rows == [
        ["id", "status", "characters", "title"],
        ["1", "in", "progress", "50", "Un", "sommet"],
        ["2", "new", "26", "Un", "autre", "sommet"],
        ["3", "new", "9", "Rien"],
    ]
    assert run("show", project, "--annotator", "zoé").out == ran.out
    assert run("show", project, "--annotator", "Ali").code == 1


def test_showing_an_article_without_colour(run, project: Path) -> None:
    run("suggest", project)
    assert run("show", project, "1").out == (
        "Un sommet\n\n[Joe Biden|leader] a promis ‹3 millions d'euros|sum?› à l'‹Ukraine|country?›.\n"
    )
    assert (
        run("show", project, "Un autre").out
        == "Un autre sommet\n\nLa ‹Russie|country?› quitte l'‹OTAN|alliance?› 😀.\n"
    )
    assert run("show", project, "Un").code == 1
    assert run("show", project, "7").err == "annotator: no article has the id or title “7”.\n"


def test_showing_an_article_in_colour(run, project: Path) -> None:
    run("suggest", project)
    shown = at_a_terminal("-m", "annotator", "show", project, "1")
    colour = next(label.colour for label in DEFAULT_LABELS if label.id == "leader")
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    assert f"48;2;{red};{green};{blue}m Joe Biden " in shown  # the leaders' colour behind the name
    assert re.search(r"\x1b\[4;[0-9;]*m3 millions d'euros", shown)  # a suggestion is underlined
    assert ESCAPE.sub("", shown).split("\n\n")[1].split() == (
        ["Joe", "Biden", "leader", "a", "promis", "3", "millions", "d'euros", "sum?", "à", "l'Ukraine", "country?."]
    )


@pytest.mark.parametrize("wish", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_where_it_is_not_wanted(run, project: Path, wish: dict[str, str]) -> None:
    run("suggest", project)
    shown = at_a_terminal("-m", "annotator", "show", project, "1", **wish)
    assert "[Joe Biden|leader] a promis ‹3 millions d'euros|sum?›" in ESCAPE.sub("", shown)
    assert "48;2" not in shown


def test_statistics(run, project: Path) -> None:
    run("suggest", project)
    with Project.open(project) as opened:
        session = Session(opened, opened.find_annotator("Zoé"))
        session.open(2)
        session.accept(session.pending())
        session.set_status(Status.FINISHED)
    counted = run("stats", project, "--json").json()
    assert (counted["articles"], counted["characters"]) == (3, 85)
    (zoe,) = counted["annotators"]
    assert zoe["name"] == "Zoé"
    assert zoe["articles"] == {"new": 1, "in progress": 1, "finished": 1, "set aside": 0}
    assert zoe["spans"] == {"leader": 1, "country": 1, "alliance": 1, "weapon": 0, "sum": 0}
    assert zoe["suggestions"]["country"] == {"accepted": 1, "changed": 0, "rejected": 0, "pending": 1}
    shown = run("stats", project).out
    assert "Zoé: 1 new, 1 in progress, 1 finished, 0 set aside" in shown
    assert re.search(r"country +1 +2 +1 +0 +0 +1", shown)


def test_sums_are_added_up_by_currency(run, tmp_path: Path) -> None:
    sums = ["3 millions d'euros", "de 2 à 5 €", "1,5 million de dollars", "des milliards de dollars", "800 dollars US"]
    text = ", ".join(sums)
    spans = [{"start": text.index(each), "end": text.index(each) + len(each), "label": "sum"} for each in sums]
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": text, "spans": spans}), "utf-8")
    run("new", tmp_path / "war")
    assert run("import", tmp_path / "war", tmp_path / "a.jsonl", "--annotator", "Zoé").code == 0
    (zoe,) = run("stats", tmp_path / "war", "--json").json()["annotators"]
    assert zoe["sums"] == {
        "totals": [
            {"currency": "EUR", "name": "EUR", "spans": 2, "amount": 3_000_002},
            {"currency": "USD", "name": "USD", "spans": 1, "amount": 800},
            {"currency": None, "name": "dollars", "spans": 1, "amount": 1_500_000},
        ],
        "unread": 1,
    }
    shown = run("stats", tmp_path / "war").out
    assert re.search(r"EUR +2 +3,000,002\b", shown)
    assert re.search(r"dollars \(open\) +1 +1,500,000\b", shown)
    assert shown.endswith("1 sum without a number that can be read.\n")


def test_statistics_of_nothing(run, tmp_path: Path) -> None:
    run("new", tmp_path / "war")
    assert "0 articles" in run("stats", tmp_path / "war").out


def test_checking_a_sound_project(run, project: Path) -> None:
    run("suggest", project)
    ran = run("check", project)
    assert (ran.code, ran.err) == (0, "")
    assert "Checked 3 articles" in ran.out
    assert ran.out.endswith("Everything is in order.\n")
    assert run("check", project, "--json").json()["problems"] == []


def test_checking_a_damaged_project(run, project: Path) -> None:
    with Project.open(project) as opened, opened.database.transaction():
        opened.database.execute("UPDATE articles SET length = 7 WHERE id = 3")
    ran = run("check", project)
    assert ran.code == 1
    assert "article 3: the text has 9 characters, not 7\n1 problem found.\n" in ran.out
    assert run("check", project, "--json").json()["problems"] == [
        {"where": "article 3", "what": "the text has 9 characters, not 7"}
    ]


def test_exporting(run, project: Path, tmp_path: Path) -> None:
    nothing = run("export", project, tmp_path / "out")
    assert nothing.code == 1
    assert "no article of the project is finished" in nothing.err
    ran = run("export", project, tmp_path / "out", "--include", "in-progress", "--dev", "0", "--annotator", "Zoé")
    assert ran.code == 0
    assert "1 article with 1 span to train on" in ran.out
    assert json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))["annotators"] == ["Zoé"]
    again = run("export", project, tmp_path / "out", "--include", "in-progress", "--include", "new", "--json")
    assert again.json()["articles"] == 3
    assert run("export", project, tmp_path / "out", "--annotator", "Nobody").code == 1


def test_a_bar_for_those_who_wait_at_a_terminal() -> None:
    script = (
        "import time\n"
        "from annotator.cli.progress import progress_bar\n"
        "with progress_bar('counting') as progress:\n"
        "    progress(1, 2)\n"
        "    time.sleep({})\n"
    )
    assert "counting" in at_a_terminal("-c", script.format(1.5))
    assert "counting" not in at_a_terminal("-c", script.format(0))
    silent = subprocess.run([sys.executable, "-c", script.format(1.5)], capture_output=True, check=True)
    assert (silent.stdout, silent.stderr) == (b"", b"")


@pytest.mark.parametrize("width", [34, 100])
def test_long_titles_fit_the_terminal(run, project: Path, width: int) -> None:
    lines = at_a_terminal("-m", "annotator", "show", project, COLUMNS=str(width)).splitlines()
    assert len(lines) == 4
    assert max(map(len, lines)) == min(width, len(" 2  new                  26  Un autre sommet"))
    assert lines[1].endswith("…") == (width == 34)
