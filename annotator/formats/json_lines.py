"""JSON lines: one object a line, with ``text`` and, where given, ``spans``, ``title``, ``date``, ``source``, ``meta``.

``spans`` is a list of ``{"start": …, "end": …, "label": …}`` in code points, ``end`` exclusive. Whatever else an
object holds is kept in ``meta``.
"""

from __future__ import annotations

import codecs
import json
import math
from collections.abc import Iterator, Mapping
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn

from annotator.core.wording import Wording
from annotator.formats.records import MAX_BYTES, Note, Problem, Reading, Record, place
from annotator.formats.registry import Format

MAX_DEPTH = 100
"""How deep lists and objects may nest in ``meta``; no metadata is, and what comes after must not run out of stack."""

_OURS = frozenset({"text", "spans", "title", "date", "source", "meta"})
_CHUNK = 2**20
_BROKEN = Wording(
    "the file announces UTF-16 but holds bytes that are none; what follows was left out. Save it again as UTF-8.",
    "le fichier s'annonce en UTF-16 mais contient des octets qui n'en sont pas ; la suite a été laissée de côté. "
    "Réenregistrez-le en UTF-8.",
)


class _BadLineError(Exception):
    """The line cannot be taken in; the wording says why."""

    def __init__(self, en: str, fr: str) -> None:
        super().__init__(en)
        self.wording = Wording(en, fr)


def read(path: Path) -> Reading:
    """Yield the articles of a file one after the other, and a problem for each line that holds none."""
    empty = True
    lines = _lines(path)
    while True:
        try:
            number, line = next(lines, (0, None))
        except UnicodeDecodeError:
            yield Problem(place(path), _BROKEN)
            return
        if number == 0:
            break
        empty = False
        where = place(path, number)
        try:
            record = _record(_parse(line), where)
        except _BadLineError as error:
            yield Problem(where, error.wording)
            continue
        yield record
        if record.date is None and "date" in record.meta:
            yield Note(
                where,
                Wording(
                    f"the date {record.meta['date']!r} is not ISO 8601 (2023-10-17); it is kept in the metadata.",
                    f"la date {record.meta['date']!r} n'est pas au format ISO 8601 (2023-10-17) ; "
                    "elle est conservée dans les métadonnées.",
                ),
            )
    if empty:
        yield Problem(place(path), Wording("the file is empty.", "le fichier est vide."))


def format_line(record: Record) -> str:
    """Write a record as one line of JSON, which `read` reads back as the same record; no line end."""
    fields: dict[str, Any] = {"text": record.text}
    for name in ("title", "source", "date"):
        if getattr(record, name) is not None:
            fields[name] = getattr(record, name)
    if record.spans:
        fields["spans"] = [{"start": start, "end": end, "label": label} for start, end, label in record.spans]
    if record.meta:
        fields["meta"] = dict(record.meta)
    return json.dumps(fields, ensure_ascii=False)


def _lines(path: Path) -> Iterator[tuple[int, str | bytes | None]]:
    """Yield the lines that are not blank with their numbers; one that is too long as None, its rest skipped."""
    with path.open("rb") as file:
        head = file.read(4)
        file.seek(0)
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            text = TextIOWrapper(file, encoding="utf-16", newline="\n")
            yield from _numbered(text.readline)
        else:
            if head.startswith(codecs.BOM_UTF8):
                file.seek(len(codecs.BOM_UTF8))
            yield from _numbered(file.readline)


def _numbered(readline: Any) -> Iterator[tuple[int, str | bytes | None]]:
    number = 0
    while line := readline(MAX_BYTES):
        number += 1
        newline = "\n" if isinstance(line, str) else b"\n"
        if len(line) == MAX_BYTES and not line.endswith(newline):
            while (rest := readline(_CHUNK)) and not rest.endswith(newline):
                pass
            yield number, None
        elif not line.isspace():
            yield number, line


def _parse(line: str | bytes | None) -> dict[str, Any]:
    """Return the object of a line."""
    if line is None:
        raise _BadLineError(
            f"the line is longer than {MAX_BYTES // 2**20} MB, too long for one article; split it.",
            f"la ligne dépasse {MAX_BYTES // 2**20} Mo, trop pour un seul article ; découpez-la.",
        )
    try:
        text = line if isinstance(line, str) else line.decode("utf-8")
        value = json.loads(text, parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise _BadLineError(
            f"the line is not UTF-8 (byte {error.start + 1}); save the file as UTF-8.",
            f"la ligne n'est pas en UTF-8 (octet {error.start + 1}) ; enregistrez le fichier en UTF-8.",
        ) from error
    except json.JSONDecodeError as error:
        raise _BadLineError(
            f"this is not JSON ({error.msg}, character {error.pos + 1}); a line must hold one whole object.",
            f"ce n'est pas du JSON (erreur au caractère {error.pos + 1}) ; une ligne doit contenir un objet entier.",
        ) from error
    except ValueError as error:  # a number of thousands of digits, NaN, Infinity
        raise _BadLineError(
            f"the line holds a number that cannot be read ({error}); write it as text.",
            f"la ligne contient un nombre illisible ({error}) ; écrivez-le comme du texte.",
        ) from error
    except RecursionError as error:
        raise _too_deep() from error
    if not isinstance(value, dict):
        raise _BadLineError(
            f"the line holds {_kind(value).en}; it must hold one object with the key “text”.",
            f"la ligne contient {_kind(value).fr} ; il faut un objet avec la clé « text ».",
        )
    return value


def _record(fields: Mapping[str, Any], where: str) -> Record:
    text = fields.get("text")
    if "text" not in fields:
        raise _BadLineError("“text” is missing.", "« text » est absent.")
    if not isinstance(text, str):
        raise _wrong("text", text, Wording("a string", "une chaîne"))
    meta = fields.get("meta")
    if meta is None:
        meta = {}
    if not isinstance(meta, dict):
        raise _wrong("meta", meta, Wording("an object", "un objet"))
    others = {name: value for name, value in fields.items() if name not in _OURS}
    date = fields.get("date")
    if date is not None and not _is_iso(date):
        others["date"], date = date, None
    for name, value in others.items():
        while name in meta and meta[name] != value:
            name += "_"
        meta[name] = value
    if meta:
        _require_plain(meta)
    return Record(
        text,
        where,
        title=_string(fields, "title"),
        source=_string(fields, "source"),
        date=date,
        meta=meta,
        spans=_spans(fields.get("spans")),
    )


def _string(fields: Mapping[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise _wrong(name, value, Wording("a string", "une chaîne"))
    _require_encodable(value, name)
    return value


def _spans(value: Any) -> tuple[tuple[int, int, str], ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise _wrong("spans", value, Wording("a list", "une liste"))
    spans = []
    for index, span in enumerate(value):
        if not isinstance(span, dict):
            raise _wrong(f"spans[{index}]", span, Wording("an object", "un objet"))
        start, end, label = span.get("start"), span.get("end"), span.get("label")
        # True and False are integers to Python, never to the person who wrote them.
        if type(start) is not int:
            raise _wrong(f"spans[{index}].start", start, Wording("a whole number", "un nombre entier"))
        if type(end) is not int:
            raise _wrong(f"spans[{index}].end", end, Wording("a whole number", "un nombre entier"))
        if not isinstance(label, str):
            raise _wrong(f"spans[{index}].label", label, Wording("a string", "une chaîne"))
        _require_encodable(label, f"spans[{index}].label")
        spans.append((start, end, label))
    return tuple(spans)


def _is_iso(date: Any) -> bool:
    if not isinstance(date, str):
        return False
    try:
        datetime.fromisoformat(date)
    except ValueError:
        return False
    return True


def _require_plain(meta: Mapping[str, Any]) -> None:
    """Refuse metadata that cannot be written back: too deep, an endless number, half a surrogate pair."""
    level: list[Any] = [meta]
    for _ in range(MAX_DEPTH):
        below: list[Any] = []
        for value in level:
            if isinstance(value, dict):
                below.extend(value.values())
                below.extend(value)
            elif isinstance(value, list):
                below.extend(value)
            elif isinstance(value, str):
                _require_encodable(value, "meta")
            elif isinstance(value, float) and not math.isfinite(value):
                raise _BadLineError(
                    "“meta” holds a number too large to keep; write it as text.",
                    "« meta » contient un nombre trop grand ; écrivez-le comme du texte.",
                )
        if not below:
            return
        level = below
    raise _too_deep()


def _require_encodable(value: str, name: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise _BadLineError(
            f"“{name}” holds half a surrogate pair (\\u{ord(value[error.start]):04x}); correct the text there.",
            f"« {name} » contient une moitié de paire de substitution (\\u{ord(value[error.start]):04x}) ; "
            "corrigez le texte à cet endroit.",
        ) from error


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _too_deep() -> _BadLineError:
    return _BadLineError(
        f"lists and objects nest more than {MAX_DEPTH} deep; no article does.",
        f"listes et objets s'emboîtent sur plus de {MAX_DEPTH} niveaux ; ce n'est pas un article.",
    )


def _wrong(name: str, value: Any, wanted: Wording) -> _BadLineError:
    return _BadLineError(
        f"“{name}” must be {wanted.en}, not {_kind(value).en}.",
        f"« {name} » doit être {wanted.fr}, et non {_kind(value).fr}.",
    )


def _kind(value: Any) -> Wording:
    match value:
        case None:
            return Wording("null or missing", "null ou absent")
        case bool():
            return Wording("true or false", "vrai ou faux")
        case int() | float():
            return Wording("a number", "un nombre")
        case str():
            return Wording("a string", "une chaîne")
        case list():
            return Wording("a list", "une liste")
        case _:
            return Wording("an object", "un objet")


def _count(path: Path) -> int:
    with path.open("rb") as file:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(_CHUNK), b"")) or 1


FORMAT = Format("jsonl", Wording("JSON lines", "lignes JSON"), (".jsonl", ".ndjson"), read, _count)
