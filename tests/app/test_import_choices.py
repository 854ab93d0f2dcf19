"""What a person can say of an import: labels, whole words, whose it is, suggestions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.app.checking import check
from annotator.app.import_options import ImportOptions
from annotator.app.importing import import_files, import_records
from annotator.app.previewing import preview_files
from annotator.app.project import Project
from annotator.app.session import Session
from annotator.app.suggesting import suggest
from annotator.core.annotation import Origin, Status
from annotator.core.errors import UserError
from annotator.core.labels import DEFAULT_LABELS, clean_labels
from annotator.core.placement import Obstacle
from annotator.core.suggestions import Tier
from annotator.formats.records import Record

TEXT = "Joe Biden arrive à Paris avec des chars."
BIDEN, PARIS, TANKS = (0, 9), (19, 24), (34, 39)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "news.annot") as project:
        yield project
        assert check(project).problems == ()


def record(*spans: tuple[int, int, str], text: str = TEXT, **fields: Any) -> Record:
    return Record(text, fields.pop("where", "ici"), spans=spans, **fields)


def spans(project: Project, annotator: str, article: int = 1) -> list[tuple[int, int, str]]:
    found = project.annotation(article, project.find_annotator(annotator)).spans
    return [(each.start, each.end, each.label) for each in found]


# Labels


def test_labels_of_files_become_ours_stay_out_or_are_unknown(project: Project) -> None:
    marked = record((*BIDEN, "PER"), (*PARIS, "LOC"), (*TANKS, "MISC"))

    report = import_records(project, [marked], ImportOptions("Zoé", labels={" per ": "dirigeant", "LOC": None}))

    assert spans(project, "Zoé") == [(*BIDEN, "leader")]
    assert report.to_json()["labels"] == [
        {"theirs": "PER", "spans": 1, "ours": "leader", "created": False},
        {"theirs": "LOC", "spans": 1, "ours": None, "created": False},
        {"theirs": "MISC", "spans": 1, "ours": None, "created": False},
    ]
    assert [(each.span.label, each.span.obstacle) for each in report.left_out] == [("MISC", Obstacle.UNKNOWN_LABEL)]


def test_a_label_that_is_none_of_ours_cannot_be_chosen(project: Project) -> None:
    with pytest.raises(UserError, match="no label “person”; its labels are leader, country") as refused:
        import_records(project, [record()], ImportOptions(labels={"PER": "person"}))
    assert "« person »" in refused.value.wording.fr


def test_labels_are_made_where_that_is_wanted(project: Project) -> None:
    marked = record((*BIDEN, "Lieu géographique"), (*PARIS, "pays"), (*TANKS, "LIEU GÉOGRAPHIQUE"))
    off = record((2, 5, "jamais"), text="Autre texte.")

    report = import_records(project, [marked, off], ImportOptions("Zoé", create_labels=True))

    assert project.labels()[:5] == DEFAULT_LABELS
    (made,) = project.labels()[5:]
    assert (made.id, made.name.fr, made.name.en, made.key) == (
        "lieu_geographique",
        "Lieu géographique",
        "Lieu géographique",
        "6",
    )
    assert made.guideline == ("", "")
    assert spans(project, "Zoé") == [(*BIDEN, made.id), (*PARIS, "country"), (*TANKS, made.id)]
    assert {(each.theirs, each.ours, each.created) for each in report.labels} == {
        ("Lieu géographique", made.id, True),
        ("LIEU GÉOGRAPHIQUE", made.id, True),
        ("pays", "country", False),
        ("jamais", None, False),
    }
    assert clean_labels(project.labels()) == project.labels()


def test_more_labels_than_digits_can_be_made_and_kept(project: Project) -> None:
    marked = [record((0, 5, f"L{number}"), text=f"Texte {number}") for number in range(12)]

    import_records(project, marked, ImportOptions(create_labels=True))

    keys = [label.key for label in project.labels()[5:]]
    assert keys[:4] == ["6", "7", "8", "9"]
    assert keys[4:] == [f"l{number}" for number in range(4, 12)]
    assert len({label.colour for label in project.labels()}) == 17
    assert clean_labels(project.labels()) == project.labels()


def test_a_file_with_a_thousand_labels_makes_some_and_leaves_the_rest_out(project: Project) -> None:
    marked = [record((0, 5, f"L{number}"), text=f"Texte {number}") for number in range(1000)]

    report = import_records(project, marked, ImportOptions(create_labels=True))

    assert len(project.labels()) == 65
    assert len(report.left_out) == 940


# Spans


def test_spans_are_trimmed_always_and_widened_where_that_is_wanted(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    given = [(0, 10, "leader"), (20, 23, "country"), (33, 39, "weapon"), (34, 37, "sum")]
    listed = [{"start": start, "end": end, "label": label} for start, end, label in given]
    path.write_text(json.dumps({"text": TEXT, "spans": listed}), "utf-8")

    strict = preview_files(project, [path], ImportOptions("Zoé")).report
    report = import_files(project, [path], ImportOptions("Zoé", snap=True))

    assert [each.span.obstacle for each in strict.left_out] == [Obstacle.OFF_THE_GRID] * 2
    assert spans(project, "Zoé") == [(*BIDEN, "leader"), (*PARIS, "country"), (*TANKS, "weapon")]
    told = report.to_json()
    assert [(each["text"], each["to"], each["reason"]) for each in told["trimmed"]] == [
        ("Joe Biden ", [0, 9], "trimmed"),
        (" chars", [34, 39], "trimmed"),
    ]
    assert [(each["start"], each["end"], each["to"]) for each in told["snapped"]] == [(20, 23, [19, 24])]
    assert [(each["label"], each["reason"]) for each in told["left_out"]] == [("sum", "overlap")]


def test_remarks_on_spans_come_along(project: Project) -> None:
    marked = record((*PARIS, "country"), (*BIDEN, "leader"), remarks={1: " le président\x00 ", 0: " "})

    import_records(project, [marked], ImportOptions("Zoé"))

    found = project.annotation(1, project.find_annotator("Zoé")).spans
    assert [(each.start, each.note, each.origin) for each in found] == [
        (0, "le président\ufffd", Origin.IMPORTED),
        (19, None, Origin.IMPORTED),
    ]


# Whose


def test_a_text_with_the_work_of_several_is_one_article(project: Project) -> None:
    report = import_records(
        project,
        [
            record((*BIDEN, "leader"), annotator="Zoé", status=Status.FINISHED),
            record((*PARIS, "country"), annotator="Ali"),
            record((*PARIS, "country"), where="là"),
            record((*BIDEN, "leader"), annotator="zoé", where="encore"),
            record((*TANKS, "weapon"), annotator="ALI", where="autrement"),
        ],
    )

    assert project.article_ids() == [1]
    assert spans(project, "Zoé") == [(*BIDEN, "leader")]
    assert spans(project, "Ali") == spans(project, "import") == [(*PARIS, "country")]
    assert project.annotation(1, project.find_annotator("Zoé")).status is Status.FINISHED
    assert [(each.annotator, each.articles, each.spans) for each in report.annotations] == [
        ("Zoé", 1, 1),
        ("Ali", 1, 1),
        ("import", 1, 1),
    ]
    assert [(each.where, each.held) for each in report.duplicates] == [("encore", "twice")]
    (conflict,) = report.to_json()["conflicts"]
    assert {key: conflict[key] for key in ("where", "spans", "article", "annotator", "reason")} == {
        "where": "autrement",
        "spans": 1,
        "article": None,
        "annotator": "Ali",
        "reason": "other_spans",
    }


def test_everything_goes_to_the_annotator_who_was_chosen(project: Project) -> None:
    both = [record((*BIDEN, "leader"), annotator="Ali"), record((*PARIS, "country"), annotator="Bea")]

    report = import_records(project, both, ImportOptions("Zoé"))

    assert list(project.annotators().values()) == ["Zoé"]
    assert spans(project, "Zoé") == [(*BIDEN, "leader")]
    assert len(report.conflicts) == 1


def test_work_is_added_to_an_article_that_is_there(project: Project) -> None:
    decomposed = "\ufeff" + TEXT.replace("à", "a\u0300") + "\r\nE\u0301té."
    import_records(project, [record(text=decomposed)])
    ali = project.add_annotator("Ali")
    Session(project, ali).change_each([1], _flag)
    here = decomposed.index("Paris")

    report = import_records(
        project,
        [
            record((here, here + 5, "country"), text=decomposed, annotator="Zoé"),
            record((1, 10, "leader"), text=decomposed, annotator="Ali", status=Status.FINISHED),
        ],
    )

    assert (report.articles, report.attached, report.duplicates, report.first) == (0, 2, (), None)
    assert spans(project, "Zoé") == [(*PARIS, "country")]
    assert spans(project, "Ali") == [(*BIDEN, "leader")]
    annotation = project.annotation(1, ali)
    assert (annotation.status, annotation.flagged, annotation.revision) == (Status.FINISHED, True, 2)


def test_that_nothing_is_there_is_added_too_where_somebody_says_so(project: Project) -> None:
    import_records(project, [record()], ImportOptions("Ana", Status.FINISHED))

    unnamed = import_records(project, [record()], ImportOptions(status=Status.FINISHED))
    again = import_records(project, [record()], ImportOptions("Ana", Status.FINISHED))
    named = import_records(project, [record()], ImportOptions("Ben", Status.FINISHED))

    assert [(each.attached, len(each.duplicates)) for each in (unnamed, again, named)] == [(0, 1), (0, 1), (1, 0)]
    assert project.annotation(1, project.find_annotator("Ben")).status is Status.FINISHED


def test_what_somebody_has_marked_is_left_alone_and_named(project: Project) -> None:
    zoe = project.add_annotator("Zoé")
    import_records(project, [record()])
    session = Session(project, zoe)
    session.open(1)
    session.draw(*PARIS, label="country")

    report = import_records(project, [record((*BIDEN, "leader"))], ImportOptions("Zoé"))
    again = import_records(project, [record((*PARIS, "pays"))], ImportOptions("Zoé"))

    assert [(each.article, each.annotator) for each in report.conflicts] == [(1, "Zoé")]
    assert [each.article for each in again.duplicates] == [1]
    assert spans(project, "Zoé") == [(*PARIS, "country")]


def test_a_status_of_the_file_goes_before_the_one_chosen(project: Project) -> None:
    import_records(
        project,
        [
            record((*BIDEN, "leader"), status=Status.SET_ASIDE),
            record(text="Rien.", status=Status.IN_PROGRESS),
            record(text="Pas touché.", status=Status.NEW),
            record((0, 4, "leader"), text="Paul dort.", status=Status.NEW),
        ],
        ImportOptions("Zoé", Status.FINISHED),
    )

    assert [project.annotation(id, 1).status for id in project.article_ids()] == [
        Status.SET_ASIDE,
        Status.IN_PROGRESS,
        Status.NEW,
        Status.NEW,
    ]
    assert len(project.annotation(4, 1).spans) == 1


# Suggestions


def test_what_a_model_found_becomes_suggestions(project: Project) -> None:
    report = import_records(
        project,
        [
            record((*BIDEN, "leader"), (*TANKS, "weapon"), model="camembert 2"),
            record((*PARIS, "country"), annotator="Zoé"),
            record((0, 3, "leader"), (*PARIS, "country"), model="autre", where="là"),
        ],
    )

    found = list(project.suggestions(1).values())
    assert [(each.start, each.end, each.label, each.pipeline) for each in found] == [
        (*BIDEN, "leader", "camembert 2"),
        (*PARIS, "country", "autre"),
        (*TANKS, "weapon", "camembert 2"),
    ]
    assert {(each.rule, each.tier) for each in found} == {("import", Tier.LIKELY)}
    assert found[0].reason.fr == "vient d'un import (camembert 2)"
    assert (report.suggestions, report.spans, report.annotator) == (3, 1, "Zoé")
    assert [(each.where, each.span.obstacle) for each in report.left_out] == [("là", Obstacle.SUGGESTED)]


def test_the_suggester_leaves_imported_suggestions_alone(project: Project) -> None:
    import_records(project, [record((4, 9, "weapon"), text=TEXT)], ImportOptions(as_suggestions=True))
    import_records(project, [record(text="Joe Biden dort.")])

    assert suggest(project).articles == 2

    found = [(each.start, each.end, each.rule) for each in project.suggestions(1).values()]
    assert (4, 9, "import") in found
    assert not any(start < 9 and end > 4 and rule != "import" for start, end, rule in found)
    assert any(each.start == 0 for each in project.suggestions(2).values())
    assert project.annotators() == {}
    (listed,) = project.database.execute("SELECT sure + likely + unsure FROM articles WHERE id = 1").fetchone()
    assert listed == len(found)


def test_suggestions_are_added_to_an_article_that_is_there_where_none_stand(project: Project) -> None:
    import_records(project, [record()])
    suggest(project)
    before = len(project.suggestions(1))
    assert before
    first = next(iter(project.suggestions(1).values()))
    free = next(
        (at, at + 1)
        for at, sign in enumerate(TEXT)
        if sign == "." and not any(each.start <= at < each.end for each in project.suggestions(1).values())
    )
    given = record((first.start, first.end, "sum"), (*free, "sum"))

    report = import_records(project, [given], ImportOptions(as_suggestions=True))
    again = import_records(project, [given], ImportOptions(as_suggestions=True))

    assert (report.suggestions, report.articles) == (1, 0)
    assert [each.span.obstacle for each in report.left_out] == [Obstacle.SUGGESTED]
    assert len(project.suggestions(1)) == before + 1
    assert (again.suggestions, len(again.duplicates)) == (0, 1)


# Near-duplicates


def test_texts_that_are_nearly_the_same_come_in_and_are_named(project: Project) -> None:
    story = " ".join(f"Le ministre numéro {number} a promis des chars à l'Ukraine." for number in range(30))
    other = " ".join(f"La pluie tombe sur le village {number} depuis hier soir." for number in range(30))
    import_records(project, [Record(story, "une", title="Promesses")])

    report = import_records(
        project,
        [
            Record(story + " Fin.", "deux", title="Promesses, suite"),
            Record(other, "trois", title="Pluie"),
            Record(other + " Voilà.", "quatre", title="Pluie encore"),
        ],
    )

    assert report.articles == 3
    near = report.to_json()["near_duplicates"]
    assert [(each["where"], each["title"], each["of"], each["article"]) for each in near] == [
        ("deux", "Promesses, suite", "Promesses", 1),
        ("quatre", "Pluie encore", "Pluie", None),
    ]
    assert all(0.8 < each["likeness"] < 1 for each in near)


def _flag(annotation: Any) -> Any:
    from annotator.core.corrections import set_flag

    return set_flag(annotation, True)
