"""JSON as it comes in files: lines with one object each, and whole documents, read one thing after the other.

What is read is bounded: a line, or one member of a document's list, may have `MAX_BYTES`; what is longer is named and
passed over, or ends the file.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Iterator
from io import BufferedReader, TextIOWrapper
from typing import Any, BinaryIO, NoReturn

from annotator.core.wording import Wording
from annotator.formats.json_members import BrokenDocumentError, TooLongError, members_of
from annotator.formats.records import MAX_BYTES, Problem, Reading, Record
from annotator.formats.source import EMPTY, SourceFile

MAX_DEPTH = 100
"""How deep lists and objects may nest in what is kept; no metadata does, and writing it must not run out of stack."""

_CHUNK = 2**20
_BROKEN = Wording(
    "the file announces UTF-16 but holds bytes that are none; what follows was left out. Save it again as UTF-8.",
    "le fichier s'annonce en UTF-16 mais contient des octets qui n'en sont pas ; la suite a été laissée de côté. "
    "Réenregistrez-le en UTF-8.",
)


class BadJsonError(Exception):
    """Something in JSON cannot be taken in; the wording says what and what to do."""

    def __init__(self, en: str, fr: str) -> None:
        super().__init__(en)
        self.wording = Wording(en, fr)


def read_lines(
    file: SourceFile, read_object: Callable[[dict[str, Any], str], Iterator[Record | Problem | Any]]
) -> Reading:
    """Yield what ``read_object`` makes of each line of a file, and a problem for each line that is no JSON object.

    Args:
        file: the file; UTF-8, or UTF-16 with a mark.
        read_object: gets the object of a line and where it stands, and yields records, problems and notes; what it
            raises as `BadJsonError` is a problem of that line.
    """
    empty = True
    lines = _lines(file)
    while True:
        try:
            number, line = next(lines, (0, None))
        except UnicodeDecodeError:
            yield Problem(file.at(), _BROKEN)
            return
        if number == 0:
            break
        empty = False
        where = file.at(number)
        try:
            yield from read_object(_parse(line), where)
        except BadJsonError as error:
            yield Problem(where, error.wording)
    if empty:
        yield Problem(file.at(), EMPTY)


def count_lines(file: SourceFile) -> int:
    """Return about how many lines a file has."""
    with file.path.open("rb") as opened:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: opened.read(_CHUNK), b"")) or 1


def _lines(file: SourceFile) -> Iterator[tuple[int, str | bytes | None]]:
    """Yield the lines that are not blank with their numbers; one that is too long as None, its rest skipped."""
    with file.path.open("rb") as opened:
        head = opened.read(4)
        opened.seek(0)
        if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            text = TextIOWrapper(opened, encoding="utf-16", newline="\n")
            yield from _numbered(text.readline)
        else:
            if head.startswith(codecs.BOM_UTF8):
                opened.seek(len(codecs.BOM_UTF8))
            yield from _numbered(opened.readline)


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
        raise BadJsonError(
            f"the line is longer than {MAX_BYTES // 2**20} MB, too long for one article; split it.",
            f"la ligne dépasse {MAX_BYTES // 2**20} Mo, trop pour un seul article ; découpez-la.",
        )
    value = _value_of(
        line,
        Wording("the line", "la ligne"),
        Wording("a line must hold one whole object", "une ligne doit contenir un objet entier"),
    )
    if not isinstance(value, dict):
        raise BadJsonError(
            f"the line holds {kind_of(value).en}; it must hold one object with the key “text”.",
            f"la ligne contient {kind_of(value).fr} ; il faut un objet avec la clé « text ».",
        )
    return value


def _value_of(json_text: str | bytes, what: Wording, wanted: Wording) -> Any:
    """Return a value.

    Args:
        json_text: the JSON of it.
        what: what it is, for people.
        wanted: what to do where it is no JSON.
    """
    try:
        text = json_text if isinstance(json_text, str) else json_text.decode("utf-8")
        return json.loads(text, parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise BadJsonError(
            f"{what.en} is not UTF-8 (byte {error.start + 1}); save the file as UTF-8.",
            f"{what.fr} n'est pas en UTF-8 (octet {error.start + 1}) ; enregistrez le fichier en UTF-8.",
        ) from error
    except json.JSONDecodeError as error:
        raise BadJsonError(
            f"this is not JSON ({error.msg}, character {error.pos + 1}); {wanted.en}.",
            f"ce n'est pas du JSON (erreur au caractère {error.pos + 1}) ; {wanted.fr}.",
        ) from error
    except ValueError as error:  # a number of thousands of digits, NaN, Infinity
        raise BadJsonError(
            f"{what.en} holds a number that cannot be read ({error}); write it as text.",
            f"{what.fr} contient un nombre illisible ({error}) ; écrivez-le comme du texte.",
        ) from error
    except RecursionError as error:
        raise too_deep() from error


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def read_members(file: SourceFile, path: str = "item") -> Iterator[tuple[int, Any]]:
    """Yield what stands at a path of a JSON document, each with its number from 1: by default the members of its list.

    A member that is no JSON in itself, though its brackets are whole, is a `BadJsonError` in its place: the next ones
    are good all the same.

    Args:
        file: the file; UTF-8 with or without a mark, or UTF-16 with one.
        path: as `Head.json_paths` gives them: ``"item"``, ``"annotations.item"``, or ``""`` for the whole.

    Raises:
        BadJsonError: the document is no JSON from here on, or one member is longer than `MAX_BYTES`. What came before
            is good.
    """
    with file.path.open("rb") as opened:
        number = 0
        try:
            for number, member in enumerate(members_of(_as_utf8(opened), path, 2 * MAX_BYTES), start=1):
                yield number, _member_of(member)
        except TooLongError as error:
            raise BadJsonError(
                f"one article of the document has more than {MAX_BYTES // 2**20} MB; what comes after was left out.",
                f"un article du document dépasse {MAX_BYTES // 2**20} Mo ; la suite a été laissée de côté.",
            ) from error
        except (BrokenDocumentError, UnicodeDecodeError) as error:
            raise BadJsonError(
                f"this is no whole JSON document (after {number} articles, {_short(error)}); what comes after was left "
                "out. Save it again, or correct it there.",
                f"ce n'est pas un document JSON entier (après {number} articles) ; la suite a été laissée de côté. "
                "Réenregistrez-le ou corrigez-le à cet endroit.",
            ) from error


def _member_of(json_text: bytes) -> Any:
    try:
        return _value_of(
            json_text,
            Wording("the article", "l'article"),
            Wording("correct it there", "corrigez-le à cet endroit"),
        )
    except BadJsonError as error:
        return error


def _short(error: Exception) -> str:
    return " ".join(str(error).split())[:80]


def _as_utf8(opened: BufferedReader) -> BinaryIO:
    head = opened.read(4)
    opened.seek(0)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _Recoded(TextIOWrapper(opened, encoding="utf-16"))  # type: ignore[return-value]
    if head.startswith(codecs.BOM_UTF8):
        opened.seek(len(codecs.BOM_UTF8))
    return opened


class _Recoded:
    """Text read as UTF-8 bytes."""

    def __init__(self, text: TextIOWrapper) -> None:
        self._text = text

    def read(self, size: int = -1) -> bytes:
        return self._text.read(max(1, size // 4) if size > 0 else size).encode("utf-8")


def too_deep() -> BadJsonError:
    """Return the error for lists and objects that nest too deep."""
    return BadJsonError(
        f"lists and objects nest more than {MAX_DEPTH} deep; no article does.",
        f"listes et objets s'emboîtent sur plus de {MAX_DEPTH} niveaux ; ce n'est pas un article.",
    )


def kind_of(value: Any) -> Wording:
    """Return what kind of JSON value something is, in words."""
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
