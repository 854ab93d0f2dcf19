"""What encoding the bytes of a text file are in: what its mark says, or what a person says, or what they look like."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from annotator.core.wording import Wording
from annotator.formats.records import MAX_BYTES, Note, Problem
from annotator.formats.source import EMPTY, SourceFile

# UTF-32 first: its little-endian mark begins with that of UTF-16. That of UTF-8 stays: the text hygiene takes it off.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")

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
    "not UTF-8; read as {0}. Look at the accents of this article.",
    "le fichier n'est pas en UTF-8 ; lu en {0}. Vérifiez les accents de cet article.",
)
_TOO_LONG = Wording(
    f"the file is longer than {MAX_BYTES // 2**20} MB, too long for one article; split it.",
    f"le fichier dépasse {MAX_BYTES // 2**20} Mo, trop pour un seul article ; découpez-le.",
)


class Decoded(NamedTuple):
    """The text of a file.

    Attributes:
        text: as it stands there, a byte order mark of UTF-8 included.
        note: what a person should know of its encoding, where it was guessed.
    """

    text: str
    note: Note | None


def read_text(file: SourceFile, *, most: int = MAX_BYTES) -> Decoded | Problem:
    """Read a whole text file, or say why it is none.

    Args:
        file: the file; ``options.encoding`` says its encoding where a person knows it.
        most: how many bytes it may have.

    Raises:
        OSError: it cannot be read.
    """
    with file.path.open("rb") as opened:
        content = opened.read(most + 1)
    if len(content) > most:
        return Problem(file.at(), _TOO_LONG)
    return decode(content, file)


def decode(content: bytes, file: SourceFile) -> Decoded | Problem:
    """Return the text of bytes out of a file, or why they are none."""
    if not content:
        return Problem(file.at(), EMPTY)
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return Decoded(content.decode(encoding), None)
            except UnicodeDecodeError:
                name = encoding.upper()
                return Problem(file.at(), Wording(_BROKEN.en.format(name), _BROKEN.fr.format(name)))
    if b"\x00" in content:
        return Problem(file.at(), _BINARY)
    try:
        return Decoded(content.decode("utf-8"), None)
    except UnicodeDecodeError:
        pass
    if _CONTROLS.search(content):
        return Problem(file.at(), _BINARY)
    try:
        guessed = Wording(_GUESSED.en.format("Windows-1252"), _GUESSED.fr.format("Windows-1252"))
        return Decoded(content.decode("cp1252"), Note(file.at(), guessed))
    except UnicodeDecodeError:
        return Problem(file.at(), _BINARY)
