"""What a rule hands in; the judge makes a `Finding` of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sto_cli.files.yaml.reader import KeyPath
from sto_cli.findings import Place
from sto_cli.messages import Message

LighterCase = Literal[
    "nearest-region", "known-institution", "name-in-words", "both-languages", "understood-heading", "no-profile",
    "nearly-a-tenth", "more-about-a-point", "rough-amount",
    "alike-costs", "own-heading", "beside-the-question", "own-kind", "open-place", "no-goal-named",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Flaw:
    """One sentence about one part of a plan, and what to do about it.

    `path` leads to the part by English names; the mark is put on the value, on the heading above it, or at `place`.
    `replacement` is what a repair may write in that place. `lighter` names
    the case in which it weighs less than its rule says (see `sto_cli.plans.severity`).
    """

    path: KeyPath
    message: Message
    hint: Message | None = None
    on: Literal["value", "heading"] = "value"
    place: Place | None = None
    replacement: str | None = None
    fixable: bool = False
    lighter: LighterCase | None = None
    rests_on: tuple[KeyPath, ...] = ()
    """Other parts of the plan that it is held against: where one of these was guessed, it may be wrong instead."""
    written: str | None = None
    """The path in the writer's words, where `path` does not lead there (a heading that is not known)."""
