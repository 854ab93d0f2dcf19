"""Pictures of every screen of the window, for whoever judges how it looks.

``python packaging/screenshots/take.py [FOLDER]`` writes them to ``screenshots/``, which git ignores: one folder for
each theme, language and scale. Each of these runs in a process of its own, since Qt takes its scale when it starts.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
NEW_ARTICLE = (
    "Tallinn achète des obusiers\n\nL’Estonie achète douze obusiers K9 à la Corée du Sud, pour 36 millions d’euros. "
    "Le ministre Hanno Pevkur y voit un signal à l’OTAN.\n"
)
MARKED = (
    ("Estonie", "GPE"),
    ("Hanno Pevkur", "PER"),
    ("OTAN", "alliance"),
    ("obusiers K9", "WEAPON"),
    ("Centre", "PARTI"),
)
LOOKS = [
    (theme, language, scale)
    for theme, language, scale in (
        ("light", "fr", 100),
        ("light", "fr", 150),
        ("light", "en", 100),
        ("light", "en", 150),
        ("dark", "fr", 100),
        ("dark", "fr", 150),
        ("dark", "en", 100),
        ("dark", "en", 150),
        ("high_contrast", "fr", 100),
    )
]
# Screens that an action opens, as a dialog or in the window itself; the name is the action's.
ACTIONS = (
    "keys",
    "palette",
    "history",
    "lexicon",
    "project_settings",
    "preferences",
    "guidelines",
    "edit_keys",
    "everywhere_all",
    "split_token",
    "mark_menu",
    "filter_articles",
    "paste_text",
    "imports",
    "note",
    "about",
)


def take_all(folder: Path) -> None:
    """Take the pictures of every look."""
    for theme, language, scale in LOOKS:
        into = folder / f"{theme.replace('_', '-')}-{language}-{scale}"
        into.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as home:
            environment = os.environ | {
                "QT_QPA_PLATFORM": "offscreen",
                "QT_SCALE_FACTOR": str(scale / 100),
                "XDG_CONFIG_HOME": f"{home}/config",
                "XDG_DATA_HOME": f"{home}/data",
                "PYTHONPATH": str(ROOT),
            }
            command = [sys.executable, __file__, "--look", json.dumps([theme, language, str(into), home])]
            subprocess.run(command, env=environment, check=True)
        sys.stdout.write(f"{into.relative_to(folder.parent)}: {len(list(into.glob('*.png')))} pictures\n")


def take_look(theme: str, language: str, into: Path, home: Path) -> None:
    """Take the pictures of one look, in this process."""
    from dataclasses import replace

    import two_annotators
    from PySide6.QtWidgets import QApplication

    from annotator.app import settings
    from annotator.app.demo import sample_file
    from annotator.app.importing import import_files
    from annotator.app.project import Project
    from annotator.app.suggesting import suggest
    from annotator.ui import language as languages

    kept = replace(settings.load(), annotator="Ana", named=True, language=language)
    settings.save(kept.with_window(theme=theme))
    path = home / "guerre-2022.annot"
    with Project.create(path) as project:
        import_files(project, [sample_file(), HERE / "articles.jsonl"])
        suggest(project)
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    languages.install(language)
    camera = Camera(application, into)
    camera.take_welcome()
    camera.open(path)
    camera.take_article()
    camera.take_import(home)
    camera.take_mapping(home)
    for action in ACTIONS:
        camera.take_action(action)
    camera.take_export()
    together = home / "ensemble-2022.annot"
    copies = two_annotators.make(together, [sample_file(), HERE / "articles.jsonl"])
    camera.open_shared(copies[1])
    camera.open_together(together)
    camera.take_statistics()
    camera.take_settling()
    camera.take_sharing(home)
    camera.take_merging(copies)
    camera.close()


class Camera:
    """One window, looked at screen by screen."""

    def __init__(self, application: QApplication, into: Path) -> None:
        from annotator.ui.main_window import MainWindow

        self._application = application
        self._into = into
        self._count = 0
        self._window = MainWindow()
        self._window.resize(1360, 860)
        self._window.show()
        self._window.activateWindow()

    def open(self, path: Path) -> None:
        """Open a project and do some work on it, so that there is something to see."""
        self._window.projects.open(path)
        self._settle(1500)
        for action in (*["accept"] * 9, "next_mark", "next_mark"):
            self._window.actions_[action].trigger()
        self._settle(1000)
        self._window.messages.hide()

    def take_welcome(self) -> None:
        """Picture the window before anything is open."""
        self._settle()
        self._keep("welcome")

    def take_article(self) -> None:
        """Picture an article with its marks, and a search in the list."""
        from PySide6.QtTest import QTest

        self._keep("article")
        view = self._window.workbench.view
        view.focus_mark(None)
        view.setFocus()
        self._settle()
        self._keep("article-unfocused")
        self._window.actions_["next_mark"].trigger()
        self._window.actions_["search_articles"].trigger()
        QTest.keyClicks(self._application.focusWidget(), "missiles")
        self._settle(600)
        self._keep("search")
        self._window.actions_["clear_filters"].trigger()
        view.setFocus()

    def take_import(self, folder: Path) -> None:
        """Picture the preview of an import: an article that is new, some that are there, a file that is none."""
        from PySide6.QtCore import QTimer

        new, broken = folder / "depeche.txt", folder / "photo.txt"
        new.write_text(NEW_ARTICLE, "utf-8")
        broken.write_bytes(bytes(range(32)) * 40)
        QTimer.singleShot(2500, lambda: self._look("import_preview"))
        self._window.intake.preview([new, HERE / "articles.jsonl", broken])
        self._settle(500)

    def take_mapping(self, folder: Path) -> None:
        """Picture what becomes of the labels of a file, with all options unfolded, and what is nearly there already."""
        from PySide6.QtCore import QTimer

        foreign, table = folder / "prodigy.jsonl", folder / "presse.csv"
        text = NEW_ARTICLE.replace("douze", "treize") + "Le parti du Centre approuve ce choix.\n"
        spans = [
            {"start": text.index(words), "end": text.index(words) + len(words), "label": label}
            for words, label in MARKED
        ]
        foreign.write_text(json.dumps({"text": text, "spans": spans, "answer": "accept"}) + "\n", "utf-8")
        table.write_text("titre;corps;journal\nUn accord;L’Italie signe un accord avec la Grèce.;La Dépêche\n", "utf-8")

        def unfold() -> None:
            dialog = self._application.activeModalWidget()
            if dialog is not None:
                self._keep("import_labels", dialog)
                dialog.fields.unfold.click()  # type: ignore[attr-defined]
                self._settle(300)
                self._look("import_options")

        QTimer.singleShot(3500, unfold)
        self._window.intake.preview([foreign, table])
        self._settle(500)

    def take_action(self, name: str) -> None:
        """Picture what an action opens."""
        from PySide6.QtCore import QTimer

        action = self._window.actions_[name]
        self._window.actions_["next_mark"].trigger()
        QTimer.singleShot(500, lambda: self._look(name))
        action.trigger()
        self._settle(700)
        if action.isCheckable():
            action.trigger()
        self._settle()

    def take_export(self) -> None:
        """Picture the dialog of an export for spaCy and for a spreadsheet, what is said afterwards, and the report."""
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QDialog, QTabWidget

        from annotator.core import corrections
        from annotator.core.annotation import Status

        session = self._window.session
        if session is None:
            return
        for article in (2, 3, 5, 6, 8):
            self._window.open_article(article)
            session.accept(session.pending())
            session.change_each([article], lambda before: corrections.set_status(before, Status.FINISHED))
        session.change_each([3], lambda before: corrections.set_flag(before, True))
        self._window.open_article(1)

        def choose() -> None:
            dialog = self._application.activeModalWidget()
            self._keep("export", dialog)
            dialog.kinds.choose("csv-spans")
            self._wait(1500)
            self._keep("export_file", dialog)
            dialog.kinds.choose("spacy")
            dialog.accept()

        def turn() -> None:
            dialog = self._application.activeModalWidget()
            if isinstance(dialog, QDialog):
                tabs = dialog.findChild(QTabWidget)
                for page in range(tabs.count()):
                    tabs.setCurrentIndex(page)
                    self._keep(f"export_report_{page + 1}", dialog)
                dialog.reject()

        QTimer.singleShot(2500, choose)
        self._window.actions_["export"].trigger()
        while self._window.tasks.busy():
            self._wait(100)
        self._wait(300)
        self._keep("export_done")
        QTimer.singleShot(500, turn)
        self._window.messages.act()

    def open_shared(self, copy: Path) -> None:
        """Picture a copy as whom it was made for sees it first."""
        self._window.projects.open(copy)
        self._settle(1000)
        self._keep("copy")

    def open_together(self, path: Path) -> None:
        """Open a project in which several annotators worked."""
        self._window.projects.open(path)
        self._wait(2500)
        self._window.messages.hide()

    def take_statistics(self) -> None:
        """Picture each screen of the statistics."""
        from annotator.ui.statistics.screens import SCREENS

        self._window.actions_["statistics"].trigger()
        self._wait_for_work()
        for screen in SCREENS:
            self._window.statistics.page.show_screen(screen.name)
            self._wait(4000 if screen.name in ("agreement", "readiness") else 800)
            self._keep(f"statistics-{screen.name}")
        self._window.actions_["statistics"].trigger()

    def take_settling(self) -> None:
        """Picture an article in which two annotators differ."""
        self._window.actions_["settle"].trigger()
        self._wait(1500)
        self._keep("settle")
        self._window.actions_["settle"].trigger()

    def take_sharing(self, folder: Path) -> None:
        """Picture the dialog of sharing, what is said when the files are written, and what to do with them."""
        from PySide6.QtCore import QTimer

        def choose() -> None:
            dialog = self._application.activeModalWidget()
            if dialog is not None:
                dialog.names.setPlainText("Ben, Cléo, Dov")  # type: ignore[attr-defined]
                dialog.again.setChecked(True)  # type: ignore[attr-defined]
                dialog.folder.setText(str(folder / "à envoyer"))  # type: ignore[attr-defined]
                self._wait(1500)
                self._keep("share", dialog)
                dialog.accept()  # type: ignore[attr-defined]

        QTimer.singleShot(500, choose)
        self._window.actions_["share"].trigger()
        self._wait_for_work()
        self._keep("share_done")
        QTimer.singleShot(500, lambda: self._look("share_written"))
        self._window.messages.act()

    def take_merging(self, copies: list[Path]) -> None:
        """Picture what copies would bring, page by page, and what is said when they are merged."""
        from PySide6.QtCore import QTimer

        def turn() -> None:
            dialog = self._application.activeModalWidget()
            if dialog is not None:
                tabs = dialog.tabs  # type: ignore[attr-defined]
                for page in (each for each in range(tabs.count()) if tabs.isTabVisible(each)):
                    tabs.setCurrentIndex(page)
                    self._settle(200)
                    self._keep(f"merge_{page + 1}", dialog)
                dialog.accept()  # type: ignore[attr-defined]

        QTimer.singleShot(2500, turn)
        self._window.imports.merging.show_preview(copies)
        self._wait_for_work()
        self._keep("merge_done")
        QTimer.singleShot(500, lambda: self._look("merge_report"))
        self._window.messages.act()

    def _wait_for_work(self) -> None:
        """Wait until nothing goes on in the background any more, and what came of it is shown."""
        self._wait(100)
        while self._window.tasks.busy():
            self._wait(100)
        self._wait(300)

    def _wait(self, milliseconds: int) -> None:
        """Wait as the program does, so that the background process is heard."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def close(self) -> None:
        """Close the window."""
        self._window.close()

    def _look(self, name: str) -> None:
        dialog = self._application.activeModalWidget() or self._application.activePopupWidget()
        if dialog is None:
            tops = self._application.topLevelWidgets()
            dialog = next((each for each in tops if each.isVisible() and each is not self._window), None)
        self._keep(name, dialog)
        if dialog is not None:
            dialog.close()

    def _keep(self, name: str, widget: QWidget | None = None) -> None:
        self._count += 1
        (widget or self._window).grab().save(str(self._into / f"{self._count:02d}-{name}.png"))

    def _settle(self, milliseconds: int = 250) -> None:
        from PySide6.QtTest import QTest

        QTest.qWait(milliseconds)


def main(arguments: list[str]) -> None:
    """Take one look, or start a process for each."""
    if arguments[:1] == ["--look"]:
        theme, language, into, home = json.loads(arguments[1])
        take_look(theme, language, Path(into), Path(home))
    else:
        take_all(Path(arguments[0]).resolve() if arguments else ROOT / "screenshots")


if __name__ == "__main__":
    main(sys.argv[1:])
