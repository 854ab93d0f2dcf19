"""Office documents are zip archives: whether one is whole and small enough to be opened without harm."""

from __future__ import annotations

import zipfile

from annotator.core.wording import Wording
from annotator.formats.records import Problem
from annotator.formats.source import SourceFile

MOST_BYTES = 512 * 2**20
"""What all members of a document may have unpacked; pictures are most of it."""
MOST_XML_BYTES = 128 * 2**20
"""What one member of XML may have unpacked that is read bit by bit."""
_MOST_MEMBERS = 20_000

# An old document, or a new one that a password protects: both are what was there before zip archives.
OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def archive_problem(file: SourceFile, *, most_xml: int = MOST_XML_BYTES) -> Problem | None:
    """Return what keeps an office document from being opened, or None.

    An archive says how large its members are, and Python reads no more of one than it says.

    Args:
        file: the document.
        most_xml: what one member of XML may have unpacked, in bytes.

    Raises:
        OSError: it cannot be read.
    """
    try:
        with zipfile.ZipFile(file.path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        with file.path.open("rb") as opened:
            old = opened.read(8) == OLE_MARK
        return Problem(file.at(), _PROTECTED if old else _DAMAGED)
    if any(member.flag_bits & 1 for member in members):
        return Problem(file.at(), _PROTECTED)
    if (
        len(members) > _MOST_MEMBERS
        or sum(member.file_size for member in members) > MOST_BYTES
        or any(member.file_size > most_xml for member in members if member.filename.endswith((".xml", ".rels")))
    ):
        return Problem(file.at(), _TOO_LARGE)
    return None


_DAMAGED = Wording(
    "the document is damaged or none of its kind; open it in an office program and save it anew.",
    "le document est abîmé ou n'est pas du type annoncé ; ouvrez-le dans un logiciel de bureautique et "
    "réenregistrez-le.",
)
_PROTECTED = Wording(
    "the document is protected by a password, or of an old kind; save it without, in the present format.",
    "le document est protégé par un mot de passe, ou d'un ancien type ; réenregistrez-le sans mot de passe, dans le "
    "format actuel.",
)
_TOO_LARGE = Wording(
    "unpacked, the document would be too large; it was not opened. Split it, or save its text alone.",
    "une fois décompressé, le document serait trop volumineux ; il n'a pas été ouvert. Découpez-le ou enregistrez-en "
    "le texte seul.",
)
