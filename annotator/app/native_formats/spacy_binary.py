"""spaCy's own training files (``.spacy``): entities, or a group of spans where there are none."""

from __future__ import annotations

from annotator.core.annotation import Status
from annotator.core.wording import Wording
from annotator.formats.detokenizing import put_together
from annotator.formats.records import Problem, Reading, Record
from annotator.formats.registry import Format
from annotator.formats.source import SourceFile
from annotator.formats.tally import Tally
from annotator.nlp.docbin_reading import Document, UnreadableError, documents

_USUAL_GROUP = "sc"  # spaCy's own default
_UNKNOWN = Wording(
    "articles in which the file leaves open whether tokens are in an entity: {0}; they came in as in progress.",
    "articles où le fichier laisse ouvert si des mots sont annotés : {0} ; ils sont importés comme en cours.",
)
_BLANKS = Wording(
    "articles of which the file holds tokens and not the blanks between them: {0}; their text was put together as it "
    "would be printed.",
    "articles dont le fichier contient les mots et non les blancs entre eux : {0} ; leur texte a été recomposé comme "
    "il serait imprimé.",
)
_TAKEN = Wording(
    "articles without entities whose spans are those of their only or usual group: {0}.",
    "articles sans entités dont les annotations sont celles de leur seul groupe ou du groupe habituel : {0}.",
)
_OTHERS = Wording(
    "spans in groups besides those that were taken, left out: {0}.",
    "annotations dans d'autres groupes que celui qui a été pris, laissées de côté : {0}.",
)
_CUSTOM = Wording(
    "articles with attributes that somebody made up (Doc._): {0}; the attributes were left out.",
    "articles avec des attributs ajoutés par quelqu'un (Doc._) : {0} ; ces attributs ont été laissés de côté.",
)
_CATS = Wording(
    "articles with categories of the whole text: {0}; they are in the metadata (“cats”).",
    "articles avec des catégories du texte entier : {0} ; elles sont dans les métadonnées (« cats »).",
)
_LINKS = Wording(
    "links of spans to a knowledge base left out: {0}.",
    "liens d'annotations vers une base de connaissances laissés de côté : {0}.",
)


def read(file: SourceFile) -> Reading:
    """Yield the articles of a file one after the other, and what of them was left out at its end."""
    tally = Tally(file)
    number = 0
    try:
        for number, document in enumerate(documents(file.path), start=1):
            where = f"{file.at()}#{number}"
            if isinstance(document, UnreadableError):
                yield Problem(
                    where,
                    Wording(
                        f"spaCy cannot read this text ({document}); it was left out.",
                        f"spaCy ne peut pas lire ce texte ({document}) ; il a été laissé de côté.",
                    ),
                )
            else:
                yield _record(document, where, tally)
    except UnreadableError as error:
        yield Problem(
            file.at(),
            Wording(
                f"spaCy cannot read this file, or not on from here (after {number} articles; {error}); what comes "
                "after was left out. Export it again.",
                f"spaCy ne peut pas lire ce fichier, ou pas au-delà d'ici (après {number} articles) ; la suite a été "
                "laissée de côté. Exportez-le de nouveau.",
            ),
        )
        return
    yield from tally.notes()
    if not number:
        yield Problem(file.at(), Wording("there is no text in it.", "il ne contient aucun texte."))


def _record(document: Document, where: str, tally: Tally) -> Record:
    spans = document.entities
    others = dict(document.groups)
    if not spans:
        filled = [name for name, group in others.items() if group]
        name = filled[0] if len(filled) == 1 else _USUAL_GROUP
        spans = others.pop(name, ())
        tally.add(_TAKEN, where, int(bool(spans)))
    known = set(spans)
    tally.add(_OTHERS, where, sum(span not in known for group in others.values() for span in group))
    tally.add(_LINKS, where, document.links)
    tally.add(_CUSTOM, where, int(document.custom))
    tally.add(_CATS, where, int(bool(document.cats)))
    tally.add(_UNKNOWN, where, int(bool(document.unknown)))
    text = document.text
    if document.guessed_blanks:
        text, spans = _put_together(document, spans)
        tally.add(_BLANKS, where)
    return Record(
        text,
        where,
        meta={"cats": dict(document.cats)} if document.cats else {},
        spans=spans,
        status=Status.IN_PROGRESS if document.unknown else None,
    )


def _put_together(
    document: Document, spans: tuple[tuple[int, int, str], ...]
) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """Return the text of tokens as it would be printed, and the spans in it."""
    made = put_together(document.words)
    if not made.text:
        return document.text, spans
    starts, ends, at = {}, {}, 0
    for word, (start, end) in zip(document.words, made.places, strict=True):
        at = document.text.index(word, at)
        starts[at] = start
        at += len(word)
        ends[at] = end
    return made.text, tuple((starts[start], ends[end], label) for start, end, label in spans)


FORMAT = Format("spacy-binary", Wording("spaCy (.spacy)", "spaCy (.spacy)"), (".spacy",), read)
