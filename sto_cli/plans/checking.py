"""Checks many plans, one after another or on several processors, and mends them when asked."""

from __future__ import annotations

import codecs
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sto_cli.errors import StoError, UnreadableFile, UnwritableFile, own_faults
from sto_cli.files.decoding import split_lines, without_end
from sto_cli.files.reading import note
from sto_cli.files.writing import keep_copy, write_whole
from sto_cli.findings import Finding
from sto_cli.messages import message
from sto_cli.plans.checked import Checked, Result, Unread, not_judged
from sto_cli.plans.finding_files import PlanFile
from sto_cli.plans.judging import judge_text
from sto_cli.plans.results import Judgement
from sto_cli.plans.severity import Strictness
from sto_cli.register.register import Register

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor


Mending = Literal["no", "show", "write"]

Found = PlanFile | Unread

WORTH_FORKING = 300
"""Plans from which two processes are faster than one where a process can be forked, as on Linux.

Measured with two processors, whole runs: 200 plans gain nothing, 400 plans a third, 3,000 plans 40%.
"""

WORTH_STARTING = 10_000
"""The same where each process has to start afresh, as on Windows and macOS.

There 3,000 plans take 1.4 times as long with two processes as with one: the start and the register cost 1.3 s.
"""

FORKS = sys.platform == "linux"
"""Whether processes are forked. They hold no threads or locks then; on macOS the system's own libraries do."""

TOGETHER = 40
"""Plans handed to a process at a time: enough to make the hand-over cheap, few enough to keep a bar moving."""

AHEAD = 4
"""Batches in hand per process: results are taken in order, so no more than these wait in memory."""


@dataclass(frozen=True, slots=True)
class Check:
    """How plans are checked: against which register, on which day, how strictly, and whether they are mended."""

    register: Register | Callable[[], Register] | None = None
    today: date | None = None
    strictness: Strictness = field(default_factory=Strictness)
    mending: Mending = "no"

    def __call__(self, found: Found) -> Result:
        """Check one file; what cannot be read or written comes back as `Unread`."""
        if isinstance(found, Unread):
            return found
        try:
            return self._check(found)
        except StoError:
            raise
        except own_faults():  # whatever one plan does to the checker, the others are judged
            return Checked(found.shown).tripped()

    def _check(self, found: PlanFile) -> Result:
        try:
            content = found.read()
        except UnreadableFile as problem:
            return Unread(found.shown, problem.message, problem.hint)
        judgement = self._judge(content, found.shown)
        if judgement.foreign and found.in_folder:
            return Checked(found.shown, readable=False, foreign=True)
        text = _utf8(content) if self.mending != "no" and found.mail is None else None
        try:
            return self._checked(judgement) if text is None else self._mended(found, content, text, judgement)
        except StoError:
            raise
        except own_faults():  # whatever one plan does to the mender, the others are judged
            return self._checked(replace(judgement, findings=(not_judged(found.shown), *judgement.findings)))

    def settled(self) -> Check:
        """Return the same check with the register at hand, so that it can be sent to another process."""
        return replace(self, register=self.register()) if callable(self.register) else self

    def _mended(self, found: PlanFile, content: bytes, text: str, judgement: Judgement) -> Result:
        from sto_cli.plans.mending import difference, mend_text  # noqa: PLC0415

        mended = mend_text(text, judgement, lambda new: self._judge(new, found.shown))
        if self.mending == "show" or not mended.repairs:
            shown = difference(text, mended.text, found.shown)
            return self._checked(judgement, repairs=mended.repairs, difference=shown)
        try:
            backup = write_mended(found.path, content, mended.text)
        except UnwritableFile as problem:
            return Unread(found.shown, problem.message, problem.hint)
        return self._checked(mended.judgement, repairs=mended.repairs, backup=str(backup))

    def _judge(self, content: str | bytes, shown: str) -> Judgement:
        return judge_text(content, shown, self.register, self.today)

    def _checked(self, judgement: Judgement, **more: object) -> Checked:
        findings = self.strictness.weigh(judgement.findings)
        lines, readable = _lines(judgement.source, findings), judgement.plan is not None
        return Checked(judgement.path, findings, lines, unread=judgement.unread, readable=readable, **more)  # type: ignore[arg-type]


def _utf8(content: bytes) -> str | None:
    """Return UTF-8 text without byte-order mark; None for any other encoding, which is not for us to change."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _lines(source: str, findings: Sequence[Finding]) -> Mapping[int, str]:
    """Return the lines that findings point at, and those below, by number."""
    if not findings:
        return {}
    lines = split_lines(source)
    wanted = {finding.place.line + more for finding in findings for more in (0, 1)}
    return {number: without_end(lines[number - 1]) for number in wanted if number <= len(lines)}


def check_all(found: Sequence[Found], check: Check, processes: int = 1) -> Iterator[Result]:
    """Check files and give the results in their order, with up to `processes` at work when that is faster."""
    if processes > 1 and len(found) >= (WORTH_FORKING if FORKS else WORTH_STARTING):
        yield from _in_processes(found, check, processes)
    else:
        yield from map(check, found)


def _in_processes(found: Sequence[Found], check: Check, processes: int) -> Iterator[Result]:
    """Share the work; when processes cannot be had, or one is killed, go on alone with what is left."""
    import multiprocessing  # noqa: PLC0415 - 20 ms with the next two
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    done = 0
    try:
        context = multiprocessing.get_context("fork" if FORKS else None)
        pool = ProcessPoolExecutor(processes, context, _prepare, (check.settled(),))
        try:
            for results in _batches(pool, found, processes * AHEAD):
                _note(found[done : done + len(results)], results)
                yield from results
                done += len(results)
        except BaseException:  # who is stopped does not wait for what is still in hand
            pool.shutdown(wait=False, cancel_futures=True)
            raise
        pool.shutdown()
    except (OSError, NotImplementedError, BrokenProcessPool):
        yield from map(check, found[done:])


def _note(found: Iterable[Found], results: Iterable[Result]) -> None:
    """Note here what was read, and kept, in another process."""
    for one, result in zip(found, results, strict=True):
        if isinstance(one, PlanFile):
            note(one.path)
        if isinstance(result, Checked) and result.backup:
            note(Path(result.backup))


def _batches(pool: ProcessPoolExecutor, found: Sequence[Found], ahead: int) -> Iterator[list[Result]]:
    """Give the results batch by batch, in order, while `ahead` batches are in hand."""
    batches = (found[start : start + TOGETHER] for start in range(0, len(found), TOGETHER))
    with _unstopped():
        waiting: deque[Future[list[Result]]] = deque(pool.submit(_check_batch, one) for one in islice(batches, ahead))
    while waiting:
        results = waiting.popleft().result()
        following = next(batches, None)
        if following is not None:
            waiting.append(pool.submit(_check_batch, following))
        yield results


_STOPS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


@contextmanager
def _unstopped() -> Iterator[None]:
    """Hold a request to stop until the pool is whole: half started it cannot be shut down, nor its processes ended."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _STOPS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_check_here: Check | None = None
"""The check of this process, set once by `_prepare`: the register is handed over once, not with every batch."""


def _prepare(check: Check) -> None:
    global _check_here  # noqa: PLW0603 - how a process keeps what its initialiser was given
    _check_here = check
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # what the run itself does when it is stopped is not for here
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C reaches all processes: only the run itself says so
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPS)  # held while this process was forked
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process as soon as the one that started it is gone, however that ended: it waits for work for ever."""
    from multiprocessing import connection, parent_process  # noqa: PLC0415 - as above

    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _check_batch(found: Iterable[Found]) -> list[Result]:
    assert _check_here is not None  # noqa: S101 - set before any batch
    return [_check_here(one) for one in found]


def write_mended(path: Path, original: bytes, text: str) -> Path:
    """Write the mended text to `path` whole, after keeping `original` beside it; return where that is.

    The copy is called `plan.yaml.bak`, or `plan.yaml.bak2` and so on: an earlier copy is never replaced.

    Raises:
        UnwritableFile: the file or its folder may not be written, or the file changed since it was read.
    """
    target = path.resolve()  # a link keeps pointing to the plan
    _may_write(path, target, original)
    try:
        backup = keep_copy(target, original)
    except OSError as problem:
        raise UnwritableFile(
            message(
                "{path} was not mended, as no copy of it can be kept: {reason}.", path=path, reason=problem.strerror
            ),
            message("Check that you may write in that folder."),
        ) from None
    try:
        mark = codecs.BOM_UTF8 if original.startswith(codecs.BOM_UTF8) else b""
        write_whole(target, mark + text.encode("utf-8"), renew=True)
    except UnwritableFile:
        backup.unlink(missing_ok=True)
        raise
    return path.parent / backup.name if target.parent == path.parent.resolve() else backup


def _may_write(path: Path, target: Path, original: bytes) -> None:
    """Refuse a file that is protected (replacing it would go round that), or that someone has just changed."""
    if not os.access(target, os.W_OK):
        raise UnwritableFile(
            message("{path} may not be changed.", path=path), message("Take its write protection off.")
        )
    if target.read_bytes() != original:
        raise UnwritableFile(
            message("{path} was changed by another program just now.", path=path), message("Try again.")
        )
