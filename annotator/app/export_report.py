"""What an export tells of itself: on screen, and in the folder it wrote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotator.core.annotation import Status
from annotator.core.placement import Refused
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
        annotator: whose annotation was taken; None where nobody has looked at the article.
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

    def to_json(self) -> dict[str, Any]:
        """Return the object that `ExportReport.to_json` holds under ``train`` and ``dev``."""
        return {
            "articles": len(self.articles),
            "tokens": self.tokens,
            "spans": self.spans,
            "labels": dict(self.labels),
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
class LeftOutArticle:
    """An article, or one annotator's annotation of it, that is not in the training data.

    Attributes:
        article: its id.
        title: its title.
        annotator: whose annotation was left out; None where the article as a whole was.
        reason: stable name of the reason: ``status``, ``untouched``, ``disagreement``, ``other_annotator``,
            ``too_long``, ``trash``.
        wording: why, for people.
    """

    article: int
    title: str
    annotator: str | None
    reason: str
    wording: Wording


@dataclass(frozen=True, slots=True)
class UnusedSpan:
    """A span that is not in the training data, while its article is; its tokens are marked as unknown there.

    Attributes:
        article: id of the article.
        title: title of the article.
        annotator: whose span it is.
        span: the span as stored, and why.
    """

    article: int
    title: str
    annotator: str
    span: Refused


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written and what was left out. The files have been read back by spaCy and compared.

    Attributes:
        folder: where.
        project: name of the project file.
        exported_at: ISO 8601, UTC.
        tokenizer: version of the project's tokenizer, which lies in ``base``.
        statuses: which articles were wanted.
        annotators: whose annotations were wanted, in order of preference; None for everybody's.
        dev_share: the share of articles wanted in ``dev.spacy``.
        train: content of ``train.spacy``.
        dev: content of ``dev.spacy``.
        left_out: articles and annotations that are in neither.
        unused: spans that are in neither.
        notes: what else a person should know.
    """

    folder: Path
    project: str
    exported_at: str
    tokenizer: str
    statuses: tuple[Status, ...]
    annotators: tuple[str, ...] | None
    dev_share: float
    train: Part
    dev: Part
    left_out: tuple[LeftOutArticle, ...]
    unused: tuple[UnusedSpan, ...]
    notes: tuple[Wording, ...]

    @property
    def articles(self) -> int:
        """How many articles are in the training data."""
        return len(self.train.articles) + len(self.dev.articles)

    @property
    def spans(self) -> int:
        """How many spans are in the training data."""
        return self.train.spans + self.dev.spans

    def to_json(self) -> dict[str, Any]:
        """Return the object ``annotator export --json`` prints; all but ``folder`` is in ``report.json`` too.

        Keys are added to it in later versions, never renamed or taken away::

            {"format": "annotator-spacy-export", "folder": "…", "project": "news.annot", "exported_at": "…",
             "tokenizer": "…", "statuses": ["finished"], "annotators": ["Zoé"], "dev_share": 0.2, "verified": true,
             "articles": 43, "spans": 360,
             "train": {"articles": 35, "tokens": 18000, "spans": 300, "labels": {"leader": 105, …},
                       "content": [{"article": 1, "title": "…", "annotator": "Zoé", "complete": true, "spans": 9}]},
             "dev": {…},
             "left_out": [{"article": 7, "title": "…", "annotator": null, "reason": "status", "en": "…", "fr": "…"}],
             "unused": [{"article": 3, "title": "…", "annotator": "Zoé", "start": 3, "end": 9, "label": "leader",
                         "text": "…", "reason": "off_the_grid", "en": "…", "fr": "…"}],
             "notes": [{"en": "…", "fr": "…"}]}
        """
        return {"folder": str(self.folder), **self.content()}

    def content(self) -> dict[str, Any]:
        """Return what ``report.json`` holds."""
        return {
            "format": FORMAT,
            "project": self.project,
            "exported_at": self.exported_at,
            "tokenizer": self.tokenizer,
            "statuses": [status.value for status in self.statuses],
            "annotators": None if self.annotators is None else list(self.annotators),
            "dev_share": self.dev_share,
            "verified": True,
            "articles": self.articles,
            "spans": self.spans,
            "train": self.train.to_json(),
            "dev": self.dev.to_json(),
            "left_out": [
                {
                    "article": each.article,
                    "title": each.title,
                    "annotator": each.annotator,
                    "reason": each.reason,
                    "en": each.wording.en,
                    "fr": each.wording.fr,
                }
                for each in self.left_out
            ],
            "unused": [
                {
                    "article": each.article,
                    "title": each.title,
                    "annotator": each.annotator,
                    "start": each.span.start,
                    "end": each.span.end,
                    "label": each.span.label,
                    "text": each.span.text,
                    "reason": each.span.obstacle.code,
                    "en": each.span.obstacle.value.en,
                    "fr": each.span.obstacle.value.fr,
                }
                for each in self.unused
            ],
            "notes": [{"en": each.en, "fr": each.fr} for each in self.notes],
        }

    def readme(self) -> str:
        """Return the page that lies in the folder."""
        labels = "\n".join(
            f"| {label} | {self.train.labels[label]} | {self.dev.labels[label]} |" for label in self.train.labels
        )
        notes = "".join(f"- {each.en}\n" for each in self.notes)
        return _README.format(
            project=self.project,
            exported_at=self.exported_at,
            train=self.train,
            train_articles=len(self.train.articles),
            dev=self.dev,
            dev_articles=len(self.dev.articles),
            labels=labels,
            left_out=len(self.left_out),
            unused=len(self.unused),
            notes=f"\n{notes}" if notes else "",
        )


_README = """\
# Training data for spaCy

Exported from {project} at {exported_at}. To train, with spaCy 3.8 alone, from inside this folder:

    python -m spacy debug data config.cfg
    python -m spacy train config.cfg --output model

| file | what it holds |
|---|---|
| `train.spacy` | {train_articles} articles, {train.tokens} tokens, {train.spans} spans |
| `dev.spacy` | {dev_articles} articles, {dev.tokens} tokens, {dev.spans} spans |
| `config.cfg` | a small model for the CPU; it takes its tokenizer from `base` |
| `base/` | an empty French pipeline with the tokenizer the articles were marked up with |
| `labels/ner.json` | the labels |
| `report.json` | every article in the data, and every article and span left out, with the reason |

| label | spans in train | in dev |
|---|---|---|
{labels}

Left out: {left_out} articles or annotations and {unused} spans, each named in `report.json`.
{notes}
Whether an article goes to `dev.spacy` depends on its text alone: it stays on its side in every later export with
the same share. In articles that were not finished, and where a span had to be left out, tokens that carry no label
are marked as unknown rather than as no entity; spaCy learns nothing from those.

En français : `train.spacy` et `dev.spacy` contiennent les articles, `report.json` nomme tout ce qui a été laissé de
côté et pourquoi ; les deux commandes ci-dessus vérifient les données et entraînent un modèle.
"""
