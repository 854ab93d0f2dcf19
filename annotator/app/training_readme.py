"""The page that lies in a folder to train from."""

from __future__ import annotations

from annotator.app.export_options import SplitBy
from annotator.app.training_report import Part, TrainingReport


def readme(report: TrainingReport) -> str:
    """Return the page: what the folder holds, how it was split, and how to train from it."""
    return (
        "\n\n".join(
            part
            for part in (
                f"# Training data for spaCy\n\nExported from {report.project} at {report.exported_at}. To train, with "
                "spaCy 3.8 alone, from inside this folder:",
                _commands(report),
                _files(report),
                _labels(report),
                _left_out(report),
                "## The split\n\n" + _split(report),
                "## What `debug data` says\n\n" + _verdict(report),
                _UNKNOWN,
                _FRENCH,
            )
            if part
        )
        + "\n"
    )


def _commands(report: TrainingReport) -> str:
    lines = ["    python -m spacy debug data config.cfg", "    python -m spacy train config.cfg --output model"]
    if report.test is not None:
        lines.append("    python -m spacy evaluate model/model-best test.spacy")
    text = "\n".join(lines)
    text += (
        "\n\nOr all steps, packaging included, one after the other: `python -m weasel run all` (weasel comes with "
        "spaCy; `project.yml` names the steps)."
    )
    if report.folds:
        text += (
            "\n\nThis trains on the first fold. For another one give its files and a place of its own:\n\n"
            "    python -m spacy train config.cfg --output model/fold-2 --paths.train fold-2/train.spacy "
            "--paths.dev fold-2/dev.spacy"
        )
    if report.options.transformer:
        text += (
            "\n\nA transformer (camembert-base) on a graphics card needs the package `spacy-transformers` and a "
            "download of the model at its first use:\n\n"
            "    python -m spacy train config_transformer.cfg --output model --gpu-id 0"
        )
    return text


def _files(report: TrainingReport) -> str:
    rows = ["| file | what it holds |", "|---|---|"]
    if report.folds:
        for name, part in report.folds.items():
            rows.append(f"| `{name}/train.spacy` | {_counts(report.trained_in(name))} |")
            rows.append(f"| `{name}/dev.spacy` | {_counts(part)} |")
    else:
        rows.append(f"| `train.spacy` | {_counts(report.train)} |")
        rows.append(f"| `dev.spacy` | {_counts(report.dev)} |")
    if report.test is not None:
        rows.append(f"| `test.spacy` | {_counts(report.test)} |")
    rows.append("| `config.cfg` | a small model for the CPU; it takes its tokenizer from `base` |")
    if report.options.transformer:
        rows.append("| `config_transformer.cfg` | the same with a transformer |")
    rows += [
        "| `base/` | an empty French pipeline with the tokenizer the articles were marked up with |",
        "| `labels/ner.json` | the labels |",
        "| `project.yml` | the steps from data to package |",
        "| `report.json` | every article in the data, and every article and span left out, with the reason |",
    ]
    text = "\n".join(rows)
    if report.options.span_group is not None:
        text += (
            f"\n\nThe spans are in `doc.ents` and, the same, in `doc.spans[{report.options.span_group!r}]`, for "
            "`spancat` and others that read groups of spans."
        )
    return text


def _counts(part: Part) -> str:
    return f"{len(part.articles)} articles, {part.tokens} tokens, {part.spans} spans"


def _labels(report: TrainingReport) -> str:
    columns = report.folds or {"dev": report.dev}
    if not report.folds:
        columns = {"train": report.train, **columns}
    if report.test is not None:
        columns = {**columns, "test": report.test}
    heading = "dev of " if report.folds else ""
    names = [f"{heading if name != 'test' else ''}{name}" for name in columns]
    rows = [f"| label | {' | '.join(f'spans in {name}' for name in names)} |", "|---" * (len(names) + 1) + "|"]
    rows += [
        f"| {label} | {' | '.join(str(part.labels[label]) for part in columns.values())} |"
        for label in report.train.labels
    ]
    return "\n".join(rows)


def _left_out(report: TrainingReport) -> str:
    notes = "".join(f"\n- {each.en}" for each in report.notes)
    text = (
        f"Left out: {len(report.left_out)} articles or annotations and {len(report.unused)} spans, each named in "
        "`report.json`."
    )
    return f"{text}\n{notes}" if notes else text


def _split(report: TrainingReport) -> str:
    options, sides = report.options, report.sides
    shares = f"a share of {options.dev:g} for development" if not options.folds else f"{options.folds} folds"
    if options.test:
        shares += f" and a share of {options.test:g} for testing"
    how = {
        SplitBy.TEXT: (
            "Where an article falls depends on its text alone, or on that of the earliest of the articles it is kept "
            "with: it stays on its side in every later export with the same shares, unless a new article ties it to an "
            "earlier one."
        ),
        SplitBy.DATE: (
            "The latest articles are for testing, those before them for development; articles of one day are on one "
            "side, and those kept together are as late as the latest of them."
            if not options.folds
            else "The folds follow one another in time; articles of one day are in one fold. Of those without a date "
            "the text decides."
        ),
        SplitBy.SOURCE: (
            "All articles of a source are on one side, which depends on the name of the source alone; sources that "
            "share articles kept together count as one."
        ),
    }[options.split_by]
    together = sum(map(len, sides.groups))
    kept = (
        f"{together} articles are in {len(sides.groups)} groups kept on one side each: articles that tell the same "
        "story in partly the same words (of their runs of three words they share at least a fifth, as estimated with "
        "MinHash), or have the same headline. `report.json` lists them."
        if sides.groups
        else "No two articles tell the same story in partly the same words, or have the same headline."
    )
    leaks = f"Of {sides.pairs} pairs of articles so alike, {sides.leaks} are on two sides."
    return f"Asked for were {shares}. {how}\n\n{kept} {leaks}"


def _verdict(report: TrainingReport) -> str:
    verdict = report.verdict
    if verdict.skipped is not None:
        return f"Not run: {verdict.skipped.en}."
    where = " of the first fold" if report.folds else ""
    text = (
        f"Run on the data{where}: {len(verdict.good)} checks passed, {len(verdict.warnings)} warnings, "
        f"{len(verdict.failures)} errors."
    )
    said = [f"- warning: {each}" for each in verdict.warnings] + [f"- error: {each}" for each in verdict.failures]
    return "\n".join([text, "", *said]) if said else text


_UNKNOWN = (
    "In articles that were not finished, and where a span had to be left out, tokens that carry no label are marked as "
    "unknown rather than as no entity; spaCy learns nothing from those."
)

_FRENCH = """\
En français : `train.spacy` et `dev.spacy` contiennent les articles, `report.json` nomme tout ce qui a été laissé de
côté et pourquoi ; les premières commandes ci-dessus vérifient les données et entraînent un modèle."""
