"""Plain text: one article a file."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from annotator.core.wording import Wording
from annotator.formats.records import MAX_BYTES, Note, Problem, Reading, Record, place
from annotator.formats.registry import Format

# UTF-32 first: its little-endian mark begins with that of UTF-16. That of UTF-8 stays: the text hygiene takes it off.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")

_EMPTY = Wording("the file is empty.", "le fichier est vide.")
_BINARY = Wording(
    "this is not a text file (it holds bytes that no text has); convert it to UTF-8 text first.",
    "ce n'est pas un fichier texte (il contient des octets qu'aucun texte ne contient) ; "
    "convertissez-le d'abord en texte UTF-8.",
)
_BROKEN = Wording(
    "the file announces {0} but breaks off or holds bytes that are none; save it again as UTF-8.",
    "le fichier s'annonce en {0} mais s'interrompt ou contient des octets qui n'en sont pas ; "
    "réenregistrez-le en UTF-8.",
)
_GUESSED = Wording(
    "not UTF-8; read as Windows-1252. Look at the accents of this article.",
    "le fichier n'est pas en UTF-8 ; lu en Windows-1252. Vérifiez les accents de cet article.",
)
_TOO_LONG = Wording(
    f"the file is longer than {MAX_BYTES // 2**20} MB, too long for one article; split it.",
    f"le fichier dépasse {MAX_BYTES // 2**20} Mo, trop pour un seul article ; découpez-le.",
)


def read(path: Path) -> Reading:
    """Yield the article of a text file, and a note where its encoding had to be guessed."""
    where = place(path)
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        yield Problem(where, _TOO_LONG)
        return
    decoded = _decode(content)
    if isinstance(decoded, Wording):
        yield Problem(where, decoded)
        return
    text, guessed = decoded
    if guessed:
        yield Note(where, _GUESSED)
    yield Record(text, where)


def _decode(content: bytes) -> tuple[str, bool] | Wording:
    """Return the text and whether its encoding was guessed, or why it has none."""
    if not content:
        return _EMPTY
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return content.decode(encoding), False
            except UnicodeDecodeError:
                return Wording(_BROKEN.en.format(encoding.upper()), _BROKEN.fr.format(encoding.upper()))
    if b"\x00" in content:
        return _BINARY
    try:
        return content.decode("utf-8"), False
    except UnicodeDecodeError:
        pass
    if _CONTROLS.search(content):
        return _BINARY
    try:
        return content.decode("cp1252"), True
    except UnicodeDecodeError:
        return _BINARY


def _one(path: Path) -> int:  # noqa: ARG001  (every format counts by its path)
    return 1


FORMAT = Format("text", Wording("plain text", "texte brut"), (".txt",), read, _one)
