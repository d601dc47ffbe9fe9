"""What the Tab key offers: the names of regions, provinces and rules, and the words that an option can have.

Imported only while a shell completes a command or asks for the script that does so. A file is offered by the shell
itself, wherever nothing is offered here.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Callable, Iterable
from pathlib import Path
from textwrap import shorten
from typing import Any, NoReturn

import typer

from sto_cli.cli.session import Session
from sto_cli.errors import StoError, UsageProblem
from sto_cli.messages import message

Offer = tuple[str, str]
"""A word that may be written, and what it stands for ("" when it speaks for itself)."""

CHOICES = re.compile(r"<([^<>]+\|[^<>]+)>$")
"""How a metavar names the words that can be written: `<none|region>`."""

WIDTH = 60
"""Characters of a meaning that are shown: a longer one would be broken into lines, which a shell takes for offers."""


def typed_words() -> list[str]:
    """Return the command as it stands on the line that is being completed: `--lang` in it counts."""
    line = os.environ.get("COMP_WORDS") or os.environ.get("_TYPER_COMPLETE_ARGS") or ""
    try:
        return shlex.split(line)
    except ValueError:  # a quotation mark that is still open
        return line.split()


def offered(context: Any, parameter: Any, begun: str) -> list[Any]:
    """Return what may be written for a parameter, as Typer's completion items."""
    offers = _offers(context, parameter)
    if offers is None:
        return list(parameter.type.shell_complete(context, parameter, begun))
    from typer._click.shell_completion import CompletionItem

    fitting = (offer for offer in offers if offer[0].casefold().startswith(begun.casefold()))
    return [CompletionItem(word, help=shorten(meaning, WIDTH, placeholder="…") or None) for word, meaning in fitting]


def _offers(context: Any, parameter: Any) -> Iterable[Offer] | None:
    if parameter.name in NAMED:
        try:
            return NAMED[parameter.name](_session(context))
        except StoError:  # a broken register is told of when the command is run
            return []
    choices = CHOICES.search(parameter.metavar or "")
    return [(word, "") for word in choices[1].split("|")] if choices else None


def _session(context: Any) -> Session:
    root = context.find_root()
    return Session(root.command.translator, [Path(folder) for folder in root.params.get("data") or ()])


def _regions(session: Session) -> list[Offer]:
    return [(region.id, region.name) for region in session.register.regions.values()]


def _provinces(session: Session) -> list[Offer]:
    return [
        (name, "") for name in sorted({name for one in session.register.regions.values() for name in one.provinces})
    ]


def _rules(session: Session) -> list[Offer]:
    from sto_cli.plans.rule_pages import page_of
    from sto_cli.plans.rules import RULES

    return [(rule.ID, session.translator.text(page_of(rule).sentence)) for rule in RULES]


NAMED: dict[str, Callable[[Session], list[Offer]]] = {
    "region": _regions,
    "province": _provinces,
    "rule": _rules,
    "ignore": _rules,
}
"""The name of a parameter → what can be written for it."""


def install(context: Any) -> NoReturn:
    """Let the shell in which `sto` runs complete commands from now on.

    Raises:
        UsageProblem: it is not known which shell this is, or it cannot be helped.
    """
    from typer._completion_shared import install as write_script

    shell, path = write_script(shell=_shell(), prog_name="sto")
    session = Session(context.command.translator)
    session.remark(
        message("The Tab key completes commands from now on in {shell}; written to {path}.", shell=shell, path=path)
    )
    session.remark(message("Open a new window to use it."))
    raise typer.Exit


def show(context: Any) -> NoReturn:
    """Print what makes the shell complete commands.

    Raises:
        UsageProblem: as `install`.
    """
    from typer._completion_shared import get_completion_script

    print(get_completion_script(prog_name="sto", complete_var="_STO_COMPLETE", shell=_shell()))
    raise typer.Exit


def _shell() -> str:
    from typer._completion_shared import Shells, _get_shell_name

    shells = [shell.value for shell in Shells]
    name = _get_shell_name()
    if name not in shells:
        raise UsageProblem(
            message("The Tab key cannot complete commands in this window."),
            message("It can in: {shells}.", shells=", ".join(shells)),
        )
    return name
