"""``annotator stats``: the numbers of a project, a question at a time."""

from __future__ import annotations

import enum
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from annotator.cli.arguments import Json, ProjectPath

if TYPE_CHECKING:
    from annotator.app.project import Project


class Topic(enum.StrEnum):
    """What is asked; each is answered by the module of `annotator.cli.statistics` that has its name."""

    OVERVIEW = "overview"
    PROGRESS = "progress"
    SUGGESTER = "suggester"
    READINESS = "readiness"
    AGREEMENT = "agreement"
    CONSISTENCY = "consistency"
    CONTENT = "content"


class Asked(NamedTuple):
    """What was asked about a topic, besides the project.

    Attributes:
        annotators: names of those whose work is asked about; none where it was left open.
        labels: ids of labels; none for all of them.
        rows: how many rows of a long table are printed.
        json: whether one JSON object is printed instead.
    """

    annotators: tuple[str, ...]
    labels: tuple[str, ...]
    rows: int
    json: bool


def stats(
    project: ProjectPath,
    topic: Annotated[Topic, typer.Argument(metavar="TOPIC", help="What to tell; by default the overview.")] = (
        Topic.OVERVIEW
    ),
    annotator: Annotated[
        list[str] | None, typer.Option("--annotator", metavar="NAME", help="Only of this annotator; may be repeated.")
    ] = None,
    label: Annotated[
        list[str] | None, typer.Option("--label", metavar="LABEL", help="Only of this label; may be repeated.")
    ] = None,
    rows: Annotated[int, typer.Option("--rows", min=1, metavar="N", help="Rows of a long table to print.")] = 20,
    json: Json = False,
) -> None:
    """Tell what a project holds, a topic at a time.

    \b
    overview     articles by status, spans by label, what became of the suggestions, sums by currency
    progress     what was done on which day and how fast, and when the rest will be done (--rows: days to print)
    suggester    how good the suggester is by one annotator's decisions: precision and recall with their intervals
    readiness    whether one may train on what one annotator has finished, a line for each thing that could be amiss
    agreement    how far annotators agree on what all of them finished: F1, κ and α (more: annotator agreement)
    consistency  what one annotator treated in more than one way, the likeliest slips first (--json: with the places)
    content      what one annotator labelled: surfaces, lengths, sums, what stands together, months and sources

    A range such as "2 à 3 millions d'euros" counts with its lowest amount; currencies that a text leaves open
    ("dollars") are added up by name. --json prints one object; its keys are added to in later versions, never renamed.
    """  # noqa: D301  -- the backspace tells click not to wrap the list
    from annotator.app.project import Project

    with Project.open(project) as opened:
        labels = tuple(opened.find_label(each) for each in label or ())
        show: Callable[[Project, Asked], None] = import_module(f"annotator.cli.statistics.{topic.value}").show
        show(opened, Asked(tuple(annotator or ()), labels, rows, json))
