"""An open project: the file, its labels and annotators, and its articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from annotator.core.annotation import Annotation, Status
from annotator.core.article import Article, ArticleSummary
from annotator.core.errors import UserError
from annotator.core.labels import Label
from annotator.core.listing import ArticleQuery
from annotator.core.suggestions import Suggestion
from annotator.store import annotations as stored_annotations
from annotator.store import articles, listing, settlements, sharing, suggestions
from annotator.store.database import Database

SUFFIX = ".annot"


class Project:
    """An open project file; it belongs to the thread that opened it.

    Use it as a context manager, or call `close`.
    """

    def __init__(self, database: Database) -> None:
        self.database = database

    @classmethod
    def create(cls, path: Path) -> Project:
        """Make a new project; ``path`` gets the suffix ``.annot`` where it has none.

        Raises:
            UserError: the file exists, or cannot be made.
        """
        return cls(Database.create(_with_suffix(path)))

    @classmethod
    def open(cls, path: Path) -> Project:
        """Open a project.

        Raises:
            UserError: the file is missing, not a project, or newer than this program.
        """
        wanted = _with_suffix(path)
        with suppress(OSError):  # what is out of reach, `Database.open` refuses in so many words
            if path.exists() and not (path.is_dir() and wanted.exists()):
                wanted = path
        return cls(Database.open(wanted))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.database.close()

    @property
    def path(self) -> Path:
        """Where the project file is."""
        return self.database.path

    def labels(self) -> tuple[Label, ...]:
        """Return the labels in their order."""
        return stored_annotations.labels(self.database)

    def find_label(self, wanted: str) -> str:
        """Return the id of the label a person means by its id or its name in either language.

        Raises:
            UserError: there is no such label.
        """
        for label in self.labels():
            if wanted.casefold() in (label.id, label.name.en.casefold(), label.name.fr.casefold()):
                return label.id
        known = ", ".join(label.id for label in self.labels())
        raise UserError(
            f"there is no label “{wanted}”; the labels are: {known}.",
            f"Il n'y a pas d'étiquette « {wanted} » ; les étiquettes sont : {known}.",
        )

    def annotators(self) -> dict[int, str]:
        """Return the names of the annotators who are people by id."""
        return stored_annotations.people(self.database)

    def names(self) -> dict[int, str]:
        """Return the names of all annotators by id, that of the settled layer among them."""
        return stored_annotations.annotators(self.database)

    def settled_layer(self) -> int | None:
        """Return the id of the annotator whose annotations are what was settled; None where nothing ever was."""
        return settlements.layer(self.database)

    def find_annotator(self, name: str) -> int:
        """Return the id of an annotator, who may be the settled layer.

        Raises:
            UserError: nobody of that name has worked in the project.
        """
        found = stored_annotations.find_annotator(self.database, name)
        if found is None:
            known = ", ".join(self.names().values()) or "–"
            raise UserError(
                f"no annotator “{name}” has worked in {self.path} (there are: {known}).",
                f"Aucun annotateur « {name} » n'a travaillé dans ce projet (il y a : {known}).",
            )
        return found

    def add_annotator(self, name: str) -> int:
        """Return the id of the annotator of that name, adding one where there is none.

        Raises:
            UserError: the name is blank, or that of the settled layer, which is nobody.
        """
        if not name.strip():
            raise UserError("an annotator needs a name.", "Un annotateur doit avoir un nom.")
        found = stored_annotations.find_annotator(self.database, name)
        if found is not None:
            if found == self.settled_layer():
                raise UserError(
                    f"“{name.strip()}” is what was settled in {self.path}, not a person; choose another name.",
                    f"« {name.strip()} » désigne ce qui a été réglé dans ce projet, non une personne ; choisissez un "
                    "autre nom.",
                )
            return found
        with self.database.transaction():
            return stored_annotations.add_annotator(self.database, name)

    def rename_annotator(self, annotator: int, name: str) -> None:
        """Give an annotator another name; all they did stays theirs, and so does a copy that was made for them.

        Raises:
            UserError: the name is blank, or somebody else in the project has it.
        """
        if not name.strip():
            raise UserError("an annotator needs a name.", "Un annotateur doit avoir un nom.")
        with self.database.transaction():
            if stored_annotations.find_annotator(self.database, name) not in (None, annotator):
                raise UserError(
                    f"somebody else is called “{name}” in {self.path}; choose another name.",
                    f"Quelqu'un d'autre s'appelle « {name} » dans ce projet ; choisissez un autre nom.",
                )
            if sharing.shared_with(self.database) == self.names()[annotator]:
                sharing.share_with(self.database, " ".join(name.split()))
            stored_annotations.rename_annotator(self.database, annotator, name)

    def find_articles(self, query: ArticleQuery, *, annotator: int) -> Sequence[int]:
        """Return the ids of the articles that fit a query of an annotator, in its order."""
        return listing.find(self.database, query, annotator=annotator)

    def summaries(self, ids: Sequence[int], *, annotator: int) -> list[ArticleSummary]:
        """Return what a list shows of articles as an annotator sees them, in the order of ``ids``."""
        return listing.summaries(self.database, ids, annotator=annotator)

    def beginnings(self, ids: Sequence[int], *, length: int) -> dict[int, str]:
        """Return the first ``length`` code points of the texts of articles, by id."""
        return listing.beginnings(self.database, ids, length=length)

    def count_statuses(self, annotator: int) -> dict[Status, int]:
        """Return how many articles are in each status for an annotator; those in the trash do not count."""
        return listing.count_statuses(self.database, annotator)

    def count_trashed(self, annotator: int) -> int:
        """Return how many articles lie in an annotator's trash."""
        return listing.count_trashed(self.database, annotator)

    def first_unfinished(self, ids: Sequence[int], *, annotator: int) -> int | None:
        """Return the first of some articles on which an annotator has still work to do, or None."""
        return listing.unfinished(self.database, ids, annotator=annotator)

    def article_ids(self) -> list[int]:
        """Return the id of every article, in the order of import."""
        return articles.ids(self.database)

    def article(self, id: int) -> Article:
        """Read an article.

        Raises:
            UserError: there is none with that id.
        """
        return articles.load(self.database, id)

    def articles(self, ids: Iterable[int]) -> Iterator[Article]:
        """Read articles one after the other."""
        return articles.iterate(self.database, ids)

    def find_article(self, wanted: str) -> Article:
        """Read the article a person means by an id, a title or the beginning of one.

        Raises:
            UserError: none fits, or more than one does.
        """
        return self.article(articles.find(self.database, wanted))

    def annotation(self, article: int, annotator: int) -> Annotation:
        """Read one annotator's annotation of one article."""
        return stored_annotations.load(self.database, article, annotator)

    def statuses(self, annotator: int, wanted: Iterable[Status]) -> Iterator[tuple[int, Status]]:
        """Yield ``(article id, status)`` of the articles in one of the statuses ``wanted``."""
        return stored_annotations.of_annotator(self.database, annotator, wanted)

    def suggestions(self, article: int) -> dict[int, Suggestion]:
        """Return the suggestions of an article by id, in text order."""
        return suggestions.load(self.database, article)


def _with_suffix(path: Path) -> Path:
    return path if path.suffix or not path.name else path.with_suffix(SUFFIX)
