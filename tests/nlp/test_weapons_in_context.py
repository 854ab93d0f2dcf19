"""Weapons that the words around them decide: ambiguous designations, arms in hand, lists."""

from __future__ import annotations

import pytest

from tests.nlp.marked import assert_proposed


@pytest.mark.parametrize(
    "marked",
    [
        "L'armée a commandé 24 [Rafale|W] et douze [Caesar|W]. Les [missiles|W] suivront.",
        "Des [Abrams|W] sont arrivés sur le front, selon l'armée.",
        "L'[avion de combat Rafale|W] séduit. Le [Rafale|W] a été vendu au Qatar.",
        "Un homme armé d'un [Glock|W] a ouvert le feu sur des soldats.",
    ],
)
def test_designations_that_are_also_other_words(marked: str) -> None:
    assert_proposed(marked, "W")


@pytest.mark.parametrize(
    "marked",
    [
        "Ils étaient munis d'[arcs|W], de [flèches|W], de [haches|W] et de pierres.",
        "Les mineurs, armés de [lances|W] et de [machettes|W], chargeaient.",
        "Des combattants armés de [frondes|W] ont attaqué les soldats.",
        "Les soldats ont saisi des [grenades|W], du [plastic|W] et des [détonateurs|W].",
    ],
)
def test_arms_in_hand_and_in_lists(marked: str) -> None:
    assert_proposed(marked, "W")


@pytest.mark.parametrize(
    "text",
    [
        "Il lance un appel, et la flèche de la cathédrale est sauvée, disent les soldats du feu.",
        "Une rafale de vent a couché les arbres, et les secours sont intervenus.",
        "La famille Abrams vit à Boston.",
        "Le délégué général pour l'armement s'est exprimé.",
        "La crise des missiles de Cuba éclate en 1962.",
        "Les grévistes de la mine de platine ont repris le travail.",
        "Ce fut comme un coup de canon dans un ciel serein.",
    ],
)
def test_the_same_words_elsewhere_are_no_weapons(text: str) -> None:
    assert_proposed(text, "W")


@pytest.mark.parametrize(
    "marked",
    [
        "Nous livrons des [LRU|W] ([lance-roquettes|W]) et des [chars|W] à l'armée.",
        "L'armée reçoit des [chars|W], des [Gepard|W] et 12 [Marder|W].",
        "Un [Reaper|W] de l'armée a tiré des [missiles|W], l'attaque a tué un soldat.",
        "L'armée attend sa batterie de [Patriot|W] et ses [missiles|W], disent les soldats.",
        "Le mistral soufflait, le Mistral souffle toujours sur les soldats et leurs [missiles|W], dit l'armée.",
    ],
)
def test_designations_beside_other_weapons(marked: str) -> None:
    assert_proposed(marked, "W")


@pytest.mark.parametrize(
    "marked",
    [
        "Le ministre dynamite le débat et sabre le budget. L'armée a tiré des [missiles|W].",
        "La corruption mine l'armée, qui a tiré des [missiles|W] sur la ville.",
        "L'armée bombarde la ville avec de l'[artillerie|W].",
    ],
)
def test_verbs_are_no_weapons(marked: str) -> None:
    assert_proposed(marked, "W")


def test_a_match_is_no_battle() -> None:
    assert_proposed(
        "Le match fut rude : le gardien a encaissé un missile, l'attaquant un boulet. Le club sort ses munitions.", "W"
    )
    assert_proposed(
        "Après le match, des supporters du club ont lancé des [grenades|W] sur le stade ; un policier a été tué.", "W"
    )
