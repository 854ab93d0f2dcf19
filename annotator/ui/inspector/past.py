"""What the inspector says of a span's past: «14:02 Ana : dirigeant → pays»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.annotation import Span
from annotator.core.edits import Verb
from annotator.core.suggestions import Decision
from annotator.ui.dates import moment_words
from annotator.ui.language import QT_TRANSLATE_NOOP, translate
from annotator.ui.wording import name_of, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from annotator.core.labels import Label
    from annotator.store.span_history import Entry

_MOST = 30

_BEGINNINGS = {
    Verb.DRAW: QT_TRANSLATE_NOOP("inspector", "à la main, {label}"),
    Verb.IMPORT: QT_TRANSLATE_NOOP("inspector", "importé, {label}"),
    Verb.MERGE: QT_TRANSLATE_NOOP("inspector", "par fusion, {label}"),
    Verb.ACCEPT: QT_TRANSLATE_NOOP("inspector", "accepté, {label}"),
    Verb.ACCEPT_ALL: QT_TRANSLATE_NOOP("inspector", "accepté avec d'autres, {label}"),
    Verb.LABEL_EVERYWHERE: QT_TRANSLATE_NOOP("inspector", "étiqueté partout, {label}"),
    Verb.RELABEL_EVERYWHERE: QT_TRANSLATE_NOOP("inspector", "étiqueté partout, {label}"),
}

_DECISIONS = {
    Decision.PENDING: QT_TRANSLATE_NOOP("inspector", "à décider"),
    Decision.ACCEPTED: QT_TRANSLATE_NOOP("inspector", "accepté"),
    Decision.CHANGED: QT_TRANSLATE_NOOP("inspector", "modifié"),
    Decision.REJECTED: QT_TRANSLATE_NOOP("inspector", "rejeté"),
}


def past_words(entries: Sequence[Entry], who: str, text: str, labels: Mapping[str, Label]) -> str:
    """Say what was done to a span or a suggestion, the last thing first, one line each.

    Args:
        entries: what was done, in order.
        who: name of who did it.
        text: the article.
        labels: those of the project by id.
    """
    lines = []
    for entry in list(reversed(entries))[:_MOST]:
        words = translate("inspector", "{time} {name} : {what}")
        lines.append(words.format(time=moment_words(entry.at), name=who, what=_entry_words(entry, text, labels)))
    return "\n".join(lines)


def _entry_words(entry: Entry, text: str, labels: Mapping[str, Label]) -> str:
    undone = entry.kind == "undo"
    change = entry.change
    before, after = (change.after, change.before) if undone else (change.before, change.after)
    if isinstance(before, Decision) or isinstance(after, Decision):
        words = translate("inspector", _DECISIONS[after if isinstance(after, Decision) else Decision.PENDING])
    else:
        words = _span_words(entry.verb, before, after, text, labels)
    if undone:
        return translate("inspector", "annulé ({what})").format(what=words)
    return translate("inspector", "rétabli ({what})").format(what=words) if entry.kind == "redo" else words


def _span_words(verb: Verb, before: Span | None, after: Span | None, text: str, labels: Mapping[str, Label]) -> str:
    if after is None:
        return translate("inspector", "supprimé")
    if before is None:
        begun = _BEGINNINGS.get(verb, QT_TRANSLATE_NOOP("inspector", "suggestion modifiée, {label}"))
        return translate("inspector", begun).format(label=name_of(after.label, labels))
    words = []
    if before.label != after.label:
        words.append(f"{name_of(before.label, labels)} → {name_of(after.label, labels)}")
    if (before.start, before.end) != (after.start, after.end):
        old, new = (quoted(" ".join(text[span.start : span.end].split())) for span in (before, after))
        words.append(f"{old} → {new}")
    if before.note != after.note:
        words.append(translate("inspector", "note") if after.note else translate("inspector", "note retirée"))
    return ", ".join(words)
