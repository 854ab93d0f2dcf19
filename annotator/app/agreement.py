"""How far annotators agree, in one project or between two, for the window and the command line alike."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.app.comparing_whom import Compared, nothing_in_common, whom
from annotator.app.splits import splits
from annotator.core.agreement import Agreement, Difference, Labelled, Pair
from annotator.core.agreement_places import DIFFERENCES, Place, Places
from annotator.core.agreement_report import AgreementReport, EdgeWords, PairAgreement, Side
from annotator.core.annotation import Status
from annotator.core.boundaries import Edge, edges, words
from annotator.core.listing import ArticleQuery
from annotator.core.token_agreement import TokenCounts
from annotator.core.tokens import TokenGrid
from annotator.store import agreement as stored

if TYPE_CHECKING:
    from annotator.app.project import Project

_AT_ONCE = 500
"""Articles whose spans and tokens are in memory together."""

_CONTEXT = 60
_SHOWN = 200


def compare(
    project: Project,
    between: Sequence[str] | None = None,
    *,
    other: Project | None = None,
    statuses: Collection[Status] = (Status.FINISHED,),
    articles: ArticleQuery | Collection[int] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> AgreementReport:
    """Compare what annotators made of the articles that all of them have in one of some statuses.

    What one of them threw away is left out. Tokens are those of ``project``. Articles are read some hundred at a time,
    each file as it is when the comparison begins.

    Args:
        project: the project file.
        between: names of the annotators. None for all who have an article in one of the statuses. With ``other``, the
            name of one who worked in both, or of one in ``project`` and one in ``other``; None for the only one in
            both, or else the only one in each.
        other: another project file, whose articles are told by their texts.
        statuses: which statuses count.
        articles: which articles of ``project``: ids, or a query as the first annotator asks it; None for all.
        progress: told how many articles of how many are done; it may raise to stop.

    Raises:
        UserError: there are not two to compare, or no article that they have in common.
    """
    if isinstance(articles, ArticleQuery):
        # Before the snapshot, as the list may have to count anew what is undecided.
        asking = whom(project, between, other, statuses)[0].annotator
        articles = project.find_articles(articles, annotator=asking)
    wanted = None if articles is None else frozenset(articles)
    with ExitStack() as stack:
        for database in {id(each): each for each in (project.database, (other or project).database)}.values():
            stack.enter_context(database.snapshot())
        compared = whom(project, between, other, statuses)
        common, left_out = _articles(project, compared, wanted)
        if not common:
            raise nothing_in_common(compared, statuses, chosen=wanted is not None)
        work = _Comparison(project, compared)
        order = sorted(common)
        for at in range(0, len(order), _AT_ONCE):
            work.read({id: common[id] for id in order[at : at + _AT_ONCE]})
            if progress is not None:
                progress(min(at + _AT_ONCE, len(order)), len(order))
        ordered = tuple(status for status in Status if status in statuses)
        sides = tuple(each.side for each in compared)
        return AgreementReport(sides, ordered, array("q", order), left_out, work.pairs(), work.tokens)


def _articles(
    project: Project, compared: Sequence[Compared], wanted: frozenset[int] | None
) -> tuple[dict[int, tuple[int, ...]], int]:
    """Return the articles that all have, each with its id in the file of each, and how many only some have."""
    each_has: list[Mapping[int, int]] = []
    hashes: dict[str, int] | None = None
    for one in compared:
        if one.project is project:
            each_has.append({id: id for id in one.articles})
            continue
        if hashes is None:
            hashes = stored.by_hash(project.database)
        theirs = stored.by_hash(one.project.database, one.articles)
        each_has.append({hashes[hash]: id for hash, id in theirs.items() if hash in hashes})
    chosen = [set(each) if wanted is None else wanted.intersection(each) for each in each_has]
    common = set[int].intersection(*map(set, chosen))
    together = {id: tuple(each[id] for each in each_has) for id in common}
    return together, len(set[int]().union(*chosen)) - len(common)


class _Comparison:
    """Counts articles, some at a time.

    Attributes:
        tokens: the tokens of all, as every annotator labelled them.
    """

    def __init__(self, project: Project, compared: Sequence[Compared]) -> None:
        self._project = project
        self._compared = compared
        self._splits = splits(project)
        self._both = {both: _Both() for both in combinations(range(len(compared)), 2)}
        self.tokens = TokenCounts()

    def read(self, articles: Mapping[int, tuple[int, ...]]) -> None:
        """Count some articles, given with their ids in the file of each annotator."""
        drawn = [
            stored.spans(one.project.database, [ids[at] for ids in articles.values()], one.annotator)
            for at, one in enumerate(self._compared)
        ]
        differing: dict[int, list[tuple[_Both, int, list[Pair]]]] = {}
        for article, grid in self._grids(list(articles)):
            spans = [each.get(id, []) for each, id in zip(drawn, articles[article], strict=True)]
            if len(spans) > 2:
                self.tokens.add(grid, spans)
            for (first, second), both in self._both.items():
                found = both.agreement.add(grid, spans[first], spans[second])
                begin = len(both.places)
                both.places.extend(article, found)
                if any(each.difference in (Difference.BOUNDARY, Difference.BOTH) for each in found):
                    differing.setdefault(article, []).append((both, begin, found))
        if differing:
            texts = stored.texts(self._project.database, differing)
            for article, those in differing.items():
                for both, begin, found in those:
                    both.count_edges(texts[article].text, begin, found)

    def _grids(self, articles: Sequence[int]) -> Iterator[tuple[int, TokenGrid]]:
        from annotator.nlp import tokenizer

        packed = stored.grids(self._project.database, articles)
        stale = [id for id in articles if packed[id][1] != tokenizer.VERSION]
        texts = stored.texts(self._project.database, stale) if stale else {}
        for id in articles:
            if id in texts:
                yield id, tokenizer.grid(texts[id].text, self._splits)
            else:
                yield id, TokenGrid.from_bytes(packed[id][0])

    def pairs(self) -> tuple[PairAgreement, ...]:
        """Return what was counted of every two; the first of two is also who is named first."""
        if len(self._compared) == 2:
            self.tokens = self._both[0, 1].agreement.tokens
        return tuple(
            both.result(self._compared[first].side, self._compared[second].side)
            for (first, second), both in self._both.items()
        )


class _Both:
    """What is counted of two annotators."""

    def __init__(self) -> None:
        self.agreement = Agreement()
        self.places = Places()
        self._edges: defaultdict[tuple[Edge, str], array[int]] = defaultdict(lambda: array("I"))

    def count_edges(self, text: str, begin: int, found: Sequence[Pair]) -> None:
        for at, pair in enumerate(found, begin):
            for edge, start, end in edges(pair):
                self._edges[edge, words(text, start, end)].append(at)

    def result(self, first: Side, second: Side) -> PairAgreement:
        by_count = sorted(self._edges.items(), key=lambda item: (-len(item[1]), item[0]))
        edge_words = tuple(EdgeWords(edge, said, places) for (edge, said), places in by_count)
        return PairAgreement(first, second, self.agreement, self.places, edge_words)


class ShownPlace(NamedTuple):
    """A place at which one of two annotators drew something, in its context.

    Attributes:
        between: what the two are called.
        place: article and spans.
        title: title of the article.
        before: up to 60 characters before the place.
        shown: the characters from where the first span starts to where the last ends, at most 200.
        after: up to 60 characters after it.
        first: the characters of the first annotator's span, at most 200; None where there is none.
        second: those of the second's.
    """

    between: tuple[str, str]
    place: Place
    title: str
    before: str
    shown: str
    after: str
    first: str | None
    second: str | None

    def to_json(self) -> dict[str, Any]:
        """Return it as an object.

        Keys are added to it in later versions, never renamed or taken away::

        {"between": ["Ana", "Ben"], "article": 3, "title": "…", "kind": "boundary",
         "before": "…", "text": "le général Petraeus", "after": "…",
         "first": {"start": 40, "end": 59, "label": "leader", "text": "le général Petraeus"} or null,
         "second": {"start": 51, "end": 59, "label": "leader", "text": "Petraeus"} or null}
        """
        pair = self.place.pair
        return {
            "between": list(self.between),
            "article": self.place.article,
            "title": self.title,
            "kind": pair.difference.value,
            "before": self.before,
            "text": self.shown,
            "after": self.after,
            "first": _span_to_json(pair.first, self.first),
            "second": _span_to_json(pair.second, self.second),
        }


def _span_to_json(span: Labelled | None, text: str | None) -> dict[str, Any] | None:
    return None if span is None else {"start": span[0], "end": span[1], "label": span[2], "text": text}


def in_context(project: Project, pair: PairAgreement, places: Sequence[int]) -> Iterator[ShownPlace]:
    """Yield some of the places of a pair of annotators with the text around them; few texts are in memory at a time.

    Args:
        project: the project file that was compared; the first, where there were two.
        pair: the two annotators.
        places: indices into ``pair.places``, such as `Places.where` returns. Places of an article that is no longer
            there are passed over.
    """
    for at in range(0, len(places), _AT_ONCE):
        some = [pair.places[each] for each in places[at : at + _AT_ONCE]]
        texts = stored.texts(project.database, dict.fromkeys(each.article for each in some))
        for place in some:
            if place.article not in texts:
                continue
            title, text = texts[place.article]
            start, end = place.pair.start, place.pair.end
            yield ShownPlace(
                (pair.first.shown, pair.second.shown),
                place,
                title,
                text[max(0, start - _CONTEXT) : start],
                text[start : min(end, start + _SHOWN)],
                text[end : end + _CONTEXT],
                *(None if each is None else text[each[0] : min(each[1], each[0] + _SHOWN)] for each in place.pair[1:]),
            )


def differences(
    project: Project, report: AgreementReport, *, labels: Collection[str] | None = None
) -> Iterator[ShownPlace]:
    """Yield every difference of a report, pair of annotators by pair, article by article, in text order.

    Args:
        project: the project file that was compared; the first, where there were two.
        report: what `compare` returned.
        labels: ids of labels of which one of the two spans has to be; all by default.
    """
    for pair in report.pairs:
        found = pair.places.where(DIFFERENCES)
        if labels is not None:
            of_labels = {at for label in labels for at in pair.places.where(label=label)}
            found = [at for at in found if at in of_labels]
        yield from in_context(project, pair, found)
