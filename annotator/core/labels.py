"""The labels a span can carry."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.core.wording import Wording


@dataclass(frozen=True, slots=True)
class Label:
    """One label of a project.

    Attributes:
        id: stable identifier; spans store it and spaCy is trained with it.
        name: what people read, in both languages.
        colour: background of its highlights in the light theme, ``#rrggbb``.
        key: the digit that applies it, ``"1"`` to ``"9"``.
        guideline: what the label means, one paragraph, in both languages.
    """

    id: str
    name: Wording
    colour: str
    key: str
    guideline: Wording


# They stay apart for every common colour blindness, as swatches and as pale as they are behind text: tests measure it.
DEFAULT_LABELS: tuple[Label, ...] = (
    Label(
        "leader",
        Wording("leader", "dirigeant"),
        "#4d96f5",
        "1",
        Wording(
            "A named person who holds or held high office: head of state or government, minister, head of an "
            "alliance, party leader, top commander, member of parliament, ambassador. The name alone, without title.",
            "Une personne nommée qui exerce ou a exercé une haute fonction : chef d'État ou de gouvernement, ministre, "
            "dirigeant d'alliance ou de parti, chef d'armée, parlementaire, ambassadeur. Le nom seul, sans titre.",
        ),
    ),
    Label(
        "country",
        Wording("country", "pays"),
        "#43dcae",
        "2",
        Wording(
            "The name of a state, present or past, recognised or self-declared, or its abbreviation. "
            "Not adjectives, inhabitants, capitals, regions or continents.",
            "Le nom d'un État, actuel ou passé, reconnu ou autoproclamé, ou son sigle. "
            "Ni adjectifs, ni habitants, ni capitales, ni régions, ni continents.",
        ),
    ),
    Label(
        "alliance",
        Wording("alliance", "alliance"),
        "#f5ce1b",
        "3",
        Wording(
            "A named group or standing organisation of states. Not its organs, not courts, not central banks, "
            "not generic words such as “the allies”.",
            "Un groupe nommé ou une organisation permanente d'États. Ni ses organes, ni les tribunaux, ni les banques "
            "centrales, ni les mots génériques comme « les alliés ».",
        ),
    ),
    Label(
        "weapon",
        Wording("weapon", "arme"),
        "#dd2445",
        "4",
        Wording(
            "A weapon, weapon system, munition or combat platform, named or generic: the head noun with the words "
            "that say which kind. Not number, nationality or judgement.",
            "Une arme, un système d'arme, une munition ou un engin de combat, nommé ou non : le nom avec les mots "
            "qui disent de quelle sorte. Ni nombre, ni nationalité, ni jugement.",
        ),
    ),
    Label(
        "sum",
        Wording("sum", "somme"),
        "#9b6c9e",
        "5",
        Wording(
            "An amount of money: a number, in figures or words, with its currency. Not “about” or “more than”, "
            "not percentages or counts.",
            "Une somme : un nombre, en chiffres ou en lettres, avec sa monnaie. Sans « environ » ni « plus de », "
            "ni pourcentages, ni quantités.",
        ),
    ),
)
