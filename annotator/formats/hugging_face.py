"""A data set for Hugging Face ``datasets``: a folder with JSON lines and the card that says what their columns are.

The tags are written as words (``B-leader``), which are read without the card too and which ``seqeval`` takes as they
are; with the card ``load_dataset`` makes class labels of them, numbers and names.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from annotator.core.wording import Wording
from annotator.formats.json_text import count_lines, read_lines
from annotator.formats.records import Outgoing, Reading, WriteOptions
from annotator.formats.registry import Format, Likeness
from annotator.formats.source import Head, SourceFile
from annotator.formats.tagged_columns import PLACES, STRINGS, TAGS, records_in, row_of, tag_names

DATA, CARD = "data.jsonl", "README.md"
_CARD_BYTES = 2**20
_NAME = re.compile(r"^ *-? *['\"]?(\d+)['\"]?: *(.+?) *$")


def _read(file: SourceFile) -> Reading:
    names = _names_beside(file.path)
    return read_lines(file, lambda row, where: records_in(row, where, names))


def _write(outgoing: Iterable[Outgoing], path: Path, options: WriteOptions) -> None:
    path.mkdir()
    names = tag_names(options.labels)
    rows, spans = 0, Counter[str]()
    with (path / DATA).open("x", encoding="utf-8", newline="\n") as file:
        for each in outgoing:
            file.write(json.dumps(row_of(each, names), ensure_ascii=False) + "\n")
            rows += 1
            spans.update(label for _, _, label in each.record.spans)
    (path / CARD).write_text(_card(options, names, rows, spans), encoding="utf-8", newline="\n")


def _card(options: WriteOptions, names: Sequence[str], rows: int, spans: Counter[str]) -> str:
    """Return the card: what ``datasets`` reads between the lines of dashes, and what people read."""
    lines = ["---", "language:", "- fr", f"pretty_name: {json.dumps(options.project, ensure_ascii=False)}"]
    lines += ["task_categories:", "- token-classification", "configs:", "- config_name: default"]
    lines += [f"  data_files: {DATA}", "dataset_info:", "  features:"]
    for name in STRINGS:
        lines += [f"  - name: {name}", "    dtype: string"]
    lines += ["  - name: tokens", "    sequence: string"]
    for name in PLACES:
        lines += [f"  - name: {name}", "    sequence: int64"]
    lines += ["  - name: ner_tags", "    sequence:", "      class_label:", "        names:"]
    lines += [f"          '{number}': {json.dumps(name, ensure_ascii=False)}" for number, name in enumerate(names)]
    lines += ["---", "", f"# {_plain(options.project)}", ""]
    lines += [f"{rows} articles, {spans.total()} spans. Written {options.written_at}.", ""]
    lines += ["| label | nom | name | spans |", "|---|---|---|---|"]
    lines += [
        f"| `{label.id}` | {_plain(label.name.fr)} | {_plain(label.name.en)} | {spans[label.id]} |"
        for label in options.labels
    ]
    lines += ["", *_ABOUT, ""]
    return "\n".join(lines)


_ABOUT = (
    "```python",
    "from datasets import load_dataset",
    "",
    'articles = load_dataset("path/of/this/folder", split="train")',
    'names = articles.features["ner_tags"].feature.names',
    "```",
    "",
    "A row is what one annotator made of one article. `tokens` leaves out white space; `token_starts` and `token_ends`",
    "say where each stands in `text`, in code points, the end exclusive. `ner_tags` are IOB2. `meta` and `remarks`",
    "(what was noted on spans, by their number from 0) hold JSON. `id` is the number of the article in its project.",
)


def _plain(words: str) -> str:
    """Return words that neither break a table nor become markup."""
    return re.sub(r"([\\|`*_\[\]<>#])", r"\\\1", " ".join(words.split()))


def _names_beside(path: Path) -> list[str] | None:
    """Return the tags that the card or the description beside a file names, in the order of their numbers."""
    try:
        with path.with_name(CARD).open("rb") as file:
            card = file.read(_CARD_BYTES).decode("utf-8", "replace")
    except OSError:
        card = ""
    if (names := _names_in_card(card)) is not None:
        return names
    for described in ("dataset_info.json", "dataset_infos.json"):
        try:
            with path.with_name(described).open("rb") as file:
                return _names_in_json(json.loads(file.read(_CARD_BYTES)))
        except (OSError, ValueError, RecursionError):
            continue
    return None


def _names_in_card(card: str) -> list[str] | None:
    """Return the names of the class label of a column of tags; None where the card has none.

    The head of a card is YAML as ``datasets`` itself writes it, one name a line under ``names:``.
    """
    if not card.startswith("---"):
        return None
    column = ""
    names: list[str] | None = None
    for line in card.split("\n---", 1)[0].splitlines():
        words = line.strip()
        if words.startswith(("- name:", "name:")):
            column = words.partition(":")[2].strip().strip("'\"")
        elif words == "names:" and column in TAGS:
            names = []
        elif names is not None:
            found = _NAME.match(line)
            if found is None or int(found[1]) != len(names):
                break
            names.append(_scalar(found[2]))
    return names


def _scalar(value: str) -> str:
    if value.startswith('"'):
        try:
            return str(json.loads(value))
        except ValueError:
            return value.strip('"')
    return value[1:-1].replace("''", "'") if len(value) > 1 and value[0] == value[-1] == "'" else value


def _names_in_json(described: Any) -> list[str] | None:
    """Return the names of a column of tags in what ``datasets`` writes beside its files."""
    for info in (described, *described.values()) if isinstance(described, dict) else ():
        names = names_of(info.get("features") if isinstance(info, dict) else None)
        if names is not None:
            return names
    return None


def names_of(features: Any) -> list[str] | None:
    """Return the names of the class label of a column of tags, from features as Hugging Face writes them down."""
    for column in TAGS if isinstance(features, dict) else ():
        feature = features.get(column)
        while isinstance(feature, dict) and "names" not in feature:
            feature = feature.get("feature")
        names = feature.get("names") if isinstance(feature, dict) else None
        if isinstance(names, list) and all(isinstance(name, str) for name in names):
            return names
    return None


def _likeness(head: Head) -> Likeness:
    if head.suffix not in (".jsonl", ".ndjson", ".json") or not head.data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(
        b"{"
    ):
        return Likeness.NO
    if {"id", "tag_scheme"} <= head.json_paths:
        return Likeness.SIGNED
    tagged = any(name in head.json_paths for name in TAGS)
    return Likeness.CONTENT if tagged and "tokens" in head.json_paths else Likeness.NO


def _main_file(path: Path) -> Path | None:
    """Return the data of a card or description that lies beside them; they are nothing to read in themselves."""
    if path.name not in (CARD, "dataset_info.json", "dataset_infos.json"):
        return None
    data = path.with_name(DATA)
    if not data.is_file():
        return None
    if path.name == CARD:
        try:
            with path.open("rb") as file:
                if file.read(4).strip() != b"---":
                    return None  # it tells of something else
        except OSError:
            return None
    return data


FORMAT = Format(
    "hf-jsonl",
    Wording("Hugging Face data set", "jeu de données Hugging Face"),
    (".jsonl",),
    _read,
    count_lines,
    _likeness,
    _main_file,
    write=_write,
    writes_folder=True,
    purpose=Wording(
        "a folder that load_dataset reads: tokens, ner_tags and a card",
        "un dossier que lit load_dataset : tokens, ner_tags et une fiche",
    ),
)
