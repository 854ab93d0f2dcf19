"""What the labels of well-known annotation schemes most likely are among ours: proposed to a person, never decided."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

from annotator.core.labels import Label
from annotator.core.placement import fold_name, label_names

# By the id of our label, as spaCy, CoNLL, OntoNotes, ACE, Quaero and people themselves write them; None for kinds that
# are none of ours as a rule: most organisations are no alliance.
_KNOWN: Mapping[str | None, str] = {
    "leader": (
        "per pers person persons personne personnes persind leader leaders head headofstate politician politicien "
        "president dirigeant dirigeante chef"
    ),
    "country": (
        "loc gpe country countries pays location lieu locadmnat nation state etat geo nationstate geopoliticalentity"
    ),
    "alliance": "alliance alliances coalition coalitions bloc blocs pact pacte treatyorganization",
    "weapon": "weapon weapons wea arme armes armement arms weaponry munition munitions missile missiles",
    "sum": "sum sums somme sommes money monetary monetaryvalue amount montant montants argent prix price",
    None: (
        "org orgs organization organizations organisation organisations company entreprise misc miscellaneous divers "
        "norp fac facility veh vehicle product event evenement workofart law loi language date dates time heure "
        "percent pourcentage quantity quantite ordinal cardinal number nombre url email"
    ),
}
_GUESSES = {name: ours for ours, names in _KNOWN.items() for name in names.split()}


def guesses(names: Iterable[str], labels: Iterable[Label]) -> dict[str, str | None]:
    """Return what labels of somebody else's most likely are, in the form of `ImportOptions.labels`.

    Args:
        names: their labels, as a file writes them.
        labels: those of the project.

    Returns:
        The id of our label, or None where it is most likely none of ours, by their label. Labels that are ours by their
        name, and those nobody knows, are not in it.
    """
    listed = list(labels)
    ours, ids = label_names(listed), {label.id for label in listed}
    found: dict[str, str | None] = {}
    for name in names:
        key = _plain(name)
        if fold_name(name) in ours or key not in _GUESSES:
            continue
        meant = _GUESSES[key]
        if meant is None or meant in ids:
            found[name] = meant
    return found


def _plain(name: str) -> str:
    """Return a name without what people write differently: capitals, accents, and whatever is no letter or digit."""
    taken_apart = unicodedata.normalize("NFKD", name).casefold()
    return "".join(character for character in taken_apart if character.isalnum())
