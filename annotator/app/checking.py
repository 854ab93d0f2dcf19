"""Check that a project file is whole: SQLite's own checks, and everything the program relies on besides."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from annotator.app.project import Project
from annotator.app.splits import splits
from annotator.core.annotation import Annotation
from annotator.core.edits import Edit, Verb, apply, invert
from annotator.core.errors import UserError
from annotator.core.splits import Split, cut_tokens
from annotator.core.text import OffsetMap, clean, text_hash
from annotator.core.tokens import TokenGrid
from annotator.store import history, integrity
from annotator.store.integrity import LogRow, StoredText


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a project file.

    Attributes:
        where: the article, annotation or log row, such as ``"article 3"``; ``"file"`` for the file itself.
        what: what is wrong there.
    """

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was checked, and what was found.

    Attributes:
        articles: texts compared with their hashes and token grids.
        annotations: annotations compared with their edit logs.
        suggestions: suggestions compared with the token grids.
        edits: rows of the edit log.
        problems: everything wrong; empty for a sound file.
    """

    articles: int
    annotations: int
    suggestions: int
    edits: int
    problems: tuple[Problem, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the object ``annotator check --json`` prints: the counts, and ``problems`` with where and what."""
        return {
            "articles": self.articles,
            "annotations": self.annotations,
            "suggestions": self.suggestions,
            "edits": self.edits,
            "problems": [{"where": each.where, "what": each.what} for each in self.problems],
        }


def check(project: Project, *, progress: Callable[[int, int], None] | None = None) -> CheckReport:
    """Check a project; where SQLite finds the file damaged, nothing else is looked at.

    Args:
        project: the project, which is only read.
        progress: told how many articles are done, of how many.
    """
    damage = [Problem("file", what) for what in integrity.damage(project.database)]
    if damage:
        return CheckReport(0, 0, 0, 0, tuple(damage))
    problems = [Problem(f"article {article}", kind) for kind, article in integrity.orphans(project.database)]
    articles = annotations = suggestions = 0
    total = len(project.article_ids())
    apart = splits(project)
    for stored in integrity.texts(project.database):
        where = f"article {stored.article}"
        problems += [Problem(where, what) for what in _check_text(stored)]
        grid = _unpack(stored)
        problems += [Problem(where, what) for what in _check_splits(stored, grid, apart)]
        found, proposed = _check_suggestions(project, stored, grid)
        problems += [Problem(where, what) for what in found]
        for annotator in integrity.annotators_of(project.database, stored.article):
            named = f"{where}, annotator {annotator}"
            problems += [Problem(named, what) for what in _check_annotation(project, stored, grid, annotator)]
            annotations += 1
        articles += 1
        suggestions += proposed
        if progress is not None:
            progress(articles, total)
    for annotator, name in project.names().items():
        log = _Log()
        for row in integrity.log(project.database, annotator):
            problems += [Problem(f"edit log of {name}", what) for what in log.check(row)]
        problems += [Problem(f"edit log of {name}", what) for what in log.end()]
    return CheckReport(articles, annotations, suggestions, integrity.count_log(project.database), tuple(problems))


def _check_text(stored: StoredText) -> Iterator[str]:
    if text_hash(stored.text) != stored.hash:
        yield "the text is not the one its hash was taken of"
    if len(stored.text) != stored.length:
        yield f"the text has {len(stored.text)} characters, not {stored.length}"
    try:
        if stored.original is not None:
            cleaned = clean(stored.original)
            if cleaned.text != stored.text:
                yield "the text does not follow from its original"
            elif stored.offsets is None or cleaned.offsets != OffsetMap.from_json(stored.offsets):
                yield "the offset map does not lead from the original to the text"
    except (UserError, ValueError, TypeError):
        yield "the original or its offset map cannot be read"
    grid = _unpack(stored)
    if grid is None:
        yield "the token grid cannot be read"
    elif not _covers(stored.text, grid):
        yield "the token grid does not fit the text"


def _check_splits(stored: StoredText, grid: TokenGrid | None, splits: tuple[Split, ...]) -> Iterator[str]:
    """Compare the grid of a text with the tokenizer's where the project has it take something apart."""
    held = [each.form for each in splits if each.form in stored.text]
    if grid is None or not held:
        return
    from annotator.nlp import tokenizer

    whole = tokenizer.grid(stored.text, splits) if stored.tokenizer == tokenizer.VERSION else None
    if grid != (cut_tokens(stored.text, grid, splits) if whole is None else whole):
        yield f"the token grid is not the tokenizer's with the splits of this project ({', '.join(held)})"


def _unpack(stored: StoredText) -> TokenGrid | None:
    try:
        return TokenGrid.from_bytes(stored.tokens)
    except (ValueError, OverflowError):
        return None


def _covers(text: str, grid: TokenGrid) -> bool:
    """Tell whether every character that is not a plain blank lies in exactly one token."""
    end = 0
    for token_start, token_end in zip(grid.starts, grid.ends, strict=True):
        if token_start < end or token_end <= token_start or text[end:token_start].strip():
            return False
        end = token_end
    return end <= len(text) and not text[end:].strip()


def _check_suggestions(project: Project, stored: StoredText, grid: TokenGrid | None) -> tuple[list[str], int]:
    found: list[str] = []
    end = 0
    suggestions = project.suggestions(stored.article).values()
    for each in suggestions:
        if grid is not None and each.active and not grid.holds(each.start, each.end):
            found.append(f"suggestion {each.id} ({each.start}–{each.end}) is not made of whole tokens")
        if each.active and each.start < end:
            found.append(f"suggestion {each.id} ({each.start}–{each.end}) overlaps the one before it")
        if each.active:
            end = max(end, each.end)
    return found, len(suggestions)


def _check_annotation(project: Project, stored: StoredText, grid: TokenGrid | None, annotator: int) -> Iterator[str]:
    annotation = project.annotation(stored.article, annotator)
    end = 0
    for span in annotation.spans:
        if grid is not None and not grid.holds(span.start, span.end):
            yield f"span {span.id} ({span.start}–{span.end}) is not made of whole tokens"
        if span.start < end:
            yield f"span {span.id} ({span.start}–{span.end}) overlaps the one before it"
        end = span.end
    end = 0
    for place in annotation.settled:
        if place.start < end or place.end > stored.length:
            yield f"the place settled at {place.start}–{place.end} overlaps the one before it or lies beyond the text"
        end = place.end
    replayed = Annotation(stored.article, annotator)
    try:
        for edit in history.of_annotation(project.database, stored.article, annotator):
            replayed = apply(edit, replayed)
    except (UserError, ValueError, KeyError, TypeError) as error:
        yield f"the edit log cannot be replayed ({type(error).__name__}: {error})"
    else:
        if replayed != annotation:
            yield f"the edit log leads to something else than is stored ({_difference(replayed, annotation)})"


def _difference(replayed: Annotation, stored: Annotation) -> str:
    named = {
        "revision": (replayed.revision, stored.revision),
        "status": (replayed.status.value, stored.status.value),
        "flagged": (replayed.flagged, stored.flagged),
        "note": (replayed.note, stored.note),
        "trashed": (replayed.trashed, stored.trashed),
        "spans": (len(replayed.spans), len(stored.spans)),
        "decisions": (len(replayed.decisions), len(stored.decisions)),
        "settled": (len(replayed.settled), len(stored.settled)),
    }
    differing = [f"{name}: {log} in the log, {file} stored" for name, (log, file) in named.items() if log != file]
    return "; ".join(differing) or "as many spans and decisions, but other ones"


class _Log:
    """Follows one annotator's rows of the log: whether they can be read and taken back, and where each step stands."""

    def __init__(self) -> None:
        self._done: list[int] = []
        self._undone: list[int] = []
        self._abandoned: set[int] = set()
        self._steps: set[int] = set()
        self._marked: list[tuple[int, int, str]] = []
        self._lost = False

    def check(self, row: LogRow) -> Iterator[str]:
        """Take the next row."""
        if row.changes is None:
            yield f"row {row.id} cannot be read"
        elif row.kind == "edit" and row.inverse != invert(Edit(0, 0, Verb.DRAW, row.changes)).changes:
            yield f"row {row.id} has an inverse that does not take it back"
        if row.kind == "edit":
            self._marked.append((row.id, row.step, row.state))
        if row.step in self._steps or row.kind == "import" or self._lost:
            return
        self._steps.add(row.step)
        if row.kind == "edit":
            self._abandoned.update(self._undone)
            self._undone.clear()
            self._done.append(row.step)
            return
        if row.verb == Verb.MERGE:  # taken back in the list of imports, whatever was done since elsewhere
            self._done = [step for step in self._done if step != row.target]
            if row.target is not None:
                self._abandoned.add(row.target)
            return
        source, target = (self._done, self._undone) if row.kind == "undo" else (self._undone, self._done)
        if source and source[-1] == row.target:
            target.append(source.pop())
        else:
            self._lost = True  # what follows cannot be judged any more
            yield f"row {row.id} is the {row.kind} of step {row.target}, whose turn it was not"

    def end(self) -> Iterator[str]:
        """Compare where each edit stands with where its row says it does; call it after the last row."""
        if self._lost:
            return
        undone = set(self._undone)
        for id, step, state in self._marked:
            stands = "abandoned" if step in self._abandoned else "undone" if step in undone else "done"
            if state != stands:
                yield f"row {id} is marked as {state} and should be {stands}"
