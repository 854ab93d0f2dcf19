"""Tokens that a project takes apart where the tokenizer glues, as both front ends change them.

A change is one transaction: the rule, and the token grid of every article in which its form stands. So a stored grid is
always what the tokenizer makes of the text with the splits of the project, and no annotation is ever off it. What the
suggester reads changes with the tokens: the splits are part of its name, so articles count as unread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from annotator.app.project import Project
from annotator.core.annotation import Span
from annotator.core.edits import Edit, SpanChange
from annotator.core.errors import UserError
from annotator.core.splits import Split, cut_tokens, join_tokens, refined
from annotator.core.tokens import TokenGrid
from annotator.store import articles as stored_articles
from annotator.store import splits as stored_splits
from annotator.store import suggestions as stored_suggestions

Progress = Callable[[int, int], None]
"""Called with how many articles are cut anew and how many there are; it may raise to stop, nothing has changed then."""

_TOLD_EVERY = 50
_NAMED = 5  # articles that a refusal names; the rest is counted


class SplitReport(NamedTuple):
    """What splitting a token, or joining it again, did.

    Attributes:
        split: the token and its parts.
        articles: how many articles have other tokens now.
        tokens: how many tokens they have more than before; fewer where a token was joined again.
    """

    split: Split
    articles: int
    tokens: int

    def to_json(self) -> dict[str, Any]:
        """Return the report as an object: ``form``, ``parts``, ``articles`` and ``tokens``."""
        return {
            "form": self.split.form,
            "parts": list(self.split.parts),
            "articles": self.articles,
            "tokens": self.tokens,
        }


def splits(project: Project) -> tuple[Split, ...]:
    """Return what the project takes apart, sorted by form."""
    return stored_splits.load(project.database)


def add_split(project: Project, split: Split, *, progress: Progress | None = None) -> SplitReport:
    """Take a token apart in all articles, from now on.

    Boundaries that the tokenizer draws in the form by itself are kept. Where the form is a part of another split, that
    is taken apart further too.

    Raises:
        UserError: somebody's span lies across a boundary that would go (the form was split elsewhere before).
    """
    from annotator.nlp.tokenizer import fitting

    split = fitting(split)
    before = splits(project)
    return _change(project, before, refined(before, split), split, progress)


def remove_split(project: Project, form: str, *, progress: Progress | None = None) -> SplitReport:
    """Let a token be whole again in all articles.

    Raises:
        UserError: the project does not split it, or somebody's span begins or ends inside it.
    """
    before = splits(project)
    found = next((each for each in before if each.form == form), None)
    if found is None:
        raise UserError(
            f"this project does not split “{form}”; “annotator splits” lists what it splits.",
            f"Ce projet ne coupe pas « {form} » ; les réglages du projet montrent ce qu'il coupe.",
        )
    return _change(project, before, tuple(each for each in before if each != found), found, progress)


def require_whole_tokens(project: Project, edits: Iterable[Edit]) -> None:
    """Refuse edits that put a span where tokens have been joined since: a step undone, or a grid not read again.

    Where the project never joined tokens again there is nothing to look at.

    Raises:
        UserError: a span begins or ends inside a token of today.
    """
    if not stored_splits.ever_joined(project.database):
        return
    spans: dict[int, list[Span]] = {}
    for edit in edits:
        for change in edit.changes:
            if isinstance(change, SpanChange) and change.after is not None:
                spans.setdefault(edit.article, []).append(change.after)
    for article in project.articles(spans):
        for span in spans[article.id]:
            if not article.grid.holds(span.start, span.end):
                shown = article.text[span.start : span.end]
                raise UserError(
                    f"“{shown}” in “{article.title}” is part of a token that this project no longer splits; split it "
                    "again first.",
                    f"« {shown} », dans « {article.title} », fait partie d'un mot que ce projet ne coupe plus ; "
                    "coupez-le d'abord de nouveau.",
                )


def _change(
    project: Project,
    before: tuple[Split, ...],
    after: tuple[Split, ...],
    split: Split,
    progress: Progress | None,
) -> SplitReport:
    """Make ``after`` the splits of the project, for the sake of one of them."""
    database = project.database
    forms = _forms_that_differ(before, after)
    wanted = stored_splits.articles_holding(database, forms)
    grids: dict[int, TokenGrid] = {}
    for done, article in enumerate(wanted):
        grids[article] = _grid(project, article, before, after)
        if progress is not None and done % _TOLD_EVERY == 0:
            progress(done, len(wanted))
    if progress is not None:
        progress(len(wanted), len(wanted))  # the last moment to stop: from here on it is done
    with database.transaction():
        if splits(project) != before:
            raise UserError(
                "another program has just changed what this project splits; try again.",
                "Un autre programme vient de modifier les coupes de ce projet ; recommencez.",
            )
        return replace_splits(project, after, split, grids=grids)


def replace_splits(
    project: Project, after: tuple[Split, ...], split: Split, *, grids: Mapping[int, TokenGrid] | None = None
) -> SplitReport:
    """Make ``after`` the splits of the project; call it inside a transaction.

    Args:
        project: the project.
        after: all it is to take apart.
        split: the one for whose sake this is.
        grids: token grids of articles with these splits, as far as they are known.

    Raises:
        UserError: somebody's span would not be made of whole tokens any more.
    """
    database, before = project.database, splits(project)
    made = dict(grids or {})
    for article in stored_splits.articles_holding(database, _forms_that_differ(before, after)):
        if article not in made:
            made[article] = _grid(project, article, before, after)
    _refuse_off_the_grid(project, made, split)
    articles = tokens = 0
    for article, grid in made.items():
        more = len(grid) - len(project.article(article).grid)
        if more:
            stored_splits.set_grid(database, article, grid)
            stored_suggestions.retire_off_the_grid(database, article, grid)
            articles += 1
            tokens += more
    stored_splits.replace(database, after, at=datetime.now(UTC).isoformat(timespec="milliseconds"))
    return SplitReport(split, articles, tokens)


def cut_again(
    text: str, grid: TokenGrid, before: Iterable[Split], after: tuple[Split, ...], *, tokenizer: str
) -> TokenGrid:
    """Return the grid of a text with other splits, by the tokenizer that made it.

    Args:
        text: the text.
        grid: its tokens with the splits ``before``.
        before: the splits it was cut with.
        after: those it is to be cut with.
        tokenizer: version of the tokenizer that made the grid.
    """
    from annotator.nlp import tokenizer as ours

    if tokenizer == ours.VERSION:
        return ours.grid(text, after)
    for each in before:  # by a tokenizer of another version, which is not there to be asked
        if each not in after:
            grid = join_tokens(text, grid, each)
    return cut_tokens(text, grid, after)


def _forms_that_differ(before: Sequence[Split], after: Sequence[Split]) -> list[str]:
    return sorted({each.form for each in set(before) ^ set(after)})


def _grid(project: Project, article: int, before: Iterable[Split], after: tuple[Split, ...]) -> TokenGrid:
    stored = project.article(article)
    made_by = stored_articles.tokenizer_of(project.database, article)
    return cut_again(stored.text, stored.grid, before, after, tokenizer=made_by)


def _refuse_off_the_grid(project: Project, grids: dict[int, TokenGrid], split: Split) -> None:
    """Refuse a change after which somebody's span would not be made of whole tokens."""
    hindered: dict[int, str] = {}
    for article, grid in grids.items():
        for annotator, start, end in stored_splits.spans_of(project.database, article):
            if not grid.holds(start, end):
                hindered.setdefault(article, annotator)
    if not hindered:
        return
    named = [
        f"{article} “{project.article(article).title}” ({annotator})"
        for article, annotator in list(hindered.items())[:_NAMED]
    ]
    more = ", …" if len(hindered) > _NAMED else ""
    raise UserError(
        f"“{split.form}” has to stay as it is: spans begin or end inside it in {len(hindered)} article(s): "
        f"{', '.join(named)}{more}. Change those spans first.",
        f"« {split.form} » doit rester tel quel : des annotations y commencent ou y finissent dans "
        f"{len(hindered)} article(s) : {', '.join(named).replace('“', '« ').replace('”', ' »')}{more}. "
        "Modifiez d'abord ces annotations.",
    )
