<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="fr">
<context>
    <name>ArticleList</name>
    <message>
        <source>Articles du projet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleModel</name>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>suggestion acceptée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggestion sûre acceptée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggestions acceptées</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggestions sûres acceptées</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorReporter</name>
    <message>
        <source>Copier le rapport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le rapport ci-dessous aide à corriger le logiciel ; il ne part nulle part seul.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Une action n&apos;a pas pu être menée à bien. Votre travail est enregistré jusqu&apos;à la dernière action.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Une erreur inattendue s&apos;est produite</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Aucune annotation choisie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pourquoi cette annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Règle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valeur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passe à la suivante</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>État</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Étiquette</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Raccourcis clavier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Étiquettes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelBar</name>
    <message>
        <source>Accepter les {count} suggestions affichées (A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tout accepter ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Étiquette {name}, touche {key}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LexiconDialog</name>
    <message>
        <source>&amp;Lexique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Règles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Les changements sont enregistrés aussitôt ; à la fermeture, les articles sont relus avec eux.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lexique et règles du projet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarkModel</name>
    <message>
        <source>Passage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Étiquette</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Fermer le message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source> {left} ; Ctrl+Z pour y revenir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article terminé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il n&apos;en reste aucun à faire.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il n&apos;y a plus rien à annuler.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Il n&apos;y a rien à rétablir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggestion sans décision ne sera pas exportée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggestions sans décision ne seront pas exportées</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RulesTab</name>
    <message>
        <source>Ce qu&apos;elle reconnaît</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Décochez une règle pour la faire taire dans ce projet. Celles qui écartent ne proposent rien : elles empêchent les autres de se tromper.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fiabilité</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Règle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Règles de suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toutes les règles parlent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>règle se tait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>règles se taisent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>toutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Étiquette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>écarte</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SpanList</name>
    <message>
        <source>Annotations et suggestions de l&apos;article</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatisticsView</name>
    <message>
        <source>Annotateur</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotations par étiquette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles par statut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce que deviennent les suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sommes annotées, par monnaie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statistiques du projet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Une fourchette compte pour son montant le plus bas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>acceptées</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>modifiées</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>monnaie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part acceptée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejetées</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somme n&apos;a pas de nombre lisible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sommes n&apos;ont pas de nombre lisible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>terminé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>terminés</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>à décider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>étiquette</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Interrompre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Enregistré à {clock} · {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Teaching</name>
    <message>
        <source>Sélectionnez d&apos;abord un mot, ou allez sur une annotation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>« {form} » est déjà dans le lexique, comme {label}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WordsTab</name>
    <message>
        <source>&amp;Ajouter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mot ou expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aucun mot pour l&apos;instant. Dans un article, L ajoute le mot choisi.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ces mots sont suggérés dans tous les articles du projet. Écrit en minuscules, un mot est reconnu quelle que soit sa casse ; avec une majuscule, tel quel ou tout en capitales.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facultative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mot ou expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mots du lexique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;tirer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>« {form} » n&apos;est plus dans le lexique.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>À choisir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Éti&amp;quette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Étiquette</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkDisplay</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrompu ; ce qui était déjà fait est gardé.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>&lt;b&gt;Annotator {version}&lt;/b&gt;&lt;p&gt;Annoter des articles de presse et en faire des données d&apos;entraînement pour spaCy.&lt;/p&gt;&lt;p&gt;Le logiciel n&apos;utilise jamais le réseau : vos articles restent sur votre machine.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>À propos d&apos;Annotator</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;Accepter la suggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Affichage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Annuler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copier la sélection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fichier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fin : un mot plus loin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Importer des articles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lexique et règles du projet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lâcher la sélection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mettre de côté</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Nouveau projet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ouvrir un projet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quitter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Raccourcis clavier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rejeter ou supprimer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remettre en cours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rétablir</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Terminer et passer au suivant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tout accepter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;ide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;nnotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;rticle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepte la suggestion en cours et passe à la suivante</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepte les suggestions sûres affichées, en une seule étape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepte toutes les suggestions affichées, en une seule étape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepter les s&amp;ûres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ajouter au le&amp;xique</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotation &amp;précédente</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotation &amp;suivante</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annule la dernière étape, dans tout le projet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article &amp;précédent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article &amp;suivant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dé&amp;but : un mot plus loin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Début : un mot plus tôt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xporter pour spaCy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fin : un mot plus tôt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importer un &amp;dossier…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Le mot choisi sera suggéré dans tous les articles du projet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Les mots propres au projet, et les règles qui doivent se taire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marque l&apos;article comme terminé et ouvre le suivant à faire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouvrir l&apos;article d&apos;&amp;exemple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejette la suggestion en cours, ou supprime l&apos;annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;tatistiques</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestion précédente à décider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestion suivante à &amp;décider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions &amp;sûres seulement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions sûres et pro&amp;bables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texte plus &amp;grand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texte plus &amp;petit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thème so&amp;mbre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To&amp;utes les suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>À &amp;propos d&apos;Annotator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>É&amp;dition</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>file_dialogs</name>
    <message>
        <source>Articles (*.txt *.jsonl)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dossier d&apos;export pour spaCy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importer des articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importer un dossier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nouveau projet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouvrir un projet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projets Annotator (*{suffix})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tous les fichiers (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source> ou </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lexicon</name>
    <message>
        <source>« {form} » est désormais suggéré comme {label}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reports</name>
    <message>
        <source> (voir report.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aucun article importé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>annotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>annotation laissée de côté</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>annotations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>annotations laissées de côté</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>article exporté</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>article importé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>article laissé de côté</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>articles exportés</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>articles importés</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>articles laissés de côté</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>doublon refusé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>doublons refusés</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relus et comparés : {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} autres problèmes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{train} pour l&apos;entraînement, {dev} pour l&apos;évaluation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>welcome</name>
    <message>
        <source>Aucun projet ouvert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ce projet est vide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importer des articles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importer un dossier…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importez des fichiers texte, des dossiers ou des lignes JSON, ou déposez-les ici.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouvrir l&apos;article d&apos;exemple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ouvrir un projet…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un projet est un seul fichier : les articles, les annotations et leur historique.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>accepté</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>annotation à la main</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>annulé : {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>article {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changement d&apos;étiquette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corbeille</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>de {lowest} à {highest}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>douteux</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drapeau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>importé</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>monnaie non dite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nouvelles limites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rétabli : {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggestion acceptée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggestion rejetée</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggestions acceptées</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggéré, à décider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suppression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sûr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount}, monnaie ouverte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (monnaie ouverte)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>à la main</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
