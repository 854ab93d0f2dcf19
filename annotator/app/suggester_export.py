"""Write the suggester as a project teaches it: a pipeline for ``spacy.load``, wherever this package is installed."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from annotator.app.export_folder import replacing
from annotator.app.lexicon import lexicon
from annotator.app.project import Project
from annotator.app.suggesting import suggester_for
from annotator.core.errors import UserError

_COMPARED = 20


def export_suggester(project: Project, folder: Path) -> str:
    """Write the suggester with the project's words and silent rules into a new or empty folder.

    What was written is loaded again and must propose the same for the first articles of the project, before the
    folder is moved into place.

    Returns:
        The name and version of the pipeline.

    Raises:
        UserError: the folder is not free or cannot be written, or the pipeline reads back different.
    """
    from annotator.nlp.suggester import proposals_of_pipeline

    suggester = suggester_for(lexicon(project))
    with replacing(folder) as new:
        suggester.to_disk(new)
        texts = [article.text for article in project.articles(islice(project.article_ids(), _COMPARED))]
        if proposals_of_pipeline(new, texts) != list(suggester.pipe(texts)):
            raise UserError(
                "the pipeline written does not suggest what the suggester suggests; it was not kept. Please report it.",
                "Le pipeline écrit ne suggère pas ce que suggère le logiciel ; il n'a pas été gardé. Merci de le "
                "signaler.",
            )
    return suggester.pipeline
