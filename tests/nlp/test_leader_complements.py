"""What titles are of: portfolios, parties and groups by name, ranks beside a command, relatives of an office-holder."""

from __future__ import annotations

import pytest

from tests.nlp.marked import assert_proposed


@pytest.mark.parametrize(
    "marked",
    [
        "Le ministre chargé du Brexit, [Tom Arlow|L], a parlé. Le Brexit attendra.",
        "La secrétaire d'État chargée de la Ville, Mme [Karine Delort|L], s'est rendue à Lyon.",
        "Le ministre délégué chargé des Transports [Clément Rivoire|L] a inauguré la ligne.",
        "Le ministre chargé de l'Outre-mer s'est tu. Outre-mer, la colère monte.",
    ],
)
def test_a_portfolio_in_capitals_is_no_name(marked: str) -> None:
    assert_proposed(marked, "L")


@pytest.mark.parametrize(
    "marked",
    [
        "Le président du Parti de la liberté (PVL), [Geert Vandam|L], a perdu les élections.",
        "Le chef du Parti national, [Judith Marlow|L], a salué la décision.",
        "Le président du parti Liberté, [Jan Novotny|L], a voté contre.",
        "[Karel Holub|L], chef du parti Nová Síla, a voté contre. Nová Síla compte dix députés.",
        'Le chef du groupe terroriste "Main Noire", Monsieur [Jack Trovato|L], a été tué par l\'armée.',
        'Le chef de la milice "Les Faucons", M. [Tiko Manu|L], a été tué.',
    ],
)
def test_the_name_of_a_party_is_not_that_of_its_head(marked: str) -> None:
    assert_proposed(marked, "L")


@pytest.mark.parametrize(
    "marked",
    [
        "Le chef d'état-major des armées, le général [Tom Marlow|L], a pris la parole.",
        "Le général Abdoul Djibo, commandant du secteur nord, a pris la parole. Djibo a fui.",
        "Le commandant de la brigade, le général Ismet Arslan, a pris la parole.",
        "Le contre-amiral Paul Kervran a coordonné les secours.",
    ],
)
def test_a_rank_counts_by_the_command_beside_it(marked: str) -> None:
    assert_proposed(marked, "L")


@pytest.mark.parametrize(
    "marked",
    [
        "La femme du Premier ministre, Sara Marlow, a été entendue.",
        "Le frère du président, Idriss Kamara, a été arrêté.",
        "Le directeur de cabinet du ministre, Luc Marchal, a démissionné.",
        "Le secrétaire d'État américain, [Bob Hartley|L], a démissionné.",
    ],
)
def test_relatives_and_servants_do_not_hold_the_office(marked: str) -> None:
    assert_proposed(marked, "L")


@pytest.mark.parametrize(
    "marked",
    [
        "Le ministre de la Défense [Carl Hobson|L] et son homologue italien [Pietro Galvani|L] ont signé.",
        "Les ministres [Carl Hobson|L] (Défense), [Tim Marlow|L] (Intérieur) et [Ann Leedle|L] (Justice) ont signé.",
        "[Henrique Capriles Radonski|L], gouverneur de l'État de Miranda, a perdu l'élection.",
    ],
)
def test_further_bearers(marked: str) -> None:
    assert_proposed(marked, "L")


def test_a_civility_is_enough_for_those_who_led_a_government() -> None:
    assert_proposed("Le gouvernement a cédé. Mme [May|L] s'est dite soulagée.", "L")
    assert_proposed("Le gouvernement a cédé. Mme May s'est dite soulagée, et sa sœur Lucie May aussi.", "L")
    assert_proposed("Mme May tient une boulangerie à Dijon.", "L")


@pytest.mark.parametrize(
    "marked",
    [
        "[Tom Arlow|L], 46 ans, a été nommé ministre de la Culture.",
        "[Tom Arlow|L] a été nommé jeudi ministre de la Culture.",
        "Le roi a nommé [Tom Arlow|L] ministre de la Culture. [Arlow|L] a 46 ans.",
        "Élu président en 2010, [Carl Hobson|L] dirige le pays d'une main de fer.",
        "Le club a nommé Tom Arlow entraîneur.",
        "Les sénateurs, menés par [Carl Hobson|L], ont bloqué le texte.",
        "L'opposition, menée par le Kuomintang, a bloqué le texte.",
        "Les séparatistes ont fui. Leur chef, [Ruslan Aslanov|L], a été tué.",
        "L'orchestre a joué. Leur chef, Ruslan Aslanov, a salué.",
        "La présidente du Mouvement des entreprises de France, Ann Leedle, a parlé.",
    ],
)
def test_appointments_and_movements(marked: str) -> None:
    assert_proposed(marked, "L")


@pytest.mark.parametrize(
    "marked",
    [
        "Michelle Obama publie un livre. Mme Obama y évoque son enfance.",
        "[Barack Obama|L] publie un livre. M. [Obama|L] y évoque son enfance.",
        "Donald Trump Jr. a parlé, puis la fondation Barack Obama Foundation.",
        "[Beto O’Rourke|L] affronte [Ted Cruz|L]. O'Brien se tait.",
        "Le Premier ministre de la province, Jason Arlow, a parlé.",
    ],
)
def test_namesakes(marked: str) -> None:
    assert_proposed(marked, "L")


@pytest.mark.parametrize(
    "marked",
    [
        "Le roi de la pop, Michael Jackson, est mort. Jackson avait 50 ans.",
        "Le roi de Jordanie, [Hussein Talal|L], est arrivé. Le roi des Belges, [Baudouin IV|L], aussi.",
        "Le directeur général de la santé, Luc Salmon, a parlé.",
        "Le directeur général de l'OMS, [Luc Salmon|L], a parlé.",
    ],
)
def test_kings_of_pop_and_directors(marked: str) -> None:
    assert_proposed(marked, "L")


def test_a_rank_before_a_surname_of_the_list_stays_outside() -> None:
    assert_proposed("Le colonel [Nasser|L] nationalise le canal. Le capitaine [Sanogo|L] a pris le pouvoir.", "L")
    assert_proposed("Le Général [de Gaulle|L] s'est tu. Lady [Ashton|L] a parlé.", "L")
