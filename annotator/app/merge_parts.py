"""What copies of a project have otherwise besides articles and annotations, and what of it a merge takes over.

Labels that spans need come in, and so do splits that spans need; all else is listed, and taken where it is asked for.
What only the project has is left alone, as nobody can tell whether the copy never had it or took it away.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from annotator.app.project import Project
from annotator.app.splits import cut_again, replace_splits, splits
from annotator.core.errors import UserError
from annotator.core.labels import KEYS, Label
from annotator.core.lexicon import Entry
from annotator.core.merge_report import Part, PartDifference
from annotator.core.new_labels import no_key
from annotator.core.splits import Split, refined
from annotator.core.tokens import TokenGrid
from annotator.core.wording import Wording
from annotator.store import imports as stored_imports
from annotator.store import labels as stored_labels
from annotator.store import lexicon as stored_lexicon
from annotator.store.copies import CopiedArticle, Copy


@dataclass(slots=True)
class Taken:
    """What was found, and what was taken over.

    Attributes:
        differences: everything that is otherwise.
        labels: ids of labels that came.
        replaced: what was changed, before and after, for who takes the merge back.
    """

    differences: list[PartDifference] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    replaced: dict[str, Any] = field(default_factory=dict)


def take_parts(project: Project, copy: Copy, take: Collection[Part], taken: Taken, *, at: str) -> None:
    """Compare a copy with the project and take over what is asked for or needed; call it inside a transaction."""
    _take_labels(project, copy, take, taken)
    _take_lexicon(project, copy, take, taken, at=at)
    _take_splits(project, copy, take, taken)


def _take_labels(project: Project, copy: Copy, take: Collection[Part], taken: Taken) -> None:
    here = {label.id: label for label in project.labels()}
    used = copy.used_labels()
    changed: list[Label] = []
    for theirs in copy.labels():
        ours = here.get(theirs.id)
        if ours is None:
            needed = theirs.id in used
            comes = needed or Part.LABELS in take
            name = _both(theirs.name)
            taken.differences.append(
                PartDifference(Part.LABELS, copy.name, theirs.id, "name", None, name, comes, needed)
            )
            if comes:
                here[theirs.id] = _with_free_key(theirs, here.values())
                stored_imports.add_labels(project.database, [here[theirs.id]])
                taken.labels.append(theirs.id)
            continue
        made = _compare_label(copy, ours, theirs, take, taken, here.values())
        if made != ours:
            here[theirs.id] = made
            changed.append(made)
            before = taken.replaced.setdefault("labels", {}).setdefault(theirs.id, [_label_to_json(ours), None])
            before[1] = _label_to_json(made)
    stored_labels.save(project.database, changed)


def _compare_label(
    copy: Copy, ours: Label, theirs: Label, take: Collection[Part], taken: Taken, all_of_them: Iterable[Label]
) -> Label:
    """Name what a label has otherwise, and return it with what is taken of that."""
    others = [label for label in all_of_them if label.id != ours.id]
    key_is_free = theirs.digit and all(label.key != theirs.key for label in others)
    names = {name.casefold() for label in others for name in label.name}
    name_is_free = not any(name.casefold() in names for name in theirs.name)
    made = ours
    for part, named, one, other, free in (
        (Part.LABELS, "name", _both(ours.name), _both(theirs.name), name_is_free),
        (Part.LABELS, "colour", ours.colour, theirs.colour, True),
        (Part.LABELS, "key", ours.digit, theirs.digit, bool(key_is_free)),
        (Part.GUIDELINES, "guideline", _both(ours.guideline), _both(theirs.guideline), True),
    ):
        if one == other:
            continue
        comes = part in take and free
        taken.differences.append(PartDifference(part, copy.name, ours.id, named, one, other, comes))
        if comes:
            made = replace(made, **{named: getattr(theirs, named)})
    return made


def _both(wording: Wording) -> str:
    return wording.fr if wording.fr == wording.en else f"{wording.fr} / {wording.en}"


def _with_free_key(label: Label, others: Iterable[Label]) -> Label:
    taken = {other.key for other in others}
    if label.key not in taken:
        return label
    return replace(label, key=next((key for key in KEYS if key not in taken), no_key(label.id)))


def _label_to_json(label: Label) -> list[str]:
    return [*label.name, label.colour, label.key, *label.guideline]


def _label_from_json(id: str, kept: list[str]) -> Label:
    en, fr, colour, key, about_en, about_fr = kept
    return Label(id, Wording(en, fr), colour, key, Wording(about_en, about_fr))


def _take_lexicon(project: Project, copy: Copy, take: Collection[Part], taken: Taken, *, at: str) -> None:
    lexicon = stored_lexicon.load(project.database)
    here = {entry.form: entry for entry in lexicon.entries}
    known = {label.id for label in project.labels()}
    for form, label, note in copy.entries():
        ours, theirs = here.get(form), Entry(form, label, note)
        if ours == theirs:
            continue
        comes = Part.LEXICON in take and label in known
        shown = None if ours is None else _entry(ours)
        taken.differences.append(PartDifference(Part.LEXICON, copy.name, form, "entry", shown, _entry(theirs), comes))
        if comes:
            stored_lexicon.put(project.database, theirs, at=at)
            before = None if ours is None else [ours.label, ours.note]
            kept = taken.replaced.setdefault("lexicon", {}).setdefault(form, [before, None])
            kept[1] = [label, note]
    for rule in copy.silent_rules():
        if rule not in lexicon.silent_rules:
            comes = Part.LEXICON in take
            taken.differences.append(PartDifference(Part.LEXICON, copy.name, rule, "silent", None, "silent", comes))
            if comes:
                stored_lexicon.silence(project.database, rule, silent=True)
                taken.replaced.setdefault("silent", []).append(rule)


def _entry(entry: Entry) -> str:
    return f"{entry.label} ({entry.note})" if entry.note else entry.label


def _take_splits(project: Project, copy: Copy, take: Collection[Part], taken: Taken) -> None:
    before = splits(project)
    here = {split.form: split for split in before}
    for theirs in copy.splits():
        ours = here.get(theirs.form)
        if ours == theirs:
            continue
        needed = ours is None and _is_needed(copy, theirs)
        comes = needed or Part.SPLITS in take
        if comes:
            now = splits(project)
            wanted = (
                refined(now, theirs) if ours is None else tuple(theirs if s.form == theirs.form else s for s in now)
            )
            try:
                replace_splits(project, wanted, theirs)
            except UserError:  # somebody's span lies across
                comes = False
        shown = None if ours is None else " + ".join(ours.parts)
        taken.differences.append(
            PartDifference(
                Part.SPLITS, copy.name, theirs.form, "parts", shown, " + ".join(theirs.parts), comes, needed and comes
            )
        )
    after = splits(project)
    if after != before:
        first = taken.replaced.setdefault("splits", [_splits_to_json(before), None])
        first[1] = _splits_to_json(after)


def _is_needed(copy: Copy, split: Split) -> bool:
    """Tell whether somebody's span in the copy begins or ends where it takes a token apart."""
    return any(
        text[at : at + len(split.form)] == split.form and any(at < edge < at + len(split.form) for edge in edges)
        for text, edges in copy.edges_in(split.form)
        for at in _places(text, split.form)
    )


def _places(text: str, form: str) -> Iterable[int]:
    at = text.find(form)
    while at >= 0:
        yield at
        at = text.find(form, at + 1)


def _splits_to_json(listed: Iterable[Split]) -> list[list[Any]]:
    return [[split.form, list(split.parts)] for split in listed]


def grid_here(project_splits: tuple[Split, ...], copy_splits: tuple[Split, ...], article: CopiedArticle) -> bytes:
    """Return the token grid of an article of a copy with the splits of the project."""
    apart = set(project_splits) ^ set(copy_splits)
    if not any(split.form in article.text for split in apart):
        return article.tokens
    grid = TokenGrid.from_bytes(article.tokens)
    return cut_again(article.text, grid, copy_splits, project_splits, tokenizer=article.tokenizer).to_bytes()


def give_back(project: Project, replaced: Mapping[str, Any], *, at: str) -> None:
    """Let what a merge took over be as it was before, where nobody has changed it since; inside a transaction."""
    database = project.database
    labels = {label.id: label for label in project.labels()}
    back = [
        _label_from_json(id, before)
        for id, (before, after) in replaced.get("labels", {}).items()
        if id in labels and _label_to_json(labels[id]) == after
    ]
    kept = {label.key for label in labels.values() if label.id not in {each.id for each in back}}
    stored_labels.save(database, [each for each in back if each.key not in kept])
    entries = {entry.form: entry for entry in stored_lexicon.load(database).entries}
    for form, (before, after) in replaced.get("lexicon", {}).items():
        if form not in entries or [entries[form].label, entries[form].note] != after:
            continue
        if before is None:
            stored_lexicon.remove(database, form)
        else:
            stored_lexicon.put(database, Entry(form, *before), at=at)
    for rule in replaced.get("silent", ()):
        stored_lexicon.silence(database, rule, silent=False)
    if "splits" in replaced:
        before, after = replaced["splits"]
        if _splits_to_json(splits(project)) == after:
            wanted = tuple(Split(form, tuple(parts)) for form, parts in before)
            changed = next(each for each in splits(project) if each not in wanted)
            replace_splits(project, wanted, changed)
