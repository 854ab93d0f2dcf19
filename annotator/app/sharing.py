"""Give articles out among annotators, each in a project file of their own to be sent; merging brings them back."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from fractions import Fraction
from glob import escape
from itertools import chain, combinations, count
from pathlib import Path

from annotator.app.project import SUFFIX, Project
from annotator.app.share_report import SharedCopy, ShareReport
from annotator.core.causes import cause_of
from annotator.core.errors import UserError
from annotator.core.listing import ArticleQuery
from annotator.core.sharing import deal
from annotator.store import annotations as stored_annotations
from annotator.store import sharing as stored_sharing

Progress = Callable[[int, int], None]
"""Told how many of how many copies are written; it may raise to stop, and then nothing has changed."""


def share(
    project: Project,
    annotators: Sequence[str],
    *,
    overlap: Fraction = Fraction(0),
    into: Path | None = None,
    query: ArticleQuery | None = None,
    whose: int = 0,
    again: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> ShareReport:
    """Give articles out, and make a project file for each annotator, ``war-ana.annot`` beside ``war.annot``.

    A share of the articles goes to two annotators, so that agreement can be measured; the others to one. Each gets
    about as much to read. The project remembers who has what: sharing again keeps that and gives out only what nobody
    has. In a copy are the articles of its annotator and their own work, with suggestions, labels, guidelines, lexicon
    and splits; ids are as in the project.

    Args:
        project: the project.
        annotators: their names; who is new comes to the project.
        overlap: which share goes to two, from 0 to 1.
        into: the folder for the files; by default that of the project.
        query: which articles are given out; all by default.
        whose: id of the annotator whose statuses and flags the query asks for.
        again: deal anew what was given out before.
        dry_run: only say who would be given what.
        progress: told how many files are written.

    Raises:
        UserError: a name is blank, there twice or that of the settled layer, the overlap is none, there is no article
            for somebody, a file is there already or cannot be written.
    """
    names = _checked(project, annotators, overlap)
    folder = project.path.parent if into is None else into
    paths = [folder / f"{project.path.stem}-{_in_a_file(name)}{SUFFIX}" for name in names]
    _require_free(paths)
    _require_writable(folder)
    database = project.database
    wanted = list(project.find_articles(ArticleQuery() if query is None else query, annotator=whose))
    before = stored_sharing.assignments(database)
    kept = {article: who for article, who in before.items() if not (again and article in set(wanted))}
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    known = {name: stored_annotations.find_annotator(database, name) for name in names}
    new = [article for article in wanted if article not in kept]
    sizes = stored_sharing.hashes_and_lengths(database, {*new, *kept})
    ids = [known[name] or -1 - number for number, name in enumerate(names)]  # negative: not in the project yet
    given = dict(zip(new, _deal(new, ids, kept, sizes, overlap), strict=True))
    have = {id: sorted(article for article, who in {**kept, **given}.items() if id in who) for id in ids}
    twice = {article for article, who in {**kept, **given}.items() if len(set(who) & set(ids)) > 1}
    shared = [
        SharedCopy(
            name,
            path,
            tuple(have[id]),
            sum(id in who for who in given.values()),
            len(twice.intersection(have[id])),
            sum(sizes[article][1] for article in have[id]),
        )
        for name, path, id in zip(names, paths, ids, strict=True)
    ]
    report = ShareReport(tuple(shared), len(twice), len(new), len(wanted) - len(new))
    _require_articles(report)
    if dry_run:
        return report
    here = {}
    with database.transaction():
        for name, id in zip(names, ids, strict=True):
            here[id] = stored_annotations.add_annotator(database, name)
        if again:
            stored_sharing.take_back(database, wanted)
        stored_sharing.assign(database, [(article, here[id]) for article, who in given.items() for id in who], at=at)
    try:
        _write(project, report, [here[id] for id in ids], progress)
    except BaseException:
        with database.transaction():
            stored_sharing.take_back(database, {*given, *before})
            stored_sharing.assign(
                database, [(article, who) for article, all_of in before.items() for who in all_of], at=at
            )
            stored_sharing.remove_annotators(database, [here[id] for id in ids if id < 0])
        raise
    return report


def _checked(project: Project, annotators: Sequence[str], overlap: Fraction) -> list[str]:
    names = [" ".join(name.split()) for name in annotators]
    if not names or not all(names):
        raise UserError("an annotator needs a name.", "Un annotateur doit avoir un nom.")
    folded = [stored_annotations.fold_name(name) for name in names]
    if twice := next((name for at, name in enumerate(names) if folded[at] in folded[:at]), None):
        raise UserError(f"“{twice}” is named twice.", f"« {twice} » est nommé deux fois.")
    layer = project.settled_layer()
    for name in names:
        if layer is not None and stored_annotations.find_annotator(project.database, name) == layer:
            raise UserError(
                f"“{name}” is what was settled, not a person; choose another name.",
                f"« {name} » désigne ce qui a été réglé, non une personne ; choisissez un autre nom.",
            )
    if not 0 <= overlap <= 1:
        raise UserError("the overlap is a share from 0 to 1.", "La part en double va de 0 à 1.")
    if overlap and len(names) < 2:
        raise UserError(
            "an overlap takes two annotators at least.", "Une part en double demande au moins deux annotateurs."
        )
    return names


def _in_a_file(name: str) -> str:
    """Return a name as file names can hold it everywhere."""
    return "".join(each if each.isalnum() else "-" for each in name.casefold()).strip("-") or "x"


def _require_free(paths: Sequence[Path]) -> None:
    if len(set(paths)) < len(paths):
        raise UserError(
            "two of the names give the same file name; change one of them.",
            "Deux des noms donnent le même nom de fichier ; changez l'un des deux.",
        )
    for path in paths:
        if path.exists():
            raise UserError(
                f"{path} exists already; move it away, or choose another folder.",
                f"{path} existe déjà ; déplacez-le ou choisissez un autre dossier.",
            )


def _require_writable(folder: Path) -> None:
    """Refuse a folder in which nothing can be written, before anything is dealt."""
    there = next((each for each in (folder, *folder.parents) if each.exists()), None)
    if there is not None and there.is_dir() and os.access(there, os.W_OK | os.X_OK):
        return
    raise UserError(
        f"nothing can be written in the folder {folder}; choose another one.",
        f"Rien ne peut être écrit dans le dossier {folder} ; choisissez-en un autre.",
    )


def _require_articles(report: ShareReport) -> None:
    """Refuse to make files without articles."""
    nobody = [copy.annotator for copy in report.copies if not copy.articles]
    if not nobody:
        return
    en, fr = f"“{nobody[0]}”", f"« {nobody[0]} »"
    if not report.given and not report.kept:
        raise UserError("there is no article to share.", "Il n'y a aucun article à partager.")
    if not report.given:
        raise UserError(
            f"no article is left for {en}: all of these were given out before; deal them anew, or choose others.",
            f"Il ne reste aucun article pour {fr} : tous ceux-ci ont déjà été distribués ; redistribuez-les, ou "
            "choisissez-en d'autres.",
        )
    raise UserError(
        f"there is no article for {en}: there are fewer articles than annotators.",
        f"Il n'y a pas d'article pour {fr} : les articles sont moins nombreux que les annotateurs.",
    )


def _deal(
    new: Sequence[int],
    ids: Sequence[int],
    kept: dict[int, list[int]],
    sizes: dict[int, tuple[str, int]],
    overlap: Fraction,
) -> list[tuple[int, ...]]:
    """Give articles that nobody has to annotators, by their ids."""
    places = {id: place for place, id in enumerate(ids)}
    loads, pairs = [0] * len(ids), Counter[tuple[int, int]]()
    for article, who in kept.items():
        among = sorted(places[id] for id in who if id in places)
        for place in among:
            loads[place] += sizes[article][1]
        pairs.update(combinations(among, 2))
    dealt = deal([sizes[article] for article in new], len(ids), overlap=overlap, loads=loads, pairs=pairs)
    return [tuple(ids[place] for place in places_of) for places_of in dealt]


def _write(project: Project, report: ShareReport, ids: Sequence[int], progress: Progress | None) -> None:
    """Write all files, or leave none behind."""
    written: list[Path] = []

    def tell() -> None:
        if progress is not None:
            progress(len(written), len(report.copies))

    try:
        for copy, id in zip(report.copies, ids, strict=True):
            tell()
            try:
                copy.path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                why, folder = cause_of(error), copy.path.parent
                raise UserError(
                    f"the folder {folder} cannot be made ({why.en}); choose another one.",
                    f"Impossible de créer le dossier {folder} ({why.fr}) ; choisissez-en un autre.",
                ) from error
            written.append(copy.path)
            stored_sharing.write_copy(
                project.database, copy.path, articles=copy.articles, annotator=id, name=copy.annotator, progress=tell
            )
        tell()
    except BaseException:
        for path in written:
            for left in (path, path.with_name(f"{path.name}-journal")):
                left.unlink(missing_ok=True)
        raise


def given_to(project: Project) -> list[str]:
    """Return the names of those whom articles were given out to, in the order they came to the project."""
    who = {each for all_of in stored_sharing.assignments(project.database).values() for each in all_of}
    return [name for id, name in project.annotators().items() if id in who]


def proposed_folder(project: Project) -> Path:
    """Return where files are to go unless somebody says otherwise: beside the project, or a new folder there.

    A new one, named for the day, where files that were shared before lie beside the project and are in the way.
    """
    beside, stem = project.path.parent, project.path.stem
    taken = any(each != project.path for each in beside.glob(f"{escape(stem)}-*{SUFFIX}"))
    if not taken:
        return beside
    day = f"{stem}-{datetime.now().astimezone():%Y-%m-%d}"
    names = chain([day], (f"{day}-{number}" for number in count(2)))
    return next(beside / name for name in names if not (beside / name).exists())


def shared_with(project: Project) -> str | None:
    """Return the name of the annotator a copy was made for; None in a project that is no such copy."""
    return stored_sharing.shared_with(project.database)
