"""The questions of the menu: what each asks for, and the command that answers it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sto_cli.messages import N_

AskKind = Literal["words", "region", "path", "month", "output"]
"""What is asked for: words, a region that is known, a file or folder that exists, a month, a file to write to."""

Word = str | tuple[str, ...]
"""A word of a command; `{name}` stands for what was answered. Words in a tuple go together, and are left out where
nothing was answered."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing to ask. `offered` is what an empty answer means: a name may hold `{stem}`, that of the file read.

    Without it an empty answer to what is `needed` goes back to the list. `endings` are those of a file to write to.
    """

    name: str
    text: str
    kind: AskKind = "words"
    offered: str = ""
    needed: bool = True
    endings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MenuQuestion:
    """One line of the list: what people want to know, what is asked for it, and the words behind `sto`."""

    text: str
    command: tuple[Word, ...]
    asks: tuple[Ask, ...] = ()

    def words(self, answers: Mapping[str, str]) -> list[str]:
        """Return the command for these answers."""
        found: list[str] = []
        for word in self.command:
            together = (word,) if isinstance(word, str) else word
            if isinstance(word, str) or all(answers.get(name) for name in answers if f"{{{name}}}" in " ".join(word)):
                found += [part.format_map(answers) for part in together]
        return found


REGION = Ask("region", N_("Which region? (a name, or a place such as Enschede)"), "region")
PLANS = Ask("plans", N_("The folder with plans, or one plan (drag it onto this window)"), "path")
LIST = Ask("list", N_("The list: an Excel or CSV file (drag it onto this window)"), "path")
SCREEN = N_("On the screen (Enter), or in a file? Then a name that ends in {endings}")
REPORT_FILE = Ask("output", SCREEN, "output", needed=False, endings=(".html", ".xlsx", ".csv"))

MENU: tuple[MenuQuestion, ...] = (
    MenuQuestion(
        N_("In which region does a school lie, and does it take part?"),
        ("find-region", "{school}", "--choose"),
        (Ask("school", N_("Which school? (name and place, or code, or postcode)")),),
    ),
    MenuQuestion(
        N_("The same as a mail to send to the teacher who asked"),
        ("find-region", "{school}", "--choose", "--output", "{output}"),
        (
            Ask("school", N_("Which school? (name and place, or code, or postcode)")),
            Ask(
                "output",
                N_("What should the file be called?"),
                "output",
                N_("answer.docx"),
                endings=(".docx", ".txt", ".md", ".html"),
            ),
        ),
    ),
    MenuQuestion(
        N_("How is my region doing, what is there to do and whom do I write to?"),
        ("report", "region", "{region}", ("--output", "{output}")),
        (REGION, REPORT_FILE),
    ),
    MenuQuestion(
        N_("The same, with the plans that I received"),
        ("report", "region", "{region}", "--plans", "{plans}", ("--output", "{output}")),
        (REGION, PLANS, REPORT_FILE),
    ),
    MenuQuestion(
        N_("Are the plans that I received complete and right?"),
        ("validate", "{plans}"),
        (PLANS,),
    ),
    MenuQuestion(
        N_("The plans that I received side by side: costs, partners, what is due"),
        ("report", "plans", "{plans}", ("--output", "{output}")),
        (PLANS, REPORT_FILE),
    ),
    MenuQuestion(
        N_("A form for a new plan, to fill in with Word"),
        ("plan", "new", "--school", "{school}", "--output", "{output}"),
        (
            Ask("school", N_("For which school? (name and place, or code)")),
            Ask("output", N_("What should the file be called?"), "output", N_("plan.docx"), endings=(".docx", ".yaml")),
        ),
    ),
    MenuQuestion(
        N_("Put codes and regions beside a list of school names"),
        ("match", "{list}", "--output", "{output}", "--review"),
        (
            LIST,
            Ask(
                "output",
                N_("What shall the new list be called?"),
                "output",
                N_("{stem}-linked.xlsx"),
                endings=(".xlsx", ".csv"),
            ),
        ),
    ),
    MenuQuestion(
        N_("Keep my own list of who takes part"),
        ("data", "import", "participation", "{list}", "--region", "{region}", "--as-of", "{month}"),
        (LIST, REGION, Ask("month", N_("From which month is the list? (such as 2026-10)"), "month")),
    ),
    MenuQuestion(N_("Take back the latest change of my own data"), ("data", "undo")),
    MenuQuestion(
        N_("How do all regions stand?"),
        ("report", "coverage", "--by", "region", ("--output", "{output}")),
        (REPORT_FILE,),
    ),
    MenuQuestion(N_("Which regions are there?"), ("region", "list")),
)
