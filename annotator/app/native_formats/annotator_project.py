"""Another project: its articles with everybody's spans, statuses and remarks, read as it is, whatever its version."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.core.annotation import Status
from annotator.core.errors import UserError
from annotator.core.wording import Wording
from annotator.formats.records import Note, Problem, Reading, Record
from annotator.formats.registry import Format, Likeness
from annotator.formats.source import Head, SourceFile
from annotator.store import other_projects
from annotator.store.other_projects import LeftBehind, OtherArticle


def read(file: SourceFile) -> Reading:
    """Yield a record for each annotator of each article, and one for an article that nobody has touched."""
    try:
        with other_projects.opened(file.path) as project:
            yield from _left_behind(file, project.left_behind())
            for article in project.articles():
                yield from _records(file, article)
    except UserError as error:
        yield Problem(file.at(), error.wording)


def _records(file: SourceFile, article: OtherArticle) -> Iterator[Record | Note]:
    where = file.at(article.id)
    touched = [each for each in article.annotations if each.spans or each.status != Status.NEW]
    text, original = article.text, article.original
    if original is not None and all(
        _comes_back(article, start, end) for each in touched for start, end, *_ in each.spans
    ):
        text = original
    elif original is not None:
        yield Note(where, _WITHOUT_ORIGINAL)
    for each in touched or (None,):
        spans: list[tuple[int, int, str]] = []
        remarks = {}
        for start, end, label, note in each.spans if each is not None else ():
            place = article.offsets.to_original(start, end) if text is not article.text else (start, end)
            if note:
                remarks[len(spans)] = note
            spans.append((*place, label))
        yield Record(
            text,
            where,
            title=article.title,
            source=article.source,
            date=article.date,
            meta=article.meta,
            spans=tuple(spans),
            annotator=None if each is None else each.annotator,
            status=None if each is None else Status(each.status),
            remarks=remarks,
        )


def _comes_back(article: OtherArticle, start: int, end: int) -> bool:
    """Tell whether a span is the same again after a way to the original text and back."""
    return article.offsets.to_stored(*article.offsets.to_original(start, end)) == (start, end)


def _left_behind(file: SourceFile, left: LeftBehind) -> Iterator[Note]:
    if left.suggestions:
        yield Note(
            file.at(),
            Wording(
                f"{left.suggestions} suggestions that nobody has decided on stay there; let the suggester read here.",
                f"{left.suggestions} suggestions à trancher restent là-bas ; demandez-en de nouvelles ici.",
            ),
        )
    if left.remarks:
        yield Note(
            file.at(),
            Wording(
                f"flags, notes on articles and the trash stay there ({left.remarks}).",
                f"drapeaux, notes d'article et corbeille restent là-bas ({left.remarks}).",
            ),
        )


_WITHOUT_ORIGINAL = Wording(
    "the text as it came is left behind, since spans end within characters of it.",
    "le texte d'origine n'est pas repris : des annotations y finiraient au milieu d'un caractère.",
)


def count(file: SourceFile) -> int:
    """Return how many articles the project has; 1 where it cannot be read."""
    try:
        with other_projects.opened(file.path) as project:
            return project.count()
    except UserError:
        return 1


def likeness(head: Head) -> Likeness:
    """Tell by the header of the file, where projects sign themselves; a new one's may lie in the log beside it."""
    if other_projects.is_project(head.data):
        return Likeness.SIGNED
    return Likeness.NAME if head.suffix == ".annot" else Likeness.NO


FORMAT = Format("annot", Wording("Annotator project", "projet Annotator"), (".annot",), read, count, likeness)
