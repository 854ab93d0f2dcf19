"""The dialog that lists every action with its keys and gives it others."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.action_table import MENUS, TABLE
from annotator.ui.folding import fold
from annotator.ui.language import QT_TRANSLATE_NOOP, translate
from annotator.ui.shortcuts.bindings import Bindings, Reserved
from annotator.ui.shortcuts.key_field import KeyField
from annotator.ui.shortcuts.layouts import LAYOUTS
from annotator.ui.shortcuts.naming import key_name, key_words

if TYPE_CHECKING:
    from collections.abc import Callable

_NAME = Qt.ItemDataRole.UserRole
_RESERVED = {
    Reserved.LABELS: QT_TRANSLATE_NOOP("keys", "réservée aux étiquettes"),
    Reserved.CURSOR: QT_TRANSLATE_NOOP("keys", "réservée aux déplacements dans le texte"),
    Reserved.MENUS: QT_TRANSLATE_NOOP("keys", "ouvre un menu"),
}
_LAYOUT_NAMES = {"azerty": "AZERTY", "qwerty": "QWERTY"}


class KeysDialog(QDialog):
    """Every action and its keys; what is changed holds at once.

    Signals:
        changed: the new `Bindings`.
    """

    changed = Signal(object)

    def __init__(
        self,
        bindings: Bindings,
        of_layout: Callable[[str], Bindings],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bindings = bindings
        self._of_layout = of_layout
        self._replacing = False
        self._refused = ""  # the key that was pressed last and belongs to another action
        self.setWindowTitle(self.tr("Personnaliser les raccourcis"))
        self._filter = QLineEdit(self)
        self._filter.setObjectName("keys_filter")
        self._filter.setPlaceholderText(self.tr("Chercher une action ou une touche"))
        self._filter.setAccessibleName(self.tr("Chercher une action ou une touche"))
        self._filter.setClearButtonEnabled(True)
        self._layouts = QComboBox(self)
        self._layouts.setObjectName("keys_layout")
        self._layouts.setAccessibleName(self.tr("Clavier"))
        for layout in LAYOUTS:
            self._layouts.addItem(_LAYOUT_NAMES[layout], layout)
        self._layouts.setCurrentIndex(LAYOUTS.index(bindings.layout))
        self._tree = QTreeWidget(self)
        self._tree.setObjectName("keys_list")
        self._tree.setAccessibleName(self.tr("Actions et leurs touches"))
        self._tree.setHeaderLabels([self.tr("Action"), self.tr("Touches")])
        self._tree.setRootIsDecorated(False)
        self._tree.setItemsExpandable(False)
        self._tree.setIndentation(self.fontMetrics().averageCharWidth() * 2)
        self._tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._tree.header().setStretchLastSection(False)
        self._field = KeyField(self)
        self._field.setObjectName("keys_field")
        self._said = QLabel(self)
        self._said.setObjectName("keys_said")
        self._said.setWordWrap(True)
        self._replace = self._button(self.tr("&Changer"), "keys_replace")
        self._add = self._button(self.tr("&Ajouter une touche"), "keys_add")
        self._remove = self._button(self.tr("&Ôter les touches"), "keys_remove")
        self._reset = self._button(self.tr("&Rétablir"), "keys_reset")
        self._take = self._button(self.tr("&Prendre quand même"), "keys_take")
        self._reset_all = self._button(self.tr("&Tout rétablir"), "keys_reset_all")
        self._place()
        self._fill()
        self._connect()
        self._chosen()
        self._wait(False)
        self._filter.setFocus()
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * 92, metrics.height() * 36)

    def bindings(self) -> Bindings:
        """Return the keys as they are now."""
        return self._bindings

    def _button(self, words: str, name: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _place(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._filter, 1)
        top.addSpacing(14)
        name = QLabel(self.tr("&Clavier :"), self)
        name.setBuddy(self._layouts)
        top.addWidget(name)
        top.addWidget(self._layouts)
        deeds = QHBoxLayout()
        for button in (self._replace, self._add, self._remove, self._reset):
            deeds.addWidget(button)
        deeds.addStretch(1)
        asked = QHBoxLayout()
        asked.addWidget(self._field)
        asked.addWidget(self._said, 1)
        asked.addWidget(self._take)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self._reset_all, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.rejected.connect(self.accept)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self._tree, 1)
        column.addLayout(deeds)
        column.addLayout(asked)
        column.addWidget(buttons)
        order = (self._filter, self._layouts, self._tree, self._replace, self._add, self._remove, self._reset)
        for first, second in pairwise((*order, self._field, self._take, self._reset_all, close)):
            self.setTabOrder(first, second)

    def _connect(self) -> None:
        self._filter.textChanged.connect(self._narrow)
        self._tree.currentItemChanged.connect(self._chosen)
        self._tree.itemDoubleClicked.connect(lambda *_: self._ask(replacing=True))
        self._add.clicked.connect(lambda: self._ask(replacing=False))
        self._replace.clicked.connect(lambda: self._ask(replacing=True))
        self._remove.clicked.connect(lambda: self._give(()))
        self._reset.clicked.connect(self._reset_one)
        self._reset_all.clicked.connect(self._reset_every)
        self._take.clicked.connect(self._take_over)
        self._field.pressed.connect(self._pressed)
        self._field.left.connect(self._left)
        self._layouts.activated.connect(self._lay_out)

    def _fill(self) -> None:
        """Make the rows; what they say of keys is `_show`'s."""
        self._rows: dict[str, QTreeWidgetItem] = {}
        for menu, title in MENUS.items():
            group = QTreeWidgetItem([translate("actions", title).replace("&", "")])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = group.font(0)
            font.setBold(True)
            group.setFont(0, font)
            self._tree.addTopLevelItem(group)
            for each in TABLE:
                if each.menu == menu:
                    row = QTreeWidgetItem(group, [translate("actions", each.text).replace("&", "").rstrip("…")])
                    row.setData(0, _NAME, each.name)
                    self._rows[each.name] = row
        self._tree.expandAll()
        self._show()
        first = self._tree.topLevelItem(0)
        if first is not None:
            self._tree.setCurrentItem(self._rows[TABLE[0].name])

    def _show(self) -> None:
        for name, row in self._rows.items():
            changed = name in self._bindings.changed
            words = key_words(self._bindings.keys(name))
            # Changed ones are bold and marked, so that colour is not needed to find them.
            row.setText(1, f"{words or '–'} *" if changed else words)
            font = row.font(1)
            font.setBold(changed)
            row.setFont(1, font)
            told = self.tr("{action} : {keys}").format(action=row.text(0), keys=words or self.tr("aucune touche"))
            row.setData(0, Qt.ItemDataRole.AccessibleTextRole, told)
            row.setForeground(1, QBrush(self.palette().text()))
        self._chosen()

    def _narrow(self, words: str) -> None:
        wanted = fold(words)
        for number in range(self._tree.topLevelItemCount()):
            group = self._tree.topLevelItem(number)
            if group is None:
                continue
            rows = [row for each in range(group.childCount()) if (row := group.child(each)) is not None]
            for row in rows:
                row.setHidden(wanted not in fold(f"{row.text(0)} {row.text(1)}"))
            group.setHidden(all(row.isHidden() for row in rows))
        current = self._tree.currentItem()
        if current is None or current.isHidden():
            shown = [row for row in self._rows.values() if not row.isHidden()]
            if shown:
                self._tree.setCurrentItem(shown[0])

    def _current(self) -> str | None:
        item = self._tree.currentItem()
        return None if item is None else item.data(0, _NAME)

    def _chosen(self) -> None:
        action = self._current()
        keys = () if action is None else self._bindings.keys(action)
        self._replace.setEnabled(action is not None)
        self._add.setEnabled(bool(keys))
        self._remove.setEnabled(bool(keys))
        self._reset.setEnabled(action in self._bindings.changed)
        self._reset_all.setEnabled(bool(self._bindings.changed))

    # Asking for a key

    def _ask(self, *, replacing: bool) -> None:
        action = self._current()
        if action is None:
            return
        self._replacing = replacing
        words = self.tr("Nouvelle touche pour « {action} » ; Échap pour renoncer.")
        self._wait(True, words.format(action=self._rows[action].text(0)))

    def _wait(self, waiting: bool, words: str = "") -> None:
        self._field.setText("")
        self._field.setVisible(waiting)
        self._take.hide()
        self._say(words)
        if waiting:
            self._field.setFocus()
        elif not self._filter.hasFocus():
            self._tree.setFocus()

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setAccessibleName(words)

    def _pressed(self, key: str) -> None:
        action = self._current()
        if action is None:
            return
        self._field.setText(key_name(key))
        self._take.hide()
        reserved = self._bindings.reserved(key)
        holder = self._bindings.holder(key)
        if reserved is not None:
            why = translate("keys", _RESERVED[reserved])
            self._say(self.tr("{key} : {why}. Essayez-en une autre.").format(key=key_name(key), why=why))
        elif holder is not None and holder != action:
            self._refused = key
            words = self.tr("{key} sert déjà à « {action} ». Essayez-en une autre, ou prenez-la.")
            self._say(words.format(key=key_name(key), action=self._rows[holder].text(0)))
            self._take.show()
        else:
            self._bind(key)

    def _left(self) -> None:
        # A click on « prendre quand même » takes the focus away, too, and comes after.
        if not self._take.isVisible() or not (self._take.hasFocus() or self._take.isDown() or self._take.underMouse()):
            self._wait(False)

    def _take_over(self) -> None:
        self._bind(self._refused)

    def _bind(self, key: str) -> None:
        action = self._current()
        if action is None:
            return
        kept = () if self._replacing else self._bindings.keys(action)
        self._give((*kept, key))
        words = self.tr("{key} : « {action} »")
        self._wait(False, words.format(key=key_name(key), action=self._rows[action].text(0)))

    # What changes

    def _give(self, keys: tuple[str, ...]) -> None:
        action = self._current()
        if action is not None:
            self._become(self._bindings.with_keys(action, keys))

    def _reset_one(self) -> None:
        action = self._current()
        if action is not None:
            self._become(self._bindings.reset(action))

    def _reset_every(self) -> None:
        answer = QMessageBox.question(
            self,
            self.tr("Tout rétablir"),
            self.tr("Rendre à toutes les actions leurs touches d'origine ?"),
        )
        if answer == QMessageBox.StandardButton.Yes:
            self._become(self._bindings.reset_all())

    def _lay_out(self) -> None:
        fresh = self._of_layout(self._layouts.currentData())
        self._become(fresh.restored(self._bindings.changed)[0])

    def _become(self, bindings: Bindings) -> None:
        self._bindings = bindings
        self._say("")
        self._show()
        self.changed.emit(bindings)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._tree.hasFocus():
            self._give(())
        elif event.key() == Qt.Key.Key_Down and self._filter.hasFocus():
            self._tree.setFocus()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._tree.hasFocus():
            self._ask(replacing=True)
        else:
            super().keyPressEvent(event)
