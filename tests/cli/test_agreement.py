"""``annotator agreement`` through the real ``main()``."""

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
BEN = [_line(TEXT, ("Petraeus", "leader"), ("Irak", "weapon")), _line(RAIN)]


@pytest.fixture
def give(run, tmp_path: Path):
    def give(project: Path, name: str, lines: list[dict[str, object]], status: str = "finished") -> Path:
        if not project.exists():
            assert run("new", project).code == 0
        source = tmp_path / "lines.jsonl"
        source.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
        assert run("import", project, source, "--annotator", name, "--status", status).code == 0
        return project

    return give


@pytest.fixture
def both(give, tmp_path: Path) -> Path:
    give(tmp_path / "war.annot", "Ana", ANA)
    return give(tmp_path / "war.annot", "Ben", BEN)


def test_every_number_and_difference_of_the_object(run, both: Path) -> None:
    ran = run("agreement", both, "--differences", "--json")
    assert (ran.code, ran.err) == (0, "")
    told = ran.json()
    assert (told["articles"], told["left_out"], told["statuses"]) == ([1, 2], 0, ["finished"])
    (pair,) = told["pairs"]
    assert pair["exact"] == {"precision": 0, "recall": 0, "f1": 0}
    assert pair["partial"]["f1"] == pytest.approx(2 * 1.5 / 5)
    assert pair["labels"]["leader"]["partial"]["f1"] == 0.5
    assert pair["labels"]["weapon"]["exact"] == {"precision": None, "recall": 0, "f1": 0}
    assert pair["edge_words"] == [{"edge": "start earlier", "words": "le général", "count": 1, "articles": [1]}]
    assert [(each["article"], each["kind"], each["text"]) for each in told["differences"]] == [
        (1, "boundary", "le général Petraeus"),
        (1, "label", "Irak"),
        (2, "only first", "Kaboul"),
    ]
    assert "differences" not in run("agreement", both, "--json").json()


def test_what_is_printed_for_people(run, both: Path) -> None:
    ran = run("agreement", both, "--differences")
    assert (ran.code, ran.err) == (0, "")
    lines = [" ".join(line.split()) for line in ran.out.splitlines()]
    assert lines[0] == "2 articles finished with all of Ana, Ben."
    assert "Ana (first) and Ben (second)" in lines
    assert "leader 1 1 0 1 0.000 0.000 0.000 0.500 0.500 0.500" in lines
    assert "all 3 2 0 2 0.000 0.000 0.000 0.500 0.750 0.600" in lines
    assert "weapon: P, partial P not defined: the first drew no such span." in lines
    assert "country 1 1" in lines
    assert "the first starts earlier “le général” 1 1" in lines
    assert any(line.startswith("F1 counts spans; κ and α count tokens") for line in lines)
    assert (
        "1 Hier,: other boundaries: Ana “le général Petraeus” leader, Ben “Petraeus” leader: "
        "…Hier, [le général Petraeus] a quitté l'Irak.…" in lines
    )
    assert "2 Il: only the first: Ana “Kaboul” country, Ben nothing: …Il pleut à [Kaboul].…" in lines
    assert "nan" not in ran.out.lower()


def test_one_label_alone(run, both: Path) -> None:
    ran = run("agreement", both, "--label", "arme", "--differences")
    rows = [line.split()[0] for line in ran.out.splitlines() if line.startswith(" ") and line.strip()]
    assert [each for each in rows if each in ("leader", "weapon", "country")] == [
        "weapon",
        "country",  # of those taken for a weapon
        "weapon",
    ]
    assert "another label" in ran.out
    assert "Kaboul" not in ran.out
    told = run("agreement", both, "--label", "weapon", "--differences", "--json").json()
    assert [each["text"] for each in told["differences"]] == ["Irak"]
    assert run("agreement", both, "--label", "rien").code == 1


def test_two_projects_and_three_annotators(run, give, both: Path, tmp_path: Path) -> None:
    other = give(tmp_path / "ben.annot", "Ben", BEN[::-1])
    same = run("agreement", both, other, "--annotator", "ben")
    assert "Ben (war.annot) (first) and Ben (ben.annot) (second)" in same.out
    assert "Kaboul" not in same.out
    assert (
        run("agreement", both, other, "--annotator", "Ana", "--annotator", "Ben", "--json").json()["pairs"]
        == (run("agreement", both, "--json").json()["pairs"])
    )
    give(both, "Cem", ANA)
    three = run("agreement", both)
    assert three.out.count("(second)") == 3
    assert "α over all 3: 0." in three.out


def test_what_cannot_be_compared_is_said_in_a_sentence(run, give, both: Path, tmp_path: Path) -> None:
    alone = give(tmp_path / "alone.annot", "Cem", [_line("Seul.")])
    ran = run("agreement", alone)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("annotator: at least two annotators are needed to compare, and in ")
    assert "only “Cem” has articles that are finished" in ran.err
    nobody = run("agreement", both, alone)
    assert nobody.code == 1
    assert "no annotator has articles that are finished in both" in nobody.err
    nothing = run("agreement", both, alone, "--annotator", "Ana", "--annotator", "Cem")
    assert nothing.code == 1
    assert nothing.err == (
        "annotator: no article is finished with all who are compared (Ana: 2, Cem: 1); take in other statuses or other "
        "articles.\n"
    )
    unknown = run("agreement", both, "--annotator", "Ana", "--annotator", "Dan")
    assert (unknown.code, unknown.out) == (1, "")
    assert "no annotator “Dan” has worked in" in unknown.err
    give(alone, "Dan", [_line("Seul.", ("Seul", "leader"))], "in-progress")
    assert run("agreement", alone).code == 1
    assert run("agreement", alone, "--include", "finished", "--include", "in-progress").code == 0
