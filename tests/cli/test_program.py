"""Which command runs, what it costs to start, and what goes wrong in which way."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from annotator import __version__
from annotator.cli.program import run as run_program
from annotator.core.errors import UserError

COMMANDS = (
    "open",
    "new",
    "import",
    "imports",
    "suggest",
    "export",
    "formats",
    "stats",
    "list",
    "show",
    "pipe",
    "evaluate",
    "agreement",
    "settle",
    "share",
    "merge",
    "lexicon",
    "rules",
    "everywhere",
    "splits",
    "demo",
    "check",
)


class Desk:
    """Stands where the window would be and remembers what it was asked to open."""

    def __init__(self) -> None:
        self.opened: list[tuple[Path | None, bool]] = []

    def __call__(self, project: Path | None, sample: bool) -> int:
        self.opened.append((project, sample))
        return 0


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_the_version(run) -> None:
    assert run("--version") == type(run("--version"))(0, f"annotator {__version__}\n", "")


def test_help_names_every_command_in_the_order_of_the_work(run) -> None:
    shown = run("--help")
    assert shown.code == 0
    listed = [line.split()[0] for line in shown.out.partition("Commands:")[2].splitlines() if line.strip()]
    assert listed == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_with_an_example(run, command: str) -> None:
    shown = run(command, "--help")
    assert shown.code == 0
    assert shown.out.startswith(f"Usage: annotator {command}")
    assert f"annotator {command}" in shown.out.partition("Examples:")[2]
    assert "\b" not in shown.out


@pytest.mark.parametrize(
    ("arguments", "opened"),
    [
        ([], (None, False)),
        (["war.annot"], (Path("war.annot"), False)),
        (["open", "war.annot"], (Path("war.annot"), False)),
        (["open"], (None, False)),
        (["--sample"], (None, True)),
        (["open", "--sample"], (None, True)),
        (["open", "--", "stats"], (Path("stats"), False)),
    ],
)
def test_a_project_or_nothing_opens_the_window(
    desk: Desk, arguments: list[str], opened: tuple[Path | None, bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":7")
    assert run_program(arguments, open_window=desk) == 0
    assert desk.opened == [opened]


def test_the_exit_code_of_the_window_is_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":7")
    assert run_program([], open_window=lambda *_: 3) == 3


def test_a_project_that_exists_is_opened_whatever_it_is_called(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "stat").touch()
    assert run_program(["stat"], open_window=desk) == 0
    assert desk.opened == [(Path("stat"), False)]


@pytest.mark.parametrize(
    "arguments",
    [
        ["stast", "war.annot"],
        ["new"],
        ["new", "a", "b"],
        ["stats", "--nothing", "war.annot"],
        ["import", "war.annot", "x.txt", "--status", "done"],
        ["export", "war.annot", "out", "--dev", "2"],
        ["export", "war.annot", "out", "--format", "xml"],
        ["open", "war.annot", "--sample"],
        ["--nothing"],
    ],
)
def test_wrong_usage_is_2(run, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert ran.err
    assert not ran.out


def test_a_command_mistyped_is_asked_back(run) -> None:
    assert "did you mean “annotator stats”?" in run("stast").err


def test_a_word_that_is_neither_command_nor_project_is_wrong_usage(run) -> None:
    ran = run("qwertz")
    assert (ran.code, ran.out) == (2, "")
    assert "no command and no project “qwertz”" in ran.err


@pytest.mark.parametrize("command", ["suggest", "stats", "show", "check"])
def test_a_missing_project_is_one_sentence(run, command: str, tmp_path: Path) -> None:
    ran = run(command, tmp_path / "nowhere.annot")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"annotator: there is no project file {tmp_path / 'nowhere.annot'}.\n"


def test_a_file_that_is_no_project_is_one_sentence(run, tmp_path: Path) -> None:
    (tmp_path / "notes.annot").write_text("Je ne suis pas un projet.", "utf-8")
    ran = run("stats", tmp_path / "notes.annot")
    assert (ran.code, ran.out) == (1, "")
    assert "is not an Annotator project" in ran.err
    assert ran.err.count("\n") == 1


def test_a_project_that_exists_is_not_made_again(run, tmp_path: Path) -> None:
    made = run("new", tmp_path / "war")
    assert made.code == 0
    assert str(tmp_path / "war.annot") in made.out
    again = run("new", tmp_path / "war")
    assert again.code == 1
    assert "exists already" in again.err


def test_without_a_display_the_window_says_so(spawn, tmp_path: Path) -> None:
    ran = spawn(tmp_path / "war.annot", DISPLAY=None, WAYLAND_DISPLAY=None, QT_QPA_PLATFORM=None)
    assert (ran.code, ran.out) == (1, "")
    assert "there is no display" in ran.err


def test_an_error_of_the_window_is_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    def refuse(project: Path | None, sample: bool) -> int:
        raise UserError("the window is shut.", "La fenêtre est fermée.")

    monkeypatch.setenv("DISPLAY", ":7")
    assert run_program([], open_window=refuse) == 1
    assert capsys.readouterr().err == "annotator: the window is shut.\n"


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["import", "--help"], ["stast"]])
def test_light_commands_load_nothing_heavy(arguments: list[str]) -> None:
    script = (
        "import sys\n"
        "from annotator.__main__ import main\n"
        f"main({arguments!r})\n"
        "print(*sorted({'PySide6', 'spacy', 'sqlite3', 'sqlite_utils', 'babel', 'numpy'} & set(sys.modules)), 'loaded')"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "loaded"


def test_counting_loads_no_spacy(project: Path) -> None:
    script = (
        "import sys\n"
        "from annotator.__main__ import main\n"
        f"assert main(['stats', {str(project)!r}]) == 0\n"
        f"assert main(['show', {str(project)!r}, '2']) == 0\n"
        f"assert main(['check', {str(project)!r}]) == 0\n"
        "print(*sorted({'PySide6', 'spacy', 'babel'} & set(sys.modules)), 'loaded')"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "loaded"


def test_where_everything_has_been_read_nothing_is_loaded(run, project: Path) -> None:
    run("suggest", project)
    script = (
        "import sys\n"
        "from annotator.__main__ import main\n"
        f"assert main(['suggest', {str(project)!r}]) == 0\n"
        "print(*sorted({'PySide6', 'spacy', 'babel'} & set(sys.modules)), 'loaded')"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Nothing to do")
    assert done.stdout.splitlines()[-1] == "loaded"


def test_the_program_itself_can_be_the_worker(project: Path) -> None:
    request = json.dumps({"job": 1, "do": "suggest", "articles": None}) + "\n"
    process = subprocess.Popen(
        [sys.executable, "-m", "annotator", "-m", "annotator.app.worker", project],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(request)
    process.stdin.flush()
    events = [json.loads(process.stdout.readline()) for _ in range(3)]
    process.communicate()
    assert [event["event"] for event in events] == ["ready", "progress", "done"]
    assert events[2]["result"]["articles"] == 3
    assert process.returncode == 0
