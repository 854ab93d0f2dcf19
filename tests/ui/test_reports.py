from __future__ import annotations

from typing import Any

import pytest

from annotator.ui.reports import export_words, import_words, went_wrong

IMPORT: dict[str, Any] = {"articles": 1, "spans": 0, "duplicates": [], "problems": [], "left_out": [], "notes": []}
EXPORT: dict[str, Any] = {
    "articles": 1,
    "spans": 1,
    "train": {"articles": 1},
    "dev": {"articles": 0},
    "folder": "/sortie",
    "left_out": [],
    "unused": [],
    "notes": [],
}


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "Aucun article importé."), (1, "1 article importé."), (2, "2 articles importés.")],
)
def test_numbers_agree_in_french(count: int, words: str) -> None:
    assert import_words(IMPORT | {"articles": count}) == words


def test_an_import_names_what_stayed_out_and_why() -> None:
    report = IMPORT | {
        "articles": 3,
        "spans": 12,
        "duplicates": [{"title": f"Titre {number}"} for number in range(5)],
        "problems": [{"where": f"a.jsonl:{number}", "fr": "ligne illisible."} for number in range(5)],
        "left_out": [{"where": "b.jsonl:1", "text": "OTA"}],
        "notes": [{"where": "c.txt", "fr": "le texte est vide."}],
    }
    assert import_words(report) == (
        "3 articles importés, 12 annotations. 5 doublons refusés "
        "(«\u00a0Titre 0\u00a0», «\u00a0Titre 1\u00a0», «\u00a0Titre 2\u00a0», 2 de plus). "
        "a.jsonl:0 : ligne illisible. a.jsonl:1 : ligne illisible. a.jsonl:2 : ligne illisible. 2 autres problèmes. "
        "1 annotation laissée de côté («\u00a0b.jsonl:1 : OTA\u00a0»). c.txt : le texte est vide."
    )
    assert went_wrong(report)
    assert not went_wrong(IMPORT)
    assert went_wrong(IMPORT | {"articles": 0})


def test_an_export_says_what_it_wrote_where() -> None:
    assert export_words(EXPORT) == (
        "1 article exporté (1 pour l'entraînement, 0 pour l'évaluation), 1 annotation. Relus et comparés : /sortie."
    )
    several = EXPORT | {
        "articles": 4,
        "spans": 20,
        "train": {"articles": 3},
        "dev": {"articles": 1},
        "left_out": [1, 2],
        "unused": [1],
        "notes": [{"fr": "aucun article pour l'évaluation."}],
    }
    assert export_words(several) == (
        "4 articles exportés (3 pour l'entraînement, 1 pour l'évaluation), 20 annotations. "
        "Relus et comparés : /sortie. 2 articles laissés de côté (voir report.json). "
        "1 annotation laissée de côté (voir report.json). "
        "Aucun article pour l'évaluation."
    )
