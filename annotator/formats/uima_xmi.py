"""UIMA CAS in XMI, as INCEpTION, WebAnno and DKPro write it: one article a file, its type system in a file beside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers import expat

from annotator.core.wording import Wording
from annotator.formats import cas_writing
from annotator.formats.cas_reading import read_cas
from annotator.formats.cas_survey import (
    MOST_BYTES,
    STRING,
    STRINGS,
    TOO_LARGE,
    BadCasError,
    Survey,
    SurveyedType,
    quietly,
    require_sound,
    unfit,
)
from annotator.formats.records import Note, Outgoing, Problem, Reading, WriteOptions
from annotator.formats.registry import Format, Likeness
from annotator.formats.source import Head, SourceFile

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

TYPE_SYSTEM = "TypeSystem.xml"
"""The name INCEpTION gives the type system beside its files."""

_XMI, _CAS = "http://www.omg.org/XMI", "http:///uima/cas.ecore"
_DEEPEST = 3
_XML_1_1 = re.compile(rb"""^(?:\xef\xbb\xbf)?<\?xml\s+version\s*=\s*["']1\.1["']""")
_REFERENCE = re.compile(rb"&#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}));")


def read(file: SourceFile) -> Reading:
    """Yield the article of a CAS, and notes on what stays out of it."""
    with file.path.open("rb") as opened:
        content = opened.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        yield Problem(file.at(), TOO_LARGE)
        return
    content, replaced = _as_xml_1_0(content)
    if replaced:
        yield Note(file.at(), _replaced(replaced))
    try:
        surveyed = _survey(content)
        misplaced = surveyed.misplaced()
        system, note = _type_system(file)
        if note is not None:
            yield note
        if system is not None:
            try:
                cas = _load(content, surveyed.complete(system))
            except BadCasError:
                yield Note(file.at(), _OTHER_TYPE_SYSTEM)
                system = None
        if system is None:
            from cassis import TypeSystem

            cas = _load(content, surveyed.complete(TypeSystem()))
        with quietly():
            found = list(read_cas(cas, file, misplaced))
    except BadCasError as error:
        yield Problem(file.at(), error.wording)
        return
    yield from found


def _load(content: bytes, system: TypeSystem) -> Cas:
    from cassis import load_cas_from_xmi

    with quietly():
        try:
            return load_cas_from_xmi(BytesIO(content), typesystem=system, lenient=True)
        except Exception as error:  # the library checks little and raises whatever happens then
            raise unfit(error) from error


def _type_system(file: SourceFile) -> tuple[TypeSystem | None, Note | None]:
    """Return the type system in the folder of a file, or None where there is none, and a note where it is not sound."""
    from cassis import load_typesystem

    for name in (TYPE_SYSTEM, "typesystem.xml", "typeSystem.xml"):
        beside = file.beside(name)
        if not beside.path.is_file():
            continue
        with beside.path.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
        try:
            if len(content) > MOST_BYTES:
                raise BadCasError(TOO_LARGE)
            content = _as_xml_1_0(content)[0]
            _parse(content, lambda *_: None)
            with quietly():
                try:
                    system = load_typesystem(BytesIO(content))
                except Exception as error:
                    raise unfit(error) from error
            require_sound(system)
        except BadCasError as error:
            return None, Note(beside.at(), _unread(error.wording))
        return system, None
    return None, None


def _as_xml_1_0(content: bytes) -> tuple[bytes, int]:
    """Return XML 1.1, which no parser here reads, as XML 1.0, and how many control characters it lost by that."""
    declared = _XML_1_1.match(content)
    if declared is None:
        return content, 0
    count = 0

    def plain(match: re.Match[bytes]) -> bytes:
        nonlocal count
        code = int(match[1], 16) if match[1] else int(match[2])
        if code >= 0x20 or code in (9, 10, 13):
            return match[0]
        count += 1
        return b"&#xFFFD;"

    rest = _REFERENCE.sub(plain, content[declared.end() :])
    return declared[0].replace(b"1.1", b"1.0") + rest, count


def _survey(content: bytes) -> Survey:
    """Look through a file.

    Raises:
        BadCasError: it is no XML, no CAS, or declares entities.
    """
    surveyed = Survey()
    depth = 0
    inside: SurveyedType | None = None

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, inside
        depth += 1
        space, _, local = name.rpartition(" ")
        if depth == 1:
            if (space, local) != (_XMI, "XMI"):
                raise BadCasError(_NO_CAS)
        elif depth == 2 and space == _CAS and local in ("NULL", "View"):
            inside = None
        elif depth == 2 and space == _CAS and local == "Sofa":
            inside = None
            surveyed.texts[_number(attributes, f"{_XMI} id")] = attributes.get("sofaString", "")
        elif depth == 2:
            inside = surveyed.types.setdefault(_type_name(space, local), SurveyedType())
            _look_at(surveyed, inside, attributes)
        elif depth == _DEEPEST and inside is not None:
            inside.features[local] = STRINGS
        elif depth > _DEEPEST:
            raise BadCasError(_NO_CAS)

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    _parse(content, start, end)
    return surveyed


def _parse(
    content: bytes, start: Callable[[str, dict[str, str]], None], end: Callable[[str], None] | None = None
) -> None:
    """Parse XML that has no document type, in which alone entities and references to other files can be declared.

    Raises:
        BadCasError: it has one, or is no XML.
    """
    parser = expat.ParserCreate(namespace_separator=" ")

    def refuse(*_: object) -> None:
        raise BadCasError(_DOCTYPE)

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise BadCasError(_not_xml(error)) from error
    except (LookupError, ValueError) as error:  # an encoding that is none
        raise unfit(error) from error


def _look_at(surveyed: Survey, type: SurveyedType, attributes: dict[str, str]) -> None:
    for name in attributes:
        if " " not in name and name not in ("sofa", "begin", "end"):
            type.features.setdefault(name, STRING)
    if "sofa" in attributes:
        type.viewed = True
    if "sofa" in attributes and "begin" in attributes and "end" in attributes:
        type.placed = True
        id, sofa = _number(attributes, f"{_XMI} id"), _number(attributes, "sofa")
        surveyed.places.append((id, sofa, _number(attributes, "begin"), _number(attributes, "end")))


def _number(attributes: dict[str, str], name: str) -> int:
    try:
        return int(attributes[name])
    except (KeyError, ValueError) as error:
        raise unfit(error) from error


def _type_name(space: str, local: str) -> str:
    """Return the name of a type as the library makes it of its element."""
    name = f"{{{space}}}{local}"[9:].replace("/", ".").replace("ecore}", "").strip()
    return name.removeprefix("uima.noNamespace.")


def _likeness(head: Head) -> Likeness:
    if _CAS in head.text and _XMI in head.text:
        return Likeness.SIGNED
    return Likeness.NAME if head.suffix in FORMAT.suffixes else Likeness.NO


def _main_file(path: Path) -> Path | None:
    return path if path.name.lower() == TYPE_SYSTEM.lower() else None


def write(outgoing: Iterable[Outgoing], path: Path, options: WriteOptions) -> None:
    """Write articles as a folder of files, with their type system.

    Raises:
        UserError: an article holds characters that XML has not.
    """
    system = cas_writing.type_system()
    path.mkdir()
    system.to_xml(path / TYPE_SYSTEM)
    for number, each in enumerate(outgoing, start=1):
        cas_writing.write_xmi(
            cas_writing.made(each, system, options), each, path / cas_writing.file_name(number, ".xmi")
        )


_NO_CAS = Wording(
    "this is XML, but no UIMA CAS; export it as UIMA CAS XMI.",
    "c'est du XML, mais pas un CAS UIMA ; exportez-le en UIMA CAS XMI.",
)
_DOCTYPE = Wording(
    "it declares a document type (DOCTYPE), as no CAS does and as is used for attacks; it was not read. Remove "
    "that line.",
    "il déclare un type de document (DOCTYPE), ce qu'aucun CAS ne fait et qui sert à des attaques ; il n'a pas été lu. "
    "Supprimez cette ligne.",
)
_OTHER_TYPE_SYSTEM = Wording(
    f"{TYPE_SYSTEM} beside it does not fit it; the file was read without.",
    f"{TYPE_SYSTEM}, à côté de lui, ne lui correspond pas ; le fichier a été lu sans.",
)


def _unread(why: Wording) -> Wording:
    return Wording(
        f"the type system was not used: {why.en}",
        f"le système de types n'a pas été utilisé : {why.fr}",
    )


def _not_xml(error: expat.ExpatError) -> Wording:
    return Wording(
        f"this is no whole XML (line {error.lineno}); export it again.",
        f"ce n'est pas du XML entier (ligne {error.lineno}) ; réexportez-le.",
    )


def _replaced(count: int) -> Wording:
    return Wording(
        f"{count} control characters were replaced by “\ufffd”.",
        f"{count} caractères de contrôle ont été remplacés par « \ufffd ».",
    )


FORMAT = Format(
    "uima-xmi",
    Wording("UIMA CAS XMI (INCEpTION, WebAnno)", "UIMA CAS XMI (INCEpTION, WebAnno)"),
    (".xmi",),
    read,
    likeness=_likeness,
    main_file=_main_file,
    write=write,
    writes_folder=True,
    cannot_carry=cas_writing.CANNOT_CARRY,
    purpose=Wording(
        "for INCEpTION, WebAnno and other programs of UIMA",
        "pour INCEpTION, WebAnno et d'autres logiciels UIMA",
    ),
)
