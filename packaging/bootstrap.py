#!/usr/bin/env python3
"""Make a checkout ready to use, then do one job in it.

``python3 packaging/bootstrap.py JOB``, where JOB is one of ``run test bench lint translate screenshots package setup``;
the Makefile calls it so. It needs Python 3.11 or newer and nothing else. It chooses an interpreter, makes the virtual
environment in ``.venv``, installs the program in it, sees to the system libraries that Qt loads, and starts the job.
A second run finds all that done and starts the job at once.

The file keeps to a syntax that older Pythons can read, so that on one of them it can look for a newer Python or say
that there is none, instead of failing on its own first lines.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "annotator-setup.json"

OLDEST = (3, 11)
TESTED = ((3, 11), (3, 12), (3, 13))

# Debian and Ubuntu name a package after the library in it; these are the ones that go by another name.
ODD_PACKAGES = {
    "libGLdispatch.so.0": "libglvnd0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libz.so.1": "zlib1g",
}

# Without the first nothing that imports Qt starts, not even off screen; the second is what a window needs besides.
QT_ALWAYS = ("QtWidgets.abi3.so", "QtNetwork.abi3.so", "Qt/plugins/platforms/libqoffscreen.so")
QT_WINDOW = ("Qt/plugins/platforms/libqxcb.so",)
QT_WAYLAND = ("Qt/plugins/platforms/libqwayland.so", "Qt/plugins/platforms/libqwayland-generic.so")

CHECKS = (
    ("style (ruff check)", ("-m", "ruff", "check", ".")),
    ("formatting (ruff format)", ("-m", "ruff", "format", "--check", ".")),
    ("types (mypy)", ("-m", "mypy")),
    ("types of this script (mypy)", ("-m", "mypy", "--strict", "packaging/bootstrap.py")),
    ("layers (import-linter)", ("-c", "from importlinter.cli import lint_imports_command as go; go()")),
)


TRANSLATION = "resources/translations/annotator_en.ts"


class SetupError(Exception):
    """Something outside the checkout is missing; the message says what, and what to do."""


def say(sentence: str) -> None:
    """Tell the person at the terminal, at once even where the output is a file."""
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()


# --- which Python ---------------------------------------------------------------------------------------------------


def choose_interpreter(found: list[tuple[str, tuple[int, int]]]) -> str | None:
    """Return the interpreter to use, or None where none will do.

    Args:
        found: path and version of each interpreter, the preferred ones first.

    Returns:
        The first of a tested version; failing that, the first that is newer than all of those.
    """
    for path, version in found:
        if version in TESTED:
            return path
    for path, version in found:
        if version >= OLDEST:
            return path
    return None


def find_interpreters() -> list[tuple[str, tuple[int, int]]]:
    """Return path and version of each Python on this machine, this one first."""
    found = [(sys.executable, (sys.version_info[0], sys.version_info[1]))]
    for name in ("python3", "python3.13", "python3.12", "python3.11", "python3.14", "python"):
        path = shutil.which(name)
        version = path and _output([path, "-c", "import sys; print(*sys.version_info[:2])"]).split()
        if path and version and len(version) == 2:  # a shim may be there with nothing behind it
            found.append((path, (int(version[0]), int(version[1]))))
    return found


def require_python() -> None:
    """Go on with a Python that is new enough, or raise `SetupError` where there is none."""
    here = (sys.version_info[0], sys.version_info[1])
    if here in TESTED:
        return
    found = find_interpreters()
    chosen = choose_interpreter(found)
    if chosen is None:
        seen = ", ".join(sorted({f"{major}.{minor}" for _, (major, minor) in found}))
        raise SetupError(
            f"Annotator needs Python 3.11 or newer, and this machine has only {seen}. "
            "Install Python 3.11, 3.12 or 3.13, then run the same command again "
            "(Debian 12 and Ubuntu 24.04 or later: sudo apt-get install python3 python3-venv; "
            "Ubuntu 22.04: sudo apt-get install python3.11 python3.11-venv; macOS: brew install python@3.13)."
        )
    if chosen != sys.executable:
        say(f"Annotator is not tested with Python {here[0]}.{here[1]}; using {chosen} instead.")
        os.execv(chosen, [chosen, __file__, *sys.argv[1:]])


# --- the virtual environment ----------------------------------------------------------------------------------------


def setup_key(pyproject: str, *, python: str, folder: str) -> str:
    """Return what an installation depends on, as one short text: when it changes, the program is installed anew.

    Args:
        pyproject: the text of ``pyproject.toml``; only the parts that say what is installed count.
        python: version and place of the interpreter.
        folder: the checkout's folder, which an installation in place points at.
    """
    import tomllib

    table = tomllib.loads(pyproject)
    parts = [table.get("build-system"), table.get("project"), table.get("tool", {}).get("hatch"), python, folder]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def is_set_up(stamp: str | None, *, key: str, extras: frozenset[str]) -> bool:
    """Tell whether the stamp left by the last installation answers to this key and holds at least these extras."""
    try:
        done = json.loads(stamp or "")
    except ValueError:
        return False
    return isinstance(done, dict) and done.get("key") == key and extras <= set(done.get("extras", ()))


def venv_python(config: str, probe: str, *, folder: str) -> str | None:
    """Return version and place of a virtual environment's interpreter, or None where the environment is broken.

    Args:
        config: the text of its ``pyvenv.cfg``.
        probe: what its own Python printed about itself: version, home and prefix, a line each; empty if it failed.
        folder: where the environment lies. One made elsewhere and moved here is broken: its scripts point back there.
    """
    lines = probe.splitlines()
    made = re.search(r"(?m)^command = (.*)$", config)
    if len(lines) != 3 or lines[2] != folder or (made and not made.group(1).rstrip().endswith(" " + folder)):
        return None
    if tuple(int(part) for part in lines[0].split(".")[:2]) < OLDEST:
        return None
    return " ".join(lines[:2])


_PROBE = "import sys, pip; print(sys.version.split()[0], sys.base_prefix, sys.prefix, sep=chr(10))"


def prepare_venv() -> str:
    """Make the virtual environment, or keep the one that is there and works; return what interpreter it has."""
    config = VENV / "pyvenv.cfg"
    python = None
    if config.is_file():
        python = venv_python(config.read_text("utf-8"), _output([str(PYTHON), "-c", _PROBE]), folder=str(VENV))
    if python:
        return python
    if VENV.exists():
        say("The virtual environment in .venv no longer works: moved here, or its Python is gone. Making it anew.")
        shutil.rmtree(VENV)
    _require_ensurepip()
    say(f"Making a virtual environment in .venv with Python {sys.version.split()[0]}.")
    made = _runs([sys.executable, "-m", "venv", str(VENV)])
    if made:
        python = venv_python(config.read_text("utf-8"), _output([str(PYTHON), "-c", _PROBE]), folder=str(VENV))
    if not python:
        raise SetupError(f"{sys.executable} could not make a virtual environment in {VENV}; is that folder writable?")
    return python


def _require_ensurepip() -> None:
    """See that this Python can make virtual environments, which Debian keeps in a package of its own."""
    if _runs([sys.executable, "-c", "import ensurepip, venv; ensurepip.version()"]):
        return
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    say("This Python cannot make virtual environments yet: Debian and Ubuntu keep that in a package of its own.")
    install_packages([package], why="to make a virtual environment")


def install(extras: frozenset[str], python: str) -> None:
    """Install the program in place, with what the job needs, unless the last run did."""
    key = setup_key((ROOT / "pyproject.toml").read_text("utf-8"), python=python, folder=str(ROOT))
    stamp = STAMP.read_text("utf-8") if STAMP.is_file() else None
    if is_set_up(stamp, key=key, extras=extras):
        return
    if is_set_up(stamp, key=key, extras=frozenset()):
        extras |= set(json.loads(stamp or "")["extras"])
    what = "Annotator, Qt and spaCy" + (" and the tools for tests" if extras else "")
    say(f"Installing {what} in .venv: about 600 MB and a minute or two the first time, seconds later on.")
    target = "." + (f"[{','.join(sorted(extras))}]" if extras else "")
    command = [str(PYTHON), "-m", "pip", "install", "--progress-bar", "off", "--editable", target]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as pip:
        lines = []
        for line in pip.stdout or ():
            lines.append(line)
            large = re.match(r"\s*Downloading (?:\S*/)?([^-/\s]+)-\S+ (\(.* MB\))", line)
            if large:
                say(f"  downloading {large.group(1)} {large.group(2)}")
            elif line.startswith("Installing collected"):
                say("  unpacking all of it")
    if pip.returncode:
        sys.stderr.writelines(lines[-30:])
        raise SetupError("pip could not install Annotator; its last lines above say why. Mend that and run it again.")
    STAMP.write_text(json.dumps({"key": key, "extras": sorted(extras)}), "utf-8")


# --- system libraries -----------------------------------------------------------------------------------------------


def missing_libraries(ldd_output: str) -> list[str]:
    """Return the libraries that ``ldd`` did not find, each once, sorted."""
    return sorted(set(re.findall(r"(?m)^\s*(\S+) => not found", ldd_output)))


def packages_for(libraries: list[str]) -> list[str]:
    """Return the Debian packages that hold these libraries, such as ``libx11-6`` for ``libX11.so.6``, sorted."""
    named = set()
    for library in libraries:
        name, _, version = library.partition(".so.")
        joint = "-" if name[-1:].isdigit() else ""
        named.add(ODD_PACKAGES.get(library) or f"{name}{joint}{version}".lower().replace("_", "-"))
    return sorted(named)


def install_packages(packages: list[str], *, why: str) -> None:
    """Install system packages when root; raise `SetupError` with the command to type otherwise."""
    by_hand = f"\n\n    sudo apt-get install {' '.join(packages)}\n\n"
    if not shutil.which("apt-get"):
        raise SetupError(
            f"System packages are missing {why}: what Debian calls {' '.join(packages)}. "
            "Install the same with this system's package manager, then run the same command again."
        )
    if os.geteuid() != 0:
        raise SetupError(f"System packages are missing {why}. Please run{by_hand}and then the same command again.")
    say(f"Installing system packages {why}: {' '.join(packages)}.")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install_command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    for command in (["apt-get", "update", "-qq"], install_command):  # an update that fails in part may do
        done = subprocess.run(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL
        )
    if done.returncode:
        sys.stderr.write(done.stdout.decode(errors="replace")[-2000:])
        raise SetupError(f"apt-get could not install them. Once it can, please run{by_hand}")


def qt_missing(files: tuple[str, ...]) -> list[str]:
    """Return the system libraries that these files of the installed PySide6 load and this machine lacks."""
    if not sys.platform.startswith("linux") or not shutil.which("ldd"):
        return []
    there = [str(path) for pattern in files for path in VENV.glob(f"lib/python*/site-packages/PySide6/{pattern}")]
    return missing_libraries(_output(["ldd", *there])) if there else []


def has_display() -> bool:
    """Tell whether a window can be shown here."""
    linux = sys.platform.startswith("linux")
    return not linux or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def see_to_libraries(extra_packages: list[str]) -> str | None:
    """Install what Qt misses, and these packages, when root.

    Returns:
        A sentence on what is still missing and the command to type, or None.
    """
    libraries = qt_missing(QT_ALWAYS + QT_WINDOW + (QT_WAYLAND if os.environ.get("WAYLAND_DISPLAY") else ()))
    packages = packages_for(libraries) + extra_packages
    try:
        if packages:
            install_packages(packages, why="for Qt's windows" if libraries else "for tests in a real window")
    except SetupError as error:
        return str(error)
    return None


# --- the jobs -------------------------------------------------------------------------------------------------------


def run_sample(arguments: list[str]) -> int:
    """Open the window on the sample article, or do the same job in the terminal where no window can be shown."""
    install(frozenset(), prepare_venv())
    missing = see_to_libraries([])
    command = ["open", "--sample"]
    if missing:
        say(missing)
        if has_display():
            say("Until then no window can be shown, so here is the same job in the terminal.")
            command = ["demo"]
    elif has_display():
        say("Opening the window on the sample article; close it to come back.")
    os.execv(PYTHON, [str(PYTHON), "-m", "annotator", *command, *arguments])


def run_tests(arguments: list[str]) -> int:
    """Check style, types and layers, then run the tests; the last line is pytest's own."""
    _prepare_for_development()
    return _lint() or _job("Running the tests.", "-m", "pytest", *arguments)


def run_benchmarks(arguments: list[str]) -> int:
    """Run the benchmarks, each beside its raw limit."""
    _prepare_for_development()
    return _job("Running the benchmarks.", "-m", "pytest", "tests/bench", "-o", "python_files=bench_*.py", *arguments)


def run_checks(_arguments: list[str]) -> int:
    """Check style, types and layers."""
    install(frozenset({"dev"}), prepare_venv())
    return _lint()


def update_translation(_arguments: list[str]) -> int:
    """Bring the English translation up to date with the words of the window, and compile it."""
    _prepare_for_development()
    say("Looking for the words of the window.")
    merge = ("-extensions", "py", "-locations", "none", "-sort-messages", "-no-obsolete", "annotator/ui")
    languages = ("-source-language", "fr", "-target-language", "en")
    (ROOT / TRANSLATION).parent.mkdir(parents=True, exist_ok=True)
    failed = _tool("pyside6-lupdate", *merge, *languages, "-ts", TRANSLATION)
    failed = failed or _tool("pyside6-lrelease", "-silent", TRANSLATION)
    if failed:
        return failed
    missing = unfinished_texts((ROOT / TRANSLATION).read_text("utf-8"))
    if missing:
        listed = "\n".join(f"  {source}" for source in missing)
        say(f"Without English yet, or to be looked at again, in {TRANSLATION}:\n{listed}")
        say("Fill them in there, or with .venv/bin/pyside6-linguist, and run this again.")
    return 1 if missing else 0


def unfinished_texts(translation: str) -> list[str]:
    """Return the texts that a translation file (TS) has no finished translation for, in its order."""
    from xml.etree import ElementTree

    messages = ElementTree.fromstring(translation).iter("message")
    return [
        message.findtext("source", "")
        for message in messages
        for translated in message.findall("translation")
        if translated.get("type") == "unfinished" or not (translated.text or "").strip()
    ]


def take_screenshots(arguments: list[str]) -> int:
    """Picture every screen in each theme, language and scale, into ``screenshots/`` unless told otherwise."""
    _prepare_for_development()
    return _job("Taking pictures of every screen.", "packaging/screenshots/take.py", *arguments)


def build_package(arguments: list[str]) -> int:
    """Build the wheel and the source distribution in ``dist/``."""
    install(frozenset({"dev"}), prepare_venv())
    return _job("Building the wheel and the source distribution in dist/.", "-m", "build", *arguments)


def set_up(_arguments: list[str]) -> int:
    """Make everything ready and start nothing."""
    _prepare_for_development()
    say("Ready. `make run` opens the window, `make test` runs the tests.")
    return 0


JOBS = {
    "run": run_sample,
    "test": run_tests,
    "bench": run_benchmarks,
    "lint": run_checks,
    "translate": update_translation,
    "screenshots": take_screenshots,
    "package": build_package,
    "setup": set_up,
}


def _prepare_for_development() -> None:
    install(frozenset({"dev"}), prepare_venv())
    wants_xvfb = sys.platform.startswith("linux") and not shutil.which("Xvfb")
    missing = see_to_libraries(["xvfb"] if wants_xvfb else [])
    if missing is None:
        return
    say(missing)
    if qt_missing(QT_ALWAYS):
        raise SetupError("Without those libraries Qt does not start at all, so nothing can be tested yet.")
    say("Until then the tests that need a real window are left out; all others run.")


def _lint() -> int:
    failed = [name for name, command in CHECKS if _job(f"Checking {name}.", *command)]
    if failed:
        say(f"Not right yet: {', '.join(failed)}; the lines above say where.")
    return 1 if failed else 0


def _job(sentence: str, *command: str) -> int:
    say(sentence)
    return subprocess.run([str(PYTHON), *command], cwd=ROOT).returncode


def _tool(name: str, *arguments: str) -> int:
    return subprocess.run([str(PYTHON.with_name(name)), *arguments], cwd=ROOT).returncode


def _output(command: list[str]) -> str:
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode(errors="replace")


def _runs(command: list[str]) -> bool:
    return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def main(arguments: list[str]) -> int:
    """Do the job named by the first argument; return the exit code."""
    if not arguments or arguments[0] not in JOBS:
        say(f"usage: python3 packaging/bootstrap.py {'|'.join(JOBS)} [arguments of the job]")
        return 2
    try:
        require_python()
        return JOBS[arguments[0]](arguments[1:])
    except SetupError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
