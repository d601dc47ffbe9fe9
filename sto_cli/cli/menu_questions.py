"""The questions of the menu: what each asks for, and the command that answers it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from sto_cli.messages import N_

AskKind = Literal["words", "region", "school", "path", "sheet", "column", "month", "output"]
"""What is asked for: words, a region or school that is known, a file or folder that exists, the sheet of a workbook
that has several, the column of names where no heading says it, a month, a file to write to."""

Word = str | tuple[str, ...]
"""A word of a command; `{name}` stands for what was answered. Words in a tuple go together, and are left out where
nothing was answered."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing to ask. `offered` is what an empty answer means: a name may hold `{stem}`, that of the file read.

    Without it an empty answer to what is `needed` goes back to the list. `endings` are those of a file to write to,
    the first one what it gets where it has none. `unless_folder` names an earlier answer: where that is a folder,
    this is not asked.
    """

    name: str
    text: str
    kind: AskKind = "words"
    offered: str = ""
    needed: bool = True
    endings: tuple[str, ...] = ()
    unless_folder: str = ""


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
            named = _NAMED.findall(" ".join(together))
            if isinstance(word, str) or all(map(answers.get, named)):
                found += [part.format_map(answers) for part in together]
        return found


_NAMED = re.compile(r"\{(\w+)\}")

REGION = Ask("region", N_("Which region? (a name, or a place such as Enschede)"), "region")
PLANS = Ask("plans", N_("The folder with plans, or one plan (drag it onto this window)"), "path")
PERHAPS_PLANS = Ask("plans", N_("The folder with plans that you received (Enter for none)"), "path", needed=False)
LIST = Ask("list", N_("The list: an Excel or CSV file (drag it onto this window)"), "path")
OF_LIST = (("--sheet", "{sheet}"), ("--name", "{name}"))
LIST_ASKS = (LIST, Ask("sheet", "", "sheet"), Ask("name", "", "column"))
OLD = Ask("old", N_("The version from before (drag it onto this window)"), "path")
NEW = Ask("new", N_("The version of now (drag it onto this window)"), "path")
SCREEN = N_("On the screen (Enter), or in a file? Then a name that ends in {endings}")
NAME = N_("What should the file be called?")
REPORT_FILE = Ask("output", SCREEN, "output", needed=False, endings=(".html", ".xlsx", ".csv", ".docx"))
LETTER_FILE = Ask(
    "output", SCREEN, "output", needed=False, endings=(".docx", ".txt", ".md", ".html"), unless_folder="plans"
)
OUTPUT = ("--output", "{output}")

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
            Ask("school", N_("Which school? (name and place, or code, or postcode)"), "school"),
            Ask("output", NAME, "output", N_("answer.docx"), endings=(".docx", ".txt", ".md", ".html")),
        ),
    ),
    MenuQuestion(
        N_("How is my region doing, what is there to do and whom do I write to?"),
        ("report", "region", "{region}", ("--plans", "{plans}"), OUTPUT),
        (REGION, PERHAPS_PLANS, REPORT_FILE),
    ),
    MenuQuestion(
        N_("Which schools do not take part, or is it not known of?"),
        ("report", "gaps", "--region", "{region}", OUTPUT),
        (REGION, REPORT_FILE),
    ),
    MenuQuestion(
        N_("How does taking part change over the years?"),
        ("report", "trend", "--region", "{region}", OUTPUT),
        (REGION, REPORT_FILE),
    ),
    MenuQuestion(
        N_("Are the plans that I received complete and right?"),
        ("validate", "{plans}"),
        (PLANS,),
    ),
    MenuQuestion(
        N_("The same, as comments in the margin of a copy of each Word document"),
        ("validate", "{plans}", "--comments", "--with-tips"),
        (PLANS,),
    ),
    MenuQuestion(
        N_("A letter to the school about its plan"),
        ("validate", "{plans}", "--letter", OUTPUT),
        (PLANS, LETTER_FILE),
    ),
    MenuQuestion(
        N_("What changed in the second version of a plan?"),
        ("plan", "compare", "{old}", "{new}", OUTPUT),
        (OLD, NEW, Ask("output", SCREEN, "output", needed=False, endings=(".html", ".docx", ".md"))),
    ),
    MenuQuestion(
        N_("A letter to the school about the second version"),
        ("plan", "compare", "{old}", "{new}", "--letter", OUTPUT),
        (OLD, NEW, LETTER_FILE),
    ),
    MenuQuestion(
        N_("The plans that I received side by side: costs, partners, what is due"),
        ("report", "plans", "{plans}", OUTPUT),
        (PLANS, replace(REPORT_FILE, endings=(*REPORT_FILE.endings, ".ics"))),
    ),
    MenuQuestion(
        N_("How far are the plans: reached, late, next, spent?"),
        ("plan", "progress", "{plans}", OUTPUT),
        (PLANS, REPORT_FILE),
    ),
    MenuQuestion(
        N_("A form for a new plan, to fill in with Word"),
        ("plan", "new", "--school", "{school}", "--output", "{output}"),
        (
            Ask("school", N_("For which school? (name and place, or code)"), "school"),
            Ask("output", NAME, "output", N_("plan.docx"), endings=(".docx", ".yaml")),
        ),
    ),
    MenuQuestion(
        N_("Put codes and regions beside a list of school names"),
        ("match", "{list}", *OF_LIST, "--output", "{output}", "--review"),
        (
            *LIST_ASKS,
            Ask("output", N_("What shall the new list be called?"), "output", N_("{stem}-linked.xlsx"),
                endings=(".xlsx", ".csv")),
        ),
    ),
    MenuQuestion(
        N_("Keep my own list of who takes part"),
        ("data", "import", "participation", "{list}", *OF_LIST, "--region", "{region}",
         "--as-of", "{month}"),
        (*LIST_ASKS, REGION, Ask("month", N_("From which month is the list? (such as 2026-10)"), "month")),
    ),
    MenuQuestion(N_("What changed in my own data, and when?"), ("data", "log")),
    MenuQuestion(
        N_("Take back a change of my own data"),
        ("data", "undo", ("{number}",)),
        (Ask("number", N_("Back to before which change? (its number; Enter for the latest)"), needed=False),),
    ),
    MenuQuestion(
        N_("Give my own data to a colleague or a new computer"),
        ("data", "export", "{output}"),
        (Ask("output", NAME, "output", N_("own-data.zip"), endings=(".zip",)),),
    ),
    MenuQuestion(
        N_("Take over own data that a colleague gave me"),
        ("data", "import", "zip", "{zip}"),
        (Ask("zip", N_("The ZIP file that you got (drag it onto this window)"), "path"),),
    ),
    MenuQuestion(
        N_("How do all regions stand?"),
        ("report", "coverage", "--by", "region", OUTPUT),
        (REPORT_FILE,),
    ),
    MenuQuestion(N_("Which regions are there?"), ("region", "list")),
)  # fmt: skip
