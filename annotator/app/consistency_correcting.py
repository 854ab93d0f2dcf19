"""What was treated in more than one way, treated in one: chosen places are corrected in one step of the session."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from annotator.core import corrections
from annotator.core.annotation import Annotation, Mark, Span
from annotator.core.consistency import Inconsistency, Kind, fold
from annotator.core.edits import Edit, Verb, apply
from annotator.core.errors import UserError

if TYPE_CHECKING:
    from annotator.app.consistency_places import Place
    from annotator.app.session import Changes, Session
    from annotator.core.agreement import Labelled
    from annotator.core.article import Article
    from annotator.core.suggestions import Suggestion
    from annotator.core.tokens import TokenGrid


class Corrected(NamedTuple):
    """What became of the places that were to be corrected.

    Attributes:
        changes: what the step changed; None where nothing did, and then there is no step.
        corrected: how many places were corrected.
        left: how many were left as they are: they would run into another span or cut a token, or what stood there when
            they were read is no longer there. Places that are as wished already count in neither.
    """

    changes: Changes | None
    corrected: int
    left: int


def correct(session: Session, item: Inconsistency, places: Iterable[Place], variant: int | None = None) -> Corrected:
    """Treat some places of something inconsistent in one of the ways it was treated, in one step that can be undone.

    Spans get another label or other edges, bare words become spans, and spans are removed where the way is to leave
    the words bare. The status of an article stays as it is, but for a new one that is open.

    Args:
        session: whose work it is; the places have to be those of the session's annotator.
        item: what is inconsistent.
        places: which places, as `annotator.app.consistency_places.places` returned them.
        variant: index of the way in ``item.variants``; the majority by default. Of a text, the one that is right.

    Raises:
        UserError: no way is more frequent than the others, and none is given; or as for
            `annotator.app.session.Session.apply`, and nothing has changed then.
        StaleAnnotationError: as for `annotator.app.session.Session.apply`.
    """
    way = item.majority if variant is None else variant
    if way is None:
        raise UserError(
            "no treatment is more frequent than the others; say which one is right.",
            "Aucun traitement n'est plus fréquent que les autres ; dites lequel est le bon.",
        )
    chosen: defaultdict[int, list[Place]] = defaultdict(list)
    for place in places:
        if place.variant != way:
            chosen[place.article].append(place)
    edits: list[Edit] = []
    corrected = left = 0
    for article in session.project.articles(chosen):
        annotation, suggestions, is_open = _work_on(session, article.id)
        for place in chosen[article.id]:
            target = _target(item, place, way, article)
            made = (
                None if target is _NOWHERE else _edits(annotation, suggestions, article, place, target, begin=is_open)
            )
            if made is None:
                left += 1
                continue
            corrected += bool(made)
            for edit in made:
                annotation = apply(edit, annotation)
            edits += made
    return Corrected(session.apply(edits) if edits else None, corrected, left)


def _work_on(session: Session, article: int) -> tuple[Annotation, Mapping[int, Suggestion], bool]:
    if session.article is not None and session.article.id == article:
        return session.annotation, session.suggestions, True
    return session.project.annotation(article, session.annotator), session.project.suggestions(article), False


_NOWHERE: Labelled = (-1, -1, "")
"""What is wished cannot be had there."""


def _target(item: Inconsistency, place: Place, way: int, article: Article) -> Labelled | None:
    """Return the span that is to be at a place; None where there is to be none."""
    if item.kind is Kind.TEXTS:
        return place.other
    wanted = item.variants[way]
    if wanted.label is None:
        return None
    if fold(wanted.words) == item.key:
        return (*place.whole, wanted.label)
    inside = _within(article.text, article.grid, *place.whole, words=wanted.words)
    return _NOWHERE if inside is None else (*inside, wanted.label)


def _within(text: str, grid: TokenGrid, start: int, end: int, *, words: str) -> tuple[int, int] | None:
    """Return where words stand inside a run of a text, as whole tokens and whatever their capitals."""
    wanted, tokens = fold(words), grid.touching(start, end)
    for first in tokens:
        for last in range(first, tokens.stop):
            begin, stop = grid.starts[first], grid.ends[last]
            if start <= begin and stop <= end and fold(text[begin:stop]) == wanted:
                return begin, stop
    return None


def _edits(
    annotation: Annotation,
    suggestions: Mapping[int, Suggestion],
    article: Article,
    place: Place,
    target: Labelled | None,
    *,
    begin: bool,
) -> list[Edit] | None:
    """Return the edits that put the target at a place, none where it is there; None where the place is to be left."""
    there = annotation.overlapping(place.start, place.end)
    own = next((span for span in there if (span.start, span.end) == (place.start, place.end)), None)
    if target is not None and own is not None and (own.start, own.end, own.label) == target:
        return []
    if (own.label if own is not None else None) != place.label or (own is None and there):
        return None
    if target is None:
        return [] if own is None else list(_named(Verb.REMOVE_EVERYWHERE, corrections.remove(annotation, _mark(own))))
    start, end, label = target
    crossed = any(own is None or span.id != own.id for span in annotation.overlapping(start, end))
    if crossed or not article.grid.holds(start, end):
        return None
    if own is None:
        drawn = corrections.draw(annotation, suggestions, start=start, end=end, label=label, begin=begin)
        return list(_named(Verb.LABEL_EVERYWHERE, drawn))
    made = list(_named(Verb.RESIZE, corrections.resize(annotation, suggestions, _mark(own), start=start, end=end)))
    for edit in made:
        annotation = apply(edit, annotation)
    now = next(span for span in annotation.overlapping(start, end) if span.id == own.id)
    relabelled = corrections.relabel(annotation, suggestions, _mark(now), label=label, begin=begin)
    return [*made, *_named(Verb.RELABEL_EVERYWHERE, relabelled)]


def _mark(span: Span) -> Mark:
    return Mark(span.start, span.end, span.label, span=span)


def _named(verb: Verb, edit: Edit | None) -> Iterator[Edit]:
    """Yield an edit, where there is one, as of another verb."""
    if edit is not None:
        yield Edit(edit.article, edit.annotator, verb, edit.changes)
