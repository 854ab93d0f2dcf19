"""Our measures of agreement are those of the libraries that people know them from."""

from __future__ import annotations

import warnings
from typing import Any

import krippendorff
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nervaluate import Evaluator
from sklearn.metrics import cohen_kappa_score
from sklearn.metrics import confusion_matrix as confusion_of_tokens

from annotator.core.agreement import Agreement, Labelled
from annotator.core.token_agreement import TokenCounts
from annotator.core.tokens import TokenGrid

LABELS = ("leader", "country", "weapon")
Articles = list[tuple[int, list[Labelled], list[Labelled]]]


def _grid(tokens: int) -> TokenGrid:
    return TokenGrid.of((3 * token, 3 * token + 2) for token in range(tokens))


@st.composite
def _spans(draw: st.DrawFn, tokens: int) -> list[Labelled]:
    spans, at = [], 0
    while at < tokens:
        at += draw(st.integers(0, 3))
        last = at + draw(st.integers(0, 2))
        if last < tokens:
            spans.append((3 * at, 3 * last + 2, draw(st.sampled_from(LABELS))))
        at = last + 1
    return spans


@st.composite
def _articles(draw: st.DrawFn) -> Articles:
    sizes = draw(st.lists(st.integers(1, 12), min_size=1, max_size=4))
    return [(size, draw(_spans(size)), draw(_spans(size))) for size in sizes]


def _compared(articles: Articles) -> Agreement:
    result = Agreement()
    for size, first, second in articles:
        result.add(_grid(size), first, second)
    return result


def _iob2(size: int, spans: list[Labelled]) -> list[str]:
    tags = ["O"] * size
    for start, end, label in spans:
        for token in range(start // 3, end // 3 + 1):
            tags[token] = ("B-" if token == start // 3 else "I-") + label
    return tags


def _types(size: int, spans: list[Labelled]) -> list[str]:
    return [tag[2:] for tag in _iob2(size, spans)]


@given(articles=_articles())
def test_exact_f1_is_that_of_seqeval(articles: Articles) -> None:
    from seqeval.metrics import classification_report

    first = [_iob2(size, spans) for size, spans, _ in articles]
    second = [_iob2(size, spans) for size, _, spans in articles]
    ours = _compared(articles)
    if not ours.places.first + ours.places.second:
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of what is not defined and says 0
        theirs = classification_report(second, first, output_dict=True, mode="strict", scheme=_scheme())
    for label, counts in ours.labels.items():
        measures = counts.exact
        assert theirs[label]["precision"] == pytest.approx(measures.precision or 0)
        assert theirs[label]["recall"] == pytest.approx(measures.recall or 0)
        assert theirs[label]["f1-score"] == pytest.approx(measures.f1 or 0)
    assert theirs["micro avg"]["f1-score"] == pytest.approx(ours.exact.f1 or 0)


def _scheme() -> Any:
    from seqeval.scheme import IOB2

    return IOB2


@given(articles=_articles())
def test_partial_f1_is_that_of_nervaluate(articles: Articles) -> None:
    def told(spans: list[Labelled]) -> list[dict[str, Any]]:
        return [{"start": start, "end": end - 1, "label": label} for start, end, label in spans]

    first = [told(spans) for _, spans, _ in articles]
    second = [told(spans) for _, _, spans in articles]
    ours = _compared(articles)
    theirs = Evaluator(second, first, tags=list(LABELS), loader="dict").evaluate()
    overall = theirs["overall"]
    assert overall["partial"].f1 == pytest.approx(ours.partial.f1 or 0)
    assert overall["partial"].precision == pytest.approx(ours.partial.precision or 0)
    assert overall["strict"].f1 == pytest.approx(ours.exact.f1 or 0)
    for label, counts in ours.labels.items():
        assert theirs["entities"][label]["partial"].f1 == pytest.approx(counts.partial.f1 or 0)
        assert theirs["entities"][label]["strict"].recall == pytest.approx(counts.exact.recall or 0)


@given(articles=_articles())
def test_kappa_is_that_of_scikit_learn(articles: Articles) -> None:
    first = [each for size, spans, _ in articles for each in _types(size, spans)]
    second = [each for size, _, spans in articles for each in _types(size, spans)]
    ours = _compared(articles).tokens
    if ours.kappa is None:
        assert set(first) == set(second)
        assert len(set(first)) == 1
        return
    assert ours.kappa == pytest.approx(cohen_kappa_score(first, second))
    names = sorted({*first, *second})
    theirs = confusion_of_tokens(first, second, labels=names)
    assert [[ours.matrix[one, other] for other in names] for one in names] == theirs.tolist()


@given(
    annotators=st.integers(1, 12).flatmap(
        lambda size: st.lists(_spans(size).map(lambda s: (size, s)), min_size=2, max_size=4)
    )
)
def test_alpha_is_that_of_krippendorff(annotators: list[tuple[int, list[Labelled]]]) -> None:
    size = annotators[0][0]
    ours = TokenCounts()
    ours.add(_grid(size), [spans for _, spans in annotators])
    rows = [[("", *LABELS).index(each) for each in _types(size, spans)] for _, spans in annotators]
    if len({each for row in rows for each in row}) == 1:
        assert ours.alpha is None
    else:
        theirs = krippendorff.alpha(reliability_data=rows, level_of_measurement="nominal", value_domain=range(4))
        assert ours.alpha == pytest.approx(theirs)
