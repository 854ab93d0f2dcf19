"""What the window says of an export before it and after it, number by number."""

from __future__ import annotations

from typing import Any

import pytest

from annotator.ui.exporting import preview_words, report_words

PREVIEW: dict[str, Any] = {
    "articles": 41,
    "finished": 41,
    "going": list(range(1, 42)),
    "spans": {"leader": 100, "country": 0, "sum": 2600},
    "left_out": [
        {"reason": "status", "count": 9, "articles": [50, 51, 52, 53, 54, 55, 56, 60, 61]},
        {"reason": "untouched", "count": 1, "articles": [70]},
        {"reason": "trash", "count": 2, "articles": [80, 81]},
        {"reason": "gone_to_the_moon", "count": 1, "articles": [90]},
    ],
    "drafts": {"count": 7, "articles": [50, 51, 52, 53, 54, 55, 56]},
    "flagged": {"count": 2, "articles": [3, 4]},
    "empty": {"count": 0, "articles": []},
    "groups": [[1, 2], [5, 6, 7]],
    "sides": {"train": 33, "dev": 8},
    "undated": 0,
    "lost": [{"trait": "title", "articles": 41, "fr": "le titre", "en": "the title"}],
}
FILE: dict[str, Any] = {
    "format": "prodigy",
    "target": "/sortie.jsonl",
    "verified": True,
    "articles": 1,
    "spans": 1,
    "labels": {"leader": 1, "sum": 0},
    "lost": [],
    "left_out": [],
    "unused": [],
    "notes": [],
}


def left_out(article: int) -> dict[str, Any]:
    return {"article": article, "title": f"Titre {article}", "annotator": None, "fr": "son état n'est pas exporté"}


UNUSED = {
    "article": 3,
    "title": "Titre 3",
    "annotator": "Zoé",
    "text": "OTA",
    "label": "alliance",
    "fr": "elle coupe un token",
}


def test_what_goes_out_and_what_does_not_is_one_sentence_of_numbers() -> None:
    found = preview_words.taken(PREVIEW, ())
    assert [each.words for each in found] == [
        "41 terminés",
        "7 brouillons laissés de côté",
        "2 signalés",
        "5 articles de textes proches, gardés du même côté",
    ]
    assert [len(each.articles) for each in found] == [41, 7, 2, 5]


def test_numbers_agree_and_nothing_is_said_of_none() -> None:
    alone = PREVIEW | {
        "articles": 2,
        "finished": 1,
        "drafts": {"count": 1, "articles": [50]},
        "flagged": {"count": 0, "articles": []},
        "empty": {"count": 1, "articles": [3]},
        "groups": [],
    }
    assert [each.words for each in preview_words.taken(alone, (9,))] == [
        "2 articles dont 1 terminé",
        "1 brouillon laissé de côté",
        "1 signalé laissé de côté",
        "1 sans annotation",
    ]


def test_where_nothing_is_finished_that_is_not_said() -> None:
    assert preview_words.taken(PREVIEW | {"articles": 2, "finished": 0}, ())[0].words == "2 articles"


def test_drafts_are_not_counted_twice_and_the_trash_is_looked_for_in_the_trash() -> None:
    found = {each.name: each for each in preview_words.left(PREVIEW)}
    assert {name: each.words for name, each in found.items()} == {
        "status": "2 d'un autre état",
        "untouched": "1 pas commencé",
        "trash": "2 à la corbeille",
        "elsewhere": "1 pour une autre raison",
    }
    assert found["status"].articles == [60, 61]
    assert [each.name for each in found.values() if each.trashed] == ["trash"]


def test_spans_sides_and_losses_are_counted() -> None:
    names = {"leader": "dirigeant", "sum": "somme"}
    assert preview_words.span_words(PREVIEW, names) == "2\u202f700 annotations : dirigeant 100, somme 2\u202f600"
    assert preview_words.side_words(PREVIEW) == "33 pour l'entraînement, 8 pour l'évaluation"
    assert preview_words.lost_words(PREVIEW["lost"]) == "Ne passe pas dans ce format : le titre (41)"
    assert preview_words.lost_words([]) == ""


@pytest.mark.parametrize(
    ("sides", "words"),
    [
        ({}, ""),
        ({"train": 3, "dev": 0, "test": 1}, "3 pour l'entraînement, 0 pour l'évaluation, 1 pour le test"),
        ({"fold-1": 4, "fold-2": 4}, "2 blocs de 4 articles"),
        ({"fold-1": 4, "fold-2": 5, "test": 2}, "2 blocs de 4 à 5 articles, 2 pour le test"),
    ],
)
def test_sides_are_named(sides: dict[str, int], words: str) -> None:
    assert preview_words.side_words(PREVIEW | {"sides": sides}) == words


def test_an_export_says_what_it_wrote_and_that_it_reads_back() -> None:
    assert report_words.export_words(FILE) == ("1 article exporté, 1 annotation. Relu et comparé : tout est identique.")
    several = FILE | {
        "articles": 4,
        "spans": 20,
        "lost": PREVIEW["lost"],
        "left_out": [left_out(8), left_out(9), left_out(9)],
        "unused": [UNUSED],
    }
    assert report_words.export_words(several) == (
        "4 articles exportés, 20 annotations. Relu et comparé : identique, à ce que le format ne garde pas près. "
        "2 articles laissés de côté. 1 annotation laissée de côté."
    )
    assert "rien n'a été comparé" in report_words.export_words(FILE | {"verified": None})


def test_only_what_was_not_to_be_seen_before_stays_in_sight() -> None:
    training = FILE | {"leaks": {"pairs": 2, "across": 0}, "debug_data": {"failures": []}}
    assert not report_words.went_wrong(FILE | {"left_out": [left_out(8)], "lost": PREVIEW["lost"]})
    assert not report_words.went_wrong(training)
    for worse in (
        {"unused": [UNUSED]},
        {"verified": None},
        {"leaks": {"pairs": 2, "across": 1}},
        {"debug_data": {"failures": ["Too few"]}},
    ):
        assert report_words.went_wrong(training | worse)


def test_the_details_count_labels_on_each_side() -> None:
    def side(articles: int, leaders: int) -> dict[str, Any]:
        return {"articles": articles, "labels": {"leader": leaders, "sum": 0}}

    names = {"leader": "dirigeant", "sum": "somme"}
    assert [fact.cells for fact in report_words.label_facts(FILE, names)] == [
        ("Articles", "1"),
        ("dirigeant", "1"),
        ("somme", "0"),
    ]
    training = FILE | {"articles": 3, "train": side(2, 7), "dev": side(1, 2), "test": None}
    del training["labels"]
    assert report_words.sides_of(training) == ["train", "dev"]
    assert [fact.cells for fact in report_words.label_facts(training, names)] == [
        ("Articles", "3", "2", "1"),
        ("dirigeant", "9", "7", "2"),
        ("somme", "0", "0", "0"),
    ]


def test_the_details_name_what_was_left_out_and_what_was_checked() -> None:
    report = FILE | {
        "left_out": [left_out(8)],
        "unused": [UNUSED],
        "lost": PREVIEW["lost"],
        "leaks": {"pairs": 2, "across": 0},
        "debug_data": {"good": ["Corpus is loadable"], "warnings": [], "failures": ["Too few"], "skipped": None},
        "notes": [{"fr": "2 articles ne sont pas terminés."}],
    }
    assert report_words.left_out_facts(report) == [
        report_words.Fact(("Titre 8", "", "Son état n'est pas exporté."), 8),
        report_words.Fact(("Titre 3", "Zoé", "«\u00a0OTA\u00a0» (alliance) : elle coupe un token."), 3),
    ]
    assert [fact.cells for fact in report_words.check_facts(report)] == [
        ("Relecture", "Relu et comparé : identique, à ce que le format ne garde pas près."),
        ("Ne passe pas", "Le titre : 41 articles."),
        ("Fuites", "Aucune : 2 paires de textes proches, chacune d'un seul côté."),
        ("spaCy : erreur", "Too few"),
        ("spaCy : bon", "Corpus is loadable"),
        ("À savoir", "2 articles ne sont pas terminés."),
    ]
    skipped = {"good": [], "warnings": [], "failures": [], "skipped": {"fr": "il n'y a rien pour l'entraînement"}}
    assert ("Avis de spaCy", "Il n'y a rien pour l'entraînement.") in [
        fact.cells for fact in report_words.check_facts(FILE | {"debug_data": skipped})
    ]
