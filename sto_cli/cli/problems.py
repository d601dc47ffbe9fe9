"""Says what went wrong on standard error, with what to do next."""

from typing import Any

from sto_cli.cli.screen import tell
from sto_cli.errors import BrokenRegister, StoError, UsageProblem
from sto_cli.messages import Message, Translator, message

EXIT_NO = 1
"""The answer is no: not found, ambiguous, findings of severity error, target missed."""

EXIT_WRONG_USE = 2
"""Wrong use, or the tool cannot work."""

SHOWN_FINDINGS = 20
"""A screenful: whoever has more runs `sto data check`."""


def explain(problem: Any, translator: Translator) -> None:
    """Print what went wrong, whether the tool says so or Typer."""
    if isinstance(problem, StoError):
        lines = [translator.say(problem.message)]
        if isinstance(problem, BrokenRegister):
            for finding in problem.findings[:SHOWN_FINDINGS]:
                lines.append(f"  {finding.place}: {translator.say(finding.message)}")
                if finding.hint is not None:
                    lines.append(f"      {translator.say(finding.hint)}")
        if problem.hint is not None:
            lines.append(translator.say(problem.hint))
        for line in lines:
            tell(line)
    else:
        context = getattr(problem, "ctx", None)
        tell(translator.say(_usage_sentence(problem)))
        command = context.command_path if context else "sto"
        tell(translator.say(message("See: {command} --help", command=command)))


MEANT = {
    "--at": "--as-of", "--date": "--as-of", "--datum": "--as-of", "--peildatum": "--as-of", "--regio": "--region",
    "--provincie": "--province", "--gemeente": "--municipality", "--per": "--by", "--doel": "--target",
    "--taal": "--lang", "--uitvoer": "--output",
}  # fmt: skip
"""Options as people think they are called → what they are called."""


def too_many_words(words: list[str], context: Any) -> UsageProblem:
    """Say that a command does not take these words, and behind which option they may belong."""
    written = " ".join(words)
    option = _option_for(written, _options(context.command))
    hint = message("See: {command} --help", command=context.command_path)
    if option is not None:
        quoted = f'"{written}"' if " " in written else written
        hint = message("Did you mean {names}?", names=f"{option} {quoted}")
    return UsageProblem(message("This command does not take “{words}”.", words=written), hint)


def _option_for(written: str, options: set[str]) -> str | None:
    """The option that names a part of the country, if a command has one."""
    from sto_cli.search.words import PROVINCE_SIGNS

    known = {name.casefold() for name in PROVINCE_SIGNS} | {"friesland", "brabant"}
    wishes = ("--province", "--region") if written.casefold() in known else ("--region", "--province")
    return next((option for option in wishes if option in options), None)


def _options(command: Any) -> set[str]:
    return {name for parameter in command.params for name in parameter.opts if name.startswith("--")}


def _no_option(problem: Any) -> Message:
    """Say that there is no such option: it belongs before the command, or is called otherwise."""
    name, context = problem.option_name, problem.ctx
    if context is not None and context.parent is not None and name in _options(context.find_root().command):
        command = context.command_path.removeprefix("sto ")
        return message(
            "{option} goes before the command: {example}", option=name, example=f"sto {name} … {command}"
        )  # fmt: skip
    meant = MEANT.get(name)
    near = [meant] if context and meant in _options(context.command) else sorted(problem.possibilities or ())
    if near:
        return message("There is no option {option}. Did you mean {other}?", option=name, other=", ".join(near))
    return message("There is no option {option}.", option=name)


def _usage_sentence(problem: Any) -> Message:
    """Say Typer's complaint in our own words; Typer has them in English only."""
    kind = type(problem).__name__
    parameter = getattr(problem, "param", None)
    name = parameter.get_error_hint(problem.ctx).strip("'[]").removesuffix("...") if parameter is not None else ""
    if kind == "NoSuchOption":
        return _no_option(problem)
    if kind == "MissingParameter":
        return message("{name} is missing.", name=name)
    if kind == "BadOptionUsage":
        return message("The option {option} needs a value.", option=problem.option_name)
    if parameter is not None:
        choices = getattr(parameter.type, "choices", None)
        if choices:
            options = ", ".join(str(getattr(choice, "value", choice)) for choice in choices)
            return message("{name} can be one of these: {choices}.", name=name, choices=options)
        low, high = getattr(parameter.type, "min", None), getattr(parameter.type, "max", None)
        if low is not None and high is not None:
            return message("{name} is a number from {low} to {high}.", name=name, low=_bound(low), high=_bound(high))
        if hasattr(parameter.type, "_number_class"):
            return message("{name} is a number.", name=name)
        return message("The value of {name} is not right: {complaint}", name=name, complaint=problem.message)
    return message("This is not understood: {complaint}", complaint=problem.format_message())


FIRST_YEAR = 1900
"""A bound from here on is a year, which is written without a mark for thousands."""


def _bound(number: int) -> int | str:
    return str(number) if number >= FIRST_YEAR else number
