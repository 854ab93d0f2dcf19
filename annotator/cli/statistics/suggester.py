"""How good the suggester is by an annotator's decisions: per label, rule, tier, version and week."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from annotator.app.project import Project
    from annotator.cli.statistics.command import Asked
    from annotator.core.intervals import Share
    from annotator.core.suggester_report import Quality, SuggesterReport


def show(project: Project, asked: Asked) -> None:
    """Print what became of suggestions and what was found of the spans.

    Raises:
        UserError: it is not clear whose decisions are meant.
    """
    from annotator.app.suggester_quality import suggester_quality
    from annotator.cli.render import print_json
    from annotator.cli.statistics.whose import one_annotator

    who = one_annotator(project, asked.annotators)
    found = suggester_quality(project, who, labels=asked.labels or None)
    if asked.json:
        print_json(found.to_json())
    else:
        _print(found, asked.rows)


def _print(found: SuggesterReport, rows: int) -> None:
    from annotator.cli.render import console, count_of, number, table
    from annotator.core.suggester_report import WHAT_COUNTS, WHEN, Finding, Group, Outcome

    out = console()
    out.print(f"{found.annotator}: {count_of(found.finished, 'article')} finished.")
    out.print(WHAT_COUNTS.en)
    out.print()
    decided = ("suggestions", "accepted", "boundary", "relabelled", "both", "rejected", "undecided", "precision")
    spans = ("spans", "found", "otherwise", "missed", "recall")

    def suggestions(quality: Quality) -> list[str]:
        counts = quality.outcomes
        undecided = counts[Outcome.PENDING] + counts[Outcome.EQUAL] + counts[Outcome.COVERED]
        five = [counts[each] for each in (Outcome.ACCEPTED, Outcome.BOUNDARY, Outcome.LABEL, Outcome.BOTH)]
        shown = [sum(counts.values()), *five, counts[Outcome.REJECTED], undecided]
        return [*(number(each) for each in shown), _share(quality.precision)]

    def recalled(quality: Quality) -> list[str]:
        read, counts = quality.recall, quality.findings
        otherwise = read.of - read.hits - counts[Finding.MISSED]
        return [*(number(each) for each in (read.of, read.hits, otherwise, counts[Finding.MISSED])), _share(read)]

    for group in Group:
        of_spans = group not in (Group.RULE, Group.TIER)
        heads = (*decided, *(spans if of_spans else ()), *(("reason",) if group is Group.RULE else ()))
        shown = table(group.value, *heads, right=heads[: -1 if group is Group.RULE else None])
        told = found.rows[group][:rows] if group is Group.RULE else found.rows[group]
        for row in told[-rows:] if group in (Group.VERSION, Group.WEEK) else told:  # the latest
            cells = [*suggestions(row.quality), *(recalled(row.quality) if of_spans else ())]
            reason = [row.reason.en if row.reason else ""] if group is Group.RULE else []
            shown.add_row(row.name, *cells, *reason)
        if group is Group.LABEL:
            shown.add_section()
            shown.add_row("all", *suggestions(found.all), *recalled(found.all))
        if found.rows[group]:
            out.print(shown)
        if len(found.rows[group]) > rows and group in (Group.RULE, Group.VERSION, Group.WEEK):
            out.print(f"{number(len(found.rows[group]) - rows)} more; --rows shows more of them.")
    out.print(WHEN.en)
    undefined: dict[str, list[str]] = {}
    for measure, of, name, why in found.undefined():
        if of in (None, Group.LABEL):
            undefined.setdefault(f"{measure} {why.en}.", []).append(name or "all")
    for sentence, names in undefined.items():
        out.print(f"{', '.join(names)}: {sentence}")


def _share(share: Share) -> str:
    if share.value is None or share.interval is None:
        return "–"
    low, high = share.interval
    return f"{share.value:.3f} [{low:.3f}–{high:.3f}]"
