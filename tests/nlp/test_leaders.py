"""Who is a leader and who is not: by title, office, apposition, the world list, and later mentions."""

from __future__ import annotations

import pytest

from tests.nlp.marked import assert_proposed


@pytest.mark.parametrize(
    "marked",
    [
        "Le président de la République, [Oumar Diakité|L], s'est exprimé à la télévision.",
        "La Première ministre [Sanna Lindqvist|L] et le ministre des Finances [Petteri Aho|L] ont démissionné.",
        "Les présidents [Faustin Ngoma|L] et [Idriss Mahamat|L] se sont rencontrés.",
        "Le chef de la diplomatie iranienne [Reza Kamali|L] est arrivé à Genève.",
        "Le leader du Parti de la liberté, [Hans Gruber|L], a perdu les élections.",
        "Mme [Claire Dubois|L], ministre de l'Intérieur, est venue. Mme [Dubois|L] est repartie.",
        'Monsieur [Ahmed Belkacem|L], chef du groupe rebelle "Les Lions", a revendiqué l\'attaque.',
        "Le général [Oleksandr Marchenko|L], commandant en chef des forces armées, a pris la parole.",
        "L'ambassadrice de Colombie au Pérou, [Maria Velasquez|L], a quitté son poste.",
        "Le sénateur républicain du Texas [Bob Hartley|L] a voté contre.",
        "La députée européenne [Anna Kowalska|L] a pris la parole.",
        "Le roi [Abdallah IV|L] a assisté à la cérémonie.",
        "Nommé ministre de la Justice, [Pierre Durand|L] a promis une réforme.",
        "Le ministre ukrainien de la défense, M. [Petro Koval|L], remercie.",
        "Son président, [Loïc Ansart|L], dirige le parti depuis dix ans.",
        "[Karim Benali|L] a été élu président du pays.",
        "[Lena Berg|L], alors Première ministre, avait refusé.",
        "[Ada Sørby|L], 54 ans, ministre des Armées, a démissionné.",
        "Les rebelles, dirigés par le commandant [Omar Saleh|L], ont pris la ville.",
        "Le gouverneur de la banque centrale, [Ivo Marek|L], relève les taux.",
        "La conservatrice [Anna Jenkins|L] refuse, le travailliste [Paul Grange|L] aussi.",
        "Le secrétaire général de l'OTAN [Lars Holm|L] est à Bruxelles.",
    ],
)
def test_names_on_no_list_are_found(marked: str) -> None:
    assert_proposed(marked, "L")


@pytest.mark.parametrize(
    "marked",
    [
        "[Vladimir Poutine|L] a rencontré [Xi Jinping|L]. [Xi|L] a souri, [Poutine|L] aussi.",
        "[Ursula von der Leyen|L] a salué l'accord. Mme [von der Leyen|L] partira mardi.",
        "Le président syrien [Bachar el-Assad|L] reste ; M. [Assad|L] et [Bachar Al-Assad|L] sont un seul homme.",
        "[Kim Jong-un|L] est venu. [Kim|L] est reparti.",
        "[Theresa May|L] refuse. [May|L] part en mai.",
        "[Zorin|L] inquiète\nLe Premier ministre [Viktor Zorin|L] menace. [V. Zorin|L] persiste.",
        "LE PRÉSIDENT [EMMANUEL MACRON|L] REÇOIT [VOLODYMYR ZELENSKY|L]",
        "L'administration [Biden|L] et le gouvernement [Philippe|L] ont trouvé un accord.",
        "Le porte-parole du président [Vladimir Poutine|L] a démenti.",
    ],
)
def test_later_and_other_mentions_are_found(marked: str) -> None:
    assert_proposed(marked, "L")


@pytest.mark.parametrize(
    "marked",
    [
        "Selon Jacques Perrin, maire de Lyon, la situation est grave.",
        "« C'est inacceptable », a déclaré Marc Lefort, porte-parole du ministère de la Défense.",
        'M. Jean Martin, président de l\'association "Les amis du livre", a remercié les bénévoles.',
        "Le capitaine Paul Ronsard et le sergent Luc Moreau ont été blessés.",
        "Le directeur général de Renault, Luca Demarco, a annoncé un plan.",
        "L'avocat de [Donald Trump|L], Rudolf Gianni, a répondu.",
        "Melania Trump et Ivanka Trump étaient là, près de [Donald Trump|L].",
        "La Trump Tower appartient à [Donald Trump|L].",
        "Aéroport Charles-de-Gaulle : un avion évacué.",
        "L'avenue Winston Churchill est fermée.",
        "Le professeur Michel Dupuis, spécialiste de la Russie, analyse.",
        'Monsieur Yannick Roussel, leader du groupe de musique "Les Étoiles", a donné un concert.',
        "Mme Tania Lorne et M. Paul Ronsard ont témoigné.",
        "Lors d'un meeting en Virginie-Occidentale, le président a parlé.",
        "Le chancelier et le président se sont rencontrés.",
        "Le président de la Fédération française de football, Noé Legrand, s'explique.",
        "Le chef de la police de Lima, M. Pedro Gomez, a parlé.",
    ],
)
def test_who_is_no_leader_is_left_out(marked: str) -> None:
    assert_proposed(marked, "L")
