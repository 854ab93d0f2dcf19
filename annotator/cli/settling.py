"""``annotator settle``: where annotators differ, and what is to be taken there."""

from __future__ import annotations

import enum
from contextlib import ExitStack
from typing import TYPE_CHECKING, Annotated, Any

import typer

from annotator.cli.arguments import Json, ProjectPath
from annotator.cli.listing import StatusName

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from annotator.app.project import Project
    from annotator.app.settling import Done, Settling, Shared


class RuleName(enum.StrEnum):
    """By which rule places are settled in bulk."""

    EXACT = "exact"
    MAJORITY = "majority"
    OVERLAP = "overlap"


class ExtentName(enum.StrEnum):
    """Which of several spans that overlap is taken."""

    FIRST = "first"
    LONGER = "longer"
    SHORTER = "shorter"


def settle(
    project: ProjectPath,
    annotator: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Between whom; repeat for each, by default everybody. The first goes first."),
    ] = None,
    article: Annotated[
        list[str] | None,
        typer.Option(metavar="ARTICLE", help="Only in this article (number or title); may be repeated."),
    ] = None,
    include: Annotated[
        list[StatusName] | None,
        typer.Option(help="Work of which status counts; repeat for several, by default finished."),
    ] = None,
    rule: Annotated[
        RuleName | None,
        typer.Option(help="Accept what all drew alike, what most did, or single spans of one label that overlap."),
    ] = None,
    at_least: Annotated[
        int | None, typer.Option(min=2, metavar="N", help="With majority: how many; by default more than half.")
    ] = None,
    overlap: Annotated[
        float, typer.Option(min=0.01, max=1.0, help="With overlap: the share of their characters that all cover.")
    ] = 0.5,
    extent: Annotated[
        ExtentName, typer.Option(help="With overlap: whose span is taken, the first annotator's or by its length.")
    ] = ExtentName.FIRST,
    take: Annotated[
        str | None, typer.Option(metavar="NAME", help="Settle all that is still open as this annotator has it.")
    ] = None,
    reason: Annotated[str | None, typer.Option(metavar="WORDS", help="Why, for --rule and --take.")] = None,
    finish: Annotated[
        bool, typer.Option("--finish", help="Finish, in what is settled, the articles in which nothing waits.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what each would do by itself, and do nothing.")
    ] = False,
    json: Json = False,
) -> None:
    """List the articles in which annotators differ; settle many places at once.

    Compared are the articles that two or more annotators have finished. A place is agreed (all drew the same there),
    open, settled, or outdated (what was decided on has changed since). --rule, then --take, then --finish each make one
    step, which undo in the window takes back whole. What somebody decided at a place is never overwritten, nor is
    anything that the annotators did. "annotator export --whose settled" writes what was settled.

    --json prints {"annotators", "layer": name or null, "rule", "take", "finish": {"places", "articles": [ids]} or null,
    "articles": [{"id", "title", "annotators", "agreed", "open", "settled", "outdated", "differing", "status"}]}: the
    articles as they are afterwards.
    """
    from annotator.app.project import Project
    from annotator.cli.progress import progress_bar
    from annotator.cli.render import print_json
    from annotator.core.settling_rules import Extent, Rule, RuleKind

    if reason is not None and rule is None and take is None:
        raise typer.BadParameter("--reason says why; give --rule or --take with it")
    done: dict[str, Done | None] = {"rule": None, "take": None, "finish": None}
    with ExitStack() as stack:
        opened = stack.enter_context(Project.open(project))
        progress = stack.enter_context(progress_bar("settling"))
        writes = (rule is not None or take is not None or finish) and not dry_run
        taken = None if take is None else opened.find_annotator(take)
        settling = _settling(opened, annotator, include, writes=writes)
        among = [opened.find_article(each).id for each in article] if article else None
        if rule is not None:
            meant = Rule(RuleKind(rule.value), at_least=at_least, overlap=overlap, extent=Extent(extent.value))
            done["rule"] = settling.accept(meant, among, reason=reason, dry_run=dry_run, progress=progress)
        if taken is not None:
            _require_part(opened, settling, taken)
            done["take"] = settling.take_all(taken, among, reason=reason, dry_run=dry_run, progress=progress)
        if finish:
            done["finish"] = settling.finish(among, dry_run=dry_run, progress=progress)
        found = list(settling.articles(among, progress=progress))
        names, layer = opened.names(), opened.settled_layer()
        if json:
            print_json(_to_json(found, done, names, settling.annotators, layer))
        else:
            _print(found, done, names, dry_run=dry_run)


def _settling(
    project: Project, names: Sequence[str] | None, include: Sequence[StatusName] | None, *, writes: bool
) -> Settling:
    from annotator.app.name_at_work import name_at_work
    from annotator.app.session import Session
    from annotator.app.settling import Settling
    from annotator.core.annotation import Status

    people = [project.find_annotator(each) for each in names] if names else None
    statuses = [Status[each.name] for each in include or [StatusName.FINISHED]]
    you = name_at_work(project).name
    # Who only looks need not be in the file.
    who = project.add_annotator(you) if writes else 0
    return Settling(Session(project, who), people, statuses=statuses)


def _require_part(project: Project, settling: Settling, taken: int) -> None:
    from annotator.core.errors import UserError

    if taken not in settling.annotators:
        name = project.names()[taken]
        raise UserError(
            f"“{name}” is none of those between whom you settle; name them with --annotator.",
            f"« {name} » n'est pas de ceux que vous départagez ; nommez-les avec --annotator.",
        )


def _to_json(
    found: Sequence[Shared],
    done: Mapping[str, Done | None],
    names: Mapping[int, str],
    annotators: Sequence[int],
    layer: int | None,
) -> dict[str, Any]:
    return {
        "annotators": [names[each] for each in annotators],
        "layer": None if layer is None else names[layer],
        **{
            what: None if each is None else {"places": each.places, "articles": list(each.articles)}
            for what, each in done.items()
        },
        "articles": [
            {
                "id": each.article,
                "title": each.title,
                "annotators": [names[who] for who in each.annotators],
                **each.counts._asdict(),
                "status": each.status.value,
            }
            for each in found
        ],
    }


def _print(
    found: Collection[Shared], done: Mapping[str, Done | None], names: Mapping[int, str], *, dry_run: bool
) -> None:
    from annotator.cli.render import console, count_of, number, table

    out = console()
    for what, each in done.items():
        if each is None:
            continue
        articles = count_of(len(each.articles), "article")
        would = "would be " if dry_run else ""
        if what == "finish":
            out.print(f"{articles} {would}finished.")
        else:
            out.print(f"{count_of(each.places, 'place')} in {articles} {would}settled.")
    columns = ("agreed", "open", "settled", "outdated")
    waiting = [each for each in found if each.counts.waiting]
    if waiting:
        shown = table("article", *columns, "between", "title", right=("article", *columns))
        for one in waiting:
            counts = (number(getattr(one.counts, column)) for column in columns)
            shown.add_row(str(one.article), *counts, ", ".join(names[who] for who in one.annotators), one.title)
        out.print(shown)
    done_with = len(found) - len(waiting)
    out.print(f"{count_of(len(waiting), 'article')} to settle, {number(done_with)} in which nothing waits.")
