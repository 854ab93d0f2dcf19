"""The suggester: a spaCy pipeline of rules that proposes spans for a text."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.core.suggestions import Proposal
from annotator.nlp import rules, tokenizer
from annotator.nlp.reading import TEXT

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# A memory zone lets go of the words of its texts when it ends, and the next one reads them anew: a few megabytes of
# text in each keep both memory and speed.
_ZONE_CHARACTERS = 2_000_000


class Suggester:
    """Proposes spans by rules.

    Args:
        nlp: a pipeline that ends in the component ``annotator_conflicts``, as `load_suggester` makes it.
        pipeline: name and version, stored with every suggestion.
    """

    def __init__(self, nlp: Language, *, pipeline: str) -> None:
        self.nlp = nlp
        self.pipeline = pipeline

    def propose(self, text: str) -> list[Proposal]:
        """Return what the rules propose for ``text``: in text order, on the token grid, without overlaps."""
        with self.nlp.memory_zone():
            return self._propose(text)

    def pipe(self, texts: Iterable[str]) -> Iterator[list[Proposal]]:
        """Yield what the rules propose for each of ``texts``, in their order; memory stays flat over any number."""
        batch: list[str] = []
        size = 0
        for text in texts:
            batch.append(text)
            size += len(text)
            if size >= _ZONE_CHARACTERS:
                yield from self._propose_all(batch)
                batch, size = [], 0
        yield from self._propose_all(batch)

    def _propose_all(self, texts: list[str]) -> Iterator[list[Proposal]]:
        with self.nlp.memory_zone():
            found = [self._propose(text) for text in texts]
        yield from found

    def _propose(self, text: str) -> list[Proposal]:
        doc = self.nlp.make_doc(text)
        doc.user_data[TEXT] = text
        return _proposals(self.nlp(doc))

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


def load_suggester(*, extra: Sequence[tuple[str, str, str]] = (), switched_off: Iterable[str] = ()) -> Suggester:
    """Build the suggester.

    Args:
        extra: a project's own entries: word or phrase, id of its label, note.
        switched_off: ids of the rules a project wants silent; ids that no rule has are refused.

    Raises:
        UserError: ``switched_off`` names a rule that does not exist.
    """
    off = sorted(set(switched_off))
    _require_rules(off)
    with _without_collection():
        nlp = _build(extra, off)
    return Suggester(nlp, pipeline=f"rules {rules.VERSION}")


def _build(extra: Sequence[tuple[str, str, str]], off: list[str]) -> Language:
    from annotator.nlp import factories

    nlp = tokenizer.blank()
    configs: dict[str, dict[str, Any]] = {
        "annotator_entries": {"entries": [list(entry) for entry in extra]},
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
