"""One decision everywhere, in the open article or in all of them, as both front ends do it.

`here` tells what stands at each occurrence of a surface in the open article; `Search` goes through all articles, a
little at a time, so that whoever asks can do other things in between; `settle_here` and `settle_everywhere` do what is
wished, in one step of the session.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from annotator.app.project import Project
from annotator.app.session import Changes, Session
from annotator.core.annotation import Annotation, Status
from annotator.core.edits import Edit
from annotator.core.everywhere import Place, Wish, places, settle
from annotator.core.occurrences import Surface, iterate_occurrences, occurrences, searched_words
from annotator.core.suggestions import Suggestion
from annotator.store import occurrences as stored

CONTEXT = 90
"""How many characters of its surroundings an occurrence is shown with on each side, at most."""

_AT_ONCE = 200  # ids of articles asked for at a time


class Occurrence(NamedTuple):
    """One occurrence of a surface, with what stands around it.

    Attributes:
        article: id of the article.
        place: where it is, and what stands there.
        before: what comes before it, on one line.
        words: the surface as it stands there, on one line.
        after: what follows it, on one line.
    """

    article: int
    place: Place
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Found:
    """An article that holds a surface.

    Attributes:
        article: its id.
        title: its title.
        status: how far the annotator is with it.
        occurrences: in text order.
    """

    article: int
    title: str
    status: Status
    occurrences: tuple[Occurrence, ...]

    def meant(self, wish: Wish) -> list[Occurrence]:
        """Return the occurrences a wish is meant for where nobody chooses: of a finished article none."""
        if self.status is Status.FINISHED:
            return []
        return [each for each in self.occurrences if each.place.follows(wish)]


class Search:
    """Goes through the articles of a project for the occurrences of a surface, in the order of import.

    Articles in the annotator's trash are left out.

    Args:
        project: where to look.
        annotator: whose annotations tell what stands there.
        surface: what to look for.
        leave_out: id of an article that is not to be looked at, or None.
        longest: how long, in code points, an article may be to be looked at; None looks at every one.
    """

    def __init__(
        self,
        project: Project,
        annotator: int,
        surface: Surface,
        *,
        leave_out: int | None = None,
        longest: int | None = None,
    ) -> None:
        self.surface = surface
        self.looked_at = 0
        self.too_long = 0
        """How many articles were passed over for their length."""
        self._longest = longest
        self._project = project
        self._annotator = annotator
        self._leave_out = leave_out
        self._words = searched_words(surface)
        self._waiting: list[int] = []
        self._last = 0
        self._more = True
        self.total = stored.count(project.database, self._words)
        """How many articles there are to look at."""

    @property
    def finished(self) -> bool:
        """Whether all articles have been looked at."""
        return not self._more and not self._waiting

    def go_on(self, seconds: float) -> list[Found]:
        """Look at further articles for about so long, at one at least; return those that hold the surface."""
        until = time.monotonic() + seconds
        found: list[Found] = []
        while not self.finished:
            if not self._waiting:
                self._ask()
                continue
            here = self._look_at(self._waiting.pop())
            if here is not None:
                found.append(here)
            if time.monotonic() >= until:
                break
        return found

    def rest(self) -> Iterator[Found]:
        """Yield every article that holds the surface and has not been returned yet."""
        while not self.finished:
            yield from self.go_on(0.1)

    def _ask(self) -> None:
        ids = stored.find(self._project.database, self._words, after=self._last, most=_AT_ONCE)
        self._more = len(ids) == _AT_ONCE
        if ids:
            self._last = ids[-1]
            self._waiting = [id for id in reversed(ids) if id != self._leave_out]

    def _look_at(self, id: int) -> Found | None:
        self.looked_at += 1
        if self._longest is not None and stored.length(self._project.database, id) > self._longest:
            self.too_long += 1
            return None
        for candidate in stored.read(self._project.database, [id], self._annotator):
            extents = occurrences(self.surface, candidate.text, candidate.grid)
            if extents:
                annotation = self._project.annotation(id, self._annotator)
                there = places(annotation, self._project.suggestions(id), extents)
                shown = tuple(in_context(id, candidate.text, place) for place in there)
                return Found(id, candidate.title, candidate.status, shown)
        return None


def in_context(article: int, text: str, place: Place) -> Occurrence:
    """Return an occurrence with what stands around it."""
    before = text[max(0, place.start - CONTEXT) : place.start]
    after = text[place.end : place.end + CONTEXT]
    return Occurrence(article, place, _on_a_line(before), _on_a_line(text[place.start : place.end]), _on_a_line(after))


def _on_a_line(words: str) -> str:
    """Return words with each run of white space as one blank, at the ends too."""
    told = " ".join(words.split())
    return f"{' ' * words[:1].isspace()}{told}{' ' * (words[-1:].isspace() and bool(told))}"


def here(session: Session, surface: Surface) -> Iterator[Place]:
    """Yield what stands at each occurrence of a surface in the open article, looking for them one by one."""
    article = session.article
    if article is not None:
        there = iterate_occurrences(surface, article.text, article.grid)
        yield from places(session.annotation, session.suggestions, there)


def settle_here(session: Session, wish: Wish, chosen: Sequence[tuple[int, int]]) -> Changes | None:
    """Do what is wished at some occurrences of the open article, in one step; None where nothing changes."""
    edits = settle(session.annotation, session.suggestions, wish, chosen, begin=True)
    return session.apply(edits) if edits else None


def settle_everywhere(session: Session, wish: Wish, chosen: Mapping[int, Sequence[tuple[int, int]]]) -> Changes | None:
    """Do what is wished at some occurrences of many articles, in one step; None where nothing changes.

    Args:
        session: whose work it is.
        wish: what to do.
        chosen: start and end of the occurrences, by article, apart from one another and in text order.

    Raises:
        StaleAnnotationError, UserError: as for `annotator.app.session.Session.apply`; nothing has changed then.
    """
    edits = [edit for each in prepare(session, wish, chosen) for edit in each]
    return session.apply(edits) if edits else None


def prepare(session: Session, wish: Wish, chosen: Mapping[int, Sequence[tuple[int, int]]]) -> Iterator[list[Edit]]:
    """Yield the edits that `settle_everywhere` applies, those of one article at a time.

    Articles that nobody has begun keep their status, the open one excepted: how far an annotator is with an article
    is said by a hand that works on it.
    """
    open_now = session.article.id if session.article is not None else None
    for article, extents in chosen.items():
        annotation, suggestions = _work_on(session, article)
        yield settle(annotation, suggestions, wish, extents, begin=article == open_now)


def _work_on(session: Session, article: int) -> tuple[Annotation, Mapping[int, Suggestion]]:
    if session.article is not None and session.article.id == article:
        return session.annotation, session.suggestions
    return session.project.annotation(article, session.annotator), session.project.suggestions(article)
