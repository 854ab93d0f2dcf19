"""Stock spaCy takes what an export for it writes: groups of spans, configurations, and the steps as a project."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.app.export_options import ExportOptions
from annotator.app.exporting import export
from annotator.app.project import Project
from annotator.app.training_report import TrainingReport
from tests.app.mixed_project import dispatch, fill


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "news.annot") as project:
        fill(project, [dispatch(number) for number in range(60)])
        yield project


def test_spans_are_in_a_group_and_in_the_entities(project: Project, tmp_path: Path) -> None:
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    export(project, tmp_path / "out", ExportOptions(span_group="sc", test=0.2, debug_data=False))
    for name in ("train", "dev", "test"):
        docs = list(DocBin().from_disk(tmp_path / "out" / f"{name}.spacy").get_docs(Vocab()))
        assert docs
        for doc in docs:
            assert list(doc.spans) == ["sc"]
            assert list(doc.spans["sc"]) == list(doc.ents)
            assert len(doc.ents) == 6


def test_what_debug_data_says_is_in_the_report(project: Project, tmp_path: Path) -> None:
    report = export(project, tmp_path / "out", ExportOptions())
    assert isinstance(report, TrainingReport)
    assert "Corpus is loadable" in report.verdict.good
    assert any("Low number of examples" in each for each in report.verdict.warnings)
    assert report.verdict.failures == ()
    readme = (tmp_path / "out" / "README.md").read_text("utf-8")
    for each in report.verdict.warnings:
        assert f"- warning: {each}" in readme
    nothing = export(project, tmp_path / "out", ExportOptions(dev=1))
    assert isinstance(nothing, TrainingReport)
    assert nothing.verdict.skipped is not None


def test_debug_data_can_be_stopped(project: Project, tmp_path: Path) -> None:
    ends = 0

    def stop(done: int, total: int) -> None:
        nonlocal ends
        ends += done == total
        if ends == 3:
            raise ValueError("enough")

    with pytest.raises(ValueError, match="enough"):
        export(project, tmp_path / "out", ExportOptions(), progress=stop)
    assert not (tmp_path / "out").exists()


def weasel(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "weasel", "run", *arguments], cwd=folder, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_steps_are_a_project_that_weasel_runs(project: Project, tmp_path: Path) -> None:
    export(project, tmp_path / "out", ExportOptions(folds=2, test=0.2, debug_data=False))
    said = weasel(tmp_path / "out", "all", ".", "--dry")
    for step in ("debug data", "train", "evaluate", "package"):
        assert f"python -m spacy {step}" in said.replace(sys.executable, "python")
    assert "fold-1/train.spacy" in said
    weasel(
        tmp_path / "out", "train", ".", "--vars.max_steps", "1", "--vars.data", "fold-2", "--vars.model", "model/two"
    )
    weasel(tmp_path / "out", "evaluate", ".", "--vars.model", "model/two")
    assert (tmp_path / "out" / "model" / "two" / "metrics.json").is_file()


def test_the_configuration_for_a_transformer_lacks_only_the_package(project: Project, tmp_path: Path) -> None:
    import spacy
    from spacy.schemas import ConfigSchemaTraining
    from spacy.util import load_config, registry

    export(project, tmp_path / "out", ExportOptions(transformer=True, debug_data=False))
    config = load_config(tmp_path / "out" / "config_transformer.cfg", interpolate=True)
    cpu = load_config(tmp_path / "out" / "config.cfg", interpolate=True)
    for section in ("paths", "corpora", "initialize"):
        assert config[section] == cpu[section]
    resolved = registry.resolve(config["training"], schema=ConfigSchemaTraining)
    assert resolved["accumulate_gradient"] == 3
    # All but the two things of the package are there: with them taken out the pipeline is made.
    del config["components"]["transformer"]
    config["nlp"]["pipeline"] = ["ner"]
    config["components"]["ner"]["model"]["tok2vec"] = {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "width": 32,
        "depth": 2,
    }
    config["components"]["ner"]["model"]["tok2vec"] |= {"embed_size": 100, "window_size": 1, "maxout_pieces": 2}
    config["components"]["ner"]["model"]["tok2vec"] |= {"subword_features": True, "pretrained_vectors": None}
    assert spacy.util.load_model_from_config(config).pipe_names == ["ner"]
