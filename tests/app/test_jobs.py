"""The worker, with its real process: what it does, what it survives, and that nothing of it is left."""

from __future__ import annotations

import os
import queue
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator.app.import_options import ImportOptions
from annotator.app.jobs import Cancelled, Died, Done, Event, Failed, Found, Logged, Progress, Ready, Worker
from annotator.app.project import Project
from annotator.core.annotation import Status
from annotator.formats.records import Record

_PATIENCE = 120.0


class Listener:
    """Hears the events of a worker and lets a test wait for them."""

    def __init__(self) -> None:
        self.events: queue.SimpleQueue[Event] = queue.SimpleQueue()

    def until(self, *kinds: type) -> Event:
        """Return the next event of one of these kinds; a log line is passed over, a failure otherwise is not."""
        deadline = time.monotonic() + _PATIENCE
        while True:
            event = self.events.get(timeout=max(0.0, deadline - time.monotonic()))
            if isinstance(event, kinds):
                return event
            assert isinstance(event, Ready | Progress | Found | Logged), event


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "war.annot"
    Project.create(path).close()
    return path


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.fixture
def worker(project: Path, listener: Listener) -> Iterator[Worker]:
    worker = Worker(project, listener.events.put)
    yield worker
    worker.close()


def write_articles(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:04}.txt").write_text(f"Article {number}. La Russie et l'OTAN se parlent.", "utf-8")
    return folder


def pid_of(worker: Worker) -> int:
    assert worker._running is not None
    return worker._running._process.pid


def test_jobs_are_done_in_the_order_asked_for(
    project: Path, worker: Worker, listener: Listener, tmp_path: Path
) -> None:
    imported = worker.import_files(
        [write_articles(tmp_path / "in", 3)], ImportOptions(annotator="Zoé", status=Status.FINISHED)
    )
    suggested = worker.suggest()
    assert isinstance(listener.until(Ready), Ready)
    first, second = listener.until(Done), listener.until(Done)
    assert (first.job, first.result["articles"]) == (imported, 3)
    assert (second.job, second.result["articles"]) == (suggested, 3)
    with Project.open(project) as opened:
        labels = [each.label for id in opened.article_ids() for each in opened.suggestions(id).values()]
        zoe = opened.find_annotator("Zoé")
        assert [status for _, status in opened.statuses(zoe, Status)] == [Status.FINISHED] * 3
    assert labels == ["country", "alliance"] * 3


def test_suggesting_only_some_articles(project: Path, worker: Worker, listener: Listener, tmp_path: Path) -> None:
    worker.import_files([write_articles(tmp_path / "in", 3)])
    worker.suggest([2])
    listener.until(Done)
    assert listener.until(Done).result["articles"] == 1
    with Project.open(project) as opened:
        assert [bool(opened.suggestions(id)) for id in (1, 2, 3)] == [False, True, False]


def test_a_preview_goes_before_what_was_asked_for_earlier_and_stores_nothing(
    project: Path, worker: Worker, listener: Listener, tmp_path: Path
) -> None:
    worker.import_files([write_articles(tmp_path / "in", 1200)])
    suggested = worker.suggest()
    listener.until(Progress)  # it is under way; nothing of it is in the file before all of it is
    news = tmp_path / "news.txt"
    news.write_text("La Suède et l'OTAN.", "utf-8")
    previewed = worker.preview(
        [news, tmp_path / "in" / "0007.txt"], ImportOptions(annotator="Zoé", status=Status.FINISHED)
    )
    found = listener.until(Found)
    assert found.job == previewed
    assert [(each["title"], each["status"]) for each in found.part["articles"]] == [
        ("La Suède et l'OTAN.", "finished"),
        ("Article 7. La Russie et l'OTAN se parlent.", "finished"),
    ]
    done = listener.until(Done)
    while done.job < suggested:
        done = listener.until(Done, Found)
    assert done.job == previewed
    assert (done.result["articles"], done.result["complete"]) == (2, True)
    worker.cancel(suggested)
    listener.until(Cancelled, Done)
    with Project.open(project) as opened:
        assert len(opened.article_ids()) == 1200


def test_a_preview_stops_when_nobody_wants_it_any_more(worker: Worker, listener: Listener, tmp_path: Path) -> None:
    news = tmp_path / "news.jsonl"
    news.write_text("".join(f'{{"text": "Article {number}"}}\n' for number in range(4000)), "utf-8")
    job = worker.preview([news])
    listener.until(Found)
    worker.cancel(job)
    while isinstance(event := listener.until(Found, Cancelled), Found):
        pass
    assert event == Cancelled(job)


def test_records_come_in_without_a_file(project: Path, worker: Worker, listener: Listener) -> None:
    record = Record("Paris, dit-il.", "texte collé", title="Titre", meta={"id": 7}, spans=((0, 5, "country"),))
    worker.import_records([record], ImportOptions(annotator="Zoé"))
    assert listener.until(Done).result["first"] == 1
    with Project.open(project) as opened:
        article = opened.article(1)
        assert (article.title, article.source, article.meta) == ("Titre", "texte collé", {"id": 7})
        assert [span.label for span in opened.annotation(1, opened.find_annotator("Zoé")).spans] == ["country"]


def test_a_known_error_fails_in_both_languages(worker: Worker, listener: Listener, tmp_path: Path) -> None:
    job = worker.import_files([tmp_path / "nowhere"])
    failed = listener.until(Failed)
    assert failed.job == job
    assert "nowhere" in failed.reason.en
    assert "n'existe pas" in failed.reason.fr


def test_a_bug_fails_its_job_and_no_other(project: Path, worker: Worker, listener: Listener, tmp_path: Path) -> None:
    with closing(sqlite3.connect(project)) as raw:
        raw.execute("ALTER TABLE articles RENAME COLUMN suggested_by TO gone")  # which nobody can foresee
    worker.suggest()
    assert "Traceback" in listener.until(Logged).line
    assert "OperationalError" in listener.until(Failed).reason.en
    worker.import_files([write_articles(tmp_path / "in", 1)])
    assert listener.until(Done).result["articles"] == 1


def test_an_import_that_is_cancelled_leaves_nothing(
    project: Path, worker: Worker, listener: Listener, tmp_path: Path
) -> None:
    job = worker.import_files([write_articles(tmp_path / "in", 1500)])
    listener.until(Progress)
    worker.cancel(job)
    assert listener.until(Cancelled) == Cancelled(job, 0)
    with Project.open(project) as opened:
        assert opened.article_ids() == []


def test_an_import_is_undone_and_what_cannot_be_is_said(
    project: Path, worker: Worker, listener: Listener, tmp_path: Path
) -> None:
    worker.import_files([write_articles(tmp_path / "in", 3)], ImportOptions(annotator="Zoé", status=Status.FINISHED))
    number = listener.until(Done).result["import"]
    undone = worker.undo_import(number)
    done = listener.until(Done)
    assert (done.job, done.result["articles"]) == (undone, 3)
    with Project.open(project) as opened:
        assert opened.article_ids() == []
    worker.undo_import(number)
    assert "was undone before" in listener.until(Failed).reason.en


def test_records_with_everything_travel_to_the_worker(project: Path, worker: Worker, listener: Listener) -> None:
    record = Record(
        "Joe Biden.", "ici", spans=((0, 9, "leader"),), annotator="Ali", status=Status.SET_ASIDE, remarks={0: "lui"}
    )
    worker.import_records([record])
    assert listener.until(Done).result["annotations"] == [{"annotator": "Ali", "articles": 1, "spans": 1}]
    with Project.open(project) as opened:
        annotation = opened.annotation(1, opened.find_annotator("Ali"))
        assert (annotation.status, annotation.spans[0].note) == (Status.SET_ASIDE, "lui")


def test_a_waiting_job_can_be_cancelled(worker: Worker, listener: Listener, tmp_path: Path) -> None:
    first = worker.import_files([write_articles(tmp_path / "in", 2)])
    second = worker.suggest()
    worker.cancel(second)
    assert listener.until(Done).job == first
    assert listener.until(Cancelled).job == second


def test_a_running_job_stops_after_a_batch_and_goes_on_when_asked_again(
    project: Path, worker: Worker, listener: Listener, tmp_path: Path
) -> None:
    worker.import_files([write_articles(tmp_path / "in", 300)])
    listener.until(Done)
    job = worker.suggest()
    begun = listener.until(Progress)
    worker.cancel(job)
    assert begun.total == 300
    assert listener.until(Cancelled, Done).job == job
    worker.suggest()
    listener.until(Done)
    with Project.open(project) as opened:
        assert all(opened.suggestions(id) for id in opened.article_ids())


def test_death_is_told_and_the_next_request_starts_again(worker: Worker, listener: Listener) -> None:
    listener.until(Ready)
    os.kill(pid_of(worker), signal.SIGSTOP)  # so that the job is surely still there when it dies
    job = worker.suggest()
    os.kill(pid_of(worker), signal.SIGKILL)
    died = listener.until(Died)
    assert died.exit_code == -signal.SIGKILL
    assert listener.until(Failed).job == job
    again = worker.suggest()
    assert listener.until(Done).job == again


def test_closing_ends_a_busy_worker_and_nothing_is_heard_after_it(
    project: Path, listener: Listener, tmp_path: Path
) -> None:
    worker = Worker(project, listener.events.put)
    worker.import_files([write_articles(tmp_path / "in", 300)])
    listener.until(Ready)
    worker.suggest()
    pid = pid_of(worker)
    worker.close()
    while not listener.events.empty():
        assert not isinstance(listener.events.get(), Died | Failed)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    worker.close()
    with pytest.raises(RuntimeError):
        worker.suggest()


def test_closing_ends_a_worker_that_does_not_answer(project: Path, listener: Listener) -> None:
    worker = Worker(project, listener.events.put)
    listener.until(Ready)
    pid = pid_of(worker)
    os.kill(pid, signal.SIGSTOP)
    worker.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_the_worker_ends_when_whoever_started_it_is_killed(project: Path) -> None:
    script = (
        "import sys, pathlib\n"
        "from annotator.app.jobs import Worker\n"
        "worker = Worker(pathlib.Path(sys.argv[1]), lambda event: None)\n"
        "print(worker._running._process.pid, flush=True)\n"
        "sys.stdin.read()\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", script, str(project)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    parent.kill()
    parent.communicate()
    deadline = time.monotonic() + _PATIENCE
    while is_alive(pid):
        assert time.monotonic() < deadline, "the worker outlived its parent"
        time.sleep(0.05)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    # Where nobody collects orphans, a dead one stays listed as a zombie.
    return not (stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "Z")
