from __future__ import annotations

import json
from pathlib import Path

from annotator.app.demo import sample_file, sample_project, sample_project_path
from annotator.app.project import Project
from annotator.core.text import clean
from annotator.paths import data_folder


def test_the_sample_project_is_made_once(tmp_path: Path) -> None:
    path = sample_project(tmp_path / "new" / "folder")
    assert path == sample_project_path(tmp_path / "new" / "folder")
    with Project.open(path) as project:
        (article,) = project.articles(project.article_ids())
        assert article.text == sample_file().read_text("utf-8")
        project.add_annotator("Zoé")
    assert sample_project(tmp_path / "new" / "folder") == path
    with Project.open(path) as project:
        assert project.article_ids() == [1]
        assert project.find_annotator("Zoé")


def test_a_project_without_the_article_is_completed(tmp_path: Path) -> None:
    Project.create(sample_project_path(tmp_path)).close()
    with Project.open(sample_project(tmp_path)) as project:
        assert project.article_ids() == [1]


def test_it_lies_in_the_users_data_folder() -> None:
    assert sample_project_path().parent == data_folder()


def test_the_sample_is_the_one_the_gold_is_of(shared_folder: Path) -> None:
    with (shared_folder / "gold" / "dev.jsonl").open(encoding="utf-8") as gold:
        article = next(each for line in gold if (each := json.loads(line))["id"] == "article-1")
    assert sample_file().read_text("utf-8") == article["text"]
    assert clean(article["text"]).original is None
