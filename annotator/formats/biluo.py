"""BILUO: token and tag with a tab between them; last and single tokens are marked, as spaCy's own tags are."""

from __future__ import annotations

from annotator.core.wording import Wording
from annotator.formats.registry import Format
from annotator.formats.tag_schemes import biluo
from annotator.formats.tagged_tokens import count, read
from annotator.formats.tagged_writing import CANNOT_CARRY, likeness, writer

SUFFIXES = (".biluo", ".bilou", ".bioes", ".iobes", ".bmes", ".bmewo")

FORMAT = Format(
    "biluo",
    Wording("BILUO (token, tag)", "BILUO (mot, étiquette)"),
    SUFFIXES,
    read,
    count,
    lambda head: likeness(head, SUFFIXES),
    write=writer("-DOCSTART-\tO", "{token}\t{tag}\n", biluo),
    cannot_carry=CANNOT_CARRY,
    purpose=Wording("two columns, tags B-, I-, L- and U-", "deux colonnes, étiquettes B-, I-, L- et U-"),
)
