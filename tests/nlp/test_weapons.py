"""Weapons with the words that belong to them, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.nlp.marked import assert_proposed


@pytest.mark.parametrize(
    "marked",
    [
        "Les [chars Leopard 2|W] allemands, les [chars vieillissants T-72|W] et des [chars|W].",
        "31 [chars Abrams|W] américains et 14 [chars de combat Challenger 2|W].",
        "Des [missiles de croisière Kh-101|W] et des [missiles balistiques à longue portée|W].",
        "De puissants [missiles|W] et des [drones kamikazes Shahed-136|W] iraniens.",
        "Des [obus de 155 mm|W], des [obus de 22 kilogrammes|W], des [explosifs de type A|W], etc.",
        "Le [système de défense antiaérienne Patriot|W] protège la ville.",
        "Des [F-16|W], des [Mirage 2000|W] et des [MiG-29|W] polonais. Un [missile Orechnik|W].",
        "Le [porte-avions Charles-de-Gaulle|W] et la [frégate Amiral Gorchkov|W].",
        "L'[arme nucléaire|W] et les [armes chimiques et biologiques|W].",
        "Une [bombe|W] a explosé, une [bombe A|W] aussi.",
        "Ils étaient armés de [couteaux|W], de [machettes|W] et de [kalachnikovs|W].",
        "La police a tiré des [gaz lacrymogènes|W] et des [balles en caoutchouc|W].",
        "Un [fusil d'assaut AK-47|W] et un [fusil de chasse de calibre 12|W].",
        "Il a été blessé par [balle|W] lors d'un duel d'[artillerie|W].",
        "Des [engins explosifs improvisés|W], des [mines antipersonnel|W], des [véhicules blindés|W].",
        "Des [hélicoptères de combat Mi-24|W] de l'armée et un hélicoptère de secours.",
        "Un [sous-marin nucléaire lanceur d'engins|W] et un câble sous-marin.",
        "L'armée a abattu un [drone|W]. L'armée ukrainienne a reçu des [S‑300|W].",
    ],
)
def test_weapons(marked: str) -> None:
    assert_proposed(marked, "W")


@pytest.mark.parametrize(
    "text",
    [
        "Le char de carnaval a pris feu.",
        "Ce film est une bombe médiatique.",
        "La mine de charbon a fermé.",
        "Il a gagné une balle de match au tennis.",
        "Le boycott est une arme politique, une arme économique.",
        "L'industrie est le fer de lance de la région.",
        "Une frégate superbe, un oiseau au plumage noir, a fait son nid.",
        "Air Force One a atterri, suivi d'un avion de ligne et d'un navire.",
        "Des fouilles par drone et par sous-marin ont permis de retrouver l'épave.",
        "Il a acheté un couteau de cuisine pour le dîner.",
        "Le projet a fait l'effet d'une bombe.",
        "L'aide militaire, le matériel et les équipements sont arrivés.",
        "Ils ont jeté des pierres, des bâtons et des barres de fer.",
        "Le système politique et le navire de croisière.",
    ],
)
def test_civil_senses_and_figures_of_speech(text: str) -> None:
    assert_proposed(text, "W")
