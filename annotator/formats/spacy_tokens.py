"""Texts and spans of tokens as spaCy's JSON has them: words, the blanks behind them, one tag for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from annotator.core.wording import Wording
from annotator.formats.detokenizing import Places, fit, put_together
from annotator.formats.json_fields import RawSpan, require_encodable
from annotator.formats.tag_schemes import Scheme, Tagged, is_undecided
from annotator.formats.tally import Tally

_UNDECIDED = Wording(
    "tokens of which the file says that nobody decided on them: {0}; they are in no span.",
    "mots dont le fichier dit que personne n'a décidé : {0} ; ils ne sont dans aucune annotation.",
)
_FAULTS = Wording(
    "tags that do not go on as they should: {0}; a span was begun or ended there.",
    "étiquettes qui ne se suivent pas comme il faut : {0} ; une annotation y a été commencée ou finie.",
)
_UNFIT = Wording(
    "texts that are not those of their tokens: {0}; they were put together from the tokens.",
    "textes qui ne sont pas ceux de leurs mots : {0} ; ils ont été recomposés à partir des mots.",
)
_PUT_TOGETHER = Wording(
    "articles of which the file holds tokens and not the blanks between them: {0}; their text was put together as it "
    "would be printed.",
    "articles dont le fichier contient les mots et non les blancs entre eux : {0} ; leur texte a été recomposé comme "
    "il serait imprimé.",
)


def text_of(
    raw: str | None, words: Sequence[str], spaces: Sequence[Any], tally: Tally, where: str
) -> tuple[str, Places]:
    """Return the text of tokens and where they stand in it.

    Args:
        raw: what the text is said to be; not believed where it does not fit the tokens.
        words: the tokens.
        spaces: what stands behind each, where that is known; otherwise the text is put together as it would be printed.
        tally: where it is counted which of these it was.
        where: the article.
    """
    if raw is not None:
        fitting = fit(words, raw)
        if fitting is not None:
            return raw, fitting
        tally.add(_UNFIT, where)
    if all(isinstance(space, str | bool) for space in spaces):
        places, at = [], 0
        blanks = [(" " if space is True else space or "") for space in spaces]
        for word, blank in zip(words, blanks, strict=True):
            places.append((at, at + len(word)))
            at += len(word) + len(blank)
        return "".join(word + blank for word, blank in zip(words, blanks, strict=True)), places
    tally.add(_PUT_TOGETHER, where)
    return put_together(words)


def spans_of(
    sentences: Sequence[Sequence[str | None]], places: Sequence[tuple[int, int]], tally: Tally, where: str
) -> tuple[RawSpan, ...]:
    """Return the spans of tags.

    Args:
        sentences: the tag of each token of each sentence; None where nobody decided on it.
        places: where the tokens stand, sentence after sentence.
        tally: where faults and tokens nobody decided on are counted.
        where: the article.

    Raises:
        BadJsonError: a label cannot be written as UTF-8.
    """
    scheme = Scheme()
    for sentence in sentences:
        for tag in (*sentence, "O"):
            scheme.see(tag or "-")
    spans: list[RawSpan] = []
    undecided = faults = at = 0
    for sentence in sentences:
        tags = [tag or "-" for tag in sentence]
        undecided += sum(map(is_undecided, tags))
        for each in scheme.spans_of(tags):
            if isinstance(each, Tagged):
                require_encodable(each.label, "ner")
                spans.append((places[at + each.first][0], places[at + each.end - 1][1], each.label))
            else:
                faults += 1
        at += len(tags)
    tally.add(_UNDECIDED, where, undecided)
    tally.add(_FAULTS, where, faults)
    return tuple(spans)
