"""Whether an article came through a file as it was sent, but for what its format says it cannot carry."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.formats.records import Record, Trait

_FIELDS = {
    Trait.TITLE: "title",
    Trait.SOURCE: "source",
    Trait.DATE: "date",
    Trait.META: "meta",
    Trait.ANNOTATOR: "annotator",
    Trait.STATUS: "status",
    Trait.REMARKS: "remarks",
}


def difference(sent: Record, came: Record, cannot_carry: Iterable[Trait] = ()) -> str | None:
    """Return the name of the first field that is not as it was sent, or None where all are.

    Where the exact white space cannot be carried, texts and places of spans are compared without any.

    Args:
        sent: what was written.
        came: what was read back.
        cannot_carry: what the format cannot carry; it is not compared.
    """
    lost = frozenset(cannot_carry)
    if Trait.WHITE_SPACE in lost:
        if _squeezed(sent.text) != _squeezed(came.text):
            return "text"
        if _without_blanks(sent) != _without_blanks(came):
            return "spans"
    elif sent.text != came.text:
        return "text"
    elif tuple(sent.spans) != tuple(came.spans):
        return "spans"
    for trait, field in _FIELDS.items():
        if trait not in lost and getattr(sent, field) != getattr(came, field):
            return field
    return None


def losses(sent: Record, came: Record, cannot_carry: Iterable[Trait]) -> list[Trait]:
    """Return what an article had of what its format cannot carry: what is lost on the way, in the order of `Trait`."""
    lost = frozenset(cannot_carry)
    return [
        trait
        for trait in Trait
        if trait in lost
        and (sent.text != came.text if trait is Trait.WHITE_SPACE else _is_lost(sent, came, _FIELDS[trait]))
    ]


def _is_lost(sent: Record, came: Record, field: str) -> bool:
    value = getattr(sent, field)
    return bool(value) and value != getattr(came, field)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _without_blanks(record: Record) -> list[tuple[int, int, str]]:
    """Return the spans in places that count no white space."""
    places, count = [0], 0
    for character in record.text:
        count += not character.isspace()
        places.append(count)
    return [(places[start], places[end], label) for start, end, label in record.spans]
