from __future__ import annotations

from typing import Any

import pytest

from annotator.ui.import_words import duplicate_lines, import_words, left_out_lines, note_lines, went_wrong

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
