"""What an annotator does at the desk, with real keys and a real mouse on a real (virtual) screen."""

from __future__ import annotations

import getpass
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from Xlib import XK, X, display
from Xlib.ext import xtest

from annotator.app.importing import import_files
from annotator.app.project import Project
from annotator.core.annotation import Annotation
from annotator.core.article import Article

_PROBE = Path(__file__).with_name("probe.py")
_NEIGHBOUR = Path(__file__).with_name("neighbour.py")
_PATIENCE = 30.0  # generous: a busy machine must not fail a test
_KEYS = {
    "ctrl": "Control_L",
    "shift": "Shift_L",
    "alt": "Alt_L",
    "+": "plus",
    ".": "period",
    ",": "comma",
    ";": "semicolon",
    "=": "equal",
}


class Desk:
    """One annotator, one screen, and the program where it has been started."""

    def __init__(self, screen: str, folder: Path) -> None:
        self.folder = folder
        self._screen = screen
        self._display = display.Display(screen)
        self._program: subprocess.Popen[str] | None = None
        self._project = folder / "projet.annot"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._program is not None:
            if error is not None:
                self.picture(self.folder / "failed.png")
            self.kill()
        self._display.close()

    # The program

    def start(self, *arguments: str, newcomer: bool = False) -> None:
        """Start the program with these arguments and wait until its window is active.

        Somebody who sits down has given their name before, unless they are a newcomer or the settings say otherwise.
        """
        environment = os.environ | {
            "DISPLAY": self._screen,
            "QT_QPA_PLATFORM": "xcb",
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "XDG_DATA_HOME": str(self.folder / "data"),
            "LC_ALL": "C.UTF-8",  # the window speaks French where the system says nothing
        }
        environment.pop("WAYLAND_DISPLAY", None)
        environment.pop("LANGUAGE", None)
        kept = self.folder / "config" / "annotator" / "settings.json"
        if not newcomer and not kept.exists():
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(json.dumps({"annotator": getpass.getuser()}), "utf-8")
        self._program = subprocess.Popen(
            [sys.executable, str(_PROBE), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            cwd=self.folder,
            text=True,
        )
        self.until(lambda: (state := self.state()) and state["active"])

    def open(self, project: Path | None = None) -> None:
        """Start the program on a project and wait until an article is open and everything is suggested."""
        self._project = project or self._project
        self.start("open", str(self._project))
        self.until(lambda: (state := self.state())["article"] and not state["busy"])

    def use(self, project: Path) -> None:
        """Look into this project file from now on."""
        self._project = project

    def kill(self) -> None:
        """End the program as a power cut would."""
        if self._program is not None:
            self._program.send_signal(signal.SIGKILL)
            self._end()

    def quit(self) -> int:
        """Close the program as a person does, and return its exit code."""
        self.press("ctrl+q")
        return self._end()

    def _end(self) -> int:
        code = self._program.wait(_PATIENCE)
        self._program.stdin.close()
        self._program.stdout.close()
        self._program = None
        return code

    def _ask(self, what: str, **details: object) -> Any:
        self._program.stdin.write(json.dumps({"ask": what, **details}) + "\n")
        self._program.stdin.flush()
        return json.loads(self._program.stdout.readline())

    def state(self) -> dict[str, Any]:
        """Return what the window shows."""
        return self._ask("state")

    def settling(self) -> dict[str, Any]:
        """Return what the page shows on which places are settled; nothing where it is not in sight."""
        return self._ask("settling") or {}

    def listed(self) -> list[int]:
        """Return the ids of the articles in the list, in its order."""
        return self._ask("listed")

    def label(self, name: str) -> str | None:
        """Return what a label shows, of the dialog or of the window, by its object name; None where it is hidden."""
        return self._ask("label", name=name)

    def texts(self, inside: str = "") -> list[str]:
        """Return what the labels in sight show, in a control or in the whole dialog or window."""
        return self._ask("texts", name=inside)

    def buttons(self) -> list[str]:
        """Return what the buttons in sight show, of the dialog or of the window."""
        return self._ask("buttons")

    def paper(self) -> int:
        """Return how light the background of the article is, from 0 to 255."""
        return self._ask("paper")

    def width(self, words: str) -> int:
        """Return how far apart the first and the last letter of words of the article are, in pixels."""
        (left, _), (right, _) = self._find(words, 0)
        return right - left

    def picture(self, path: Path) -> None:
        """Save a picture of the window."""
        self._ask("grab", path=str(path))

    def until(self, condition: Callable[[], object]) -> Any:
        """Wait until a condition holds and return what it gave."""
        deadline = time.monotonic() + _PATIENCE
        while not (found := condition()):
            if time.monotonic() > deadline:
                raise AssertionError(f"waited in vain; the window shows {self._program and self.state()}")
            time.sleep(0.02)
        return found

    # The hand

    def press(self, *presses: str) -> None:
        """Press keys one after the other, such as ``"Return"`` or ``"ctrl+shift+z"``."""
        for each in presses:
            *modifiers, key = each.split("+") if each != "+" else [each]
            codes = [
                self._code(name)
                for name in ({"ctrl": "Control_L", "shift": "Shift_L", "alt": "Alt_L"}[m] for m in modifiers)
            ]
            codes.append(self._code(_KEYS.get(key, key)))
            for code in codes:
                self._send(X.KeyPress, code)
            for code in reversed(codes):
                self._send(X.KeyRelease, code)
            self._settle()

    def press_at_once(self, *presses: str) -> None:
        """Press keys as somebody does who waits for nothing."""
        for each in presses:
            *modifiers, key = each.split("+")
            codes = [self._code(_KEYS.get(name, name)) for name in (*modifiers, key)]
            for code in codes:
                xtest.fake_input(self._display, X.KeyPress, code)
            for code in reversed(codes):
                xtest.fake_input(self._display, X.KeyRelease, code)
        self._display.sync()

    def typed(self) -> str | None:
        """Return what stands in the field that has the focus; None where no field has it."""
        return self._ask("typed")

    def type(self, words: str) -> None:
        """Type characters that an American keyboard has."""
        for character in words:
            code, level = next(iter(self._display.keysym_to_keycodes(ord(character))))
            shift = [self._code("Shift_L")] if level else []
            for each in (*shift, code):
                self._send(X.KeyPress, each)
            for each in (code, *shift):
                self._send(X.KeyRelease, each)
        self._settle()

    def name_file(self, keys: str, path: Path) -> None:
        """Press keys that ask for a file, type its path into the dialog and agree."""
        self.press(keys)
        self.until(lambda: self._ask("typed") is not None)
        self.type(str(path))
        self.until(lambda: self._ask("typed") == str(path))
        asking = self.state()["dialog"]
        self.press("Return")
        self.until(lambda: self.state()["dialog"] != asking)
        if not self.state()["dialog"]:
            self.reactivate()

    def export(self, target: Path, *, keys: str = "ctrl+e", kind: str = "") -> None:
        """Press keys that ask what to export, choose a kind by the first letters of its title, and agree on a path."""
        self.press(keys)
        self.dialog("Exporter")
        if kind:
            self.type(kind)
        self.until(lambda: self._ask("typed") is None)
        self.press("alt+e")
        self.until(lambda: self._ask("typed") is not None)
        self.press("ctrl+a")
        self.type(str(target))
        self.until(lambda: self._ask("typed") == str(target))
        self.agree()

    def preview(self, head: str) -> None:
        """Wait until the dialog before an import says this at its head, and has nothing more to read."""
        self.until(lambda: self._ask("label", name="preview_head") == head)

    def dialog(self, title: str) -> None:
        """Wait for a dialog of this title, and until it has the keyboard, which a window manager would give it."""
        self.until(lambda: self.state()["dialog"] == title)
        self._ask("activate")
        self.until(lambda: (state := self.state())["dialog"] == title and state["dialog_active"])

    def agree(self, *keys: str) -> None:
        """Press keys (by default Return) that close the dialog, and go back to the window."""
        self.press(*(keys or ("Return",)))
        self.until(lambda: not self.state()["dialog"])
        self.reactivate()

    @contextmanager
    def clipboard(self, text: str) -> Iterator[None]:
        """Let another program put a text on the clipboard for the while of a block."""
        with self._other_program("copy", text):
            yield

    def drop(self, path: Path, onto: str) -> None:
        """Drag a file out of another program's window and drop it on a control, by its object name."""
        with self._other_program("drag", str(path)):
            x, y = self.until(lambda: self._ask("widget", name=onto))
            self._move(1500, 40)  # where the other program's window lies
            self._send(X.ButtonPress, 1)
            for step in range(1, 21):
                self._move(1500 + (x - 1500) * step // 20, 40 + (y - 40) * step // 20)
                time.sleep(0.01)
            self.until(lambda: self._ask("label", name="drop_hint"))
            self._send(X.ButtonRelease, 1)
            self.until(lambda: not self._ask("label", name="drop_hint"))

    @contextmanager
    def _other_program(self, *arguments: str) -> Iterator[None]:
        environment = os.environ | {"DISPLAY": self._screen, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
        other = subprocess.Popen(
            [sys.executable, str(_NEIGHBOUR), *arguments], stdout=subprocess.PIPE, env=environment, text=True
        )
        with other:
            try:
                assert other.stdout is not None
                assert other.stdout.readline() == "ready\n"
                yield
            finally:
                other.kill()

    def reactivate(self) -> None:
        """Give the keyboard back to the window after a dialog, as a window manager does."""
        self._ask("activate")
        self.until(lambda: self.state()["active"])

    def lay_out_keyboard(self, layout: str) -> None:
        """Make it a French (``fr``) or an American (``us``) keyboard."""
        subprocess.run(["setxkbmap", "-display", self._screen, layout], check=True)
        time.sleep(0.2)
        self._display.close()
        self._display = display.Display(self._screen)

    def press_key_at(self, keycode: int, *, ctrl: bool = False) -> None:
        """Press the key at a place of the keyboard, whatever is printed on it."""
        codes = [self._code("Control_L")] * ctrl + [keycode]
        for code in codes:
            self._send(X.KeyPress, code)
        for code in reversed(codes):
            self._send(X.KeyRelease, code)
        self._settle()

    def click(self, name: str) -> None:
        """Click a control, by its object name."""
        self._move(*self.until(lambda: self._ask("widget", name=name)))
        self._button(1)

    def click_on(self, words: str, *, which: int = 0) -> None:
        """Click on words of the article."""
        (start, _) = self._find(words, which)
        self._move(*start)
        self._button(1)

    def double_click_on(self, words: str, *, which: int = 0) -> None:
        """Double-click on words of the article."""
        (start, _) = self._find(words, which)
        self._move(*start)
        self._button(1)
        self._button(1)

    def ask_menu_of(self, words: str, *, which: int = 0) -> None:
        """Press the right button of the mouse on words of the article."""
        (start, _) = self._find(words, which)
        self._move(*start)
        self._button(3)

    def drag_end(self, words: str, *, onto: str, then: str = "") -> None:
        """Drag the end of the mark on some words onto others, and let go, after pressing a key if one is given."""
        self._find(words, 0)
        start, end = self.extent(words)
        x, y = self.until(lambda: self._ask("end_of_mark", start=start, end=end))
        to_x, to_y = self._find(onto, 0)[1]
        self._move(x, y)
        self._send(X.ButtonPress, 1)
        for step in range(1, 9):
            self._move(x + (to_x - x) * step // 8, y + (to_y - y) * step // 8)
        self._settle()
        if then:
            self.press(then)
        self._send(X.ButtonRelease, 1)
        self._settle()

    def drag_over(self, words: str, *, which: int = 0) -> None:
        """Drag from the first to the last character of words of the article."""
        (x, y), (to_x, to_y) = self._find(words, which)
        self._move(x, y)
        self._send(X.ButtonPress, 1)
        for step in range(1, 9):
            self._move(x + (to_x - x) * step // 8, y + (to_y - y) * step // 8)
        self._send(X.ButtonRelease, 1)
        self._settle()

    def _find(self, words: str, which: int) -> list[list[int]]:
        start, end = self.extent(words, which=which)
        self._move(*self._ask("view"))
        for turn in [5] * 60 + [4] * 120:  # the wheel: down to the end, then up to the start
            spots = self._ask("where", start=start, end=end)
            if spots:
                return spots
            self._button(turn)
        raise AssertionError(f"“{words}” cannot be scrolled into view")

    def _code(self, key: str) -> int:
        return self._display.keysym_to_keycode(XK.string_to_keysym(key))

    def _move(self, x: int, y: int) -> None:
        xtest.fake_input(self._display, X.MotionNotify, x=x, y=y)
        self._display.sync()

    def _button(self, number: int) -> None:
        self._send(X.ButtonPress, number)
        self._send(X.ButtonRelease, number)
        self._settle()

    def _send(self, kind: int, detail: int) -> None:
        xtest.fake_input(self._display, kind, detail)
        self._display.sync()

    def _settle(self) -> None:
        """Wait until the program has most likely seen what was done; what must follow is waited for with `until`."""
        time.sleep(0.02)
        if self._program is not None and self._program.poll() is None:
            self.state()

    # The file

    def article(self) -> Article:
        """Read the article whose text is in sight from the project file."""
        with Project.open(self._project) as project:
            return project.article(self.settling().get("article") or self.state()["article"])

    def annotation(self, article: int | None = None) -> Annotation:
        """Read the annotation of the open article, or of another, from the project file."""
        with Project.open(self._project) as project:
            return project.annotation(article or self.state()["article"], min(project.annotators()))

    def extent(self, words: str, *, which: int = 0) -> tuple[int, int]:
        """Return where words stand in the open article."""
        text, at = self.article().text, -1
        for _ in range(which + 1):
            at = text.index(words, at + 1)
        return at, at + len(words)

    def spans(self) -> list[tuple[str, str]]:
        """Return the text and the label of each span of the open article, from the file."""
        text = self.article().text
        return [(text[span.start : span.end], span.label) for span in self.annotation().spans]


def project_of(texts: Sequence[str], folder: Path) -> Path:
    """Make a project of some texts in a folder; the ids of its articles count them from 1."""
    paths = [folder / f"{number}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, "utf-8")
    with Project.create(folder / "guerre.annot") as project:
        import_files(project, paths)
    return folder / "guerre.annot"
