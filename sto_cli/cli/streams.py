"""The standard streams: open, in UTF-8, and with the gate that all text passes on its way out.

Whatever a command prints, nothing that does not show reaches a terminal or a pipe, a reader that has seen enough
(`head`) does not change how the run ends, and what cannot be said on standard error is left unsaid.
"""

import contextlib
import errno
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from sto_cli.files.outgoing import outgoing, outgoing_json


class Gate:
    """A text stream that passes on what may be seen, and is in all other things the stream behind it."""

    def __init__(self, stream: Any, *, needed: bool, steering: bool = False) -> None:
        """`needed`: an answer that cannot be written is a fault (a full disk); `steering`: see `steered`."""
        self.stream = stream
        self.needed = needed
        self.steering = steering

    def write(self, text: str) -> int:
        """Write a text."""
        try:  # written out: a context manager costs more than most lines
            self.stream.write(text if self.steering else outgoing(text))
        except OSError as problem:
            self._cannot(problem)
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write texts one after another."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Let everything go out."""
        with self.going_out():
            self.stream.flush()

    @contextmanager
    def going_out(self) -> Iterator[None]:
        """Write within; when nobody reads any more, all that follows goes nowhere."""
        try:
            yield
        except OSError as problem:
            self._cannot(problem)

    def _cannot(self, problem: OSError) -> None:
        if self.needed and not _nobody_reads(problem):
            raise problem
        close_off(self.stream)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)


def close_off(stream: Any) -> None:
    """Let what is still to be written go nowhere: else Python tries once more at its end, and complains."""
    with contextlib.suppress(AttributeError, OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _nobody_reads(problem: OSError) -> bool:
    """Whether the other end of a pipe is closed; Windows says so in words of its own."""
    return isinstance(problem, BrokenPipeError) or (os.name == "nt" and problem.errno == errno.EINVAL)


def steered(stream: Any) -> Any:
    """Return a stream for what the program alone makes: colours, bars. Texts from files go there made visible."""
    return Gate(stream.stream, needed=stream.needed, steering=True) if isinstance(stream, Gate) else stream


def print_bytes(content: bytes | bytearray) -> None:
    """Write the bytes of a file to standard output as they are, such as a workbook."""
    stream = sys.stdout if isinstance(sys.stdout, Gate) else Gate(sys.stdout, needed=True)
    with stream.going_out():
        stream.stream.flush()
        stream.stream.buffer.write(content)
        stream.stream.buffer.flush()


@contextmanager
def gated_streams() -> Iterator[None]:
    """Put the gate on the standard streams while a run lasts."""
    _open_closed()
    before = sys.stdout, sys.stderr
    for stream in before:
        with contextlib.suppress(AttributeError, ValueError):  # UTF-8 also where Windows says cp1252
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    sys.stdout, sys.stderr = Gate(sys.stdout, needed=True), Gate(sys.stderr, needed=False)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before


def _open_closed() -> None:
    """Open a standard stream that was closed (`>&-`) on nothing: else the next file that is opened takes its place."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            stream = open(os.devnull, mode, encoding="utf-8")  # noqa: PTH123, SIM115 - lives as long as the run
            setattr(sys, name, stream)
            setattr(sys, f"__{name}__", stream)


def print_json(answer: object) -> None:
    """Print an answer as JSON: UTF-8, not wrapped, with nothing around it, and piece by piece where it is large."""
    import json

    json.dump(answer, _JsonOut(), ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


class _JsonOut:
    """Passes JSON on to standard output, with what does not show escaped."""

    def write(self, text: str) -> None:
        sys.stdout.write(outgoing_json(text))
