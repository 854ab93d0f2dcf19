"""``annotator evaluate`` and the report behind it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Two articles: a right country, one missed, one with another label, one with another boundary, one wrong."""
    text = "L'Ukraine, le Wakanda, l'OTAN, la Corée du Nord et le Mali."
    at = {name: (text.index(name), text.index(name) + len(name)) for name in ("Ukraine", "Wakanda", "OTAN", "Corée")}
    lines = [
        {
            "id": "a-1",
            "text": "\ufeff" + text,
            "spans": [
                {"start": at["Ukraine"][0] + 1, "end": at["Ukraine"][1] + 1, "label": "country"},
                {"start": at["Wakanda"][0] + 1, "end": at["Wakanda"][1] + 1, "label": "pays"},
                {"start": at["OTAN"][0] + 1, "end": at["OTAN"][1] + 1, "label": "weapon"},
                {"start": at["Corée"][0] + 1, "end": at["Corée"][1] + 1, "label": "country"},
            ],
        },
        {"text": "Il pleut."},
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
    return path


def test_every_number_of_the_object(run, gold: Path) -> None:
    ran = run("evaluate", gold, "--json")
    assert (ran.code, ran.err) == (0, "")
    report = ran.json()
    assert report["articles"] == 2
    micro = report["micro"]
    assert {name: micro[name] for name in ("gold", "proposed", "right", "near")} == {
        "gold": 4,
        "proposed": 4,
        "right": 1,
        "near": 1,
    }
    assert micro["exact"] == {"precision": 0.25, "recall": 0.25, "f1": 0.25}
    assert micro["partial"] == {"precision": 0.375, "recall": 0.375, "f1": 0.375}
    assert report["labels"]["country"]["gold"] == 3
    assert sum(tally["right"] for tally in report["tiers"].values()) == 1
    assert sum(tally["right"] + tally["wrong"] for tally in report["rules"].values()) == 4
    assert report["cost"] == (1 + 2 + 1 + 2 + 1) / 4
    assert [(each["outcome"], each["text"]) for each in report["mistakes"]] == [
        ("missed", "Wakanda"),
        ("label", "OTAN"),
        ("boundary", "Corée du Nord"),
        ("wrong", "Mali"),
    ]
    assert {each["article"] for each in report["mistakes"]} == {"a-1"}


def test_the_table_and_the_errors_in_their_context(run, gold: Path) -> None:
    shown = run("evaluate", gold).out
    assert "2 articles" in shown
    assert "1.750 decisions per gold span" in shown
    assert [line.split() for line in shown.splitlines() if line.startswith(" micro")] == [
        ["micro", "4", "4", "1", "1", "0.250", "0.250", "0.250", "0.375", "0.375", "0.375"]
    ]
    assert "Wakanda" not in shown
    lines = run("evaluate", gold, "--errors").out.splitlines()
    assert lines[0] == "a-1: missed country: …L'Ukraine, le [Wakanda], l'OTAN, la Corée du Nord et le Mali.…"
    assert "weapon taken for alliance by alliance.acronym" in lines[1]
    assert "boundary of country by country.name" in lines[2]
    assert "gold is “Corée”" in lines[2]
    assert "wrong country by country.name" in lines[3]


def test_what_cannot_be_read_is_reported(run, gold: Path) -> None:
    with gold.open("a", encoding="utf-8") as file:
        file.write(
            '\nrien\n{"text": "Le Mali.", "spans": [{"start": 3, "end": 3, "label": "country"}]}\n{"text": ""}\n'
        )
    ran = run("evaluate", gold)
    assert ran.code == 1
    assert f"annotator: {gold}:3: " in ran.err
    assert f"annotator: {gold}:4: gold span 3–3 country not counted: it is empty" in ran.err
    assert f"annotator: {gold}:5: the text is empty." in ran.err
    assert len(run("evaluate", gold, "--json").json()["problems"]) == 2


def test_gold_without_spans_is_refused(run, tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").write_text('{"text": "Il pleut."}', "utf-8")
    ran = run("evaluate", tmp_path / "none.jsonl")
    assert (ran.code, ran.out) == (1, "")
    assert "holds no gold span" in ran.err
    assert run("evaluate", tmp_path / "nowhere.jsonl").code == 1


def test_the_gold_articles(run, shared_folder: Path) -> None:
    report = run("evaluate", shared_folder / "gold" / "dev.jsonl", "--json").json()
    assert (report["articles"], report["micro"]["gold"]) == (43, 360)
    assert report["left_out"] == report["problems"] == []
