"""Prodigy: JSON lines as ``db-out`` writes and ``db-in`` reads them, one annotated task a line.

Places are code points, since Prodigy tokenizes with spaCy. ``answer`` says how far the annotator was: ``accept`` is
finished, ``ignore`` is set aside, no answer says nothing. ``reject`` means that the spans are wrong: the article is set
aside and they stay out. In the interface ``ner`` each line asks about one span alone: what was accepted comes in, the
article is not finished, and questions about one text that follow each other are one article. Where a line asks
something else than where spans are, such as which of some options holds, its answer says nothing of them.

``_annotator_id`` names the annotator, else ``_session_id``, unless it is the time of an unnamed session. Title, source
and date stand in ``meta``. What Prodigy calls ``_input_hash`` and so on is kept in the metadata and written again; for
articles that have none, hashes of our own making are written, the same each time, and not kept when they come back.
``tokens`` are not read: the project makes its own.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import blake2s
from pathlib import Path
from typing import Any

from annotator.core.annotation import Status
from annotator.core.wording import Wording
from annotator.formats.json_fields import RawSpan, is_iso, keep_in, meta_in, spans_in, string_in, text_in, wrong
from annotator.formats.json_text import count_lines, read_lines
from annotator.formats.records import Note, Outgoing, Problem, Reading, Record, WriteOptions
from annotator.formats.registry import Format, Likeness
from annotator.formats.source import Head, SourceFile
from annotator.formats.tally import Tally

_SIGNS = frozenset({"_input_hash", "_task_hash", "_view_id", "_annotator_id", "_session_id"})
_ANSWERS = frozenset({"accept", "reject", "ignore"})
_SPAN_VIEWS = frozenset({"ner", "ner_manual", "spans", "spans_manual", "relations", "blocks", "review", "llm_io"})
_TAKEN = frozenset(
    {"text", "spans", "tokens", "answer", "meta", "relations", "versions", "sessions", "config", "_is_binary"}
    | {"_view_id", "_annotator_id", "_session_id", "_status", "_meta"}
)
# Lifted out of the metadata when written: where Prodigy looks for them.
_LIFTED = ("_input_hash", "_task_hash", "_timestamp", "_session_id")
_IN_META = ("title", "source", "date")
_ANSWER_OF = {
    Status.FINISHED: "accept",
    Status.SET_ASIDE: "ignore",
    Status.IN_PROGRESS: "ignore",  # so that drafts train no model; "_status" says what they are
    Status.NEW: "ignore",
}
_STATUS_OF = {"accept": Status.FINISHED, "ignore": Status.SET_ASIDE, "reject": Status.SET_ASIDE}
_UNNAMED_SESSION = re.compile(r"(.*-)?\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d")

_PATTERNS = Wording(
    "these are patterns of Prodigy ({0}), words to look for and no articles; words belong into the project's lexicon: "
    "annotator lexicon PROJECT --add WORD --label LABEL.",
    "ce sont des motifs de Prodigy ({0}), des mots à chercher et non des articles ; les mots ont leur place dans le "
    "lexique du projet : annotator lexicon PROJET --add MOT --label ÉTIQUETTE.",
)
_REJECTED = Wording(
    "articles rejected in Prodigy: {0}. They are set aside without their spans, which rejecting says are wrong.",
    "articles rejetés dans Prodigy : {0}. Ils sont mis de côté sans leurs annotations, puisque les rejeter veut dire "
    "qu'elles sont fausses.",
)
_NO_SPANS = Wording(
    "spans left out because they were answered with “reject” or “ignore”: {0}.",
    "annotations laissées de côté parce qu'on y a répondu « reject » ou « ignore » : {0}.",
)
_BINARY = Wording(
    "answers about one span each (interface “ner”): {0}. Their articles count as in progress, not as finished.",
    "réponses sur une seule annotation (interface « ner ») : {0}. Leurs articles sont en cours, et non terminés.",
)
_RELATIONS = Wording(
    "relations between spans left out, as a project has none: {0}.",
    "relations entre annotations laissées de côté, un projet n'en ayant pas : {0}.",
)
_VERSIONS = Wording(
    "versions under review left out, as what the review settled on came in: {0}.",
    "versions relues laissées de côté, le résultat de la relecture ayant été pris : {0}.",
)
_OTHER_VIEW = Wording(
    "lines that answer another question than where spans are: {0}. Text and spans were taken, the answer is in the "
    "metadata and says nothing of them.",
    "lignes qui répondent à une autre question que celle des annotations : {0}. Le texte et ses annotations ont été "
    "pris, la réponse est dans les métadonnées et n'en dit rien.",
)
_UNLABELLED = Wording("spans without a label left out: {0}.", "annotations sans étiquette laissées de côté : {0}.")


def read(file: SourceFile) -> Reading:
    """Yield the articles of a file one after the other, and what of them was left out at its end."""
    return _Lines(file).read()


class _Lines:
    """Reads one file; questions about one text that follow each other are held until the next text."""

    def __init__(self, file: SourceFile) -> None:
        self._file = file
        self._tally = Tally(file)
        self._patterns = 0
        self._asked: Record | None = None

    def read(self) -> Reading:
        yield from read_lines(self._file, self._line)
        yield from self._flush()
        yield from self._tally.notes()
        if self._patterns:
            en, fr = (words.replace("{0}", str(self._patterns)) for words in _PATTERNS)
            yield Problem(self._file.at(), Wording(en, fr))

    def _line(self, fields: dict[str, Any], where: str) -> Iterator[Record | Note]:
        if "pattern" in fields and "text" not in fields:
            self._patterns += 1
            return
        record = self._record(fields, where)
        if fields.get("_view_id") == "ner" and _word(fields, "answer") in _ANSWERS:
            self._tally.add(_BINARY, where)
            record = replace(record, status=Status.IN_PROGRESS)
            if (asked := self._asked) is not None and (asked.text, asked.annotator) == (record.text, record.annotator):
                added = [number for number, span in enumerate(record.spans) if span not in asked.spans]
                remarks = {
                    len(asked.spans) + place: record.remarks[number]
                    for place, number in enumerate(added)
                    if number in record.remarks
                }
                self._asked = replace(
                    asked,
                    spans=asked.spans + tuple(record.spans[number] for number in added),
                    remarks={**asked.remarks, **remarks},
                )
                return
            yield from self._flush()
            self._asked = record
            return
        yield from self._flush()
        yield record

    def _flush(self) -> Iterator[Record]:
        if self._asked is not None:
            yield self._asked
        self._asked = None

    def _record(self, fields: dict[str, Any], where: str) -> Record:
        text = text_in(fields)
        answer = _word(fields, "answer")
        others = {name: value for name, value in fields.items() if name not in _TAKEN}
        if _asks_otherwise(fields):
            self._tally.add(_OTHER_VIEW, where)
            others["_view_id"], answer = fields["_view_id"], None
        if fields.get("answer") is not None and answer not in _ANSWERS:
            others["answer"] = fields["answer"]
        spans, remarks, model = self._spans(fields, where, is_answered=answer is not None)
        if fields.get("_view_id") == "ner" and answer in ("reject", "ignore"):
            self._tally.add(_NO_SPANS, where, len(spans))
            spans, remarks = (), {}
        elif answer == "reject":
            self._tally.add(_REJECTED, where)
            spans, remarks = (), {}
        self._count_rest(fields, where)
        for name, hashed in _hashes(text, spans).items():
            if others.get(name) == hashed:
                del others[name]
        annotator = _annotator(fields)
        session = string_in(fields, "_session_id")
        if session is not None and session != annotator and not _UNNAMED_SESSION.fullmatch(session):
            others["_session_id"] = session
        meta, known = _meta(fields)
        status = None if answer is None else _STATUS_OF.get(answer)
        finer = _word(fields, "_status")
        if finer in _STATUSES and _ANSWER_OF[Status(finer)] == answer:
            status = Status(finer)
        return Record(
            text,
            where,
            **known,
            meta=keep_in(meta, others),
            spans=spans,
            annotator=annotator if model is None else None,
            status=status,
            model=model,
            remarks=remarks,
        )

    def _spans(
        self, fields: Mapping[str, Any], where: str, *, is_answered: bool
    ) -> tuple[tuple[RawSpan, ...], Mapping[int, str], str | None]:
        """Return the spans that were not answered otherwise, remarks on them, and the model that proposed them all."""
        given = fields.get("spans")
        if not isinstance(given, list):
            return spans_in(fields), {}, None
        taken = []
        for span in given:
            if not isinstance(span, dict):
                raise wrong("spans", span, Wording("a list of objects", "une liste d'objets"))
            if span.get("answer") in ("reject", "ignore"):
                self._tally.add(_NO_SPANS, where)
            elif span.get("label") is None:
                self._tally.add(_UNLABELLED, where)
            else:
                taken.append(span)
        remarks = {number: note for number, span in enumerate(taken) if (note := string_in(span, "note"))}
        sources = {_word(span, "source") for span in taken}
        model = sources.pop() or None if len(sources) == 1 and not is_answered else None
        return spans_in({"spans": taken}), remarks, model

    def _count_rest(self, fields: Mapping[str, Any], where: str) -> None:
        relations = fields.get("relations")
        self._tally.add(_RELATIONS, where, len(relations) if isinstance(relations, list) else 0)
        versions = fields.get("versions")
        self._tally.add(_VERSIONS, where, len(versions) if isinstance(versions, list) else 0)


def _asks_otherwise(fields: Mapping[str, Any]) -> bool:
    """Tell whether a line asks something else than where spans are, such as to choose or to classify."""
    view = _word(fields, "_view_id")
    return view is not None and view not in _SPAN_VIEWS


_STATUSES = frozenset(status.value for status in Status)


def _word(fields: Mapping[str, Any], name: str) -> str | None:
    """Return a string, None for anything else."""
    value = fields.get(name)
    return value if isinstance(value, str) else None


def _annotator(fields: Mapping[str, Any]) -> str | None:
    for name in ("_annotator_id", "_session_id"):
        value = string_in(fields, name)
        if value and not _UNNAMED_SESSION.fullmatch(value):
            return value
    return None


def _meta(fields: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the metadata of an article, and its title, source and date, which stand there too."""
    meta = meta_in(fields)
    known = {name: meta.pop(name) for name in ("title", "source") if isinstance(meta.get(name), str)}
    if is_iso(meta.get("date")):
        known["date"] = meta.pop("date")
    return (meta_in(fields, "_meta") if "_meta" in fields else meta), known


def _hashes(text: str, spans: Iterable[RawSpan]) -> dict[str, int]:
    """Return numbers that are the same for the same text, and for the same text and spans."""

    def number(*parts: Any) -> int:
        digest = blake2s(json.dumps(parts).encode(), digest_size=4).digest()
        return int.from_bytes(digest, "little", signed=True)  # 32 bits with a sign, as Prodigy's are

    return {"_input_hash": number(text), "_task_hash": number(text, list(spans))}


def _line_of(outgoing: Outgoing) -> dict[str, Any]:
    record, grid = outgoing.record, outgoing.grid
    meta = {name: value for name, value in record.meta.items() if name not in _LIFTED}
    named = {name: value for name in _IN_META if (value := getattr(record, name)) is not None}
    lifted = {name: record.meta[name] for name in _LIFTED if name in record.meta}
    if record.annotator is not None:
        lifted = {"_session_id": record.annotator} | lifted | {"_annotator_id": record.annotator}
    ends = [*grid.starts[1:], len(record.text)]
    fields: dict[str, Any] = {"text": record.text, "meta": meta | named}
    if not meta.keys().isdisjoint(_IN_META):
        fields["_meta"] = meta
    fields |= _hashes(record.text, record.spans) | lifted
    fields["tokens"] = [
        {"text": record.text[start:end], "start": start, "end": end, "id": number, "ws": end < after}
        for number, (start, end, after) in enumerate(zip(grid.starts, grid.ends, ends, strict=True))
    ]
    fields["spans"] = [
        {
            "start": start,
            "end": end,
            "token_start": bisect_left(grid.starts, start),
            "token_end": bisect_left(grid.ends, end),
            "label": label,
        }
        | ({"note": record.remarks[number]} if number in record.remarks else {})
        for number, (start, end, label) in enumerate(record.spans)
    ]
    fields["_view_id"] = "ner_manual"
    if record.status is not None:
        fields["answer"] = _ANSWER_OF[record.status]
        if _STATUS_OF[fields["answer"]] is not record.status:
            fields["_status"] = record.status.value
    return fields


def _write(outgoing: Iterable[Outgoing], path: Path, _options: WriteOptions) -> None:
    with path.open("x", encoding="utf-8", newline="\n") as file:
        for each in outgoing:
            file.write(json.dumps(_line_of(each), ensure_ascii=False) + "\n")


def _likeness(head: Head) -> Likeness:
    if head.suffix not in (".jsonl", ".ndjson", ".json"):
        return Likeness.NO
    if any(not _SIGNS.isdisjoint(fields) for fields in head.objects) or not _SIGNS.isdisjoint(head.json_paths):
        return Likeness.SIGNED
    first = head.objects[0] if head.objects else {}
    answered = "text" in first and isinstance(first.get("answer"), str) and first["answer"] in _ANSWERS
    patterns = first.keys() >= {"label", "pattern"} and "text" not in first
    tokens = {"spans.item.token_start", "tokens.item.start"} & head.json_paths
    return Likeness.CONTENT if answered or patterns or ("text" in head.json_paths and tokens) else Likeness.NO


FORMAT = Format(
    "prodigy",
    Wording("Prodigy (JSON lines)", "Prodigy (lignes JSON)"),
    (".jsonl",),
    read,
    count_lines,
    _likeness,
    write=_write,
    purpose=Wording(
        "to check annotations in Prodigy, or to go on with them there",
        "pour vérifier des annotations dans Prodigy, ou les y poursuivre",
    ),
)
