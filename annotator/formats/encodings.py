"""What encoding the bytes of a text file are in: what its mark says, or what a person says, or what they look like."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from annotator.core.wording import Wording
from annotator.formats.old_encodings import guess
from annotator.formats.records import MAX_BYTES, Note, Problem
from annotator.formats.source import EMPTY, SourceFile

# UTF-32 first: its little-endian mark begins with that of UTF-16. That of UTF-8 stays: the text hygiene takes it off.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_CONTROL_CHARACTERS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_SEQUENCES = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_LOOKED_AT = 64 * 2**10
_WHOLE_FOR_ONE_BROKEN = 4

_BINARY = Wording(
    "this is not a text file (it holds bytes that no text has); convert it to UTF-8 text first.",
    "ce n'est pas un fichier texte (il contient des octets qu'aucun texte ne contient) ; "
    "convertissez-le d'abord en texte UTF-8.",
)
_UNKNOWN = Wording(
    "not UTF-8, and its encoding cannot be told; say which it is (--encoding), or save the file again as UTF-8.",
    "le fichier n'est pas en UTF-8 et son encodage n'est pas reconnu ; indiquez-le (--encoding) ou réenregistrez le "
    "fichier en UTF-8.",
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
    """Return the text of bytes out of a file, or why they are none.

    A mark at their beginning is believed first, then ``file.options.encoding``. Without either they are UTF-8 where
    they can be, UTF-16 where every other byte is zero, and else what they make the likeliest text in.
    """
    if not content:
        return Problem(file.at(), EMPTY)
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return Decoded(content.decode(encoding), None)
            except UnicodeDecodeError:
                if encoding != "utf-8":
                    return Problem(file.at(), _filled(_BROKEN, encoding.upper()))
    if file.options.encoding is not None:
        return _as_asked(content, file, file.options.encoding)
    if b"\x00" in content:
        text = _utf16_without_mark(content)
        if text is None:
            return Problem(file.at(), _BINARY)
        return Decoded(text, Note(file.at(), _filled(_GUESSED, "UTF-16")))
    try:
        return Decoded(content.decode("utf-8"), None)
    except UnicodeDecodeError:
        pass
    if _CONTROLS.search(content):
        return Problem(file.at(), _BINARY)
    return _damaged_utf8(content, file) or _guessed(content, file)


def _as_asked(content: bytes, file: SourceFile, encoding: str) -> Decoded | Problem:
    """Return the text in the encoding a person named."""
    try:
        text = content.decode(encoding)
    except (LookupError, ValueError) as error:
        if isinstance(error, UnicodeDecodeError):
            return Problem(file.at(), _unfit(encoding, error.start + 1))
        return Problem(
            file.at(),
            Wording(
                f"there is no encoding “{encoding}”; take one such as utf-8, cp1252, iso-8859-15 or mac-roman.",
                f"l'encodage « {encoding} » n'existe pas ; indiquez par exemple utf-8, cp1252, iso-8859-15 ou "
                "mac-roman.",
            ),
        )
    if "\x00" in text:
        return Problem(file.at(), _unfit(encoding, content.index(b"\x00") + 1))
    return Decoded(text, None)


def _utf16_without_mark(content: bytes) -> str | None:
    """Return UTF-16 told by its zeros, which stand at every other place of a text in Latin letters; None for none."""
    head = content[:_LOOKED_AT]
    pairs = len(head) // 2
    if len(content) % 2 or not pairs:
        return None
    for encoding, high, low in (("utf-16-le", 1, 0), ("utf-16-be", 0, 1)):
        if head[high::2].count(0) * 2 > pairs and head[low::2].count(0) * 20 <= pairs:
            try:
                text = content.decode(encoding)
            except UnicodeDecodeError:
                return None
            return None if _CONTROL_CHARACTERS.search(text) else text
    return None


def _damaged_utf8(content: bytes, file: SourceFile) -> Decoded | None:
    """Return the text of UTF-8 that some bytes of another encoding got into, or that was cut off; None for no such."""
    whole = len(_SEQUENCES.findall(content))
    if not whole:
        return None
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if broken * _WHOLE_FOR_ONE_BROKEN > whole:
        return None
    wording = Wording(
        f"UTF-8, but for {broken} characters that cannot be read and show as “\ufffd”; correct them and import again.",
        f"le fichier est en UTF-8, sauf {broken} caractères illisibles, affichés « \ufffd » ; corrigez-les et "
        "réimportez-le.",
    )
    return Decoded(text, Note(file.at(), wording))


def _guessed(content: bytes, file: SourceFile) -> Decoded | Problem:
    for encoding, name in guess(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue  # a byte further on than was looked at
        if not _CONTROL_CHARACTERS.search(text):
            return Decoded(text, Note(file.at(), _filled(_GUESSED, name)))
    return Problem(file.at(), _UNKNOWN)


def _filled(wording: Wording, name: str) -> Wording:
    return Wording(wording.en.format(name), wording.fr.format(name))


def _unfit(encoding: str, byte: int) -> Wording:
    return Wording(
        f"this is not text in {encoding} (byte {byte}); choose another encoding, or leave it to be found out.",
        f"ce n'est pas un texte en {encoding} (octet {byte}) ; choisissez un autre encodage, ou laissez-le détecter.",
    )
