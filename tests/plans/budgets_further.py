"""Six further styles of budgets, written before anything of them was read: counted once, and only then mended."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from budgets_made import COMPANIES, Sums, dress, grouped


def small(thing: str) -> str:
    """Write a thing as in the middle of a sentence."""
    return thing if thing[:2] in {"3D", "CN"} else thing[0].lower() + thing[1:]


def as_a_letter(rng: Random, made: Sums) -> str:
    """Whole sentences of a letter, each with one cost, and the payers in other words."""
    write = rng.choice([lambda n: f"€ {grouped(n)}", lambda n: f"{grouped(n)} euro", lambda n: f"€{grouped(n)},-"])
    says = [
        "Voor {} is {} nodig.", "De offerte voor {} komt uit op {}.", "Aan {} zijn we {} kwijt.",
        "{} begroten we op {}.", "Verder rekenen we voor {} op {}.",
    ]  # fmt: skip
    lines = []
    for thing, euros in made.things:
        line = rng.choice(says).format(small(thing), write(euros))
        lines.append(line[0].upper() + line[1:])
    lines.append(rng.choice(["Daarmee komen de totale kosten op {}.", "Alles bij elkaar gaat het om {}.",
                             "De hele begroting sluit op {}."]).format(write(made.total)))  # fmt: skip
    if made.school:
        own = ["Wij nemen daarvan zelf {} voor onze rekening.", "Uit eigen middelen leggen wij {} bij.",
               "Daarvan draagt onze school {}."]  # fmt: skip
        lines.append(rng.choice(own).format(write(made.school)))
    if made.company:
        company = rng.choice(COMPANIES)
        given = ["{} sponsort ons met {}.", "{} neemt {} voor zijn rekening.", "{} legt er {} bij."]
        lines.append(rng.choice(given).format(company[0].upper() + company[1:], write(made.company)))
    asks = ["Aan subsidie vragen wij {} aan.", "De bijdrage die wij van de regio vragen is dus {}.",
            "Wat overblijft, {}, hopen we van STO te krijgen."]  # fmt: skip
    lines.append(rng.choice(asks).format(write(made.asked)))
    return " ".join(lines)


def from_excel(rng: Random, made: Sums) -> str:
    """Rows pasted from a spreadsheet: tabs, counts, prices and amounts."""
    rows = ["Omschrijving\tAantal\tPrijs per stuk\tBedrag"]
    for thing, euros in made.things:
        count = rng.choice([one for one in (1, 2, 4, 5, 10) if euros % one == 0])
        rows.append(f"{thing}\t{count}\t€ {grouped(euros // count)},00\t€ {grouped(euros)},00")
    rows.append(f"Totaal\t\t\t€ {grouped(made.total)},00")
    if made.school:
        rows.append(f"Eigen bijdrage\t\t\t€ {grouped(made.school)},00")
    if made.company:
        rows.append(f"Bijdrage bedrijf\t\t\t€ {grouped(made.company)},00")
    rows.append(f"Gevraagde bijdrage STO\t\t\t€ {grouped(made.asked)},00")
    return "\n".join(rows)


def as_own_yaml(rng: Random, made: Sums) -> str:
    """A mapping in YAML with keys of one's own."""
    del rng
    keys = {thing: thing.lower().replace(" ", "_").replace("-", "_") for thing, _ in made.things}
    lines = ["middelen:", "  kosten:", *(f"    {keys[thing]}: {euros}" for thing, euros in made.things)]
    lines.append(f"  totale_kosten: {made.total}")
    lines += [f"  bijdrage_school: {made.school}"] if made.school else []
    lines += [f"  bijdrage_bedrijven: {made.company}"] if made.company else []
    lines.append(f"  gevraagd_van_sto: {made.asked}")
    return "\n".join(lines) + "\n"


def per_year_block(rng: Random, made: Sums) -> str:
    """A list for each year with its sum, and the sum of both."""
    write, half = dress(rng), max(1, len(made.things) // 2)
    blocks = [made.things[:half], made.things[half:]]
    lines: list[str] = []
    for year, block in zip(("2026", "2027"), blocks, strict=True):
        lines += [rng.choice(["Jaar {}", "Kosten {}", "{}"]).format(year)]
        lines += [f"- {thing}: {write(euros)}" for thing, euros in block]
        lines += [f"Totaal {year}: {write(sum(euros for _, euros in block))}", ""]
    lines.append(f"Totaal 2026 en 2027 samen: {write(made.total)}")
    lines += [f"Bijdrage van de school: {write(made.school)}"] if made.school else []
    lines += [f"Bijdrage van {rng.choice(COMPANIES)}: {write(made.company)}"] if made.company else []
    return "\n".join([*lines, f"Gevraagd bij STO: {write(made.asked)}"])


def in_activities(rng: Random, made: Sums) -> str:
    """Costs below the activity that they are for, as bold points with what they are for in brackets."""
    write = dress(rng)
    lines = []
    for number, (thing, euros) in enumerate(made.things, 1):
        lines.append(f"{number}. Activiteit {number}: {small(thing)}, klas {rng.randint(1, 4)} ({write(euros)})")
    lines.append(f"**Totaal van de {len(made.things)} activiteiten: {write(made.total)}**")
    said = [f"school {write(made.school)}"] if made.school else []
    said += [f"bedrijven {write(made.company)}"] if made.company else []
    lines.append(f"Cofinanciering: {' en '.join(said)}." if said else "Er is geen cofinanciering.")
    lines.append(f"Aanvraag STO: {write(made.asked)}")
    return "\n".join(lines)


def two_sides(rng: Random, made: Sums) -> str:
    """A table with what goes out on the left and what comes in on the right."""
    right = [(rng.choice(["STO", "Subsidie STO", "Sterk Techniekonderwijs"]), made.asked)]
    right += [(rng.choice(["Eigen bijdrage school", "School"]), made.school)] if made.school else []
    right += [(rng.choice(COMPANIES), made.company)] if made.company else []
    rows = [["Uitgaven", "€", "Inkomsten", "€"]]
    for at in range(max(len(made.things), len(right))):
        row = []
        for side in (made.things, right):
            row += [side[at][0], grouped(side[at][1])] if at < len(side) else ["", ""]
        rows.append(row)
    rows.append(["Totaal", grouped(made.total), "Totaal", grouped(made.asked + made.school + made.company)])
    head, *body = rows
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * 4, *body])


FURTHER: tuple[Callable[[Random, Sums], str], ...] = (
    as_a_letter, from_excel, as_own_yaml, per_year_block, in_activities, two_sides,
)  # fmt: skip
