"""The command line: one function a command, each of which says what it does in its help.

Whatever a command does not always need is imported inside it, so that the light ones answer at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from annotator import __version__
from annotator.cli.agreement import agreement
from annotator.cli.arguments import Json, ProjectPath
from annotator.cli.demo import demo, run_demo
from annotator.cli.display import has_display, require_display
from annotator.cli.evaluating import evaluate
from annotator.cli.everywhere import everywhere
from annotator.cli.exporting import export
from annotator.cli.formats import list_formats
from annotator.cli.importing import import_, imports
from annotator.cli.listing import list_articles, whose
from annotator.cli.merging import merge
from annotator.cli.piping import pipe
from annotator.cli.settling import settle
from annotator.cli.sharing import share
from annotator.cli.splitting import splits
from annotator.cli.statistics.command import stats
from annotator.cli.teaching import lexicon, rules

if TYPE_CHECKING:
    from annotator.app.project import Project

_HELP = """Mark up French news articles on war, diplomacy and arms, and turn them into spaCy training data.

\b
  annotator                          open the window
  annotator war.annot                open the window on a project
  annotator COMMAND --help           say what a command does, with examples
"""

app = typer.Typer(
    help=_HELP,
    no_args_is_help=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Name = Annotated[str | None, typer.Option("--annotator", metavar="NAME", help="The annotator; by default you.")]


@dataclass(frozen=True, slots=True)
class Window:
    """What the commands know of the window, which they cannot reach themselves.

    Attributes:
        run: opens it on a project, on the sample article or on nothing, and returns the exit code when it is closed.
    """

    run: Callable[[Path | None, bool], int]


def _version(wanted: bool) -> None:
    if wanted:
        print(f"annotator {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    pass


def open_window(
    context: typer.Context,
    project: Annotated[Path | None, typer.Argument(metavar="PROJECT", help="The project to open.")] = None,
    sample: Annotated[bool, typer.Option("--sample", help="Open the sample article, in a project of its own.")] = False,
) -> None:
    """Open the window.

    "annotator PROJECT" and "annotator" alone do the same. Where there is no display, --sample does the same work in
    the terminal (see "annotator demo --help").
    """
    if sample and project is not None:
        raise typer.BadParameter("give a project or --sample, not both")
    if sample and not has_display():
        print("There is no display to open a window on; doing the same work in the terminal instead.\n")
        run_demo(None)
        return
    require_display()
    raise typer.Exit(context.obj.run(project, sample))


def new(project: ProjectPath) -> None:
    """Make a new, empty project file."""
    from annotator.app.project import Project

    with Project.create(project) as made:
        print(f"Made {made.path}. Next: annotator import {made.path} FILE…")


def suggest(
    project: ProjectPath,
    jobs: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="How many processes read; by default as many as pay.")
    ] = None,
    json: Json = False,
) -> None:
    """Propose spans in the articles of a project.

    Reads every article that the suggester has not read yet. Spans and decisions of people stay as they are. A run
    that was broken off goes on where it stopped. By default one process less than there are cores reads, and one
    alone where the articles are few, since each takes a second or two to start. --json prints {"pipeline",
    "articles", "suggestions": {label: number}, "tiers": {tier: number}}.
    """
    from annotator.app.suggesting import suggest as run
    from annotator.cli.progress import progress_bar
    from annotator.cli.render import print_json, print_suggested

    with _open(project) as opened, progress_bar("suggesting") as progress:
        report = run(opened, jobs=jobs, progress=progress)
    if json:
        print_json(report.to_json())
    else:
        print_suggested(report)


def show(
    project: ProjectPath,
    article: Annotated[
        str | None, typer.Argument(metavar="ARTICLE", help="The article's number, its title or how it begins.")
    ] = None,
    annotator: Name = None,
) -> None:
    """Show an article with its entities, or the list of articles.

    A span has the colour and the name of its label. A suggestion still to be decided is underlined and its label
    has a question mark. Without colour (NO_COLOR, or into a file) they are written [Biden|leader] and
    ‹OTAN|alliance?›.
    """
    from annotator.cli.render import print_article, print_articles
    from annotator.core.annotation import marks
    from annotator.core.listing import ArticleQuery

    with _open(project) as opened:
        who = whose(opened, annotator)
        if article is None:
            print_articles(opened.summaries(opened.find_articles(ArticleQuery(), annotator=who), annotator=who))
            return
        found = opened.find_article(article)
        # Nothing is to be decided on suggestions in what was settled.
        suggested = [] if who == opened.settled_layer() else opened.suggestions(found.id).values()
        shown = marks(opened.annotation(found.id, who), suggested)
        print_article(found.title, found.text, shown, opened.labels())


def check(project: ProjectPath, json: Json = False) -> None:
    """Check that a project file is whole.

    The exit code is 1 where it is not. Looks at SQLite's own integrity and references, text hashes, token grids,
    spans and suggestions off the grid or overlapping, rows that lost what they belong to, and whether the edit log,
    replayed, gives what is stored and can be undone. --json prints {"articles", "annotations", "suggestions",
    "edits", "problems": [{"where", "what"}]}.
    """
    from annotator.app.checking import check as run
    from annotator.cli.progress import progress_bar
    from annotator.cli.render import print_check, print_json

    with _open(project) as opened, progress_bar("checking") as progress:
        report = run(opened, progress=progress)
    if json:
        print_json(report.to_json())
    else:
        print_check(report)
    if report.problems:
        raise typer.Exit(1)


def _open(path: Path) -> Project:
    from annotator.app.project import Project

    return Project.open(path)


def _add(command: Callable[..., None], name: str, *examples: str) -> None:
    # A line of its own with a backspace keeps the lines that follow it as they are.
    epilog = "\b\n" + "\n".join(("Examples:", *(f"  annotator {example}" for example in examples)))
    app.command(name, epilog=epilog)(command)


# In the order of the work, which is the order of the help.
_add(open_window, "open", "open war.annot", "open --sample")
_add(new, "new", "new war.annot")
_add(
    import_,
    "import",
    "import war.annot articles/",
    "import war.annot gold.jsonl --annotator Zoé --status finished",
    "import war.annot ner.jsonl --map PER=leader --map LOC= --create-labels --dry-run",
    "import war.annot news.csv --column text=Corps --column title=Titre",
)
_add(imports, "imports", "imports war.annot", "imports war.annot 3", "imports war.annot --undo 3")
_add(suggest, "suggest", "suggest war.annot", "suggest war.annot --jobs 4")
_add(
    export,
    "export",
    "export war.annot training/",
    "export war.annot training/ --annotator Zoé --dev 0.1 --test 0.1 --include finished --include in-progress",
    "export war.annot folds/ --folds 5 --split-by source",
    "export war.annot sent.jsonl --format jsonl --whose each --label weapon --since 2022-02",
)
_add(list_formats, "formats", "formats", "formats --json")
_add(stats, "stats", "stats war.annot --json")
_add(
    list_articles,
    "list",
    "list war.annot --status new --status in-progress --sort doubtful",
    "list war.annot --search 'chars \"en été\"' --since 2022-02 --without weapon",
)
_add(show, "show", "show war.annot", "show war.annot 12", 'show war.annot "L\'appel vidéo" --annotator Zoé')
_add(pipe, "pipe", "pipe news.jsonl > suggested.jsonl", "pipe articles/*.txt", "pipe - < news.jsonl | head")
_add(evaluate, "evaluate", "evaluate gold.jsonl", "evaluate gold.jsonl --errors | less")
_add(
    agreement,
    "agreement",
    "agreement war.annot",
    "agreement war.annot --annotator Ana --annotator Ben --label leader --differences | less",
    "agreement ana.annot ben.annot --include finished --include in-progress",
)
_add(
    settle,
    "settle",
    "settle war.annot",
    "settle war.annot --rule exact --dry-run",
    "settle war.annot --annotator Ana --annotator Ben --rule overlap --overlap 0.6 --extent longer",
    "settle war.annot --take Ana --article 12 --reason 'the function belongs to the name' --finish",
)
_add(
    share,
    "share",
    "share war.annot --to Ana,Ben --overlap 0.2",
    "share war.annot --to Ana,Ben,Cem --since 2022-02 --into outbox/ --dry-run",
)
_add(
    merge, "merge", "merge war.annot war-ana.annot war-ben.annot --dry-run", "merge war.annot war-*.annot --take labels"
)
_add(lexicon, "lexicon", "lexicon war.annot", "lexicon war.annot --add Orechnik --label weapon --note 'missile, 2024'")
_add(rules, "rules", "rules", "rules war.annot --silence leader.apposition")
_add(
    everywhere,
    "everywhere",
    "everywhere war.annot Wagner",
    "everywhere war.annot 'char Leopard 2' --label weapon --dry-run",
    "everywhere war.annot Ankara --label leader --instead-of country --annotator Zoé",
)
_add(splits, "splits", "splits war.annot", "splits war.annot --add superOTAN=super+OTAN")
_add(demo, "demo", "demo --folder trial")
_add(check, "check", "check war.annot")
