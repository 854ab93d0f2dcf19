from __future__ import annotations

from typing import Any

import pytest

from annotator.ui.import_words import (
    adjusted_lines,
    duplicate_lines,
    formats_words,
    import_words,
    left_out_lines,
    note_lines,
    origin_lines,
    went_wrong,
)

IMPORT: dict[str, Any] = {"articles": 1, "spans": 0, "duplicates": [], "problems": [], "left_out": [], "notes": []}


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "Aucun article importé."), (1, "1 article importé."), (2, "2 articles importés.")],
)
def test_numbers_agree_in_french(count: int, words: str) -> None:
    assert import_words(IMPORT | {"articles": count}) == words


def duplicate(title: str, spans: int = 0) -> dict[str, Any]:
    return {"where": "/in/d.txt", "title": title, "spans": spans, "fr": "ce texte est déjà dans le projet"}


def span(text: str) -> dict[str, Any]:
    return {"where": "b.jsonl:1", "text": text, "start": 3, "end": 9, "label": "leader", "fr": "elle est hors du texte"}


SEVERAL = IMPORT | {
    "articles": 3,
    "spans": 12,
    "duplicates": [duplicate(f"Titre {number}", number) for number in range(5)],
    "problems": [{"where": f"a.jsonl:{number}", "fr": "ligne illisible."} for number in range(2)],
    "left_out": [span("OTA")],
    "notes": [{"where": "c.txt", "fr": "lu en Windows-1252."}],
    "unfinished": ["b.jsonl:1"],
}


def test_an_import_says_in_short_how_much_stayed_out() -> None:
    assert import_words(SEVERAL) == (
        "3 articles importés, 12 annotations. 5 doublons refusés. 2 fichiers ou lignes illisibles. "
        "1 annotation laissée de côté. 1 remarque."
    )
    assert went_wrong(SEVERAL)
    assert not went_wrong(IMPORT)
    assert went_wrong(IMPORT | {"articles": 0})


@pytest.mark.parametrize(
    ("report", "words"),
    [
        ({"problems": [{"where": "/in/a.txt", "fr": "le texte est vide."}]}, "a.txt : le texte est vide."),
        ({"problems": [{"where": "a.txt", "fr": "UTF-16 mal formé."}]}, "a.txt : UTF-16 mal formé."),
        ({"duplicates": [duplicate("Un titre")]}, "1 doublon refusé («\u00a0Un titre\u00a0»)."),
        ({"duplicates": [duplicate("Un"), duplicate("Deux")]}, "2 doublons refusés."),
        (
            {"left_out": [span("")]},
            "b.jsonl:1 : 3–9 (leader) : elle est hors du texte.",
        ),
    ],
)
def test_one_thing_alone_is_said_at_once(report: dict[str, Any], words: str) -> None:
    assert import_words(IMPORT | report) == f"1 article importé. {words}"


def test_the_details_name_everything() -> None:
    assert [line[:3] for line in [*left_out_lines(SEVERAL)[:2], *duplicate_lines(SEVERAL)[:2]]] == [
        ("Illisible", "a.jsonl:0", "Ligne illisible."),
        ("Illisible", "a.jsonl:1", "Ligne illisible."),
        ("Doublon", "/in/d.txt", "Ce texte est déjà dans le projet («\u00a0Titre 0\u00a0»)."),
        (
            "Doublon",
            "/in/d.txt",
            "Ce texte est déjà dans le projet («\u00a0Titre 1\u00a0») ; 1 annotation laissée de côté.",
        ),
    ]
    assert left_out_lines(SEVERAL)[-1][:3] == (
        "Annotation",
        "b.jsonl:1",
        "«\u00a0OTA\u00a0» (leader) : elle est hors du texte.",
    )
    assert [line[:3] for line in note_lines(SEVERAL)] == [
        ("Remarque", "c.txt", "Lu en Windows-1252."),
        ("Remarque", "b.jsonl:1", "Reste en cours, car une annotation a été laissée de côté."),
    ]


def near(likeness: float) -> dict[str, Any]:
    return {"where": "d.txt", "title": "Un accord signé", "of": "Un accord", "article": 7, "likeness": likeness}


def test_what_was_adjusted_and_what_is_nearly_there_is_counted_and_named() -> None:
    report = IMPORT | {
        "trimmed": [span(" OTAN") | {"fr": "les blancs à ses bouts ont été retirés"}],
        "snapped": [span("OTA") | {"fr": "elle a été élargie aux mots entiers"}],
        "near_duplicates": [near(0.934)],
    }
    assert import_words(report) == ("1 article importé. 1 annotation rognée. 1 annotation élargie. 1 quasi-doublon.")
    assert not went_wrong(report)
    assert [line[:3] for line in adjusted_lines(report)] == [
        ("Rognée", "b.jsonl:1", "«\u00a0 OTAN\u00a0» (leader) : les blancs à ses bouts ont été retirés."),
        ("Élargie", "b.jsonl:1", "«\u00a0OTA\u00a0» (leader) : elle a été élargie aux mots entiers."),
    ]
    assert duplicate_lines(report) == [
        (
            "Quasi-doublon",
            "d.txt",
            "«\u00a0Un accord signé\u00a0» ressemble à «\u00a0Un accord\u00a0» (93\u00a0%) ; il est importé aussi.",
            7,
        )
    ]


def test_what_went_to_articles_that_were_there_is_said() -> None:
    conflict = {"where": "c.jsonl:3", "title": "Un titre", "spans": 4, "article": 7, "fr": "Zoé a annoté autre chose"}
    report = IMPORT | {"articles": 0, "attached": 2, "spans": 5, "suggestions": 3, "conflicts": [conflict]}
    assert import_words(report).startswith("2 articles déjà là complétés, 5 annotations, 3 suggestions. c.jsonl:3 : ")
    assert left_out_lines(report) == [
        (
            "Désaccord",
            "c.jsonl:3",
            "«\u00a0Un titre\u00a0» : Zoé a annoté autre chose (4 annotations laissées de côté).",
            7,
        )
    ]


def test_where_it_all_came_from_is_listed() -> None:
    report = IMPORT | {
        "formats": [{"name": "prodigy", "fr": "Prodigy (lignes JSON)", "files": 2}],
        "labels": [
            {"theirs": "PER", "spans": 40, "ours": "leader", "created": False},
            {"theirs": "ORG", "spans": 1, "ours": None, "created": False},
            {"theirs": "PARTI", "spans": 3, "ours": "parti", "created": True},
        ],
        "annotations": [{"annotator": "Zoé", "articles": 1, "spans": 43}],
    }
    assert [(line.kind, line.words) for line in origin_lines(report, {"leader": "dirigeant"})] == [
        ("Format", "Prodigy (lignes JSON) : 2 fichiers"),
        ("Étiquette", "«\u00a0PER\u00a0» : dirigeant, 40 annotations"),
        ("Étiquette", "«\u00a0ORG\u00a0» : laissée de côté, 1 annotation"),
        ("Étiquette", "«\u00a0PARTI\u00a0» : étiquette créée, 3 annotations"),
        ("Annotateur", "Zoé : 1 article, 43 annotations"),
    ]
    assert formats_words(report["formats"]) == "Prodigy (lignes JSON)"
    several = [*report["formats"], {"name": "text", "fr": "texte brut", "files": 1}]
    assert formats_words(several) == "2\u00a0×\u00a0Prodigy (lignes JSON), 1\u00a0×\u00a0texte brut"
