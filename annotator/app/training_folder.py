"""Write a folder that stock spaCy trains from."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.app.choosing import Choice
from annotator.app.export_folder import replacing, require_free
from annotator.app.export_options import ExportOptions
from annotator.app.export_report import LeftOutArticle, UnusedSpan
from annotator.app.export_selection import select, without_too_long
from annotator.app.export_sentences import differs, notes_on, notes_on_articles, nothing_to_export
from annotator.app.keeping_together import kinship, sign
from annotator.app.outgoing import Marked, Outlet
from annotator.app.sides import TEST, Sides, decide
from annotator.app.training_readme import readme
from annotator.app.training_report import REPORT_FILE, ExportedArticle, Part, TrainingReport, Verdict
from annotator.app.training_verdict import verdict_on
from annotator.core.tokens import TokenGrid
from annotator.store import exports as stored_exports

if TYPE_CHECKING:
    from annotator.app.project import Project
    from annotator.nlp.training_data import Example, SpacyFile
    from annotator.nlp.training_reading import Reread

_TOLD_EVERY = 200
_BASE = "base"  # the folder of the pipeline whose tokenizer goes with the data


def export_training(
    project: Project, folder: Path, options: ExportOptions, *, progress: Callable[[int, int], None] | None = None
) -> TrainingReport:
    """Write data, configurations, base pipeline, labels, steps and a report; `annotator.app.exporting.export` calls it.

    Raises:
        UserError: nothing is there to be exported, an annotator is unknown, or the folder is not free or writable.
    """
    require_free(folder.resolve())
    sign(project, told=lambda: None if progress is None else progress(0, 1))
    with project.database.snapshot():
        selection = select(project, options)
        origins = {each.article: each for each in stored_exports.origins(project.database)}
        selection = without_too_long(selection, origins)
        choices, left_out = selection.choices, selection.left_out
        if not choices:
            raise nothing_to_export(left_out, options.statuses)

        def told() -> None:
            if progress is not None:
                progress(0, 2 * len(choices))

        sides = decide({each.article for each in choices}, origins, kinship(project, origins, told=told), options)
        with replacing(folder) as new:
            export = _Export(project, new, selection.names, options, sides, progress, total=2 * len(choices))
            parts = export.write(choices)
            labels = _labels_to_train(parts)
            export.write_setup(labels)
            export.verify(choices)
            report = TrainingReport(
                target=folder,
                project=project.path.name,
                exported_at=datetime.now(UTC).isoformat(timespec="seconds"),
                options=options,
                tokenizer=export.tokenizer,
                annotators=selection.annotators,
                sides=sides,
                parts=parts,
                left_out=tuple(sorted(left_out, key=lambda each: each.article)),
                unused=tuple(export.unused),
                verdict=Verdict(),
                notes=notes_on(parts, sides, options) + notes_on_articles(project, choices),
            )
            report = replace(report, verdict=verdict_on(new, report, told=export.tell_end))
            export.write_around(report)
    return report


class _Export:
    """One export under way, in a folder that is not yet in its place."""

    def __init__(
        self,
        project: Project,
        folder: Path,
        names: Mapping[int, str],
        options: ExportOptions,
        sides: Sides,
        progress: Callable[[int, int], None] | None,
        *,
        total: int,
    ) -> None:
        from annotator.nlp.tokenizer import edition

        self._outlet = Outlet(project, names)
        self.tokenizer = edition(self._outlet.splits)
        self.left_out: list[LeftOutArticle] = []
        self.unused: list[UnusedSpan] = []
        self._folder = folder
        self._options = options
        self._sides = sides
        self._progress = progress
        self._done = 0
        self._total = total
        self._labels = [label.id for label in project.labels()]

    def write(self, choices: Sequence[Choice]) -> dict[str, Part]:
        """Write all files of data and return what falls on each side."""
        from annotator.nlp.training_data import spacy_file

        builders = {side: _PartBuilder(self._labels) for side in self._sides.names}
        with ExitStack() as open_files:
            files: dict[str, SpacyFile] = {}
            for name in dict.fromkeys(name for side in self._sides.names for name in _files(side, self._sides)):
                (self._folder / name).parent.mkdir(exist_ok=True)
                path = self._folder / name
                files[name] = open_files.enter_context(spacy_file(path, span_group=self._options.span_group))
            for choice in choices:
                self._tell()
                marked = self._outlet.marked(choice, remarks=False)
                self.unused += marked.unused
                example = _example(marked, choice)
                side = self._sides.of[choice.article]
                for name in _files(side, self._sides):
                    files[name].add(example)
                builders[side].add(choice, self._outlet.names_of(choice), example)
        return {side: builder.part() for side, builder in builders.items()}

    def write_setup(self, labels: Mapping[str, int]) -> None:
        """Write what spaCy needs beside the data: configurations, base pipeline with the tokenizer, labels, steps."""
        from annotator.nlp.training_setup import write_training_setup

        write_training_setup(
            self._folder,
            labels,
            self._outlet.splits,
            folds=self._options.folds,
            tested=self._sides.tested,
            transformer=self._options.transformer,
        )

    def verify(self, choices: Sequence[Choice]) -> None:
        """Let spaCy read the data and the tokenizer back and compare them with the project.

        Raises:
            UserError: something differs.
        """
        from annotator.nlp.tokenizer import tokenizer_in
        from annotator.nlp.training_reading import agrees, read_back

        names = list(dict.fromkeys(name for side in self._sides.names for name in _files(side, self._sides)))
        rereads = {name: read_back(self._folder / name) for name in names}
        apart: list[Choice] = []
        for choice in choices:
            self._tell()
            example = _example(self._outlet.marked(choice, remarks=False), choice)
            for name in _files(self._sides.of[choice.article], self._sides):
                found = _next(rereads[name], name, choice)
                if found is None or not agrees(found, example, span_group=self._options.span_group):
                    raise differs(name, choice)
            if any(each.form in example.text for each in self._outlet.splits):
                apart.append(choice)
        for name, reread in rereads.items():
            if _next(reread, name, None) is not None:
                raise differs(name, None)
        # Whoever trains cuts with the tokenizer that lies beside the data: it must take apart what the project does.
        cut = tokenizer_in(self._folder / _BASE) if apart else None
        for choice in apart:
            marked = self._outlet.marked(choice, remarks=False)
            if cut is None or cut(marked.article.text) != marked.grid:
                raise differs(_BASE, choice)

    def write_around(self, report: TrainingReport) -> None:
        """Write what explains the data: the report, and a page for people."""
        with (self._folder / REPORT_FILE).open("w", encoding="utf-8") as file:
            json.dump(report.content(), file, ensure_ascii=False, indent=1)
            file.write("\n")
        (self._folder / "README.md").write_text(readme(report), encoding="utf-8")
        self.tell_end()

    def tell_end(self) -> None:
        """Tell that all is written and read back."""
        if self._progress is not None:
            self._progress(self._total, self._total)

    def _tell(self) -> None:
        self._done += 1
        if self._progress is not None and self._done % _TOLD_EVERY == 1:
            self._progress(self._done - 1, self._total)


def _next(reread: Iterator[Reread], name: str, choice: Choice | None) -> Reread | None:
    try:
        return next(reread, None)
    except Exception as error:  # whatever spaCy stumbles over shows that the file is not what was written
        raise differs(name, choice) from error


def _files(side: str, sides: Sides) -> list[str]:
    """Return the names of the files that an article on a side is in."""
    if not sides.folds or side == TEST:
        return [f"{side}.spacy"]
    folds = [each for each in sides.names if each != TEST]
    return [f"{each}/{'dev' if each == side else 'train'}.spacy" for each in folds]


def _labels_to_train(parts: Mapping[str, Part]) -> dict[str, int]:
    counted: Counter[str] = Counter()
    for side, part in parts.items():
        if side == "train" or side.startswith("fold"):
            counted.update(part.labels)
    return {label: counted[label] for part in parts.values() for label in part.labels}


def _example(marked: Marked, choice: Choice) -> Example:
    """Return what to train on in an article."""
    from annotator.nlp.training_data import Example

    text, grid = marked.article.text, marked.grid
    unknown = [_whole_tokens(grid, each.start, each.end) for each in marked.unused if each.reason != "no_majority"]
    return Example(text, grid, marked.spans, [each for each in unknown if each], complete=choice.complete)


def _whole_tokens(grid: TokenGrid, start: int, end: int) -> tuple[int, int] | None:
    touched = grid.touching(start, end)
    return (grid.starts[touched.start], grid.ends[touched.stop - 1]) if touched else None


class _PartBuilder:
    """Counts what falls on one side."""

    def __init__(self, labels: Sequence[str]) -> None:
        self._articles: list[ExportedArticle] = []
        self._tokens = 0
        self._labels = Counter(dict.fromkeys(labels, 0))

    def add(self, choice: Choice, annotators: str | None, example: Example) -> None:
        self._articles.append(
            ExportedArticle(choice.article, choice.title, annotators, choice.complete, len(example.spans))
        )
        self._tokens += len(example.grid)
        self._labels.update(label for _, _, label in example.spans)

    def part(self) -> Part:
        return Part(tuple(self._articles), self._tokens, dict(self._labels))
