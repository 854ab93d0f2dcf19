"""What of a project an export takes, as its options say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from annotator.app.choosing import Choice, choose
from annotator.app.export_options import ExportOptions, Whose
from annotator.app.export_report import LeftOutArticle
from annotator.app.export_sentences import too_long
from annotator.core.errors import UserError

if TYPE_CHECKING:
    from annotator.app.project import Project
    from annotator.store.exports import Origin


@dataclass(frozen=True, slots=True)
class Selection:
    """What an export takes.

    Attributes:
        choices: which annotation of which article.
        left_out: those that stay behind, and why.
        names: names of the annotators of the project by id.
        preferred: ids of the annotators asked for, in order; None for all.
    """

    choices: list[Choice]
    left_out: list[LeftOutArticle]
    names: Mapping[int, str]
    preferred: tuple[int, ...] | None

    @property
    def annotators(self) -> tuple[str, ...] | None:
        """Names of the annotators asked for; None for all."""
        return None if self.preferred is None else tuple(self.names[each] for each in self.preferred)


def select(project: Project, options: ExportOptions) -> Selection:
    """Choose what options ask for.

    Raises:
        UserError: an annotator is unknown, or nothing was ever settled.
    """
    preferred: tuple[int, ...] | None = None
    if options.whose is Whose.SETTLED:
        preferred = (_layer(project),)
    elif options.annotators:
        preferred = tuple(dict.fromkeys(project.find_annotator(each) for each in options.annotators))
    names = project.names()
    choices, left_out = choose(
        project.database,
        project.annotators() if preferred is None else names,
        preferred,
        frozenset(options.statuses),
        whose=options.whose,
        articles=None if options.articles is None else frozenset(options.articles),
        empty=options.empty,
    )
    return Selection(choices, left_out, names, preferred)


def _layer(project: Project) -> int:
    layer = project.settled_layer()
    if layer is None:
        raise UserError(
            f"nothing has been settled in {project.path} yet; see “annotator settle”.",
            "Rien n'a encore été réglé dans ce projet ; réglez d'abord les différences entre annotateurs.",
        )
    return layer


def without_too_long(selection: Selection, origins: Mapping[int, Origin]) -> Selection:
    """Leave out what spaCy refuses to read."""
    from annotator.nlp.training_data import MAX_CHARACTERS

    long = [each for each in selection.choices if origins[each.article].length > MAX_CHARACTERS]
    if not long:
        return selection
    left_out = [*selection.left_out, *(too_long(each, MAX_CHARACTERS) for each in long)]
    choices = [each for each in selection.choices if origins[each.article].length <= MAX_CHARACTERS]
    return replace(selection, choices=choices, left_out=left_out)
