"""What the five labels mean, in words that decide cases: what a new project tells its annotators.

Each guideline is plain text, one paragraph a line. The first says what the label is for; each other begins with what it
is about and a colon. Examples mark the span with square brackets and are French in both languages, as the articles are.
"""

from __future__ import annotations

from annotator.core.wording import Wording

LEADER = Wording(
    "A named person who holds, held, will hold or seeks a high public office.\n"
    "Counts: heads of state or government and their deputies, monarchs, ministers and their deputies, heads of "
    "alliances and of institutions of states, leaders of parties and of armed movements, commanders of an army "
    "or of one of its services, members of parliament, ambassadors, governors of central banks, candidates for "
    "head of state or government. A surname or nickname alone, wherever it means one of them: [Merkel] a refusé.\n"
    "Does not count: mayors, regional or local officials, governors of provinces, "
    "special envoys, spokespersons, advisers, judges, experts, journalists, heads of companies or associations, "
    "soldiers, and people who are not named: le Premier ministre, un diplomate.\n"
    "Limits: the name alone, without title or civility, particles included: la chancelière [Angela Merkel], le "
    "général [de Gaulle], Mme [von der Leyen]. After gouvernement, régime, camp or administration the name "
    "counts: l'administration [Obama].\n"
    "Traps: a person's name inside another name is no mention: rue Winston-Churchill, doctrine Monroe.",
    "Une personne nommée qui exerce, a exercé, va exercer ou brigue une haute fonction publique.\n"
    "Compte : chefs d'État ou de gouvernement et leurs adjoints, monarques, ministres et vice-ministres, "
    "dirigeants d'alliances et d'institutions d'États, chefs de partis et de mouvements armés, commandants d'une "
    "armée ou de l'une de ses branches, parlementaires, ambassadeurs, gouverneurs de banques centrales, "
    "candidats à la tête de l'État ou du gouvernement. Le patronyme ou le surnom seul, chaque fois qu'il désigne "
    "l'un d'eux : [Merkel] a refusé.\n"
    "Ne compte pas : maires, élus locaux ou régionaux, gouverneurs de provinces, "
    "envoyés spéciaux, porte-parole, conseillers, juges, experts, journalistes, chefs d'entreprise ou "
    "d'association, soldats, et toute personne sans nom : le Premier ministre, un diplomate.\n"
    "Limites : le nom seul, sans titre ni civilité, particule comprise : la chancelière [Angela Merkel], le "
    "général [de Gaulle], Mme [von der Leyen]. Après gouvernement, régime, camp ou administration, le nom compte "
    ": l'administration [Obama].\n"
    "Pièges : un nom de personne à l'intérieur d'un autre nom n'est pas une mention : rue Winston-Churchill, "
    "doctrine Monroe.",
)

COUNTRY = Wording(
    "The name of a state, of today or of the past, recognised or self-proclaimed, or its abbreviation.\n"
    "Counts: [Norvège], [RDA], [Tchécoslovaquie], [République démocratique du Congo], [Abkhazie], [Vatican], the "
    "plural of divided states (les deux [Corées]), and the country after an organ of the state: l'armée de la "
    "[Turquie].\n"
    "Does not count: adjectives and inhabitants (norvégien, les Turcs), capitals and palaces that stand for a "
    "government (Ankara, l'Élysée), regions and provinces (Bavière, Crimée), continents and blocs (l'Asie, "
    "l'Ouest), regimes (le IIIe Reich).\n"
    "Limits: without article or preposition: en [Norvège], aux [Pays-Bas], l'[Inde].\n"
    "Traps: a country inside the name of an event, a party, a bank or a newspaper is part of that name: guerre "
    "du Golfe, Banque d'Angleterre; after a title or a department it counts: le roi de [Suède].",
    "Le nom d'un État, d'aujourd'hui ou du passé, reconnu ou autoproclamé, ou son sigle.\n"
    "Compte : [Norvège], [RDA], [Tchécoslovaquie], [République démocratique du Congo], [Abkhazie], [Vatican], le "
    "pluriel d'États divisés (les deux [Corées]), et le pays après un organe de l'État : l'armée de la [Turquie].\n"
    "Ne compte pas : adjectifs et habitants (norvégien, les Turcs), capitales et palais mis pour un gouvernement "
    "(Ankara, l'Élysée), régions et provinces (Bavière, Crimée), continents et blocs (l'Asie, l'Ouest), régimes "
    "(le IIIe Reich).\n"
    "Limites : sans article ni préposition : en [Norvège], aux [Pays-Bas], l'[Inde].\n"
    "Pièges : un pays à l'intérieur du nom d'un événement, d'un parti, d'une banque ou d'un journal fait partie "
    "de ce nom : guerre du Golfe, Banque d'Angleterre ; après un titre ou un ministère, il compte : le roi de "
    "[Suède].",
)

ALLIANCE = Wording(
    "The name of a group of states or of an organisation whose members are states, military, political or "
    "economic.\n"
    "Counts: [ONU], [Otan], [Union européenne], [G20], [Mercosur], [Conseil de l'Europe], [Organisation de "
    "coopération de Shanghai], [FMI], [AIEA], and alliances of the past: la [Triple-Entente].\n"
    "Does not count: courts (la CPI), central banks (la BCE), zones (la zone euro, l'espace Schengen), "
    "non-governmental organisations (Amnesty International), and words without a name: l'Alliance, l'Union, la "
    "coalition, les Alliés, les Vingt-Sept.\n"
    "Limits: name or abbreviation without article; of an organ only the organisation named in it: l'Assemblée "
    "générale de l'[ONU]. Where both stand side by side they are two spans: [Union africaine] ([UA]).\n"
    "Traps: organs with a name of their own hold no mention: la Commission européenne, le Parlement européen.",
    "Le nom d'un groupe d'États ou d'une organisation dont les membres sont des États, militaire, politique ou "
    "économique.\n"
    "Compte : [ONU], [Otan], [Union européenne], [G20], [Mercosur], [Conseil de l'Europe], [Organisation de "
    "coopération de Shanghai], [FMI], [AIEA], et les alliances du passé : la [Triple-Entente].\n"
    "Ne compte pas : tribunaux (la CPI), banques centrales (la BCE), zones (la zone euro, l'espace Schengen), "
    "organisations non gouvernementales (Amnesty International), et les mots sans nom : l'Alliance, l'Union, la "
    "coalition, les Alliés, les Vingt-Sept.\n"
    "Limites : le nom ou le sigle sans article ; d'un organe, seulement l'organisation qui y est nommée : "
    "l'Assemblée générale de l'[ONU]. Nom et sigle côte à côte font deux annotations : [Union africaine] ([UA]).\n"
    "Pièges : un organe qui a son propre nom ne contient pas de mention : la Commission européenne, le Parlement "
    "européen.",
)

WEAPON = Wording(
    "A weapon, a weapon system, ammunition, or a vehicle, aircraft or ship made for combat, named or not.\n"
    "Counts: [Caesar], [Rafale], [missiles balistiques], [obusiers], [drones kamikazes], [destroyer], "
    "[kalachnikov], [mines], [gaz moutarde], [couteau], [arsenal], [armes], [armement].\n"
    "Does not count: soldiers and units, attacks (frappe, tir, bombardement), matériel, équipements, aide "
    "militaire; a bare avion, hélicoptère or navire; civil or transport craft (avion de ligne, drone de loisir); "
    "stones and clubs.\n"
    "Limits: the noun with what says which kind it is: [missiles sol-air Mistral], [canons de 155 mm], [chars de "
    "combat Leclerc]. Without number, nationality or judgement: douze [avions de chasse] suédois, de redoutables "
    "[lance-roquettes]. A judging word in the middle stays in: [canons usés D-30].\n"
    "Traps: after a word for what is done with it the weapon alone: un tir de [roquettes]. A weapon in a figure "
    "of speech, or in the name of a place, a law or a programme is none: une bombe politique.",
    "Une arme, un système d'arme, une munition, ou un véhicule, un aéronef, un navire fait pour le combat, nommé "
    "ou non.\n"
    "Compte : [Caesar], [Rafale], [missiles balistiques], [obusiers], [drones kamikazes], [destroyer], "
    "[kalachnikov], [mines], [gaz moutarde], [couteau], [arsenal], [armes], [armement].\n"
    "Ne compte pas : soldats et unités, attaques (frappe, tir, bombardement), matériel, équipements, aide "
    "militaire ; un avion, un hélicoptère ou un navire sans plus de précision ; engins civils ou de transport "
    "(avion de ligne, drone de loisir) ; pierres et bâtons.\n"
    "Limites : le nom avec ce qui dit de quelle sorte il s'agit : [missiles sol-air Mistral], [canons de 155 "
    "mm], [chars de combat Leclerc]. Sans nombre, nationalité ni jugement : douze [avions de chasse] suédois, de "
    "redoutables [lance-roquettes]. Un mot de jugement au milieu reste dedans : [canons usés D-30].\n"
    "Pièges : après un mot qui dit ce qu'on en fait, l'arme seule : un tir de [roquettes]. Une arme dans une "
    "image, ou dans le nom d'un lieu, d'une loi ou d'un programme n'en est pas une : une bombe politique.",
)

SUM = Wording(
    "An amount of money: a number, in figures or in words, with its currency.\n"
    "Counts: [75 €], [deux cents millions de livres], [1,5 milliard de dollars], [3 Md$], [une centaine de "
    "millions d'euros], face values (un billet de [20 dollars]).\n"
    "Does not count: a number without currency (deux milliards de plus), a currency without number (plusieurs "
    "milliards de dollars), percentages, quantities, distances, dates.\n"
    "Limits: from the first figure to the end of the currency with its adjective: [300 millions de dollars "
    "australiens]. Without plus de, environ, près de, jusqu'à; without a rate or a period: [70 dollars] le "
    "baril, [1 800 euros] par mois.\n"
    "Traps: a range or a list with one currency is one span: de [10 à 15 millions d'euros]; each with its own "
    "currency is one span each: [10 millions d'euros] ou [11 millions de dollars].",
    "Une somme d'argent : un nombre, en chiffres ou en lettres, avec sa monnaie.\n"
    "Compte : [75 €], [deux cents millions de livres], [1,5 milliard de dollars], [3 Md$], [une centaine de "
    "millions d'euros], les valeurs faciales (un billet de [20 dollars]).\n"
    "Ne compte pas : un nombre sans monnaie (deux milliards de plus), une monnaie sans nombre (plusieurs "
    "milliards de dollars), pourcentages, quantités, distances, dates.\n"
    "Limites : du premier chiffre à la fin de la monnaie, adjectif compris : [300 millions de dollars "
    "australiens]. Sans plus de, environ, près de, jusqu'à ; sans taux ni période : [70 dollars] le baril, [1 "
    "800 euros] par mois.\n"
    "Pièges : une fourchette ou une liste avec une seule monnaie fait une annotation : de [10 à 15 millions "
    "d'euros] ; chacune avec sa monnaie, une annotation chacune : [10 millions d'euros] ou [11 millions de "
    "dollars].",
)


def definition(guideline: str) -> str:
    """Return the first paragraph of a guideline, which says what the label is for."""
    return guideline.strip().partition("\n")[0]
