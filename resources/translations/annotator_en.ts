<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="fr">
<context>
    <name>AgreementScreen</name>
    <message>
        <source>Accord</source>
        <translation>Agreement</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Avec le projet</source>
        <translation>With the project</translation>
    </message>
    <message>
        <source>Avec un autre projet…</source>
        <translation>With another project…</translation>
    </message>
    <message>
        <source>Comparaison en cours : {done} articles sur {total}…</source>
        <translation>Comparing: {done} articles of {total}…</translation>
    </message>
    <message>
        <source>Comparaison en cours…</source>
        <translation>Comparing…</translation>
    </message>
    <message>
        <source>Comparer avec un autre projet…</source>
        <translation>Compare with another project…</translation>
    </message>
    <message>
        <source>Deux à deux</source>
        <translation>Pair by pair</translation>
    </message>
    <message>
        <source>F1 exacte</source>
        <translation>exact F1</translation>
    </message>
    <message>
        <source>F1 partielle</source>
        <translation>partial F1</translation>
    </message>
    <message>
        <source>Il faut au moins un état.</source>
        <translation>At least one status is needed.</translation>
    </message>
    <message>
        <source>Ne plus comparer avec lui</source>
        <translation>Stop comparing with it</translation>
    </message>
    <message>
        <source>Pourquoi ces nombres diffèrent</source>
        <translation>Why these numbers differ</translation>
    </message>
    <message>
        <source>Qui</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>article comparé</source>
        <translation>article compared</translation>
    </message>
    <message>
        <source>articles comparés</source>
        <translation>articles compared</translation>
    </message>
    <message>
        <source>autre</source>
        <translation>other</translation>
    </message>
    <message>
        <source>autres</source>
        <translation>others</translation>
    </message>
    <message>
        <source>depuis, des annotations ont changé ; nouveau calcul en cours…</source>
        <translation>spans have changed since; comparing again…</translation>
    </message>
    <message>
        <source>depuis, des annotations ont changé.</source>
        <translation>spans have changed since.</translation>
    </message>
    <message>
        <source>premier</source>
        <translation>first</translation>
    </message>
    <message>
        <source>second</source>
        <translation>second</translation>
    </message>
    <message>
        <source>{count} que seuls certains ont</source>
        <translation>{count} that only some of them have</translation>
    </message>
    <message>
        <source>α de Krippendorff sur tous : {alpha}</source>
        <translation>Krippendorff&apos;s α over all: {alpha}</translation>
    </message>
</context>
<context>
    <name>AnnotatorsTab</name>
    <message>
        <source>Annotateurs</source>
        <translation>Annotators</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Spans</translation>
    </message>
    <message>
        <source>Articles ouverts</source>
        <translation>Articles opened</translation>
    </message>
    <message>
        <source>Chacun a ses propres annotations, que les autres ne modifient pas. Votre nom se change dans les préférences.</source>
        <translation>Each has annotations of their own, which the others do not change. Your name is changed in the preferences.</translation>
    </message>
    <message>
        <source>Nom</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Terminés</source>
        <translation>Finished</translation>
    </message>
</context>
<context>
    <name>ArticleChoice</name>
    <message>
        <source>A&amp;nnotations de</source>
        <translation>A&amp;nnotations by</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Articles {status}</source>
        <translation>Articles {status}</translation>
    </message>
    <message>
        <source>Aussi ceux qui n&apos;ont &amp;aucune annotation</source>
        <translation>Those without &amp;any span too</translation>
    </message>
    <message>
        <source>Aussi ceux qui portent un &amp;drapeau</source>
        <translation>Those with a &amp;flag too</translation>
    </message>
    <message>
        <source>Filtrez la liste, ou choisissez-y des articles, pour n&apos;en exporter qu&apos;une partie.</source>
        <translation>Filter the list, or choose articles in it, to export only some of them.</translation>
    </message>
    <message>
        <source>Terminés, ils apprennent qu&apos;il n&apos;y a rien à y trouver.</source>
        <translation>Where they are finished, they teach that there is nothing to find.</translation>
    </message>
    <message>
        <source>ce qui a été réglé entre eux</source>
        <translation>what was settled between them</translation>
    </message>
    <message>
        <source>chacun à part, sous son nom</source>
        <translation>each one&apos;s, under their name</translation>
    </message>
    <message>
        <source>en cours</source>
        <translation>in progress</translation>
    </message>
    <message>
        <source>mis de côté</source>
        <translation>set aside</translation>
    </message>
    <message>
        <source>nouveaux</source>
        <translation>new</translation>
    </message>
    <message>
        <source>terminés</source>
        <translation>finished</translation>
    </message>
    <message>
        <source>tous, ce qu&apos;une majorité a tracé</source>
        <translation>everybody&apos;s, what most of them drew</translation>
    </message>
    <message>
        <source>tous, là où ils sont d&apos;accord</source>
        <translation>everybody&apos;s, where they agree</translation>
    </message>
    <message>
        <source>{name} (vous)</source>
        <translation>{name} (you)</translation>
    </message>
    <message>
        <source>États</source>
        <translation>Statuses</translation>
    </message>
</context>
<context>
    <name>ArticleColumn</name>
    <message>
        <source>Articles à départager</source>
        <translation>Articles to settle</translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>Ouvrir la corbeille</source>
        <translation>Open the trash</translation>
    </message>
    <message>
        <source>Tout montrer</source>
        <translation>Show all</translation>
    </message>
</context>
<context>
    <name>ArticleModel</name>
    <message>
        <source>Annotations</source>
        <translation>Spans</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Longueur</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>caractère</source>
        <translation>character</translation>
    </message>
    <message>
        <source>caractères</source>
        <translation>characters</translation>
    </message>
</context>
<context>
    <name>ArticleTable</name>
    <message>
        <source>Articles du projet</source>
        <translation>Articles of the project</translation>
    </message>
    <message>
        <source>Articles à importer</source>
        <translation>Articles to import</translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Le texte de l&apos;article et ses annotations. Tab va de l&apos;une à l&apos;autre, les flèches d&apos;un mot à l&apos;autre ; avec Maj, elles sélectionnent.</source>
        <translation>The text of the article with its marks. Tab goes from mark to mark, the arrows from word to word; with Shift they select.</translation>
    </message>
</context>
<context>
    <name>BulkDialog</name>
    <message>
        <source>&amp;Où</source>
        <translation>&amp;Where</translation>
    </message>
    <message>
        <source>&amp;Terminer les articles où il ne reste rien à régler</source>
        <translation>&amp;Finish the articles in which nothing is left to settle</translation>
    </message>
    <message>
        <source>Accepter</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>Accepter les accords</source>
        <translation>Accept agreements</translation>
    </message>
    <message>
        <source>Arrêter</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Arrêté : rien n&apos;a changé.</source>
        <translation>Stopped: nothing has changed.</translation>
    </message>
    <message>
        <source>Arrêt…</source>
        <translation>Stopping…</translation>
    </message>
    <message>
        <source>Ce que quelqu&apos;un a décidé à la main reste tel quel.</source>
        <translation>What somebody decided by hand stays as it is.</translation>
    </message>
    <message>
        <source>Cette règle ne règle rien de plus.</source>
        <translation>This rule settles nothing more.</translation>
    </message>
    <message>
        <source>Comptage</source>
        <translation>Counting</translation>
    </message>
    <message>
        <source>Comptage en cours…</source>
        <translation>Counting…</translation>
    </message>
    <message>
        <source>Dans quels articles</source>
        <translation>In which articles</translation>
    </message>
    <message>
        <source>Enregistrement</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>Limites à garder</source>
        <translation>Boundaries to keep</translation>
    </message>
    <message>
        <source>Part commune au moins</source>
        <translation>Least share in common</translation>
    </message>
    <message>
        <source>Rai&amp;son</source>
        <translation>Rea&amp;son</translation>
    </message>
    <message>
        <source>Raison</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Régler d&apos;un coup, sans les regarder un par un :</source>
        <translation>Settle at one stroke, without looking at each:</translation>
    </message>
    <message>
        <source>article</source>
        <translation>article</translation>
    </message>
    <message>
        <source>article choisi</source>
        <translation>article chosen</translation>
    </message>
    <message>
        <source>article sera terminé.</source>
        <translation>article will be finished.</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>articles</translation>
    </message>
    <message>
        <source>articles choisis</source>
        <translation>articles chosen</translation>
    </message>
    <message>
        <source>articles seront terminés.</source>
        <translation>articles will be finished.</translation>
    </message>
    <message>
        <source>aussi ce qui se &amp;recouvre, avec la même étiquette</source>
        <translation>also what &amp;overlaps, with the same label</translation>
    </message>
    <message>
        <source>ce que la &amp;majorité a marqué à l&apos;identique</source>
        <translation>what the &amp;majority marked alike</translation>
    </message>
    <message>
        <source>ce que tous ont marqué à l&apos;&amp;identique</source>
        <translation>what &amp;everybody marked alike</translation>
    </message>
    <message>
        <source>dans l&apos;article affiché seulement</source>
        <translation>in the article shown only</translation>
    </message>
    <message>
        <source>dans tous les articles annotés à plusieurs</source>
        <translation>in all articles that several people annotated</translation>
    </message>
    <message>
        <source>des caractères</source>
        <translation>of the characters</translation>
    </message>
    <message>
        <source>en gardant</source>
        <translation>keeping</translation>
    </message>
    <message>
        <source>facultative</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>les limites choisies par {name}</source>
        <translation>the boundaries {name} chose</translation>
    </message>
    <message>
        <source>les limites les plus larges</source>
        <translation>the widest boundaries</translation>
    </message>
    <message>
        <source>les limites les plus étroites</source>
        <translation>the narrowest boundaries</translation>
    </message>
    <message>
        <source>point</source>
        <translation>place</translation>
    </message>
    <message>
        <source>point sera réglé</source>
        <translation>place will be settled</translation>
    </message>
    <message>
        <source>points</source>
        <translation>places</translation>
    </message>
    <message>
        <source>points seront réglés</source>
        <translation>places will be settled</translation>
    </message>
    <message>
        <source>seulement : {articles}</source>
        <translation>only: {articles}</translation>
    </message>
    <message>
        <source>sur au moins</source>
        <translation>by at least</translation>
    </message>
    <message>
        <source>{places} dans {articles}.</source>
        <translation>{places} in {articles}.</translation>
    </message>
    <message>
        <source>{places} en cours d&apos;enregistrement…</source>
        <translation>{places} being saved…</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>PNG…</source>
        <translation>PNG…</translation>
    </message>
    <message>
        <source>SVG…</source>
        <translation>SVG…</translation>
    </message>
    <message>
        <source>Tableau</source>
        <translation>Table</translation>
    </message>
</context>
<context>
    <name>Chips</name>
    <message>
        <source>Retirer le filtre : {filter}</source>
        <translation>Remove the filter: {filter}</translation>
    </message>
    <message>
        <source>Retirer tous les filtres</source>
        <translation>Remove all filters</translation>
    </message>
    <message>
        <source>Tout effacer</source>
        <translation>Clear all</translation>
    </message>
</context>
<context>
    <name>ColumnFields</name>
    <message>
        <source>Colonne : {field}</source>
        <translation>Column: {field}</translation>
    </message>
    <message>
        <source>Colonnes :</source>
        <translation>Columns:</translation>
    </message>
    <message>
        <source>aucune</source>
        <translation>none</translation>
    </message>
    <message>
        <source>devinée : {heading}</source>
        <translation>guessed: {heading}</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>aucun article ouvert</source>
        <translation>no article open</translation>
    </message>
    <message>
        <source>aucun projet ouvert</source>
        <translation>no project open</translation>
    </message>
    <message>
        <source>pas sur cette page</source>
        <translation>not on this page</translation>
    </message>
</context>
<context>
    <name>ComparedSheet</name>
    <message>
        <source>Deux personnes et un état au moins</source>
        <translation>Two people and one status at least</translation>
    </message>
    <message>
        <source>Il faut au moins un état.</source>
        <translation>At least one status is needed.</translation>
    </message>
    <message>
        <source>Il faut deux personnes pour comparer.</source>
        <translation>It takes two people to compare.</translation>
    </message>
    <message>
        <source>Leurs articles</source>
        <translation>Their articles</translation>
    </message>
    <message>
        <source>Qui</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Qui est comparé</source>
        <translation>Who is compared</translation>
    </message>
</context>
<context>
    <name>Comparing</name>
    <message>
        <source>Comparés</source>
        <translation>Compared</translation>
    </message>
    <message>
        <source>Montrer de nouveau tous les articles</source>
        <translation>Show all articles again</translation>
    </message>
    <message>
        <source>article choisi</source>
        <translation>article chosen</translation>
    </message>
    <message>
        <source>articles choisis</source>
        <translation>articles chosen</translation>
    </message>
    <message>
        <source>{names} · {states}</source>
        <translation>{names} · {states}</translation>
    </message>
</context>
<context>
    <name>ConsistencyScreen</name>
    <message>
        <source>C&apos;est déjà ainsi.</source>
        <translation>It is so already.</translation>
    </message>
    <message>
        <source>C&apos;est le travail d&apos;un autre&#xa0;: seul cet annotateur peut le corriger.</source>
        <translation>This is the work of somebody else: only that annotator can correct it.</translation>
    </message>
    <message>
        <source>Cohérence</source>
        <translation>Consistency</translation>
    </message>
    <message>
        <source>Comptage en cours : {done} articles sur {total}…</source>
        <translation>Counting: {done} articles of {total}…</translation>
    </message>
    <message>
        <source>Comptage en cours…</source>
        <translation>Counting…</translation>
    </message>
    <message>
        <source>Compter maintenant</source>
        <translation>Count now</translation>
    </message>
    <message>
        <source>Des articles ont changé depuis le dernier comptage.</source>
        <translation>Articles have changed since they were last counted.</translation>
    </message>
    <message>
        <source>Incohérences</source>
        <translation>Inconsistencies</translation>
    </message>
    <message>
        <source>Laisser {what} ainsi (Maj+I)</source>
        <translation>Leave {what} as it is (Shift+I)</translation>
    </message>
    <message>
        <source>Laissées ainsi</source>
        <translation>Left as they are</translation>
    </message>
    <message>
        <source>Reprendre {what} (Maj+I)</source>
        <translation>Take {what} up again (Shift+I)</translation>
    </message>
    <message>
        <source>Rien de ce qui est choisi. D&apos;autres sortes sont à voir.</source>
        <translation>Nothing of what is chosen. There are other kinds to look at.</translation>
    </message>
    <message>
        <source>Rien n&apos;est encore annoté. Ce qui l&apos;est de deux façons paraîtra ici.</source>
        <translation>Nothing is annotated yet. What is treated in two ways will be shown here.</translation>
    </message>
    <message>
        <source>Rien n&apos;est laissé ainsi.</source>
        <translation>Nothing is left as it is.</translation>
    </message>
    <message>
        <source>Tout est cohérent&#xa0;: chaque forme est traitée partout de la même façon.</source>
        <translation>All is consistent: each form is treated everywhere in the same way.</translation>
    </message>
    <message>
        <source>endroit corrigé</source>
        <translation>place corrected</translation>
    </message>
    <message>
        <source>endroits corrigés</source>
        <translation>places corrected</translation>
    </message>
    <message>
        <source>laissé tel quel</source>
        <translation>left as it is</translation>
    </message>
    <message>
        <source>laissée ainsi.</source>
        <translation>left as it is.</translation>
    </message>
    <message>
        <source>laissés tels quels</source>
        <translation>left as they are</translation>
    </message>
    <message>
        <source>à revoir de nouveau.</source>
        <translation>to be looked at again.</translation>
    </message>
</context>
<context>
    <name>ContentScreen</name>
    <message>
        <source>Articles par étiquette</source>
        <translation>Articles by label</translation>
    </message>
    <message>
        <source>Contenu</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>En lire {count} de plus</source>
        <translation>Read {count} more</translation>
    </message>
    <message>
        <source>En montrer {count} de plus</source>
        <translation>Show {count} more</translation>
    </message>
    <message>
        <source>Formes</source>
        <translation>Surfaces</translation>
    </message>
    <message>
        <source>Formes les plus fréquentes</source>
        <translation>Most frequent surfaces</translation>
    </message>
    <message>
        <source>Importer des fichiers…</source>
        <translation>Import files…</translation>
    </message>
    <message>
        <source>Le projet n&apos;a pas encore d&apos;articles.</source>
        <translation>The project has no articles yet.</translation>
    </message>
    <message>
        <source>Les {count} formes les plus fréquentes sur {all}.</source>
        <translation>The {count} most frequent surfaces of {all}.</translation>
    </message>
    <message>
        <source>Rien n&apos;est encore annoté ici. Ouvrez un article dans la liste et annotez-le&#xa0;: cette page montre ensuite ce qui est annoté, où et avec quoi.</source>
        <translation>Nothing is annotated here yet. Open an article in the list and annotate it: this page then shows what is annotated, where and with what.</translation>
    </message>
    <message>
        <source>annotation</source>
        <translation>span</translation>
    </message>
    <message>
        <source>annotations</source>
        <translation>spans</translation>
    </message>
    <message>
        <source>article commencé</source>
        <translation>article begun</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>articles</translation>
    </message>
    <message>
        <source>articles commencés</source>
        <translation>articles begun</translation>
    </message>
    <message>
        <source>caractères</source>
        <translation>characters</translation>
    </message>
    <message>
        <source>caractères (médiane)</source>
        <translation>characters (median)</translation>
    </message>
    <message>
        <source>forme</source>
        <translation>surface</translation>
    </message>
    <message>
        <source>formes</source>
        <translation>surfaces</translation>
    </message>
    <message>
        <source>formes différentes</source>
        <translation>different surfaces</translation>
    </message>
    <message>
        <source>mots</source>
        <translation>words</translation>
    </message>
    <message>
        <source>mots (médiane)</source>
        <translation>words (median)</translation>
    </message>
    <message>
        <source>étiquette</source>
        <translation>label</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>Donnez d&apos;abord une étiquette ; {key} la redonnera.</source>
        <translation>Give a label first; {key} gives it again.</translation>
    </message>
    <message>
        <source>suggestion acceptée</source>
        <translation>suggestion accepted</translation>
    </message>
    <message>
        <source>suggestion sûre acceptée</source>
        <translation>sure suggestion accepted</translation>
    </message>
    <message>
        <source>suggestions acceptées</source>
        <translation>suggestions accepted</translation>
    </message>
    <message>
        <source>suggestions sûres acceptées</source>
        <translation>sure suggestions accepted</translation>
    </message>
</context>
<context>
    <name>CutWord</name>
    <message>
        <source>Coupe du mot</source>
        <translation>Cut in the word</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>Il reste des points à départager dans cet article.</source>
        <translation>There are still places to settle in this article.</translation>
    </message>
    <message>
        <source>Les articles choisis sont réglés.</source>
        <translation>The chosen articles are settled.</translation>
    </message>
    <message>
        <source>Tout est réglé. Ce qui est réglé s&apos;exporte comme les annotations d&apos;une personne.</source>
        <translation>Everything is settled. What is settled can be exported as a person&apos;s annotations can.</translation>
    </message>
    <message>
        <source>article</source>
        <translation>article</translation>
    </message>
    <message>
        <source>article terminé</source>
        <translation>article finished</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>articles</translation>
    </message>
    <message>
        <source>articles terminés</source>
        <translation>articles finished</translation>
    </message>
    <message>
        <source>point réglé</source>
        <translation>place settled</translation>
    </message>
    <message>
        <source>points réglés</source>
        <translation>places settled</translation>
    </message>
    <message>
        <source>{done}, en une étape ; {undo} pour revenir.</source>
        <translation>{done}, in one step; {undo} to go back.</translation>
    </message>
    <message>
        <source>{places} dans {articles}</source>
        <translation>{places} in {articles}</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>1…9&#xa0;: cet endroit · Maj+1…9&#xa0;: tous les endroits minoritaires · Entrée&#xa0;: ouvrir</source>
        <translation>1…9: this place · Shift+1…9: all places of the minority · Enter: open</translation>
    </message>
    <message>
        <source>C&apos;est le travail d&apos;un autre&#xa0;: seul cet annotateur peut le corriger.</source>
        <translation>This is the work of somebody else: only that annotator can correct it.</translation>
    </message>
    <message>
        <source>En montrer {count} de plus</source>
        <translation>Show {count} more</translation>
    </message>
    <message>
        <source>Endroits</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Laisser ainsi</source>
        <translation>Leave as it is</translation>
    </message>
    <message>
        <source>Maj&#xa0;: tous les endroits minoritaires</source>
        <translation>Shift: all places of the minority</translation>
    </message>
    <message>
        <source>endroit</source>
        <translation>place</translation>
    </message>
    <message>
        <source>endroits</source>
        <translation>places</translation>
    </message>
    <message>
        <source>montré</source>
        <translation>shown</translation>
    </message>
    <message>
        <source>montrés</source>
        <translation>shown</translation>
    </message>
    <message>
        <source>À revoir</source>
        <translation>Take up again</translation>
    </message>
</context>
<context>
    <name>DetailsDialog</name>
    <message>
        <source>&amp;Copier</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>Détails</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>DifferencePanel</name>
    <message>
        <source>Aucun d&apos;eux</source>
        <translation>None of them</translation>
    </message>
    <message>
        <source>Le point à départager</source>
        <translation>The place to settle</translation>
    </message>
    <message>
        <source>Ni l&apos;un ni l&apos;autre</source>
        <translation>Neither</translation>
    </message>
    <message>
        <source>Point précédent</source>
        <translation>Previous place</translation>
    </message>
    <message>
        <source>Point suivant</source>
        <translation>Next place</translation>
    </message>
    <message>
        <source>Rai&amp;son</source>
        <translation>Rea&amp;son</translation>
    </message>
    <message>
        <source>Raison de la décision</source>
        <translation>Reason for the decision</translation>
    </message>
    <message>
        <source>Rouvrir ce point (X)</source>
        <translation>Reopen this place (X)</translation>
    </message>
    <message>
        <source>Sélectionnez les mots dans le texte, puis donnez-leur une étiquette. Échap pour renoncer.</source>
        <translation>Select the words in the text, then give them a label. Esc to give up.</translation>
    </message>
    <message>
        <source>Tout est réglé dans cet article.</source>
        <translation>Everything is settled in this article.</translation>
    </message>
    <message>
        <source>Tracer une autre version…</source>
        <translation>Draw another version…</translation>
    </message>
    <message>
        <source>facultative ; touche R</source>
        <translation>optional; key R</translation>
    </message>
    <message>
        <source>rien ici</source>
        <translation>nothing here</translation>
    </message>
    <message>
        <source>{label} · {passage}</source>
        <translation>{label} · {passage}</translation>
    </message>
    <message>
        <source>{passage} : quelle étiquette ? Échap pour renoncer.</source>
        <translation>{passage}: which label? Esc to give up.</translation>
    </message>
</context>
<context>
    <name>DifferencesPage</name>
    <message>
        <source>Autres différences</source>
        <translation>Other differences</translation>
    </message>
    <message>
        <source>Copie</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Dans la copie</source>
        <translation>In the copy</translation>
    </message>
    <message>
        <source>Ici</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>Là où des copies se contredisent, c&apos;est la dernière nommée qui vaut.</source>
        <translation>Where copies contradict each other, the one named last counts.</translation>
    </message>
    <message>
        <source>Partie</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>Quoi</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Rien de tout cela ne vient tant que ce n&apos;est pas coché.</source>
        <translation>Nothing of this comes unless it is ticked.</translation>
    </message>
</context>
<context>
    <name>DuplicatePage</name>
    <message>
        <source>&amp;Voir l&apos;article du projet</source>
        <translation>&amp;Look at the project&apos;s article</translation>
    </message>
    <message>
        <source>Doublons et quasi-doublons</source>
        <translation>Duplicates and near-duplicates</translation>
    </message>
    <message>
        <source>Il s&apos;ouvre derrière cette fenêtre, qui reste.</source>
        <translation>It opens behind this window, which stays.</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Ce projet est vide</source>
        <translation>This project is empty</translation>
    </message>
    <message>
        <source>Coller un article…</source>
        <translation>Paste an article…</translation>
    </message>
    <message>
        <source>Importer des articles…</source>
        <translation>Import articles…</translation>
    </message>
    <message>
        <source>Importer un dossier…</source>
        <translation>Import a folder…</translation>
    </message>
    <message>
        <source>Importez des fichiers texte ou JSON, ou collez un article. Vous verrez d&apos;abord ce qui viendra.</source>
        <translation>Import text or JSON files, or paste an article. You will first see what is going to come.</translation>
    </message>
    <message>
        <source>Ou déposez ici des fichiers, un dossier, un texte.</source>
        <translation>Or drop files, a folder or a text here.</translation>
    </message>
</context>
<context>
    <name>ErrorReporter</name>
    <message>
        <source>Copier le rapport</source>
        <translation>Copy the report</translation>
    </message>
    <message>
        <source>Le rapport ci-dessous aide à corriger le logiciel ; il n&apos;est envoyé à personne.</source>
        <translation>The report below helps to mend the program; it is sent to nobody.</translation>
    </message>
    <message>
        <source>Une action n&apos;a pas pu être menée à bien. Votre travail est enregistré jusqu&apos;à la dernière action.</source>
        <translation>An action could not be carried out. Your work is saved up to the last action.</translation>
    </message>
    <message>
        <source>Une erreur inattendue s&apos;est produite</source>
        <translation>An unexpected error occurred</translation>
    </message>
</context>
<context>
    <name>Everywhere</name>
    <message>
        <source> ; laissées telles quelles : </source>
        <translation>; left as they are: </translation>
    </message>
    <message>
        <source>Allez d&apos;abord sur une annotation, ou sélectionnez des mots.</source>
        <translation>Go to a mark first, or select some words.</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Donnez d&apos;abord une étiquette à la sélection.</source>
        <translation>Give the selection a label first.</translation>
    </message>
    <message>
        <source>article</source>
        <translation>article</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>articles</translation>
    </message>
    <message>
        <source>dans une autre annotation</source>
        <translation>within another span</translation>
    </message>
    <message>
        <source>occurrence n&apos;est plus {label}</source>
        <translation>occurrence is no longer {label}</translation>
    </message>
    <message>
        <source>occurrence passée à {label}</source>
        <translation>occurrence changed to {label}</translation>
    </message>
    <message>
        <source>occurrence étiquetée {label}</source>
        <translation>occurrence labelled {label}</translation>
    </message>
    <message>
        <source>occurrences ne sont plus {label}</source>
        <translation>occurrences are no longer {label}</translation>
    </message>
    <message>
        <source>occurrences passées à {label}</source>
        <translation>occurrences changed to {label}</translation>
    </message>
    <message>
        <source>occurrences étiquetées {label}</source>
        <translation>occurrences labelled {label}</translation>
    </message>
    <message>
        <source>rejetée</source>
        <translation>rejected</translation>
    </message>
    <message>
        <source>rejetées</source>
        <translation>rejected</translation>
    </message>
    <message>
        <source>sous une autre étiquette</source>
        <translation>under another label</translation>
    </message>
    <message>
        <source>suggérée autrement</source>
        <translation>suggested otherwise</translation>
    </message>
    <message>
        <source>suggérées autrement</source>
        <translation>suggested otherwise</translation>
    </message>
    <message>
        <source>{what} dans {articles}.</source>
        <translation>{what} in {articles}.</translation>
    </message>
    <message>
        <source>{words} : rien à faire ailleurs dans cet article</source>
        <translation>{words}: nothing to do elsewhere in this article</translation>
    </message>
    <message>
        <source>{words} : {what}</source>
        <translation>{words}: {what}</translation>
    </message>
</context>
<context>
    <name>EverywhereDialog</name>
    <message>
        <source>&amp;Tout cocher</source>
        <translation>Tick &amp;all</translation>
    </message>
    <message>
        <source>Aucune ligne ne convient au filtre.</source>
        <translation>No row fits the filter.</translation>
    </message>
    <message>
        <source>Avancement</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Ces mots ne se trouvent dans aucun article.</source>
        <translation>These words are in no article.</translation>
    </message>
    <message>
        <source>Cet a&amp;rticle</source>
        <translation>This a&amp;rticle</translation>
    </message>
    <message>
        <source>Coche ou décoche les occurrences de l&apos;article de la ligne (Maj+Espace)</source>
        <translation>Ticks or unticks the occurrences in this row&apos;s article (Shift+Space)</translation>
    </message>
    <message>
        <source>Dans tous les articles</source>
        <translation>In all articles</translation>
    </message>
    <message>
        <source>Espace coche les lignes choisies, Entrée applique, Échap renonce.</source>
        <translation>Space ticks the chosen rows, Enter applies, Esc gives up.</translation>
    </message>
    <message>
        <source>Filtrer</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filtrer par contexte ou titre</source>
        <translation>Filter by context or title</translation>
    </message>
    <message>
        <source>Remplacer dans {occurrences}</source>
        <translation>Replace in {occurrences}</translation>
    </message>
    <message>
        <source>Retirer de {occurrences}</source>
        <translation>Remove from {occurrences}</translation>
    </message>
    <message>
        <source>Tout &amp;décocher</source>
        <translation>&amp;Untick all</translation>
    </message>
    <message>
        <source>affichée</source>
        <translation>shown</translation>
    </message>
    <message>
        <source>affichées</source>
        <translation>shown</translation>
    </message>
    <message>
        <source>article</source>
        <translation>article</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>articles</translation>
    </message>
    <message>
        <source>cochée</source>
        <translation>ticked</translation>
    </message>
    <message>
        <source>cochées</source>
        <translation>ticked</translation>
    </message>
    <message>
        <source>la recherche s&apos;arrête là : appliquez, puis recommencez pour la suite</source>
        <translation>the search stops here: apply, then start again for the rest</translation>
    </message>
    <message>
        <source>occurrence</source>
        <translation>occurrence</translation>
    </message>
    <message>
        <source>occurrences</source>
        <translation>occurrences</translation>
    </message>
    <message>
        <source>recherche : {read} articles lus sur {total}</source>
        <translation>searching: {read} of {total} articles read</translation>
    </message>
    <message>
        <source>{occurrences} dans {articles}, {ticked}</source>
        <translation>{occurrences} in {articles}, {ticked}</translation>
    </message>
    <message>
        <source>Étiqueter {occurrences}</source>
        <translation>Label {occurrences}</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Cochez au moins un état : sinon, il n&apos;y a rien à exporter.</source>
        <translation>Tick at least one status: otherwise there is nothing to export.</translation>
    </message>
    <message>
        <source>D&apos;&amp;origine, tels qu&apos;avant la normalisation à l&apos;import</source>
        <translation>As they were &amp;originally, before import tidied them</translation>
    </message>
    <message>
        <source>Exporter</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Exporter {articles}</source>
        <translation>Export {articles}</translation>
    </message>
    <message>
        <source>Ne peut pas garder</source>
        <translation>Cannot carry</translation>
    </message>
    <message>
        <source>Textes</source>
        <translation>Texts</translation>
    </message>
    <message>
        <source>article</source>
        <translation>article</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>articles</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>Détails…</source>
        <translation>Details…</translation>
    </message>
    <message>
        <source>Ouvrir le dossier</source>
        <translation>Open the folder</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Chercher dans les articles</source>
        <translation>Search the articles</translation>
    </message>
    <message>
        <source>Chercher dans les titres et les textes</source>
        <translation>Search titles and texts</translation>
    </message>
    <message>
        <source>Filtrer</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filtrer ({count})</source>
        <translation>Filter ({count})</translation>
    </message>
    <message>
        <source>Filtrer la liste</source>
        <translation>Filter the list</translation>
    </message>
    <message>
        <source>Ordre et colonnes de la liste</source>
        <translation>Order and columns of the list</translation>
    </message>
    <message>
        <source>Ordre inverse</source>
        <translation>Reverse order</translation>
    </message>
    <message>
        <source>Tous les mots, avec ou sans accents ; entre guillemets, côte à côte. Échap : retour à l&apos;article</source>
        <translation>All the words, with or without accents; in quotes, side by side. Esc: back to the article</translation>
    </message>
    <message>
        <source>Trier</source>
        <translation>Sort</translation>
    </message>
</context>
<context>
    <name>FilterPopup</name>
    <message>
        <source>2022, 2022-03 ou 2022-03-31</source>
        <translation>2022, 2022-03 or 2022-03-31</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Avec un drapeau</source>
        <translation>Flagged</translation>
    </message>
    <message>
        <source>Avec une note</source>
        <translation>With a note</translation>
    </message>
    <message>
        <source>Depuis</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Drapeau</source>
        <translation>Flag</translation>
    </message>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Filtres de la liste</source>
        <translation>Filters of the list</translation>
    </message>
    <message>
        <source>Il en reste à décider</source>
        <translation>Some left to decide</translation>
    </message>
    <message>
        <source>Jusqu&apos;à</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Montrer la corbeille</source>
        <translation>Show the trash</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Peu importe</source>
        <translation>Any</translation>
    </message>
    <message>
        <source>Présent</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>Sans drapeau</source>
        <translation>Without flag</translation>
    </message>
    <message>
        <source>Sans note</source>
        <translation>Without note</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>Terminé par</source>
        <translation>Finished by</translation>
    </message>
    <message>
        <source>Tout effacer</source>
        <translation>Clear all</translation>
    </message>
    <message>
        <source>Tout est décidé</source>
        <translation>Everything decided</translation>
    </message>
    <message>
        <source>une partie de son nom</source>
        <translation>part of its name</translation>
    </message>
    <message>
        <source>État</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>États</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Annotations dont les limites changent</source>
        <translation>Spans with other limits than they had</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Doublons</source>
        <translation>Duplicates</translation>
    </message>
    <message>
        <source>Laissés de côté</source>
        <translation>Left out</translation>
    </message>
    <message>
        <source>Limites ajustées</source>
        <translation>Adjusted limits</translation>
    </message>
    <message>
        <source>Remarques</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>Étiquettes</source>
        <translation>Labels</translation>
    </message>
</context>
<context>
    <name>GuidelinesPanel</name>
    <message>
        <source>Consignes</source>
        <translation>Guidelines</translation>
    </message>
    <message>
        <source>Toutes</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Étiquettes</source>
        <translation>Labels</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Historique</source>
        <translation>History</translation>
    </message>
    <message>
        <source>{steps} en arrière.</source>
        <translation>{steps} back.</translation>
    </message>
    <message>
        <source>{steps} en avant.</source>
        <translation>{steps} forward.</translation>
    </message>
    <message>
        <source>étape</source>
        <translation>step</translation>
    </message>
    <message>
        <source>étapes</source>
        <translation>steps</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>Cliquez sur une étape pour y revenir.</source>
        <translation>Click a step to go back to it.</translation>
    </message>
    <message>
        <source>De qui</source>
        <translation>Whose</translation>
    </message>
    <message>
        <source>Entrée revient à l&apos;étape choisie, Échap au texte</source>
        <translation>Enter goes back to the chosen step, Esc to the text</translation>
    </message>
    <message>
        <source>Fermer l&apos;historique</source>
        <translation>Close the history</translation>
    </message>
    <message>
        <source>Historique</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Les étapes de tout le monde</source>
        <translation>Everybody&apos;s steps</translation>
    </message>
    <message>
        <source>Mes étapes</source>
        <translation>My steps</translation>
    </message>
    <message>
        <source>Rien n&apos;a encore été fait. Chaque étape s&apos;inscrira ici : vous pourrez y revenir.</source>
        <translation>Nothing has been done yet. Each step will be listed here, to go back to.</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Aperçu de l&apos;import</source>
        <translation>Preview of the import</translation>
    </message>
    <message>
        <source>Importer {articles}</source>
        <translation>Import {articles}</translation>
    </message>
    <message>
        <source>Impossible de lire ces fichiers</source>
        <translation>These files cannot be read</translation>
    </message>
    <message>
        <source>Lecture des fichiers</source>
        <translation>Reading the files</translation>
    </message>
    <message>
        <source>Lecture des fichiers…</source>
        <translation>Reading the files…</translation>
    </message>
    <message>
        <source>Lecture… {done} sur {total}</source>
        <translation>Reading… {done} of {total}</translation>
    </message>
    <message>
        <source>Rien n&apos;est encore importé.</source>
        <translation>Nothing has been imported yet.</translation>
    </message>
    <message>
        <source>Sortir de la &amp;corbeille : {articles}</source>
        <translation>Take out of the tras&amp;h: {articles}</translation>
    </message>
    <message>
        <source>Sortir de la corbeille</source>
        <translation>Take out of the trash</translation>
    </message>
    <message>
        <source>Tout importer</source>
        <translation>Import all</translation>
    </message>
    <message>
        <source>article</source>
        <translation>article</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>articles</translation>
    </message>
</context>
<context>
    <name>Imports</name>
    <message>
        <source>Annuler l&apos;import…</source>
        <translation>Undo the import…</translation>
    </message>
    <message>
        <source>Détails…</source>
        <translation>Details…</translation>
    </message>
    <message>
        <source>Fusion annulée</source>
        <translation>Merge undone</translation>
    </message>
    <message>
        <source>Import annulé</source>
        <translation>Import undone</translation>
    </message>
    <message>
        <source>article remis comme avant</source>
        <translation>article put back as it was</translation>
    </message>
    <message>
        <source>article retiré du projet</source>
        <translation>article taken out of the project</translation>
    </message>
    <message>
        <source>articles remis comme avant</source>
        <translation>articles put back as they were</translation>
    </message>
    <message>
        <source>articles retirés du projet</source>
        <translation>articles taken out of the project</translation>
    </message>
</context>
<context>
    <name>ImportsDialog</name>
    <message>
        <source>&amp;Annuler cet import…</source>
        <translation>&amp;Undo this import…</translation>
    </message>
    <message>
        <source>&amp;Annuler cette fusion…</source>
        <translation>&amp;Undo this merge…</translation>
    </message>
    <message>
        <source>&amp;Copier</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>&amp;Enregistrer…</source>
        <translation>&amp;Save…</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Spans</translation>
    </message>
    <message>
        <source>Annulation de l&apos;import…</source>
        <translation>Undoing the import…</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Imports et fusions du projet</source>
        <translation>Imports and merges of the project</translation>
    </message>
    <message>
        <source>Quand</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Quoi</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Rien n&apos;est encore gardé ici. Chaque import le sera, avec son rapport, et pourra être annulé.</source>
        <translation>Nothing is kept here yet. Each import will be, with its report, and can be undone.</translation>
    </message>
    <message>
        <source>État</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Ailleurs</source>
        <translation>Elsewhere</translation>
    </message>
    <message>
        <source>Ajouter une note</source>
        <translation>Add a note</translation>
    </message>
    <message>
        <source>Conflit</source>
        <translation>Conflict</translation>
    </message>
    <message>
        <source>Historique</source>
        <translation>History</translation>
    </message>
    <message>
        <source>Ici aussi</source>
        <translation>Also here</translation>
    </message>
    <message>
        <source>Modifier la note</source>
        <translation>Edit the note</translation>
    </message>
    <message>
        <source>Pourquoi cette annotation</source>
        <translation>Why this mark</translation>
    </message>
    <message>
        <source>Voir les occurrences…</source>
        <translation>See the occurrences…</translation>
    </message>
    <message>
        <source>article</source>
        <translation>article</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>articles</translation>
    </message>
    <message>
        <source>au moins {found} ({articles})</source>
        <translation>at least {found} ({articles})</translation>
    </message>
    <message>
        <source>dans aucun autre article</source>
        <translation>in no other article</translation>
    </message>
    <message>
        <source>{found} ({articles})</source>
        <translation>{found} ({articles})</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>Déposez ce texte pour en faire un article</source>
        <translation>Drop this text to make an article of it</translation>
    </message>
    <message>
        <source>Déposez pour importer {things}</source>
        <translation>Drop to import {things}</translation>
    </message>
    <message>
        <source>Déposez pour ouvrir le projet {name}</source>
        <translation>Drop to open the project {name}</translation>
    </message>
    <message>
        <source>Les articles vont dans un projet : créez-en un, ou ouvrez le vôtre.</source>
        <translation>Articles go into a project: make one, or open yours.</translation>
    </message>
    <message>
        <source>Nouveau projet…</source>
        <translation>New project…</translation>
    </message>
    <message>
        <source>élément</source>
        <translation>item</translation>
    </message>
    <message>
        <source>éléments</source>
        <translation>items</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Appuyez sur la touche à employer ; Échap pour renoncer</source>
        <translation>Press the key to use; Esc to give up</translation>
    </message>
    <message>
        <source>Appuyez sur la touche…</source>
        <translation>Press the key…</translation>
    </message>
    <message>
        <source>Nouvelle touche</source>
        <translation>New key</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>&amp;Personnaliser…</source>
        <translation>&amp;Customise…</translation>
    </message>
    <message>
        <source>Dans le texte</source>
        <translation>In the text</translation>
    </message>
    <message>
        <source>Départager</source>
        <translation>Settling</translation>
    </message>
    <message>
        <source>Raccourcis clavier</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>Étiquettes</source>
        <translation>Labels</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>&amp;Ajouter une touche</source>
        <translation>&amp;Add a key</translation>
    </message>
    <message>
        <source>&amp;Changer</source>
        <translation>&amp;Change</translation>
    </message>
    <message>
        <source>&amp;Clavier :</source>
        <translation>&amp;Keyboard:</translation>
    </message>
    <message>
        <source>&amp;Prendre quand même</source>
        <translation>&amp;Take it anyway</translation>
    </message>
    <message>
        <source>&amp;Rétablir</source>
        <translation>&amp;Reset</translation>
    </message>
    <message>
        <source>&amp;Tout rétablir</source>
        <translation>&amp;Reset all</translation>
    </message>
    <message>
        <source>&amp;Ôter les touches</source>
        <translation>Re&amp;move the keys</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Actions et leurs touches</source>
        <translation>Actions and their keys</translation>
    </message>
    <message>
        <source>Chercher une action ou une touche</source>
        <translation>Search for an action or a key</translation>
    </message>
    <message>
        <source>Clavier</source>
        <translation>Keyboard</translation>
    </message>
    <message>
        <source>Nouvelle touche pour « {action} » ; Échap pour renoncer.</source>
        <translation>New key for “{action}”; Esc to give up.</translation>
    </message>
    <message>
        <source>Personnaliser les raccourcis</source>
        <translation>Customise shortcuts</translation>
    </message>
    <message>
        <source>Rendre à toutes les actions leurs touches d&apos;origine ?</source>
        <translation>Give all actions their original keys back?</translation>
    </message>
    <message>
        <source>Touches</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Tout rétablir</source>
        <translation>Reset all</translation>
    </message>
    <message>
        <source>aucune touche</source>
        <translation>no key</translation>
    </message>
    <message>
        <source>{action} : {keys}</source>
        <translation>{action}: {keys}</translation>
    </message>
    <message>
        <source>{key} : {why}. Essayez-en une autre.</source>
        <translation>{key}: {why}. Try another one.</translation>
    </message>
    <message>
        <source>{key} : « {action} »</source>
        <translation>{key}: “{action}”</translation>
    </message>
    <message>
        <source>{key} sert déjà à « {action} ». Essayez-en une autre, ou prenez-la.</source>
        <translation>{key} is already the key of “{action}”. Try another one, or take it.</translation>
    </message>
</context>
<context>
    <name>KindList</name>
    <message>
        <source>Format de l&apos;export</source>
        <translation>Format of the export</translation>
    </message>
</context>
<context>
    <name>LabelBar</name>
    <message>
        <source>Accepter les {count} suggestions affichées</source>
        <translation>Accept the {count} suggestions shown</translation>
    </message>
    <message>
        <source>Tout ({count})</source>
        <translation>All ({count})</translation>
    </message>
    <message>
        <source>Tout accepter ({count})</source>
        <translation>Accept all ({count})</translation>
    </message>
    <message>
        <source>Étiquette {name}</source>
        <translation>Label {name}</translation>
    </message>
    <message>
        <source>Étiquette {name}, touche {key}</source>
        <translation>Label {name}, key {key}</translation>
    </message>
</context>
<context>
    <name>LabelForm</name>
    <message>
        <source>&amp;Couleur</source>
        <translation>&amp;Colour</translation>
    </message>
    <message>
        <source>&amp;Rétablir l&apos;étiquette d&apos;origine</source>
        <translation>&amp;Reset to the original label</translation>
    </message>
    <message>
        <source>&amp;Touche</source>
        <translation>&amp;Key</translation>
    </message>
    <message>
        <source>Consigne en an&amp;glais</source>
        <translation>Guideline in En&amp;glish</translation>
    </message>
    <message>
        <source>Consigne en f&amp;rançais</source>
        <translation>Guideline in Frenc&amp;h</translation>
    </message>
    <message>
        <source>Couleur de l&apos;étiquette</source>
        <translation>Colour of the label</translation>
    </message>
    <message>
        <source>Dans un article : annotation et suggestion</source>
        <translation>In an article: span and suggestion</translation>
    </message>
    <message>
        <source>Nom en &amp;anglais</source>
        <translation>Name in &amp;English</translation>
    </message>
    <message>
        <source>Nom en &amp;français</source>
        <translation>Name in &amp;French</translation>
    </message>
    <message>
        <source>Un paragraphe par ligne ; entre crochets, un exemple tel qu&apos;il est annoté.</source>
        <translation>One paragraph a line; in square brackets, an example as it is annotated.</translation>
    </message>
</context>
<context>
    <name>LabelModel</name>
    <message>
        <source>Annotations</source>
        <translation>Spans</translation>
    </message>
    <message>
        <source>Créer l&apos;étiquette {name}</source>
        <translation>Create the label {name}</translation>
    </message>
    <message>
        <source>Devient</source>
        <translation>Becomes</translation>
    </message>
    <message>
        <source>Laisser de côté</source>
        <translation>Leave out</translation>
    </message>
    <message>
        <source>Étiquette du fichier</source>
        <translation>Label in the file</translation>
    </message>
</context>
<context>
    <name>LabelPage</name>
    <message>
        <source>Espace ouvre le choix ; un chiffre donne l&apos;étiquette de cette touche aux lignes choisies, + en crée une, Suppr les laisse de côté.</source>
        <translation>Space opens the choice; a digit gives the label of that key to the rows selected, + creates one, Del leaves them out.</translation>
    </message>
</context>
<context>
    <name>LabelTable</name>
    <message>
        <source>Étiquettes des fichiers</source>
        <translation>Labels in the files</translation>
    </message>
</context>
<context>
    <name>LabelsTab</name>
    <message>
        <source>Ces couleurs se distinguent bien, même pour un œil daltonien.</source>
        <translation>These colours are told apart well, even by colour-blind eyes.</translation>
    </message>
    <message>
        <source>La touche {key} est maintenant celle de {name} ; {other} n&apos;en a plus.</source>
        <translation>The key {key} is now that of {name}; {other} has none any more.</translation>
    </message>
    <message>
        <source>La touche {key} est maintenant celle de {name}.</source>
        <translation>The key {key} is now that of {name}.</translation>
    </message>
    <message>
        <source>Touches échangées : {key} pour {name}, {other_key} pour {other}.</source>
        <translation>Keys exchanged: {key} for {name}, {other_key} for {other}.</translation>
    </message>
    <message>
        <source>Étiquettes</source>
        <translation>Labels</translation>
    </message>
</context>
<context>
    <name>LexiconTab</name>
    <message>
        <source>&amp;Ajouter</source>
        <translation>&amp;Add</translation>
    </message>
    <message>
        <source>&amp;Mot ou expression</source>
        <translation>&amp;Word or phrase</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Note</translation>
    </message>
    <message>
        <source>Aucun mot pour l&apos;instant. Dans un article, {key} ajoute le mot choisi.</source>
        <translation>No words yet. In an article, {key} adds the chosen word.</translation>
    </message>
    <message>
        <source>Ces mots sont suggérés dans tous les articles du projet. Écrit en minuscules, un mot est reconnu quelle que soit sa casse ; avec une majuscule, tel quel ou tout en capitales.</source>
        <translation>These words are suggested in every article of the project. Written in small letters, a word is found in any case; with a capital, as it stands or all in capitals.</translation>
    </message>
    <message>
        <source>Facultative</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>Mot ou expression</source>
        <translation>Word or phrase</translation>
    </message>
    <message>
        <source>Mots du lexique</source>
        <translation>Words of the lexicon</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Re&amp;tirer</source>
        <translation>Re&amp;move</translation>
    </message>
    <message>
        <source>« {form} » n&apos;est plus dans le lexique.</source>
        <translation>“{form}” is no longer in the lexicon.</translation>
    </message>
    <message>
        <source>À choisir</source>
        <translation>Choose one</translation>
    </message>
    <message>
        <source>Éti&amp;quette</source>
        <translation>&amp;Label</translation>
    </message>
    <message>
        <source>Étiquette</source>
        <translation>Label</translation>
    </message>
</context>
<context>
    <name>LineModel</name>
    <message>
        <source>Détail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Où</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Quoi</source>
        <translation>What</translation>
    </message>
</context>
<context>
    <name>Link</name>
    <message>
        <source>Montrer ces articles dans la liste</source>
        <translation>Show these articles in the list</translation>
    </message>
</context>
<context>
    <name>ListWork</name>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Autre chose a été fait depuis ; {undo} annule pas à pas.</source>
        <translation>Something else has been done since; {undo} undoes step by step.</translation>
    </message>
    <message>
        <source>Il n&apos;y a plus d&apos;article à faire dans cette liste.</source>
        <translation>No article in this list is left to do.</translation>
    </message>
    <message>
        <source>article marqué comme nouveau</source>
        <translation>article marked as new</translation>
    </message>
    <message>
        <source>article mis de côté</source>
        <translation>article set aside</translation>
    </message>
    <message>
        <source>article mis à la corbeille</source>
        <translation>article put in the trash</translation>
    </message>
    <message>
        <source>article remis en cours</source>
        <translation>article reopened</translation>
    </message>
    <message>
        <source>article sorti de la corbeille</source>
        <translation>article taken out of the trash</translation>
    </message>
    <message>
        <source>article terminé</source>
        <translation>article finished</translation>
    </message>
    <message>
        <source>articles marqués comme nouveaux</source>
        <translation>articles marked as new</translation>
    </message>
    <message>
        <source>articles mis de côté</source>
        <translation>articles set aside</translation>
    </message>
    <message>
        <source>articles mis à la corbeille</source>
        <translation>articles put in the trash</translation>
    </message>
    <message>
        <source>articles remis en cours</source>
        <translation>articles reopened</translation>
    </message>
    <message>
        <source>articles sortis de la corbeille</source>
        <translation>articles taken out of the trash</translation>
    </message>
    <message>
        <source>articles terminés</source>
        <translation>articles finished</translation>
    </message>
    <message>
        <source>drapeau posé</source>
        <translation>flag set</translation>
    </message>
    <message>
        <source>drapeau retiré</source>
        <translation>flag removed</translation>
    </message>
    <message>
        <source>drapeaux posés</source>
        <translation>flags set</translation>
    </message>
    <message>
        <source>drapeaux retirés</source>
        <translation>flags removed</translation>
    </message>
</context>
<context>
    <name>Listing</name>
    <message>
        <source>Aucun article n&apos;est encore terminé par deux personnes.</source>
        <translation>No article has been finished by two people yet.</translation>
    </message>
    <message>
        <source>Comparés : {names} ; leurs articles {states}. Aucun article n&apos;en réunit deux.</source>
        <translation>Compared: {names}; their articles: {states}. No article has two of them.</translation>
    </message>
    <message>
        <source>Comparés : {names} ; leurs articles {states}. Aucun des articles choisis n&apos;en réunit deux.</source>
        <translation>Compared: {names}; their articles: {states}. None of the chosen articles has two of them.</translation>
    </message>
    <message>
        <source>Il faut le travail de deux personnes. Importez les annotations d&apos;une autre, ou fusionnez sa copie du projet : les points où elles diffèrent apparaîtront ici.</source>
        <translation>It takes the work of two people. Import the annotations of another person, or merge their copy of the project: the places where they differ will appear here.</translation>
    </message>
    <message>
        <source>Il n&apos;y a personne à départager.</source>
        <translation>There is nobody to settle between.</translation>
    </message>
    <message>
        <source>Montrer les terminés</source>
        <translation>Show finished ones</translation>
    </message>
    <message>
        <source>Ont travaillé dans ce projet : {names}. Dès que deux d&apos;entre elles ont terminé le même article, les points où elles diffèrent apparaissent ici.</source>
        <translation>Have worked in this project: {names}. As soon as two of them have finished the same article, the places where they differ appear here.</translation>
    </message>
    <message>
        <source>Rien à départager dans ce qui est choisi.</source>
        <translation>There is nothing to settle in what is chosen.</translation>
    </message>
    <message>
        <source>Tout comparer de nouveau</source>
        <translation>Compare everything again</translation>
    </message>
    <message>
        <source>Tout est réglé.</source>
        <translation>Everything is settled.</translation>
    </message>
    <message>
        <source>article annoté à plusieurs</source>
        <translation>article annotated by several people</translation>
    </message>
    <message>
        <source>article à terminer</source>
        <translation>article to finish</translation>
    </message>
    <message>
        <source>articles annotés à plusieurs</source>
        <translation>articles annotated by several people</translation>
    </message>
    <message>
        <source>articles à terminer</source>
        <translation>articles to finish</translation>
    </message>
    <message>
        <source>point à départager</source>
        <translation>place to settle</translation>
    </message>
    <message>
        <source>points à départager</source>
        <translation>places to settle</translation>
    </message>
    <message>
        <source>tout est réglé</source>
        <translation>everything is settled</translation>
    </message>
    <message>
        <source>{articles} : tout est terminé. Ce qui est réglé s&apos;exporte comme les annotations d&apos;une personne ({export}).</source>
        <translation>{articles}: all finished. What is settled can be exported as a person&apos;s annotations ({export}).</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>L&apos;étiquette « {name} » est prête : sélectionnez du texte ; {key} pour y renoncer.</source>
        <translation>The label “{name}” is ready: select some text; {key} to give it up.</translation>
    </message>
</context>
<context>
    <name>MarkModel</name>
    <message>
        <source>Passage</source>
        <translation>Passage</translation>
    </message>
    <message>
        <source>{state}, en conflit</source>
        <translation>{state}, in conflict</translation>
    </message>
    <message>
        <source>Étiquette</source>
        <translation>Label</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>&amp;Fusionner</source>
        <translation>&amp;Merge</translation>
    </message>
    <message>
        <source>Annotateur</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Apports</source>
        <translation>What comes</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Autres différences</source>
        <translation>Other differences</translation>
    </message>
    <message>
        <source>Chaque liste en montre {count} ; le rapport de la fusion garde tout.</source>
        <translation>Each list shows {count} of them; the report of the merge keeps all.</translation>
    </message>
    <message>
        <source>Conflits</source>
        <translation>Conflicts</translation>
    </message>
    <message>
        <source>Conflits : le plus récent l&apos;emporte (Entrée ouvre l&apos;article)</source>
        <translation>Conflicts: the newer stands (Enter opens the article)</translation>
    </message>
    <message>
        <source>Copie</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>Dans la copie</source>
        <translation>In the copy</translation>
    </message>
    <message>
        <source>Fusionner des copies du projet</source>
        <translation>Merge copies of the project</translation>
    </message>
    <message>
        <source>Ici</source>
        <translation>Here</translation>
    </message>
    <message>
        <source>L&apos;emporte</source>
        <translation>Stands</translation>
    </message>
    <message>
        <source>La fusion pourra être annulée en entier, par « Fichier › Imports et fusions du projet… ».</source>
        <translation>The merge can be undone as a whole, by “File › Imports and merges of the project…”.</translation>
    </message>
    <message>
        <source>Lecture des copies…</source>
        <translation>Reading the copies…</translation>
    </message>
    <message>
        <source>Où</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>annotation laissée de côté.</source>
        <translation>span left out.</translation>
    </message>
    <message>
        <source>annotations laissées de côté.</source>
        <translation>spans left out.</translation>
    </message>
    <message>
        <source>article déjà là.</source>
        <translation>article there already.</translation>
    </message>
    <message>
        <source>articles déjà là.</source>
        <translation>articles there already.</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>Détails…</source>
        <translation>Details…</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Fermer le message</source>
        <translation>Close the message</translation>
    </message>
</context>
<context>
    <name>NameLine</name>
    <message>
        <source>C&apos;est moi</source>
        <translation>That&apos;s me</translation>
    </message>
    <message>
        <source>Vos décisions sont gardées sous ce nom, séparément de celles des autres.</source>
        <translation>Your decisions are kept under this name, apart from other people&apos;s.</translation>
    </message>
    <message>
        <source>Votre &amp;nom d&apos;annotateur</source>
        <translation>Your &amp;name as annotator</translation>
    </message>
    <message>
        <source>Votre nom d&apos;annotateur</source>
        <translation>Your name as annotator</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source> {left} ; {undo} pour y revenir.</source>
        <translation> {left}; {undo} takes you back.</translation>
    </message>
    <message>
        <source>Article terminé.</source>
        <translation>Article finished.</translation>
    </message>
    <message>
        <source>Il n&apos;en reste aucun à faire dans cette liste.</source>
        <translation>None is left to do in this list.</translation>
    </message>
    <message>
        <source>Il n&apos;y a plus rien à annuler.</source>
        <translation>Nothing is left to undo.</translation>
    </message>
    <message>
        <source>Il n&apos;y a rien à rétablir.</source>
        <translation>There is nothing to redo.</translation>
    </message>
    <message>
        <source>suggestion sans décision ne sera pas exportée</source>
        <translation>undecided suggestion will not be exported</translation>
    </message>
    <message>
        <source>suggestions sans décision ne seront pas exportées</source>
        <translation>undecided suggestions will not be exported</translation>
    </message>
</context>
<context>
    <name>NoteEditor</name>
    <message>
        <source>Entrée enregistre, Échap renonce</source>
        <translation>Enter saves, Esc gives up</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Article signalé.</source>
        <translation>Article flagged.</translation>
    </message>
    <message>
        <source>L&apos;article n&apos;est plus signalé.</source>
        <translation>The article is no longer flagged.</translation>
    </message>
    <message>
        <source>Note sur l&apos;article</source>
        <translation>Note on the article</translation>
    </message>
    <message>
        <source>Note sur {words}</source>
        <translation>Note on {words}</translation>
    </message>
    <message>
        <source>Suggestion acceptée, pour y mettre une note.</source>
        <translation>Suggestion accepted, so that it can have a note.</translation>
    </message>
</context>
<context>
    <name>OccurrenceModel</name>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Occurrence</source>
        <translation>Occurrence</translation>
    </message>
    <message>
        <source>chevauche : {label}</source>
        <translation>overlaps: {label}</translation>
    </message>
    <message>
        <source>cochée</source>
        <translation>ticked</translation>
    </message>
    <message>
        <source>non cochée</source>
        <translation>not ticked</translation>
    </message>
    <message>
        <source>rien à faire</source>
        <translation>nothing to do</translation>
    </message>
    <message>
        <source>sans étiquette</source>
        <translation>without label</translation>
    </message>
    <message>
        <source>{label}, rejeté</source>
        <translation>{label}, rejected</translation>
    </message>
    <message>
        <source>{label}, suggéré</source>
        <translation>{label}, suggested</translation>
    </message>
    <message>
        <source>État</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Étiquette actuelle</source>
        <translation>Current label</translation>
    </message>
</context>
<context>
    <name>OccurrenceTable</name>
    <message>
        <source>Occurrences</source>
        <translation>Occurrences</translation>
    </message>
</context>
<context>
    <name>OptionFields</name>
    <message>
        <source>&amp;Annotations de</source>
        <translation>&amp;Spans by</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>&amp;Plus d&apos;options</source>
        <translation>&amp;More options</translation>
    </message>
    <message>
        <source>&amp;État</source>
        <translation>S&amp;tatus</translation>
    </message>
    <message>
        <source>Annotations de</source>
        <translation>Spans by</translation>
    </message>
    <message>
        <source>Enco&amp;dage</source>
        <translation>Enco&amp;ding</translation>
    </message>
    <message>
        <source>Encodage</source>
        <translation>Encoding</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Prendre les annotations comme &amp;suggestions, à décider</source>
        <translation>Take the spans as su&amp;ggestions, to be decided</translation>
    </message>
    <message>
        <source>reconnu à chaque fichier</source>
        <translation>recognised file by file</translation>
    </message>
    <message>
        <source>selon les fichiers</source>
        <translation>as the files say</translation>
    </message>
    <message>
        <source>É&amp;largir aux mots entiers les annotations qui coupent un mot</source>
        <translation>&amp;Widen spans that cut a word to whole words</translation>
    </message>
    <message>
        <source>État des articles annotés</source>
        <translation>Status of annotated articles</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Annotateur</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>Annotations par étiquette</source>
        <translation>Spans by label</translation>
    </message>
    <message>
        <source>Annotations par étiquette, de tout le monde</source>
        <translation>Spans by label, everybody&apos;s</translation>
    </message>
    <message>
        <source>Articles par état</source>
        <translation>Articles by status</translation>
    </message>
    <message>
        <source>Ce que deviennent les suggestions</source>
        <translation>What becomes of the suggestions</translation>
    </message>
    <message>
        <source>Importer des fichiers…</source>
        <translation>Import files…</translation>
    </message>
    <message>
        <source>Le projet n&apos;a pas encore d&apos;articles.</source>
        <translation>The project has no articles yet.</translation>
    </message>
    <message>
        <source>Rien n&apos;est encore annoté ; chaque étiquette aura ici sa barre.</source>
        <translation>Nothing is marked yet; each label will have its bar here.</translation>
    </message>
    <message>
        <source>Sommes annotées, par monnaie</source>
        <translation>Sums marked, by currency</translation>
    </message>
    <message>
        <source>Une fourchette compte pour son montant le plus bas.</source>
        <translation>A range counts with its lowest amount.</translation>
    </message>
    <message>
        <source>Vue d&apos;ensemble</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>acceptées</source>
        <translation>accepted</translation>
    </message>
    <message>
        <source>annotation</source>
        <translation>span</translation>
    </message>
    <message>
        <source>annotations</source>
        <translation>spans</translation>
    </message>
    <message>
        <source>article</source>
        <translation>article</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>articles</translation>
    </message>
    <message>
        <source>modifiées</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>monnaie</source>
        <translation>currency</translation>
    </message>
    <message>
        <source>part acceptée</source>
        <translation>share accepted</translation>
    </message>
    <message>
        <source>rejetées</source>
        <translation>rejected</translation>
    </message>
    <message>
        <source>somme n&apos;a pas de nombre lisible.</source>
        <translation>sum has no number that can be read.</translation>
    </message>
    <message>
        <source>sommes n&apos;ont pas de nombre lisible.</source>
        <translation>sums have no number that can be read.</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>suggestion</translation>
    </message>
    <message>
        <source>suggestions</source>
        <translation>suggestions</translation>
    </message>
    <message>
        <source>terminé</source>
        <translation>finished</translation>
    </message>
    <message>
        <source>terminés</source>
        <translation>finished</translation>
    </message>
    <message>
        <source>total</source>
        <translation>total</translation>
    </message>
    <message>
        <source>à décider</source>
        <translation>to decide</translation>
    </message>
    <message>
        <source>étiquette</source>
        <translation>label</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Aucune action ne correspond.</source>
        <translation>No action matches.</translation>
    </message>
    <message>
        <source>Chercher une action</source>
        <translation>Search for an action</translation>
    </message>
    <message>
        <source>Flèches pour choisir, Entrée pour exécuter, Échap pour fermer</source>
        <translation>Arrows to choose, Enter to run, Esc to close</translation>
    </message>
    <message>
        <source>Que voulez-vous faire ?</source>
        <translation>What would you like to do?</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Date</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>&amp;Source</translation>
    </message>
    <message>
        <source>&amp;Titre</source>
        <translation>&amp;Title</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Ce texte est dans la corbeille : {title}.</source>
        <translation>This text is in the trash: {title}.</translation>
    </message>
    <message>
        <source>Ce texte est déjà dans le projet : {title}.</source>
        <translation>This text is in the project already: {title}.</translation>
    </message>
    <message>
        <source>Coller un article</source>
        <translation>Paste an article</translation>
    </message>
    <message>
        <source>Collez ici le texte de l&apos;article.</source>
        <translation>Paste the text of the article here.</translation>
    </message>
    <message>
        <source>Facultative : 17/10/2023</source>
        <translation>Optional: 17/10/2023</translation>
    </message>
    <message>
        <source>Facultative : Le Monde, AFP…</source>
        <translation>Optional: Le Monde, AFP…</translation>
    </message>
    <message>
        <source>Il n&apos;y a pas encore de texte.</source>
        <translation>There is no text yet.</translation>
    </message>
    <message>
        <source>Importer l&apos;article</source>
        <translation>Import the article</translation>
    </message>
    <message>
        <source>La date se lit jour/mois/année : 17/10/2023, ou 2023-10-17.</source>
        <translation>The date reads day/month/year: 17/10/2023, or 2023-10-17.</translation>
    </message>
    <message>
        <source>Le sortir de la corbeille</source>
        <translation>Take it out of the trash</translation>
    </message>
    <message>
        <source>Ouvrir cet article</source>
        <translation>Open that article</translation>
    </message>
    <message>
        <source>Première ligne du texte</source>
        <translation>First line of the text</translation>
    </message>
    <message>
        <source>Te&amp;xte</source>
        <translation>Te&amp;xt</translation>
    </message>
    <message>
        <source>Texte de l&apos;article</source>
        <translation>Text of the article</translation>
    </message>
    <message>
        <source>caractère</source>
        <translation>character</translation>
    </message>
    <message>
        <source>caractères</source>
        <translation>characters</translation>
    </message>
    <message>
        <source>mot</source>
        <translation>word</translation>
    </message>
    <message>
        <source>mots</source>
        <translation>words</translation>
    </message>
    <message>
        <source>texte collé</source>
        <translation>pasted text</translation>
    </message>
</context>
<context>
    <name>PlaceDisplay</name>
    <message>
        <source>{path} · chaque geste est enregistré aussitôt</source>
        <translation>{path} · every action is saved at once</translation>
    </message>
</context>
<context>
    <name>PlacesTable</name>
    <message>
        <source>article</source>
        <translation>article</translation>
    </message>
    <message>
        <source>traitement</source>
        <translation>treatment</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Changer…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>Vos décisions sont gardées sous le nom {name}.</source>
        <translation>Your decisions are kept under the name {name}.</translation>
    </message>
    <message>
        <source>Vous vous appelez désormais {name} dans ce projet.</source>
        <translation>You are called {name} in this project from now on.</translation>
    </message>
    <message>
        <source>{name} annote désormais ce projet.</source>
        <translation>{name} annotates this project from now on.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source> caractères</source>
        <translation> characters</translation>
    </message>
    <message>
        <source> points</source>
        <translation> points</translation>
    </message>
    <message>
        <source> × la taille</source>
        <translation> × the size</translation>
    </message>
    <message>
        <source>&amp;Interligne</source>
        <translation>Line he&amp;ight</translation>
    </message>
    <message>
        <source>&amp;Longueur des lignes</source>
        <translation>&amp;Line length</translation>
    </message>
    <message>
        <source>&amp;Nom</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Sans empattements</source>
        <translation>&amp;Sans serif</translation>
    </message>
    <message>
        <source>&amp;Taille</source>
        <translation>Si&amp;ze</translation>
    </message>
    <message>
        <source>Annotateur</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>Apparence d&apos;ori&amp;gine</source>
        <translation>Ori&amp;ginal look</translation>
    </message>
    <message>
        <source>Caractères</source>
        <translation>Typeface</translation>
    </message>
    <message>
        <source>Clair</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Comme le système</source>
        <translation>Same as the system</translation>
    </message>
    <message>
        <source>Contraste élevé</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Fenêtre</source>
        <translation>Window</translation>
    </message>
    <message>
        <source>Lang&amp;ue</source>
        <translation>Lang&amp;uage</translation>
    </message>
    <message>
        <source>Lecture</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>Me &amp;renommer aussi dans le projet ouvert</source>
        <translation>&amp;Rename me in the open project too</translation>
    </message>
    <message>
        <source>Préférences</source>
        <translation>Preferences</translation>
    </message>
    <message>
        <source>Sombre</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>T&amp;hème</source>
        <translation>&amp;Theme</translation>
    </message>
    <message>
        <source>Toutes les décisions de {before} sont désormais celles de {name}.</source>
        <translation>All decisions of {before} are from now on those of {name}.</translation>
    </message>
    <message>
        <source>Vos décisions sont gardées sous ce nom, séparément de celles des autres.</source>
        <translation>Your decisions are kept under this name, apart from other people&apos;s.</translation>
    </message>
    <message>
        <source>{name} a déjà travaillé dans ce projet ; vous continuez sous son nom.</source>
        <translation>{name} has worked in this project before; you go on under that name.</translation>
    </message>
    <message>
        <source>{name} commence sans décision ; celles de {before} restent à part, sous son nom.</source>
        <translation>{name} starts without decisions; those of {before} stay apart, under their own name.</translation>
    </message>
    <message>
        <source>À &amp;empattements</source>
        <translation>S&amp;erif</translation>
    </message>
</context>
<context>
    <name>PreviewPanel</name>
    <message>
        <source>Aussi laissés de côté :</source>
        <translation>Also left out:</translation>
    </message>
    <message>
        <source>Le contenu de l&apos;export est en train d&apos;être compté…</source>
        <translation>What the export would hold is being counted…</translation>
    </message>
</context>
<context>
    <name>ProgressScreen</name>
    <message>
        <source>Annotations dans le temps</source>
        <translation>Spans over time</translation>
    </message>
    <message>
        <source>Annotations par étiquette depuis le début, imports compris</source>
        <translation>Spans by label from the beginning, imports included</translation>
    </message>
    <message>
        <source>Articles dans le temps</source>
        <translation>Articles over time</translation>
    </message>
    <message>
        <source>Articles par état, au fil du temps</source>
        <translation>Articles by status, over time</translation>
    </message>
    <message>
        <source>Articles terminés par jour</source>
        <translation>Articles finished per day</translation>
    </message>
    <message>
        <source>Articles terminés par mois</source>
        <translation>Articles finished per month</translation>
    </message>
    <message>
        <source>Articles terminés par semaine</source>
        <translation>Articles finished per week</translation>
    </message>
    <message>
        <source>Aucune annotation n&apos;a encore été posée.</source>
        <translation>Nothing has been annotated yet.</translation>
    </message>
    <message>
        <source>Avancement</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Fin prévue</source>
        <translation>Expected end</translation>
    </message>
    <message>
        <source>Importer des fichiers…</source>
        <translation>Import files…</translation>
    </message>
    <message>
        <source>Jour par jour</source>
        <translation>Day by day</translation>
    </message>
    <message>
        <source>Le projet n&apos;a pas encore d&apos;articles.</source>
        <translation>The project has no articles yet.</translation>
    </message>
    <message>
        <source>Mois par mois</source>
        <translation>Month by month</translation>
    </message>
    <message>
        <source>Par annotateur</source>
        <translation>By annotator</translation>
    </message>
    <message>
        <source>Qui a mis d&apos;accord</source>
        <translation>Who settled</translation>
    </message>
    <message>
        <source>Rien n&apos;a encore été fait ici. Dès la première annotation, cette page montre les jours, le rythme et la fin prévue.</source>
        <translation>Nothing has been done here yet. From the first span on, this page shows the days, the pace and the expected end.</translation>
    </message>
    <message>
        <source>Rythme</source>
        <translation>Pace</translation>
    </message>
    <message>
        <source>Semaine par semaine</source>
        <translation>Week by week</translation>
    </message>
    <message>
        <source>annot. / h</source>
        <translation>spans / h</translation>
    </message>
    <message>
        <source>annotateur</source>
        <translation>annotator</translation>
    </message>
    <message>
        <source>annotations</source>
        <translation>spans</translation>
    </message>
    <message>
        <source>annotations / h</source>
        <translation>spans / h</translation>
    </message>
    <message>
        <source>art. / h</source>
        <translation>articles / h</translation>
    </message>
    <message>
        <source>article confié : c&apos;est lui qui reste.</source>
        <translation>article was given out; what is left is of it.</translation>
    </message>
    <message>
        <source>article restant</source>
        <translation>article left</translation>
    </message>
    <message>
        <source>article terminé</source>
        <translation>article finished</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>articles</translation>
    </message>
    <message>
        <source>articles / h</source>
        <translation>articles / h</translation>
    </message>
    <message>
        <source>articles confiés : ce sont eux qui restent.</source>
        <translation>articles were given out; what is left is of these.</translation>
    </message>
    <message>
        <source>articles restants</source>
        <translation>articles left</translation>
    </message>
    <message>
        <source>articles terminés</source>
        <translation>articles finished</translation>
    </message>
    <message>
        <source>au plus tôt le {first} ; les jours diffèrent trop pour dire au plus tard</source>
        <translation>{first} at the earliest; days differ too much to tell the latest</translation>
    </message>
    <message>
        <source>de travail</source>
        <translation>of work</translation>
    </message>
    <message>
        <source>de travail en {days} jour</source>
        <translation>of work on {days} day</translation>
    </message>
    <message>
        <source>de travail en {days} jours</source>
        <translation>of work on {days} days</translation>
    </message>
    <message>
        <source>de travail, au moins {least}</source>
        <translation>of work, at least {least}</translation>
    </message>
    <message>
        <source>de travail, entre {least} et {most}</source>
        <translation>of work, between {least} and {most}</translation>
    </message>
    <message>
        <source>depuis le début</source>
        <translation>from the beginning</translation>
    </message>
    <message>
        <source>entre le {first} et le {last}</source>
        <translation>between {first} and {last}</translation>
    </message>
    <message>
        <source>importées</source>
        <translation>imported</translation>
    </message>
    <message>
        <source>jour</source>
        <translation>day</translation>
    </message>
    <message>
        <source>les {days} derniers jours de travail</source>
        <translation>the last {days} days of work</translation>
    </message>
    <message>
        <source>mois</source>
        <translation>month</translation>
    </message>
    <message>
        <source>par heure</source>
        <translation>per hour</translation>
    </message>
    <message>
        <source>rouverts</source>
        <translation>reopened</translation>
    </message>
    <message>
        <source>semaine</source>
        <translation>week</translation>
    </message>
    <message>
        <source>semaine du {day}</source>
        <translation>week of {day}</translation>
    </message>
    <message>
        <source>temps</source>
        <translation>time</translation>
    </message>
    <message>
        <source>temps actif</source>
        <translation>active time</translation>
    </message>
    <message>
        <source>terminés</source>
        <translation>finished</translation>
    </message>
    <message>
        <source>terminés, {when}</source>
        <translation>finished, {when}</translation>
    </message>
    <message>
        <source>total</source>
        <translation>total</translation>
    </message>
    <message>
        <source>à ce rythme</source>
        <translation>at this pace</translation>
    </message>
    <message>
        <source>étiquette</source>
        <translation>label</translation>
    </message>
</context>
<context>
    <name>ProjectSettingsDialog</name>
    <message>
        <source>&amp;Lexique</source>
        <translation>&amp;Lexicon</translation>
    </message>
    <message>
        <source>&amp;Règles</source>
        <translation>&amp;Rules</translation>
    </message>
    <message>
        <source>&amp;Étiquettes et consignes</source>
        <translation>La&amp;bels and guidelines</translation>
    </message>
    <message>
        <source>Annotateur&amp;s</source>
        <translation>Annotator&amp;s</translation>
    </message>
    <message>
        <source>Co&amp;upes</source>
        <translation>C&amp;uts</translation>
    </message>
    <message>
        <source>Les changements sont enregistrés aussitôt ; à la fermeture, les articles concernés sont relus.</source>
        <translation>Changes are saved at once; when you close, the articles concerned are read again.</translation>
    </message>
    <message>
        <source>Réglages du projet</source>
        <translation>Project settings</translation>
    </message>
</context>
<context>
    <name>Projects</name>
    <message>
        <source>Aucun autre projet</source>
        <translation>No other project</translation>
    </message>
    <message>
        <source>Projets &amp;récents</source>
        <translation>&amp;Recent projects</translation>
    </message>
    <message>
        <source>Remettre</source>
        <translation>Put back</translation>
    </message>
    <message>
        <source>{name} n&apos;est plus dans la liste ; le fichier, lui, n&apos;a pas changé.</source>
        <translation>{name} is no longer in the list; the file itself has not changed.</translation>
    </message>
</context>
<context>
    <name>ReadinessScreen</name>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Ce qu&apos;il en est</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>Exporter pour l&apos;entraînement…</source>
        <translation>Export for training…</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Prêt pour l&apos;entraînement ?</source>
        <translation>Ready to train?</translation>
    </message>
    <message>
        <source>Seuls les articles terminés comptent. Les seuils sont ceux que spaCy applique à des données d&apos;entraînement (debug data), sinon les nôtres ; ils conseillent et n&apos;empêchent rien.</source>
        <translation>Only finished articles count. The thresholds are those that spaCy has for training data (debug data), else our own; they advise and prevent nothing.</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Voir les articles</source>
        <translation>See the articles</translation>
    </message>
    <message>
        <source>Vérification en cours…</source>
        <translation>Looking…</translation>
    </message>
    <message>
        <source>Vérifier maintenant</source>
        <translation>Look now</translation>
    </message>
    <message>
        <source>article</source>
        <translation>article</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>articles</translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Projets récents</source>
        <translation>Recent projects</translation>
    </message>
</context>
<context>
    <name>RecentModel</name>
    <message>
        <source>article terminé</source>
        <translation>article finished</translation>
    </message>
    <message>
        <source>articles terminés</source>
        <translation>articles finished</translation>
    </message>
    <message>
        <source>aujourd&apos;hui à {clock}</source>
        <translation>today at {clock}</translation>
    </message>
    <message>
        <source>hier à {clock}</source>
        <translation>yesterday at {clock}</translation>
    </message>
    <message>
        <source>introuvable · retirer de la liste</source>
        <translation>not found · remove from the list</translation>
    </message>
    <message>
        <source>le {date}</source>
        <translation>on {date}</translation>
    </message>
    <message>
        <source>vide</source>
        <translation>empty</translation>
    </message>
    <message>
        <source>{finished} sur {articles}</source>
        <translation>{finished} of {articles}</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>&amp;Annuler l&apos;import…</source>
        <translation>&amp;Undo the import…</translation>
    </message>
    <message>
        <source>&amp;Copier</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>&amp;Enregistrer…</source>
        <translation>&amp;Save…</translation>
    </message>
    <message>
        <source>&amp;Montrer les laissés de côté</source>
        <translation>&amp;Show those left out</translation>
    </message>
    <message>
        <source>&amp;Ouvrir le dossier</source>
        <translation>&amp;Open the folder</translation>
    </message>
    <message>
        <source>Annotateur</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Ce qui a été exporté</source>
        <translation>What was exported</translation>
    </message>
    <message>
        <source>Ce qui a été laissé de côté</source>
        <translation>What was left out</translation>
    </message>
    <message>
        <source>Ce qui a été vérifié</source>
        <translation>What was checked</translation>
    </message>
    <message>
        <source>Contenu</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Contrôle</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Contrôles</source>
        <translation>Checks</translation>
    </message>
    <message>
        <source>Détails de l&apos;export</source>
        <translation>Details of the export</translation>
    </message>
    <message>
        <source>Détails de l&apos;import</source>
        <translation>Details of the import</translation>
    </message>
    <message>
        <source>En tout</source>
        <translation>In all</translation>
    </message>
    <message>
        <source>Laissés de côté ({count})</source>
        <translation>Left out ({count})</translation>
    </message>
    <message>
        <source>Montrer ces articles dans la liste</source>
        <translation>Show these articles in the list</translation>
    </message>
    <message>
        <source>Pourquoi</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Résultat</source>
        <translation>Outcome</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Rien à signaler.</source>
        <translation>Nothing to report.</translation>
    </message>
</context>
<context>
    <name>ReportTable</name>
    <message>
        <source>Ce qui n&apos;entre pas, et pourquoi</source>
        <translation>What does not come in, and why</translation>
    </message>
</context>
<context>
    <name>Rows</name>
    <message>
        <source>accord à accepter</source>
        <translation>agreement to accept</translation>
    </message>
    <message>
        <source>accords à accepter</source>
        <translation>agreements to accept</translation>
    </message>
    <message>
        <source>point à départager</source>
        <translation>place to settle</translation>
    </message>
    <message>
        <source>points à départager</source>
        <translation>places to settle</translation>
    </message>
    <message>
        <source>réglé</source>
        <translation>settled</translation>
    </message>
    <message>
        <source>réglés</source>
        <translation>settled</translation>
    </message>
    <message>
        <source>tout est réglé, à terminer</source>
        <translation>all settled, to finish</translation>
    </message>
    <message>
        <source>✓ terminé</source>
        <translation>✓ finished</translation>
    </message>
</context>
<context>
    <name>RulesTab</name>
    <message>
        <source>Ce qu&apos;elle reconnaît</source>
        <translation>What it recognises</translation>
    </message>
    <message>
        <source>Décochez une règle pour la faire taire dans ce projet. Celles qui écartent ne proposent rien : elles empêchent les autres de se tromper.</source>
        <translation>Untick a rule to silence it in this project. Those that keep out propose nothing: they keep the others from going wrong.</translation>
    </message>
    <message>
        <source>Fiabilité</source>
        <translation>Reliability</translation>
    </message>
    <message>
        <source>Règle</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>Règles de suggestion</source>
        <translation>Suggestion rules</translation>
    </message>
    <message>
        <source>Toutes les règles parlent.</source>
        <translation>All rules speak.</translation>
    </message>
    <message>
        <source>règle se tait.</source>
        <translation>rule is silent.</translation>
    </message>
    <message>
        <source>règles se taisent.</source>
        <translation>rules are silent.</translation>
    </message>
    <message>
        <source>toutes</source>
        <translation>all</translation>
    </message>
    <message>
        <source>Étiquette</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>écarte</source>
        <translation>keeps out</translation>
    </message>
</context>
<context>
    <name>Screen</name>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Copier</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Enregistré : {path}</source>
        <translation>Saved: {path}</translation>
    </message>
    <message>
        <source>Tableau copié.</source>
        <translation>Table copied.</translation>
    </message>
    <message>
        <source>Tout montrer ({count} lignes)</source>
        <translation>Show all ({count} rows)</translation>
    </message>
</context>
<context>
    <name>SettlingPage</name>
    <message>
        <source>A&amp;ccepter les accords…</source>
        <translation>A&amp;ccept agreements…</translation>
    </message>
    <message>
        <source>Choisir ce qui est comparé…</source>
        <translation>Choose what is compared…</translation>
    </message>
    <message>
        <source>Départager les annotateurs</source>
        <translation>Settle between annotators</translation>
    </message>
    <message>
        <source>Montrer les &amp;terminés</source>
        <translation>Show finishe&amp;d ones</translation>
    </message>
    <message>
        <source>{deed} (Entrée)</source>
        <translation>{deed} (Enter)</translation>
    </message>
</context>
<context>
    <name>SettlingView</name>
    <message>
        <source>Article à départager</source>
        <translation>Article to settle</translation>
    </message>
    <message>
        <source>Le texte de l&apos;article et ce que chacun y a marqué. Les flèches vont d&apos;un mot à l&apos;autre.</source>
        <translation>The text of the article and what everyone marked in it. The arrows go from word to word.</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>&amp;Annotateurs</source>
        <translation>&amp;Annotators</translation>
    </message>
    <message>
        <source>&amp;Parcourir…</source>
        <translation>&amp;Browse…</translation>
    </message>
    <message>
        <source>&amp;Redistribuer aussi ceux qui l&apos;ont déjà été</source>
        <translation>Deal ane&amp;w what was given out before</translation>
    </message>
    <message>
        <source>Ana, Ben, Chloé</source>
        <translation>Ana, Ben, Chloe</translation>
    </message>
    <message>
        <source>Annotateurs</source>
        <translation>Annotators</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Arti&amp;cles</source>
        <translation>Arti&amp;cles</translation>
    </message>
    <message>
        <source>Ce que chacun reçoit</source>
        <translation>What each gets</translation>
    </message>
    <message>
        <source>D&amp;ossier</source>
        <translation>F&amp;older</translation>
    </message>
    <message>
        <source>Des virgules entre les noms, ou un nom par ligne.</source>
        <translation>Commas between the names, or one name a line.</translation>
    </message>
    <message>
        <source>En &amp;double</source>
        <translation>With &amp;two</translation>
    </message>
    <message>
        <source>L&apos;état où vous les avez mis</source>
        <translation>The status you gave them</translation>
    </message>
    <message>
        <source>Nommez ceux qui vont annoter : chacun recevra un fichier de projet à son nom.</source>
        <translation>Name those who will annotate: each will get a project file in their name.</translation>
    </message>
    <message>
        <source>Partager</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>Partager entre annotateurs</source>
        <translation>Share among annotators</translation>
    </message>
    <message>
        <source>Plusieurs noms, séparés par des virgules ou un par ligne</source>
        <translation>Several names, with commas between them or one a line</translation>
    </message>
    <message>
        <source>des articles vont à deux personnes</source>
        <translation>of the articles go to two people</translation>
    </message>
    <message>
        <source>fichier</source>
        <translation>file</translation>
    </message>
    <message>
        <source>fichiers</source>
        <translation>files</translation>
    </message>
    <message>
        <source>quel que soit leur état</source>
        <translation>whatever their status</translation>
    </message>
    <message>
        <source>seulement ceux en cours</source>
        <translation>only those in progress</translation>
    </message>
    <message>
        <source>seulement ceux mis de côté</source>
        <translation>only those set aside</translation>
    </message>
    <message>
        <source>seulement les nouveaux</source>
        <translation>only new ones</translation>
    </message>
    <message>
        <source>seulement les terminés</source>
        <translation>only finished ones</translation>
    </message>
    <message>
        <source>Écrire {files}</source>
        <translation>Write {files}</translation>
    </message>
    <message>
        <source>État des articles</source>
        <translation>Status of the articles</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>Ce fichier a été préparé pour {name} : vos décisions y sont gardées sous ce nom.</source>
        <translation>This file was prepared for {name}: your decisions in it are kept under that name.</translation>
    </message>
    <message>
        <source>Continuer comme {name}</source>
        <translation>Go on as {name}</translation>
    </message>
    <message>
        <source>Ouvrir le dossier</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Que faire ?</source>
        <translation>What next?</translation>
    </message>
    <message>
        <source>{name} annote désormais ce projet.</source>
        <translation>{name} annotates this project from now on.</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Des raccourcis enregistrés ne peuvent pas servir et sont ignorés : {keys}.</source>
        <translation>Some saved shortcuts cannot be used and are ignored: {keys}.</translation>
    </message>
</context>
<context>
    <name>Showing</name>
    <message>
        <source>Accord</source>
        <translation>Agreement</translation>
    </message>
    <message>
        <source>Article suivant</source>
        <translation>Next article</translation>
    </message>
    <message>
        <source>Encore {left}</source>
        <translation>{left} left</translation>
    </message>
    <message>
        <source>Entrée le termine et mène au suivant.</source>
        <translation>Enter finishes it and goes on to the next.</translation>
    </message>
    <message>
        <source>Il est terminé. Entrée mène au suivant ; J et K reviennent sur ses points.</source>
        <translation>It is finished. Enter goes on to the next; J and K go back over its places.</translation>
    </message>
    <message>
        <source>Point {at} sur {count}</source>
        <translation>Place {at} of {count}</translation>
    </message>
    <message>
        <source>Terminer l&apos;article</source>
        <translation>Finish the article</translation>
    </message>
    <message>
        <source>accord y sera accepté : Entrée le termine et mène au suivant.</source>
        <translation>agreement in it will be accepted: Enter finishes it and goes on to the next.</translation>
    </message>
    <message>
        <source>accords y seront acceptés : Entrée le termine et mène au suivant.</source>
        <translation>agreements in it will be accepted: Enter finishes it and goes on to the next.</translation>
    </message>
    <message>
        <source>point</source>
        <translation>place</translation>
    </message>
    <message>
        <source>points</source>
        <translation>places</translation>
    </message>
</context>
<context>
    <name>SpanList</name>
    <message>
        <source>Annotations et suggestions de l&apos;article</source>
        <translation>Spans and suggestions of the article</translation>
    </message>
</context>
<context>
    <name>SplitChooser</name>
    <message>
        <source>&amp;Couper</source>
        <translation>&amp;Cut</translation>
    </message>
    <message>
        <source>Ce mot sera coupé ainsi dans tous les articles du projet, et dans l&apos;export.</source>
        <translation>This word will be cut like this in every article of the project, and in the export.</translation>
    </message>
    <message>
        <source>Couper le mot</source>
        <translation>Cut the word</translation>
    </message>
    <message>
        <source>Les flèches déplacent la coupe ; Espace la garde et en ajoute une autre.</source>
        <translation>The arrows move the cut; Space keeps it and adds another.</translation>
    </message>
</context>
<context>
    <name>SplitsTab</name>
    <message>
        <source>Aucune coupe pour l&apos;instant. Dans un article, {key} coupe le mot choisi.</source>
        <translation>No cuts yet. In an article, {key} cuts the chosen word.</translation>
    </message>
    <message>
        <source>Les articles sont lus…</source>
        <translation>The articles are being read…</translation>
    </message>
    <message>
        <source>Là où un mot en cache un autre, comme l&apos;OTAN de « superOTAN », {key} le coupe : dans tous les articles, les suggestions et l&apos;export. Une coupe dont une annotation a besoin ne peut pas être retirée.</source>
        <translation>Where one word hides another, like the OTAN in “superOTAN”, {key} cuts it: in all articles, suggestions and the export. A cut that a span needs cannot be removed.</translation>
    </message>
    <message>
        <source>Mot</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>Mots coupés</source>
        <translation>Cut words</translation>
    </message>
    <message>
        <source>Parties</source>
        <translation>Parts</translation>
    </message>
    <message>
        <source>Re&amp;tirer la coupe</source>
        <translation>Re&amp;move the cut</translation>
    </message>
</context>
<context>
    <name>Splitting</name>
    <message>
        <source>Allez d&apos;abord sur le mot à couper.</source>
        <translation>Go to the word to be cut first.</translation>
    </message>
    <message>
        <source>Il n&apos;y a rien à couper ici : {form}.</source>
        <translation>There is nothing to cut here: {form}.</translation>
    </message>
    <message>
        <source>article</source>
        <translation>article</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>articles</translation>
    </message>
    <message>
        <source>{form} est coupé en {parts} dans {articles}.</source>
        <translation>{form} is cut into {parts} in {articles}.</translation>
    </message>
    <message>
        <source>{form} est de nouveau d&apos;un seul tenant, dans {articles}.</source>
        <translation>{form} is in one piece again, in {articles}.</translation>
    </message>
    <message>
        <source>{form} sera coupé en {parts} ; aucun article n&apos;est concerné pour l&apos;instant.</source>
        <translation>{form} will be cut into {parts}; no article is affected for now.</translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>Comptage en cours…</source>
        <translation>Counting…</translation>
    </message>
    <message>
        <source>Le travail de qui</source>
        <translation>Whose work</translation>
    </message>
    <message>
        <source>Statistiques du projet</source>
        <translation>Statistics of the project</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Aujourd&apos;hui : {today} en {time} de travail. Les pauses de plus de 2 minutes ne comptent pas.</source>
        <translation>Today: {today} in {time} of work. Breaks of more than 2 minutes do not count.</translation>
    </message>
    <message>
        <source>Avancement</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Chaque geste est dans le fichier avant d&apos;être montré : il n&apos;y a rien à enregistrer.</source>
        <translation>Every action is in the file before it is shown: there is nothing to save.</translation>
    </message>
    <message>
        <source>Interrompre</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>L&apos;annotation où vous êtes, combien l&apos;article en a, et les suggestions qui restent à décider</source>
        <translation>The mark you are at, how many the article has, and the suggestions left to decide</translation>
    </message>
    <message>
        <source>Les articles que vous avez terminés, et ceux du projet</source>
        <translation>The articles you have finished, and those of the project</translation>
    </message>
    <message>
        <source>annotation</source>
        <translation>span</translation>
    </message>
    <message>
        <source>annotations</source>
        <translation>spans</translation>
    </message>
    <message>
        <source>{count}/h</source>
        <translation>{count}/h</translation>
    </message>
    <message>
        <source>{here} · {pending} à décider</source>
        <translation>{here} · {pending} undecided</translation>
    </message>
    <message>
        <source>{hours} h {minutes}</source>
        <translation>{hours} h {minutes}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{share} articles terminés</source>
        <translation>{share} articles finished</translation>
    </message>
    <message>
        <source>{share} terminés</source>
        <translation>{share} finished</translation>
    </message>
    <message>
        <source>✓ Enregistré à {clock}</source>
        <translation>✓ Saved at {clock}</translation>
    </message>
    <message>
        <source>✓ Enregistré à {clock} · {what}</source>
        <translation>✓ Saved at {clock} · {what}</translation>
    </message>
</context>
<context>
    <name>StepsModel</name>
    <message>
        <source>Début de l&apos;historique</source>
        <translation>Start of the history</translation>
    </message>
    <message>
        <source>annulée</source>
        <translation>undone</translation>
    </message>
    <message>
        <source>étape actuelle</source>
        <translation>current step</translation>
    </message>
</context>
<context>
    <name>SuggesterScreen</name>
    <message>
        <source>Annotations manquées</source>
        <translation>Missed spans</translation>
    </message>
    <message>
        <source>Annotations retrouvées, par étiquette</source>
        <translation>Spans found, by label</translation>
    </message>
    <message>
        <source>Aucune suggestion dans les articles commencés. Demandez des suggestions, puis acceptez-les ou corrigez-les : la qualité du suggesteur se mesure à vos décisions.</source>
        <translation>There is no suggestion in the articles begun. Ask for suggestions, then accept or correct them: how good the suggester is shows in your decisions.</translation>
    </message>
    <message>
        <source>Aucune suggestion n&apos;y touche ; un mot du lexique ou une règle pourrait aider.</source>
        <translation>No suggestion touches them; a word in the lexicon or a rule might help.</translation>
    </message>
    <message>
        <source>La raison est celle que montre chaque suggestion.</source>
        <translation>The reason is the one that each suggestion shows.</translation>
    </message>
    <message>
        <source>Les {count} premières de {all} ; le nombre ci-dessus mène à tous les articles.</source>
        <translation>The first {count} of {all}; the number above leads to all articles.</translation>
    </message>
    <message>
        <source>Limites, autre étiquette, les deux : ce qui a été changé à la suggestion avant de la garder.</source>
        <translation>Boundaries, label, both: what was changed of a suggestion before it was kept.</translation>
    </message>
    <message>
        <source>Par degré de confiance</source>
        <translation>By tier</translation>
    </message>
    <message>
        <source>Par règle</source>
        <translation>By rule</translation>
    </message>
    <message>
        <source>Par semaine</source>
        <translation>By week</translation>
    </message>
    <message>
        <source>Par version</source>
        <translation>By version</translation>
    </message>
    <message>
        <source>Par étiquette</source>
        <translation>By label</translation>
    </message>
    <message>
        <source>Précision</source>
        <translation>Precision</translation>
    </message>
    <message>
        <source>Précision et rappel par étiquette</source>
        <translation>Precision and recall by label</translation>
    </message>
    <message>
        <source>Précision par degré de confiance</source>
        <translation>Precision by tier</translation>
    </message>
    <message>
        <source>Rappel</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>Suggesteur</source>
        <translation>Suggester</translation>
    </message>
    <message>
        <source>Suggestions décidées, par semaine</source>
        <translation>Suggestions decided, by week</translation>
    </message>
    <message>
        <source>Une suggestion compte pour la version qui l&apos;a proposée la première ; une annotation, pour celle qui a lu l&apos;article la dernière.</source>
        <translation>A suggestion counts for the version that proposed it first, a span for the one that read its article last.</translation>
    </message>
    <message>
        <source>acceptées</source>
        <translation>accepted</translation>
    </message>
    <message>
        <source>annotations</source>
        <translation>spans</translation>
    </message>
    <message>
        <source>annotations manquées</source>
        <translation>spans missed</translation>
    </message>
    <message>
        <source>autre étiquette</source>
        <translation>label</translation>
    </message>
    <message>
        <source>changées ou rejetées</source>
        <translation>changed or rejected</translation>
    </message>
    <message>
        <source>degré</source>
        <translation>tier</translation>
    </message>
    <message>
        <source>décidées</source>
        <translation>decided</translation>
    </message>
    <message>
        <source>les deux</source>
        <translation>both</translation>
    </message>
    <message>
        <source>limites</source>
        <translation>boundaries</translation>
    </message>
    <message>
        <source>manquées</source>
        <translation>missed</translation>
    </message>
    <message>
        <source>précision</source>
        <translation>precision</translation>
    </message>
    <message>
        <source>raison</source>
        <translation>reason</translation>
    </message>
    <message>
        <source>rappel</source>
        <translation>recall</translation>
    </message>
    <message>
        <source>rejetées</source>
        <translation>rejected</translation>
    </message>
    <message>
        <source>règle</source>
        <translation>rule</translation>
    </message>
    <message>
        <source>semaine</source>
        <translation>week</translation>
    </message>
    <message>
        <source>semaine du</source>
        <translation>week of</translation>
    </message>
    <message>
        <source>suggestions</source>
        <translation>suggestions</translation>
    </message>
    <message>
        <source>suggestions décidées</source>
        <translation>suggestions decided</translation>
    </message>
    <message>
        <source>texte</source>
        <translation>text</translation>
    </message>
    <message>
        <source>trouvées</source>
        <translation>found</translation>
    </message>
    <message>
        <source>trouvées autrement</source>
        <translation>found otherwise</translation>
    </message>
    <message>
        <source>version</source>
        <translation>version</translation>
    </message>
    <message>
        <source>à décider</source>
        <translation>undecided</translation>
    </message>
    <message>
        <source>étiquette</source>
        <translation>label</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Copier</source>
        <translation>Copy</translation>
    </message>
</context>
<context>
    <name>TargetLine</name>
    <message>
        <source>&amp;Parcourir…</source>
        <translation>&amp;Browse…</translation>
    </message>
    <message>
        <source>&amp;Remplacer ce fichier, quoi qu&apos;il contienne</source>
        <translation>&amp;Replace this file, whatever it holds</translation>
    </message>
    <message>
        <source>C&apos;est un dossier ; cet export est un fichier.</source>
        <translation>This is a folder; this export is a file.</translation>
    </message>
    <message>
        <source>C&apos;est un fichier ; cet export est un dossier.</source>
        <translation>This is a file; this export is a folder.</translation>
    </message>
    <message>
        <source>Ce dossier existe : un export précédent sera remplacé, rien d&apos;autre.</source>
        <translation>This folder exists: an earlier export will be replaced, nothing else.</translation>
    </message>
    <message>
        <source>Ce fichier existe : un export précédent auquel personne n&apos;a touché sera remplacé.</source>
        <translation>This file exists: an earlier export that nobody has changed will be replaced.</translation>
    </message>
    <message>
        <source>D&amp;estination</source>
        <translation>D&amp;estination</translation>
    </message>
    <message>
        <source>Destination de l&apos;export</source>
        <translation>Where the export goes</translation>
    </message>
</context>
<context>
    <name>Teaching</name>
    <message>
        <source>Sélectionnez d&apos;abord un mot, ou allez sur une annotation.</source>
        <translation>Select a word first, or go to a mark.</translation>
    </message>
    <message>
        <source>« {form} » est déjà dans le lexique, comme {label}.</source>
        <translation>“{form}” is in the lexicon already, as {label}.</translation>
    </message>
</context>
<context>
    <name>TrainingChoice</name>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Test</translation>
    </message>
    <message>
        <source>&amp;Évaluation (dev)</source>
        <translation>E&amp;valuation (dev)</translation>
    </message>
    <message>
        <source>Aussi dans do&amp;c.spans, groupe</source>
        <translation>Also in do&amp;c.spans, group</translation>
    </message>
    <message>
        <source>Aussi la configuration d&apos;un trans&amp;former</source>
        <translation>A configuration for a transfor&amp;mer too</translation>
    </message>
    <message>
        <source>Bl&amp;ocs</source>
        <translation>F&amp;olds</translation>
    </message>
    <message>
        <source>Contenu</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Demander l&apos;avis de spaCy (de&amp;bug data)</source>
        <translation>Ask spaCy what it makes of them (deb&amp;ug data)</translation>
    </message>
    <message>
        <source>Nom du groupe de doc.spans</source>
        <translation>Name of the group of doc.spans</translation>
    </message>
    <message>
        <source>Nombre de blocs</source>
        <translation>Number of folds</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Shares</translation>
    </message>
    <message>
        <source>Répartis pa&amp;r</source>
        <translation>Split b&amp;y</translation>
    </message>
    <message>
        <source>aucun</source>
        <translation>none</translation>
    </message>
    <message>
        <source>date, les plus récents pour le test</source>
        <translation>date, the latest for testing</translation>
    </message>
    <message>
        <source>pour une validation croisée</source>
        <translation>for cross-validation</translation>
    </message>
    <message>
        <source>source, chacune d&apos;un seul côté</source>
        <translation>source, each on one side</translation>
    </message>
    <message>
        <source>texte, pareil à chaque export</source>
        <translation>text, the same in every export</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Article d&apos;exemple</source>
        <translation>Sample article</translation>
    </message>
    <message>
        <source>Des articles de presse aux données d&apos;entraînement</source>
        <translation>From news articles to training data</translation>
    </message>
    <message>
        <source>Nouveau projet…</source>
        <translation>New project…</translation>
    </message>
    <message>
        <source>Ouvrir un projet…</source>
        <translation>Open a project…</translation>
    </message>
    <message>
        <source>Projets récents</source>
        <translation>Recent projects</translation>
    </message>
    <message>
        <source>Un projet est un seul fichier : les articles, les annotations et leur historique.</source>
        <translation>A project is a single file: the articles, the annotations and their history.</translation>
    </message>
    <message>
        <source>Vous pouvez aussi déposer ici un projet, des fichiers ou un texte.</source>
        <translation>You can also drop a project, files or a text here.</translation>
    </message>
</context>
<context>
    <name>WishBar</name>
    <message>
        <source>Que faire</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>Remplacer</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>Retirer</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>comme</source>
        <translation>as</translation>
    </message>
    <message>
        <source>par</source>
        <translation>with</translation>
    </message>
    <message>
        <source>Étiqueter</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Étiquette actuelle</source>
        <translation>Current label</translation>
    </message>
    <message>
        <source>Étiquette à donner</source>
        <translation>Label to give</translation>
    </message>
</context>
<context>
    <name>Wordmark</name>
    <message>
        <source>étiquette</source>
        <translation>label</translation>
    </message>
</context>
<context>
    <name>WorkDisplay</name>
    <message>
        <source>Annulation de l&apos;import</source>
        <translation>Undoing the import</translation>
    </message>
    <message>
        <source>Annulation interrompue : l&apos;import est toujours là.</source>
        <translation>Undoing was stopped: the import is still there.</translation>
    </message>
    <message>
        <source>Aucun travail n&apos;est en cours.</source>
        <translation>No work is under way.</translation>
    </message>
    <message>
        <source>Comptage</source>
        <translation>Counting</translation>
    </message>
    <message>
        <source>Comptage interrompu : les statistiques datent d&apos;avant.</source>
        <translation>Counting stopped: the statistics are those from before.</translation>
    </message>
    <message>
        <source>Coupe des mots</source>
        <translation>Cutting words</translation>
    </message>
    <message>
        <source>Coupe interrompue : rien n&apos;a été modifié.</source>
        <translation>Cut stopped: nothing has changed.</translation>
    </message>
    <message>
        <source>Détails…</source>
        <translation>Details…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Export interrompu : la destination n&apos;a pas changé.</source>
        <translation>Export stopped: what was there before has not changed.</translation>
    </message>
    <message>
        <source>Fusion</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>Fusion interrompue : le projet n&apos;a pas changé.</source>
        <translation>Merge stopped: the project has not changed.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Import interrompu : rien n&apos;a été importé.</source>
        <translation>Import stopped: nothing was imported.</translation>
    </message>
    <message>
        <source>Partage</source>
        <translation>Sharing</translation>
    </message>
    <message>
        <source>Partage interrompu : aucun fichier n&apos;a été écrit.</source>
        <translation>Sharing stopped: no file was written.</translation>
    </message>
    <message>
        <source>Reprendre</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>Suggestions interrompues : {articles}, les autres le seront à la prochaine ouverture.</source>
        <translation>Suggestions stopped: {articles}; the others will be read at the next opening.</translation>
    </message>
    <message>
        <source>article lu</source>
        <translation>article read</translation>
    </message>
    <message>
        <source>articles lus</source>
        <translation>articles read</translation>
    </message>
    <message>
        <source>{work} : arrêt</source>
        <translation>{work}: stopping</translation>
    </message>
</context>
<context>
    <name>WrittenDialog</name>
    <message>
        <source>&amp;Ouvrir le dossier</source>
        <translation>&amp;Open the folder</translation>
    </message>
    <message>
        <source>Articles partagés</source>
        <translation>Articles shared</translation>
    </message>
    <message>
        <source>Fichiers écrits</source>
        <translation>Files written</translation>
    </message>
    <message>
        <source>Fichiers écrits dans {folder}</source>
        <translation>Files written to {folder}</translation>
    </message>
</context>
<context>
    <name>_ChoiceDelegate</name>
    <message>
        <source>Devient</source>
        <translation>Becomes</translation>
    </message>
</context>
<context>
    <name>_Rows</name>
    <message>
        <source>annulée</source>
        <translation>undone</translation>
    </message>
    <message>
        <source>étape actuelle</source>
        <translation>current step</translation>
    </message>
</context>
<context>
    <name>_Sample</name>
    <message>
        <source>Aperçu de l&apos;étiquette</source>
        <translation>Preview of the label</translation>
    </message>
    <message>
        <source>annotation</source>
        <translation>span</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>suggestion</translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>&lt;b&gt;Annotator {version}&lt;/b&gt;&lt;p&gt;Annoter des articles de presse et en faire des données d&apos;entraînement pour spaCy.&lt;/p&gt;&lt;p&gt;Le logiciel n&apos;utilise jamais le réseau : vos articles restent sur votre machine.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Annotator {version}&lt;/b&gt;&lt;p&gt;Annotate news articles and turn them into training data for spaCy.&lt;/p&gt;&lt;p&gt;The program never uses the network: your articles stay on your machine.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>À propos d&apos;Annotator</source>
        <translation>About Annotator</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;Accepter la suggestion</source>
        <translation>&amp;Accept suggestion</translation>
    </message>
    <message>
        <source>&amp;Affichage</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>&amp;Annuler</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>&amp;Chercher une action…</source>
        <translation>&amp;Search for an action…</translation>
    </message>
    <message>
        <source>&amp;Coller un article…</source>
        <translation>&amp;Paste an article…</translation>
    </message>
    <message>
        <source>&amp;Copier la sélection</source>
        <translation>&amp;Copy selection</translation>
    </message>
    <message>
        <source>&amp;Corbeille</source>
        <translation>&amp;Trash</translation>
    </message>
    <message>
        <source>&amp;Couper le mot…</source>
        <translation>&amp;Cut the word…</translation>
    </message>
    <message>
        <source>&amp;Fermer le projet</source>
        <translation>&amp;Close the project</translation>
    </message>
    <message>
        <source>&amp;Fichier</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Filtrer la liste…</source>
        <translation>&amp;Filter the list…</translation>
    </message>
    <message>
        <source>&amp;Fin : un mot plus loin</source>
        <translation>&amp;End: one word later</translation>
    </message>
    <message>
        <source>&amp;Historique</source>
        <translation>&amp;History</translation>
    </message>
    <message>
        <source>&amp;Importer des articles…</source>
        <translation>&amp;Import articles…</translation>
    </message>
    <message>
        <source>&amp;Interrompre le travail en cours</source>
        <translation>Stop the &amp;work under way</translation>
    </message>
    <message>
        <source>&amp;Lexique et règles du projet…</source>
        <translation>&amp;Lexicon and rules of the project…</translation>
    </message>
    <message>
        <source>&amp;Lâcher la sélection</source>
        <translation>Let &amp;go of the selection</translation>
    </message>
    <message>
        <source>&amp;Menu de l&apos;annotation</source>
        <translation>&amp;Menu of the mark</translation>
    </message>
    <message>
        <source>&amp;Mettre de côté</source>
        <translation>Set &amp;aside</translation>
    </message>
    <message>
        <source>&amp;Note sur l&apos;article…</source>
        <translation>No&amp;te on the article…</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>No&amp;te…</translation>
    </message>
    <message>
        <source>&amp;Nouveau projet…</source>
        <translation>&amp;New project…</translation>
    </message>
    <message>
        <source>&amp;Ouvrir un projet…</source>
        <translation>&amp;Open a project…</translation>
    </message>
    <message>
        <source>&amp;Partager entre annotateurs…</source>
        <translation>S&amp;hare among annotators…</translation>
    </message>
    <message>
        <source>&amp;Préférences…</source>
        <translation>&amp;Preferences…</translation>
    </message>
    <message>
        <source>&amp;Quitter</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>&amp;Raccourcis clavier</source>
        <translation>&amp;Keyboard shortcuts</translation>
    </message>
    <message>
        <source>&amp;Rejeter ou supprimer</source>
        <translation>&amp;Reject or remove</translation>
    </message>
    <message>
        <source>&amp;Remettre en cours</source>
        <translation>&amp;Reopen</translation>
    </message>
    <message>
        <source>&amp;Rétablir</source>
        <translation>&amp;Redo</translation>
    </message>
    <message>
        <source>&amp;Terminer et passer au suivant</source>
        <translation>&amp;Finish and go to the next</translation>
    </message>
    <message>
        <source>&amp;Tout accepter</source>
        <translation>Accept a&amp;ll</translation>
    </message>
    <message>
        <source>&amp;Volet suivant</source>
        <translation>Next &amp;pane</translation>
    </message>
    <message>
        <source>A&amp;ide</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>A&amp;nnotation</source>
        <translation>&amp;Annotate</translation>
    </message>
    <message>
        <source>A&amp;rticle</source>
        <translation>A&amp;rticle</translation>
    </message>
    <message>
        <source>Accepte la suggestion en cours et passe à la suivante</source>
        <translation>Accepts this suggestion and goes to the next</translation>
    </message>
    <message>
        <source>Accepte les suggestions sûres affichées, en une seule étape</source>
        <translation>Accepts the sure suggestions shown, in a single step</translation>
    </message>
    <message>
        <source>Accepte toutes les suggestions affichées, en une seule étape</source>
        <translation>Accepts all suggestions shown, in a single step</translation>
    </message>
    <message>
        <source>Accepter les s&amp;ûres</source>
        <translation>Accept the s&amp;ure ones</translation>
    </message>
    <message>
        <source>Actua&amp;liser la liste</source>
        <translation>Refres&amp;h the list</translation>
    </message>
    <message>
        <source>Ajouter au le&amp;xique</source>
        <translation>Add to le&amp;xicon</translation>
    </message>
    <message>
        <source>Annotation &amp;précédente</source>
        <translation>&amp;Previous mark</translation>
    </message>
    <message>
        <source>Annotation &amp;suivante</source>
        <translation>&amp;Next mark</translation>
    </message>
    <message>
        <source>Annule la dernière étape, dans tout le projet</source>
        <translation>Undoes the last step, anywhere in the project</translation>
    </message>
    <message>
        <source>Appuie sur le bouton du message affiché, comme Annuler ou Détails</source>
        <translation>Presses the button of the message shown, such as Undo or Details</translation>
    </message>
    <message>
        <source>Arrête l&apos;import, l&apos;export ou les suggestions ; ce qui est fait reste</source>
        <translation>Stops the import, the export or the suggestions; what is done stays</translation>
    </message>
    <message>
        <source>Article &amp;précédent</source>
        <translation>&amp;Previous article</translation>
    </message>
    <message>
        <source>Article &amp;suivant</source>
        <translation>&amp;Next article</translation>
    </message>
    <message>
        <source>Article à &amp;faire suivant</source>
        <translation>Next article to &amp;do</translation>
    </message>
    <message>
        <source>Article à faire précédent</source>
        <translation>Previous article to do</translation>
    </message>
    <message>
        <source>C&amp;onsignes</source>
        <translation>&amp;Guidelines</translation>
    </message>
    <message>
        <source>Ce que veut dire l&apos;étiquette en cours, et toutes les autres</source>
        <translation>What this label means, and all others</translation>
    </message>
    <message>
        <source>Ce qui est entré et quand, avec le rapport de chaque import, à annuler au besoin</source>
        <translation>What came in and when, with the report of each import, to be undone if need be</translation>
    </message>
    <message>
        <source>Cherch&amp;er dans les articles</source>
        <translation>&amp;Search the articles</translation>
    </message>
    <message>
        <source>Cherche, filtre et trie à nouveau les articles</source>
        <translation>Searches, filters and sorts the articles again</translation>
    </message>
    <message>
        <source>Coupe le mot choisi en parties, dans tous les articles du projet</source>
        <translation>Cuts the chosen word into parts, in all articles of the project</translation>
    </message>
    <message>
        <source>Dans les titres et les textes de tout le projet</source>
        <translation>In titles and texts of the whole project</translation>
    </message>
    <message>
        <source>Distribue des articles, chacun recevant un fichier de projet à lui envoyer</source>
        <translation>Gives articles out, to each in a project file to be sent</translation>
    </message>
    <message>
        <source>Donne à la sélection, ou à l&apos;annotation en cours, l&apos;étiquette donnée en dernier</source>
        <translation>Gives the selection, or the focused mark, the label given last</translation>
    </message>
    <message>
        <source>Dé&amp;but : un mot plus loin</source>
        <translation>&amp;Start: one word later</translation>
    </message>
    <message>
        <source>Début : un mot plus tôt</source>
        <translation>Start: one word earlier</translation>
    </message>
    <message>
        <source>Dépa&amp;rtager les annotateurs</source>
        <translation>S&amp;ettle between annotators</translation>
    </message>
    <message>
        <source>E&amp;xporter…</source>
        <translation>E&amp;xport…</translation>
    </message>
    <message>
        <source>Efface la recherche et tous les filtres</source>
        <translation>Clears the search and all filters</translation>
    </message>
    <message>
        <source>F&amp;usionner des copies du projet…</source>
        <translation>&amp;Merge copies of the project…</translation>
    </message>
    <message>
        <source>Faire ce que le &amp;message propose</source>
        <translation>Do what the &amp;message offers</translation>
    </message>
    <message>
        <source>Fait de même pour les mêmes mots de l&apos;article : étiqueter ; ou, juste après, rejeter, supprimer ou changer d&apos;étiquette</source>
        <translation>Does the same to the same words of the article: label; or, right afterwards, reject, remove or relabel</translation>
    </message>
    <message>
        <source>Fermer le messa&amp;ge</source>
        <translation>Close the messa&amp;ge</translation>
    </message>
    <message>
        <source>Fin : un mot plus tôt</source>
        <translation>End: one word earlier</translation>
    </message>
    <message>
        <source>Importer un &amp;dossier…</source>
        <translation>Import a &amp;folder…</translation>
    </message>
    <message>
        <source>Imports et fusions du pro&amp;jet…</source>
        <translation>Imports and merges of the pro&amp;ject…</translation>
    </message>
    <message>
        <source>Le mot choisi sera suggéré dans tous les articles du projet</source>
        <translation>The chosen word will be suggested in every article of the project</translation>
    </message>
    <message>
        <source>Le précédent de la liste qui n&apos;est ni terminé ni mis de côté</source>
        <translation>The previous one in the list that is neither finished nor set aside</translation>
    </message>
    <message>
        <source>Le suivant de la liste qui n&apos;est ni terminé ni mis de côté</source>
        <translation>The next one in the list that is neither finished nor set aside</translation>
    </message>
    <message>
        <source>Le texte du presse-papiers devient un article</source>
        <translation>The text on the clipboard becomes an article</translation>
    </message>
    <message>
        <source>Lecture, thème, langue de la fenêtre et nom de l&apos;annotateur</source>
        <translation>Reading, theme, language of the window and the annotator&apos;s name</translation>
    </message>
    <message>
        <source>Les mots propres au projet, et les règles qui doivent se taire</source>
        <translation>The project&apos;s own words, and the rules that are to be silent</translation>
    </message>
    <message>
        <source>Là où les annotateurs diffèrent, décider point par point de ce qui vaut</source>
        <translation>Decide, place by place where annotators differ, what shall stand</translation>
    </message>
    <message>
        <source>Marque l&apos;article comme terminé et ouvre le suivant à faire</source>
        <translation>Marks the article as finished and opens the next one to do</translation>
    </message>
    <message>
        <source>Met un drapeau à l&apos;article, ou l&apos;enlève</source>
        <translation>Flags the article, or takes the flag away</translation>
    </message>
    <message>
        <source>Montre ce qu&apos;on peut faire de l&apos;annotation, de la sélection ou du mot</source>
        <translation>Shows what can be done with the mark, the selection or the word</translation>
    </message>
    <message>
        <source>Montre les articles jetés, ou de nouveau les autres</source>
        <translation>Shows the articles in the trash, or the others again</translation>
    </message>
    <message>
        <source>Montre les mêmes mots dans tous les articles, à cocher, pour faire de même</source>
        <translation>Shows the same words in all articles, to tick, and does the same to them</translation>
    </message>
    <message>
        <source>Montrer &amp;tous les articles</source>
        <translation>Show &amp;all articles</translation>
    </message>
    <message>
        <source>Mène à la liste, à l&apos;article, à ses annotations, à leurs raisons, à l&apos;historique</source>
        <translation>Goes to the list, the article, its marks, their reasons, the history</translation>
    </message>
    <message>
        <source>Ouvrir l&apos;article d&apos;&amp;exemple</source>
        <translation>Open the &amp;sample article</translation>
    </message>
    <message>
        <source>Part&amp;out dans l&apos;article</source>
        <translation>Ever&amp;ywhere in the article</translation>
    </message>
    <message>
        <source>Partout dans tous les articles…</source>
        <translation>Everywhere in all articles…</translation>
    </message>
    <message>
        <source>Perso&amp;nnaliser les raccourcis…</source>
        <translation>&amp;Customise shortcuts…</translation>
    </message>
    <message>
        <source>Redonner la dern&amp;ière étiquette</source>
        <translation>Give the last la&amp;bel again</translation>
    </message>
    <message>
        <source>Rejette la suggestion en cours, ou supprime l&apos;annotation</source>
        <translation>Rejects this suggestion, or removes the span</translation>
    </message>
    <message>
        <source>Ré&amp;glages du projet…</source>
        <translation>Project se&amp;ttings…</translation>
    </message>
    <message>
        <source>Réunit ici ce que d&apos;autres ont fait dans leurs copies, à annuler au besoin</source>
        <translation>Brings together here what others did in their copies; it can be undone</translation>
    </message>
    <message>
        <source>S&amp;tatistiques</source>
        <translation>&amp;Statistics</translation>
    </message>
    <message>
        <source>Si&amp;gnaler par un drapeau</source>
        <translation>Fla&amp;g</translation>
    </message>
    <message>
        <source>Suggestion précédente à décider</source>
        <translation>Previous undecided suggestion</translation>
    </message>
    <message>
        <source>Suggestion suivante à &amp;décider</source>
        <translation>Next un&amp;decided suggestion</translation>
    </message>
    <message>
        <source>Suggestions &amp;sûres seulement</source>
        <translation>Su&amp;re suggestions only</translation>
    </message>
    <message>
        <source>Suggestions sûres et pro&amp;bables</source>
        <translation>Sure and li&amp;kely suggestions</translation>
    </message>
    <message>
        <source>Taille &amp;normale</source>
        <translation>&amp;Normal size</translation>
    </message>
    <message>
        <source>Texte plus &amp;grand</source>
        <translation>&amp;Larger text</translation>
    </message>
    <message>
        <source>Texte plus &amp;petit</source>
        <translation>S&amp;maller text</translation>
    </message>
    <message>
        <source>Thème so&amp;mbre</source>
        <translation>&amp;Dark theme</translation>
    </message>
    <message>
        <source>To&amp;utes les suggestions</source>
        <translation>&amp;All suggestions</translation>
    </message>
    <message>
        <source>Tout ce qui a été fait, pour revenir à n&apos;importe quelle étape</source>
        <translation>All that has been done, to go back to any step</translation>
    </message>
    <message>
        <source>Toutes les actions, à trouver par quelques lettres</source>
        <translation>All actions, found by a few letters</translation>
    </message>
    <message>
        <source>Volet précé&amp;dent</source>
        <translation>Pre&amp;vious pane</translation>
    </message>
    <message>
        <source>À &amp;propos d&apos;Annotator</source>
        <translation>&amp;About Annotator</translation>
    </message>
    <message>
        <source>É&amp;dition</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>Écrit une note sur l&apos;annotation (accepte une suggestion), sinon sur l&apos;article</source>
        <translation>Writes a note on the span (accepts a suggestion), or else on the article</translation>
    </message>
    <message>
        <source>Étiquettes et consignes, lexique, règles, coupes, annotateurs</source>
        <translation>Labels and guidelines, lexicon, rules, cuts, annotators</translation>
    </message>
</context>
<context>
    <name>agreement</name>
    <message>
        <source>Accord par étiquette</source>
        <translation>Agreement by label</translation>
    </message>
    <message>
        <source>Ce que l&apos;un prend dans l&apos;annotation et l&apos;autre non : souvent une règle à préciser.</source>
        <translation>What one takes into the span and the other does not: often a rule to be made clearer.</translation>
    </message>
    <message>
        <source>Différences par genre</source>
        <translation>Differences by kind</translation>
    </message>
    <message>
        <source>Différences précédentes</source>
        <translation>Previous differences</translation>
    </message>
    <message>
        <source>Différences suivantes</source>
        <translation>Next differences</translation>
    </message>
    <message>
        <source>En lignes {first}, en colonnes {second} ; plus une case est foncée, plus la confusion est fréquente.</source>
        <translation>In rows {first}, in columns {second}; the more shaded a cell, the more frequent the confusion.</translation>
    </message>
    <message>
        <source>Exacte : début, fin et étiquette sont les mêmes. Partielle : ce qui ne fait que se recouvrir compte pour moitié, et celle de toutes ne regarde pas l&apos;étiquette. Précision (P) et rappel (R) prennent le second pour référence.</source>
        <translation>Exact: start, end and label are the same. Partial: what only overlaps counts half, and that of all does not look at the label. Precision (P) and recall (R) take the second for the reference.</translation>
    </message>
    <message>
        <source>F1 exacte</source>
        <translation>exact F1</translation>
    </message>
    <message>
        <source>F1 partielle</source>
        <translation>partial F1</translation>
    </message>
    <message>
        <source>Il n&apos;y en a plus.</source>
        <translation>There are none left.</translation>
    </message>
    <message>
        <source>Mots aux limites qui diffèrent</source>
        <translation>Words at boundaries that differ</translation>
    </message>
    <message>
        <source>Recherche des différences…</source>
        <translation>Looking for the differences…</translation>
    </message>
    <message>
        <source>Retour aux mesures</source>
        <translation>Back to the measures</translation>
    </message>
    <message>
        <source>Régler ces différences…</source>
        <translation>Settle these differences…</translation>
    </message>
    <message>
        <source>Voir ces articles dans la liste</source>
        <translation>Show these articles in the list</translation>
    </message>
    <message>
        <source>article</source>
        <translation>article</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>articles</translation>
    </message>
    <message>
        <source>contexte</source>
        <translation>context</translation>
    </message>
    <message>
        <source>différence</source>
        <translation>difference</translation>
    </message>
    <message>
        <source>différences</source>
        <translation>differences</translation>
    </message>
    <message>
        <source>fois</source>
        <translation>times</translation>
    </message>
    <message>
        <source>genre</source>
        <translation>kind</translation>
    </message>
    <message>
        <source>limite</source>
        <translation>boundary</translation>
    </message>
    <message>
        <source>mots</source>
        <translation>words</translation>
    </message>
    <message>
        <source>places</source>
        <translation>places</translation>
    </message>
    <message>
        <source>rien</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>se recouvrent</source>
        <translation>overlapping</translation>
    </message>
    <message>
        <source>toutes</source>
        <translation>all</translation>
    </message>
    <message>
        <source>toutes les différences</source>
        <translation>all differences</translation>
    </message>
    <message>
        <source>{first} et {second}</source>
        <translation>{first} and {second}</translation>
    </message>
    <message>
        <source>Étiquettes de l&apos;un et de l&apos;autre</source>
        <translation>Labels of the one and of the other</translation>
    </message>
    <message>
        <source>égales</source>
        <translation>equal</translation>
    </message>
    <message>
        <source>étiquette</source>
        <translation>label</translation>
    </message>
    <message>
        <source>α de Krippendorff, par mot</source>
        <translation>Krippendorff&apos;s α, by word</translation>
    </message>
    <message>
        <source>κ de Cohen, par mot</source>
        <translation>Cohen&apos;s κ, by word</translation>
    </message>
</context>
<context>
    <name>article_list</name>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Aucun article ne correspond</source>
        <translation>No article matches</translation>
    </message>
    <message>
        <source>Avec : {label}</source>
        <translation>With: {label}</translation>
    </message>
    <message>
        <source>Ce que vous y mettez peut en sortir à tout moment.</source>
        <translation>What you put there can be taken out at any time.</translation>
    </message>
    <message>
        <source>Cherchez moins de mots, ou retirez un filtre.</source>
        <translation>Search for fewer words, or remove a filter.</translation>
    </message>
    <message>
        <source>Colonnes</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Corbeille</source>
        <translation>Trash</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Depuis {date}</source>
        <translation>Since {date}</translation>
    </message>
    <message>
        <source>Drapeau</source>
        <translation>Flag</translation>
    </message>
    <message>
        <source>Exporter ces articles…</source>
        <translation>Export these articles…</translation>
    </message>
    <message>
        <source>Jusqu&apos;à {date}</source>
        <translation>Until {date}</translation>
    </message>
    <message>
        <source>La corbeille est vide</source>
        <translation>The trash is empty</translation>
    </message>
    <message>
        <source>Marquer comme nouveau</source>
        <translation>Mark as new</translation>
    </message>
    <message>
        <source>Marquer comme terminé</source>
        <translation>Mark as finished</translation>
    </message>
    <message>
        <source>Mettre de côté</source>
        <translation>Set aside</translation>
    </message>
    <message>
        <source>Mettre à la corbeille</source>
        <translation>Put in the trash</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Ouvrez-la pour en sortir des articles.</source>
        <translation>Open it to take articles out.</translation>
    </message>
    <message>
        <source>Poser un drapeau</source>
        <translation>Set a flag</translation>
    </message>
    <message>
        <source>Relancer les suggestions</source>
        <translation>Suggest again</translation>
    </message>
    <message>
        <source>Remettre en cours</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>Reste à décider</source>
        <translation>Left to decide</translation>
    </message>
    <message>
        <source>Retirer le drapeau</source>
        <translation>Remove the flag</translation>
    </message>
    <message>
        <source>Retirez un filtre pour en voir davantage.</source>
        <translation>Remove a filter to see more.</translation>
    </message>
    <message>
        <source>Sans : {label}</source>
        <translation>Without: {label}</translation>
    </message>
    <message>
        <source>Sans drapeau</source>
        <translation>Without flag</translation>
    </message>
    <message>
        <source>Sans note</source>
        <translation>Without note</translation>
    </message>
    <message>
        <source>Selon la place</source>
        <translation>As there is room</translation>
    </message>
    <message>
        <source>Sortir de la corbeille</source>
        <translation>Take out of the trash</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Source : {source}</source>
        <translation>Source: {source}</translation>
    </message>
    <message>
        <source>Terminé par {name}</source>
        <translation>Finished by {name}</translation>
    </message>
    <message>
        <source>Tout décidé</source>
        <translation>All decided</translation>
    </message>
    <message>
        <source>Tout est dans la corbeille</source>
        <translation>Everything is in the trash</translation>
    </message>
    <message>
        <source>article</source>
        <translation>article</translation>
    </message>
    <message>
        <source>article choisi</source>
        <translation>article chosen</translation>
    </message>
    <message>
        <source>article de l&apos;export</source>
        <translation>article of the export</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>articles</translation>
    </message>
    <message>
        <source>articles choisis</source>
        <translation>articles chosen</translation>
    </message>
    <message>
        <source>articles de l&apos;export</source>
        <translation>articles of the export</translation>
    </message>
    <message>
        <source>caractère</source>
        <translation>character</translation>
    </message>
    <message>
        <source>caractères</source>
        <translation>characters</translation>
    </message>
    <message>
        <source>drapeau</source>
        <translation>flag</translation>
    </message>
    <message>
        <source>note : {note}</source>
        <translation>note: {note}</translation>
    </message>
    <message>
        <source>tout est décidé</source>
        <translation>everything is decided</translation>
    </message>
    <message>
        <source>{number} dans la corbeille</source>
        <translation>{number} in the trash</translation>
    </message>
    <message>
        <source>{number} à décider</source>
        <translation>{number} undecided</translation>
    </message>
    <message>
        <source>{shown} sur {total}</source>
        <translation>{shown} of {total}</translation>
    </message>
    <message>
        <source>À décider</source>
        <translation>Undecided</translation>
    </message>
    <message>
        <source>État</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>charts</name>
    <message>
        <source>Image PNG</source>
        <translation>PNG picture</translation>
    </message>
    <message>
        <source>Image SVG</source>
        <translation>SVG picture</translation>
    </message>
    <message>
        <source>Tableau CSV</source>
        <translation>CSV table</translation>
    </message>
</context>
<context>
    <name>column_fields</name>
    <message>
        <source>&amp;Titre</source>
        <translation>T&amp;itle</translation>
    </message>
    <message>
        <source>Dat&amp;e</source>
        <translation>Dat&amp;e</translation>
    </message>
    <message>
        <source>S&amp;ource</source>
        <translation>S&amp;ource</translation>
    </message>
    <message>
        <source>Te&amp;xte</source>
        <translation>Te&amp;xt</translation>
    </message>
</context>
<context>
    <name>conflict_words</name>
    <message>
        <source> ; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>rien ici</source>
        <translation>nothing here</translation>
    </message>
    <message>
        <source>{passage}, {label}</source>
        <translation>{passage}, {label}</translation>
    </message>
</context>
<context>
    <name>consistency</name>
    <message>
        <source>Après</source>
        <translation>After</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>Avant</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>Ce qui diffère</source>
        <translation>What differs</translation>
    </message>
    <message>
        <source>Endroits</source>
        <translation>Places</translation>
    </message>
    <message>
        <source>Forme</source>
        <translation>Surface</translation>
    </message>
    <message>
        <source>Mots</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>Traitement</source>
        <translation>Treatment</translation>
    </message>
    <message>
        <source>Traitements</source>
        <translation>Treatments</translation>
    </message>
    <message>
        <source>non annoté</source>
        <translation>not annotated</translation>
    </message>
</context>
<context>
    <name>content</name>
    <message>
        <source>Annotations par article</source>
        <translation>Spans in an article</translation>
    </message>
    <message>
        <source>Annotations par mois</source>
        <translation>Spans by month</translation>
    </message>
    <message>
        <source>Articles selon leur nombre d&apos;annotations</source>
        <translation>Articles by their number of spans</translation>
    </message>
    <message>
        <source>Articles selon leur nombre d&apos;annotations de chaque étiquette</source>
        <translation>Articles by their number of spans of each label</translation>
    </message>
    <message>
        <source>Dans les mêmes articles</source>
        <translation>In the same articles</translation>
    </message>
    <message>
        <source>Deux formes vont ensemble si un même article a les deux.</source>
        <translation>Two surfaces go together where one article has both.</translation>
    </message>
    <message>
        <source>Il n&apos;y en a plus.</source>
        <translation>There are none left.</translation>
    </message>
    <message>
        <source>Le mois est celui de la date de l&apos;article.</source>
        <translation>The month is that of the article&apos;s date.</translation>
    </message>
    <message>
        <source>Longueur en caractères</source>
        <translation>Length in characters</translation>
    </message>
    <message>
        <source>Longueur en mots</source>
        <translation>Length in words</translation>
    </message>
    <message>
        <source>Longueurs</source>
        <translation>Lengths</translation>
    </message>
    <message>
        <source>Par mois</source>
        <translation>By month</translation>
    </message>
    <message>
        <source>Par source</source>
        <translation>By source</translation>
    </message>
    <message>
        <source>Retour au contenu</source>
        <translation>Back to the content</translation>
    </message>
    <message>
        <source>Sommes par monnaie</source>
        <translation>Sums by currency</translation>
    </message>
    <message>
        <source>Une fourchette compte pour son montant le plus bas.</source>
        <translation>A range counts with its lowest amount.</translation>
    </message>
    <message>
        <source>annotation</source>
        <translation>span</translation>
    </message>
    <message>
        <source>annotations</source>
        <translation>spans</translation>
    </message>
    <message>
        <source>article</source>
        <translation>article</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>articles</translation>
    </message>
    <message>
        <source>autre source.</source>
        <translation>other source.</translation>
    </message>
    <message>
        <source>autres sources.</source>
        <translation>other sources.</translation>
    </message>
    <message>
        <source>caractère</source>
        <translation>character</translation>
    </message>
    <message>
        <source>caractères</source>
        <translation>characters</translation>
    </message>
    <message>
        <source>contexte</source>
        <translation>context</translation>
    </message>
    <message>
        <source>mois</source>
        <translation>month</translation>
    </message>
    <message>
        <source>monnaie</source>
        <translation>currency</translation>
    </message>
    <message>
        <source>mot</source>
        <translation>word</translation>
    </message>
    <message>
        <source>mots</source>
        <translation>words</translation>
    </message>
    <message>
        <source>sans date</source>
        <translation>without a date</translation>
    </message>
    <message>
        <source>sans nombre lisible</source>
        <translation>without a readable number</translation>
    </message>
    <message>
        <source>source</source>
        <translation>source</translation>
    </message>
    <message>
        <source>source inconnue</source>
        <translation>unknown source</translation>
    </message>
    <message>
        <source>total</source>
        <translation>total</translation>
    </message>
    <message>
        <source>{first} et {second}</source>
        <translation>{first} and {second}</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>Ce que montre la &amp;liste ({articles})</source>
        <translation>What the &amp;list shows ({articles})</translation>
    </message>
    <message>
        <source>Données, configuration et tokeniseur, prêts pour spacy train.</source>
        <translation>Data, configuration and tokenizer, ready for spacy train.</translation>
    </message>
    <message>
        <source>La &amp;sélection ({articles})</source>
        <translation>The &amp;selection ({articles})</translation>
    </message>
    <message>
        <source>La liste montre {articles} ; Échap pour y aller.</source>
        <translation>The list shows {articles}; Escape takes you there.</translation>
    </message>
    <message>
        <source>Ne passe pas dans ce format</source>
        <translation>Not carried by this format</translation>
    </message>
    <message>
        <source>Rien à exporter ainsi : il n&apos;y a pas d&apos;article ici.</source>
        <translation>Nothing to export: there is no article here.</translation>
    </message>
    <message>
        <source>Rien à exporter ainsi : terminez des articles, ou cochez d&apos;autres états.</source>
        <translation>Nothing to export: finish some articles, or tick other statuses.</translation>
    </message>
    <message>
        <source>Tout le pro&amp;jet ({articles})</source>
        <translation>The &amp;whole project ({articles})</translation>
    </message>
    <message>
        <source>Un dossier de fichiers {suffixes}.</source>
        <translation>A folder of {suffixes} files.</translation>
    </message>
    <message>
        <source>Un fichier {suffixes}.</source>
        <translation>A {suffixes} file.</translation>
    </message>
    <message>
        <source>annotation</source>
        <translation>span</translation>
    </message>
    <message>
        <source>annotations</source>
        <translation>spans</translation>
    </message>
    <message>
        <source>article</source>
        <translation>article</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>articles</translation>
    </message>
    <message>
        <source>aussi annoté par d&apos;autres</source>
        <translation>also annotated by others</translation>
    </message>
    <message>
        <source>aussi annotés par d&apos;autres</source>
        <translation>also annotated by others</translation>
    </message>
    <message>
        <source>bloc</source>
        <translation>fold</translation>
    </message>
    <message>
        <source>blocs</source>
        <translation>folds</translation>
    </message>
    <message>
        <source>brouillon laissé de côté</source>
        <translation>draft left out</translation>
    </message>
    <message>
        <source>brouillons laissés de côté</source>
        <translation>drafts left out</translation>
    </message>
    <message>
        <source>ces {number} articles</source>
        <translation>these {number} articles</translation>
    </message>
    <message>
        <source>cet article</source>
        <translation>this article</translation>
    </message>
    <message>
        <source>d&apos;un autre état</source>
        <translation>of another status</translation>
    </message>
    <message>
        <source>où les annotateurs diffèrent</source>
        <translation>on which annotators differ</translation>
    </message>
    <message>
        <source>pas commencé</source>
        <translation>not begun</translation>
    </message>
    <message>
        <source>pas commencés</source>
        <translation>not begun</translation>
    </message>
    <message>
        <source>pour d&apos;autres raisons</source>
        <translation>for other reasons</translation>
    </message>
    <message>
        <source>pour une autre raison</source>
        <translation>for another reason</translation>
    </message>
    <message>
        <source>sans annotation</source>
        <translation>without spans</translation>
    </message>
    <message>
        <source>sans date</source>
        <translation>without a date</translation>
    </message>
    <message>
        <source>sans place exacte dans le texte d&apos;origine</source>
        <translation>without an exact place in the original text</translation>
    </message>
    <message>
        <source>signalé</source>
        <translation>flagged</translation>
    </message>
    <message>
        <source>signalé laissé de côté</source>
        <translation>flagged left out</translation>
    </message>
    <message>
        <source>signalés</source>
        <translation>flagged</translation>
    </message>
    <message>
        <source>signalés laissés de côté</source>
        <translation>flagged left out</translation>
    </message>
    <message>
        <source>spaCy : dossier d&apos;entraînement</source>
        <translation>spaCy: folder to train from</translation>
    </message>
    <message>
        <source>terminé</source>
        <translation>finished</translation>
    </message>
    <message>
        <source>terminés</source>
        <translation>finished</translation>
    </message>
    <message>
        <source>trop long pour spaCy</source>
        <translation>too long for spaCy</translation>
    </message>
    <message>
        <source>trop longs pour spaCy</source>
        <translation>too long for spaCy</translation>
    </message>
    <message>
        <source>{articles} de textes proches, gardés du même côté</source>
        <translation>{articles} with similar texts, kept on one side</translation>
    </message>
    <message>
        <source>{articles} dont {finished}</source>
        <translation>{articles}, {finished}</translation>
    </message>
    <message>
        <source>{folds} de {least} articles</source>
        <translation>{folds} of {least} articles</translation>
    </message>
    <message>
        <source>{folds} de {least} à {most} articles</source>
        <translation>{folds} of {least} to {most} articles</translation>
    </message>
    <message>
        <source>{number} pour l&apos;entraînement</source>
        <translation>{number} for training</translation>
    </message>
    <message>
        <source>{number} pour l&apos;évaluation</source>
        <translation>{number} for evaluation</translation>
    </message>
    <message>
        <source>{number} pour le test</source>
        <translation>{number} for testing</translation>
    </message>
    <message>
        <source>à la corbeille</source>
        <translation>in the trash</translation>
    </message>
</context>
<context>
    <name>file_dialogs</name>
    <message>
        <source>Chercher dans :</source>
        <translation>Look in:</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Dossier des fichiers à envoyer</source>
        <translation>Folder of the files to send</translation>
    </message>
    <message>
        <source>Enregistrer le rapport</source>
        <translation>Save the report</translation>
    </message>
    <message>
        <source>Exporter : {title}</source>
        <translation>Export: {title}</translation>
    </message>
    <message>
        <source>Fichiers de type :</source>
        <translation>Files of type:</translation>
    </message>
    <message>
        <source>Fusionner des copies du projet</source>
        <translation>Merge copies of the project</translation>
    </message>
    <message>
        <source>Importer des articles</source>
        <translation>Import articles</translation>
    </message>
    <message>
        <source>Importer un dossier</source>
        <translation>Import a folder</translation>
    </message>
    <message>
        <source>Nouveau projet</source>
        <translation>New project</translation>
    </message>
    <message>
        <source>Ouvrir un projet</source>
        <translation>Open a project</translation>
    </message>
    <message>
        <source>Projets Annotator (*{suffix})</source>
        <translation>Annotator projects (*{suffix})</translation>
    </message>
    <message>
        <source>Tous les fichiers (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>Tout ce qui peut être importé ({kinds})</source>
        <translation>All that can be imported ({kinds})</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>D&apos;un mot, d&apos;une ligne</source>
        <translation>By a word, by a line</translation>
    </message>
    <message>
        <source>D&apos;une phrase, d&apos;un paragraphe</source>
        <translation>By a sentence, by a paragraph</translation>
    </message>
    <message>
        <source>Début, fin de l&apos;article</source>
        <translation>Start, end of the article</translation>
    </message>
    <message>
        <source>Début, fin de la ligne</source>
        <translation>Start, end of the line</translation>
    </message>
    <message>
        <source>Étendre la sélection</source>
        <translation>Extend the selection</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
    <message>
        <source>annotation modifiée</source>
        <translation>span changed</translation>
    </message>
    <message>
        <source>annotations modifiées</source>
        <translation>spans changed</translation>
    </message>
    <message>
        <source>article</source>
        <translation>article</translation>
    </message>
    <message>
        <source>article {status}</source>
        <translation>article {status}</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>articles</translation>
    </message>
    <message>
        <source>drapeau posé</source>
        <translation>flag set</translation>
    </message>
    <message>
        <source>drapeau retiré</source>
        <translation>flag removed</translation>
    </message>
    <message>
        <source>fusion</source>
        <translation>merge</translation>
    </message>
    <message>
        <source>mis à la corbeille</source>
        <translation>put in the trash</translation>
    </message>
    <message>
        <source>occurrence</source>
        <translation>occurrence</translation>
    </message>
    <message>
        <source>occurrences</source>
        <translation>occurrences</translation>
    </message>
    <message>
        <source>point rouvert</source>
        <translation>place opened again</translation>
    </message>
    <message>
        <source>point réglé</source>
        <translation>place settled</translation>
    </message>
    <message>
        <source>point réglé : {choice}</source>
        <translation>place settled: {choice}</translation>
    </message>
    <message>
        <source>points réglés</source>
        <translation>places settled</translation>
    </message>
    <message>
        <source>sorti de la corbeille</source>
        <translation>taken out of the trash</translation>
    </message>
    <message>
        <source>suggestion acceptée</source>
        <translation>suggestion accepted</translation>
    </message>
    <message>
        <source>suggestion rouverte</source>
        <translation>suggestion reopened</translation>
    </message>
    <message>
        <source>suggestions acceptées</source>
        <translation>suggestions accepted</translation>
    </message>
    <message>
        <source>{old} → {new}</source>
        <translation>{old} → {new}</translation>
    </message>
    <message>
        <source>{what} · {articles}</source>
        <translation>{what} · {articles}</translation>
    </message>
    <message>
        <source>{words} : note effacée</source>
        <translation>{words}: note cleared</translation>
    </message>
    <message>
        <source>{words} : note « {note} »</source>
        <translation>{words}: note “{note}”</translation>
    </message>
    <message>
        <source>{words} : point rouvert</source>
        <translation>{words}: opened again</translation>
    </message>
    <message>
        <source>{words} : retiré, {times}</source>
        <translation>{words}: removed, {times}</translation>
    </message>
    <message>
        <source>{words} : rien à retenir (réglé)</source>
        <translation>{words}: nothing to keep (settled)</translation>
    </message>
    <message>
        <source>{words} : suggestion rejetée</source>
        <translation>{words}: suggestion rejected</translation>
    </message>
    <message>
        <source>{words} : {label}</source>
        <translation>{words}: {label}</translation>
    </message>
    <message>
        <source>{words} : {label} (accepté)</source>
        <translation>{words}: {label} (accepted)</translation>
    </message>
    <message>
        <source>{words} : {label} (réglé)</source>
        <translation>{words}: {label} (settled)</translation>
    </message>
    <message>
        <source>{words} : {label} (supprimé)</source>
        <translation>{words}: {label} (removed)</translation>
    </message>
    <message>
        <source>{words} : {label}, {times}</source>
        <translation>{words}: {label}, {times}</translation>
    </message>
    <message>
        <source>{words} : {old} → {new}</source>
        <translation>{words}: {old} → {new}</translation>
    </message>
    <message>
        <source>étape</source>
        <translation>step</translation>
    </message>
</context>
<context>
    <name>imports</name>
    <message>
        <source>Annuler l&apos;import</source>
        <translation>Undo the import</translation>
    </message>
    <message>
        <source>Annuler l&apos;import de {sources} ({when}) ?</source>
        <translation>Undo the import of {sources} ({when})?</translation>
    </message>
    <message>
        <source>Annuler la fusion</source>
        <translation>Undo the merge</translation>
    </message>
    <message>
        <source>Annuler la fusion de {sources} ({when}) ?</source>
        <translation>Undo the merge of {sources} ({when})?</translation>
    </message>
    <message>
        <source>Annuler un import</source>
        <translation>Undo an import</translation>
    </message>
    <message>
        <source>Annuler une fusion</source>
        <translation>Undo a merge</translation>
    </message>
    <message>
        <source>Ce que la fusion a changé redevient comme avant.</source>
        <translation>What the merge changed goes back as it was.</translation>
    </message>
    <message>
        <source>Garder l&apos;import</source>
        <translation>Keep the import</translation>
    </message>
    <message>
        <source>Garder la fusion</source>
        <translation>Keep the merge</translation>
    </message>
    <message>
        <source>Quitteront le projet : {going}. Ce qui était là avant reste tel quel.</source>
        <translation>These will leave the project: {going}. What was there before stays as it is.</translation>
    </message>
    <message>
        <source>Quitteront le projet : {going}. Le reste redevient comme avant la fusion.</source>
        <translation>Will leave the project: {going}. The rest goes back as it was before the merge.</translation>
    </message>
    <message>
        <source>annotation</source>
        <translation>span</translation>
    </message>
    <message>
        <source>annotations</source>
        <translation>spans</translation>
    </message>
    <message>
        <source>annulé ({when})</source>
        <translation>undone ({when})</translation>
    </message>
    <message>
        <source>article</source>
        <translation>article</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>articles</translation>
    </message>
    <message>
        <source>autre</source>
        <translation>other</translation>
    </message>
    <message>
        <source>autres</source>
        <translation>others</translation>
    </message>
    <message>
        <source>dans le projet</source>
        <translation>in the project</translation>
    </message>
    <message>
        <source>fusion : {copies}</source>
        <translation>merge: {copies}</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>suggestion</translation>
    </message>
    <message>
        <source>suggestions</source>
        <translation>suggestions</translation>
    </message>
    <message>
        <source>texte collé</source>
        <translation>pasted text</translation>
    </message>
    <message>
        <source>{first} et {others}</source>
        <translation>{first} and {others}</translation>
    </message>
    <message>
        <source>étiquette créée</source>
        <translation>label created</translation>
    </message>
    <message>
        <source>étiquettes créées</source>
        <translation>labels created</translation>
    </message>
</context>
<context>
    <name>inspector</name>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Drapeau</source>
        <translation>Flag</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Proposé</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>Raison</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Règle</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Valeur</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>accepté</source>
        <translation>accepted</translation>
    </message>
    <message>
        <source>accepté avec d&apos;autres, {label}</source>
        <translation>accepted with others, {label}</translation>
    </message>
    <message>
        <source>accepté, {label}</source>
        <translation>accepted, {label}</translation>
    </message>
    <message>
        <source>annulé ({what})</source>
        <translation>undone ({what})</translation>
    </message>
    <message>
        <source>dans une autre</source>
        <translation>within another one</translation>
    </message>
    <message>
        <source>importé, {label}</source>
        <translation>imported, {label}</translation>
    </message>
    <message>
        <source>modifié</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>note retirée</source>
        <translation>note removed</translation>
    </message>
    <message>
        <source>par fusion, {label}</source>
        <translation>by a merge, {label}</translation>
    </message>
    <message>
        <source>passe à l&apos;annotation suivante</source>
        <translation>goes to the next mark</translation>
    </message>
    <message>
        <source>rejeté</source>
        <translation>rejected</translation>
    </message>
    <message>
        <source>rétabli ({what})</source>
        <translation>redone ({what})</translation>
    </message>
    <message>
        <source>sans étiquette</source>
        <translation>without label</translation>
    </message>
    <message>
        <source>suggestion modifiée, {label}</source>
        <translation>suggestion changed, {label}</translation>
    </message>
    <message>
        <source>supprimé</source>
        <translation>removed</translation>
    </message>
    <message>
        <source>{time} {name} : {what}</source>
        <translation>{time} {name}: {what}</translation>
    </message>
    <message>
        <source>État</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Étiquette</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>× {label} à décider</source>
        <translation>× {label} undecided</translation>
    </message>
    <message>
        <source>à décider</source>
        <translation>undecided</translation>
    </message>
    <message>
        <source>à la main, {label}</source>
        <translation>by hand, {label}</translation>
    </message>
    <message>
        <source>étiqueté partout, {label}</source>
        <translation>labelled everywhere, {label}</translation>
    </message>
    <message>
        <source>⚑ signalé</source>
        <translation>⚑ flagged</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source> ou </source>
        <translation> or </translation>
    </message>
    <message>
        <source>Début</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Espace</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Fin</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Inser</source>
        <translation>Ins</translation>
    </message>
    <message>
        <source>Maj</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Page préc.</source>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>Page suiv.</source>
        <translation>PgDn</translation>
    </message>
    <message>
        <source>Retour arrière</source>
        <translation>Backspace</translation>
    </message>
    <message>
        <source>Suppr</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>le menu</source>
        <translation>the menu</translation>
    </message>
    <message>
        <source>ouvre un menu</source>
        <translation>opens a menu</translation>
    </message>
    <message>
        <source>réservée aux déplacements dans le texte</source>
        <translation>reserved for moving in the text</translation>
    </message>
    <message>
        <source>réservée aux étiquettes</source>
        <translation>reserved for labels</translation>
    </message>
    <message>
        <source>Échap</source>
        <translation>Esc</translation>
    </message>
</context>
<context>
    <name>label_model</name>
    <message>
        <source>inconnue du projet</source>
        <translation>unknown to the project</translation>
    </message>
    <message>
        <source>même nom</source>
        <translation>same name</translation>
    </message>
    <message>
        <source>proposition, à vérifier</source>
        <translation>proposed, to be checked</translation>
    </message>
    <message>
        <source>votre choix</source>
        <translation>your choice</translation>
    </message>
</context>
<context>
    <name>labels_tab</name>
    <message>
        <source>{one} et {other} se distinguent mal sans perception du bleu.</source>
        <translation>{one} and {other} are hard to tell apart without seeing blue.</translation>
    </message>
    <message>
        <source>{one} et {other} se distinguent mal sans perception du rouge.</source>
        <translation>{one} and {other} are hard to tell apart without seeing red.</translation>
    </message>
    <message>
        <source>{one} et {other} se distinguent mal sans perception du vert.</source>
        <translation>{one} and {other} are hard to tell apart without seeing green.</translation>
    </message>
    <message>
        <source>{one} et {other} se distinguent mal.</source>
        <translation>{one} and {other} are hard to tell apart.</translation>
    </message>
</context>
<context>
    <name>lexicon</name>
    <message>
        <source>« {form} » est désormais suggéré comme {label}.</source>
        <translation>“{form}” is now suggested as {label}.</translation>
    </message>
</context>
<context>
    <name>mark_menu</name>
    <message>
        <source>Annotation</source>
        <translation>Span</translation>
    </message>
</context>
<context>
    <name>merging</name>
    <message>
        <source>Ajoutées</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>Annotateur</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>Annotation</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>Annotations ajoutées</source>
        <translation>Annotations added</translation>
    </message>
    <message>
        <source>Annotations modifiées</source>
        <translation>Annotations changed</translation>
    </message>
    <message>
        <source>Annotations retirées</source>
        <translation>Annotations removed</translation>
    </message>
    <message>
        <source>Articles touchés</source>
        <translation>Articles changed</translation>
    </message>
    <message>
        <source>Autres</source>
        <translation>Others</translation>
    </message>
    <message>
        <source>Ce qu&apos;apporte chaque copie</source>
        <translation>What each copy brings</translation>
    </message>
    <message>
        <source>Conflit</source>
        <translation>Conflict</translation>
    </message>
    <message>
        <source>Copie</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Décisions</source>
        <translation>Decisions</translation>
    </message>
    <message>
        <source>Fusionné : {came}.</source>
        <translation>Merged: {came}.</translation>
    </message>
    <message>
        <source>Modifiées</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Nouveaux articles</source>
        <translation>New articles</translation>
    </message>
    <message>
        <source>Retirées</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>Rien de nouveau dans ces copies : le projet reste tel quel.</source>
        <translation>Nothing new in these copies: the project stays as it is.</translation>
    </message>
    <message>
        <source>Suggestions décidées</source>
        <translation>Suggestions decided</translation>
    </message>
    <message>
        <source>annotation</source>
        <translation>span</translation>
    </message>
    <message>
        <source>annotation ajoutée</source>
        <translation>span added</translation>
    </message>
    <message>
        <source>annotation modifiée</source>
        <translation>span changed</translation>
    </message>
    <message>
        <source>annotation retirée</source>
        <translation>span removed</translation>
    </message>
    <message>
        <source>annotations ajoutées</source>
        <translation>spans added</translation>
    </message>
    <message>
        <source>annotations modifiées</source>
        <translation>spans changed</translation>
    </message>
    <message>
        <source>annotations retirées</source>
        <translation>spans removed</translation>
    </message>
    <message>
        <source>article touché</source>
        <translation>article touched</translation>
    </message>
    <message>
        <source>articles touchés</source>
        <translation>articles touched</translation>
    </message>
    <message>
        <source>autre changement</source>
        <translation>other change</translation>
    </message>
    <message>
        <source>autres changements</source>
        <translation>other changes</translation>
    </message>
    <message>
        <source>conflit</source>
        <translation>conflict</translation>
    </message>
    <message>
        <source>conflits</source>
        <translation>conflicts</translation>
    </message>
    <message>
        <source>consigne</source>
        <translation>guideline</translation>
    </message>
    <message>
        <source>corbeille</source>
        <translation>trash</translation>
    </message>
    <message>
        <source>couleur</source>
        <translation>colour</translation>
    </message>
    <message>
        <source>coupe</source>
        <translation>split</translation>
    </message>
    <message>
        <source>entrée</source>
        <translation>entry</translation>
    </message>
    <message>
        <source>ici</source>
        <translation>here</translation>
    </message>
    <message>
        <source>ici {here}, dans la copie {there} ; reste : {won}</source>
        <translation>here {here}, in the copy {there}; stands: {won}</translation>
    </message>
    <message>
        <source>ici {here}, dans la copie {there} ; {kept}</source>
        <translation>here {here}, in the copy {there}; {kept}</translation>
    </message>
    <message>
        <source>l&apos;historique seul</source>
        <translation>the history alone</translation>
    </message>
    <message>
        <source>la copie</source>
        <translation>the copy</translation>
    </message>
    <message>
        <source>muette</source>
        <translation>silent</translation>
    </message>
    <message>
        <source>nom</source>
        <translation>name</translation>
    </message>
    <message>
        <source>non</source>
        <translation>no</translation>
    </message>
    <message>
        <source>non repris</source>
        <translation>not taken over</translation>
    </message>
    <message>
        <source>nouveaux articles</source>
        <translation>new articles</translation>
    </message>
    <message>
        <source>nouvel article</source>
        <translation>new article</translation>
    </message>
    <message>
        <source>oui</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>remarque sur l&apos;article</source>
        <translation>note on the article</translation>
    </message>
    <message>
        <source>repris</source>
        <translation>taken over</translation>
    </message>
    <message>
        <source>rien</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>rien de nouveau</source>
        <translation>nothing new</translation>
    </message>
    <message>
        <source>rien qui l&apos;emporte sur ce qui est là</source>
        <translation>nothing that stands over what is here</translation>
    </message>
    <message>
        <source>règle muette</source>
        <translation>silent rule</translation>
    </message>
    <message>
        <source>réglages repris</source>
        <translation>settings taken over</translation>
    </message>
    <message>
        <source>signalement</source>
        <translation>flag</translation>
    </message>
    <message>
        <source>suggestion acceptée</source>
        <translation>suggestion accepted</translation>
    </message>
    <message>
        <source>suggestion décidée</source>
        <translation>suggestion decided</translation>
    </message>
    <message>
        <source>suggestion rejetée</source>
        <translation>suggestion rejected</translation>
    </message>
    <message>
        <source>suggestion à décider</source>
        <translation>suggestion to be decided</translation>
    </message>
    <message>
        <source>suggestions décidées</source>
        <translation>suggestions decided</translation>
    </message>
    <message>
        <source>touche</source>
        <translation>key</translation>
    </message>
    <message>
        <source>{conflicts} : le plus récent l&apos;emporte.</source>
        <translation>{conflicts}: the newer stands.</translation>
    </message>
    <message>
        <source>À fusionner : {came}.</source>
        <translation>To be merged: {came}.</translation>
    </message>
    <message>
        <source>États, drapeaux, remarques, points réglés</source>
        <translation>Statuses, flags, notes, settled places</translation>
    </message>
    <message>
        <source>état de l&apos;article</source>
        <translation>status of the article</translation>
    </message>
    <message>
        <source>étiquette</source>
        <translation>label</translation>
    </message>
    <message>
        <source>étiquettes</source>
        <translation>labels</translation>
    </message>
</context>
<context>
    <name>option_fields</name>
    <message>
        <source>ISO 8859-15 (Europe de l&apos;Ouest)</source>
        <translation>ISO 8859-15 (Western Europe)</translation>
    </message>
    <message>
        <source>KOI8-R (cyrillique)</source>
        <translation>KOI8-R (Cyrillic)</translation>
    </message>
    <message>
        <source>Mac OS (Europe de l&apos;Ouest)</source>
        <translation>Mac OS (Western Europe)</translation>
    </message>
    <message>
        <source>UTF-16</source>
        <translation>UTF-16</translation>
    </message>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>Windows-1250 (Europe centrale)</source>
        <translation>Windows-1250 (Central Europe)</translation>
    </message>
    <message>
        <source>Windows-1251 (cyrillique)</source>
        <translation>Windows-1251 (Cyrillic)</translation>
    </message>
    <message>
        <source>Windows-1252 (Europe de l&apos;Ouest)</source>
        <translation>Windows-1252 (Western Europe)</translation>
    </message>
</context>
<context>
    <name>palette</name>
    <message>
        <source>actif</source>
        <translation>on</translation>
    </message>
    <message>
        <source>indisponible : {why}</source>
        <translation>not available: {why}</translation>
    </message>
    <message>
        <source>menu {menu}</source>
        <translation>menu {menu}</translation>
    </message>
    <message>
        <source>touche {keys}</source>
        <translation>key {keys}</translation>
    </message>
</context>
<context>
    <name>preview_facts</name>
    <message>
        <source>Aucun article parmi les {count} premiers</source>
        <translation>No article among the first {count}</translation>
    </message>
    <message>
        <source>Aucun article à importer</source>
        <translation>No article to import</translation>
    </message>
    <message>
        <source>Plus de {count} articles à importer</source>
        <translation>More than {count} articles to import</translation>
    </message>
    <message>
        <source>annotation</source>
        <translation>span</translation>
    </message>
    <message>
        <source>annotation laissée de côté</source>
        <translation>span left out</translation>
    </message>
    <message>
        <source>annotation rognée</source>
        <translation>span trimmed</translation>
    </message>
    <message>
        <source>annotation élargie</source>
        <translation>span widened</translation>
    </message>
    <message>
        <source>annotations</source>
        <translation>spans</translation>
    </message>
    <message>
        <source>annotations laissées de côté</source>
        <translation>spans left out</translation>
    </message>
    <message>
        <source>annotations rognées</source>
        <translation>spans trimmed</translation>
    </message>
    <message>
        <source>annotations élargies</source>
        <translation>spans widened</translation>
    </message>
    <message>
        <source>aperçu des {seen} premiers ; l&apos;import prendra tout (environ {total})</source>
        <translation>preview of the first {seen}; the import will take all (about {total})</translation>
    </message>
    <message>
        <source>article du projet à compléter</source>
        <translation>article of the project to add to</translation>
    </message>
    <message>
        <source>article à importer</source>
        <translation>article to import</translation>
    </message>
    <message>
        <source>articles du projet à compléter</source>
        <translation>articles of the project to add to</translation>
    </message>
    <message>
        <source>articles à importer</source>
        <translation>articles to import</translation>
    </message>
    <message>
        <source>doublon</source>
        <translation>duplicate</translation>
    </message>
    <message>
        <source>doublons</source>
        <translation>duplicates</translation>
    </message>
    <message>
        <source>fichier lu</source>
        <translation>file read</translation>
    </message>
    <message>
        <source>fichiers lus</source>
        <translation>files read</translation>
    </message>
    <message>
        <source>illisible</source>
        <translation>unreadable</translation>
    </message>
    <message>
        <source>illisibles</source>
        <translation>unreadable</translation>
    </message>
    <message>
        <source>quasi-doublon</source>
        <translation>near-duplicate</translation>
    </message>
    <message>
        <source>quasi-doublons</source>
        <translation>near-duplicates</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>suggestion</translation>
    </message>
    <message>
        <source>suggestions</source>
        <translation>suggestions</translation>
    </message>
</context>
<context>
    <name>reports</name>
    <message>
        <source> ; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>Annotateur</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>Annotation</source>
        <translation>Span</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Aucun article importé</source>
        <translation>No article imported</translation>
    </message>
    <message>
        <source>Aucune : pas de textes proches d&apos;un côté à l&apos;autre.</source>
        <translation>None: no similar texts on different sides.</translation>
    </message>
    <message>
        <source>Aucune : {pairs} de textes proches, chacune d&apos;un seul côté.</source>
        <translation>None: {pairs} of similar texts, each on one side.</translation>
    </message>
    <message>
        <source>Avis de spaCy</source>
        <translation>What spaCy says</translation>
    </message>
    <message>
        <source>Ce format ne se relit pas : rien n&apos;a été comparé</source>
        <translation>This format cannot be read back: nothing was compared</translation>
    </message>
    <message>
        <source>Doublon</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>Désaccord</source>
        <translation>Disagreement</translation>
    </message>
    <message>
        <source>Entraînement</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Fuites</source>
        <translation>Leaks</translation>
    </message>
    <message>
        <source>Illisible</source>
        <translation>Unreadable</translation>
    </message>
    <message>
        <source>Ne passe pas</source>
        <translation>Not carried</translation>
    </message>
    <message>
        <source>Quasi-doublon</source>
        <translation>Near-duplicate</translation>
    </message>
    <message>
        <source>Relecture</source>
        <translation>Read back</translation>
    </message>
    <message>
        <source>Relu et comparé : identique, à ce que le format ne garde pas près</source>
        <translation>Read back and compared: the same, but for what the format cannot carry</translation>
    </message>
    <message>
        <source>Relu et comparé : tout est identique</source>
        <translation>Read back and compared: all is the same</translation>
    </message>
    <message>
        <source>Remarque</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>Reste en cours, car une annotation a été laissée de côté.</source>
        <translation>Stays in progress, since a span was left out.</translation>
    </message>
    <message>
        <source>Rognée</source>
        <translation>Trimmed</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>annotation</source>
        <translation>span</translation>
    </message>
    <message>
        <source>annotation laissée de côté</source>
        <translation>span left out</translation>
    </message>
    <message>
        <source>annotation rognée</source>
        <translation>span trimmed</translation>
    </message>
    <message>
        <source>annotation élargie</source>
        <translation>span widened</translation>
    </message>
    <message>
        <source>annotations</source>
        <translation>spans</translation>
    </message>
    <message>
        <source>annotations laissées de côté</source>
        <translation>spans left out</translation>
    </message>
    <message>
        <source>annotations rognées</source>
        <translation>spans trimmed</translation>
    </message>
    <message>
        <source>annotations élargies</source>
        <translation>spans widened</translation>
    </message>
    <message>
        <source>article</source>
        <translation>article</translation>
    </message>
    <message>
        <source>article déjà là complété</source>
        <translation>article already here added to</translation>
    </message>
    <message>
        <source>article exporté</source>
        <translation>article exported</translation>
    </message>
    <message>
        <source>article importé</source>
        <translation>article imported</translation>
    </message>
    <message>
        <source>article laissé de côté</source>
        <translation>article left out</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>articles</translation>
    </message>
    <message>
        <source>articles déjà là complétés</source>
        <translation>articles already here added to</translation>
    </message>
    <message>
        <source>articles exportés</source>
        <translation>articles exported</translation>
    </message>
    <message>
        <source>articles importés</source>
        <translation>articles imported</translation>
    </message>
    <message>
        <source>articles laissés de côté</source>
        <translation>articles left out</translation>
    </message>
    <message>
        <source>doublon refusé</source>
        <translation>duplicate refused</translation>
    </message>
    <message>
        <source>doublons refusés</source>
        <translation>duplicates refused</translation>
    </message>
    <message>
        <source>désaccord</source>
        <translation>disagreement</translation>
    </message>
    <message>
        <source>désaccords</source>
        <translation>disagreements</translation>
    </message>
    <message>
        <source>erreur relevée par spaCy</source>
        <translation>error found by spaCy</translation>
    </message>
    <message>
        <source>erreurs relevées par spaCy</source>
        <translation>errors found by spaCy</translation>
    </message>
    <message>
        <source>fichier</source>
        <translation>file</translation>
    </message>
    <message>
        <source>fichier ou ligne illisible</source>
        <translation>file or line unreadable</translation>
    </message>
    <message>
        <source>fichiers</source>
        <translation>files</translation>
    </message>
    <message>
        <source>fichiers ou lignes illisibles</source>
        <translation>files or lines unreadable</translation>
    </message>
    <message>
        <source>laissée de côté, {spans}</source>
        <translation>left out, {spans}</translation>
    </message>
    <message>
        <source>paire</source>
        <translation>pair</translation>
    </message>
    <message>
        <source>paires</source>
        <translation>pairs</translation>
    </message>
    <message>
        <source>quasi-doublon</source>
        <translation>near-duplicate</translation>
    </message>
    <message>
        <source>quasi-doublons</source>
        <translation>near-duplicates</translation>
    </message>
    <message>
        <source>remarque</source>
        <translation>remark</translation>
    </message>
    <message>
        <source>remarques</source>
        <translation>remarks</translation>
    </message>
    <message>
        <source>spaCy : bon</source>
        <translation>spaCy: good</translation>
    </message>
    <message>
        <source>spaCy : erreur</source>
        <translation>spaCy: error</translation>
    </message>
    <message>
        <source>spaCy : mise en garde</source>
        <translation>spaCy: warning</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>suggestion</translation>
    </message>
    <message>
        <source>suggestions</source>
        <translation>suggestions</translation>
    </message>
    <message>
        <source>{pairs} de textes proches se trouvent de deux côtés à la fois.</source>
        <translation>{pairs} of similar texts are on two sides at once.</translation>
    </message>
    <message>
        <source>{title} ressemble à {other} ({likeness}) ; il est importé aussi.</source>
        <translation>{title} is much like {other} ({likeness}); it comes in as well.</translation>
    </message>
    <message>
        <source>À savoir</source>
        <translation>To know</translation>
    </message>
    <message>
        <source>Élargie</source>
        <translation>Widened</translation>
    </message>
    <message>
        <source>Étiquette</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Évaluation</source>
        <translation>Evaluation</translation>
    </message>
    <message>
        <source>étiquette créée, {spans}</source>
        <translation>label created, {spans}</translation>
    </message>
</context>
<context>
    <name>screens</name>
    <message>
        <source>Accord</source>
        <translation>Agreement</translation>
    </message>
    <message>
        <source>Avancement</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Cohérence</source>
        <translation>Consistency</translation>
    </message>
    <message>
        <source>Contenu</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>Prêt à entraîner ?</source>
        <translation>Ready to train?</translation>
    </message>
    <message>
        <source>Suggesteur</source>
        <translation>Suggester</translation>
    </message>
    <message>
        <source>Vue d&apos;ensemble</source>
        <translation>Overview</translation>
    </message>
</context>
<context>
    <name>settling</name>
    <message>
        <source>Ni l&apos;un ni l&apos;autre</source>
        <translation>Neither</translation>
    </message>
    <message>
        <source>Point suivant, précédent</source>
        <translation>Next place, place before</translation>
    </message>
    <message>
        <source>Prendre A, prendre B</source>
        <translation>Take A, take B</translation>
    </message>
    <message>
        <source>Prendre la version de ce numéro</source>
        <translation>Take the version of that number</translation>
    </message>
    <message>
        <source>Rouvrir le point</source>
        <translation>Open the place again</translation>
    </message>
    <message>
        <source>Réglé par {name} : {how}.</source>
        <translation>Settled by {name}: {how}.</translation>
    </message>
    <message>
        <source>Terminer l&apos;article</source>
        <translation>Finish the article</translation>
    </message>
    <message>
        <source>Tracer une autre version</source>
        <translation>Draw another version</translation>
    </message>
    <message>
        <source>accord accepté</source>
        <translation>agreement accepted</translation>
    </message>
    <message>
        <source>autre découpage</source>
        <translation>cut otherwise</translation>
    </message>
    <message>
        <source>d&apos;après {name}</source>
        <translation>after {name}</translation>
    </message>
    <message>
        <source>en cours</source>
        <translation>in progress</translation>
    </message>
    <message>
        <source>identique</source>
        <translation>the same</translation>
    </message>
    <message>
        <source>limites différentes</source>
        <translation>other boundaries</translation>
    </message>
    <message>
        <source>limites et étiquettes différentes</source>
        <translation>other boundaries and labels</translation>
    </message>
    <message>
        <source>mis de côté</source>
        <translation>set aside</translation>
    </message>
    <message>
        <source>rien</source>
        <translation>nothing</translation>
    </message>
    <message>
        <source>rien chez {names}</source>
        <translation>nothing from {names}</translation>
    </message>
    <message>
        <source>rien ici</source>
        <translation>nothing here</translation>
    </message>
    <message>
        <source>rien à marquer</source>
        <translation>nothing to mark</translation>
    </message>
    <message>
        <source>terminés</source>
        <translation>finished</translation>
    </message>
    <message>
        <source>version tracée à la main</source>
        <translation>a version drawn by hand</translation>
    </message>
    <message>
        <source>À revoir : {how}, décidé par {name}, mais les annotations ont changé depuis.</source>
        <translation>To be looked at again: {how}, decided by {name}, but the annotations have changed since.</translation>
    </message>
    <message>
        <source>Écrire la raison</source>
        <translation>Write the reason</translation>
    </message>
    <message>
        <source>étiquettes différentes</source>
        <translation>other labels</translation>
    </message>
</context>
<context>
    <name>sharing</name>
    <message>
        <source> et {count} autres</source>
        <translation> and {count} others</translation>
    </message>
    <message>
        <source>Annotateur</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Caractères</source>
        <translation>Characters</translation>
    </message>
    <message>
        <source>Chacun l&apos;ouvre avec Annotator et y travaille sous le nom que vous lui avez donné ({name}, par exemple) : rien à régler.</source>
        <translation>They open it with Annotator and work in it under the name you gave them (such as {name}): nothing to set up.</translation>
    </message>
    <message>
        <source>Envoyez à chacun son fichier, par courriel ou par clé. Il contient tout ce qu&apos;il faut.</source>
        <translation>Send each person their file, by e-mail or on a stick. All they need is in it.</translation>
    </message>
    <message>
        <source>Fichier</source>
        <translation>File</translation>
    </message>
    <message>
        <source>Fichier écrit : {files}. Envoyez-le à {name}, et fusionnez-le à son retour.</source>
        <translation>File written: {files}. Send it to {name}, and merge it when it comes back.</translation>
    </message>
    <message>
        <source>Fichiers écrits : {files}. Envoyez le sien à chacun, et fusionnez-les à leur retour.</source>
        <translation>Files written: {files}. Send each to its annotator, and merge them when they come back.</translation>
    </message>
    <message>
        <source>Quand les fichiers reviennent, « Fichier › Fusionner des copies du projet… » réunit le travail ici, autant de fois qu&apos;il le faut : ce qui est déjà là ne change rien.</source>
        <translation>When the files come back, “File › Merge copies of the project…” brings the work together here, as often as needed: what is here already changes nothing.</translation>
    </message>
    <message>
        <source>article</source>
        <translation>article</translation>
    </message>
    <message>
        <source>article déjà distribué reste à qui l&apos;a.</source>
        <translation>article given out before stays with whoever has it.</translation>
    </message>
    <message>
        <source>articles</source>
        <translation>articles</translation>
    </message>
    <message>
        <source>articles déjà distribués restent à qui les a.</source>
        <translation>articles given out before stay with whoever has them.</translation>
    </message>
    <message>
        <source>en double</source>
        <translation>with two</translation>
    </message>
    <message>
        <source>nouveaux</source>
        <translation>new</translation>
    </message>
    <message>
        <source>{articles} : {double} ({share}) chez deux personnes, ce qui mesurera leur accord, et {single} chez une seule.</source>
        <translation>{articles}: {double} ({share}) with two people, which will measure their agreement, and {single} with one.</translation>
    </message>
    <message>
        <source>{articles} pour une seule personne : l&apos;accord ne pourra pas être mesuré.</source>
        <translation>{articles} for one person alone: agreement cannot be measured.</translation>
    </message>
    <message>
        <source>{articles}, chacun chez une seule personne : l&apos;accord ne pourra pas être mesuré.</source>
        <translation>{articles}, each with one person alone: agreement cannot be measured.</translation>
    </message>
</context>
<context>
    <name>voice</name>
    <message>
        <source>accepté</source>
        <translation>accepted</translation>
    </message>
    <message>
        <source>importé</source>
        <translation>imported</translation>
    </message>
    <message>
        <source>suggéré</source>
        <translation>suggested</translation>
    </message>
    <message>
        <source>suggéré, douteux</source>
        <translation>suggested, unsure</translation>
    </message>
    <message>
        <source>suggéré, probable</source>
        <translation>suggested, likely</translation>
    </message>
    <message>
        <source>{at} sur {count}</source>
        <translation>{at} of {count}</translation>
    </message>
    <message>
        <source>{state}, en conflit</source>
        <translation>{state}, in conflict</translation>
    </message>
    <message>
        <source>à la main</source>
        <translation>by hand</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>accepté</source>
        <translation>accepted</translation>
    </message>
    <message>
        <source>annotation à la main</source>
        <translation>drawn by hand</translation>
    </message>
    <message>
        <source>annulé : {what}</source>
        <translation>undone: {what}</translation>
    </message>
    <message>
        <source>article {status}</source>
        <translation>article {status}</translation>
    </message>
    <message>
        <source>changement d&apos;étiquette</source>
        <translation>relabelled</translation>
    </message>
    <message>
        <source>changement d&apos;étiquette partout</source>
        <translation>relabelled everywhere</translation>
    </message>
    <message>
        <source>corbeille</source>
        <translation>trash</translation>
    </message>
    <message>
        <source>de {lowest} à {highest}</source>
        <translation>{lowest} to {highest}</translation>
    </message>
    <message>
        <source>douteux</source>
        <translation>unsure</translation>
    </message>
    <message>
        <source>drapeau</source>
        <translation>flag</translation>
    </message>
    <message>
        <source>fusion</source>
        <translation>merge</translation>
    </message>
    <message>
        <source>import</source>
        <translation>import</translation>
    </message>
    <message>
        <source>importé</source>
        <translation>imported</translation>
    </message>
    <message>
        <source>modifié</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>monnaie non précisée</source>
        <translation>currency not given</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>nouvelles limites</source>
        <translation>resized</translation>
    </message>
    <message>
        <source>point rouvert</source>
        <translation>place opened again</translation>
    </message>
    <message>
        <source>point réglé</source>
        <translation>place settled</translation>
    </message>
    <message>
        <source>points réglés</source>
        <translation>places settled</translation>
    </message>
    <message>
        <source>probable</source>
        <translation>likely</translation>
    </message>
    <message>
        <source>rétabli : {what}</source>
        <translation>redone: {what}</translation>
    </message>
    <message>
        <source>suggestion acceptée</source>
        <translation>suggestion accepted</translation>
    </message>
    <message>
        <source>suggestion rejetée</source>
        <translation>suggestion rejected</translation>
    </message>
    <message>
        <source>suggestions acceptées</source>
        <translation>suggestions accepted</translation>
    </message>
    <message>
        <source>suggéré, à décider</source>
        <translation>suggested, undecided</translation>
    </message>
    <message>
        <source>suppression</source>
        <translation>removed</translation>
    </message>
    <message>
        <source>sûr</source>
        <translation>sure</translation>
    </message>
    <message>
        <source>{amount}, monnaie non précisée</source>
        <translation>{amount}, currency not given</translation>
    </message>
    <message>
        <source>{name} (monnaie non précisée)</source>
        <translation>{name} (currency not given)</translation>
    </message>
    <message>
        <source>{name} : {what}</source>
        <translation>{name}: {what}</translation>
    </message>
    <message>
        <source>«&#xa0;{words}&#xa0;»</source>
        <translation>“{words}”</translation>
    </message>
    <message>
        <source>à la main</source>
        <translation>by hand</translation>
    </message>
    <message>
        <source>étape</source>
        <translation>step</translation>
    </message>
    <message>
        <source>étapes</source>
        <translation>steps</translation>
    </message>
    <message>
        <source>étiquette donnée partout</source>
        <translation>labelled everywhere</translation>
    </message>
    <message>
        <source>étiquette retirée partout</source>
        <translation>label removed everywhere</translation>
    </message>
</context>
</TS>
