"""Every action of the window: its name, its words, its keys; menus, palette and help are made from this table."""

from __future__ import annotations

from typing import NamedTuple

from annotator.ui.language import QT_TRANSLATE_NOOP


class Described(NamedTuple):
    """One action before there is a window.

    Attributes:
        name: how the code calls it; also the object name of its ``QAction``.
        menu: the menu it stands in.
        text: its words in French, the source language of the window.
        keys: its keys; the first is shown.
        hint: one sentence for the status line and assistive technology.
        while_reading: its keys are plain letters, heard only while the article or the span list has the focus.
        checkable: it is on or off.
        group: of the actions of one group exactly one is on, at first the first.
    """

    name: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    hint: str = ""
    while_reading: bool = False
    checkable: bool = False
    group: str = ""


MENUS = {
    "file": QT_TRANSLATE_NOOP("actions", "&Fichier"),
    "edit": QT_TRANSLATE_NOOP("actions", "É&dition"),
    "annotate": QT_TRANSLATE_NOOP("actions", "A&nnotation"),
    "article": QT_TRANSLATE_NOOP("actions", "A&rticle"),
    "view": QT_TRANSLATE_NOOP("actions", "&Affichage"),
    "help": QT_TRANSLATE_NOOP("actions", "A&ide"),
}

TABLE = (
    Described("new_project", "file", QT_TRANSLATE_NOOP("actions", "&Nouveau projet…"), ("Ctrl+N",)),
    Described("open_project", "file", QT_TRANSLATE_NOOP("actions", "&Ouvrir un projet…"), ("Ctrl+O",)),
    Described("open_sample", "file", QT_TRANSLATE_NOOP("actions", "Ouvrir l'article d'&exemple")),
    Described("import", "file", QT_TRANSLATE_NOOP("actions", "&Importer des articles…"), ("Ctrl+I",)),
    Described("import_folder", "file", QT_TRANSLATE_NOOP("actions", "Importer un &dossier…"), ("Ctrl+Shift+I",)),
    Described(
        "paste_text",
        "file",
        QT_TRANSLATE_NOOP("actions", "&Coller un article…"),
        ("Ctrl+Shift+V",),
        QT_TRANSLATE_NOOP("actions", "Le texte du presse-papiers devient un article"),
    ),
    Described(
        "imports",
        "file",
        QT_TRANSLATE_NOOP("actions", "Imports et fusions du pro&jet…"),
        hint=QT_TRANSLATE_NOOP(
            "actions", "Ce qui est entré et quand, avec le rapport de chaque import, à annuler au besoin"
        ),
    ),
    Described(
        "share",
        "file",
        QT_TRANSLATE_NOOP("actions", "&Partager entre annotateurs…"),
        hint=QT_TRANSLATE_NOOP("actions", "Distribue des articles, chacun recevant un fichier de projet à lui envoyer"),
    ),
    Described(
        "merge",
        "file",
        QT_TRANSLATE_NOOP("actions", "F&usionner des copies du projet…"),
        hint=QT_TRANSLATE_NOOP("actions", "Réunit ici ce que d'autres ont fait dans leurs copies, à annuler au besoin"),
    ),
    Described("export", "file", QT_TRANSLATE_NOOP("actions", "E&xporter…"), ("Ctrl+E",)),
    Described(
        "project_settings",
        "file",
        QT_TRANSLATE_NOOP("actions", "Ré&glages du projet…"),
        ("Ctrl+Shift+P",),
        QT_TRANSLATE_NOOP("actions", "Étiquettes et consignes, lexique, règles, coupes, annotateurs"),
    ),
    Described(
        "lexicon",
        "file",
        QT_TRANSLATE_NOOP("actions", "&Lexique et règles du projet…"),
        ("Ctrl+L",),
        QT_TRANSLATE_NOOP("actions", "Les mots propres au projet, et les règles qui doivent se taire"),
    ),
    Described("close_project", "file", QT_TRANSLATE_NOOP("actions", "&Fermer le projet"), ("Ctrl+W",)),
    Described("quit", "file", QT_TRANSLATE_NOOP("actions", "&Quitter"), ("Ctrl+Q",)),
    Described(
        "undo",
        "edit",
        QT_TRANSLATE_NOOP("actions", "&Annuler"),
        ("Ctrl+Z",),
        QT_TRANSLATE_NOOP("actions", "Annule la dernière étape, dans tout le projet"),
    ),
    Described("redo", "edit", QT_TRANSLATE_NOOP("actions", "&Rétablir"), ("Ctrl+Shift+Z", "Ctrl+Y")),
    Described(
        "history",
        "edit",
        QT_TRANSLATE_NOOP("actions", "&Historique"),
        ("F7",),
        QT_TRANSLATE_NOOP("actions", "Tout ce qui a été fait, pour revenir à n'importe quelle étape"),
        checkable=True,
    ),
    Described("copy", "edit", QT_TRANSLATE_NOOP("actions", "&Copier la sélection"), ("Ctrl+C",)),
    Described(
        "search_articles",
        "edit",
        QT_TRANSLATE_NOOP("actions", "Cherch&er dans les articles"),
        ("Ctrl+F",),
        QT_TRANSLATE_NOOP("actions", "Dans les titres et les textes de tout le projet"),
    ),
    Described("filter_articles", "edit", QT_TRANSLATE_NOOP("actions", "&Filtrer la liste…"), ("Ctrl+Shift+F",)),
    Described(
        "clear_filters",
        "edit",
        QT_TRANSLATE_NOOP("actions", "Montrer &tous les articles"),
        hint=QT_TRANSLATE_NOOP("actions", "Efface la recherche et tous les filtres"),
    ),
    Described(
        "refresh_list",
        "view",
        QT_TRANSLATE_NOOP("actions", "Actua&liser la liste"),
        ("F5",),
        QT_TRANSLATE_NOOP("actions", "Cherche, filtre et trie à nouveau les articles"),
    ),
    Described(
        "show_trash",
        "view",
        QT_TRANSLATE_NOOP("actions", "&Corbeille"),
        (),
        QT_TRANSLATE_NOOP("actions", "Montre les articles jetés, ou de nouveau les autres"),
    ),
    Described(
        "act_on_message",
        "edit",
        QT_TRANSLATE_NOOP("actions", "Faire ce que le &message propose"),
        ("Ctrl+M",),
        QT_TRANSLATE_NOOP("actions", "Appuie sur le bouton du message affiché, comme Annuler ou Détails"),
    ),
    Described("close_message", "edit", QT_TRANSLATE_NOOP("actions", "Fermer le messa&ge"), ("Ctrl+Shift+M",)),
    Described(
        "preferences",
        "edit",
        QT_TRANSLATE_NOOP("actions", "&Préférences…"),
        ("Ctrl+,",),
        QT_TRANSLATE_NOOP("actions", "Lecture, thème, langue de la fenêtre et nom de l'annotateur"),
    ),
    Described(
        "accept",
        "annotate",
        QT_TRANSLATE_NOOP("actions", "&Accepter la suggestion"),
        ("Return", "Enter"),
        QT_TRANSLATE_NOOP("actions", "Accepte la suggestion en cours et passe à la suivante"),
        while_reading=True,
    ),
    Described(
        "remove",
        "annotate",
        QT_TRANSLATE_NOOP("actions", "&Rejeter ou supprimer"),
        ("X", "Delete", "Backspace"),
        QT_TRANSLATE_NOOP("actions", "Rejette la suggestion en cours, ou supprime l'annotation"),
        while_reading=True,
    ),
    Described(
        "accept_all",
        "annotate",
        QT_TRANSLATE_NOOP("actions", "&Tout accepter"),
        ("A",),
        QT_TRANSLATE_NOOP("actions", "Accepte toutes les suggestions affichées, en une seule étape"),
        while_reading=True,
    ),
    Described(
        "accept_sure",
        "annotate",
        QT_TRANSLATE_NOOP("actions", "Accepter les s&ûres"),
        ("S",),
        QT_TRANSLATE_NOOP("actions", "Accepte les suggestions sûres affichées, en une seule étape"),
        while_reading=True,
    ),
    Described(
        "add_to_lexicon",
        "annotate",
        QT_TRANSLATE_NOOP("actions", "Ajouter au le&xique"),
        ("L",),
        QT_TRANSLATE_NOOP("actions", "Le mot choisi sera suggéré dans tous les articles du projet"),
        while_reading=True,
    ),
    Described(
        "repeat_label",
        "annotate",
        QT_TRANSLATE_NOOP("actions", "Redonner la dern&ière étiquette"),
        ("R",),
        QT_TRANSLATE_NOOP("actions", "Donne à la sélection, ou à l'annotation en cours, l'étiquette donnée en dernier"),
        while_reading=True,
    ),
    Described(
        "everywhere_article",
        "annotate",
        QT_TRANSLATE_NOOP("actions", "Part&out dans l'article"),
        ("E",),
        QT_TRANSLATE_NOOP(
            "actions",
            "Fait de même pour les mêmes mots de l'article : étiqueter ; ou, juste après, rejeter, supprimer ou "
            "changer d'étiquette",
        ),
        while_reading=True,
    ),
    Described(
        "everywhere_all",
        "annotate",
        QT_TRANSLATE_NOOP("actions", "Partout dans tous les articles…"),
        ("Shift+E",),
        QT_TRANSLATE_NOOP("actions", "Montre les mêmes mots dans tous les articles, à cocher, pour faire de même"),
        while_reading=True,
    ),
    Described(
        "note",
        "annotate",
        QT_TRANSLATE_NOOP("actions", "&Note…"),
        ("N",),
        QT_TRANSLATE_NOOP("actions", "Écrit une note sur l'annotation (accepte une suggestion), sinon sur l'article"),
        while_reading=True,
    ),
    Described(
        "split_token",
        "annotate",
        QT_TRANSLATE_NOOP("actions", "&Couper le mot…"),
        ("C",),
        QT_TRANSLATE_NOOP("actions", "Coupe le mot choisi en parties, dans tous les articles du projet"),
        while_reading=True,
    ),
    Described(
        "next_mark", "annotate", QT_TRANSLATE_NOOP("actions", "Annotation &suivante"), ("Tab",), while_reading=True
    ),
    Described(
        "previous_mark",
        "annotate",
        QT_TRANSLATE_NOOP("actions", "Annotation &précédente"),
        ("Shift+Tab",),
        while_reading=True,
    ),
    Described(
        "next_pending",
        "annotate",
        QT_TRANSLATE_NOOP("actions", "Suggestion suivante à &décider"),
        (".", ";"),
        while_reading=True,
    ),
    Described(
        "previous_pending",
        "annotate",
        QT_TRANSLATE_NOOP("actions", "Suggestion précédente à décider"),
        (",",),
        while_reading=True,
    ),
    Described(
        "mark_menu",
        "annotate",
        QT_TRANSLATE_NOOP("actions", "&Menu de l'annotation"),
        ("Menu", "Shift+F10"),
        QT_TRANSLATE_NOOP("actions", "Montre ce qu'on peut faire de l'annotation, de la sélection ou du mot"),
        while_reading=True,
    ),
    Described("extend_end", "annotate", QT_TRANSLATE_NOOP("actions", "&Fin : un mot plus loin"), ("Alt+Right",)),
    Described("shrink_end", "annotate", QT_TRANSLATE_NOOP("actions", "Fin : un mot plus tôt"), ("Alt+Left",)),
    Described(
        "shrink_start", "annotate", QT_TRANSLATE_NOOP("actions", "Dé&but : un mot plus loin"), ("Alt+Shift+Right",)
    ),
    Described("extend_start", "annotate", QT_TRANSLATE_NOOP("actions", "Début : un mot plus tôt"), ("Alt+Shift+Left",)),
    Described(
        "dismiss", "annotate", QT_TRANSLATE_NOOP("actions", "&Lâcher la sélection"), ("Escape",), while_reading=True
    ),
    Described(
        "finish",
        "article",
        QT_TRANSLATE_NOOP("actions", "&Terminer et passer au suivant"),
        ("Ctrl+Return", "Ctrl+Enter"),
        QT_TRANSLATE_NOOP("actions", "Marque l'article comme terminé et ouvre le suivant à faire"),
    ),
    Described("set_aside", "article", QT_TRANSLATE_NOOP("actions", "&Mettre de côté"), ("Ctrl+D",)),
    Described("reopen", "article", QT_TRANSLATE_NOOP("actions", "&Remettre en cours"), ("Ctrl+R",)),
    Described(
        "flag",
        "article",
        QT_TRANSLATE_NOOP("actions", "Si&gnaler par un drapeau"),
        ("F",),
        QT_TRANSLATE_NOOP("actions", "Met un drapeau à l'article, ou l'enlève"),
        while_reading=True,
    ),
    Described(
        "note_article",
        "article",
        QT_TRANSLATE_NOOP("actions", "&Note sur l'article…"),
        ("Shift+N",),
        while_reading=True,
    ),
    Described(
        "next_unfinished",
        "article",
        QT_TRANSLATE_NOOP("actions", "Article à &faire suivant"),
        ("Alt+PgDown",),
        QT_TRANSLATE_NOOP("actions", "Le suivant de la liste qui n'est ni terminé ni mis de côté"),
    ),
    Described(
        "previous_unfinished",
        "article",
        QT_TRANSLATE_NOOP("actions", "Article à faire précédent"),
        ("Alt+PgUp",),
        QT_TRANSLATE_NOOP("actions", "Le précédent de la liste qui n'est ni terminé ni mis de côté"),
    ),
    Described("next_article", "article", QT_TRANSLATE_NOOP("actions", "Article &suivant"), ("Ctrl+PgDown",)),
    Described("previous_article", "article", QT_TRANSLATE_NOOP("actions", "Article &précédent"), ("Ctrl+PgUp",)),
    Described("larger", "view", QT_TRANSLATE_NOOP("actions", "Texte plus &grand"), ("Ctrl++", "Ctrl+=")),
    Described("smaller", "view", QT_TRANSLATE_NOOP("actions", "Texte plus &petit"), ("Ctrl+-",)),
    Described("plain_size", "view", QT_TRANSLATE_NOOP("actions", "Taille &normale"), ("Ctrl+0",)),
    Described("tiers_all", "view", QT_TRANSLATE_NOOP("actions", "To&utes les suggestions"), ("Ctrl+1",), group="tiers"),
    Described(
        "tiers_likely",
        "view",
        QT_TRANSLATE_NOOP("actions", "Suggestions sûres et pro&bables"),
        ("Ctrl+2",),
        group="tiers",
    ),
    Described(
        "tiers_sure", "view", QT_TRANSLATE_NOOP("actions", "Suggestions &sûres seulement"), ("Ctrl+3",), group="tiers"
    ),
    Described("dark", "view", QT_TRANSLATE_NOOP("actions", "Thème so&mbre"), ("F9",), checkable=True),
    Described(
        "cancel_work",
        "view",
        QT_TRANSLATE_NOOP("actions", "&Interrompre le travail en cours"),
        ("Shift+Escape",),
        QT_TRANSLATE_NOOP("actions", "Arrête l'import, l'export ou les suggestions ; ce qui est fait reste"),
    ),
    Described(
        "next_pane",
        "view",
        QT_TRANSLATE_NOOP("actions", "&Volet suivant"),
        ("F6",),
        QT_TRANSLATE_NOOP(
            "actions", "Mène à la liste, à l'article, à ses annotations, à leurs raisons, à l'historique"
        ),
    ),
    Described("previous_pane", "view", QT_TRANSLATE_NOOP("actions", "Volet précé&dent"), ("Shift+F6",)),
    Described("statistics", "view", QT_TRANSLATE_NOOP("actions", "S&tatistiques"), ("F8",), checkable=True),
    Described(
        "settle",
        "view",
        QT_TRANSLATE_NOOP("actions", "Dépa&rtager les annotateurs"),
        ("Shift+F8",),
        QT_TRANSLATE_NOOP("actions", "Là où les annotateurs diffèrent, décider point par point de ce qui vaut"),
        checkable=True,
    ),
    Described(
        "palette",
        "help",
        QT_TRANSLATE_NOOP("actions", "&Chercher une action…"),
        ("Ctrl+K", "Ctrl+Shift+A"),
        QT_TRANSLATE_NOOP("actions", "Toutes les actions, à trouver par quelques lettres"),
    ),
    Described(
        "guidelines",
        "help",
        QT_TRANSLATE_NOOP("actions", "C&onsignes"),
        ("G", "Shift+F1"),
        QT_TRANSLATE_NOOP("actions", "Ce que veut dire l'étiquette en cours, et toutes les autres"),
        while_reading=True,
    ),
    Described("keys", "help", QT_TRANSLATE_NOOP("actions", "&Raccourcis clavier"), ("F1",)),
    Described("edit_keys", "help", QT_TRANSLATE_NOOP("actions", "Perso&nnaliser les raccourcis…")),
    Described("about", "help", QT_TRANSLATE_NOOP("actions", "À &propos d'Annotator")),
)
