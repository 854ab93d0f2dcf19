"""Label Studio: tasks with annotations and predictions as JSON, its smaller export «JSON-MIN», and its configuration.

Each annotation and each prediction of a task is a record with the same text. A submitted annotation is finished, a
cancelled one is set aside. Which field of the data is the text says the labelling configuration beside the file, else
the results. For places see `annotator.formats.label_studio_results`.

What is written is a folder with the tasks and their configuration. Title, source, date, annotator and status stand in
the data, where Label Studio shows and filters by them; the metadata in ``meta``. An annotator's name cannot stand in
``completed_by``: Label Studio takes only accounts of its own there. The work of several on one article is one task with
an annotation of each; ``annotators`` and ``statuses`` in the data say in the same order whose they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotator.core.annotation import Status
from annotator.core.wording import Wording
from annotator.formats.json_fields import is_iso, keep_in, meta_in, require_encodable, wrong
from annotator.formats.json_text import BadJsonError, read_lines, read_members
from annotator.formats.label_studio_config import NAME, config_beside, is_config, write_config
from annotator.formats.label_studio_results import drawn_in, items_of, likely_key
from annotator.formats.records import Outgoing, Problem, Reading, Record, WriteOptions
from annotator.formats.registry import Format, Likeness
from annotator.formats.source import EMPTY, Head, SourceFile
from annotator.formats.tally import Tally

TASKS = "tasks.json"
_STATUSES = frozenset(status.value for status in Status)
_MIN_ONLY = frozenset(
    {"id", "annotator", "annotation_id", "created_at", "updated_at", "lead_time", "agreement", "was_cancelled"}
)
_ADDRESS = re.compile(r"(https?|s3|gs|azure-blob)://\S+|/data/\S+")
_MIN_LABELS = re.compile(r"(item\.)?[^.]+\.item\.(labels|hypertextlabels)(\.item)?")

_DRAFTS = Wording(
    "drafts of annotations left out, as nobody submitted them: {0}.",
    "brouillons d'annotations laissés de côté, personne ne les ayant validés : {0}.",
)
_GUESSED = Wording(
    "articles whose text was found among several fields, without a labelling configuration (.xml) beside: {0}.",
    "articles dont le texte a été trouvé parmi plusieurs champs, sans configuration d'étiquetage (.xml) à côté du "
    "fichier : {0}.",
)


def read(file: SourceFile) -> Reading:
    """Yield the articles of a file one after the other, and what of them was left out at its end."""
    head = Head(file.path)
    if not head.data.strip():
        yield Problem(file.at(), EMPTY)
        return
    tasks = Tasks(file)
    if len(head.objects) > 1 and not head.text.lstrip("\ufeff \t\r\n").startswith("["):
        yield from read_lines(file, tasks.task)
    else:
        yield from _document(file, head, tasks.task)
    yield from tasks.tally.notes()


def _document(
    file: SourceFile, head: Head, read_task: Callable[[dict[str, Any], str], Iterator[Record | Problem]]
) -> Reading:
    path = "item" if head.text.lstrip("\ufeff \t\r\n").startswith("[") else ""
    try:
        for number, task in read_members(file, path):
            where = f"{file.at()}#{number}" if path else file.at()
            try:
                if isinstance(task, BadJsonError):
                    raise task
                if not isinstance(task, dict):
                    raise wrong("task", task, Wording("an object", "un objet"))
                yield from read_task(task, where)
            except BadJsonError as error:
                yield Problem(where, error.wording)
    except BadJsonError as error:
        yield Problem(file.at(), error.wording)


class Tasks:
    """Reads the tasks of one file.

    Attributes:
        tally: what was left out so far.
    """

    def __init__(self, file: SourceFile) -> None:
        self.tally = Tally(file)
        self._config = config_beside(file.path)
        self._column = file.options.columns.get("text")

    def task(self, task: dict[str, Any], where: str) -> Iterator[Record]:
        """Yield a record for each annotation and prediction of a task, or one without spans where it has none."""
        if "result" in task and isinstance(task.get("task"), dict):  # an annotation as storage gets it, its task inside
            task = task["task"] | {"annotations": [task]}
        if not isinstance(task.get("data"), dict):
            yield self._small(task, where)
            return
        data = task["data"]
        annotations = _list(task, "annotations") or _list(task, "completions")
        predictions = _list(task, "predictions")
        drafts = len(_list(task, "drafts")) + sum(bool(each.get("draft")) for each in annotations)
        self.tally.add(_DRAFTS, where, drafts)
        results = [item for each in (*annotations, *predictions) for item in _list(each, "result")]
        key, objects = self._key(data, results, where)
        text, known, others = _fields(data, key)
        meta = keep_in(meta_in(task), others)
        if "id" in task and not _is_ours(data):
            meta = keep_in(meta, {"id": task["id"]})
        for place, annotation in enumerate(annotations):
            whose = _whose(data, place)
            drawn = drawn_in(annotation.get("result"), text, objects, where, self.tally)
            more = {"ground_truth": True} if annotation.get("ground_truth") is True else {}
            yield Record(
                text,
                where,
                **known,
                meta=keep_in(dict(meta), more),
                spans=tuple(drawn.spans),
                remarks=drawn.remarks,
                annotator=_completed_by(annotation) or _string(whose, "annotator"),
                status=_status(annotation, whose),
            )
        for prediction in predictions:
            drawn = drawn_in(prediction.get("result"), text, objects, where, self.tally)
            score = prediction.get("score")
            yield Record(
                text,
                where,
                **known,
                meta=keep_in(dict(meta), {} if score is None else {"score": score}),
                spans=tuple(drawn.spans),
                remarks=drawn.remarks,
                model=_string(prediction, "model_version") or "Label Studio",
            )
        if not annotations and not predictions:
            yield Record(text, where, **known, meta=meta)

    def _small(self, task: Mapping[str, Any], where: str) -> Record:
        """Return the record of a task in the export JSON-MIN, whose results stand beside the data."""
        drawn_names = [name for name, value in task.items() if name in self._config.controls or _is_min_result(value)]
        results = [
            {"type": kind, "value": value}
            for name in drawn_names
            for value in (task[name] if isinstance(task[name], list) else ())
            if isinstance(value, dict)
            for kind in ("hypertextlabels" if "hypertextlabels" in value else "labels",)
        ]
        data = {name: value for name, value in task.items() if name not in _MIN_ONLY and name not in drawn_names}
        key, _ = self._key(data, results, where)
        text, known, others = _fields(data, key)
        drawn = drawn_in(results, text, None, where, self.tally)
        meta = keep_in({}, others | ({"id": task["id"]} if "id" in task else {}))
        annotator = _completed_by({"completed_by": task.get("annotator")})
        return Record(
            text,
            where,
            **known,
            meta=meta,
            spans=tuple(drawn.spans),
            remarks=drawn.remarks,
            annotator=annotator,
            status=Status.FINISHED if task.get("annotation_id") is not None or annotator else None,
        )

    def _key(self, data: Mapping[str, Any], results: list[Any], where: str) -> tuple[str, list[str] | None]:
        """Return the field of the data that is the text, and the objects that show it where that is known."""
        if self._column is not None:
            return self._column, None
        used = [item.get("to_name") for item in results if isinstance(item, dict)]
        shown = {name: key for name, key in self._config.keys.items() if isinstance(data.get(key), str)}
        if shown:
            key = shown[max(shown, key=used.count)]
            return key, [name for name in shown if shown[name] == key] if any(used) else None
        found = likely_key(data, results)
        if found is None:
            raise BadJsonError(
                "the data of the task holds no text; Label Studio shows something else here.",
                "les données de la tâche ne contiennent aucun texte ; Label Studio montre ici autre chose.",
            )
        if found != "text" and sum(isinstance(value, str) for value in data.values()) > 1:
            self.tally.add(_GUESSED, where)
        return found, None


def _fields(data: Mapping[str, Any], key: str) -> tuple[str, dict[str, Any], dict[str, Any]]:
    """Return the text of a task, its title, source and date, and the rest of its data."""
    text = data.get(key)
    if not isinstance(text, str):
        raise wrong(f"data.{key}", text, Wording("a string", "une chaîne"))
    if _ADDRESS.fullmatch(text) and not _is_ours(data):
        raise BadJsonError(
            f"the text is not in the file, only where it lies ({text[:80]}); nothing is fetched from elsewhere.",
            f"le texte n'est pas dans le fichier, seulement son adresse ({text[:80]}) ; rien n'est téléchargé.",
        )
    others = {name: value for name, value in data.items() if name != key}
    known = {}
    for name in ("title", "source"):
        if isinstance(others.get(name), str):
            known[name] = others.pop(name)
            require_encodable(known[name], name)
    if is_iso(others.get("date")):
        known["date"] = others.pop("date")
    if _is_ours(data):  # they were told where they belong
        for name in ("article", "annotator", "status", "annotators", "statuses"):
            others.pop(name, None)
    return text, known, others


def _is_ours(data: Mapping[str, Any]) -> bool:
    """Tell whether data are as written here; others too may call something an article."""
    return type(data.get("article")) is int and not data.keys().isdisjoint({"status", "statuses"})


def _completed_by(annotation: Mapping[str, Any]) -> str | None:
    by = annotation.get("completed_by")
    if isinstance(by, dict):
        by = next((by[name] for name in ("email", "username", "id") if by.get(name)), None)
    if by is None or isinstance(by, (bool, list, dict)):
        return None
    require_encodable(str(by), "completed_by")
    return str(by) or None


def _whose(data: Mapping[str, Any], place: int) -> Mapping[str, Any]:
    """Return annotator and status of the annotation at a place, as we write them into the data; nothing for others."""
    if not _is_ours(data):
        return {}
    if not isinstance(data.get("annotators"), list):
        return data
    found = {}
    for one, several in (("annotator", "annotators"), ("status", "statuses")):
        listed = data.get(several)
        found[one] = listed[place] if isinstance(listed, list) and place < len(listed) else None
    return found


def _status(annotation: Mapping[str, Any], whose: Mapping[str, Any]) -> Status | None:
    """Return the status an annotation has; what the data say of it counts only until somebody works on it again."""
    if annotation.get("completed_by") is None and "status" in whose:
        said = whose["status"]
        return Status(said) if isinstance(said, str) and said in _STATUSES else None
    cancelled = annotation.get("was_cancelled") is True or annotation.get("skipped") is True
    return Status.SET_ASIDE if cancelled else Status.FINISHED


def _string(fields: Mapping[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if not isinstance(value, str) or not value:
        return None
    require_encodable(value, name)
    return value


def _list(task: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    """Return a list of objects; in small exports its members may be numbers, which say nothing."""
    value = task.get(name)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _is_min_result(value: Any) -> bool:
    return isinstance(value, list) and any(
        isinstance(each, dict) and "start" in each and ("labels" in each or "hypertextlabels" in each) for each in value
    )


def _count(file: SourceFile) -> int:
    """Return about how many tasks there are, without reading JSON: each has its data under one name."""
    names, count, overlap = (b'"data"', b'"annotation_id"'), 0, b""
    with file.path.open("rb") as opened:
        while chunk := opened.read(2**20):
            count += max((overlap + chunk).count(name) for name in names)
            overlap = chunk[-5:]
    return count or 1


def _task_of(records: Sequence[Record], article: int, number: int, first: int) -> dict[str, Any]:
    """Return the task for the work of one or several on an article; their annotations are numbered from ``first``."""
    record = records[0]
    data: dict[str, Any] = {"text": record.text}
    for name in ("title", "source", "date"):
        if getattr(record, name) is not None:
            data[name] = getattr(record, name)
    statuses = [None if each.status is None else each.status.value for each in records]
    if len(records) > 1:
        data |= {"annotators": [each.annotator for each in records], "article": article, "statuses": statuses}
    else:
        named = {} if record.annotator is None else {"annotator": record.annotator}
        data |= named | {"article": article, "status": statuses[0]}
    annotations = [
        {
            "id": place,
            "was_cancelled": each.status is Status.SET_ASIDE,
            "ground_truth": False,
            "result": items_of(each.text, each.spans, each.remarks),
        }
        for place, each in enumerate(records, start=first)
    ]
    return {"id": number, "data": data, "meta": dict(record.meta), "annotations": annotations, "predictions": []}


def _by_article(outgoing: Iterable[Outgoing]) -> Iterator[tuple[int, list[Record]]]:
    """Yield each article with the work on it that comes one after the other and differs in nothing else."""
    before: Outgoing | None = None
    records: list[Record] = []
    for each in outgoing:
        if before is not None and (each.article != before.article or _bare(each.record) != _bare(before.record)):
            yield before.article, records
            records = []
        records.append(each.record)
        before = each
    if before is not None:
        yield before.article, records


def _bare(record: Record) -> Record:
    """Return an article without what somebody did on it."""
    return replace(record, where="", spans=(), annotator=None, status=None, remarks={})


def _write(outgoing: Iterable[Outgoing], path: Path, options: WriteOptions) -> None:
    path.mkdir()
    (path / NAME).write_text(write_config(options.labels), encoding="utf-8", newline="\n")
    with (path / TASKS).open("x", encoding="utf-8", newline="\n") as file:
        before, first = "[\n", 1
        for number, (article, records) in enumerate(_by_article(outgoing), start=1):
            task = _task_of(records, article, number, first)
            file.write(before + json.dumps(task, ensure_ascii=False))
            before, first = ",\n", first + len(records)
        file.write("\n]\n" if before == ",\n" else "[]\n")


def _likeness(head: Head) -> Likeness:
    if head.suffix not in (".json", ".jsonl", ".ndjson", ".txt", ""):
        return Likeness.NO
    paths = {path.removeprefix("item.") for path in head.json_paths}
    if "data" in paths and not paths.isdisjoint({"annotations", "predictions", "completions", "total_annotations"}):
        return Likeness.SIGNED
    if {"result", "task.data"} <= paths:
        return Likeness.SIGNED
    small = any(_MIN_LABELS.fullmatch(path) for path in head.json_paths)
    if (small and any(path.endswith(".item.start") for path in paths)) or {"annotation_id", "annotator"} <= paths:
        return Likeness.CONTENT
    in_list = head.text.lstrip("\ufeff \t\r\n").startswith("[")
    return Likeness.CONTENT if in_list and any(path.startswith("data.") for path in paths) else Likeness.NO


FORMAT = Format(
    "label-studio",
    Wording("Label Studio (JSON)", "Label Studio (JSON)"),
    (".json",),
    read,
    _count,
    _likeness,
    lambda path: path if is_config(path) else None,
    write=_write,
    writes_folder=True,
    purpose=Wording(
        "to check annotations in Label Studio, or to go on with them there",
        "pour vérifier des annotations dans Label Studio, ou les y poursuivre",
    ),
)
