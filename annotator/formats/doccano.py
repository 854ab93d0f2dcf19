"""doccano: JSON lines as it exports and imports them for sequence labelling.

Spans are triples in ``label``, or objects with ``start_offset`` and ``end_offset`` in ``entities`` where there are
relations; older versions say ``labels`` or ``annotations``. Columns may have other names: they are taken where only one
can hold the text and one the spans, or as a person names them (``text`` and ``label``).

doccano counts places in UTF-16 units, as the browser does, and does not say so; files made by programs for it often
count code points. The two differ behind emoji only, where the way is taken by which spans begin and end at words. What
we write counts as doccano does and says so (``"offsets": "utf-16"``).

Everything else in a line is metadata for doccano, which shows it and gives it back: so travel title, annotator, status
and remarks too. An export names its files for the annotators.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from annotator.core.annotation import Status
from annotator.core.wording import Wording
from annotator.formats.json_fields import (
    RawSpan,
    is_iso,
    keep_in,
    meta_in,
    require_encodable,
    string_in,
    text_in,
    whole_number,
    wrong,
)
from annotator.formats.json_text import BadJsonError, count_lines, read_lines
from annotator.formats.records import Note, Outgoing, Reading, Record, WriteOptions
from annotator.formats.registry import Format, Likeness
from annotator.formats.source import Head, SourceFile
from annotator.formats.tally import Tally
from annotator.formats.utf16 import Utf16, is_astral

_TEXTS = ("text", "data")
_LABELS = ("label", "labels", "entities", "annotations")
_UNITS = "utf-16"
_STRINGS = ("title", "source", "annotator")
_NOBODY = frozenset({"all", "unknown", "data", "dataset", "doccano", "export", "train", "dev", "test"})
_STATUSES = frozenset(status.value for status in Status)

_RELATIONS = Wording(
    "relations between spans left out, as a project has none: {0}.",
    "relations entre annotations laissées de côté, un projet n'en ayant pas : {0}.",
)
_CATEGORIES = Wording(
    "lines whose labels are of the whole text and no spans: {0}. They are in the metadata.",
    "lignes dont les étiquettes portent sur le texte entier et non sur des passages : {0}. Elles sont dans les "
    "métadonnées.",
)
_NUMBERS = Wording(
    "spans whose label is a number, as older versions of doccano export them: {0}. Map the numbers to labels.",
    "annotations dont l'étiquette est un numéro, comme les exportent d'anciennes versions de doccano : {0}. Faites "
    "correspondre les numéros aux étiquettes.",
)
_IN_UNITS = Wording(
    "articles with emoji whose places were taken as UTF-16 units, as doccano counts: {0}. Look at their spans.",
    "articles avec émojis dont les positions ont été prises en unités UTF-16, comme doccano les compte : {0}. Vérifiez "
    "leurs annotations.",
)
_IN_POINTS = Wording(
    "articles with emoji whose places were taken as characters, as their spans then begin and end at words: {0}. Look "
    "at their spans.",
    "articles avec émojis dont les positions ont été prises en caractères, leurs annotations commençant et finissant "
    "alors aux mots : {0}. Vérifiez leurs annotations.",
)
_REMARKS = Wording(
    "remarks on spans that are no longer there: {0}. They are in the metadata.",
    "remarques sur des annotations qui n'existent plus : {0}. Elles sont dans les métadonnées.",
)


def read(file: SourceFile) -> Reading:
    """Yield the articles of a file one after the other, and what of them was left out at its end."""
    return _Lines(file).read()


class _Lines:
    """Reads one file; which columns hold text and spans is found once, where their names do not tell."""

    def __init__(self, file: SourceFile) -> None:
        self._file = file
        self._tally = Tally(file)
        self._text = file.options.columns.get("text")
        self._label = file.options.columns.get("label")
        self._named_for: str | None = None
        self._notes: list[Note] = []

    def read(self) -> Reading:
        yield from read_lines(self._file, self._line)
        yield from self._notes
        yield from self._tally.notes()

    def _line(self, fields: dict[str, Any], where: str) -> Iterator[Record]:
        text_name = self._text_name(fields, where)
        text = text_in(fields, text_name)
        others = {name: value for name, value in fields.items() if name not in (text_name, "meta", "offsets")}
        by_user = self._take_spans(others, where)
        relations = others.pop("relations", None)
        self._tally.add(_RELATIONS, where, len(relations) if isinstance(relations, list) else 0)
        if others.get("Comments") == []:
            del others["Comments"]
        known = {name: others.pop(name) for name in _STRINGS if isinstance(others.get(name), str)}
        for name in known:
            string_in(known, name)
        if is_iso(others.get("date")):
            known["date"] = others.pop("date")
        status = Status.FINISHED if _approved(fields) else None
        if isinstance(others.get("status"), str) and others["status"] in _STATUSES:
            status = Status(others.pop("status"))
        known.setdefault("annotator", self._annotator(fields))
        noted = others.pop("remarks", None)
        for user, given in by_user.items() or [(None, ())]:
            spans = self._in_code_points(text, given, where, said=fields.get("offsets"))
            remarks, left = _remarks(noted, given)
            self._tally.add(_REMARKS, where, len(left))
            yield Record(
                text,
                where,
                **(known | ({"annotator": user} if user is not None else {})),
                meta=keep_in(meta_in(fields), others | ({"remarks": left} if left else {})),
                spans=spans,
                status=status,
                remarks=remarks,
            )

    def _text_name(self, fields: Mapping[str, Any], where: str) -> str:
        """Return the column that holds the text."""
        if self._text is not None:
            return self._text
        for name in _TEXTS:
            if name in fields:
                return name
        strings = [name for name, value in fields.items() if isinstance(value, str)]
        spans = [name for name, value in fields.items() if _holds_spans(value)]
        if len(strings) != 1 or len(spans) != 1 or spans[0] in _LABELS:
            return "text" if not strings else _choose(fields)
        self._text, self._label = strings[0], spans[0]
        self._notes.append(
            Note(
                where,
                Wording(
                    f"the text was read from “{self._text}” and its spans from “{self._label}”; choose the columns if "
                    "that is wrong.",
                    f"le texte a été lu dans « {self._text} » et ses annotations dans « {self._label} » ; choisissez "
                    "les colonnes si ce n'est pas juste.",
                ),
            )
        )
        return self._text

    def _take_spans(self, others: dict[str, Any], where: str) -> dict[str | None, tuple[RawSpan, ...]]:
        """Take the spans out of the fields of a line, by the annotator who drew them where it says so."""
        found: dict[str | None, list[RawSpan]] = {}
        named = [self._label] if self._label is not None else [name for name in _LABELS if name in others]
        if not named:
            named = [name for name, value in others.items() if name != "remarks" and _holds_triples(value)]
        for name in named:
            value = others.get(name)
            if isinstance(value, str) or (isinstance(value, list) and value and isinstance(value[0], str)):
                self._tally.add(_CATEGORIES, where)
                continue
            others.pop(name, None)
            if value is None:
                continue
            if not isinstance(value, list):
                raise wrong(name, value, Wording("a list", "une liste"))
            for number, each in enumerate(value):
                user, span = self._span(each, f"{name}[{number}]", where)
                drawn = found.setdefault(user, [])
                if span not in drawn or len(named) == 1:
                    drawn.append(span)
        return {user: tuple(spans) for user, spans in found.items()}

    def _span(self, given: Any, name: str, where: str) -> tuple[str | None, RawSpan]:
        """Return whose a span is, where that is said, and the span."""
        user = None
        if isinstance(given, dict):
            start, end, label = given.get("start_offset"), given.get("end_offset"), given.get("label")
            user = given.get("user")
        elif isinstance(given, list) and len(given) == 3:
            start, end, label = given
        else:
            raise wrong(name, given, Wording("[start, end, label]", "[début, fin, étiquette]"))
        if type(label) is int:
            self._tally.add(_NUMBERS, where)
            label = str(label)
        if not isinstance(label, str):
            raise wrong(f"{name} label", label, Wording("a string", "une chaîne"))
        require_encodable(label, name)
        if user is not None:
            user = str(user)
        return user, (whole_number(start, f"{name} start"), whole_number(end, f"{name} end"), label)

    def _in_code_points(
        self, text: str, spans: tuple[RawSpan, ...], where: str, *, said: object
    ) -> tuple[RawSpan, ...]:
        if not spans or not is_astral(text):
            return spans
        places = Utf16(text)
        counted = places.spans(spans)
        if counted == spans or said == _UNITS:
            return counted
        in_units = places.likely(spans)
        self._tally.add(_IN_UNITS if in_units else _IN_POINTS, where)
        return counted if in_units else spans

    def _annotator(self, fields: Mapping[str, Any]) -> str | None:
        """Return for whom doccano named the file, where the line is as doccano exports it."""
        path = PurePosixPath(self._file.at().replace("\\", "/"))
        if "id" not in fields or not ("Comments" in fields or path.parent.suffix.lower() == ".zip"):
            return None
        name = path.stem
        if not name or name.lower() in _NOBODY:
            return None
        if self._named_for is None:
            self._named_for = name
            self._notes.append(
                Note(
                    self._file.at(),
                    Wording(
                        f"the spans are taken as those of “{name}”, since doccano names its files for the annotators; "
                        "name another annotator if that is wrong.",
                        f"les annotations sont prises pour celles de « {name} », puisque doccano nomme ses fichiers "
                        "d'après les annotateurs ; nommez un autre annotateur si ce n'est pas juste.",
                    ),
                )
            )
        return name


def _approved(fields: Mapping[str, Any]) -> bool:
    return any(isinstance(fields.get(name), str) and fields[name] for name in ("annotation_approver", "approved_by"))


def _choose(fields: Mapping[str, Any]) -> str:
    names = ", ".join(list(fields)[:20])
    raise BadJsonError(
        f"“text” is missing; the columns are: {names}. Say which holds the text and which the spans.",
        f"« text » est absent ; les colonnes sont : {names}. Dites où sont le texte et les annotations.",
    )


def _holds_triples(value: Any) -> bool:
    return (
        isinstance(value, list)
        and bool(value)
        and all(
            isinstance(each, list)
            and len(each) == 3
            and type(each[0]) is type(each[1]) is int
            and isinstance(each[2], str)
            for each in value
        )
    )


def _holds_spans(value: Any) -> bool:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return value[0].keys() >= {"start_offset", "end_offset", "label"}
    return _holds_triples(value)


def _remarks(noted: Any, spans: tuple[RawSpan, ...]) -> tuple[dict[int, str], list[Any]]:
    """Return remarks by their spans, and those on spans that are not there."""
    if not isinstance(noted, list):
        return {}, [] if noted is None else [noted]
    places = {(start, end): number for number, (start, end, _) in enumerate(spans)}
    remarks, left = {}, []
    for each in noted:
        number = None
        if isinstance(each, list) and len(each) == 3 and isinstance(each[2], str) and type(each[0]) is int:
            number = places.get((each[0], each[1])) if type(each[1]) is int else None
        if number is None:
            left.append(each)
        else:
            require_encodable(each[2], "remarks")
            remarks[number] = each[2]
    return remarks, left


def _line_of(record: Record) -> dict[str, Any]:
    spans = record.spans
    fields: dict[str, Any] = {"text": record.text}
    if is_astral(record.text):
        spans = Utf16(record.text).units(spans)
        fields["offsets"] = _UNITS
    fields["label"] = [list(span) for span in spans]
    for name in (*_STRINGS, "date"):
        if getattr(record, name) is not None:
            fields[name] = getattr(record, name)
    if record.status is not None:
        fields["status"] = record.status.value
    if record.remarks:
        fields["remarks"] = [[*spans[number][:2], remark] for number, remark in sorted(record.remarks.items())]
    if record.meta:
        fields["meta"] = dict(record.meta)
    return fields


def _write(outgoing: Iterable[Outgoing], path: Path, _options: WriteOptions) -> None:
    with path.open("x", encoding="utf-8", newline="\n") as file:
        for each in outgoing:
            file.write(json.dumps(_line_of(each.record), ensure_ascii=False) + "\n")


_PATHS = frozenset(
    {f"{name}.item.{of}" for name in _LABELS for of in ("start_offset", "item")}
)  # "label.item.item" is what stands in a triple


def _likeness(head: Head) -> Likeness:
    if head.suffix not in (".jsonl", ".ndjson", ".json"):
        return Likeness.NO
    if not head.objects:  # the first line is longer than what was looked at
        is_line = head.data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and "text" in head.json_paths
        return Likeness.CONTENT if is_line and not _PATHS.isdisjoint(head.json_paths) else Likeness.NO
    for fields in head.objects:
        if any(_holds_spans(fields.get(name)) for name in _LABELS) or fields.keys() >= {"id", "text", "Comments"}:
            return Likeness.CONTENT
        if "text" in fields and fields.get("label") == []:
            return Likeness.CONTENT
        if sum(isinstance(value, str) for value in fields.values()) == 1 and any(map(_holds_triples, fields.values())):
            return Likeness.CONTENT
    return Likeness.NO


FORMAT = Format(
    "doccano",
    Wording("doccano (JSON lines)", "doccano (lignes JSON)"),
    (".jsonl",),
    read,
    count_lines,
    _likeness,
    write=_write,
    purpose=Wording(
        "to check annotations in doccano, or to go on with them there",
        "pour vérifier des annotations dans doccano, ou les y poursuivre",
    ),
)
