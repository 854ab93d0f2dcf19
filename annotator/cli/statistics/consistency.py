"""What one annotator treated in more than one way: labels, bare words, edges, and texts that stand there twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.app.project import Project
    from annotator.cli.statistics.command import Asked
    from annotator.core.consistency import Inconsistency, Variant

_PLACES = 50


def show(project: Project, asked: Asked) -> None:
    """Print what is inconsistent, the most telling first; only finished articles count for what is not a label.

    With ``--json`` the first ``--rows`` come with their places, at most 50 each, the rarest treatment first::

        {"annotator": "Ada", "found": 12, "by_kind": {"labels": 3, "bare": 7, "boundaries": 1, "texts": 1},
         "inconsistencies": [{…, "places": [{…}, …]}, …]}

    Raises:
        UserError: it is not clear whose work is meant.
    """
    from annotator.app.consistency import Consistency
    from annotator.cli.render import print_json
    from annotator.cli.statistics.whose import one_annotator

    who = one_annotator(project, asked.annotators)
    watch = Consistency(project, who)
    watch.refresh()
    found = watch.found(labels=asked.labels)
    name = project.names().get(who, "")
    if asked.json:
        print_json(_json(project, who, name, found, asked.rows))
    else:
        _print(project, name, found, asked.rows)


def _json(project: Project, who: int, name: str, found: Sequence[Inconsistency], rows: int) -> dict[str, Any]:
    from annotator.app.consistency_places import Known, places
    from annotator.core.consistency import Kind

    known = Known(project, who)
    told = []
    for item in found[:rows]:
        there = places(project, who, item, limit=_PLACES, known=known)
        told.append({**item.to_json(), "places": [each.to_json() for each in there]})
    by_kind = {kind.value: sum(each.kind is kind for each in found) for kind in Kind}
    return {"annotator": name, "found": len(found), "by_kind": by_kind, "inconsistencies": told}


def _print(project: Project, name: str, found: Sequence[Inconsistency], rows: int) -> None:
    from annotator.cli.render import console, count_of, number, table

    out = console()
    if not found:
        out.print(f"{name} treated nothing in more than one way.")
        return
    labels = {label.id: label.name.en for label in project.labels()}
    shown = table("what", "words", "treated as", "places", "otherwise", right=("places", "otherwise"))
    for item in found[:rows]:
        texts = bool(item.articles)
        ways = "articles {} and {}".format(*item.articles) if texts else _ways(item.variants, item.surface, labels)
        shown.add_row(item.kind.wording.en, item.surface, ways, number(item.agreeing), number(item.deviating))
    out.print(shown)
    if len(found) > rows:
        out.print(f"{len(found) - rows:,} more; --rows shows more of them.")
    out.print(f"{name}: {count_of(len(found), 'thing')} treated in more than one way.")
    out.print("What is bare, has other edges or stands twice counts in finished articles only.")


def _ways(variants: Sequence[Variant], surface: str, labels: dict[str, str]) -> str:
    told = []
    for each in variants:
        way = "bare" if each.label is None else labels.get(each.label, each.label)
        told.append(f"{way} {each.times:,}" if each.words == surface else f"“{each.words}” {way} {each.times:,}")
    return ", ".join(told)
