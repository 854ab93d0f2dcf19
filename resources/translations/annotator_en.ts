<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="fr">
<context>
    <name>ArticleList</name>
    <message>
        <source>Articles du projet</source>
        <translation>Articles of the project</translation>
    </message>
</context>
<context>
    <name>ArticleModel</name>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Article</source>
        <translation>Article</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
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
    <name>ErrorReporter</name>
    <message>
        <source>Copier le rapport</source>
        <translation>Copy the report</translation>
    </message>
    <message>
        <source>Le rapport ci-dessous aide à corriger le logiciel ; il ne part nulle part seul.</source>
        <translation>The report below helps to mend the program; it goes nowhere by itself.</translation>
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
    <name>Inspector</name>
    <message>
        <source>Aucune annotation choisie</source>
        <translation>No mark chosen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Pourquoi cette annotation</source>
        <translation>Why this mark</translation>
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
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Valeur</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>passe à la suivante</source>
        <translation>goes to the next one</translation>
    </message>
    <message>
        <source>État</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Étiquette</source>
        <translation>Label</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
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
    <name>LabelBar</name>
    <message>
        <source>Accepter les {count} suggestions affichées (A)</source>
        <translation>Accept the {count} suggestions shown (A)</translation>
    </message>
    <message>
        <source>Tout accepter ({count})</source>
        <translation>Accept all ({count})</translation>
    </message>
    <message>
        <source>Étiquette {name}, touche {key}</source>
        <translation>Label {name}, key {key}</translation>
    </message>
</context>
<context>
    <name>LexiconDialog</name>
    <message>
        <source>&amp;Lexique</source>
        <translation>&amp;Lexicon</translation>
    </message>
    <message>
        <source>&amp;Règles</source>
        <translation>&amp;Rules</translation>
    </message>
    <message>
        <source>Les changements sont enregistrés aussitôt ; à la fermeture, les articles sont relus avec eux.</source>
        <translation>Changes are saved at once; when you close, the articles are read again with them.</translation>
    </message>
    <message>
        <source>Lexique et règles du projet</source>
        <translation>Lexicon and rules of the project</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{at}/{count} · {pending} à décider</source>
        <translation>{at}/{count} · {pending} undecided</translation>
    </message>
    <message>
        <source>{finished}/{total} articles terminés</source>
        <translation>{finished}/{total} articles finished</translation>
    </message>
    <message>
        <source>{path} · chaque geste est enregistré aussitôt</source>
        <translation>{path} · every action is saved at once</translation>
    </message>
    <message>
        <source>« {name} » est armé : sélectionnez du texte ; Échap pour désarmer.</source>
        <translation>“{name}” is armed: select some text; Esc to disarm.</translation>
    </message>
</context>
<context>
    <name>MarkModel</name>
    <message>
        <source>Passage</source>
        <translation>Passage</translation>
    </message>
    <message>
        <source>Étiquette</source>
        <translation>Label</translation>
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
    <name>Navigation</name>
    <message>
        <source> {left} ; Ctrl+Z pour y revenir.</source>
        <translation> {left}; Ctrl+Z takes you back.</translation>
    </message>
    <message>
        <source>Article terminé.</source>
        <translation>Article finished.</translation>
    </message>
    <message>
        <source>Il n&apos;en reste aucun à faire.</source>
        <translation>None is left to do.</translation>
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
    <name>SpanList</name>
    <message>
        <source>Annotations et suggestions de l&apos;article</source>
        <translation>Spans and suggestions of the article</translation>
    </message>
</context>
<context>
    <name>StatisticsView</name>
    <message>
        <source>Annotateur</source>
        <translation>Annotator</translation>
    </message>
    <message>
        <source>Annotations par étiquette</source>
        <translation>Spans by label</translation>
    </message>
    <message>
        <source>Articles par statut</source>
        <translation>Articles by status</translation>
    </message>
    <message>
        <source>Ce que deviennent les suggestions</source>
        <translation>What becomes of suggestions</translation>
    </message>
    <message>
        <source>Sommes annotées, par monnaie</source>
        <translation>Annotated sums, by currency</translation>
    </message>
    <message>
        <source>Statistiques du projet</source>
        <translation>Statistics of the project</translation>
    </message>
    <message>
        <source>Une fourchette compte pour son montant le plus bas.</source>
        <translation>A range counts with its lowest amount.</translation>
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
        <translation>sum has no readable number.</translation>
    </message>
    <message>
        <source>sommes n&apos;ont pas de nombre lisible.</source>
        <translation>sums have no readable number.</translation>
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
        <translation>undecided</translation>
    </message>
    <message>
        <source>étiquette</source>
        <translation>label</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Interrompre</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>✓ Enregistré à {clock} · {what}</source>
        <translation>✓ Saved at {clock} · {what}</translation>
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
    <name>WordsTab</name>
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
        <source>Aucun mot pour l&apos;instant. Dans un article, L ajoute le mot choisi.</source>
        <translation>No words yet. In an article, L adds the chosen word.</translation>
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
    <name>WorkDisplay</name>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Interrompu ; ce qui était déjà fait est gardé.</source>
        <translation>Stopped; what was done already is kept.</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
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
        <source>&amp;Copier la sélection</source>
        <translation>&amp;Copy selection</translation>
    </message>
    <message>
        <source>&amp;Fichier</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Fin : un mot plus loin</source>
        <translation>&amp;End: one word later</translation>
    </message>
    <message>
        <source>&amp;Importer des articles…</source>
        <translation>&amp;Import articles…</translation>
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
        <source>&amp;Mettre de côté</source>
        <translation>Set &amp;aside</translation>
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
        <source>Article &amp;précédent</source>
        <translation>&amp;Previous article</translation>
    </message>
    <message>
        <source>Article &amp;suivant</source>
        <translation>&amp;Next article</translation>
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
        <source>E&amp;xporter pour spaCy…</source>
        <translation>&amp;Export for spaCy…</translation>
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
        <source>Le mot choisi sera suggéré dans tous les articles du projet</source>
        <translation>The chosen word will be suggested in every article of the project</translation>
    </message>
    <message>
        <source>Les mots propres au projet, et les règles qui doivent se taire</source>
        <translation>The project&apos;s own words, and the rules that are to be silent</translation>
    </message>
    <message>
        <source>Marque l&apos;article comme terminé et ouvre le suivant à faire</source>
        <translation>Marks the article as finished and opens the next one to do</translation>
    </message>
    <message>
        <source>Ouvrir l&apos;article d&apos;&amp;exemple</source>
        <translation>Open the &amp;sample article</translation>
    </message>
    <message>
        <source>Rejette la suggestion en cours, ou supprime l&apos;annotation</source>
        <translation>Rejects this suggestion, or removes the span</translation>
    </message>
    <message>
        <source>S&amp;tatistiques</source>
        <translation>&amp;Statistics</translation>
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
        <source>À &amp;propos d&apos;Annotator</source>
        <translation>&amp;About Annotator</translation>
    </message>
    <message>
        <source>É&amp;dition</source>
        <translation>&amp;Edit</translation>
    </message>
</context>
<context>
    <name>file_dialogs</name>
    <message>
        <source>Articles (*.txt *.jsonl)</source>
        <translation>Articles (*.txt *.jsonl)</translation>
    </message>
    <message>
        <source>Dossier</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Dossier d&apos;export pour spaCy</source>
        <translation>Folder for the spaCy export</translation>
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
</context>
<context>
    <name>help</name>
    <message>
        <source> ou </source>
        <translation> or </translation>
    </message>
    <message>
        <source>Entrée</source>
        <translation>Enter</translation>
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
    <name>reports</name>
    <message>
        <source> (voir report.json)</source>
        <translation> (see report.json)</translation>
    </message>
    <message>
        <source>Aucun article importé</source>
        <translation>No article imported</translation>
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
        <source>annotations</source>
        <translation>spans</translation>
    </message>
    <message>
        <source>annotations laissées de côté</source>
        <translation>spans left out</translation>
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
        <source>relus et comparés : {folder}</source>
        <translation>read again and compared: {folder}</translation>
    </message>
    <message>
        <source>{count} autres problèmes</source>
        <translation>{count} other problems</translation>
    </message>
    <message>
        <source>{count} de plus</source>
        <translation>{count} more</translation>
    </message>
    <message>
        <source>{train} pour l&apos;entraînement, {dev} pour l&apos;évaluation</source>
        <translation>{train} for training, {dev} for evaluation</translation>
    </message>
    <message>
        <source>{where} : {what}</source>
        <translation>{where}: {what}</translation>
    </message>
</context>
<context>
    <name>welcome</name>
    <message>
        <source>Aucun projet ouvert</source>
        <translation>No project open</translation>
    </message>
    <message>
        <source>Ce projet est vide</source>
        <translation>This project is empty</translation>
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
        <source>Importez des fichiers texte, des dossiers ou des lignes JSON, ou déposez-les ici.</source>
        <translation>Import text files, folders or JSON lines, or drop them here.</translation>
    </message>
    <message>
        <source>Ouvrir l&apos;article d&apos;exemple</source>
        <translation>Open the sample article</translation>
    </message>
    <message>
        <source>Ouvrir un projet…</source>
        <translation>Open a project…</translation>
    </message>
    <message>
        <source>Un projet est un seul fichier : les articles, les annotations et leur historique.</source>
        <translation>A project is a single file: the articles, the annotations and their history.</translation>
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
        <source>import</source>
        <translation>import</translation>
    </message>
    <message>
        <source>importé</source>
        <translation>imported</translation>
    </message>
    <message>
        <source>monnaie non dite</source>
        <translation>currency not said</translation>
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
        <source>{amount}, monnaie ouverte</source>
        <translation>{amount}, currency open</translation>
    </message>
    <message>
        <source>{name} (monnaie ouverte)</source>
        <translation>{name} (currency open)</translation>
    </message>
    <message>
        <source>«&#xa0;{words}&#xa0;»</source>
        <translation>“{words}”</translation>
    </message>
    <message>
        <source>à la main</source>
        <translation>by hand</translation>
    </message>
</context>
</TS>
