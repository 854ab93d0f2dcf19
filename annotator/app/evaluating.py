"""Measure the suggester against spans that people settled on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator.app.suggesting import shared_suggester
from annotator.core.errors import UserError
from annotator.core.evaluation import Counts, Evaluation, GoldSpan, Measures, Mistake, Tally, evaluate
from annotator.core.labels import DEFAULT_LABELS
from annotator.core.placement import Refused, label_names, place
from annotator.core.suggestions import Proposal
from annotator.core.text import clean
from annotator.core.tokens import TokenGrid
from annotator.formats.records import Problem, Record
from annotator.formats.registry import InputFile, find_files


@dataclass(frozen=True, slots=True)
class EvaluationReport:
    """How the suggester does on a file of gold articles.

    Attributes:
        pipeline: name and version of the pipeline.
        evaluation: what was counted.
        left_out: gold spans that are none, such as empty ones, with where they stand.
        problems: lines that could not be read.
    """

    pipeline: str
    evaluation: Evaluation
    left_out: tuple[tuple[str, Refused], ...]
    problems: tuple[Problem, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the object ``annotator evaluate --json`` prints.

        Measures are between 0 and 1, or null where there is nothing to divide by. Keys are added to it in later
        versions, never renamed or taken away::

            {"pipeline": "rules 1", "articles": 43, "cost": 1.08,
             "micro": {"gold": 360, "proposed": 355, "right": 330, "near": 9,
                       "exact": {"precision": 0.93, "recall": 0.917, "f1": 0.923}, "partial": {…}},
             "labels": {"leader": {…}, …},
             "tiers": {"sure": {"right": 300, "wrong": 5, "precision": 0.98}, …},
             "rules": {"leader.title": {…}, …},
             "mistakes": [{"article": "a-1", "outcome": "boundary", "before": "…", "text": "…", "after": "…",
                           "gold": {"start": 3, "end": 9, "label": "leader"} or null,
                           "proposal": {"start": 3, "end": 12, "label": "leader", "rule": "…", "tier": "…"} or null}],
             "left_out": [{"where": "gold.jsonl:3", "start": 3, "end": 3, "label": "leader", "reason": "empty"}],
             "problems": [{"where": "gold.jsonl:7", "en": "…", "fr": "…"}]}
        """
        found = self.evaluation
        return {
            "pipeline": self.pipeline,
            "articles": found.articles,
            "cost": found.cost,
            "micro": _counts(found.micro),
            "labels": {label: _counts(counts) for label, counts in found.labels.items()},
            "tiers": {tier: _tally(tally) for tier, tally in found.tiers.items()},
            "rules": {rule: _tally(tally) for rule, tally in found.rules.items()},
            "mistakes": [_mistake(each) for each in found.mistakes],
            "left_out": [
                {
                    "where": where,
                    "start": each.start,
                    "end": each.end,
                    "label": each.label,
                    "reason": each.obstacle.code,
                }
                for where, each in self.left_out
            ],
            "problems": [{"where": each.where, "en": each.wording.en, "fr": each.wording.fr} for each in self.problems],
        }


def evaluate_files(paths: Sequence[Path], *, progress: Callable[[int, int], None] | None = None) -> EvaluationReport:
    """Let the suggester read gold articles and compare what it proposes with their spans.

    Args:
        paths: JSON lines files with ``text`` and ``spans``; an article without spans holds no entity.
        progress: told how many articles of about how many are done.

    Raises:
        UserError: a file does not exist, or holds no gold span.
    """
    gold = _Gold(paths)
    suggester = shared_suggester()

    def compared() -> Iterator[tuple[str, str, Sequence[GoldSpan], Sequence[Proposal]]]:
        for done, (name, text, spans) in enumerate(gold.articles(), start=1):
            yield name, text, spans, suggester.propose(text)
            if progress is not None:
                progress(done, max(done, gold.total))

    evaluation = evaluate(compared())
    if not evaluation.micro.gold:
        listed = ", ".join(map(str, paths))
        why = gold.problems[0].wording if gold.problems else None
        raise UserError(
            f"{listed} holds no gold span to compare with" + (f" ({gold.problems[0].where}: {why.en})" if why else "."),
            f"{listed} ne contient aucune annotation de référence"
            + (f" ({gold.problems[0].where} : {why.fr})" if why else "."),
        )
    return EvaluationReport(suggester.pipeline, evaluation, tuple(gold.left_out), tuple(gold.problems))


class _Gold:
    """Reads gold articles and remembers what could not be read."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._found = list(find_files(paths))
        self._names = label_names(DEFAULT_LABELS)
        self.total = sum(each.count() for each in self._found if isinstance(each, InputFile))
        self.left_out: list[tuple[str, Refused]] = []
        self.problems: list[Problem] = []

    def articles(self) -> Iterator[tuple[str, str, list[GoldSpan]]]:
        """Yield name, text and gold spans of each article."""
        for file in self._found:
            for item in file.read() if isinstance(file, InputFile) else (file,):
                if isinstance(item, Problem):
                    self.problems.append(item)
                elif isinstance(item, Record):
                    try:
                        yield self._article(item)
                    except UserError as error:
                        self.problems.append(Problem(item.where, error.wording))

    def _article(self, record: Record) -> tuple[str, str, list[GoldSpan]]:
        text = clean(record.text)
        # Gold that no token can reach is gold all the same, and missed: so every character is a token here.
        characters = TokenGrid.of((at, at + 1) for at in range(len(text.text)))
        placed = place(record.spans, record.text, text, characters, self._names)
        self.left_out += [(record.where, each) for each in placed.refused]
        return _name(record), text.text, [GoldSpan(*span) for span in placed.spans]


def _name(record: Record) -> str:
    id = record.meta.get("id")
    return str(id) if isinstance(id, str | int) else record.title or record.where


def _counts(counts: Counts) -> dict[str, Any]:
    return {
        "gold": counts.gold,
        "proposed": counts.proposed,
        "right": counts.right,
        "near": counts.near,
        "exact": _measures(counts.exact),
        "partial": _measures(counts.partial),
    }


def _measures(measures: Measures) -> dict[str, float | None]:
    return {"precision": measures.precision, "recall": measures.recall, "f1": measures.f1}


def _tally(tally: Tally) -> dict[str, Any]:
    return {"right": tally.right, "wrong": tally.wrong, "precision": tally.precision}


def _mistake(mistake: Mistake) -> Mapping[str, Any]:
    gold, proposal = mistake.gold, mistake.proposal
    return {
        "article": mistake.article,
        "outcome": mistake.outcome.value,
        "before": mistake.before,
        "text": mistake.shown,
        "after": mistake.after,
        "gold": gold and gold._asdict(),
        "proposal": proposal
        and {
            "start": proposal.start,
            "end": proposal.end,
            "label": proposal.label,
            "rule": proposal.rule,
            "tier": proposal.tier.value,
        },
    }
