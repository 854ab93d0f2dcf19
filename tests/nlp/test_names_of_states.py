"""Countries and alliances, and the other names they stand in."""

from __future__ import annotations

import pytest

from tests.nlp.marked import assert_proposed


@pytest.mark.parametrize(
    "marked",
    [
        "Les [États-Unis|C], les [Etats-Unis|C], les [ETATS-UNIS|C], les [Etats Unis|C] et les [USA|C].",
        "La [RDC|C], la [République démocratique du Congo|C] et le [Congo-Brazzaville|C].",
        "L'ex-[URSS|C], l'ex-[Yougoslavie|C] et la [Tchécoslovaquie|C].",
        "Les deux [Corées|C], la [Corée du Nord|C] et la [Corée-du-Nord|C].",
        "La [Côte d’Ivoire|C], la [Côte-d'Ivoire|C] et la [Birmanie|C].",
        "L'ambassade d'[Iran|C] au [Danemark|C], le président de la [Pologne|C].",
        "Le sommet [France|C]-[Allemagne|C] et la frontière russo-ukrainienne.",
        "[Taïwan|C], le [Kosovo|C], la [Palestine|C] et l'[Ossétie du Sud|C].",
        "La guerre en [Ukraine|C], la guerre de la [Russie|C] contre l'[Ukraine|C].",
        "Le fleuve Niger traverse le [Niger|C].",
        "Maurice Dupont habite l'[île Maurice|C].",
        "L'Alabama, la Géorgie et la Floride ont voté.",
        "La Banque de France, Air France, France Télévisions et France 24 ; le Tour de France.",
        "La guerre du Vietnam, la guerre d'Algérie et la mer de Chine.",
        "La Ve République française. La Crimée, le Donbas, l'Écosse, Gaza, Hong Kong et le Tibet.",
        "Moscou, le Kremlin, l'Europe, l'Occident et les Ukrainiens.",
        "Alternative pour l'Allemagne et le Parti pour l'indépendance du Royaume-Uni.",
        "La france et la CHINE. Les grenades de la police.".replace("CHINE", "[CHINE|C]"),
    ],
)
def test_countries(marked: str) -> None:
    assert_proposed(marked, "C")


def test_a_president_called_like_a_country() -> None:
    assert_proposed("[François Hollande|L] a visité la [Hollande|C]. [Hollande|L] est ravi.")


@pytest.mark.parametrize(
    "marked",
    [
        "L'[Otan|A], l'[OTAN|A], l'[Onu|A], l'[UE|A], le [G7|A] et le [G20|A].",
        "Le Conseil de sécurité de l'[ONU|A] et l'Assemblée générale des [Nations unies|A].",
        "La [Ligue arabe|A], l'[Union africaine|A], la [Cédéao|A] et l'[Opep+|A].",
        "L'[Union européenne|A], la Commission européenne, le Parlement européen et la zone euro.",
        "Le [FMI|A], l'[OMC|A], l'[AIEA|A], la CPI et la BCE.",
        "L'Alliance, l'Union, les Vingt-Sept et l'ONG Human Rights Watch.",
        "Le [Pacte de Varsovie|A] et les [BRICS|A]. Anti-[OTAN|A].",
        "le secrétaire général de l'[Organisation du traité de l'Atlantique nord|A]",
    ],
)
def test_alliances(marked: str) -> None:
    assert_proposed(marked, "A")
