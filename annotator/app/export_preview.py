"""What an export would take, leave out and lose: counted before anything is written, for a dialog and ``--dry-run``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from annotator.app.choosing import Choice
from annotator.app.export_options import SPACY, ExportOptions
from annotator.app.export_report import LeftOutArticle, lost_to_json
from annotator.app.export_selection import select, without_too_long
from annotator.app.keeping_together import kinship, sign
from annotator.app.sides import Sides, decide
from annotator.core.annotation import Status
from annotator.core.wording import Wording
from annotator.formats.records import Trait
from annotator.formats.registry import find_format
from annotator.store import annotations as stored_annotations
from annotator.store import exports as stored_exports
from annotator.store.exports import Origin

if TYPE_CHECKING:
    from annotator.app.project import Project


@dataclass(frozen=True, slots=True)
class ExportPreview:
    """What an export would take and leave out.

    Attributes:
        format: the format.
        articles: ids of the articles that go out.
        records: how many times an annotator's work on one of them goes out.
        finished: how many articles that go out are finished.
        spans: how many spans go out, by label id; every label of the project is named. Where several annotators'
            are compared, those of the annotator with the most.
        left_out: articles and annotations that stay behind.
        drafts: ids of articles left out that somebody asked for is still working on.
        flagged: ids of articles that go out and are flagged.
        noted: ids of articles that go out and have a note on the whole, which no format takes.
        empty: ids of articles that go out without spans.
        sides: how many articles fall on which side, for a folder to train from; empty otherwise.
        groups: ids of the articles that are kept on one side together.
        undated: how many articles have no date, where the date decides on the side.
        lost: what the format cannot carry, and how many records have such a thing.
    """

    format: str
    articles: tuple[int, ...]
    records: int
    finished: int
    spans: Mapping[str, int]
    left_out: tuple[LeftOutArticle, ...]
    drafts: tuple[int, ...]
    flagged: tuple[int, ...]
    noted: tuple[int, ...]
    empty: tuple[int, ...]
    sides: Mapping[str, int]
    groups: tuple[tuple[int, ...], ...]
    undated: int
    lost: Mapping[Trait, int]

    def to_json(self) -> dict[str, Any]:
        """Return the object ``annotator export --dry-run --json`` prints.

        Keys are added to it in later versions, never renamed or taken away::

            {"format": "spacy", "articles": 43, "records": 43, "finished": 41, "spans": {"leader": 105, …},
             "left_out": [{"reason": "status", "count": 7, "en": "…", "fr": "…", "articles": [3, 9, …]}],
             "drafts": {"count": 7, "articles": [3, 9, …]}, "flagged": {"count": 2, "articles": [5, 8]},
             "noted": {"count": 0, "articles": []}, "empty": {"count": 1, "articles": [12]},
             "going": [1, 2, …], "sides": {"train": 33, "dev": 10}, "groups": [[4, 17], …], "undated": 0,
             "lost": [{"trait": "title", "articles": 43, "en": "…", "fr": "…"}]}

        ``sides`` is empty but for ``spacy``; it has ``test`` where there is one, and with folds ``fold-1`` and so on,
        each with the articles that are for development there.
        """
        by_reason: dict[str, list[int]] = {}
        for each in self.left_out:
            by_reason.setdefault(each.reason, []).append(each.article)
        return {
            "format": self.format,
            "articles": len(self.articles),
            "records": self.records,
            "finished": self.finished,
            "spans": dict(self.spans),
            "left_out": [
                {
                    "reason": reason,
                    "count": len(articles),
                    "en": REASONS[reason].en,
                    "fr": REASONS[reason].fr,
                    "articles": list(dict.fromkeys(articles)),
                }
                for reason, articles in by_reason.items()
            ],
            "drafts": _listed(self.drafts),
            "flagged": _listed(self.flagged),
            "noted": _listed(self.noted),
            "empty": _listed(self.empty),
            "going": list(self.articles),
            "sides": dict(self.sides),
            "groups": [list(group) for group in self.groups],
            "undated": self.undated,
            "lost": lost_to_json(self.lost),
        }


def _listed(articles: tuple[int, ...]) -> dict[str, Any]:
    return {"count": len(articles), "articles": list(articles)}


REASONS = {
    "status": Wording("their status is not among those exported", "leur état n'est pas exporté"),
    "untouched": Wording("nobody asked for has looked at them", "aucun des annotateurs voulus ne les a traités"),
    "disagreement": Wording("their annotators differ", "leurs annotateurs diffèrent"),
    "other_annotator": Wording("another annotator's work was taken", "le travail d'un autre annotateur a été pris"),
    "trash": Wording("they lie in the trash", "ils sont dans la corbeille"),
    "empty": Wording("they have no span", "ils n'ont aucune annotation"),
    "too_long": Wording("they are longer than spaCy reads", "ils sont plus longs que ce que lit spaCy"),
    "original": Wording(
        "their spans have no exact place in the original text, or the format cannot hold it",
        "leurs annotations n'ont pas de place exacte dans le texte d'origine, ou le format ne peut pas le contenir",
    ),
}
"""Why articles are left out, in words for many of them, by the name of the reason."""


def preview(project: Project, options: ExportOptions, *, told: Callable[[], None] = lambda: None) -> ExportPreview:
    """Count what an export would take and leave out, without reading the texts.

    Spans that the tokens of today cannot hold and those without a majority are found out only by the export itself.
    White space counts as lost in every article where the format cannot carry it.

    Args:
        project: where the articles are.
        options: what is asked for.
        told: called now and then; may raise to stop.

    Raises:
        UserError: an annotator or the format is unknown, or a share is none.
    """
    options.require_sound()
    cannot_carry = frozenset[Trait]() if options.format == SPACY else find_format(options.format).cannot_carry
    if options.format == SPACY:
        sign(project, told=told)
    with project.database.snapshot():
        selection = select(project, options)
        origins = {each.article: each for each in stored_exports.origins(project.database)}
        sides: Sides | None = None
        if options.format == SPACY:
            selection = without_too_long(selection, origins)
        going = list(dict.fromkeys(each.article for each in selection.choices))
        if options.format == SPACY:
            sides = decide(going, origins, kinship(project, origins, told=told), options)
        counts = _Counts(project, selection.choices, origins)
        return ExportPreview(
            format=options.format,
            articles=tuple(going),
            records=len(selection.choices),
            finished=len({each.article for each in selection.choices if each.complete}),
            spans=counts.spans,
            left_out=tuple(selection.left_out),
            drafts=tuple(_drafts(project, selection.left_out, selection.preferred)),
            flagged=counts.flagged,
            noted=counts.noted,
            empty=counts.empty,
            sides={} if sides is None else sides.counts(),
            groups=() if sides is None else sides.groups,
            undated=0 if sides is None else sides.undated,
            lost={trait: counts.having(trait) for trait in Trait if trait in cannot_carry},
        )


class _Counts:
    """What the file knows of the annotations that go out, by a few statements over all of them."""

    def __init__(self, project: Project, choices: Iterable[Choice], origins: Mapping[int, Origin]) -> None:
        database = project.database
        self._choices = list(choices)
        self._origins = origins
        self._remarked = stored_exports.remarked(database)
        drawn: dict[tuple[int, int], dict[str, int]] = {}
        for article, annotator, label, count in stored_exports.count_labels(database):
            drawn.setdefault((article, annotator), {})[label] = count
        spans = Counter({label.id: 0 for label in project.labels()})
        empty = []
        for each in self._choices:
            whose = [drawn.get((each.article, annotator), {}) for annotator in each.annotators]
            most = max(whose, key=lambda counted: sum(counted.values()), default={})
            spans.update(most)
            if not most:
                empty.append(each.article)
        self.spans: Mapping[str, int] = dict(spans)
        self.empty = tuple(dict.fromkeys(empty))
        theirs = {(each.article, annotator) for each in self._choices for annotator in each.annotators}
        said = [each for each in stored_exports.flags(database) if (each.article, each.annotator) in theirs]
        self.flagged = tuple(dict.fromkeys(each.article for each in said if each.flagged))
        self.noted = tuple(dict.fromkeys(each.article for each in said if each.noted))

    def having(self, trait: Trait) -> int:
        """Return how many records have what a trait stands for."""
        return sum(self._has(each, trait) for each in self._choices)

    def _has(self, choice: Choice, trait: Trait) -> bool:
        match trait:
            case Trait.DATE:
                return bool(self._origins[choice.article].date)
            case Trait.META:
                return self._origins[choice.article].has_meta
            case Trait.ANNOTATOR:
                return choice.annotator is not None
            case Trait.STATUS:
                return bool(choice.annotators)
            case Trait.REMARKS:
                return any((choice.article, annotator) in self._remarked for annotator in choice.annotators)
            case _:
                return True


def _drafts(project: Project, left_out: Iterable[LeftOutArticle], preferred: Iterable[int] | None) -> list[int]:
    behind = {each.article for each in left_out if each.reason == "status"}
    asked = set(project.annotators()) if preferred is None else set(preferred)
    return sorted(
        {
            article
            for article, annotator, status in stored_annotations.statuses(project.database)
            if status is Status.IN_PROGRESS and annotator in asked and article in behind
        }
    )
