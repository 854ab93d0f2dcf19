"""What a step of the history did, in one line: « Macron : pays → dirigeant »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.edits import (
    Change,
    DecisionChange,
    FlagChange,
    NoteChange,
    SettledChange,
    StatusChange,
    TrashChange,
    Verb,
)
from annotator.ui.language import language, translate
from annotator.ui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.store.steps import StepContent

_LONGEST_SURFACE = 48


def step_words(content: StepContent, labels: Mapping[str, str]) -> str:
    """Say what a step did.

    Args:
        content: what is known of it.
        labels: the names of the labels by id.
    """
    verb = content.first.verb
    if verb in _EVERYWHERE:
        return _everywhere(content, labels)
    if verb in (Verb.SETTLE, Verb.SETTLE_ALL, Verb.REOPEN) and (content.settled > 1 or content.spans):
        return _settled(content, labels)
    if verb is Verb.MERGE:
        return _in_articles(translate("history", "fusion"), content)
    alone = verb in (Verb.DRAW, Verb.RELABEL, Verb.RESIZE, Verb.REMOVE, Verb.NOTE) or content.spans == 1
    if content.articles > 1 or not (content.spans == 0 or alone):
        return _many(content)
    if content.spans:
        return _span(content, labels)
    telling = [each for each in content.first.changes if not isinstance(each, StatusChange)] or content.first.changes
    return _other(content, telling[0] if telling else None)


_EVERYWHERE = (Verb.LABEL_EVERYWHERE, Verb.RELABEL_EVERYWHERE, Verb.REMOVE_EVERYWHERE)


def _everywhere(content: StepContent, labels: Mapping[str, str]) -> str:
    """Say what was done to every occurrence of some words: each change is one occurrence."""
    was, now = content.surfaces
    words = _short(now or was or content.suggested)
    span = content.after or content.before
    label = labels.get(span.label, span.label) if span is not None else ""
    if content.first.verb is Verb.REMOVE_EVERYWHERE:
        form = translate("history", "{words} : retiré, {times}")
    else:
        form = translate("history", "{words} : {label}, {times}")
    times = counted(
        max(content.added, content.spans, content.decisions),
        translate("history", "occurrence"),
        translate("history", "occurrences"),
    )
    return _in_articles(form.format(words=words, label=label, times=times), content)


def _settled(content: StepContent, labels: Mapping[str, str]) -> str:
    """Say what was settled: at one place what stands there now, of several only how many they are."""
    if content.settled > 1:
        places = counted(content.settled, translate("history", "point réglé"), translate("history", "points réglés"))
        return _in_articles(places, content)
    words = _short(content.surfaces[1] or content.surfaces[0])
    if content.first.verb is Verb.REOPEN:
        return translate("history", "{words} : point rouvert").format(words=words)
    if content.after is None:
        return translate("history", "{words} : rien à retenir (réglé)").format(words=words)
    label = labels.get(content.after.label, content.after.label)
    return translate("history", "{words} : {label} (réglé)").format(words=words, label=label)


def _many(content: StepContent) -> str:
    if content.first.verb in (Verb.ACCEPT, Verb.ACCEPT_ALL):
        words = counted(
            content.added,
            translate("history", "suggestion acceptée"),
            translate("history", "suggestions acceptées"),
        )
    elif not content.spans:
        words = _other(content, content.first.changes[0] if content.first.changes else None)
    else:
        words = counted(
            content.spans, translate("history", "annotation modifiée"), translate("history", "annotations modifiées")
        )
    return _in_articles(words, content)


def _in_articles(words: str, content: StepContent) -> str:
    if content.articles == 1:
        return words
    articles = counted(content.articles, translate("history", "article"), translate("history", "articles"))
    return translate("history", "{what} · {articles}").format(what=words, articles=articles)


def _span(content: StepContent, labels: Mapping[str, str]) -> str:
    before, after = content.before, content.after
    was, now = (_short(surface) for surface in content.surfaces)
    if after is None:
        label = labels.get(before.label, before.label) if before is not None else ""
        return translate("history", "{words} : {label} (supprimé)").format(words=was, label=label)
    new = labels.get(after.label, after.label)
    if before is None:
        if content.first.verb in (Verb.ACCEPT, Verb.ACCEPT_ALL):
            return translate("history", "{words} : {label} (accepté)").format(words=now, label=new)
        return translate("history", "{words} : {label}").format(words=now, label=new)
    if before.label != after.label:
        old = labels.get(before.label, before.label)
        return translate("history", "{words} : {old} → {new}").format(words=now, old=old, new=new)
    if (before.start, before.end) != (after.start, after.end):
        return translate("history", "{old} → {new}").format(old=was, new=now)
    return _note(now, after.note)


def _other(content: StepContent, change: Change | None) -> str:
    match change:
        case StatusChange(_, status):
            words = status.wording.in_language(language())
            return translate("history", "article {status}").format(status=words)
        case FlagChange(_, flagged):
            return translate("history", "drapeau posé") if flagged else translate("history", "drapeau retiré")
        case TrashChange(_, trashed):
            return (
                translate("history", "mis à la corbeille") if trashed else translate("history", "sorti de la corbeille")
            )
        case SettledChange(_, None):
            return translate("history", "point rouvert")
        case SettledChange(_, settlement) if settlement is not None:
            choice = settlement.choice.wording.in_language(language())
            return translate("history", "point réglé : {choice}").format(choice=choice)
        case NoteChange(_, note):
            return _note(translate("history", "Article"), note)
        case DecisionChange(_, _, _):
            if content.first.verb is Verb.REJECT:
                surface = _short(content.suggested)
                return translate("history", "{words} : suggestion rejetée").format(words=surface)
            return translate("history", "suggestion rouverte")
    return translate("history", "étape")


def _note(about: str, note: str | None) -> str:
    if note is None:
        return translate("history", "{words} : note effacée").format(words=about)
    return translate("history", "{words} : note « {note} »").format(words=about, note=_short(note))


def _short(words: str | None) -> str:
    """Keep long words to one line."""
    line = " ".join((words or "").split())
    if len(line) <= _LONGEST_SURFACE:
        return line
    half = _LONGEST_SURFACE // 2
    return f"{line[:half].rstrip()}…{line[-half:].lstrip()}"
