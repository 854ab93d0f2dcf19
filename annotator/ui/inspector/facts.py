"""What the inspector says of a mark or an article, as lines of a name and words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from annotator.core.everywhere import Standing
from annotator.ui.article_list.wording import source_words
from annotator.ui.dates import date_words
from annotator.ui.language import language, translate
from annotator.ui.wording import figure_words, is_changed, name_of, number_words, origin_words, quoted, tier_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from annotator.core.annotation import Annotation, Mark
    from annotator.core.article import Article
    from annotator.core.labels import Label
    from annotator.core.suggestions import Suggestion

Lines = list[tuple[str, str]]

_ORDER = (Standing.MARKED, Standing.SUGGESTED, Standing.CROSSED, Standing.UNMARKED, Standing.REJECTED)


def mark_lines(text: str, mark: Mark, labels: Mapping[str, Label], suggestions: Mapping[int, Suggestion]) -> Lines:
    """Return what is known of a mark of ``text`` without looking anywhere else."""
    suggestion = mark.suggestion
    if suggestion is None and mark.span is not None and mark.span.suggestion is not None:
        suggestion = suggestions.get(mark.span.suggestion)
    lines = [
        (translate("inspector", "Étiquette"), name_of(mark.label, labels)),
        (translate("inspector", "État"), origin_words(mark, suggestion)),
    ]
    if suggestion is not None:
        reason = f"{suggestion.reason.in_language(language())} ({tier_words(suggestion.tier)})"
        lines.append((translate("inspector", "Raison"), reason))
        lines.append((translate("inspector", "Règle"), suggestion.rule))
        if is_changed(mark, suggestion):
            before = quoted(_on_a_line(text[suggestion.start : suggestion.end]))
            lines.append((translate("inspector", "Proposé"), f"{before}, {name_of(suggestion.label, labels)}"))
    if mark.label == "sum":
        from annotator.core import money

        worth = money.parse(_on_a_line(text[mark.start : mark.end]))
        if worth is not None:
            lines.append((translate("inspector", "Valeur"), figure_words(worth)))
    if mark.span is not None and mark.span.note:
        lines.append((translate("inspector", "Note"), mark.span.note))
    return lines


def article_lines(article: Article, annotation: Annotation) -> Lines:
    """Return what is known of an article, and how to get at its marks."""
    lines = [(translate("inspector", "Source"), source_words(article.source))]
    if article.date:
        lines.append((translate("inspector", "Date"), date_words(article.date)))
    lines.append((translate("inspector", "État"), annotation.status.wording.in_language(language())))
    if annotation.flagged:
        lines.append((translate("inspector", "Drapeau"), translate("inspector", "⚑ signalé")))
    if annotation.note:
        lines.append((translate("inspector", "Note"), annotation.note))
    lines.append((translate("inspector", "Tab"), translate("inspector", "passe à l'annotation suivante")))
    return lines


def tally_words(tally: Mapping[tuple[Standing, str | None], int], labels: Mapping[str, Label]) -> str:
    """Say how often a surface occurs with which label; empty where it does not occur.

    Args:
        tally: how often, by what stands there and its label.
        labels: those of the project by id.
    """
    counts: Counter[str] = Counter()
    for (standing, label), count in sorted(tally.items(), key=lambda each: (_ORDER.index(each[0][0]), -each[1])):
        name = name_of(label or "", labels)
        match standing:
            case Standing.MARKED:
                words = f"\u00d7\u00a0{name}"
            case Standing.SUGGESTED:
                words = translate("inspector", "× {label} à décider").format(label=name).replace(" ", "\u00a0", 1)
            case Standing.CROSSED:
                words = translate("inspector", "dans une autre")
            case _:
                words = translate("inspector", "sans étiquette")
        counts[words] += count
    return ", ".join(f"{number_words(count)}\u00a0{words}" for words, count in counts.items())


def _on_a_line(words: str) -> str:
    return " ".join(words.split())
