"""IOB2 (BIO): token and tag with a tab between them."""

from __future__ import annotations

from annotator.core.wording import Wording
from annotator.formats.registry import Format
from annotator.formats.tag_schemes import iob2
from annotator.formats.tagged_tokens import count, read
from annotator.formats.tagged_writing import CANNOT_CARRY, likeness, writer

SUFFIXES = (".iob", ".iob2", ".bio")

FORMAT = Format(
    "iob2",
    Wording("IOB2 (token, tag)", "IOB2 (mot, étiquette)"),
    SUFFIXES,
    read,
    count,
    lambda head: likeness(head, SUFFIXES),
    write=writer("-DOCSTART-\tO", "{token}\t{tag}\n", iob2),
    cannot_carry=CANNOT_CARRY,
    purpose=Wording("two columns, tags B- and I-", "deux colonnes, étiquettes B- et I-"),
)
