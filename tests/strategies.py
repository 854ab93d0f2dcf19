"""What the property tests draw from: texts, grids, annotations, suggestions and edits that hang together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from hypothesis import strategies as st

from annotator.core.annotation import Annotation, Origin, Span, Status
from annotator.core.edits import (
    Change,
    DecisionChange,
    FlagChange,
    NoteChange,
    SettledChange,
    SpanChange,
    StatusChange,
    TrashChange,
)
from annotator.core.settlement import Choice, Settlement
from annotator.core.suggestions import Decision, Proposal, Suggestion, Tier
from annotator.core.text import clean, text_hash
from annotator.core.tokens import TokenGrid
from annotator.core.wording import Wording
from annotator.store.articles import NewArticle

LABELS = ("leader", "country", "alliance", "weapon", "sum")
REASON = Wording("because", "parce que")

_WORD_OR_MARK = re.compile(r"\w+['’]?|[^\w\s]|\s{2,}|[\n\u00a0\u202f]")


def word_grid(text: str) -> TokenGrid:
    """A grid much like the tokenizer's: words with their apostrophe, single marks, odd white space."""
    return TokenGrid.of(match.span() for match in _WORD_OR_MARK.finditer(text))


# What makes offsets go wrong: line ends, decomposed letters, jamo, singletons, marks out of order, astral characters.
_AWKWARD = (
    "\r|\n|\r\n|\ufeff|\u00a0|\u202f|é|e\u0301|\u212b|\u2126|\u0344|\u0f73|\u0f71|\u1112\u1161\u11ab|\u1112|\u1161|\u11ab|한"
    "|\u0301|\u0323|q\u0307\u0323|\u0958|\ufb1d|\u09c7|\u09be|\u2adc|😀|👩\u200d🚀|🇫🇷|«|“|’|…|中|й|и\u0306"
)
_FRENCH = "Ukraine|OTAN|l’|d'|qu’|50|M€|«|»|(|)|[|]|\u00a0|\u202f|\n|\n\n|  | |.|,|…|–|😀|porte-avions|États-Unis|A"


def raw_texts() -> st.SearchStrategy[str]:
    """Texts as files hold them, not yet cleaned; some are blank."""
    plain = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=6)
    return st.lists(
        st.sampled_from(_AWKWARD.split("|")) | plain | st.sampled_from(["a", "OTAN ", "l’Ukraine "]), max_size=12
    ).map("".join)


def articles() -> st.SearchStrategy[str]:
    """Texts as the program stores them, of French words, marks and white space."""
    return st.lists(st.sampled_from(_FRENCH.split("|")), min_size=1, max_size=25).map("".join)


@st.composite
def grids(draw: st.DrawFn) -> TokenGrid:
    """Grids with gaps and tokens of every packing width."""
    steps = draw(st.lists(st.tuples(st.integers(0, 3) | st.integers(0, 70_000), st.integers(1, 300)), max_size=12))
    tokens, at = [], 0
    for gap, length in steps:
        tokens.append((at + gap, at + gap + length))
        at += gap + length
    return TokenGrid.of(tokens)


@st.composite
def extents(draw: st.DrawFn, grid: TokenGrid) -> tuple[int, int]:
    """Runs of one to four tokens of a grid."""
    first = draw(st.integers(0, len(grid) - 1))
    last = draw(st.integers(first, min(first + 3, len(grid) - 1)))
    return grid.starts[first], grid.ends[last]


@st.composite
def proposals(draw: st.DrawFn, grid: TokenGrid, *, most: int = 8) -> list[Proposal]:
    """Proposals as a suggester makes them: on the grid, in text order, not overlapping."""
    found: list[Proposal] = []
    for start, end in sorted(draw(st.lists(extents(grid), max_size=most))):
        if not found or found[-1].end <= start:
            label, tier = draw(st.sampled_from(LABELS)), draw(st.sampled_from(Tier))
            found.append(Proposal(start, end, label, f"{label}.rule", REASON, tier))
    return found


def suggestions_of(found: list[Proposal], *, article: int = 1, first_id: int = 1) -> dict[int, Suggestion]:
    """The suggestions a project would hold of these proposals."""
    return {
        id: Suggestion(id, article, each.start, each.end, each.label, each.rule, each.reason, each.tier, "rules 1")
        for id, each in enumerate(found, first_id)
    }


def spans() -> st.SearchStrategy[Span]:
    """Any span, anywhere."""
    return st.builds(
        lambda id, start, length, label, origin, suggestion, note: Span(
            id, start, start + length, label, origin, suggestion, note
        ),
        st.integers(1, 2**62),
        st.integers(0, 10**6),
        st.integers(1, 500),
        st.sampled_from(LABELS),
        st.sampled_from(Origin),
        st.none() | st.integers(1, 10**6),
        st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    )


@st.composite
def _span_changes(draw: st.DrawFn) -> SpanChange:
    before, after = draw(st.tuples(st.none() | spans(), spans()))
    if before is None:
        return SpanChange(None, after)
    moved = Span(before.id, after.start, after.end, after.label, after.origin, after.suggestion, after.note)
    return SpanChange(before, draw(st.none() | st.just(moved)))


def changes() -> st.SearchStrategy[tuple[Change, ...]]:
    """Any changes, whether or not they make sense together."""
    decisions = st.builds(DecisionChange, st.integers(1, 10**6), st.sampled_from(Decision), st.sampled_from(Decision))
    statuses = st.builds(StatusChange, st.sampled_from(Status), st.sampled_from(Status))
    flags = st.builds(FlagChange, st.booleans(), st.booleans()) | st.builds(TrashChange, st.booleans(), st.booleans())
    notes = st.builds(NoteChange, st.none() | st.text(), st.none() | st.text())
    settlements = st.none() | st.builds(
        lambda start, length, *rest: Settlement(start, start + length, *rest),
        st.integers(0, 10**6),
        st.integers(1, 500),
        st.sampled_from(Choice),
        st.none() | st.integers(1, 9),
        st.integers(1, 9),
        st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    )
    settled = st.builds(SettledChange, settlements, settlements)
    return st.lists(_span_changes() | decisions | statuses | flags | notes | settled, max_size=6).map(tuple)


def new_article(raw: str, *, title: str = "", meta: Mapping[str, object] | None = None) -> NewArticle:
    """An article ready to be stored, on a word grid."""
    cleaned = clean(raw)
    return NewArticle(
        hash=text_hash(cleaned.text),
        title=title or cleaned.text.strip().splitlines()[0][:40],
        source="dépêches.jsonl:1",
        text=cleaned.text,
        grid=word_grid(cleaned.text),
        tokenizer="words-1",
        date="2022-02-24",
        meta=meta or {},
        original=cleaned.original,
        offsets=cleaned.offsets,
    )


def require_consistent(annotation: Annotation, suggestions: Mapping[int, Suggestion], grid: TokenGrid) -> None:
    """Fail unless spans lie on the grid apart from one another and decisions say what the spans say."""
    for earlier, later in pairwise(annotation.spans):
        assert earlier.end <= later.start
    for span in annotation.spans:
        assert grid.holds(span.start, span.end)
    answers = {span.suggestion: span for span in annotation.spans if span.suggestion is not None}
    assert len(answers) == sum(span.suggestion is not None for span in annotation.spans)
    for id, suggestion in suggestions.items():
        decision = annotation.decisions.get(id, Decision.PENDING)
        span = answers.get(id)
        if span is None:
            assert decision in (Decision.PENDING, Decision.REJECTED)
        elif (span.start, span.end, span.label) == (suggestion.start, suggestion.end, suggestion.label):
            assert decision is Decision.ACCEPTED
        else:
            assert decision is Decision.CHANGED
