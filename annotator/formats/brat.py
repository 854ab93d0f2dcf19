"""brat: a folder of texts (``.txt``) with their annotations beside them (``.ann``, or ``.a1`` and ``.a2``).

Places are code points of the file as it is read: a line end of two characters counts two, a byte order mark one. Where
the words of spans only stand at their places counted otherwise, they are taken so, and that is said. A span that runs
over the end of a line is in pieces there; it comes in as one. Other spans in pieces cannot be taken.

brat knows no title, source, date, annotator or status of a text. What is written are spans with the remarks on them, as
notes of annotators, and the configuration with the labels and their colours.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from annotator.core.wording import Wording
from annotator.formats.brat_lines import Lines, format_lines, read_lines
from annotator.formats.encodings import read_text
from annotator.formats.records import Outgoing, Problem, Reading, Record, Trait, WriteOptions
from annotator.formats.registry import Format, Likeness
from annotator.formats.source import Head, SourceFile

_JOINED, _PARTS = ".ann", (".a1", ".a2")
_CONFIGURATIONS = frozenset({"annotation.conf", "visual.conf", "tools.conf", "kb_shortcuts.conf", "acl.conf"})

_NO_TEXT = Wording(
    "the text of these annotations is missing; put the .txt file of the same name beside it.",
    "le texte de ces annotations est absent ; placez à côté le fichier .txt du même nom.",
)


def read(file: SourceFile) -> Reading:
    """Yield the article of a text file with the spans of its annotations, and what of them was left out."""
    if file.path.suffix.lower() in (_JOINED, *_PARTS):
        yield Problem(file.at(), _NO_TEXT)
        return
    read = read_text(file)
    if isinstance(read, Problem):
        yield read
        return
    if read.note is not None:
        yield read.note
    lines = Lines()
    for path in _annotations_of(file.path):
        beside = file.beside(path.name)
        if not path.stat().st_size:
            continue
        content = read_text(beside)
        if isinstance(content, Problem):
            lines.others.append(content)
            continue
        if content.note is not None:
            lines.others.append(content.note)
        read_lines(content.text, beside, read.text, lines)
    yield Record(read.text, file.at(), spans=tuple(lines.spans), remarks=lines.remarks)
    yield from lines.others


def _annotations_of(text: Path) -> list[Path]:
    """Return the files with the annotations of a text: the one, or its parts."""
    joined = text.with_suffix(_JOINED)
    return [joined] if joined.is_file() else [part for each in _PARTS if (part := text.with_suffix(each)).is_file()]


def _main_file(path: Path) -> Path | None:
    if path.name in _CONFIGURATIONS:
        return path
    if path.suffix not in (_JOINED, *_PARTS):
        return None
    text = path.with_suffix(".txt")
    return text if text.is_file() else None


def _likeness(head: Head) -> Likeness:
    if head.suffix in (_JOINED, *_PARTS):
        return Likeness.NAME
    return Likeness.CONTENT if head.suffix == ".txt" and _annotations_of(head.path) else Likeness.NO


def _write(outgoing: Iterable[Outgoing], path: Path, options: WriteOptions) -> None:
    path.mkdir()
    for number, each in enumerate(outgoing, start=1):
        record = each.record
        with (path / f"{number:06}.txt").open("x", encoding="utf-8", newline="") as file:
            file.write(record.text)
        with (path / f"{number:06}{_JOINED}").open("x", encoding="utf-8", newline="\n") as file:
            file.writelines(format_lines(record.text, enumerate(record.spans), record.remarks))
    labels = "".join(f"{label.id}\n" for label in options.labels)
    (path / "annotation.conf").write_text(
        f"[entities]\n\n{labels}\n[relations]\n\n[events]\n\n[attributes]\n", encoding="utf-8", newline="\n"
    )
    colours = "".join(f"{label.id}\tbgColor:{label.colour}\n" for label in options.labels)
    names = "".join(f"{label.id} | {label.name.fr}\n" for label in options.labels)
    (path / "visual.conf").write_text(f"[labels]\n\n{names}\n[drawing]\n\n{colours}", encoding="utf-8", newline="\n")


FORMAT = Format(
    "brat",
    Wording("brat (.txt and .ann)", "brat (.txt et .ann)"),
    (_JOINED,),
    read,
    likeness=_likeness,
    main_file=_main_file,
    write=_write,
    writes_folder=True,
    cannot_carry=frozenset({Trait.TITLE, Trait.SOURCE, Trait.DATE, Trait.META, Trait.ANNOTATOR, Trait.STATUS}),
    purpose=Wording(
        "texts with an .ann file each, for brat and what reads its files",
        "un texte et son fichier .ann par article, pour brat et ses lecteurs",
    ),
)
