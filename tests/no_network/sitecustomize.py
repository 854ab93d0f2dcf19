"""Keeps the Python processes that tests start off the network; conftest.py puts this folder on their PYTHONPATH.

An audit hook sees every use of a socket and cannot be taken off again. It raises no OSError, which code that copes
with being offline would swallow.
"""

from __future__ import annotations

import socket
import sys

_USES = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind"})
_LOOK_UPS = frozenset({"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"})


class NetworkBlockedError(RuntimeError):
    """A process started by a test tried to use the network."""


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event in _LOOK_UPS or (
        event in _USES and getattr(arguments[0], "family", None) in (socket.AF_INET, socket.AF_INET6)
    ):
        raise NetworkBlockedError(f"tests run without network: {event} {arguments[1:] or arguments}")


sys.addaudithook(_refuse)
