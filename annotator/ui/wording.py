"""French words for the values of the core: verbs of edits, reports of jobs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from annotator.app.session import Way
from annotator.core.edits import Edit, SpanChange, Verb

if TYPE_CHECKING:
    from annotator.app.session import Changes


def _tr(text: str) -> str:
    return QCoreApplication.translate("wording", text)


_VERBS = {
    Verb.DRAW: "annotation à la main",
    Verb.RELABEL: "changement d'étiquette",
    Verb.RESIZE: "nouvelles limites",
    Verb.REMOVE: "suppression",
    Verb.ACCEPT: "suggestion acceptée",
    Verb.ACCEPT_ALL: "suggestions acceptées",
    Verb.REJECT: "suggestion rejetée",
    Verb.STATUS: "statut de l'article",
    Verb.IMPORT: "import",
}


def verb_words(changes: Changes) -> str:
    """Say what an edit did, in a few words."""
    edit = changes.edits[0]
    words = _tr(_VERBS[edit.verb])
    if edit.verb is Verb.ACCEPT_ALL:
        words = f"{_added(edit)} {words}"
    match changes.way:
        case Way.UNDO:
            return _tr("annulé : {what}").format(what=words)
        case Way.REDO:
            return _tr("rétabli : {what}").format(what=words)
    return words


def _added(edit: Edit) -> int:
    return sum(isinstance(change, SpanChange) for change in edit.changes)
