"""An annotator who knows the right spans, has no mouse, and strikes as few keys as come to mind.

Every stroke is a real key event at the real window, and what to strike next is read off what the window shows. A
stroke with Ctrl, Alt or Shift held counts as many keys as it takes fingers.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from pathlib import Path

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.app.import_options import ImportOptions
from annotator.app.importing import import_files
from annotator.app.project import Project
from annotator.core.annotation import Annotation, Mark, Span, Status
from annotator.core.article import Article
from annotator.core.tokens import move_edge
from annotator.ui.article_view import token_cursor
from annotator.ui.main_window import MainWindow
from tests.ui.seat import ADA

Extent = tuple[int, int, str]
_FARTHEST_EDGE = 3  # beyond so many steps a span is sooner drawn anew


class Oracle:
    """Corrects the open article of a window until its spans are the right ones.

    Attributes:
        keys: how many keys were pressed, modifiers included.
        strokes: how often each stroke was made.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._bench = window.workbench
        self.keys = 0
        self.strokes: Counter[str] = Counter()

    def correct(self, right: Sequence[Span]) -> None:
        """Make the open article right and finish it."""
        wanted = [(span.start, span.end, span.label) for span in right]
        if any(_extent(mark) in wanted for mark in self._marks() if mark.suggestion is not None):
            self._press("A")
        while (wrong := self._first_wrong(wanted)) is not None:
            self._mend(wrong, wanted)
        self._press("Ctrl+Return")

    def _first_wrong(self, wanted: list[Extent]) -> Mark | Extent | None:
        """Return the first mark that should not be as it is, or the first span that is missing, in text order."""
        shown = {_extent(mark) for mark in self._marks() if mark.span is not None}
        missing = [each for each in wanted if each not in shown]
        wrong = [mark for mark in self._marks() if mark.suggestion is not None or _extent(mark) not in wanted]
        if wrong and (not missing or wrong[0].start <= missing[0][1]):
            return wrong[0]
        return missing[0] if missing else None

    def _mend(self, wrong: Mark | Extent, wanted: list[Extent]) -> None:
        if not isinstance(wrong, Mark):
            self._draw(*wrong)
            return
        meant = next((each for each in wanted if each[0] < wrong.end and wrong.start < each[1]), None)
        steps = None if meant is None else self._steps(wrong, meant)
        self._focus(wrong)
        if meant is None or steps is None:
            self._press("X")
            return
        for key, times in steps.items():
            for _ in range(times):
                self._press(key)
        if self._bench.view.focused_mark().label != meant[2]:
            self._label(meant[2])
        elif self._bench.view.focused_mark().suggestion is not None:
            self._press("Return")

    def _steps(self, mark: Mark, meant: Extent) -> dict[str, int] | None:
        """Return the strokes that bring a mark's edges to where they should be, or None where that is too far."""
        article = self._window.session.article
        steps = {"Alt+Shift+Right": 0, "Alt+Shift+Left": 0, "Alt+Right": 0, "Alt+Left": 0}
        start, end = mark.start, mark.end
        while (start, end) != meant[:2]:
            if start != meant[0]:
                by = 1 if start < meant[0] else -1
                moved = move_edge(article.text, article.grid, start, end, start_by=by)
                steps["Alt+Shift+Right" if by > 0 else "Alt+Shift+Left"] += 1
            else:
                by = 1 if end < meant[1] else -1
                moved = move_edge(article.text, article.grid, start, end, end_by=by)
                steps["Alt+Right" if by > 0 else "Alt+Left"] += 1
            if moved == (start, end) or sum(steps.values()) > _FARTHEST_EDGE:
                return None
            start, end = moved
        return steps

    def _draw(self, start: int, end: int, label: str) -> None:
        self._go_to(start)
        view = self._bench.view
        while (view.selection() or view.cursor_word())[1] < end:
            self._press("Shift+Right")
        assert (view.selection() or view.cursor_word()) == (start, end), "the span does not lie on words"
        self._label(label)

    def _go_to(self, start: int) -> None:
        """Bring the token cursor to the word at ``start``, over as few keys as lead there."""
        view, article = self._bench.view, self._window.session.article
        if view.cursor_word() is None:
            self._press("Right")  # the first press only shows where the cursor is
        starts = list(article.grid.starts)
        for stroke in _shortest(article, starts.index(view.cursor_word()[0]), starts.index(start)):
            self._press(stroke)

    def _focus(self, mark: Mark) -> None:
        focused = self._bench.view.focused_mark()
        while focused is None or focused.key != mark.key:
            here = -1 if focused is None else focused.start
            self._press("Tab" if here < mark.start else "Shift+Tab")
            focused = self._bench.view.focused_mark()

    def _label(self, label: str) -> None:
        labels = self._window.session.project.labels()
        self._press(next(each.key for each in labels if each.id == label))

    def _marks(self) -> list[Mark]:
        return self._window.session.marks()

    def _press(self, stroke: str) -> None:
        keys = QKeySequence(stroke)[0]
        QTest.keyClick(QApplication.focusWidget() or self._bench.view, keys.key(), keys.keyboardModifiers())
        QApplication.processEvents()
        self.strokes[stroke] += 1
        self.keys += 1 + sum(held in stroke for held in ("Ctrl+", "Alt+", "Shift+"))
        if self.strokes[stroke] > 2000:
            raise AssertionError(f"the oracle goes round in circles: {self.strokes}")


@dataclass(frozen=True)
class Gold:
    """The gold articles, and what one annotator should make of each.

    Attributes:
        articles: their bare texts, to be imported.
        right: the right annotations by article id.
    """

    articles: Path
    right: dict[int, Annotation]

    @classmethod
    def of(cls, file: Path, folder: Path) -> Gold:
        """Read the gold articles of ``file``; ``folder`` has room for what that takes."""
        with Project.create(folder / "right") as project:
            import_files(project, [file], ImportOptions(annotator=ADA))
            ids, ada = project.article_ids(), project.find_annotator(ADA)
            bare = folder / "bare.jsonl"
            bare.write_text("\n".join(json.dumps({"text": each.text}) for each in project.articles(ids)), "utf-8")
            return cls(bare, {id: project.annotation(id, ada) for id in ids})

    @property
    def spans(self) -> int:
        """How many spans are right."""
        return sum(len(each.spans) for each in self.right.values())

    def project(self, path: Path) -> Project:
        """Make a project of the bare articles; they get the ids they have in ``right``."""
        project = Project.create(path)
        import_files(project, [self.articles])
        project.add_annotator(ADA)
        return project


def work_through(path: Path, gold: Gold) -> Oracle:
    """Correct and finish every article in a window, and find every span as it should be in the file."""
    window = MainWindow()
    try:
        window.show()
        window.activateWindow()
        window.projects.open(path)
        QApplication.processEvents()
        oracle = Oracle(window)
        for id, right in gold.right.items():
            window.open_article(id)
            oracle.correct(right.spans)
    finally:
        window.close()
        window.deleteLater()
    with Project.open(path) as project:
        ada = project.find_annotator(ADA)
        for id, right in gold.right.items():
            done = project.annotation(id, ada)
            assert done.status is Status.FINISHED
            assert [span[1:4] for span in done.spans] == [span[1:4] for span in right.spans]
    return oracle


def _shortest(article: Article, here: int, there: int) -> list[str]:
    """Return the strokes that take the token cursor from one token to another with the fewest keys."""
    ways: list[tuple[int, int, list[str]]] = [(0, here, [])]
    seen: set[int] = set()
    while ways:
        keys, token, strokes = heappop(ways)
        if token == there:
            return strokes
        if token not in seen:
            seen.add(token)
            for stroke, (move, by) in _MOVES.items():
                reached = move(article.text, article.grid, token, by=by)
                heappush(ways, (keys + 1 + ("Ctrl+" in stroke), reached, [*strokes, stroke]))
    raise AssertionError(f"the cursor cannot come to token {there}")


_MOVES = {
    "Right": (token_cursor.step, 1),
    "Left": (token_cursor.step, -1),
    "Ctrl+Right": (token_cursor.sentence, 1),
    "Ctrl+Left": (token_cursor.sentence, -1),
    "Ctrl+Down": (token_cursor.paragraph, 1),
    "Ctrl+Up": (token_cursor.paragraph, -1),
}


def _extent(mark: Mark) -> Extent:
    return mark.start, mark.end, mark.label
