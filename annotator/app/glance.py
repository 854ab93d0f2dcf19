"""A first look at a long article: enough of it to paint what a person sees first, read in a moment.

An article of a million characters may have twenty thousand marks, and reading them takes longer than painting the few
that fit on the screen. So a view may show a glance first and take the whole, from the session, once that is painted.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from annotator.app.project import Project
from annotator.core.annotation import Annotation, Mark, marks
from annotator.core.article import Article
from annotator.core.suggestions import Tier
from annotator.store import annotations as stored_annotations
from annotator.store import suggestions as stored_suggestions

_LONG = 150_000
_AROUND = 20_000
"""Code points before and after the place of work that no screen shows at once."""


class Glance(NamedTuple):
    """What a first look at an article shows.

    Attributes:
        article: the article, whole.
        marks: the marks around ``place``, in text order.
        place: where the first pending suggestion starts, or 0 where there is none.
    """

    article: Article
    marks: list[Mark]
    place: int


def glance(project: Project, article: int, annotator: int, *, tiers: Collection[Tier] = tuple(Tier)) -> Glance | None:
    """Return a first look at an article, or None for one so short that the whole is there as soon.

    Args:
        project: the project it is in.
        article: its id.
        annotator: id of who looks.
        tiers: the tiers of suggestions to show.

    Raises:
        UserError: there is none with that id.
    """
    found = project.article(article)
    if len(found.text) < _LONG:
        return None
    place = stored_suggestions.first_pending(project.database, article, annotator, tiers=tiers) or 0
    first, last = max(0, place - _AROUND), place + _AROUND
    spans = stored_annotations.spans(project.database, article, annotator, first=first, last=last)
    undecided = stored_suggestions.undecided(project.database, article, annotator, first=first, last=last)
    here = Annotation(article, annotator, spans=spans)
    return Glance(found, marks(here, (each for each in undecided if each.tier in tiers)), place)
