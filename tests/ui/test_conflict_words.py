from __future__ import annotations

from annotator.core.annotation import Span
from annotator.core.conflicts import Conflict
from annotator.core.labels import DEFAULT_LABELS
from annotator.ui.conflict_words import conflict_words

TEXT = "Le président Joe Biden est là."


def test_who_disagrees_is_said_by_name() -> None:
    labels = {label.id: label for label in DEFAULT_LABELS}
    found = (
        Conflict(7, (Span(1, 13, 16, "leader"), Span(2, 17, 22, "an unknown label"))),
        Conflict(8, ()),
        Conflict(9, ()),
    )
    assert conflict_words(found, text=TEXT, labels=labels, annotators={7: "Grace", 8: "Edsger"}) == [
        "Grace : «\u00a0Joe\u00a0», dirigeant ; «\u00a0Biden\u00a0», an unknown label",
        "Edsger : rien ici",
        "? : rien ici",
    ]


def test_nobody_disagrees() -> None:
    assert conflict_words((), text=TEXT, labels={}, annotators={}) == []
