"""What the command line says of a merge: what came, where copies differ and which stands, what was not taken over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from annotator.cli.render import count_of


def print_merge(report: Mapping[str, Any], *, dry_run: bool = False) -> None:
    """Print what a merge brought, or would bring.

    Args:
        report: as `MergeReport.to_json` gives it.
        dry_run: nothing was changed.
    """
    nothing = not (report["articles"] or report["edits"] or report["labels"])
    taken = [each for each in report["differences"] if each["taken"]]
    if nothing and not taken:
        print("There is nothing new in it: the project stays as it is.")
    else:
        would = " would come" if dry_run else " came"
        new, edits = count_of(report["articles"], "new article"), count_of(report["edits"], "edit")
        end = " Nothing was changed." if dry_run else ""
        print(f"{new} and {edits}{would} from {_copies(len(report['copies']))}.{end}")
    for each in report["work"]:
        print(f"{each['annotator']}: {_work(each)} in {count_of(len(each['articles']), 'article')}.")
    if len(report["copies"]) > 1 and not nothing:
        for each in report["by_copy"]:
            print(f"  {_copy(each)}")
    if report["labels"]:
        print(f"New labels: {', '.join(report['labels'])}.")
    if report["conflicts"]:
        print(f"{count_of(len(report['conflicts']), 'conflict')}; the newer stands:")
    for each in report["conflicts"]:
        print(f"  {_conflict(each)}")
    for each in report["differences"]:
        print(_difference(each))
    for each in report["off_grid"]:
        print(each["en"])


def _copies(count: int) -> str:
    return "1 copy" if count == 1 else f"{count} copies"


def _copy(copy: Mapping[str, Any]) -> str:
    said = [count_of(copy["new"], "new article")] if copy["new"] else []
    said += [f"{_work(each)} of {each['annotator']}" for each in copy["work"]]
    nothing = "edits that do not stand" if copy["edits"] else "nothing new"
    return f"{copy['copy']}: {'; '.join(said) or nothing}"


def _work(work: Mapping[str, Any]) -> str:
    said = [f"{count_of(work[name], 'span')} {name}" for name in ("added", "changed", "removed") if work[name]]
    if work["decisions"]:
        said.append(count_of(work["decisions"], "decision"))
    if work["others"]:
        said.append(count_of(work["others"], "other change"))
    return ", ".join(said)


def _conflict(conflict: Mapping[str, Any]) -> str:
    place = "" if conflict["start"] is None else f" {conflict['start']}–{conflict['end']}"
    values = {side: _value(conflict[side]) for side in ("here", "there")}
    stands = {side: " (stands)" if conflict["won"] == side else "" for side in ("here", "there")}
    return (
        f"{conflict['article']} {conflict['title']}, {conflict['annotator']}: {conflict['kind']}{place}: here "
        f"{values['here']}{stands['here']}, in {conflict['copy']} {values['there']}{stands['there']}"
    )


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        said = value.get("label") or value.get("choice")
        note = value.get("note") or value.get("reason")
        return f"{said} {value['start']}–{value['end']}{f' “{note}”' if note else ''}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "nothing" if value is None else f"“{value}”"


def _difference(difference: Mapping[str, Any]) -> str:
    here = "nothing" if difference["here"] is None else f"“{difference['here']}”"
    end = " (taken, as spans need it)" if difference["needed"] else " (taken)" if difference["taken"] else ""
    return (
        f"{difference['part']}: {difference['what']}, {difference['field']}: here {here}, in {difference['copy']} "
        f"“{difference['there']}”{end}"
    )
