"""``annotator settle`` through the real ``main()``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

TEXT = "Hier, le général Petraeus a quitté l'Irak."
RAIN = "Il pleut à Kaboul."


def _line(text: str, *wanted: tuple[str, str]) -> dict[str, object]:
    spans = [
        {"start": text.index(words), "end": text.index(words) + len(words), "label": label} for words, label in wanted
    ]
    return {"title": text.split()[0], "text": text, "spans": spans}


ANA = [_line(TEXT, ("le général Petraeus", "leader"), ("Irak", "country")), _line(RAIN, ("Kaboul", "country"))]
BEN = [_line(TEXT, ("Petraeus", "leader"), ("Irak", "country")), _line(RAIN)]


@pytest.fixture
def both(run, tmp_path: Path) -> Path:
    project = tmp_path / "war.annot"
    assert run("new", project).code == 0
    for name, lines in (("Ana", ANA), ("Ben", BEN)):
        source = tmp_path / "lines.jsonl"
        source.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
        assert run("import", project, source, "--annotator", name, "--status", "finished").code == 0
    return project


def _counts(told: dict[str, object]) -> list[list[int]]:
    return [[each[name] for name in ("agreed", "open", "settled", "outdated")] for each in told["articles"]]  # type: ignore[index, attr-defined]


def test_what_differs_is_listed_and_nothing_is_changed(run, both: Path) -> None:
    before = both.read_bytes()
    ran = run("settle", both, "--json")
    assert (ran.code, ran.err) == (0, "")
    told = ran.json()
    assert told["annotators"] == ["Ana", "Ben"]
    assert told["layer"] is told["rule"] is told["take"] is told["finish"] is None
    assert _counts(told) == [[1, 1, 0, 0], [0, 1, 0, 0]]
    assert told["articles"][0] == {
        "id": 1,
        "title": "Hier,",
        "annotators": ["Ana", "Ben"],
        "agreed": 1,
        "open": 1,
        "settled": 0,
        "outdated": 0,
        "differing": 1,
        "status": "new",
    }
    out = run("settle", both, "--rule", "exact", "--finish", "--dry-run").out
    assert "1 place in 1 article would be settled." in out
    assert "0 articles would be finished." in out
    assert "2 articles to settle, 0 in which nothing waits." in out
    assert both.read_bytes() == before


def test_from_the_differences_to_the_settled_set(run, both: Path, tmp_path: Path) -> None:
    told = run("settle", both, "--rule", "overlap", "--overlap", "0.4", "--extent", "shorter", "--json").json()
    assert told["rule"] == {"places": 2, "articles": [1]}
    assert told["layer"] == "accord"
    assert _counts(told) == [[0, 0, 2, 0], [0, 1, 0, 0]]
    out = run("settle", both, "--take", "ben", "--reason", "ville", "--article", "2", "--finish").out
    assert "1 place in 1 article settled." in out
    assert "1 article finished." in out
    assert "0 articles to settle, 1 in which nothing waits." in out
    assert run("settle", both, "--finish", "--json").json()["finish"] == {"places": 0, "articles": [1]}
    assert run("export", both, tmp_path / "out.jsonl", "--format", "jsonl", "--whose", "settled").code == 0
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    surfaces = [[each["text"][span["start"] : span["end"]] for span in each.get("spans", [])] for each in lines]
    assert surfaces == [["Petraeus", "Irak"], []]
    assert run("check", both).code == 0
    assert "Settled (accord): 0 new, 0 in progress, 2 finished" in run("stats", both).out
    shown = run("show", both, "1", "--annotator", "accord").out
    assert "[Petraeus|leader]" in shown


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["--annotator", "Ana"], "it takes two annotators"),
        (["--annotator", "Ana", "--annotator", "Ben", "--take", "Eva"], "no annotator"),
        (["--reason", "ville"], "--rule or --take"),
        (["--rule", "exact", "--overlap", "2"], "overlap"),
    ],
)
def test_what_cannot_be_is_refused(run, both: Path, given: list[str], said: str) -> None:
    ran = run("settle", both, *given)
    assert ran.code != 0
    assert said in ran.err
