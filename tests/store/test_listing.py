"""Lists against a plain reading: every article and annotation as the store gives them, filtered in Python."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core import corrections
from annotator.core.annotation import Annotation, Status
from annotator.core.edits import Edit, apply
from annotator.core.listing import ArticleQuery, Sort, asks_beginning, search_terms
from annotator.core.suggestions import Proposal, Tier
from annotator.core.tokens import TokenGrid
from annotator.store import annotation_writing, annotations, articles, listing, suggestions
from annotator.store.database import Database
from tests.strategies import LABELS, REASON, new_article

ADA, GRACE = 1, 2
TEXTS = (
    "Le président Zelensky a reçu des chars Leopard à Kiev.",
    "L’OTAN réfléchit : 50\u00a0M€ pour l’été, des chars et des munitions.",
    "A😀 Paris, l’Ukraine, la Pologne et l’UE.",
    "Élan : « la trêve » d’Odessa",
    "éclair de chars_Leopard",
    "Un été à Kiev sans l'OTAN",
    "Des munitions pour l'été",
    "Zelensky en manœuvre à Odessa",
)
DATES = ("2022-02-24", "2022-03", "2021-12-31T10:00", "2022", None, "2023-01-01", None, "2022-03")


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Eight articles on which two annotators did whatever there is to do, some left alone."""
    database = Database.create(tmp_path_factory.mktemp("lists") / "guerre.annot")
    chance = Random(5)
    new = [
        new_article(text)._replace(date=date, source=f"{'AFP' if place % 2 else 'afp_1'}.jsonl:{20 - place}")
        for place, (text, date) in enumerate(zip(TEXTS, DATES, strict=True))
    ]
    with database.transaction():
        assert [annotations.add_annotator(database, name) for name in ("Ada", "Grace")] == [ADA, GRACE]
        for id, each in zip(articles.insert(database, new, at=""), new, strict=True):
            suggestions.replace(database, id, _proposals(each.grid, chance), pipeline="rules 1")
    for step in range(60):
        id, who = chance.randint(1, len(TEXTS) - 2), chance.choice((ADA, ADA, GRACE))
        before = annotations.load(database, id, who)
        edit = _anything(database, before, chance)
        if edit is not None:
            with database.transaction():
                made = annotation_writing.Written(before, apply(edit, before), edit.changes)
                annotation_writing.write(database, [made], at=f"2022-01-01T00:{step:02d}")
        if step % 20 == 0:
            with database.transaction():
                suggestions.replace(database, id, _proposals(new[id - 1].grid, chance), pipeline="rules 2")
    yield database
    database.close()


def _proposals(grid: TokenGrid, chance: Random) -> list[Proposal]:
    tokens = sorted(chance.sample(range(len(grid)), chance.randint(0, len(grid) // 2)))
    return [
        Proposal(grid.starts[at], grid.ends[at], chance.choice(LABELS), "rule", REASON, chance.choice(list(Tier)))
        for at in tokens
    ]


def _anything(database: Database, before: Annotation, chance: Random) -> Edit | None:
    there = suggestions.load(database, before.article)
    pending = list(before.pending(there.values()))
    grid = articles.load(database, before.article).grid
    token = chance.randrange(len(grid))
    match chance.randrange(7):
        case 0 if pending:
            return corrections.accept(before, chance.sample(pending, 1))
        case 1 if before.spans:
            return corrections.set_note(before, "à voir", span=chance.choice(before.spans))
        case 2:
            return corrections.set_status(before, chance.choice(list(Status)))
        case 3:
            return corrections.set_flag(before, not before.flagged)
        case 4:
            return corrections.set_note(before, chance.choice(("", "note")))
        case 5 if chance.random() < 0.5:
            return corrections.set_trashed(before, not before.trashed)
        case _:
            start, end, label = grid.starts[token], grid.ends[token], chance.choice(LABELS)
            return corrections.draw(before, there, start=start, end=end, label=label)
    return None


def queries() -> st.SearchStrategy[ArticleQuery]:
    """Queries with few conditions or many."""
    either = st.none() | st.booleans()
    words = (
        "chars",
        "char",
        "CHARS ",
        "été",
        "ete",
        "l'ot",
        '"des chars"',
        "chars leo",
        "Kiev !",
        "€",
        "zel od",
        "*",
        "manoeu",
        "MANŒUVRE ",
    )
    return st.builds(
        ArticleQuery,
        words=st.just("") | st.sampled_from(words),
        statuses=st.just(frozenset()) | st.frozensets(st.sampled_from(Status)),
        labels=st.just(frozenset()) | st.frozensets(st.sampled_from(LABELS), max_size=2),
        without=st.just(frozenset()) | st.frozensets(st.sampled_from(LABELS), max_size=2),
        undecided=either,
        flagged=either,
        noted=either,
        source=st.sampled_from(("", "", "", "afp_", "AFP", "1%")),
        since=st.sampled_from(("", "", "", "2022", "2022-02-24")),
        until=st.sampled_from(("", "", "", "2022", "2022-02", "2021-12-31")),
        finished_by=st.just(frozenset()) | st.frozensets(st.sampled_from((ADA, GRACE))),
        among=st.none() | st.frozensets(st.integers(0, len(TEXTS) + 2)),
        trashed=st.sampled_from((False, False, False, True)),
        sort=st.sampled_from(Sort),
        reverse=st.booleans(),
    )


@given(queries(), st.sampled_from((ADA, GRACE, 9)))
def test_a_list_holds_what_a_plain_reading_finds(worked: Database, query: ArticleQuery, who: int) -> None:
    found = list(listing.find(worked, query, annotator=who))
    fitting = [id for id in articles.ids(worked) if _fits(worked, id, query, who)]
    assert sorted(found) == fitting
    assert found == sorted(fitting, key=lambda id: _place(worked, id, query, who), reverse=_falls(query))


def _falls(query: ArticleQuery) -> bool:
    return query.reverse is not (query.sort in (Sort.DATE, Sort.UNDECIDED, Sort.DOUBTFUL, Sort.CHANGED))


def _place(database: Database, id: int, query: ArticleQuery, who: int) -> object:
    article = articles.load(database, id)
    tiers = [each.tier for each in _pending(database, id, who)]
    changed = listing.summaries(database, [id], annotator=who)[0].changed_at or ""
    return {
        Sort.IMPORT: id,
        Sort.TITLE: _plain(article.title).replace("’", "'"),
        Sort.DATE: article.date or "",
        Sort.SOURCE: article.source.split(":")[0].lower(),
        Sort.UNDECIDED: len(tiers),
        Sort.DOUBTFUL: (tiers.count(Tier.UNSURE), tiers.count(Tier.LIKELY)),
        Sort.CHANGED: changed,
    }[query.sort]


def _pending(database: Database, id: int, who: int) -> list[object]:
    return list(annotations.load(database, id, who).pending(suggestions.load(database, id).values()))


def _fits(database: Database, id: int, query: ArticleQuery, who: int) -> bool:
    article, own = articles.load(database, id), annotations.load(database, id, who)
    labels = {span.label for span in own.spans}
    others = [annotations.load(database, id, other) for other in query.finished_by]
    noted = own.note is not None or any(span.note for span in own.spans)
    return (
        own.trashed is query.trashed
        and _holds(article.title, article.text, query.words)
        and (not query.statuses or own.status in query.statuses)
        and query.labels <= labels
        and not query.without & labels
        and query.undecided in (None, bool(_pending(database, id, who)))
        and query.flagged in (None, own.flagged)
        and query.noted in (None, noted)
        and query.source.lower() in article.source.lower()
        and (not query.since or (article.date or "") >= query.since)
        and (not query.until or (article.date or "9")[: len(query.until)] <= query.until)
        and (query.among is None or id in query.among)
        and (not others or any(each.status is Status.FINISHED and not each.trashed for each in others))
    )


def _holds(title: str, text: str, words: str) -> bool:
    """Tell whether the words stand in title or text, one by one or, quoted, side by side."""
    terms = search_terms(words)
    for place, term in enumerate(terms):
        wanted = f" {' '.join(_tokens(term))}"
        wanted += "" if asks_beginning(words) and place == len(terms) - 1 else " "
        if not any(wanted in f" {' '.join(_tokens(part))} " for part in (title, text)):
            return False
    return True


def _tokens(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", _plain(text))


def _plain(text: str) -> str:
    plain = re.sub(r"[\u0300-\u036f]", "", normalize("NFD", text)).casefold()
    return plain.replace("œ", "oe")


@pytest.mark.parametrize("counted", [False, True])
@pytest.mark.parametrize("who", [ADA, GRACE, 9])
def test_a_row_says_what_the_annotation_says(worked: Database, who: int, counted: bool) -> None:
    if counted:
        listing.find(worked, ArticleQuery(), annotator=who)
    else:
        with worked.transaction():
            worked.execute("UPDATE annotations SET pending_sure = NULL")
    ids = [3, 1, 99, *range(4, len(TEXTS) + 1)]
    rows = listing.summaries(worked, ids, annotator=who)
    assert [row.id for row in rows] == [id for id in ids if id != 99]
    for row in rows:
        article, own = articles.load(worked, row.id), annotations.load(worked, row.id, who)
        there = suggestions.load(worked, row.id).values()
        assert (row.title, row.source, row.date) == (article.title, article.source, article.date)
        assert (row.length, row.status, row.flagged) == (len(article.text), own.status, own.flagged)
        assert (row.note, row.changed_at is None) == (own.note, own.revision == 0)
        assert row.suggested == sum(each.active for each in there)
        assert row.undecided == len(_pending(worked, row.id, who))


@pytest.mark.parametrize("who", [ADA, GRACE, 9])
def test_what_is_in_the_trash_is_not_counted(worked: Database, who: int) -> None:
    here = [annotations.load(worked, id, who) for id in articles.ids(worked)]
    kept = [each.status for each in here if not each.trashed]
    assert listing.count_statuses(worked, who) == {status: kept.count(status) for status in Status}
    assert listing.count_trashed(worked, who) == len(here) - len(kept)


@pytest.mark.parametrize("who", [ADA, GRACE, 9])
def test_the_first_unfinished_is_neither_over_nor_in_the_trash(worked: Database, who: int) -> None:
    ids = articles.ids(worked)[::-1]
    for start in range(len(ids) + 1):
        here = [annotations.load(worked, id, who) for id in ids[start:]]
        over = (Status.FINISHED, Status.SET_ASIDE)
        wanted = next((each.article for each in here if each.status not in over and not each.trashed), None)
        assert listing.unfinished(worked, ids[start:], annotator=who) == wanted


def test_many_articles_are_listed_in_their_order(database: Database) -> None:
    with database.transaction():
        articles.insert(database, [new_article(f"Dépêche {number}") for number in range(1200)], at="")
        for id in range(1, 1151):
            before = Annotation(id, annotations.add_annotator(database, "Ada"))
            edit = corrections.set_status(before, Status.FINISHED)
            assert edit is not None
            annotation_writing.write(
                database, [annotation_writing.Written(before, apply(edit, before), edit.changes)], at=""
            )
    ids = listing.find(database, ArticleQuery(reverse=True), annotator=ADA)
    assert [row.id for row in listing.summaries(database, ids, annotator=ADA)] == list(range(1200, 0, -1))
    assert listing.unfinished(database, ids[::-1], annotator=ADA) == 1151


@pytest.mark.parametrize("sort", [Sort.TITLE, Sort.SOURCE])
def test_articles_that_come_later_stand_where_they_belong(database: Database, sort: Sort) -> None:
    for names in ("d", "bc", "eaD"):
        with database.transaction():
            new = [new_article(f"Texte {name}")._replace(title=f"« {name} »", source=name) for name in names]
            articles.insert(database, new, at="")
        stored = {id: articles.load(database, id).title[2].lower() for id in articles.ids(database)}
        for reverse in (False, True):
            found = listing.find(database, ArticleQuery(sort=sort, reverse=reverse), annotator=ADA)
            assert list(found) == sorted(stored, key=stored.__getitem__, reverse=reverse)


def test_texts_begin_where_they_begin(worked: Database) -> None:
    assert listing.beginnings(worked, [3, 99, 1], length=7) == {1: TEXTS[0][:7], 3: TEXTS[2][:7]}


@given(st.text(max_size=20))
def test_no_words_are_bad_syntax(worked: Database, words: str) -> None:
    listing.find(worked, ArticleQuery(words), annotator=ADA)
