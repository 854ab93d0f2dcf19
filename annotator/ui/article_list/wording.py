"""Words of the article list: its columns, what a row says to eyes and ears, and what a query asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.annotation import Status
from annotator.core.listing import ArticleQuery, search_terms
from annotator.ui.dates import date_words
from annotator.ui.language import QT_TRANSLATE_NOOP, language, translate
from annotator.ui.wording import counted, number_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.article import ArticleSummary
    from annotator.core.labels import Label

COLUMN_NAMES = (
    QT_TRANSLATE_NOOP("article_list", "État"),
    QT_TRANSLATE_NOOP("article_list", "Article"),
    QT_TRANSLATE_NOOP("article_list", "À décider"),
    QT_TRANSLATE_NOOP("article_list", "Drapeau"),
    QT_TRANSLATE_NOOP("article_list", "Date"),
    QT_TRANSLATE_NOOP("article_list", "Source"),
)
"""What the columns are called, in their order."""


def source_words(source: str) -> str:
    """Write a source without the folders it lies in."""
    return source.replace("\\", "/").rsplit("/", 1)[-1]


def undecided_words(summary: ArticleSummary) -> str:
    """Say how many suggestions are undecided, or that none is any more; nothing where there never was one."""
    if summary.undecided:
        return translate("article_list", "{number} à décider").format(number=number_words(summary.undecided))
    return translate("article_list", "tout est décidé") if summary.suggested else ""


def row_words(summary: ArticleSummary) -> str:
    """Say a whole row in one sentence, for whoever hears the list."""
    said = [
        summary.title,
        summary.status.wording.in_language(language()),
        undecided_words(summary),
        translate("article_list", "drapeau") if summary.flagged else "",
        translate("article_list", "note : {note}").format(note=summary.note) if summary.note else "",
        date_words(summary.date),
        source_words(summary.source),
    ]
    return ", ".join(each for each in said if each)


def tip_words(summary: ArticleSummary) -> str:
    """Say what the row has no room for."""
    standing = [summary.status.wording.in_language(language()), undecided_words(summary)]
    length = counted(summary.length, translate("article_list", "caractère"), translate("article_list", "caractères"))
    about = [date_words(summary.date), summary.source, length]
    lines = [summary.title, " · ".join(filter(None, standing)), " · ".join(filter(None, about)), summary.note or ""]
    return "\n".join(line for line in lines if line)


def found_words(query: ArticleQuery, shown: int, total: int) -> str:
    """Say how many articles are shown, and of how many."""
    if query.trashed:
        return translate("article_list", "{number} dans la corbeille").format(number=number_words(shown))
    if not query.filters:
        return counted(total, translate("article_list", "article"), translate("article_list", "articles"))
    return translate("article_list", "{shown} sur {total}").format(shown=number_words(shown), total=number_words(total))


def conditions(
    query: ArticleQuery, labels: Mapping[str, Label], annotators: Mapping[int, str], *, why: str = ""
) -> list[tuple[str, ArticleQuery]]:
    """Return what each condition of a query but its words is called, with the query that is left without it.

    Args:
        query: the query.
        labels: those of the project by id.
        annotators: names by id.
        why: what the articles are that the query names one by one; by default those of an export.
    """
    spoken = language()
    found: list[tuple[str, ArticleQuery]] = []
    if query.trashed:
        found.append((translate("article_list", "Corbeille"), query._replace(trashed=False)))
    for status in Status:
        if status in query.statuses:
            name = status.wording.in_language(spoken)
            found.append((name[:1].upper() + name[1:], query._replace(statuses=query.statuses - {status})))
    for id, label in labels.items():
        name = label.name.in_language(spoken)
        if id in query.labels:
            words = translate("article_list", "Avec : {label}").format(label=name)
            found.append((words, query._replace(labels=query.labels - {id})))
        if id in query.without:
            words = translate("article_list", "Sans : {label}").format(label=name)
            found.append((words, query._replace(without=query.without - {id})))
    if query.undecided is not None:
        words = (
            translate("article_list", "Reste à décider")
            if query.undecided
            else translate("article_list", "Tout décidé")
        )
        found.append((words, query._replace(undecided=None)))
    if query.flagged is not None:
        words = translate("article_list", "Drapeau") if query.flagged else translate("article_list", "Sans drapeau")
        found.append((words, query._replace(flagged=None)))
    if query.noted is not None:
        words = translate("article_list", "Note") if query.noted else translate("article_list", "Sans note")
        found.append((words, query._replace(noted=None)))
    for who in sorted(query.finished_by):
        words = translate("article_list", "Terminé par {name}").format(name=annotators.get(who, "?"))
        found.append((words, query._replace(finished_by=query.finished_by - {who})))
    if query.source:
        words = translate("article_list", "Source : {source}").format(source=query.source)
        found.append((words, query._replace(source="")))
    if query.among is not None:
        if why:
            words = f"{why} ({number_words(len(query.among))})"
        else:
            words = counted(
                len(query.among),
                translate("article_list", "article de l'export"),
                translate("article_list", "articles de l'export"),
            )
        found.append((words, query._replace(among=None)))
    if query.since:
        words = translate("article_list", "Depuis {date}").format(date=date_words(query.since))
        found.append((words, query._replace(since="")))
    if query.until:
        words = translate("article_list", "Jusqu'à {date}").format(date=date_words(query.until))
        found.append((words, query._replace(until="")))
    return found


def nothing_words(query: ArticleQuery) -> tuple[str, str]:
    """Say that no article is shown, and what to do about it.

    Where nothing is filtered, every article lies in the trash.
    """
    if not query.filters:
        return (
            translate("article_list", "Tout est dans la corbeille"),
            translate("article_list", "Ouvrez-la pour en sortir des articles."),
        )
    if query._replace(trashed=False) == query.cleared():
        return (
            translate("article_list", "La corbeille est vide"),
            translate("article_list", "Ce que vous y mettez peut en sortir à tout moment."),
        )
    if search_terms(query.words):
        return (
            translate("article_list", "Aucun article ne correspond"),
            translate("article_list", "Cherchez moins de mots, ou retirez un filtre."),
        )
    return (
        translate("article_list", "Aucun article ne correspond"),
        translate("article_list", "Retirez un filtre pour en voir davantage."),
    )
