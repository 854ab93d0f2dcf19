"""The suggester: a spaCy pipeline of rules that proposes spans for a text."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.core.splits import Split
from annotator.core.suggestions import Proposal
from annotator.nlp import rules, tokenizer
from annotator.nlp.reading import TEXT

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# spaCy remembers every word it has cut, which makes it many times quicker and fills memory without end. Its memory
# zones forget the words of each batch, and cut words new to the batch anew at each occurrence: a third of the speed.
# So the pipeline is made anew, in a tenth of a second, after so much text.
_CHARACTERS_REMEMBERED = 5_000_000


class Suggester:
    """Proposes spans by rules; memory stays flat over any number of texts.

    Args:
        nlp: a pipeline that ends in the component ``annotator_conflicts``, as `load_suggester` makes it.
        pipeline: name and version, stored with every suggestion.
        renew: makes the same pipeline again, without the words that ``nlp`` has seen; None to keep ``nlp`` for good.
    """

    def __init__(self, nlp: Language, *, pipeline: str, renew: Callable[[], Language] | None = None) -> None:
        self.nlp = nlp
        self.pipeline = pipeline
        self._renew = renew
        self._characters = 0

    def propose(self, text: str) -> list[Proposal]:
        """Return what the rules propose for ``text``: in text order, on the token grid, without overlaps."""
        if self._renew is not None and self._characters > _CHARACTERS_REMEMBERED:
            self.nlp = self._renew()
            self._characters = 0
        self._characters += len(text)
        doc = self.nlp.make_doc(text)
        doc.user_data[TEXT] = text
        return _proposals(self.nlp(doc))

    def pipe(self, texts: Iterable[str]) -> Iterator[list[Proposal]]:
        """Yield what the rules propose for each of ``texts``, in their order."""
        for text in texts:
            yield self.propose(text)

    def to_disk(self, folder: Path) -> None:
        """Write the pipeline to ``folder``; ``spacy.load`` reads it wherever this package is installed."""
        self.nlp.to_disk(folder)


def _proposals(doc: Doc) -> list[Proposal]:
    catalogue = rules.catalogue()
    found = []
    for span in doc.spans["suggestions"]:
        rule = catalogue[span.id_]
        found.append(Proposal(span.start_char, span.end_char, span.label_, rule.id, rule.reason, rule.tier))
    return found


def proposals_of_pipeline(folder: Path, texts: Iterable[str]) -> list[list[Proposal]]:
    """Return what a pipeline written by `Suggester.to_disk` proposes for each of ``texts``, as spaCy loads it."""
    import spacy

    nlp = spacy.load(folder)
    return [_proposals(nlp(text)) for text in texts]


def load_suggester(
    *,
    extra: Sequence[tuple[str, str, str]] = (),
    switched_off: Iterable[str] = (),
    splits: Sequence[Split] = (),
) -> Suggester:
    """Build the suggester.

    Args:
        extra: a project's own entries: word or phrase, id of its label, note.
        switched_off: ids of the rules a project wants silent; ids that no rule has are refused.
        splits: the tokens that a project takes apart.

    Raises:
        UserError: ``switched_off`` names a rule that does not exist.
    """
    off = sorted(set(switched_off))
    _require_rules(off)

    def build() -> Language:
        with _without_collection():
            return _build(extra, off, splits)

    nlp = build()
    # The lexicons stay for good: the collector need not look at them, its pauses cost more than the rules. Not done for
    # the pipelines made later, since that would keep the one they replace.
    gc.freeze()
    return Suggester(nlp, pipeline=f"rules {rules.edition()}", renew=build)


def _build(extra: Sequence[tuple[str, str, str]], off: list[str], splits: Sequence[Split]) -> Language:
    from annotator.nlp import factories

    nlp = tokenizer.blank(splits)
    configs: dict[str, dict[str, Any]] = {
        "annotator_entries": {
            "entries": [list(entry) for entry in extra],
            "splits": [[each.form, *each.parts] for each in splits],
        },
        "annotator_conflicts": {"switched_off": off},
    }
    for name in factories.COMPONENTS:
        nlp.add_pipe(name, config=configs.get(name, {}))
    nlp.meta.update(
        name="suggester",
        version=rules.VERSION,
        description="Suggests leaders, countries, alliances, weapons and sums.",
    )
    return nlp


@contextmanager
def _without_collection() -> Iterator[None]:
    """Keep the garbage collector from walking through the lexicons again and again while they are read.

    Nothing read is garbage; the collector takes a third of the time otherwise.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _require_rules(ids: list[str]) -> None:
    from annotator.core.errors import UserError

    unknown = [rule for rule in ids if rule not in rules.catalogue()]
    if unknown:
        names = ", ".join(rules.catalogue())
        raise UserError(
            f"No rule is called “{unknown[0]}”; the rules are: {names}.",
            f"Aucune règle ne s'appelle « {unknown[0]} » ; les règles sont : {names}.",
        )
