"""CoNLL-2003: token, part of speech, chunk and tag between blanks; reads its relatives too.

The two columns in between hold placeholders, which ``spacy convert``, ``datasets`` and the scripts around ``seqeval``
take. See `annotator.formats.tagged_tokens` for what is read.
"""

from __future__ import annotations

from annotator.core.wording import Wording
from annotator.formats import biluo, iob2
from annotator.formats.registry import Format
from annotator.formats.tag_schemes import iob2 as tags_of
from annotator.formats.tagged_tokens import count, read
from annotator.formats.tagged_writing import CANNOT_CARRY, likeness_elsewhere, writer

_SUFFIXES = (".conll", ".conll03", ".conll2003", ".conll02", ".conll2002", ".ner")

FORMAT = Format(
    "conll2003",
    Wording("CoNLL-2003", "CoNLL-2003"),
    _SUFFIXES,
    read,
    count,
    lambda head: likeness_elsewhere(head, _SUFFIXES, (*iob2.SUFFIXES, *biluo.SUFFIXES)),
    write=writer("-DOCSTART- -X- O O", "{token} -X- _ {tag}\n", tags_of, tabs=False),
    cannot_carry=CANNOT_CARRY,
    purpose=Wording(
        "four columns, tags in IOB2, as most tools for tagged tokens and spacy convert read them",
        "quatre colonnes, étiquettes IOB2, comme les lisent la plupart des outils et spacy convert",
    ),
)
