"""UIMA CAS in JSON, version 0.4, as INCEpTION writes it: one article a file, its type system in it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.core.wording import Wording
from annotator.formats import cas_writing
from annotator.formats.cas_reading import read_cas
from annotator.formats.cas_survey import (
    MOST_BYTES,
    REFERENCE,
    STRING,
    TOO_LARGE,
    BadCasError,
    Survey,
    SurveyedType,
    quietly,
    require_name,
    unfit,
)
from annotator.formats.encodings import decode
from annotator.formats.records import Outgoing, Problem, Reading, WriteOptions
from annotator.formats.registry import Format, Likeness
from annotator.formats.source import Head, SourceFile

if TYPE_CHECKING:
    from cassis import Cas

_TYPES, _STRUCTURES, _VIEWS = "%TYPES", "%FEATURE_STRUCTURES", "%VIEWS"
_SOFA = "uima.cas.Sofa"


def read(file: SourceFile) -> Reading:
    """Yield the article of a CAS, and notes on what stays out of it."""
    with file.path.open("rb") as opened:
        content = opened.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        yield Problem(file.at(), TOO_LARGE)
        return
    read = decode(content, file)
    if isinstance(read, Problem):
        yield read
        return
    if read.note is not None:
        yield read.note
    try:
        document = _parsed(read.text)
        structures = _structures(document)
        surveyed = _survey(structures)
        misplaced = surveyed.misplaced()
        cas = _load(document, structures, surveyed)
        with quietly():
            found = list(read_cas(cas, file, misplaced))
    except BadCasError as error:
        yield Problem(file.at(), error.wording)
        return
    yield from found


def _parsed(text: str) -> dict[str, Any]:
    try:
        document = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise unfit(error) from error
    if isinstance(document, dict) and _STRUCTURES not in document and "_views" in document:
        raise BadCasError(_OLD)
    if not isinstance(document, dict) or _STRUCTURES not in document:
        raise BadCasError(_NO_CAS)
    return document


def _structures(document: dict[str, Any]) -> dict[int, dict[str, Any]]:
    """Return the feature structures by id, whether they stand in a list or under their ids."""
    listed = document[_STRUCTURES]
    if isinstance(listed, dict):
        pairs = list(listed.items())
    elif isinstance(listed, list):
        pairs = [(each.get("%ID"), each) for each in listed if isinstance(each, dict)]
    else:
        raise BadCasError(_NO_CAS)
    found = {}
    for id, structure in pairs:
        if not isinstance(structure, dict) or not isinstance(structure.get("%TYPE"), str):
            raise BadCasError(_NO_CAS)
        try:
            found[int(id)] = structure
        except (TypeError, ValueError) as error:
            raise unfit(error) from error
    return found


def _survey(structures: dict[int, dict[str, Any]]) -> Survey:
    surveyed = Survey()
    for id, structure in structures.items():
        name = structure["%TYPE"]
        if name == _SOFA:
            text = structure.get("sofaString")
            surveyed.texts[id] = text if isinstance(text, str) else ""
            continue
        if name.endswith("[]"):
            continue
        type = surveyed.types.setdefault(name, SurveyedType())
        for key, value in structure.items():
            if key.startswith("%") or key in ("@sofa", "begin", "end"):
                continue
            type.features.setdefault(key.lstrip("@#^"), _range(key, value))
        sofa, begin, end = (structure.get(key) for key in ("@sofa", "begin", "end"))
        type.viewed = type.viewed or sofa is not None
        if begin is not None or end is not None:
            if not all(isinstance(each, int) for each in (sofa, begin, end)):
                raise BadCasError(_NO_CAS)
            type.placed = True
            surveyed.places.append((id, sofa, begin, end))  # type: ignore[arg-type]
    return surveyed


def _range(key: str, value: Any) -> str:
    if key.startswith("@"):
        return REFERENCE
    if isinstance(value, bool):
        return "uima.cas.Boolean"
    if isinstance(value, int):
        return "uima.cas.Integer"
    return STRING if isinstance(value, str) else "uima.cas.Double"


def _load(document: dict[str, Any], structures: dict[int, dict[str, Any]], surveyed: Survey) -> Cas:
    """Have the library open a document whose names are sound and whose parts are all there.

    Raises:
        BadCasError: it is not sound, or cannot be opened.
    """
    from cassis import TypeSystem, load_cas_from_json

    types = document.get(_TYPES)
    has_types = isinstance(types, dict) and bool(types)
    if has_types:
        for declared in types.values():  # type: ignore[union-attr]
            if not isinstance(declared, dict):
                raise BadCasError(_NO_CAS)
            for name in declared:
                if not name.startswith("%"):
                    require_name(name)
    for type in surveyed.types.values():
        for name in type.features:
            require_name(name)
    views = document.get(_VIEWS)
    if not isinstance(views, dict) or not views:
        views = _views(structures)
    with quietly():
        try:
            whole = json.dumps({_TYPES: types if has_types else {}, _STRUCTURES: document[_STRUCTURES], _VIEWS: views})
            if has_types:
                return load_cas_from_json(whole)
            return load_cas_from_json(whole, typesystem=surveyed.complete(TypeSystem()), merge_typesystem=False)
        except BadCasError:
            raise
        except Exception as error:  # the library checks little and raises whatever happens then
            raise unfit(error) from error


def _views(structures: dict[int, dict[str, Any]]) -> dict[str, Any]:
    """Return views that hold all structures of their texts, for a document that lists none."""
    return {
        str(sofa.get("sofaID", "_InitialView")): {
            "%SOFA": id,
            "%MEMBERS": [member for member, each in structures.items() if each.get("@sofa") == id],
        }
        for id, sofa in structures.items()
        if sofa["%TYPE"] == _SOFA
    }


def _likeness(head: Head) -> Likeness:
    if _STRUCTURES in head.json_paths or _TYPES in head.json_paths:
        return Likeness.SIGNED
    return Likeness.CONTENT if {"_context", "_context._types"} <= head.json_paths else Likeness.NO


def write(outgoing: Iterable[Outgoing], path: Path, options: WriteOptions) -> None:
    """Write articles as a folder of files, each with its type system.

    Raises:
        UserError: an article is too long.
    """
    from cassis.typesystem import TypeSystemMode

    system = cas_writing.type_system()
    path.mkdir()
    for number, each in enumerate(outgoing, start=1):
        cas = cas_writing.made(each, system, options)
        cas.to_json(path / cas_writing.file_name(number, ".json"), type_system_mode=TypeSystemMode.MINIMAL)


_NO_CAS = Wording(
    "this is JSON, but no UIMA CAS of version 0.4; export it as UIMA CAS JSON 0.4.0.",
    "c'est du JSON, mais pas un CAS UIMA de version 0.4 ; exportez-le en UIMA CAS JSON 0.4.0.",
)
_OLD = Wording(
    "this is the older JSON of UIMA, which is not read; export it as UIMA CAS JSON 0.4.0 or UIMA CAS XMI.",
    "c'est l'ancien JSON d'UIMA, qui n'est pas lu ; exportez-le en UIMA CAS JSON 0.4.0 ou en UIMA CAS XMI.",
)

FORMAT = Format(
    "uima-json",
    Wording("UIMA CAS JSON 0.4 (INCEpTION)", "UIMA CAS JSON 0.4 (INCEpTION)"),
    (".json",),
    read,
    likeness=_likeness,
    write=write,
    writes_folder=True,
    cannot_carry=cas_writing.CANNOT_CARRY,
    purpose=Wording(
        "for INCEpTION and programs that read UIMA as JSON",
        "pour INCEpTION et les logiciels qui lisent UIMA en JSON",
    ),
)
