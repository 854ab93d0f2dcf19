"""Decides between candidates that overlap, and makes entities of those that remain."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from annotator.nlp.reading import CANDIDATES, Candidate, Reading
from annotator.nlp.rules import catalogue, not_a, word_lists

if TYPE_CHECKING:
    from spacy.tokens import Doc

SPANS = "suggestions"
"""Key of `Doc.spans` that holds what was kept; the id of each span is that of its rule."""

_PROJECT_RULE = "project.entry"
_NOT = not_a("")


def resolve(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates that stay, in text order and without overlaps.

    First, what a candidate of label ``"not L"`` covers is no candidate of label L, unless a project's own entry says
    so. Then the longest wins; of equally long ones a project's own entry, the label that stands first in
    ``resources/rules/conflicts.toml``, the better tier, and the rule that stands first in the catalogue.
    """
    labels, rules = _ranks()

    def rank(each: Candidate) -> tuple[int, bool, int, int, int]:
        return (
            each.start - each.end,
            each.rule != _PROJECT_RULE,
            labels.get(each.label, len(labels)),
            rules.get(each.rule, len(rules)),
            each.start,
        )

    kept_out = _KeptOut(each for each in candidates if each.label.startswith(_NOT))
    kept: list[Candidate] = []  # in text order at every moment
    for each in sorted(candidates, key=rank):
        if each.label.startswith(_NOT) or (each.rule != _PROJECT_RULE and kept_out.covers(each)):
            continue
        place = bisect_left(kept, each)
        if place < len(kept) and kept[place].start < each.end:
            continue
        if place and kept[place - 1].end > each.start:
            continue
        kept.insert(place, each)
    return kept


class _KeptOut:
    """The candidates that keep others out, ready to be asked whether one of them covers a candidate."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        by_label: dict[str, list[Candidate]] = {}
        for each in candidates:
            by_label.setdefault(each.label, []).append(each)
        # For each label the starts in order, and the farthest end of all that start there or before.
        self._starts: dict[str, list[int]] = {}
        self._reach: dict[str, list[int]] = {}
        for label, of_label in by_label.items():
            of_label.sort()
            self._starts[label] = [each.start for each in of_label]
            self._reach[label] = list(accumulate((each.end for each in of_label), max))

    def covers(self, candidate: Candidate) -> bool:
        """Tell whether a single candidate of label ``"not L"`` covers ``candidate``, whose label is L."""
        label = not_a(candidate.label)
        place = bisect_right(self._starts.get(label, ()), candidate.start)
        return place > 0 and self._reach[label][place - 1] >= candidate.end


@cache
def _ranks() -> tuple[dict[str, int], dict[str, int]]:
    """Return the rank of each label and of each rule; the lower wins."""
    tiers = ("sure", "likely", "unsure")
    rules = sorted(catalogue().values(), key=lambda rule: tiers.index(rule.tier))
    labels = word_lists("conflicts")["labels"]
    return {label: rank for rank, label in enumerate(labels)}, {rule.id: rank for rank, rule in enumerate(rules)}


class Conflicts:
    """Component that turns candidates into ``doc.ents`` and ``doc.spans["suggestions"]``.

    Args:
        switched_off: ids of the rules whose candidates are left out before anything is decided.
    """

    def __init__(self, *, switched_off: Iterable[str] = ()) -> None:
        self._off = frozenset(switched_off)

    def __call__(self, doc: Doc) -> Doc:
        """Resolve the candidates of ``doc`` and clear them."""
        from spacy.tokens import SpanGroup

        candidates = [Candidate(*each) for each in doc.user_data.pop(CANDIDATES, ())]
        Reading.forget()
        if self._off:
            candidates = [each for each in candidates if each.rule not in self._off]
        spans = []
        for start, end, label, rule in resolve(candidates):
            span = doc.char_span(start, end, label=label, span_id=rule)
            if span is not None:  # a rule proposes whole words; a custom tokenizer may have cut them otherwise
                spans.append(span)
        doc.spans[SPANS] = SpanGroup(doc, name=SPANS, spans=spans)
        doc.ents = spans
        return doc
