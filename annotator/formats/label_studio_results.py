"""Results of Label Studio, the items of one annotation or prediction, as spans of a text.

Since 2021 Label Studio counts places in code points; earlier versions counted UTF-16 units. What stands under ``text``
of each result tells which; without it they are code points. Line breaks stand there as a backslash and ``n``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from annotator.core.wording import Wording
from annotator.formats.json_fields import RawSpan, require_encodable
from annotator.formats.tally import Tally
from annotator.formats.utf16 import Utf16, is_astral

SPAN_TYPES = ("labels", "hypertextlabels")

_MORE_LABELS = Wording(
    "further labels of spans that have several left out: {0}. The first one of each was taken.",
    "autres étiquettes d'annotations qui en ont plusieurs laissées de côté : {0}. La première a été prise.",
)
_NO_LABEL = Wording("spans without a label left out: {0}.", "annotations sans étiquette laissées de côté : {0}.")
_NO_PLACE = Wording(
    "spans left out because their place in the text is not said in characters, as in HTML or dialogues: {0}.",
    "annotations laissées de côté parce que leur position n'est pas donnée en caractères, comme en HTML ou dans les "
    "dialogues : {0}.",
)
_OTHER_WORDS = Wording(
    "spans whose words in the file are not those at their place: {0}. Look at them.",
    "annotations dont les mots dans le fichier ne sont pas ceux de leur position : {0}. Vérifiez-les.",
)
_OTHER_TEXT = Wording(
    "spans left out because they refer to another text of the task: {0}.",
    "annotations laissées de côté parce qu'elles portent sur un autre texte de la tâche : {0}.",
)
_UNITS = Wording(
    "articles whose places behind emoji were taken as UTF-16 units, as old versions of Label Studio count: {0}.",
    "articles dont les positions derrière des émojis ont été prises en unités UTF-16, comme les comptent d'anciennes "
    "versions de Label Studio : {0}.",
)


@dataclass(slots=True)
class Drawn:
    """The spans of one annotation.

    Attributes:
        spans: as they stand in the file, in code points.
        remarks: what was noted on spans, by their index.
    """

    spans: list[RawSpan] = field(default_factory=list)
    remarks: dict[int, str] = field(default_factory=dict)


def drawn_in(results: Any, text: str, objects: Iterable[str] | None, where: str, tally: Tally) -> Drawn:
    """Return the spans of an annotation; what is none is counted.

    Args:
        results: the items under ``result``.
        text: the text of the article.
        objects: names of the objects that show it; None where that is not known.
        where: where the task stands.
        tally: counts what is left out.
    """
    items = []
    known = None if objects is None else frozenset(objects)
    for item in results if isinstance(results, list) else ():
        value = item.get("value") if isinstance(item, dict) else None
        kind = item.get("type") if isinstance(item, dict) else None
        if kind not in SPAN_TYPES or not isinstance(value, dict):
            tally.add(_no_span(kind), where)
        elif known is not None and str(item.get("to_name")) not in known:
            tally.add(_OTHER_TEXT, where)
        elif (span := _span(value, kind, where, tally)) is not None:
            said = value["text"] if isinstance(value.get("text"), str) else None
            items.append(_Item(span, said, _remark(item), in_html=kind == "hypertextlabels"))
    if _in_units(items, text):
        places = Utf16(text)
        items = [replace(item, span=places.spans([item.span])[0]) for item in items]
        tally.add(_UNITS, where)
    drawn = Drawn()
    for item in items:
        differs = item.differs(item.span, text)
        if item.in_html and (differs or (item.said is None and "<" in text)):
            tally.add(_NO_PLACE, where)  # counted in what the browser shows, not in what the task holds
            continue
        tally.add(_OTHER_WORDS, where, differs)
        if item.remark:
            drawn.remarks[len(drawn.spans)] = item.remark
        drawn.spans.append(item.span)
    return drawn


@dataclass(frozen=True, slots=True)
class _Item:
    """A span as it stands in the file, with the words it should hold and what was noted on it."""

    span: RawSpan
    said: str | None
    remark: str | None
    in_html: bool

    def differs(self, span: RawSpan, text: str) -> bool:
        start, end, _ = span
        return self.said is not None and not (0 <= start <= end and _plain(text[start:end]) == _plain(self.said))


def _remark(item: Mapping[str, Any]) -> str | None:
    noted = item.get("meta")
    remark = noted.get("text") if isinstance(noted, dict) else None
    if isinstance(remark, list):
        remark = "\n".join(each for each in remark if isinstance(each, str))
    if not isinstance(remark, str):
        return None
    require_encodable(remark, "meta.text")
    return remark


def _span(value: Mapping[str, Any], kind: str, where: str, tally: Tally) -> RawSpan | None:
    labels = value.get(kind)
    if not isinstance(labels, list) or not labels or not isinstance(labels[0], str):
        tally.add(_NO_LABEL, where)
        return None
    place = value.get("globalOffsets") if isinstance(value.get("globalOffsets"), dict) else value
    start, end = place.get("start"), place.get("end")  # type: ignore[union-attr]
    if type(start) is not int or type(end) is not int:
        tally.add(_NO_PLACE, where)
        return None
    require_encodable(labels[0], "labels")
    tally.add(_MORE_LABELS, where, len(labels) - 1)
    return start, end, labels[0]


def _in_units(items: list[_Item], text: str) -> bool:
    """Tell whether places are counted in UTF-16 units and that makes a difference."""
    if not items or not is_astral(text):
        return False
    spans = [item.span for item in items]
    places = Utf16(text)
    in_units = places.spans(spans)
    if list(in_units) == spans:
        return False
    wrong = sum(item.differs(item.span, text) for item in items)
    wrong_in_units = sum(item.differs(span, text) for item, span in zip(items, in_units, strict=True))
    if wrong != wrong_in_units:
        return wrong_in_units < wrong
    return all(item.said is None for item in items) and places.likely(spans, by_default=False)


def _plain(words: str) -> str:
    return "".join(words.replace("\\n", "\n").split())


def _no_span(kind: Any) -> Wording:
    name = kind[:40] if isinstance(kind, str) else "?"
    return Wording(
        f"results of type “{name}” left out, as they are no spans: {{0}}.",
        f"résultats de type « {name} » laissés de côté, n'étant pas des annotations de passages : {{0}}.",
    )


def items_of(text: str, spans: Iterable[RawSpan], remarks: Mapping[int, str]) -> list[dict[str, Any]]:
    """Return spans as results; places are code points."""
    return [
        {
            "id": f"span{number}",
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "origin": "manual",
            "value": {"start": start, "end": end, "text": text[start:end], "labels": [label]},
        }
        | ({"meta": {"text": [remarks[number]]}} if number in remarks else {})
        for number, (start, end, label) in enumerate(spans)
    ]


def likely_key(data: Mapping[str, Any], results: Iterable[Any]) -> str | None:
    """Return the field of a task's data that most likely is the text, where no configuration says so.

    That is the one that is called as the object the results refer to, or ``text``, or in which the most of their words
    stand at their places, or the longest string.
    """
    strings = {name: value for name, value in data.items() if isinstance(value, str)}
    if len(strings) < 2:
        return next(iter(strings), None)
    right: Counter[str] = Counter()
    for item in results:
        value = item.get("value") if isinstance(item, dict) else None
        if not isinstance(value, dict):
            continue
        start, end, said = value.get("start"), value.get("end"), value.get("text")
        if type(start) is int and type(end) is int and isinstance(said, str):
            right.update(name for name, text in strings.items() if _plain(text[start:end]) == _plain(said))
        if (shown := str(item.get("to_name"))) in strings:
            right[shown] += 1
    if right:
        return right.most_common(1)[0][0]
    return "text" if "text" in strings else max(strings, key=lambda name: len(strings[name]))
