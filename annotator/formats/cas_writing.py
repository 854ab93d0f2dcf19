"""Articles as UIMA CAS with the types of DKPro Core, so that INCEpTION takes them: tokens, sentences, named entities.

What DKPro has no place for (source, date, status …) stands in its free metadata fields, under keys of our own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.core.errors import UserError
from annotator.formats.cas_reading import META_DATA, NAMED_ENTITY, OURS, SENTENCE, STRING_FIELD, TOKEN
from annotator.formats.cas_survey import MOST_CHARACTERS
from annotator.formats.records import Outgoing, Record, Trait, WriteOptions

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

CANNOT_CARRY: frozenset[Trait] = frozenset()
"""All of an article comes back."""

_STRING = "uima.cas.String"
_ENDS = frozenset(".!?…")
_AFTER_ENDS = frozenset("»”\"')]")


def type_system() -> TypeSystem:
    """Return the types that are written: those of DKPro Core, no more of each than INCEpTION needs."""
    from cassis import TypeSystem

    system = TypeSystem()
    meta = system.create_type(META_DATA, "uima.tcas.DocumentAnnotation")
    for name in ("documentTitle", "documentId", "documentUri", "collectionId", "documentBaseUri"):
        system.create_feature(meta, name, _STRING)
    system.create_feature(meta, "isLastSegment", "uima.cas.Boolean")
    field = system.create_type(STRING_FIELD, "uima.tcas.Annotation")
    entity = system.create_type(NAMED_ENTITY, "uima.tcas.Annotation")
    for type, names in ((field, ("key", "value")), (entity, ("value", "identifier"))):
        for name in names:
            system.create_feature(type, name, _STRING)
    for name in (TOKEN, SENTENCE):
        system.create_feature(system.create_type(name, "uima.tcas.Annotation"), "id", _STRING)
    return system


def file_name(number: int, suffix: str) -> str:
    """Return the name of the file of an article; names sort as the articles came."""
    return f"{number:06}{suffix}"


def made(outgoing: Outgoing, system: TypeSystem, options: WriteOptions) -> Cas:
    """Return an article as a CAS.

    Raises:
        UserError: its text is longer than the library can hold.
    """
    from cassis import Cas

    record = outgoing.record
    if len(record.text) > MOST_CHARACTERS:
        raise UserError(
            f"article {outgoing.article} has more than a million characters, too many for a UIMA CAS; export "
            "it in another format.",
            f"L'article {outgoing.article} dépasse un million de caractères, trop pour un CAS UIMA ; "
            "exportez-le dans un autre format.",
        )
    cas = Cas(system)
    cas.sofa_string = record.text
    cas.sofa_mime = "text"
    whole = {"begin": 0, "end": len(record.text)}
    title = {} if record.title is None else {"documentTitle": record.title}
    cas.add(
        system.get_type(META_DATA)(
            **whole, **title, language="fr", documentId=str(outgoing.article), collectionId=options.project
        )
    )
    field, entity = system.get_type(STRING_FIELD), system.get_type(NAMED_ENTITY)
    for key, value in _fields(record, options):
        cas.add(field(begin=0, end=0, key=OURS + key, value=json.dumps(value)))
    sentence, token = system.get_type(SENTENCE), system.get_type(TOKEN)
    words = [
        (start, end)
        for start, end in zip(outgoing.grid.starts, outgoing.grid.ends, strict=True)
        if not record.text[start:end].isspace()
    ]
    for start, end in _sentences(record, words):
        cas.add(sentence(begin=start, end=end))
    for start, end in words:
        cas.add(token(begin=start, end=end))
    for start, end, label in record.spans:
        cas.add(entity(begin=start, end=end, value=label))
    return cas


def write_xmi(cas: Cas, outgoing: Outgoing, path: Path) -> None:
    """Write a CAS as XMI.

    Raises:
        UserError: it holds characters that XML has not.
    """
    try:
        cas.to_xmi(path)
    except ValueError as error:
        raise UserError(
            f"article {outgoing.article} holds control characters, which XML has not; export it in another format, "
            "such as uima-json.",
            f"L'article {outgoing.article} contient des caractères de contrôle, que XML ne connaît pas ; exportez-le "
            "dans un autre format, comme uima-json.",
        ) from error


def _fields(record: Record, options: WriteOptions) -> Iterator[tuple[str, Any]]:
    yield "project", options.project
    for name in ("source", "date", "annotator", "model"):
        if (value := getattr(record, name)) is not None:
            yield name, value
    if record.status is not None:
        yield "status", record.status.value
    if record.meta:
        yield "meta", dict(record.meta)
    if record.remarks:
        yield "remarks", {str(index): remark for index, remark in record.remarks.items()}


def _sentences(record: Record, words: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield where sentences begin and end: at lines and at full stops before a blank, never inside a span."""
    text = record.text
    inside = iter([*record.spans, (len(text), len(text), "")])
    span = next(inside)
    first: int | None = None
    for index, (start, end) in enumerate(words):
        first = start if first is None else first
        after = words[index + 1][0] if index + 1 < len(words) else None
        while span[1] <= end and span[0] < len(text):
            span = next(inside)
        gap = "" if after is None else text[end:after]
        closes = text[end - 1] in _ENDS or (
            text[start:end] in _AFTER_ENDS and index > 0 and text[words[index - 1][1] - 1] in _ENDS
        )
        continues = after is not None and text[after] in _AFTER_ENDS
        if after is None or (
            ("\n" in gap or (closes and gap and not continues and not text[after].islower()))
            and not span[0] < end < span[1]
        ):
            yield first, end
            first = None
