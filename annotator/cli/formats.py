"""``annotator formats``: what can be read and written, and what gets lost on the way."""

from __future__ import annotations

from typing import Any

from annotator.cli.arguments import Json


def list_formats(
    json: Json = False,
) -> None:
    """List the formats: how each is called, which files it is, whether it is read or written, and what it cannot carry.

    "annotator export" has two more, which are folders: "spacy" to train from, and "suggester". --json prints
    {"formats": [{"name", "en", "fr", "suffixes", "read", "write", "folder", "cannot_carry": [{"trait", "en", "fr"}]}]}.
    """
    from annotator.cli.render import print_json, print_table
    from annotator.formats.records import Trait
    from annotator.formats.registry import formats

    if json:
        listed: list[dict[str, Any]] = [
            {
                "name": each.name,
                "en": each.title.en,
                "fr": each.title.fr,
                "suffixes": list(each.suffixes),
                "read": each.read is not None,
                "write": each.write is not None,
                "folder": each.writes_folder,
                "cannot_carry": [
                    {"trait": trait.name.lower(), "en": trait.value.en, "fr": trait.value.fr}
                    for trait in Trait
                    if trait in each.cannot_carry
                ],
            }
            for each in formats()
        ]
        print_json({"formats": listed})
        return
    rows = [
        (
            each.name,
            each.title.en,
            " ".join(each.suffixes),
            " ".join(deed for deed, can in (("in", each.read), ("out", each.write)) if can is not None),
            (", ".join(trait.value.en for trait in Trait if trait in each.cannot_carry) if each.write else "") or "–",
        )
        for each in formats()
    ]
    print_table("name", "format", "files", "way", "cannot carry", rows=rows)
