"""Writes docs/betrouwbaarheid.md: how often each rule was right on plans and answers labelled beforehand.

python tools/confusion.py
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from sto_cli.plans.rules import RULES

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests" / "plans"))
PAGE = ROOT / "docs" / "betrouwbaarheid.md"
HALVES = ("tuning", "apart")

HEAD = """\
# Hoe betrouwbaar zijn de opmerkingen?

**Bij een plan van een school die sto nog niet kent, klopt nog niet alles.** Op 3 december 2026 is vier keer geteld,
elke keer op 24 plannen van een nieuwe schrijver waar niets op is afgestemd, en elke reeks één keer. Geteld zijn de
opmerkingen die een programmamanager moet maken, de fouten en waarschuwingen die niemand zou geven, en feiten zoals
school, bedragen, data en partners:

| reeks | opmerkingen gezien | onterecht | waarvan fouten | feiten begrepen | verkeerd gelezen |
|---|---:|---:|---:|---:|---:|
| eerste | 16 van 22 | 12 | 6 | 217 van 264 | 13 |
| tweede | 18 van 22 | 24 | 5 | 226 van 274 | 16 |
| derde | 14 van 22 | 12 | 3 | 236 van 268 | 6 |
| vierde | 17 van 22 | 17 | 12 | 237 van 279 | 9 |

De reeksen staan in `benchmarks/labelled`; na de telling zijn ze gebruikt om te verbeteren, dus wat er nu uit komt is
gunstiger. Lees zo'n plan dus altijd zelf. Ook de cijfers hieronder zijn gunstiger.

`sto validate` leest plannen zoals een programmamanager dat doet. Om te weten hoe goed dat gaat, zijn {plans} plannen en
{answers} losse antwoorden geschreven zoals scholen ze sturen, en is **vooraf** opgeschreven wat een verstandige
programmamanager erover zou zeggen. Een deel is gebruikt om de regels te verbeteren. Het andere deel is apart gehouden:
bij het verbeteren heeft niemand die plannen gelezen, ze zijn alleen geteld. De tabel per regel hieronder gaat dus
alleen over het eerste deel. Het andere deel laat zien wat u mag verwachten bij plannen die erop lijken.

Deze bladzijde is gemaakt door `tools/confusion.py`. *Gezien*: de opmerking is gemaakt. *Gemist*: een programmamanager
zou die maken, sto niet. *Onterecht*: een fout of waarschuwing die geen programmamanager zou geven; tips tellen niet
mee.
"""


@dataclass
class Confusion:
    """Counts of one half: what was caught, missed and wrongly said, by rule."""

    plans: int = 0
    caught: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)


def confusion(half: str, register: object) -> Confusion:
    """Judge the plans of a half and count by rule."""
    from remarks import plans_of, remarks_on, score  # noqa: PLC0415 - beside the tests

    result, total = Confusion(), score(half, register)
    result.plans = total.plans
    result.false.update(text.rsplit(" ", 1)[1] for text in total.false)
    result.missed.update(_rule(text) for text in total.missed)
    unmade = Counter(_rule(text) for text in (*total.missed, *total.without_rule))
    wanted = Counter(_rule(f" {one.label}") for plan in plans_of(half) for one in remarks_on(plan) if one.must)
    result.caught = wanted - unmade
    return result


def _rule(text: str) -> str:
    name = text.rsplit(" ", 1)[1].removeprefix("kind:")
    return {"unknown-goal-in-prose": "unknown-goal", "none": "(zonder regel)"}.get(name, name)


def answers(half: str, register: object) -> dict[str, tuple[int, int]]:
    """Return how many single answers were judged right, of how many, by subject."""
    from test_single_answers import JUDGES, wrongly_judged  # noqa: PLC0415 - beside the tests

    found = {subject: wrongly_judged(half, subject, register) for subject in JUDGES}
    return {subject: (number - len(wrong), number) for subject, (wrong, number) in found.items()}


SUBJECTS = {
    "goals": "Is een doel meetbaar?",
    "texts": "Is een tekst een antwoord, of leeg, overgenomen of te kort?",
    "partners": "Is iemand een partner, een voornemen of niemand?",
    "mbo": "Gaat het over een mbo-school?",
}


def document(register: object) -> str:
    """Return the page, as Markdown."""
    whole = {half: confusion(half, register) for half in HALVES}
    single = {half: answers(half, register) for half in HALVES}
    number = sum(of for half in HALVES for subject, (_, of) in single[half].items() if subject != "mbo")
    head = HEAD.format(plans=sum(one.plans for one in whole.values()), answers=number)
    lines = [head, "## Hele plannen", "", "| | om te verbeteren | apart gehouden |", "|---|---:|---:|"]
    lines.append(f"| plannen | {' | '.join(str(whole[half].plans) for half in HALVES)} |")
    lines.append(f"| opmerkingen gezien | {' | '.join(_of(whole[half]) for half in HALVES)} |")
    lines.append(f"| onterecht | {' | '.join(str(whole[half].false.total()) for half in HALVES)} |")
    lines += ["", "## Losse antwoorden: goed beoordeeld", ""]
    lines += ["| vraag | om te verbeteren | apart gehouden |", "|---|---:|---:|"]
    for subject, question in SUBJECTS.items():
        counts = (f"{right} van {number}" for right, number in (single[half][subject] for half in HALVES))
        lines.append(f"| {question} | {' | '.join(counts)} |")
    return "\n".join([*lines, *_by_rule(whole["tuning"])]) + "\n"


def _by_rule(one: Confusion) -> list[str]:
    """The table of one half; of the half set apart there is none, for whoever sees it tunes to it."""
    ruled = {rule.id for rule in RULES}
    lines = ["", "## Per regel, in de plannen om te verbeteren", ""]
    lines += ["| regel | gezien | gemist | onterecht |", f"|---|{'---:|' * 3}"]
    for name in sorted({*one.caught, *one.missed, *one.false}):
        shown = f"[{name}](regels.md#{name})" if name in ruled else name
        lines.append(f"| {shown} | {one.caught[name]} | {one.missed[name]} | {one.false[name]} |")
    return lines


def _of(one: Confusion) -> str:
    caught = one.caught.total()
    return f"{caught} van {caught + one.missed.total()}"


def main() -> None:
    from sto_cli.register.load import load_register  # noqa: PLC0415

    PAGE.write_text(document(load_register()), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
