"""What an export for spaCy tells of itself: on screen, and in the folder it wrote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator.app.export_options import ExportOptions
from annotator.app.export_report import LeftOutArticle, UnusedSpan
from annotator.app.sides import DEV, TEST, TRAIN, Sides
from annotator.core.wording import Wording

FORMAT = "annotator-spacy-export"
"""How ``report.json`` says that the folder it lies in is ours."""

REPORT_FILE = "report.json"


@dataclass(frozen=True, slots=True)
class ExportedArticle:
    """An article in the training data.

    Attributes:
        article: its id.
        title: its title.
        annotator: whose annotation was taken, several names where what most of them drew was; None where nobody has
            looked at the article.
        complete: whether it was finished, so that what is not marked is no entity; otherwise that is unknown.
        spans: how many of its spans are in the data.
    """

    article: int
    title: str
    annotator: str | None
    complete: bool
    spans: int


@dataclass(frozen=True, slots=True)
class Part:
    """One file of training data.

    Attributes:
        articles: what it holds, in its order.
        tokens: how many tokens it holds.
        labels: how many spans it holds, by label id; every label of the project is named.
    """

    articles: tuple[ExportedArticle, ...]
    tokens: int
    labels: Mapping[str, int]

    @property
    def spans(self) -> int:
        """How many spans it holds."""
        return sum(self.labels.values())

    def counts(self) -> dict[str, Any]:
        """Return how much there is, in JSON."""
        return {
            "articles": len(self.articles),
            "tokens": self.tokens,
            "spans": self.spans,
            "labels": dict(self.labels),
        }

    def to_json(self) -> dict[str, Any]:
        """Return the object that `TrainingReport.to_json` holds under ``train``, ``dev`` and ``test``."""
        return {
            **self.counts(),
            "content": [
                {
                    "article": each.article,
                    "title": each.title,
                    "annotator": each.annotator,
                    "complete": each.complete,
                    "spans": each.spans,
                }
                for each in self.articles
            ],
        }


@dataclass(frozen=True, slots=True)
class Verdict:
    """What ``spacy debug data`` makes of the folder.

    Attributes:
        good: what it is content with.
        warnings: what it warns of.
        failures: what it finds wrong.
        skipped: why it was not asked; None where it was.
    """

    good: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()
    skipped: Wording | None = None

    def to_json(self) -> dict[str, Any]:
        """Return it as a report lists it."""
        return {
            "good": list(self.good),
            "warnings": list(self.warnings),
            "failures": list(self.failures),
            "skipped": None if self.skipped is None else {"en": self.skipped.en, "fr": self.skipped.fr},
        }


@dataclass(frozen=True, slots=True)
class TrainingReport:
    """What was written for spaCy and what was left out. The files have been read back by spaCy and compared.

    Attributes:
        target: the folder.
        project: name of the project file.
        exported_at: ISO 8601, UTC.
        options: what was asked for.
        tokenizer: version of the project's tokenizer, which lies in ``base``.
        annotators: whose annotations were wanted, in order of preference; None for everybody's.
        sides: where the articles fell, and what was kept together.
        parts: content of the files by side: ``train``, ``dev``, ``test``; with folds that of ``dev.spacy`` of each fold
            by its name, and of ``test``. Together they hold every article once.
        left_out: articles and annotations that are in no file.
        unused: spans that are in none.
        verdict: what ``debug data`` makes of it.
        notes: what else a person should know.
    """

    target: Path
    project: str
    exported_at: str
    options: ExportOptions
    tokenizer: str
    annotators: tuple[str, ...] | None
    sides: Sides
    parts: Mapping[str, Part]
    left_out: tuple[LeftOutArticle, ...]
    unused: tuple[UnusedSpan, ...]
    verdict: Verdict
    notes: tuple[Wording, ...]

    @property
    def articles(self) -> int:
        """How many articles are in the training data."""
        return len({each.article for part in self.parts.values() for each in part.articles})

    @property
    def records(self) -> int:
        """How many times an annotator's work on one of them is; the same where each has one."""
        return sum(len(part.articles) for part in self.parts.values())

    @property
    def spans(self) -> int:
        """How many spans are in the training data."""
        return sum(part.spans for part in self.parts.values())

    @property
    def train(self) -> Part:
        """What there is to train on; with folds, what is in them."""
        return self.parts[TRAIN] if not self.options.folds else _together(self.folds.values())

    @property
    def dev(self) -> Part:
        """What there is to score with while training; with folds nothing is kept apart for it."""
        return self.parts.get(DEV) or Part((), 0, dict.fromkeys(self.train.labels, 0))

    @property
    def test(self) -> Part | None:
        """What there is to test with, where there was to be anything."""
        return self.parts.get(TEST)

    @property
    def folds(self) -> dict[str, Part]:
        """What each fold is to score with, by its name."""
        return {name: part for name, part in self.parts.items() if name not in (TRAIN, DEV, TEST)}

    def trained_in(self, fold: str) -> Part:
        """Return what there is to train on in a fold: what is in all the others."""
        return _together(part for name, part in self.folds.items() if name != fold)

    def to_json(self) -> dict[str, Any]:
        """Return the object ``annotator export --json`` prints; ``report.json`` has all but ``folder`` and ``target``.

        Keys are added to it in later versions, never renamed or taken away::

            {"format": "annotator-spacy-export", "folder": "…", "target": "…", "project": "news.annot",
             "exported_at": "…", "tokenizer": "…", "statuses": ["finished"], "annotators": ["Zoé"], "whose": "one",
             "dev_share": 0.2, "test_share": 0.0, "split_by": "text", "span_group": null, "verified": true, "lost": [],
             "articles": 43, "records": 43, "spans": 360,
             "train": {"articles": 35, "tokens": 18000, "spans": 300, "labels": {"leader": 105, …},
                       "content": [{"article": 1, "title": "…", "annotator": "Zoé", "complete": true, "spans": 9}]},
             "dev": {…}, "test": {…} or null,
             "folds": [{"name": "fold-1", "train": {"articles", "tokens", "spans", "labels"}, "dev": {…}}],
             "groups": [[4, 17], …], "leaks": {"pairs": 12, "across": 0}, "undated": 0,
             "debug_data": {"good": ["…"], "warnings": ["…"], "failures": ["…"], "skipped": {"en", "fr"} or null},
             "left_out": [{"article": 7, "title": "…", "annotator": null, "reason": "status", "en": "…", "fr": "…"}],
             "unused": [{"article": 3, "title": "…", "annotator": "Zoé", "start": 3, "end": 9, "label": "leader",
                         "text": "…", "reason": "off_the_grid", "en": "…", "fr": "…"}],
             "notes": [{"en": "…", "fr": "…"}]}

        With ``folds`` all that is in them is under ``train``, and ``dev`` is empty. ``groups`` are the articles kept on
        one side together; ``leaks`` says how many pairs of articles tell the same story in partly the same words, and
        how many of those are on two sides.
        """
        return {"folder": str(self.target), "target": str(self.target), **self.content()}

    def content(self) -> dict[str, Any]:
        """Return what ``report.json`` holds."""
        return {
            "format": FORMAT,
            "project": self.project,
            "exported_at": self.exported_at,
            "tokenizer": self.tokenizer,
            "statuses": [status.value for status in self.options.statuses],
            "annotators": None if self.annotators is None else list(self.annotators),
            "whose": self.options.whose.value,
            "dev_share": self.options.dev,
            "test_share": self.options.test,
            "split_by": self.options.split_by.value,
            "span_group": self.options.span_group,
            "verified": True,
            "lost": [],
            "articles": self.articles,
            "records": self.records,
            "spans": self.spans,
            "train": self.train.to_json(),
            "dev": self.dev.to_json(),
            "test": None if self.test is None else self.test.to_json(),
            "folds": [
                {"name": name, "train": self.trained_in(name).counts(), "dev": part.to_json()}
                for name, part in self.folds.items()
            ],
            "groups": [list(group) for group in self.sides.groups],
            "leaks": {"pairs": self.sides.pairs, "across": self.sides.leaks},
            "undated": self.sides.undated,
            "debug_data": self.verdict.to_json(),
            "left_out": [each.to_json() for each in self.left_out],
            "unused": [each.to_json() for each in self.unused],
            "notes": [{"en": each.en, "fr": each.fr} for each in self.notes],
        }


def _together(parts: Iterable[Part]) -> Part:
    listed = list(parts)
    labels: dict[str, int] = {}
    for part in listed:
        for label, count in part.labels.items():
            labels[label] = labels.get(label, 0) + count
    articles = tuple(each for part in listed for each in part.articles)
    return Part(articles, sum(part.tokens for part in listed), labels)
