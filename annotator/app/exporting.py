"""Write what annotators finished as training data for spaCy."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.app.choosing import Choice, choose
from annotator.app.export_folder import replacing, require_free
from annotator.app.export_report import REPORT_FILE, ExportedArticle, ExportReport, LeftOutArticle, Part, UnusedSpan
from annotator.app.export_sentences import differs, notes_on, nothing_to_export, too_long
from annotator.app.project import Project
from annotator.app.splits import splits
from annotator.core.annotation import Status
from annotator.core.errors import UserError
from annotator.core.placement import Obstacle, Refused
from annotator.core.tokens import TokenGrid
from annotator.store import annotations as stored_annotations
from annotator.store import articles as stored_articles

if TYPE_CHECKING:
    from annotator.nlp.training_data import Example

_HASH_DIGITS = 13
_HASH_RANGE = 2**52  # of so many hexadecimal digits; a float holds it exactly
_TOLD_EVERY = 200
_BASE = "base"  # the folder of the pipeline whose tokenizer goes with the data


def export_spacy(
    project: Project,
    folder: Path,
    *,
    annotators: Sequence[str] | None = None,
    dev: float = 0.2,
    statuses: Sequence[Status] = (Status.FINISHED,),
    articles: Iterable[int] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ExportReport:
    """Write a folder that stock spaCy trains from: data, configuration, base pipeline, labels and a report.

    One annotation of each article is taken: a finished one before others; of several, that of the annotator named
    first. An article whose annotations differ while no annotator is named is left out. A finished article without
    spans says that it holds no entity; in one that is not finished, what is not marked counts as unknown.

    The files are read back by spaCy and compared before the folder is moved into place; an earlier export there
    stays as it is until then.

    Args:
        project: where the articles are.
        folder: where to; a new or empty folder, or an earlier export.
        annotators: names of the annotators whose annotations to take, in order of preference; all by default.
        dev: share of the articles that goes to ``dev.spacy``, from 0 to 1; which ones depends on their texts alone.
        statuses: which articles to take.
        articles: ids of the articles to take them from, all by default.
        progress: told how many steps of how many are done; it may raise to stop, nothing has changed then.

    Raises:
        UserError: nothing is there to be exported, an annotator is unknown, or the folder is not free or writable.
    """
    if not 0 <= dev <= 1 or math.isnan(dev):
        raise UserError(
            f"the share for dev.spacy must lie between 0 and 1, not {dev}.",
            f"La part de dev.spacy doit être comprise entre 0 et 1, et non {dev}.",
        )
    require_free(folder.resolve())
    preferred = None if not annotators else list(dict.fromkeys(project.find_annotator(each) for each in annotators))
    names = project.annotators()
    with project.database.snapshot():
        choices, left_out = choose(
            project.database, names, preferred, frozenset(statuses), None if articles is None else frozenset(articles)
        )
        if not choices:
            raise nothing_to_export(left_out, statuses)
        with replacing(folder) as new:
            export = _Export(project, new, names, dev, progress, total=2 * len(choices))
            train, dev_part = export.write(choices)
            export.write_setup(train)
            export.verify()
            report = ExportReport(
                folder=folder,
                project=project.path.name,
                exported_at=datetime.now(UTC).isoformat(timespec="seconds"),
                tokenizer=export.tokenizer,
                statuses=tuple(statuses),
                annotators=None if preferred is None else tuple(names[each] for each in preferred),
                dev_share=dev,
                train=train,
                dev=dev_part,
                left_out=tuple(sorted([*left_out, *export.left_out], key=lambda each: each.article)),
                unused=tuple(export.unused),
                notes=notes_on(train, dev_part, dev),
            )
            export.write_around(report)
    return report


class _Export:
    """One export under way, in a folder that is not yet in its place."""

    def __init__(
        self,
        project: Project,
        folder: Path,
        names: dict[int, str],
        dev: float,
        progress: Callable[[int, int], None] | None,
        *,
        total: int,
    ) -> None:
        from annotator.nlp.tokenizer import edition

        self._splits = splits(project)
        self.tokenizer = edition(self._splits)
        self.left_out: list[LeftOutArticle] = []
        self.unused: list[UnusedSpan] = []
        self._project = project
        self._folder = folder
        self._names = names
        self._dev = dev
        self._progress = progress
        self._done = 0
        self._total = total
        self._labels = [label.id for label in project.labels()]
        self._written: dict[str, list[Choice]] = {"train.spacy": [], "dev.spacy": []}

    def write(self, choices: Sequence[Choice]) -> tuple[Part, Part]:
        """Write both files and return what they hold."""
        from annotator.nlp.training_data import MAX_CHARACTERS, spacy_file

        train, dev = _PartBuilder(self._labels), _PartBuilder(self._labels)
        with spacy_file(self._folder / "train.spacy") as train_file, spacy_file(self._folder / "dev.spacy") as dev_file:
            for choice in choices:
                self._tell()
                example, refused = self._example(choice)
                if len(example.text) > MAX_CHARACTERS:
                    self.left_out.append(too_long(choice, MAX_CHARACTERS))
                    continue
                name = None if choice.annotator is None else self._names[choice.annotator]
                self.unused += [UnusedSpan(choice.article, choice.title, name or "", each) for each in refused]
                if goes_to_dev(choice.hash, self._dev):
                    dev_file.add(example)
                    dev.add(choice, name, example)
                    self._written["dev.spacy"].append(choice)
                else:
                    train_file.add(example)
                    train.add(choice, name, example)
                    self._written["train.spacy"].append(choice)
        return train.part(), dev.part()

    def write_setup(self, train: Part) -> None:
        """Write what spaCy needs beside the data: configuration, base pipeline with the tokenizer, and labels."""
        from annotator.nlp.training_data import write_training_setup

        write_training_setup(self._folder, train.labels, self._splits)

    def verify(self) -> None:
        """Let spaCy read the data and the tokenizer back and compare them with the project.

        Raises:
            UserError: something differs.
        """
        from annotator.nlp.tokenizer import tokenizer_in
        from annotator.nlp.training_data import agrees, read_back

        apart: list[Choice] = []
        for name, choices in self._written.items():
            reread = read_back(self._folder / name)
            for choice in choices:
                self._tell()
                found = next(reread, None)
                example, _ = self._example(choice)
                if found is None or not agrees(found, example):
                    raise differs(name, choice)
                if any(each.form in example.text for each in self._splits):
                    apart.append(choice)
            if next(reread, None) is not None:
                raise differs(name, None)
        # Whoever trains cuts with the tokenizer that lies beside the data: it must take apart what the project does.
        cut = tokenizer_in(self._folder / _BASE) if apart else None
        for choice in apart:
            example, _ = self._example(choice)
            if cut is None or cut(example.text) != example.grid:
                raise differs(_BASE, choice)

    def write_around(self, report: ExportReport) -> None:
        """Write what explains the data: the report, and a page for people."""
        content = json.dumps(report.content(), ensure_ascii=False, indent=1)
        (self._folder / REPORT_FILE).write_text(content + "\n", encoding="utf-8")
        (self._folder / "README.md").write_text(report.readme(), encoding="utf-8")
        if self._progress is not None:
            self._progress(self._total, self._total)

    def _example(self, choice: Choice) -> tuple[Example, list[Refused]]:
        """Return what to train on in an article, and the spans that the tokens of today cannot hold."""
        from annotator.nlp import tokenizer
        from annotator.nlp.training_data import Example

        database = self._project.database
        article = stored_articles.load(database, choice.article)
        text, grid = article.text, article.grid
        if stored_articles.tokenizer_of(database, choice.article) != tokenizer.VERSION:
            grid = tokenizer.grid(text, self._splits)
        spans, refused = [], []
        if choice.annotator is not None:
            for start, end, label in stored_annotations.extents(database, choice.article, choice.annotator):
                obstacle = _obstacle(text, grid, start, end)
                if obstacle is None:
                    spans.append((start, end, label))
                else:
                    refused.append(Refused(start, end, label, text[start:end], obstacle))
        unknown = [_whole_tokens(grid, each.start, each.end) for each in refused]
        return Example(text, grid, spans, [each for each in unknown if each], complete=choice.complete), refused

    def _tell(self) -> None:
        self._done += 1
        if self._progress is not None and self._done % _TOLD_EVERY == 1:
            self._progress(self._done - 1, self._total)


class _PartBuilder:
    """Counts what goes into one file."""

    def __init__(self, labels: Sequence[str]) -> None:
        self._articles: list[ExportedArticle] = []
        self._tokens = 0
        self._labels = Counter(dict.fromkeys(labels, 0))

    def add(self, choice: Choice, annotator: str | None, example: Example) -> None:
        self._articles.append(
            ExportedArticle(choice.article, choice.title, annotator, choice.complete, len(example.spans))
        )
        self._tokens += len(example.grid)
        self._labels.update(label for _, _, label in example.spans)

    def part(self) -> Part:
        return Part(tuple(self._articles), self._tokens, dict(self._labels))


def goes_to_dev(hash: str, share: float) -> bool:
    """Tell on which side of the split an article lies: by the hash of its text alone, whatever else is there."""
    return int(hash[:_HASH_DIGITS], 16) < share * _HASH_RANGE


def _obstacle(text: str, grid: TokenGrid, start: int, end: int) -> Obstacle | None:
    shown = text[start:end]
    if shown.strip() != shown:
        return Obstacle.WHITE_SPACE
    return None if grid.holds(start, end) else Obstacle.OFF_THE_GRID


def _whole_tokens(grid: TokenGrid, start: int, end: int) -> tuple[int, int] | None:
    touched = grid.touching(start, end)
    return (grid.starts[touched.start], grid.ends[touched.stop - 1]) if touched else None
