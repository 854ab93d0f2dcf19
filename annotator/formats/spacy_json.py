"""spaCy's JSON: training tuples, the training format of version 2, and documents as ``Doc.to_json`` writes them.

Written is a list of the last, since ``Doc.from_json`` reads it with the project's tokens and nothing is lost: what
spaCy has no place for stands beside, where it is not looked at. (Custom attributes, ``_``, have to be declared before
spaCy reads a file that holds them.)
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from annotator.core.wording import Wording
from annotator.formats.column_layout import lines_of
from annotator.formats.file_encoding import Encoding
from annotator.formats.json_text import BadJsonError, read_lines, read_members, too_deep
from annotator.formats.records import MAX_BYTES, Outgoing, Problem, Reading, WriteOptions
from annotator.formats.registry import Format, Likeness
from annotator.formats.source import Head, SourceFile
from annotator.formats.spacy_objects import Objects
from annotator.formats.tally import Tally

_CHUNK = 2**20
_FEW = 2
_OBJECT = re.compile(r"\ufeff?\s*\{")
_PAIR_A_LINE = re.compile(r'\ufeff?\s*\[\s*"')
_PAIRS = re.compile(r'\ufeff?\s*\[\s*\[\s*"')
_LONG_TEXT = re.compile(r'\ufeff?\s*\[?\s*\{\s*"text"\s*:')


def read(file: SourceFile) -> Reading:
    """Yield the articles of a file one after the other, and what of them was left out at its end."""
    tally = Tally(file)
    objects = Objects(tally)
    head = Head(file.path)
    if _PAIR_A_LINE.match(head.text):
        yield from _lines_of_pairs(file, objects)
    elif not _OBJECT.match(head.text):
        in_paragraphs = any(path.startswith("item.paragraphs") for path in head.json_paths)
        yield from _members(file, "item.paragraphs.item" if in_paragraphs else "item", objects)
    elif head.suffix in (".jsonl", ".ndjson") or head.objects:
        yield from read_lines(file, lambda fields, where: _line(fields, where, objects))
    else:
        yield from _members(file, "paragraphs.item" if "paragraphs" in head.json_paths else "", objects)
    yield from tally.notes()


def _members(file: SourceFile, path: str, objects: Objects) -> Reading:
    try:
        for number, member in read_members(file, path):
            where = f"{file.at()}#{number}"
            try:
                if isinstance(member, BadJsonError):
                    raise member
                yield objects.record(member, where)
            except BadJsonError as error:
                yield Problem(where, error.wording)
    except BadJsonError as error:
        yield Problem(file.at(), error.wording)


def _line(fields: dict[str, Any], where: str, objects: Objects) -> Iterator[Any]:
    paragraphs = fields.get("paragraphs")
    for each in paragraphs if isinstance(paragraphs, list) else [fields]:
        yield objects.record(each, where)


def _lines_of_pairs(file: SourceFile, objects: Objects) -> Reading:
    """Yield the articles of lines with one training tuple each."""
    try:
        for number, line in lines_of(file, Encoding("utf-8-sig"), most=MAX_BYTES):
            where = file.at(number)
            try:
                if line != "":
                    yield objects.record(_parsed(line), where)
            except BadJsonError as error:
                yield Problem(where, error.wording)
    except UnicodeDecodeError:
        yield Problem(file.at(), _NOT_UTF8)


def _parsed(line: str | None) -> Any:
    if line is None:
        raise BadJsonError(
            f"the line is longer than {MAX_BYTES // 2**20} MB, too long for one article; split it.",
            f"la ligne dépasse {MAX_BYTES // 2**20} Mo, trop pour un seul article ; découpez-la.",
        )
    try:
        return json.loads(line)
    except RecursionError as error:
        raise too_deep() from error
    except ValueError as error:
        raise BadJsonError(
            f"this is not JSON ({' '.join(str(error).split())[:80]}); a line must hold one whole pair.",
            "ce n'est pas du JSON ; une ligne doit contenir une paire entière.",
        ) from error


_NOT_UTF8 = Wording(
    "the file is not UTF-8; what follows was left out. Save it again as UTF-8.",
    "le fichier n'est pas en UTF-8 ; la suite a été laissée de côté. Réenregistrez-le en UTF-8.",
)


def _count(file: SourceFile) -> int:
    """Return about how many articles a file has: how often one of the words stands in it that each has once."""
    counts = dict.fromkeys((b'"entities"', b'"sentences"', b'"ents"', b'"token_annotation"'), 0)
    with file.path.open("rb") as opened:
        for chunk in iter(lambda: opened.read(_CHUNK), b""):
            for word in counts:
                counts[word] += chunk.count(word)
    return max(counts.values()) or 1


def _document(outgoing: Outgoing) -> dict[str, Any]:
    """Return an article as ``Doc.to_json`` would."""
    record, grid = outgoing.record, outgoing.grid
    others: dict[str, Any] = {
        name: getattr(record, name)
        for name in ("title", "source", "date", "annotator")
        if getattr(record, name) is not None
    }
    if record.status is not None:
        others["status"] = record.status.value
    if record.remarks:
        others["remarks"] = {str(index): remark for index, remark in sorted(record.remarks.items())}
    if record.meta:
        others["meta"] = dict(record.meta)
    document: dict[str, Any] = {
        "text": record.text,
        "ents": [{"start": start, "end": end, "label": label} for start, end, label in record.spans],
        "tokens": [
            {"id": number, "start": start, "end": end}
            for number, (start, end) in enumerate(zip(grid.starts, grid.ends, strict=True))
        ],
    }
    return document | others


def _write(outgoing: Iterable[Outgoing], path: Path, _options: WriteOptions) -> None:
    with path.open("x", encoding="utf-8", newline="\n") as file:
        between = "[\n"
        for each in outgoing:
            file.write(between + json.dumps(_document(each), ensure_ascii=False))
            between = ",\n"
        file.write("\n]\n" if between == ",\n" else "[]\n")


def _likeness(head: Head) -> Likeness:
    if head.suffix not in (".json", ".jsonl", ".ndjson", ".spacyjson"):
        return Likeness.NO
    paths = head.json_paths
    for root in ("item.", ""):
        if f"{root}paragraphs.item.sentences" in paths:
            return Likeness.SIGNED
        if {f"{root}text", f"{root}ents"} <= paths and (f"{root}tokens" in paths or f"{root}ents.item.start" in paths):
            return Likeness.SIGNED
        if f"{root}token_annotation" in paths and f"{root}doc_annotation" in paths:
            return Likeness.SIGNED
    if "item.item.entities" in paths or (_PAIR_A_LINE.match(head.text) and "item.entities" in paths):
        return Likeness.SIGNED
    if {"item.text", "item.entities"} <= paths or _PAIRS.match(head.text):
        return Likeness.CONTENT
    # A text may be longer than what is looked at.
    return Likeness.NAME if len(paths) <= _FEW and _LONG_TEXT.match(head.text) else Likeness.NO


FORMAT = Format(
    "spacy-json",
    Wording("spaCy (JSON)", "spaCy (JSON)"),
    (".json",),
    read,
    _count,
    _likeness,
    write=_write,
    purpose=Wording(
        "for scripts with spaCy: each article as Doc.from_json reads it",
        "pour vos scripts avec spaCy : chaque article comme le lit Doc.from_json",
    ),
)
