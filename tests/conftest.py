"""What all tests share: the shipped register, `sto` run as a user runs it, and expected outputs as files.

`pytest --renew-golden` writes the expected outputs anew.
"""

from __future__ import annotations

import gc
import json
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

import hypothesis
import pytest
from hypothesis.internal.conjecture import providers

from sto_cli.cli.main import main
from sto_cli.register import load
from sto_cli.register.load import load_register
from sto_cli.register.register import Register

EVERYDAY = "not slow"
"""What `-m` is in pyproject.toml."""

# The same examples each time: a change is not to blame for what another example shows. Nothing is timed: on a busy day
# the first example also pays for the imports. `--hypothesis-profile exploring` looks further, with other examples.
hypothesis.settings.register_profile(
    "everyday", derandomize=True, database=None, deadline=None, max_examples=20,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)  # fmt: skip
hypothesis.settings.register_profile("thorough", hypothesis.settings.get_profile("everyday"), max_examples=200)
hypothesis.settings.register_profile("exploring", hypothesis.settings.get_profile("thorough"), derandomize=False)


def pytest_configure(config):
    hypothesis.settings.load_profile("thorough" if config.option.markexpr == "slow" else "everyday")
    if not config.getoption("--hypothesis-profile"):
        _draw_no_constants_of_the_code()


def _draw_no_constants_of_the_code() -> None:
    """Let the examples not depend on what is loaded: Hypothesis draws constants of the modules that a process has.

    So one test had other examples alone, beside others and after each change of the code. There is no public way.
    """
    if hasattr(providers, "_get_local_constants"):
        providers._get_local_constants = lambda: providers._local_constants  # which are none at first


TODAY = "2026-11-24"
SETTINGS = ("XDG_CONFIG_HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA")
"""What names the folder of the user's settings, on Linux and on Windows."""

ATTACKS = Path(__file__).parent / "attacks"
ATTACKS_A_DAY = 3
"""Of the cases of one attack so many are run every day, others with `-m slow`, unless the test says otherwise."""


@dataclass(frozen=True)
class Run:
    """What one run of `sto` gave."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def register(tmp_path_factory: pytest.TempPathFactory) -> Register:
    """The shipped register; its search is prepared once, as for a user."""
    register = load_register()
    register.cache = tmp_path_factory.mktemp("derived")
    return register


@pytest.fixture(scope="session", autouse=True)
def _shipped_read_once(register) -> Iterator[None]:
    """Let the runs of `sto` in this process share the shipped register; where others lie over it, read its files once.

    Who asks for a derived copy by itself, and a process of its own, read what there is.
    """
    read, shipped = load._read_cached, load.shipped_folder()
    remembered = cache(lambda *asked: read(*asked, None))

    def read_cached(kind, path, shown, folder):
        own = folder is not None or path.parent != shipped
        return read(kind, path, shown, folder) if own else remembered(kind, path, shown)

    def loaded(folders=(), folder=None, *, shipped=True):
        return register if shipped and not folders else load_register(folders, folder, shipped=shipped)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(load, "_read_cached", read_cached)
        patch.setattr(load, "load_register", loaded)
        yield


@pytest.fixture
def user_settings(monkeypatch: pytest.MonkeyPatch):
    """Let this be the folder of the user's settings, on Linux and on Windows: `user_settings(folder)`."""

    def choose(folder: Path) -> None:
        for name in SETTINGS:
            monkeypatch.setenv(name, str(folder))

    return choose


@pytest.fixture(scope="session", autouse=True)
def _own_surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tester's own settings out, and the day the same; a test that changes them has `monkeypatch` to do so."""
    home = tmp_path_factory.getbasetemp() / "home"
    home.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        for name in ("STO_LANG", "STO_DATA", "LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"):
            patch.delenv(name, raising=False)
        for name in SETTINGS:
            patch.setenv(name, str(home / "config"))
        patch.setenv("STO_CACHE", str(home / "cache"))
        patch.setenv("STO_TODAY", TODAY)
        patch.setenv("COLUMNS", "100")
        patch.setenv("STO_TRACEBACK", "1")
        yield


@pytest.fixture
def sto(capsys: pytest.CaptureFixture[str]):
    """Run `sto` with these arguments: `sto("find-region", "00AH17")`, in Dutch unless told otherwise."""

    def run(*arguments: str | os.PathLike[str]) -> Run:
        with pytest.raises(SystemExit) as stop:
            main([os.fspath(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Run(int(stop.value.code or 0), captured.out, captured.err)

    return run


HELPING = """
import contextlib, io, json, sys
from sto_cli.cli.main import main

for line in sys.stdin:
    shown = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="")
    with contextlib.redirect_stdout(shown), contextlib.suppress(SystemExit):
        main(json.loads(line))
    shown.flush()
    print(json.dumps(shown.buffer.getvalue().decode("utf-8")), flush=True)
"""
"""Shows the help of one command after another, in one language."""


@pytest.fixture(scope="session")
def _helping():
    """Keep a process for each language in which help is asked for: Typer keeps that of the first run in a process."""
    asked: dict[str, subprocess.Popen[str]] = {}

    def process(language: str, surroundings: dict[str, str]) -> subprocess.Popen[str]:
        if language not in asked:
            asked[language] = subprocess.Popen(
                [sys.executable, "-c", HELPING], env=surroundings, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                encoding="utf-8",
            )  # fmt: skip
        return asked[language]

    yield process
    for one in asked.values():
        one.communicate()


@pytest.fixture
def shown_help(_helping):
    """Ask for help in another process, as users do: `shown_help("en", "report", "gaps")`.

    An older console of Windows keeps its last column free.
    """
    columns = "101" if sys.platform == "win32" else "100"

    def run(language: str, *command: str) -> str:
        process = _helping(language, {**os.environ, "PYTHONUTF8": "1", "COLUMNS": columns})
        print(json.dumps(["--lang", language, *command, "--help"]), file=process.stdin, flush=True)
        return json.loads(process.stdout.readline())

    return run


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config):
    """Run on every processor, unless a file or folder is named; run a test that is named by itself, also a slow one.

    `-n` and `-p no:xdist` are obeyed: a folder is often run beside other work, and starts sooner in one process.
    """
    if any("::" in argument for argument in config.args) and config.option.markexpr == EVERYDAY:
        config.option.markexpr = ""
    named = config.args_source is config.ArgsSource.ARGS or hasattr(config, "workerinput")  # a worker starts no others
    if not named and getattr(config.option, "numprocesses", 0) is None and not config.option.usepdb:
        config.option.numprocesses = "auto"
        config.option.dist = "worksteal"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    """Mark as slow what is run thoroughly only: the cases beside the sample, and all property tests once more.

    Mark as golden what compares with a held output: these are run under Windows too.
    """
    cases = defaultdict(list)
    for item in items:
        if {"golden", "golden_words"} & set(item.fixturenames):
            item.add_marker("golden")
        sample = item.get_closest_marker("sample")
        if sample or ATTACKS in item.path.parents:
            count = sample.args[0] if sample else ATTACKS_A_DAY
            cases[item.nodeid.partition("[")[0], count].append(item)
        if config.option.markexpr == "slow" and hypothesis.is_hypothesis_test(item.obj):
            item.add_marker("slow")
    for (_, count), group in cases.items():
        for item in sorted(group, key=lambda one: crc32(one.name.encode("utf-8", "replace")))[count:]:
            item.add_marker("slow")


def pytest_collection_finish():
    """Let the collector of garbage pass over what stays until the end: thousands of tests."""
    gc.collect()
    gc.freeze()


def pytest_addoption(parser):
    parser.addoption("--renew-golden", action="store_true", help="write the expected outputs anew")


@pytest.fixture
def golden(request):
    """Compare a text with the file `golden/NAME` beside the test; with --renew-golden write that file."""

    def compare(name: str, text: str) -> None:
        path = Path(request.path).parent / "golden" / name
        if request.config.getoption("--renew-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert _with_slashes(text) == _with_slashes(path.read_text(encoding="utf-8"))

    return compare


@pytest.fixture
def golden_words(request, golden):
    """Compare the words of a text with a golden file: its lines are laid out by a library, other in each release."""

    def compare(name: str, text: str) -> None:
        path = Path(request.path).parent / "golden" / name
        if path.exists() and _words(_with_slashes(path.read_text(encoding="utf-8"))) == _words(_with_slashes(text)):
            return
        golden(name, text)

    return compare


def _with_slashes(text: str) -> str:
    """Return a text with the separators of paths that golden files have; Windows has others."""
    return text.replace(os.sep, "/")


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\s─-╿]+", text))


@pytest.fixture(scope="session")
def catalogue():
    """The texts of the code with their Dutch, merged as `tools/texts.py` does."""
    import texts

    return texts.merge(texts.LOCALE / "nl" / "LC_MESSAGES" / "sto.po", texts.extract())


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return Path(__file__).parent.parent
