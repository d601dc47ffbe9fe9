"""Where `sto` starts: choose the language, run the command, turn problems into a sentence and an exit code."""

import gc
import gettext
import os
import platform
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn, cast

import typer

import sto_cli
from sto_cli.cli.commands import build
from sto_cli.cli.keyboard import STOPPED, end_at_once, raise_again
from sto_cli.cli.screen import forget_odd_width
from sto_cli.cli.streams import close_off, gated_streams
from sto_cli.errors import TRACEBACK, StoError
from sto_cli.files.reading import noting
from sto_cli.messages import LANGUAGES, N_, Language, Message, Translator, message
from sto_cli.messages.translator import LOCALE_FOLDER

_REQUESTS = ("SIGTERM", "SIGHUP")
"""By which a system, or a terminal that is closed, asks to stop; Windows knows the first only."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Let a request to stop unwind the run, so that half files and other processes are cleared away."""
    before: dict[int, Any] = {}
    if threading.current_thread() is threading.main_thread():  # no other may listen
        for number in (getattr(signal, name) for name in _REQUESTS if hasattr(signal, name)):
            if signal.getsignal(number) is signal.SIG_DFL:  # `nohup` wants it unheard
                before[number] = signal.signal(number, _stop)
    unraisable, sys.unraisablehook = sys.unraisablehook, _ask_again
    try:
        yield
    finally:
        sys.unraisablehook = unraisable
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(number: int, _frame: object) -> NoReturn:
    raise SystemExit(128 + number)


def _ask_again(ignored: Any) -> None:
    """Repeat a request to stop that came where Python lets no exception through, as while a module is found."""
    if not isinstance(ignored.exc_value, SystemExit | KeyboardInterrupt):
        sys.__unraisablehook__(ignored)
        return
    code = getattr(ignored.exc_value, "code", STOPPED)
    if hasattr(signal, "pthread_kill"):  # this also wakes a main thread that waits
        threading.Timer(0.01, signal.pthread_kill, [threading.main_thread().ident, code - 128]).start()
    else:
        threading.Timer(0.01, signal.raise_signal, [code - 128]).start()


PACKAGE = Path(sto_cli.__file__).parent


def tripped(fault: Exception) -> Message:
    """Say that the program failed, and where; nothing of what it read is repeated."""
    return message(
        "Something went wrong in sto. It is not your fault, and no file is left half-written. Send its makers "
        "this line, with the command and the file if you may share it: {line}",
        line=f"{type(fault).__name__}, {_where(fault)}, sto {sto_cli.__version__}, Python {platform.python_version()}",
    )


def _where(fault: Exception) -> str:
    """Return the last line of the program's own that was run."""
    frames = [frame for frame in traceback.extract_tb(fault.__traceback__) if PACKAGE in Path(frame.filename).parents]
    return f"{Path(frames[-1].filename).relative_to(PACKAGE)}:{frames[-1].lineno}" if frames else "?"


# Typer exports BadParameter, whose base is its (private) usage error: all wrong use of options and arguments.
_UsageError: Any = typer.BadParameter.__mro__[1]


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run `sto` with these arguments (default: those of the process) and exit."""
    own = arguments is None
    gc.enable()
    gc.set_threshold(200_000)  # a run is short: collecting less often spares it 5% of its time
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    forget_odd_width()
    try:
        with gated_streams(), stoppable():
            translator = Translator(choose_language(arguments))
            speak(translator.language)
            code = _run_alone(arguments, translator) if own else run_here(arguments, translator)
    except (KeyboardInterrupt, SystemExit) as stopped:  # asked to stop, or once more while that was being said
        code = getattr(stopped, "code", STOPPED)
        _end(own, code)  # here: what the exception holds is taken down behind this block, and could be stopped again
    _end(own, code)
    sys.exit(code)


def _end(own: bool, code: int) -> None:
    if own and threading.current_thread() is threading.main_thread():
        end_at_once(wanted=code)


def _run_alone(arguments: list[str], translator: Translator) -> int:
    """Run the command of this process; who runs several in one sees what goes wrong in them."""
    try:
        return run_here(arguments, translator)
    except Exception as fault:  # of our own: a person gets a sentence, who looks for it may see the whole
        if TRACEBACK in os.environ:
            raise
        from sto_cli.cli.problems import EXIT_WRONG_USE

        print(translator.say(tripped(fault)), file=sys.stderr)
        return EXIT_WRONG_USE


def menu() -> NoReturn:
    """Open the menu, as a double click on `sto-menu` does; files are written among the user's documents."""
    from sto_cli.cli.folders import own_documents

    own_documents()
    main(["menu"])


def run_here(arguments: list[str], translator: Translator) -> int:
    """Run one command and come back, whatever happens, with its exit code."""
    return _deliver(lambda: _run(arguments, translator), translator)


def _run(arguments: list[str], translator: Translator) -> int:
    try:
        with noting():
            code = build(translator).main(arguments, prog_name="sto", standalone_mode=False)
    except (StoError, _UsageError) as problem:
        from sto_cli.cli.problems import EXIT_WRONG_USE, explain

        explain(problem, translator)
        return EXIT_WRONG_USE
    except typer.Abort:
        return _stopped(translator)
    return code if isinstance(code, int) else 0


def _deliver(run: Callable[[], int], translator: Translator) -> int:
    """Run, and see to it that the answer has really gone out."""
    try:
        raise_again()
        code = _unwrapped(run)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return _stopped(translator)
    except OSError as problem:
        from sto_cli.cli.problems import EXIT_WRONG_USE

        if isinstance(problem, FileNotFoundError) and problem.filename is None:
            sentence = message("The folder that you are in does not exist any more. Go to another one.")
        elif problem.filename is None:  # the output: a full disk, a closed window
            close_off(sys.stdout)
            sentence = message("The answer cannot be written in full. Is the disk full?")
        else:
            sentence = message("{path} cannot be read or written.", path=problem.filename)
        print(translator.say(sentence), file=sys.stderr)
        return EXIT_WRONG_USE
    return code


def _unwrapped(run: Callable[[], int]) -> int:
    """Run; a request to stop that comes while a class is made is raised as itself (Python 3.11: as its cause)."""
    try:
        return run()
    except RuntimeError as fault:
        if isinstance(fault.__cause__, KeyboardInterrupt | SystemExit):
            raise fault.__cause__ from None
        raise


def _stopped(translator: Translator) -> int:
    print(translator.text(N_("Stopped.")), file=sys.stderr)
    return STOPPED


DEFAULT: Language = "nl"
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def choose_language(arguments: Sequence[str]) -> Language:
    """Choose from the arguments and the environment, before the options are parsed: help is translated too."""
    value = next((os.environ[name] for name in LOCALE_VARIABLES if os.environ.get(name)), "")
    for wish in (_option(arguments), os.environ.get("STO_LANG", ""), value.split("_")[0].split(".")[0]):
        if wish.lower() in LANGUAGES:
            return cast(Language, wish.lower())
    return DEFAULT


def speak(language: Language) -> None:
    """Let Typer's own headings ("Options", "Commands") come in this language too."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("messages", str(LOCALE_FOLDER))


def _option(arguments: Sequence[str]) -> str:
    for position, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang" and position + 1 < len(arguments):
            return arguments[position + 1]
    return ""
