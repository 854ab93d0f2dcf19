"""Several processes that read articles for one that stores what they propose.

Each holds one end of a pipe, reads a batch at a time and ends when the pipe does: however the process that started it
ends, none is left. (A `concurrent.futures` pool would not do: its processes hold both ends of the queue they wait on,
and outlive a parent that is killed.)
"""

from __future__ import annotations

import signal
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from multiprocessing import connection, get_context, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from annotator.core.errors import UserError
from annotator.core.lexicon import Lexicon
from annotator.core.suggestions import Proposal

Batch = list[tuple[int, str]]
"""Ids and texts of some articles."""
Read = Generator[tuple[Batch, list[list[Proposal]]], None, None]
"""Each batch with what is proposed for each of its texts."""


def read_in_processes(batches: Iterable[Batch], lexicon: Lexicon, *, jobs: int) -> Read:
    """Yield every batch with its proposals, whichever is read first; memory holds a batch or two for each process.

    Args:
        batches: what is to be read; taken one by one.
        lexicon: what the project teaches the suggester.
        jobs: how many processes read.

    Raises:
        UserError: one of them died.
    """
    batches = iter(batches)
    first = list(islice(batches, jobs))
    readers: dict[Connection, SpawnProcess] = {}
    try:
        for _ in first:
            with _without_interrupts():
                ours, process = _start(lexicon)
            readers[ours] = process
        under_way: dict[Connection, Batch] = {}
        for reader, batch in zip(readers, first, strict=True):
            _send(reader, batch, readers[reader])
            under_way[reader] = batch
        following = next(batches, None)
        while under_way:
            for ready in connection.wait(list(under_way)):
                reader = _known(ready, readers)
                batch, proposed = under_way.pop(reader), _receive(reader, readers[reader])
                if following is not None:
                    _send(reader, following, readers[reader])
                    under_way[reader] = following
                    following = next(batches, None)
                yield batch, proposed
    finally:
        for reader, process in readers.items():
            reader.close()
            process.terminate()  # it holds nothing that could be lost
            process.join()
            process.close()


def _start(lexicon: Lexicon) -> tuple[Connection, SpawnProcess]:
    context = get_context("spawn")  # a fork would copy whatever locks the threads of this process hold
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, lexicon), name="reader", daemon=True)
    process.start()
    theirs.close()
    return ours, process


def _serve(pipe: Connection, lexicon: Lexicon) -> None:
    """Read batches until the pipe ends."""
    from annotator.app.suggesting import suggester_for

    suggester = suggester_for(lexicon)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            texts: list[str] = pipe.recv()
            pipe.send(list(suggester.pipe(texts)))


def _send(reader: Connection, batch: Batch, process: SpawnProcess) -> None:
    try:
        reader.send([text for _, text in batch])
    except (BrokenPipeError, ConnectionResetError) as error:
        raise _lost(process) from error


def _receive(reader: Connection, process: SpawnProcess) -> list[list[Proposal]]:
    try:
        proposed: list[list[Proposal]] = reader.recv()
    except (EOFError, ConnectionResetError) as error:
        raise _lost(process) from error
    return proposed


def _known(ready: object, readers: dict[Connection, SpawnProcess]) -> Connection:
    return next(reader for reader in readers if reader is ready)


def _lost(process: SpawnProcess) -> UserError:
    process.join(1)
    return UserError(
        f"a reading process ended unexpectedly (exit code {process.exitcode}), perhaps for want of memory; what was "
        "read is stored: start again, with fewer jobs.",
        f"Un processus de lecture s'est arrêté de façon inattendue (code {process.exitcode}), peut-être faute de "
        "mémoire ; ce qui a été lu est enregistré : relancez avec moins de processus.",
    )


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Start what the block starts deaf to Ctrl+C, which a terminal sends to every process: this one sees to the end."""
    resource_tracker.ensure_running()  # the first process started would start it, and that lets interrupts in again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
