"""NER Annotator (tecoholic): one JSON document with its classes and ``[text, {"entities": [[start, end, label], …]}]``.

It counts places in UTF-16 units, as the browser does, and does not say so; files made by programs for it often count
code points. The two differ behind emoji only, where the way is taken by which spans begin and end at words. What we
write counts as the tool does and says so (``"offsets": "utf-16"``), in a member that the tool passes over. Articles
that were skipped are ``null``: their text is not in the file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from annotator.core.wording import Wording
from annotator.formats.json_fields import RawSpan, require_encodable, whole_number, wrong
from annotator.formats.json_text import BadJsonError, read_members
from annotator.formats.records import Outgoing, Problem, Reading, Record, Trait, WriteOptions
from annotator.formats.registry import Format, Likeness
from annotator.formats.source import EMPTY, Head, SourceFile
from annotator.formats.tally import Tally
from annotator.formats.utf16 import Utf16, is_astral

_PATH = "annotations.item"
_SAID = re.compile(r'\A\ufeff?\s*\{\s*"offsets"\s*:\s*"utf-16"')

_SKIPPED = Wording(
    "articles skipped in NER Annotator: {0}. Their text is not in the file.",
    "articles passés dans NER Annotator : {0}. Leur texte n'est pas dans le fichier.",
)
_IN_UNITS = Wording(
    "articles with emoji whose places were taken as UTF-16 units, as NER Annotator counts: {0}. Look at their spans.",
    "articles avec émojis dont les positions ont été prises en unités UTF-16, comme NER Annotator les compte : {0}. "
    "Vérifiez leurs annotations.",
)
_IN_POINTS = Wording(
    "articles with emoji whose places were taken as characters, as their spans then begin and end at words: {0}. Look "
    "at their spans.",
    "articles avec émojis dont les positions ont été prises en caractères, leurs annotations commençant et finissant "
    "alors aux mots : {0}. Vérifiez leurs annotations.",
)
_MORE = Wording(
    "spans of which more was noted than place and label: {0}. The rest was left out.",
    "annotations sur lesquelles plus que la position et l'étiquette était noté : {0}. Le reste a été laissé de côté.",
)
_NOTHING = Wording(
    "the document holds no articles under “annotations”.", "le document ne contient aucun article sous « annotations »."
)


def read(file: SourceFile) -> Reading:
    """Yield the articles of a file one after the other, and what of them was left out at its end."""
    head = Head(file.path)
    if not head.data.strip():
        yield Problem(file.at(), EMPTY)
        return
    tally = Tally(file)
    counted_so = _SAID.match(head.text) is not None
    number = 0
    try:
        for number, entry in read_members(file, _PATH):
            where = f"{file.at()}#{number}"
            if entry is None:
                tally.add(_SKIPPED, where)
                continue
            try:
                if isinstance(entry, BadJsonError):
                    raise entry
                yield _record(entry, where, tally, counted_so=counted_so)
            except BadJsonError as error:
                yield Problem(where, error.wording)
    except BadJsonError as error:
        yield Problem(file.at(), error.wording)
    else:
        if not number:
            yield Problem(file.at(), _NOTHING)
    yield from tally.notes()


def _record(entry: Any, where: str, tally: Tally, *, counted_so: bool) -> Record:
    if isinstance(entry, dict):
        text, given = entry.get("text"), entry
    elif isinstance(entry, list) and len(entry) == 2 and isinstance(entry[1], dict):
        text, given = entry
    else:
        raise wrong("annotations", entry, Wording("[text, {“entities”: […]}]", "[texte, {« entities » : […]}]"))
    if not isinstance(text, str):
        raise wrong("text", text, Wording("a string", "une chaîne"))
    entities = given.get("entities")
    if entities is None:
        entities = []
    if not isinstance(entities, list):
        raise wrong("entities", entities, Wording("a list", "une liste"))
    spans = tuple(_spans(entities, where, tally))
    if spans and is_astral(text):
        places = Utf16(text)
        counted = places.spans(spans)
        if counted != spans:
            in_units = counted_so or places.likely(spans)
            if not counted_so:
                tally.add(_IN_UNITS if in_units else _IN_POINTS, where)
            spans = counted if in_units else spans
    return Record(text, where, spans=spans)


def _spans(entities: list[Any], where: str, tally: Tally) -> Iterator[RawSpan]:
    for index, entity in enumerate(entities):
        name = f"entities[{index}]"
        if not isinstance(entity, list) or len(entity) < 3:
            raise wrong(name, entity, Wording("[start, end, label]", "[début, fin, étiquette]"))
        start, end, label = entity[:3]
        if not isinstance(label, str):
            raise wrong(f"{name}[2]", label, Wording("a string", "une chaîne"))
        require_encodable(label, name)
        tally.add(_MORE, where, len(entity) > 3)
        yield whole_number(start, f"{name}[0]"), whole_number(end, f"{name}[1]"), label


def _count(file: SourceFile) -> int:
    """Return about how many articles there are, without reading JSON: each has its spans under one name."""
    name, overlap, count = b'"entities"', b"", 0
    with file.path.open("rb") as opened:
        while chunk := opened.read(2**20):
            count += (overlap + chunk).count(name)
            overlap = chunk[1 - len(name) :]
    return count or 1


def _write(outgoing: Iterable[Outgoing], path: Path, options: WriteOptions) -> None:
    classes = json.dumps([label.id for label in options.labels], ensure_ascii=False)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(f'{{"offsets": "utf-16", "classes": {classes}, "annotations": [')
        before = "\n"
        for each in outgoing:
            text = each.record.text
            entities = [list(span) for span in Utf16(text).units(each.record.spans)]
            file.write(before + json.dumps([text, {"entities": entities}], ensure_ascii=False))
            before = ",\n"
        file.write("\n]}\n")


def _likeness(head: Head) -> Likeness:
    if head.suffix not in (".json", ".txt"):
        return Likeness.NO
    paths = head.json_paths
    in_pairs = "annotations.item.item.entities" in paths
    in_objects = {"classes", "annotations.item.entities", "annotations.item.text"} <= paths
    # The first articles may all have been skipped, or the text of the first may fill what was looked at.
    bare = "classes" in paths and "annotations.item" in paths and "annotations.item.id" not in paths
    return Likeness.SIGNED if in_pairs or in_objects else Likeness.CONTENT if bare else Likeness.NO


FORMAT = Format(
    "ner-annotator",
    Wording("NER Annotator (JSON)", "NER Annotator (JSON)"),
    (".json",),
    read,
    _count,
    _likeness,
    write=_write,
    cannot_carry=frozenset(Trait) - {Trait.WHITE_SPACE},
    purpose=Wording(
        "for NER Annotator, and for scripts that train spaCy from its files",
        "pour NER Annotator, et les scripts qui entraînent spaCy à partir de ses fichiers",
    ),
)
