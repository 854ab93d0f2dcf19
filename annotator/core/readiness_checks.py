"""The checks of readiness: each makes lines with a verdict out of the facts."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.core.annotation import Status
from annotator.core.listing import ArticleQuery
from annotator.core.readiness import (
    FEWEST_EXAMPLES,
    FEWEST_SPANS,
    GOOD_EXAMPLES,
    LARGEST_GROUP,
    MOST_UNEVEN,
    MOST_WITHOUT,
    Check,
    Facts,
    Line,
    Readiness,
    Verdict,
)
from annotator.core.wording import Wording

_FINISHED = ArticleQuery(statuses=frozenset({Status.FINISHED}))


def _having(label: str) -> ArticleQuery:
    return _FINISHED._replace(labels=frozenset({label}))


def readiness(annotator: str, facts: Facts) -> Readiness:
    """Judge what an annotator has finished."""
    lines = [_finished(facts), *_labels(facts)]
    if facts.finished:
        lines += [*_balance(facts), _without_spans(facts), _undecided(facts), *_examined(facts)]
    return Readiness(annotator, tuple(lines))


def _finished(facts: Facts) -> Line:
    count = facts.finished
    if not count:
        return Line(
            Check.FINISHED,
            Verdict.NOT_YET,
            Wording(
                "No article is finished; only finished articles are trained from. Finish some.",
                "Aucun article n'est terminé ; seuls les articles terminés servent à l'entraînement. Terminez-en.",
            ),
        )
    examples = round(facts.paragraphs * facts.for_training)
    en = f"{_en(count, 'finished article')}, about {_en(examples, 'paragraph')} of them to train from"
    fr = f"{_fr(count, 'article terminé', 'articles terminés')}, dont environ {_fr(examples, 'paragraphe')}"
    fr += " pour l'entraînement"
    if examples < FEWEST_EXAMPLES:
        verdict = Verdict.NOT_YET
        en += f"; spaCy calls fewer than {FEWEST_EXAMPLES} too few. Finish more articles."
        fr += f" ; spaCy en veut au moins {FEWEST_EXAMPLES}. Terminez d'autres articles."
    elif examples < GOOD_EXAMPLES:
        verdict = Verdict.LOOK
        en += f"; spaCy recommends {GOOD_EXAMPLES:,}. Each further article helps."
        fr += f" ; spaCy en recommande {_thousands(GOOD_EXAMPLES)}. Chaque article de plus améliore le résultat."
    else:
        verdict = Verdict.READY
        en += f", as many as spaCy recommends ({GOOD_EXAMPLES:,})."
        fr += f", autant que spaCy en recommande ({_thousands(GOOD_EXAMPLES)})."
    return Line(Check.FINISHED, verdict, Wording(en, fr), query=_FINISHED)


def _labels(facts: Facts) -> Iterator[Line]:
    for label, count in facts.spans.items():
        name = facts.names[label]
        if not count:
            yield Line(
                Check.LABEL,
                Verdict.NOT_YET,
                Wording(
                    f"{name.en}: no span in a finished article, so that nothing can be learnt of it. Mark some, or do"
                    " without the label.",
                    f"{name.fr} : aucune annotation dans un article terminé, rien ne peut donc s'apprendre. Faites-en,"
                    " ou passez-vous de l'étiquette.",
                ),
                label,
            )
            continue
        trained = _trained(facts, label, count)
        en = f"{name.en}: {_en(count, 'span')} in finished articles, {trained:,} to train from"
        fr = f"{name.fr} : {_fr(count, 'annotation')} dans les articles terminés, dont {_thousands(trained)} pour"
        fr += " l'entraînement"
        if trained <= FEWEST_SPANS:
            verdict = Verdict.LOOK
            en += f"; spaCy wants more than {FEWEST_SPANS}. Look for articles that have it."
            fr += f" ; spaCy en veut plus de {FEWEST_SPANS}. Cherchez des articles qui en contiennent."
        else:
            verdict = Verdict.READY
            en += f"; spaCy wants more than {FEWEST_SPANS}."
            fr += f" ; spaCy en veut plus de {FEWEST_SPANS}."
        yield Line(Check.LABEL, verdict, Wording(en, fr), label, query=_having(label))


def _trained(facts: Facts, label: str, count: int) -> int:
    """Return how many spans of a label are to train from: counted where that is known, else by the share."""
    if facts.examined is not None:
        return facts.examined.spans.get(label, {}).get("train", 0)
    return round(count * facts.for_training)


def _balance(facts: Facts) -> Iterator[Line]:
    used = {label: count for label, count in facts.spans.items() if count}
    if len(used) < 2:
        return
    most, least = max(used, key=lambda label: used[label]), min(used, key=lambda label: used[label])
    times = used[most] / used[least]
    one, other = facts.names[most], facts.names[least]
    en = f"The most frequent label ({one.en}) has {times:.1f} times as many spans as the rarest ({other.en})"
    fr = f"L'étiquette la plus fréquente ({one.fr}) a {times:.1f}".replace(".", ",") + " fois plus d'annotations que"
    fr += f" la plus rare ({other.fr})"
    if times >= MOST_UNEVEN:
        en += f"; from {MOST_UNEVEN} times on, the rarest may be drowned out. Look for articles that have it."
        fr += f" ; à partir de {MOST_UNEVEN} fois, la plus rare risque de se perdre. Cherchez des articles qui en ont."
        yield Line(Check.BALANCE, Verdict.LOOK, Wording(en, fr), least, query=_having(least))
    else:
        yield Line(Check.BALANCE, Verdict.READY, Wording(en + ".", fr + "."), least, query=_having(least))


def _without_spans(facts: Facts) -> Line:
    count = len(facts.without_spans)
    if not count:
        words = Wording("Every finished article has a span.", "Tous les articles terminés ont une annotation.")
        return Line(Check.WITHOUT_SPANS, Verdict.READY, words)
    share = count / facts.finished
    en = f"{_en(count, 'finished article')} without a span ({share:.0%})"
    fr = f"{_fr(count, 'article terminé', 'articles terminés')} sans annotation ({share * 100:.0f}\u00a0%)"
    if share > MOST_WITHOUT:
        en += ", more than half. They teach that nothing is there: make sure that they were read."
        fr += ", plus de la moitié. Ils enseignent qu'il n'y a rien : assurez-vous qu'ils ont été lus."
        return Line(Check.WITHOUT_SPANS, Verdict.LOOK, Wording(en, fr), articles=facts.without_spans)
    en += "; they teach where nothing is."
    fr += " ; on y apprend où il n'y a rien."
    return Line(Check.WITHOUT_SPANS, Verdict.READY, Wording(en, fr), articles=facts.without_spans)


def _undecided(facts: Facts) -> Line:
    if not facts.undecided:
        words = Wording(
            "No suggestion is undecided in a finished article.",
            "Aucune suggestion ne reste à décider dans un article terminé.",
        )
        return Line(Check.UNDECIDED, Verdict.READY, words)
    articles = len(facts.undecided_in)
    return Line(
        Check.UNDECIDED,
        Verdict.LOOK,
        Wording(
            f"{_en(facts.undecided, 'suggestion')} undecided in {_en(articles, 'finished article')}; training takes"
            " their places for bare. Accept or reject them.",
            f"{_fr(facts.undecided, 'suggestion')} à décider dans "
            f"{_fr(articles, 'article terminé', 'articles terminés')} ; pour l'entraînement, il n'y a rien à ces"
            " endroits. Acceptez-les ou rejetez-les.",
        ),
        articles=facts.undecided_in,
    )


def _examined(facts: Facts) -> Iterator[Line]:
    found = facts.examined
    if found is None:
        for check, words in _NOT_LOOKED_AT.items():
            yield Line(check, Verdict.UNKNOWN, words)
        return
    if found.misaligned_spans:
        many = found.misaligned_spans
        yield Line(
            Check.MISALIGNED,
            Verdict.NOT_YET,
            Wording(
                f"{_en(many, 'span')} in {_en(len(found.misaligned), 'finished article')} not made of whole tokens;"
                " training leaves them out. Move their edges, or take the token apart.",
                f"{_fr(many, 'annotation')} dans "
                f"{_fr(len(found.misaligned), 'article terminé', 'articles terminés')} sans limites de mot ;"
                " l'entraînement les ignore. Déplacez leurs limites, ou séparez le token.",
            ),
            articles=found.misaligned,
        )
    else:
        yield Line(
            Check.MISALIGNED,
            Verdict.READY,
            Wording("Every span is made of whole tokens.", "Toutes les annotations ont des limites de mot."),
        )
    yield _surfaces(facts)
    yield _leaks(facts)
    yield _sides(facts)


_NOT_LOOKED_AT = {
    Check.MISALIGNED: Wording(
        "Whether every span is made of whole tokens has not been looked at since something changed.",
        "Les limites de mot des annotations n'ont pas été vérifiées depuis le dernier changement.",
    ),
    Check.SURFACES: Wording(
        "Whether the work agrees with itself has not been looked at since something changed.",
        "La cohérence du travail n'a pas été vérifiée depuis le dernier changement.",
    ),
    Check.LEAKS: Wording(
        "Whether articles tell the same story has not been looked at since something changed.",
        "Les articles qui racontent la même chose n'ont pas été cherchés depuis le dernier changement.",
    ),
    Check.SIDES: Wording(
        "How a split would fall has not been looked at since something changed.",
        "La répartition entre entraînement et développement n'a pas été vérifiée depuis le dernier changement.",
    ),
}


def _surfaces(facts: Facts) -> Line:
    found = facts.examined
    if found is None or not found.inconsistent:
        words = Wording(
            "The same words are always treated in the same way.",
            "Les mêmes mots sont toujours traités de la même façon.",
        )
        return Line(Check.SURFACES, Verdict.READY, words)
    many = found.inconsistent
    en = f"{_en(many, 'surface or text', 'surfaces and texts')} treated in more than one way, above all: "
    en += ", ".join(f"“{' '.join(each.split())}”" for each in found.telling)
    fr = f"{_fr(many, 'forme ou texte', 'formes et textes')} de traitement variable, surtout : "
    fr += ", ".join(f"« {' '.join(each.split())} »" for each in found.telling)
    en += ". Look through the work list of consistency."
    fr += ". Parcourez la liste de travail de la cohérence."
    return Line(Check.SURFACES, Verdict.LOOK, Wording(en, fr), articles=found.telling_in)


def _leaks(facts: Facts) -> Line:
    found = facts.examined
    if found is None or not found.groups:
        words = Wording("No two finished articles tell the same story.", "Aucun article terminé n'en répète un autre.")
        return Line(Check.LEAKS, Verdict.READY, words)
    many = len(found.related)
    en = f"{_en(many, 'finished article')} tell the same story as another ({_en(found.groups, 'story', 'stories')})"
    fr = f"{_fr(many, 'article terminé', 'articles terminés')} racontent la même chose qu'un autre "
    fr += f"({_fr(found.groups, 'histoire')})"
    if found.leaks:
        en += f"; {_en(found.leaks, 'pair')} would be on two sides, where scores look better than they are."
        fr += f" ; {_fr(found.leaks, 'paire')} serait des deux côtés, ce qui embellirait les scores."
        return Line(Check.LEAKS, Verdict.NOT_YET, Wording(en, fr), articles=found.related)
    if found.largest > LARGEST_GROUP * facts.finished:
        en += f"; {found.largest:,} are a single one and fall on one side together. Other stories would balance them."
        fr += f" ; {_thousands(found.largest)} n'en font qu'une et restent du même côté. D'autres équilibreraient."
        return Line(Check.LEAKS, Verdict.LOOK, Wording(en, fr), articles=found.related)
    en += "; the export keeps each on one side, so that nothing leaks."
    fr += " ; l'export garde chacune d'un seul côté, rien ne fuit donc de l'un à l'autre."
    return Line(Check.LEAKS, Verdict.READY, Wording(en, fr), articles=found.related)


def _sides(facts: Facts) -> Line:
    found = facts.examined
    sides = {} if found is None else found.sides
    train, dev = sides.get("train", 0), sides.get("dev", 0)
    en = f"By default {_en(train, 'article')} to train from and {dev:,} for development"
    fr = f"Par défaut, {_fr(train, 'article')} pour l'entraînement et {_thousands(dev)} pour le développement"
    if not train or not dev:
        en += "; both are needed. Finish more articles, or choose another share."
        fr += " ; il faut les deux. Terminez d'autres articles, ou choisissez une autre part."
        return Line(Check.SIDES, Verdict.NOT_YET, Wording(en, fr))
    spans = {} if found is None else found.spans
    lacking = [facts.names[each] for each, many in facts.spans.items() if many and not spans.get(each, {}).get("dev")]
    if lacking:
        en += f", where no span is of: {', '.join(name.en for name in lacking)}. It could not be measured there."
        fr += f", où rien n'est étiqueté : {', '.join(name.fr for name in lacking)}. Impossible alors de mesurer."
        return Line(Check.SIDES, Verdict.LOOK, Wording(en, fr))
    return Line(Check.SIDES, Verdict.READY, Wording(en + ", with each label used.", fr + ", chaque étiquette y étant."))


def _en(count: int, noun: str, nouns: str = "") -> str:
    return f"{count:,} {noun if count == 1 else nouns or noun + 's'}"


def _fr(count: int, noun: str, nouns: str = "") -> str:
    return f"{_thousands(count)} {noun if count < 2 else nouns or noun + 's'}"


def _thousands(count: int) -> str:
    return f"{count:,}".replace(",", "\u202f")
