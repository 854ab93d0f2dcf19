"""The places behind what one annotator treated in more than one way, each with the text around it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.core.agreement import Labelled
from annotator.core.consistency import Inconsistency, Kind, Surfaces, Variant, fold, loose_ends
from annotator.core.same_texts import SameWords, compare
from annotator.core.surface_watch import SurfaceWatch
from annotator.store import agreement as stored_texts
from annotator.store import consistency as stored

if TYPE_CHECKING:
    from annotator.app.project import Project

_AT_ONCE = 50
_CONTEXT = 60
_SHOWN = 200


class Place(NamedTuple):
    """A place at which something was treated in one of several ways.

    Attributes:
        article: id of the article.
        title: its title.
        start: first code point of the span; of the bare words where there is none.
        end: one past the last.
        label: id of the label of the span; None where the words are bare.
        variant: index of the variant in `Inconsistency.variants`.
        whole: start and end of the words that the inconsistency is about; they are more than the span where its
            edges leave some out.
        other: of a text, the span that the other text has there, where it would stand in this one; None where it has
            none, and for other kinds.
        before: at most 60 code points in front of the place.
        shown: the words there, at most 200 code points.
        after: at most 60 code points behind it.
    """

    article: int
    title: str
    start: int
    end: int
    label: str | None
    variant: int
    whole: tuple[int, int]
    other: Labelled | None
    before: str
    shown: str
    after: str

    def to_json(self) -> dict[str, Any]:
        """Return it as an object.

        Keys are added to it in later versions, never renamed or taken away::

        {"article": 3, "title": "…", "start": 10, "end": 15, "label": "country" or null, "variant": 1,
         "before": "…", "text": "Paris", "after": "…"}
        """
        told = self._asdict()
        keys = ("article", "title", "start", "end", "label", "variant", "before")
        return {**{key: told[key] for key in keys}, "text": self.shown, "after": self.after}


class _At(NamedTuple):
    start: int
    end: int
    label: str | None
    variant: int
    whole: tuple[int, int]
    other: Labelled | None = None


class Known:
    """The surfaces of an annotator's spans as they are now, read once for the places of many inconsistencies.

    Args:
        project: the project file.
        annotator: whose work.
    """

    def __init__(self, project: Project, annotator: int) -> None:
        self.surfaces = Surfaces(stored.drawn(project.database, annotator))

    @cached_property
    def watch(self) -> SurfaceWatch:
        """All of them to be looked for: which words are loose depends on the longer surfaces they are part of."""
        watch = SurfaceWatch()
        for key in self.surfaces:
            watch.add(key, self.surfaces.words(key))
        return watch


def places(
    project: Project,
    annotator: int,
    item: Inconsistency,
    *,
    limit: int | None = None,
    finished: bool = True,
    known: Known | None = None,
) -> list[Place]:
    """Return the places of something inconsistent, those of the rarest treatment first, in text order within it.

    They are read from the texts of today; those of what changed since it was found may be fewer.

    Args:
        project: the project file.
        annotator: whose work.
        item: what `annotator.app.consistency.Consistency.found` returned.
        limit: how many at most; None for all.
        finished: whether only finished articles count for what is bare or has other edges, as it was found.
        known: the annotator's surfaces, where they were read for others before.
    """
    if item.kind is Kind.TEXTS:
        return list(islice(_of_texts(project, annotator, item), limit))
    found: list[Place] = []
    known = known or Known(project, annotator)
    for index in reversed(range(len(item.variants))):
        left = None if limit is None else limit - len(found)
        variant = item.variants[index]
        if _is_labelled(item, variant):
            found += islice(_labelled(project, annotator, item, index, known.surfaces), left)
        else:
            found += islice(_loose(project, annotator, item, index, known.watch, finished=finished), left)
    return found


def _is_labelled(item: Inconsistency, variant: Variant) -> bool:
    """Tell whether a variant is a span of all the words, and neither bare nor with other edges."""
    return variant.label is not None and fold(variant.words) == item.key


def _labelled(project: Project, annotator: int, item: Inconsistency, index: int, surfaces: Surfaces) -> Iterator[Place]:
    label = item.variants[index].label
    labels = [] if label is None else [label]
    articles = stored.articles_with(project.database, annotator, surfaces.forms(item.key), labels)
    for each in _read(project, annotator, articles):
        spans = (span for span in each.spans if span[2] == label and fold(each.text[span[0] : span[1]]) == item.key)
        yield from _in_context(project, each, [_At(*span, index, span[:2]) for span in spans])


def _loose(
    project: Project, annotator: int, item: Inconsistency, index: int, watch: SurfaceWatch, *, finished: bool
) -> Iterator[Place]:
    variant = item.variants[index]
    bare = variant.label is None
    articles = stored.articles_of(project.database, annotator, item.key, bare=bare, finished=finished)
    for each in _read(project, annotator, articles):
        found: list[_At] = []
        for loose in loose_ends(watch.find(each.text, each.grid), each.spans, each.rejected):
            if loose.surface != item.key:
                continue
            whole = loose.start, loose.end
            if loose.inside is None:
                if bare:
                    found.append(_At(*whole, None, index, whole))
                continue
            start, end, label = loose.inside
            if label == variant.label and fold(each.text[start:end]) == fold(variant.words):
                found.append(_At(start, end, label, index, whole))
        yield from _in_context(project, each, found)


def _of_texts(project: Project, annotator: int, item: Inconsistency) -> Iterator[Place]:
    both = {each.article: each for each in stored.read(project.database, annotator, item.articles)}
    if len(both) < 2:
        return
    one, two = (both[article] for article in item.articles)
    sides: tuple[list[_At], list[_At]] = [], []
    for each in compare(SameWords(one.text, two.text), one.spans, two.spans).differences:
        for side, (span, other) in enumerate(((each.first, each.second_in_first), (each.second, each.first_in_second))):
            if span is not None:
                sides[side].append(_At(*span, side, span[:2], other))
            elif other is not None:
                sides[side].append(_At(other[0], other[1], None, side, other[:2], other))
    yield from _in_context(project, one, sides[0])
    yield from _in_context(project, two, sides[1])


def _read(project: Project, annotator: int, articles: Sequence[int]) -> Iterator[stored.Examined]:
    for at in range(0, len(articles), _AT_ONCE):
        some = stored.read(project.database, annotator, articles[at : at + _AT_ONCE])
        yield from sorted(some, key=lambda each: each.article)


def _in_context(project: Project, read: stored.Examined, found: Collection[_At]) -> Iterator[Place]:
    if not found:
        return
    title = stored_texts.texts(project.database, [read.article])[read.article].title
    for start, end, label, variant, whole, other in found:
        yield Place(
            read.article,
            title,
            start,
            end,
            label,
            variant,
            whole,
            other,
            read.text[max(0, start - _CONTEXT) : start],
            read.text[start : min(end, start + _SHOWN)],
            read.text[end : end + _CONTEXT],
        )
