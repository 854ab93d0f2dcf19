"""``annotator pipe``: a stream in, a stream out."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

TEXT = "La Russie quitte l'OTAN."


def spans(line: str) -> list[tuple[str, str]]:
    record = json.loads(line)
    return [(record["text"][each["start"] : each["end"]], each["label"]) for each in record["spans"]]


def test_json_lines_in_and_out(run, tmp_path: Path) -> None:
    record = {"id": 7, "text": TEXT, "spans": [{"start": 0, "end": 2, "label": "weapon"}], "meta": {"é": [1]}}
    (tmp_path / "in.jsonl").write_text(json.dumps(record) + "\n\n", "utf-8")
    ran = run("pipe", tmp_path / "in.jsonl")
    assert (ran.code, ran.err) == (0, "")
    out = ran.json()
    assert list(out) == ["id", "text", "spans", "meta"]
    assert out["meta"] == {"é": [1]}
    assert [list(each) for each in out["spans"]] == [["start", "end", "label", "rule", "tier"]] * 2
    assert spans(ran.out) == [("Russie", "country"), ("OTAN", "alliance")]


def test_offsets_are_those_of_the_text_as_it_came(run, tmp_path: Path) -> None:
    text = "\ufeff😀 Re\u0301sume\u0301\r\n: la Corée du Nord\r\net la Core\u0301e du Sud."
    (tmp_path / "in.jsonl").write_text(json.dumps({"text": text}), "utf-8")
    ran = run("pipe", tmp_path / "in.jsonl")
    assert ran.json()["text"] == text
    assert spans(ran.out) == [("Corée du Nord", "country"), ("Core\u0301e du Sud", "country")]


def test_text_files(run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.TXT").write_bytes(b"\xef\xbb\xbfLe Mali.\r\n")
    (tmp_path / "c.html").write_text("Le Niger.", "utf-8")
    first, second = run("pipe", tmp_path / "a.txt", tmp_path / "b.TXT").out.splitlines()
    assert json.loads(first)["source"] == str(tmp_path / "a.txt")
    assert spans(first) == [("Russie", "country"), ("OTAN", "alliance")]
    assert spans(second) == [("Mali", "country")]
    assert run("pipe", "--text", tmp_path / "c.html").json()["text"] == "Le Niger."


def test_bad_lines_are_reported_and_the_others_go_through(run, tmp_path: Path) -> None:
    lines = [b'{"text": "Le Mali."}', b"rien", b"[1]", b'{"text": 3}', b'{"text": "\xff"}', b'{"text": "\\ud800"}']
    path = tmp_path / "in.jsonl"
    path.write_bytes(b"\r\n".join([*lines, b'{"text": ""}', b'{"text": "Le Tchad.", "x": "\\ud800"}']))
    ran = run("pipe", tmp_path / "nowhere.txt", path)
    assert ran.code == 1
    assert [json.loads(line)["text"] for line in ran.out.splitlines()] == ["Le Mali.", "", "Le Tchad."]
    complaints = ran.err.splitlines()
    assert complaints[0] == f"annotator: {tmp_path / 'nowhere.txt'} cannot be read (no such file or folder)."
    assert [complaint.split(":")[1] for complaint in complaints[1:]] == [f" {path}, line {n}" for n in range(2, 7)]


def test_standard_input_is_answered_line_by_line() -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "annotator", "pipe", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin is not None
    assert process.stdout is not None
    for name in ("Mali", "Tchad"):
        process.stdin.write(json.dumps({"text": f"Le {name}."}) + "\n")
        process.stdin.flush()
        assert spans(process.stdout.readline()) == [(name, "country")]  # while the input is still open
    process.communicate()
    assert process.returncode == 0


def test_whoever_reads_may_stop(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text(json.dumps({"text": TEXT * 50}) + "\n", "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "annotator", "pipe", *[str(tmp_path / "in.jsonl")] * 200],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    complaint = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), complaint) == (0, b"")


def test_nothing_in_nothing_out(spawn) -> None:
    ran = spawn("pipe", input="")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_the_encoding_of_the_terminal_does_not_matter(spawn) -> None:
    ran = spawn("pipe", input=json.dumps({"text": "L'Érythrée."}), LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert ran.code == 0
    assert "L'Érythrée." in ran.out
