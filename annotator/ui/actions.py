"""Every action of the window: its name, its words, its keys. Menus, buttons and help are made from this table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QMainWindow, QWidget


@dataclass(frozen=True, slots=True)
class Described:
    """One action before there is a window.

    Attributes:
        name: how the code calls it; also the object name of its ``QAction``.
        menu: the menu it stands in.
        text: its words in French, the source language of the window.
        keys: its keys; the first is shown.
        hint: one sentence for the status line and assistive technology.
        while_reading: its keys are plain letters, heard only while the article or the span list has the focus.
        checkable: it is on or off.
        group: of the actions of one group exactly one is on, at first the first.
    """

    name: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    hint: str = ""
    while_reading: bool = False
    checkable: bool = False
    group: str = ""


def _t(text: str) -> str:
    """Mark a text for translation; `Actions` translates it."""
    return text


MENUS = {
    "file": _t("&Fichier"),
    "edit": _t("É&dition"),
    "annotate": _t("A&nnotation"),
    "article": _t("A&rticle"),
    "view": _t("&Affichage"),
    "help": _t("A&ide"),
}

TABLE = (
    Described("new_project", "file", _t("&Nouveau projet…"), ("Ctrl+N",)),
    Described("open_project", "file", _t("&Ouvrir un projet…"), ("Ctrl+O",)),
    Described("open_sample", "file", _t("Ouvrir l'article d'&exemple")),
    Described("import", "file", _t("&Importer des articles…"), ("Ctrl+I",)),
    Described("import_folder", "file", _t("Importer un &dossier…"), ("Ctrl+Shift+I",)),
    Described("export", "file", _t("E&xporter pour spaCy…"), ("Ctrl+E",)),
    Described(
        "lexicon",
        "file",
        _t("&Lexique et règles du projet…"),
        ("Ctrl+L",),
        _t("Les mots propres au projet, et les règles qui doivent se taire"),
    ),
    Described("quit", "file", _t("&Quitter"), ("Ctrl+Q",)),
    Described("undo", "edit", _t("&Annuler"), ("Ctrl+Z",), _t("Annule la dernière étape, dans tout le projet")),
    Described("redo", "edit", _t("&Rétablir"), ("Ctrl+Shift+Z", "Ctrl+Y")),
    Described("copy", "edit", _t("&Copier la sélection"), ("Ctrl+C",)),
    Described(
        "accept",
        "annotate",
        _t("&Accepter la suggestion"),
        ("Return", "Enter"),
        _t("Accepte la suggestion en cours et passe à la suivante"),
        while_reading=True,
    ),
    Described(
        "remove",
        "annotate",
        _t("&Rejeter ou supprimer"),
        ("X", "Delete", "Backspace"),
        _t("Rejette la suggestion en cours, ou supprime l'annotation"),
        while_reading=True,
    ),
    Described(
        "accept_all",
        "annotate",
        _t("&Tout accepter"),
        ("A",),
        _t("Accepte toutes les suggestions affichées, en une seule étape"),
        while_reading=True,
    ),
    Described(
        "accept_sure",
        "annotate",
        _t("Accepter les s&ûres"),
        ("S",),
        _t("Accepte les suggestions sûres affichées, en une seule étape"),
        while_reading=True,
    ),
    Described(
        "add_to_lexicon",
        "annotate",
        _t("Ajouter au le&xique"),
        ("L",),
        _t("Le mot choisi sera suggéré dans tous les articles du projet"),
        while_reading=True,
    ),
    Described("next_mark", "annotate", _t("Annotation &suivante"), ("Tab",), while_reading=True),
    Described("previous_mark", "annotate", _t("Annotation &précédente"), ("Shift+Tab",), while_reading=True),
    Described("next_pending", "annotate", _t("Suggestion suivante à &décider"), (".", ";"), while_reading=True),
    Described("previous_pending", "annotate", _t("Suggestion précédente à décider"), (",",), while_reading=True),
    Described("extend_end", "annotate", _t("&Fin : un mot plus loin"), ("Alt+Right",)),
    Described("shrink_end", "annotate", _t("Fin : un mot plus tôt"), ("Alt+Left",)),
    Described("shrink_start", "annotate", _t("Dé&but : un mot plus loin"), ("Alt+Shift+Right",)),
    Described("extend_start", "annotate", _t("Début : un mot plus tôt"), ("Alt+Shift+Left",)),
    Described("dismiss", "annotate", _t("&Lâcher la sélection"), ("Escape",), while_reading=True),
    Described(
        "finish",
        "article",
        _t("&Terminer et passer au suivant"),
        ("Ctrl+Return", "Ctrl+Enter"),
        _t("Marque l'article comme terminé et ouvre le suivant à faire"),
    ),
    Described("set_aside", "article", _t("&Mettre de côté"), ("Ctrl+D",)),
    Described("reopen", "article", _t("&Remettre en cours"), ("Ctrl+R",)),
    Described("next_article", "article", _t("Article &suivant"), ("Ctrl+PgDown",)),
    Described("previous_article", "article", _t("Article &précédent"), ("Ctrl+PgUp",)),
    Described("larger", "view", _t("Texte plus &grand"), ("Ctrl++", "Ctrl+=")),
    Described("smaller", "view", _t("Texte plus &petit"), ("Ctrl+-",)),
    Described("tiers_all", "view", _t("To&utes les suggestions"), ("Ctrl+1",), group="tiers"),
    Described("tiers_likely", "view", _t("Suggestions sûres et pro&bables"), ("Ctrl+2",), group="tiers"),
    Described("tiers_sure", "view", _t("Suggestions &sûres seulement"), ("Ctrl+3",), group="tiers"),
    Described("dark", "view", _t("Thème so&mbre"), ("F9",), checkable=True),
    Described("statistics", "view", _t("S&tatistiques"), ("F8",), checkable=True),
    Described("keys", "help", _t("&Raccourcis clavier"), ("F1",)),
    Described("about", "help", _t("À &propos d'Annotator")),
)


class Actions:
    """The actions of one window, made from `TABLE`; look one up by name as ``actions["undo"]``."""

    def __init__(self, window: QMainWindow, reading_pane: QWidget) -> None:
        self._by_name: dict[str, QAction] = {}
        groups: dict[str, QActionGroup] = {}
        for described in TABLE:
            action = QAction(_translate(described.text), window)
            action.setObjectName(described.name)
            action.setShortcuts([QKeySequence(key) for key in described.keys])
            action.setStatusTip(_translate(described.hint))
            action.setCheckable(described.checkable or bool(described.group))
            if described.group:
                group = groups.setdefault(described.group, QActionGroup(window))
                action.setChecked(not group.actions())
                group.addAction(action)
            if described.while_reading:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                reading_pane.addAction(action)
            else:
                window.addAction(action)
            self._by_name[described.name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def connect(self, slots: Mapping[str, object]) -> None:
        """Connect actions to what they do.

        Raises:
            ValueError: an action is left without anything to do, or a name is not in the table.
        """
        if set(slots) != set(self._by_name):
            raise ValueError(f"actions and what they do differ: {sorted(set(slots) ^ set(self._by_name))}")
        for name, slot in slots.items():
            self._by_name[name].triggered.connect(slot)

    def enable(self, *menus: str, enabled: bool) -> None:
        """Let the actions of some menus be used, or not."""
        for described in TABLE:
            if described.menu in menus:
                self._by_name[described.name].setEnabled(enabled)

    def fill_menus(self, window: QMainWindow) -> None:
        """Make the menu bar."""
        menus = {name: window.menuBar().addMenu(_translate(title)) for name, title in MENUS.items()}
        for described in TABLE:
            menus[described.menu].addAction(self._by_name[described.name])


def _translate(text: str) -> str:
    return QCoreApplication.translate("actions", text)
