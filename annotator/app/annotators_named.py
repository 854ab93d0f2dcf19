"""Whose the spans of an import become: the one who was chosen, those whom the files name, or nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.app.titles import one_line
from annotator.core.annotation import Status
from annotator.core.errors import UserError
from annotator.store import annotations as stored_annotations
from annotator.store import settlements

if TYPE_CHECKING:
    from annotator.app.import_options import ImportOptions
    from annotator.app.project import Project
    from annotator.formats.records import Record
    from annotator.store.staging import Extent

NOBODY = "import"
"""Name of the annotator that spans and statuses go to where none is given."""


class Annotators:
    """The annotators of one import, numbered as they are met.

    Attributes:
        chosen: name of the one to whom everything goes; None where the files say whose it is.
        names: of those met, by number.
    """

    def __init__(self, project: Project, options: ImportOptions) -> None:
        """Begin.

        Raises:
            UserError: the name of the one chosen is blank, or that of the settled layer.
        """
        self._database = project.database
        self.chosen = None if options.annotator is None else one_line(options.annotator)
        if self.chosen == "":
            raise UserError(
                "the name of the annotator is blank; give a name.", "Le nom de l'annotateur est vide ; donnez un nom."
            )
        self.names: list[str] = []
        self._numbers: dict[str, int] = {}
        known = stored_annotations.annotators(self._database)
        self._ids = {stored_annotations.fold_name(name): id for id, name in known.items()}
        self._layer = settlements.layer(self._database)
        if self.chosen is not None and self._is_layer(self.chosen):
            raise UserError(
                f"“{self.chosen}” is what was settled in this project, not a person; choose another name.",
                f"« {self.chosen} » désigne ce qui a été réglé dans ce projet, non une personne ; choisissez un autre "
                "nom.",
            )

    def number(self, record: Record) -> int:
        """Return the number of the annotator to whom a record's spans go."""
        name = self.chosen or one_line(record.annotator or "") or NOBODY
        if self._is_layer(name):  # what was settled elsewhere, or here and went out: nobody decided it here and now
            name = f"{name} ({NOBODY})"
        folded = stored_annotations.fold_name(name)
        if folded not in self._numbers:
            self._numbers[folded] = len(self.names)
            self.names.append(name)
        return self._numbers[folded]

    def _is_layer(self, name: str) -> bool:
        return self._layer is not None and self._ids.get(stored_annotations.fold_name(name)) == self._layer

    def whose_trash(self) -> int | None:
        """Return whose trash counts: that of the one chosen; -1 for one who is new here; None for everybody's."""
        if self.chosen is None:
            return None
        return self._ids.get(stored_annotations.fold_name(self.chosen), -1)

    def extents(self, article: int, who: int) -> list[Extent] | None:
        """Return the spans that an annotator has in an article of the project, or None where nothing was touched."""
        id = self._ids.get(stored_annotations.fold_name(self.names[who]))
        if id is None:
            return None
        there = stored_annotations.load(self._database, article, id)
        if there.status is Status.NEW and not there.spans and not there.trashed:
            return None
        return [(span.start, span.end, span.label) for span in there.spans]
