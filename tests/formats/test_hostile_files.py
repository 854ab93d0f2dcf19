"""Files made to do harm, through the door that all files take: a sentence for each, and what is good beside comes in.

Each import runs in a process of its own, so that its memory can be measured and nothing survives it.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

GOOD = "Kiev tient bon, dit Emmanuel Macron."
BIG = 200 * 2**20
MOST_MORE_MEMORY = 300 * 2**20

CHILD = """
import json, resource, sys, warnings
from pathlib import Path
warnings.simplefilter("ignore")  # what libraries say of such files
from annotator.app.checking import check
from annotator.app.importing import import_files
from annotator.app.project import Project
with Project.create(Path(sys.argv[1])) as project:
    report = import_files(project, [Path(sys.argv[2])])
    articles = project.articles(project.article_ids())
    found = {
        "problems": [[each.where, each.wording.en, each.wording.fr] for each in report.problems],
        "notes": [[each.where, each.wording.en, each.wording.fr] for each in report.notes],
        "articles": [[each.source, each.title, each.text[:200]] for each in articles],
        "check": [str(each) for each in check(project).problems],
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }
print(json.dumps(found))
"""


def imported(folder: Path, project: Path) -> dict[str, Any]:
    """Import a folder in another process and return what came of it."""
    temporary = project.parent / "temporary"
    temporary.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(project), str(folder)],
        capture_output=True,
        text=True,
        timeout=300,
        env=os.environ | {"TMPDIR": str(temporary)},
    )
    assert done.returncode == 0, done.stderr  # negative where the process itself was brought down
    assert "Traceback" not in done.stderr
    assert list(temporary.iterdir()) == []
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def folder_with_one_good_file(path: Path) -> Path:
    path.mkdir()
    (path / "good.txt").write_text(GOOD, "utf-8")
    return path


@pytest.fixture(scope="module")
def memory(tmp_path_factory: pytest.TempPathFactory) -> int:
    """Bytes that an import of one good file takes."""
    home = tmp_path_factory.mktemp("plain")
    return int(imported(folder_with_one_good_file(home / "in"), home / "p.annot")["memory"])


DEEP = 10_000
XML = '<?xml version="1.0"?>'
LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10)) + "]>"
)
EXTERNAL = "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
CAS = (
    '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmi:version="2.0">'
    '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="{0}"/><cas:View sofa="1" members=""/></xmi:XMI>'
)


def archive(**members: bytes) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in members.items():
            opened.writestr(name.replace("__", "/").replace("UP", ".."), content)
    return packed.getvalue()


def word() -> bytes:
    return archive(**{"[Content_Types].xml": b"<Types/>", "word__document.xml": b"<w/>" * 500})


# None of these can be taken in, and each must say so.
REFUSED: dict[str, bytes] = {
    "deep.json": b"[" * DEEP,
    "deep_closed.json": b"[" * DEEP + b"]" * DEEP,
    "deep.jsonl": b'{"text": "a", "meta": ' + b'{"a":' * DEEP + b"1" + b"}" * (DEEP + 1),
    "deep_types.json": b'{"%FEATURE_STRUCTURES": ' + b"[" * DEEP + b"]" * DEEP + b"}",
    "deep.xmi": XML.encode() + b"<a>" * DEEP + b"</a>" * DEEP,
    "nul.txt": b"Kiev\x00 tient",
    "nul.jsonl": b'{"text": "Kiev\\u0000 tient"}',
    "half.jsonl": b'{"text": "Kiev \\ud83d tient"}',
    "latin.jsonl": '{"text": "été"}'.encode("latin-1"),
    "half.txt": b"\xff\xfeP",
    "exponent.json": b'[{"text": "a", "n": 1e' + b"9" * 5_000 + b"}]",
    "number.json": b'[{"text": "a", "n": ' + b"9" * 50_000 + b"}]",
    "number.jsonl": b'{"text": "a", "meta": {"n": ' + b"9" * 100_000 + b"}}",
    "bomb.zip": archive(bomb=bytes(30 * 2**20)).replace(b"bomb", b"b.tx"),
    "outside.zip": archive(UP__UP__out=b"harm").replace(b"out", b"o.t"),
    "cut.zip": archive(a=b"Kiev" * 1000)[:-10],
    "laughs.xmi": (XML + LAUGHS + CAS.format("&a9;")).encode(),
    "external.xmi": (XML + EXTERNAL + CAS.format("&e;")).encode(),
    "external.html": (EXTERNAL + "<html><body><article><p>&e;</p></article></body></html>").encode(),
    "laughs.html": (LAUGHS + "<html><body><article><p>&a9;</p></article></body></html>").encode(),
    "cut.docx": word()[:300],
    "hollow.docx": word(),
    "cut.xlsx": word()[:300],
    "hollow.xlsx": archive(**{"[Content_Types].xml": b"<Types/>", "xl__workbook.xml": b"<x/>"}),
    "laughs.docx": archive(
        **{"[Content_Types].xml": b"<Types/>", "word__document.xml": (XML + LAUGHS + "<w>&a9;</w>").encode()}
    ),
    "bomb.docx": archive(**{"[Content_Types].xml": b"<Types/>", "word__document.xml": bytes(140 * 2**20)}),
    "cut.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendo",
    "empty.pdf": b"",
    "empty.docx": b"",
}

# These can be read as what they say, with nothing worked out, fetched or run.
READ: dict[str, tuple[bytes, str]] = {
    "script.html": (
        b"<html><head><title>Titre <script>alert(1)</script></title></head><body><article><h1>Titre</h1>"
        + b"<p>Le pr&eacute;sident a promis des armes &agrave; Kiev, selon une longue phrase qui fait un article.</p>"
        * 5
        + b"<script>document.write('mauvais')</script></article></body></html>",
        "Kiev",
    ),
    "formula.csv": (b"text,title\n\"=cmd|' /C calc'!A0 et la Hongrie\",=1+1\n", "=cmd|' /C calc'!A0"),
    "old.txt": ("L’été à Sébastopol a été long".encode("cp1252"), "L’été à Sébastopol"),
}


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    home = tmp_path_factory.mktemp("hostile")
    folder = folder_with_one_good_file(home / "in")
    for name, content in REFUSED.items():
        (folder / name).write_bytes(content)
    for name, (content, _) in READ.items():
        (folder / name).write_bytes(content)
    before = set(home.rglob("*"))
    found = imported(folder, home / "p.annot")
    assert set(home.rglob("*")) - before <= {home / "p.annot", home / "temporary"}
    return found


def test_what_is_good_comes_in_and_the_project_is_whole(outcome: dict[str, Any]) -> None:
    texts = [text for _, _, text in outcome["articles"]]

    assert GOOD in texts
    assert outcome["check"] == []
    assert len(texts) == 1 + len(READ)


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_in_a_sentence_that_names_it(outcome: dict[str, Any], name: str) -> None:
    # What no format knows for its own is a note, where it lies in a folder.
    left_out = [each for each in outcome["notes"] if each[1].startswith("left out")]
    said = [(en, fr) for where, en, fr in outcome["problems"] + left_out if f"/{name}" in where]

    assert said
    assert all(en.endswith((".", "!")) and fr.endswith((".", "!")) and "Error" not in en for en, fr in said)
    assert not [source for source, _, _ in outcome["articles"] if name in source]


@pytest.mark.parametrize("name", READ)
def test_what_only_looks_harmful_is_plain_text(outcome: dict[str, Any], name: str) -> None:
    (article,) = (each for each in outcome["articles"] if name in each[0])
    _, title, text = article

    assert READ[name][1] in text
    assert "root:" not in text
    assert "mauvais" not in text
    assert "\n" not in title


def test_hostile_files_take_no_memory_worth_speaking_of(outcome: dict[str, Any], memory: int) -> None:
    assert outcome["memory"] < memory + MOST_MORE_MEMORY


def test_lines_of_200_megabytes_take_no_memory_in_any_format(tmp_path: Path, memory: int) -> None:
    folder = folder_with_one_good_file(tmp_path / "in")
    beginnings = {
        "long.jsonl": b'{"text": "',
        "tasks.json": b'[{"id": 1, "data": {"text": "Kiev"}, "annotations": []}, {"id": 2, "data": {"text": "',
        "quoted.csv": b'text,title\n"',
    }
    for name, beginning in beginnings.items():
        with (folder / name).open("wb") as file:
            file.write(beginning)
            for _ in range(BIG // 2**20):
                file.write(b"a" * 2**20)
    names = [
        "long.json",
        "long.txt",
        "long.csv",
        "long.tsv",
        "long.html",
        "long.eml",
        "long.xmi",
        "alone.ann",
        "long.conll",
    ]
    for name in names:
        os.link(folder / "long.jsonl", folder / name)  # the same bytes under other names, written once

    found = imported(folder, tmp_path / "p.annot")

    shutil.rmtree(folder)  # not to be kept with what pytest keeps
    assert {text for _, _, text in found["articles"]} == {GOOD, "Kiev"}
    said = {where.removeprefix(f"{folder}/").partition(":")[0] for where, _, _ in found["problems"] + found["notes"]}
    assert said == {*beginnings, *names}
    assert found["check"] == []
    assert found["memory"] < memory + MOST_MORE_MEMORY


def test_nothing_of_an_archive_is_left_when_an_import_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from annotator.app.importing import import_files
    from annotator.app.project import Project

    class StoppedError(Exception):
        pass

    def stop(done: int, total: int) -> None:
        raise StoppedError

    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    path = tmp_path / "n.zip"
    path.write_bytes(archive(**{f"{number}.txt": f"Article {number}".encode() for number in range(120)}))

    with Project.create(tmp_path / "p.annot") as project, pytest.raises(StoppedError):
        import_files(project, [path], progress=stop)

    assert list(temporary.iterdir()) == []
