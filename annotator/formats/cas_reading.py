"""The article in a UIMA CAS that is open: its text, its title, the spans of one layer, and what stays behind, counted.

INCEpTION and WebAnno keep names in the layer NamedEntity of DKPro Core and all that people thought up in layers of
``webanno.custom``; the label is the value of a feature of the layer.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from annotator.core.annotation import Status
from annotator.core.wording import Wording
from annotator.formats.cas_survey import BadCasError
from annotator.formats.records import Note, Reading, Record
from annotator.formats.source import SourceFile

if TYPE_CHECKING:
    from cassis import Cas
    from cassis.typesystem import Annotation, FeatureStructure

DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
NAMED_ENTITY = f"{DKPRO}ner.type.NamedEntity"
META_DATA = f"{DKPRO}metadata.type.DocumentMetaData"
STRING_FIELD = f"{DKPRO}metadata.type.MetaDataStringField"
TOKEN, SENTENCE = f"{DKPRO}segmentation.type.Token", f"{DKPRO}segmentation.type.Sentence"
OURS = "annotator:"
"""Begins the keys of metadata fields that our own writer made."""

_NAMES = f"{DKPRO}ner.type."
_CUSTOM = "webanno.custom."
# What every file holds and nobody misses.
_SCAFFOLD = frozenset(
    (TOKEN, SENTENCE, META_DATA, STRING_FIELD, "uima.tcas.DocumentAnnotation", f"{DKPRO}segmentation.type.TokenForm")
)
_SCAFFOLDS = (
    "uima.cas.",
    "org.dkpro.core.api.xml.type.",
    "de.tudarmstadt.ukp.clarin.webanno.api.type.",
    "de.tudarmstadt.ukp.inception.",
    f"{DKPRO}metadata.type.Tag",
)
_LABEL_FEATURES = ("value", "label")
_NOBODY = frozenset(("INITIAL_CAS", "initial_cas"))
_MOST_NAMED = 8
_FIRST_VIEW = "_InitialView"


@dataclass(slots=True)
class _Layer:
    """Annotations that may be the spans of an article.

    Attributes:
        name: of the type, or of the package for types whose names are the labels.
        found: what it holds.
        feature: which feature holds the label; None where the name of the type does.
    """

    name: str
    found: list[Annotation] = field(default_factory=list)
    feature: str | None = None

    @property
    def title(self) -> str:
        """How it is named to people."""
        return self.name if self.feature is None and self.name != NAMED_ENTITY else _short(self.name)

    def label(self, annotation: Annotation) -> str | None:
        """Return the label of an annotation, or None where it has none."""
        if self.feature is None:
            return _short(annotation.type.name)
        value = _value(annotation, self.feature)
        return value if isinstance(value, str) and value.strip() else None


def read_cas(cas: Cas, file: SourceFile, misplaced: frozenset[int]) -> Reading:
    """Yield the article of a CAS, and notes on what it holds besides.

    Args:
        cas: read by the library, places in code points.
        file: where it came from; folders of INCEpTION's exports say whose annotations it holds.
        misplaced: ids of what has no sound place.

    Raises:
        BadCasError: it holds no text.
    """
    view = _view(cas)
    text = view.sofa.sofaString
    structures = [each for each in view.get_all_fs() if each.xmiID not in misplaced]
    fields = _metadata(structures)
    layers, left = _layers(structures)
    spans: list[tuple[int, int, str]] = []
    notes: list[Wording] = []
    if layers:
        taken = layers[0]
        without = 0
        for each in taken.found:
            label = taken.label(each)
            without += label is None
            spans.append((each.begin, each.end, label or _short(each.type.name)))
        spans.sort(key=lambda span: span[:2])
        if without:
            notes.append(_unlabelled(without, taken))
        left.update({layer.title: len(layer.found) for layer in layers[1:]})
        notes.extend(_other_features(taken))
    if left:
        notes.append(_left_out(left))
    if misplaced:
        notes.append(_misplaced(len(misplaced)))
    others = sorted(each.sofa.sofaID for each in cas.views if each is not view and each.sofa.sofaString)
    if others:
        notes.append(_views(view.sofa.sofaID, others))
    yield from (Note(file.at(), wording) for wording in notes)
    yield _record(text, tuple(spans), fields, file)


def _view(cas: Cas) -> Any:
    views = sorted(cas.views, key=lambda each: each.sofa.sofaID != _FIRST_VIEW)
    for view in views:
        if view.sofa.sofaString:
            return view
    raise BadCasError(_NO_TEXT)


def _metadata(structures: list[FeatureStructure]) -> dict[str, str]:
    """Return what the file says of its document: features of its metadata, and free fields under their keys."""
    fields: dict[str, str] = {}
    for each in structures:
        names = ("documentTitle", "documentId", "collectionId", "documentUri", "language")
        if each.type.name == STRING_FIELD:
            key, value = _value(each, "key"), _value(each, "value")
            if isinstance(key, str) and isinstance(value, str):
                fields[key] = value
        elif each.type.name == META_DATA:
            fields.update({name: value for name in names if isinstance(value := _value(each, name), str) and value})
        elif each.type.name.endswith(".CASMetadata") and isinstance(user := _value(each, "username"), str):
            fields["username"] = user
    return fields


def _layers(structures: list[FeatureStructure]) -> tuple[list[_Layer], Counter[str]]:
    """Return the layers that may hold the spans, the likeliest first, and how much else there is by name."""
    from cassis.typesystem import is_annotation

    found: dict[str, _Layer] = {}
    left: Counter[str] = Counter()
    by_type: dict[str, list[FeatureStructure]] = {}
    for each in structures:
        by_type.setdefault(each.type.name, []).append(each)
    for name, members in by_type.items():
        if name in _SCAFFOLD or name.startswith(_SCAFFOLDS):
            continue
        features = {feature.name for feature in members[0].type.all_features}
        relation = {"Governor", "Dependent"} <= features or "next" in features or "first" in features
        placed = [each for each in members if is_annotation(each) and each.begin is not None and each.end is not None]
        foreign = not name.startswith((DKPRO, "uima."))
        if relation or not placed or not (foreign or name.startswith(_NAMES)):
            left[_short(name)] += len(members)
            continue
        feature = _label_feature(placed)
        package = name.rpartition(".")[0]
        key = NAMED_ENTITY if name.startswith(_NAMES) else name if feature is not None else package
        layer = found.setdefault(key, _Layer(key, feature=feature))
        layer.feature = layer.feature or feature
        layer.found.extend(placed)
    return sorted(found.values(), key=_likelihood), left


def _likelihood(layer: _Layer) -> tuple[bool, bool, bool, int, str]:
    return (
        layer.name != NAMED_ENTITY,
        layer.feature is None,
        not layer.name.startswith(_CUSTOM),
        -len(layer.found),
        layer.name,
    )


def _label_feature(members: list[Annotation]) -> str | None:
    """Return the feature that holds labels: one that is called so, else the one most often filled."""
    filled = Counter(
        feature.name
        for each in members
        for feature in each.type.all_features
        if feature.rangeType.name == "uima.cas.String"
        and isinstance(value := _value(each, feature.name), str)
        and value.strip()
        and not value.strip().lstrip("-").replace(".", "").isdigit()  # a reference or a number, where no type says
        and value not in ("true", "false")
    )
    named = [name for name in _LABEL_FEATURES if filled[name]]
    free = [name for name, _ in filled.most_common() if name not in ("identifier", "id")]
    return next(iter(named + free), "value" if members[0].type.name == NAMED_ENTITY else None)


def _value(structure: FeatureStructure, feature: str) -> Any:
    return getattr(structure, feature, None)


def _other_features(layer: _Layer) -> Iterator[Wording]:
    """Yield what is to be said of features that hold something and have no place in a span."""
    counts: Counter[str] = Counter()
    for each in layer.found:
        for feature in each.type.all_features:
            if feature.name in ("sofa", "begin", "end", layer.feature):
                continue
            if _value(each, feature.name) not in (None, "", False):
                counts[feature.name] += 1
    if counts:
        en, fr = _listed(counts)
        yield Wording(
            f"features of {layer.title} left out, with how often they were filled: {en}.",
            f"traits de {layer.title} laissés de côté, avec le nombre de fois où ils étaient remplis : {fr}.",
        )


def _record(text: str, spans: tuple[tuple[int, int, str], ...], fields: dict[str, str], file: SourceFile) -> Record:
    if f"{OURS}project" in fields:
        return _own_record(text, spans, fields, file)
    annotator, person = _annotator(fields, file)
    id = fields.get("documentId")
    title = fields.get("documentTitle") or (id if not person else None)
    meta: dict[str, Any] = {}
    if id and not person and id != title:
        meta["documentId"] = id
    for name in ("collectionId", "documentUri"):
        if name in fields and not fields[name].startswith("file:"):  # a path on the machine of the tool
            meta[name] = fields[name]
    if fields.get("language", "x-unspecified") != "x-unspecified":
        meta["language"] = fields["language"]
    known = ("documentTitle", "documentId", "collectionId", "documentUri", "language", "username")
    meta.update({key: value for key, value in fields.items() if key not in known and key not in meta})
    return Record(text, file.at(), title=title, meta=meta, spans=spans, annotator=annotator)


def _own_record(text: str, spans: tuple[tuple[int, int, str], ...], fields: dict[str, str], file: SourceFile) -> Record:
    """Return what our own writer wrote."""

    def stored(name: str) -> Any:
        try:
            return json.loads(fields.get(OURS + name, "null"))
        except (ValueError, RecursionError):
            return None

    def text_of(name: str) -> str | None:
        value = stored(name)
        return value if isinstance(value, str) else None

    meta, remarks, status = stored("meta"), stored("remarks"), text_of("status")
    return Record(
        text,
        file.at(),
        title=fields.get("documentTitle"),
        source=text_of("source"),
        date=text_of("date"),
        meta=meta if isinstance(meta, dict) else {},
        spans=spans,
        annotator=text_of("annotator"),
        status=Status(status) if status in {each.value for each in Status} else None,
        model=text_of("model"),
        remarks={int(key): value for key, value in remarks.items() if key.isdigit() and isinstance(value, str)}
        if isinstance(remarks, dict)
        else {},
    )


def _annotator(fields: dict[str, str], file: SourceFile) -> tuple[str | None, bool]:
    """Return whose annotations a file holds, and whether the id of its document is the name of that person.

    INCEpTION exports ``annotation/doc.txt/ana.xmi``, in older versions with an archive in between, and writes the name
    of the annotator where the id of the document should be.
    """
    path = PurePosixPath(file.name.replace("\\", "/"))
    id = fields.get("documentId")
    folders = [part for part in path.parent.parts if not part.endswith(".zip")]
    exported = len(folders) >= 2 and folders[-2] in ("annotation", "curation")
    uri = fields.get("documentUri", "")
    person = id is not None and (uri.endswith(f"/source/{id}") or (exported and id == path.stem))
    name = fields.get("username") or (path.stem if exported else id if person else None)
    return (None if name in _NOBODY else name), person


def _short(name: str) -> str:
    return name.rpartition(".")[2]


def _listed(counts: Counter[str]) -> tuple[str, str]:
    most = counts.most_common(_MOST_NAMED)
    named = ", ".join(f"{name} ({count})" for name, count in most)
    rest = len(counts) - len(most)
    return (f"{named} and {rest} more", f"{named} et {rest} autres") if rest else (named, named)


def _left_out(counts: Counter[str]) -> Wording:
    en, fr = _listed(counts)
    return Wording(
        f"other layers and relations left out, with how much they hold: {en}.",
        f"autres couches et relations laissées de côté, avec ce qu'elles contiennent : {fr}.",
    )


def _unlabelled(count: int, layer: _Layer) -> Wording:
    name = layer.title
    return Wording(
        f"{count} spans of {name} have no “{layer.feature}”; “{name}” was taken for their label.",
        f"{count} annotations de {name} n'ont pas de « {layer.feature} » ; « {name} » leur a servi d'étiquette.",
    )


def _misplaced(count: int) -> Wording:
    return Wording(
        f"{count} annotations lie outside the text or within a character and were left out.",
        f"{count} annotations sont hors du texte ou dans un caractère ; elles ont été laissées de côté.",
    )


def _views(taken: str, others: list[str]) -> Wording:
    names = ", ".join(others[:_MOST_NAMED])
    return Wording(
        f"the file holds several texts; {taken} was taken, not {names}.",
        f"le fichier contient plusieurs textes ; {taken} a été pris, et non {names}.",
    )


_NO_TEXT = Wording(
    "the CAS holds no text; what it refers to elsewhere is not fetched.",
    "le CAS ne contient pas de texte ; ce à quoi il renvoie ailleurs n'est pas cherché.",
)
