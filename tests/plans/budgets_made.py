"""Budgets in the shapes and dress in which people write them, and the same with one planted fault.

The shapes are those of forms, spreadsheets, mails and minutes that schools send; words, orders and ways to write an
amount vary. `APART` holds styles that nobody looked at while the reader was made: they are counted, not mended.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

THINGS = [
    "Lasersnijder", "3D-printers", "Gereedschap", "Werkbanken", "Inrichting van het praktijklokaal", "Sensoren",
    "Lesmateriaal", "Hout en plaatmateriaal", "Zonnepanelen", "Robotarm", "Veiligheidsbrillen", "Afzuiging",
    "Scholing van het team", "Ontwikkelen van de lessen", "Vervoer naar bedrijven", "Gastlessen", "Software",
    "Leskisten voor basisscholen", "Keuring", "Huur van een machine", "Drones", "Meetkoffers", "Tiny house",
    "Bouwpakketten", "Coördinatie", "Excursies", "Elektra", "CNC-frees", "Plantenkas", "Zorgrobot",
]  # fmt: skip
COMPANIES = ["Bouwbedrijf Mulder", "installatiebedrijf De Wit", "het bedrijf", "technisch bedrijf Van Dam"]
TOTALS = ["Totaal", "Samen", "Totale kosten", "In totaal", "Opgeteld", "Alles bij elkaar", "TOTAAL"]
WORDS = {
    1000: "duizend", 1500: "vijftienhonderd", 2000: "tweeduizend", 2500: "vijfentwintighonderd", 3000: "drieduizend",
    4000: "vierduizend", 5000: "vijfduizend", 6000: "zesduizend", 8000: "achtduizend", 9000: "negenduizend",
    12000: "twaalfduizend", 16000: "zestienduizend", 24000: "vierentwintigduizend",
}  # fmt: skip


@dataclass(frozen=True)
class MadeBudget:
    """A budget as text, with what a reader takes from it in euros; `others` None where nothing is said of them."""

    text: str
    style: str
    total: int
    asked: int | None
    others: int | None
    fault: str = ""


@dataclass
class Sums:
    """What a budget says; a fault changes what is written, and not the costs themselves."""

    things: list[tuple[str, int]]
    school: int = 0
    company: int = 0
    stated: int | None = None
    stated_asked: int | None = None

    @property
    def costs(self) -> int:
        """All costs together."""
        return sum(cents for _, cents in self.things)

    @property
    def total(self) -> int:
        """What is written as the total."""
        return self.costs if self.stated is None else self.stated

    @property
    def asked(self) -> int:
        """What is written as asked."""
        return self.costs - self.school - self.company if self.stated_asked is None else self.stated_asked


def grouped(number: int, mark: str = ".") -> str:
    """Write a number with marks between the thousands."""
    return f"{number:,}".replace(",", mark)


def dress(rng: Random) -> Callable[[int], str]:
    """Choose how one writer writes amounts."""
    return rng.choice([
        lambda n: f"€ {grouped(n)}", lambda n: f"€{grouped(n)}", lambda n: f"{grouped(n)} euro",
        lambda n: f"€ {grouped(n)},-", lambda n: f"EUR {grouped(n)}", lambda n: f"€ {grouped(n)},00",
        lambda n: f"{n} euro", lambda n: f"€ {n}", lambda n: f"{grouped(n)},-",
    ])  # fmt: skip


def sums(rng: Random, *, fewest: int = 2, most: int = 6, paid: bool | None = None) -> Sums:
    """Make costs, and who pays a part of them."""
    things = rng.sample(THINGS, rng.randint(fewest, most))
    made = Sums([(thing, rng.randint(6, 180) * 50) for thing in things])
    if paid if paid is not None else rng.random() < 0.7:
        tenth = max(made.costs // 10 // 50 * 50, 50)
        made.school = rng.choice([0, tenth])
        made.company = rng.choice([tenth, tenth + 250]) if made.school == 0 else rng.choice([0, 2 * tenth])
        made.company = made.company if made.school + made.company < made.costs // 2 else tenth
    return made


def with_product(rng: Random, thing: str, euros: int, write: Callable[[int], str], *, wrong: int = 0) -> str:
    """Write a cost as a product, where it is one, with its outcome."""
    counts = [one for one in (2, 3, 4, 5, 6, 8, 10) if euros % one == 0]
    count = rng.choice(counts) if counts else 1
    stated = euros + wrong
    if count == 1:
        return f"{thing}: {write(stated)}"
    price = euros // count
    return rng.choice([
        f"{thing}, {count} x {write(price)} = {write(stated)}", f"{thing}: {count} x {price} = {write(stated)}",
        f"{thing} ({count} stuks à {write(price)}): {write(stated)}",
    ])  # fmt: skip


def paying(rng: Random, made: Sums, write: Callable[[int], str]) -> str:
    """Say who pays and what is asked, in sentences."""
    company = rng.choice(COMPANIES)
    said = []
    if made.company:
        said.append(rng.choice([f"{company[0].upper()}{company[1:]} betaalt {write(made.company)}.",
                                f"Van {company} komt een bijdrage van {write(made.company)}.",
                                f"{company[0].upper()}{company[1:]} draagt {write(made.company)} bij."]))  # fmt: skip
    if made.school:
        said.append(rng.choice([f"De school betaalt {write(made.school)}.",
                                f"Eigen bijdrage school: {write(made.school)}.",
                                f"De school legt {write(made.school)} in."]))  # fmt: skip
    if rng.random() < 0.8 or made.stated_asked is not None:
        said.append(rng.choice([f"Van STO vragen we {write(made.asked)}.", f"Gevraagd van STO: {write(made.asked)}.",
                                f"Blijft over voor STO: {write(made.asked)}.",
                                f"Wij vragen de regio om {write(made.asked)}."]))  # fmt: skip
    return " ".join(said)


# Styles


def as_list(rng: Random, made: Sums) -> str:
    """Points with a colon, a total, and sentences on who pays."""
    write, bullet = dress(rng), rng.choice(["- ", "* ", "• ", ""])
    lines = [f"{bullet}{thing}: {write(euros)}" for thing, euros in made.things]
    return "\n".join([*lines, f"{bullet}{rng.choice(TOTALS)}: {write(made.total)}", "", paying(rng, made, write)])


def as_products(rng: Random, made: Sums) -> str:
    """Points that are products."""
    write = dress(rng)
    lines = [f"- {with_product(rng, thing, euros, write)}" for thing, euros in made.things]
    return "\n".join([*lines, f"- {rng.choice(TOTALS)}: {write(made.total)}", "", paying(rng, made, write)])


def table(rows: list[list[str]]) -> str:
    """Write rows as a table with bars."""
    head, *body = rows
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * len(head), *body])


def as_table(rng: Random, made: Sums) -> str:
    """A table of items and amounts."""
    write = rng.choice([dress(rng), grouped, str])
    head = rng.choice(
        [["Post", "Bedrag"], ["Kostenpost", "Kosten (€)"], ["Wat", "Euro"], ["Omschrijving", "Bedrag in euro"]]
    )
    rows = [[thing, write(euros)] for thing, euros in made.things]
    return (
        table([head, *rows, [rng.choice(["Totaal", "**Totaal**", "Samen"]), write(made.total)]])
        + "\n\n"
        + paying(rng, made, dress(rng))
    )


def split(rng: Random, euros: int, parts: int) -> list[int]:
    """Split an amount in parts of tens."""
    cuts = sorted(rng.randint(0, euros // 10) * 10 for _ in range(parts - 1))
    return [end - start for start, end in zip([0, *cuts], [*cuts, euros], strict=True)]


def by_year(rng: Random, made: Sums, *, total: bool) -> str:
    """A table with a column for each year."""
    years = rng.choice([["2026", "2027"], ["2026", "2027", "2028"], ["2025-2026", "2026-2027"]])
    rows = []
    sums_of = [0] * len(years)
    for thing, euros in made.things:
        parts = split(rng, euros, len(years))
        sums_of = [one + part for one, part in zip(sums_of, parts, strict=True)]
        rows.append([thing, *(grouped(part) if part else rng.choice(["", "-", "0"]) for part in parts)])
        rows[-1] += [grouped(euros)] if total else []
    last = ["Totaal", *map(grouped, sums_of)] + ([grouped(made.total)] if total else [])
    head = ["Post", *years] + (["Totaal"] if total else [])
    return table([head, *rows, last]) + "\n\n" + paying(rng, made, dress(rng))


def by_year_with_total(rng: Random, made: Sums) -> str:
    """Years and a total column."""
    return by_year(rng, made, total=True)


def by_year_alone(rng: Random, made: Sums) -> str:
    """Years without a total column."""
    return by_year(rng, replace(made, stated=None), total=False)


def by_payer(rng: Random, made: Sums) -> str:
    """A table with a column for each payer."""
    left = {"school": made.school, "company": made.company}
    rows = []
    for thing, euros in made.things:
        school = min(left["school"], euros // 2 // 10 * 10)
        company = min(left["company"], (euros - school) // 2 // 10 * 10)
        left["school"] -= school
        left["company"] -= company
        rows.append([thing, grouped(euros), grouped(euros - school - company), grouped(school) if school else "",
                     grouped(company) if company else ""])  # fmt: skip
    school, company = made.school - left["school"], made.company - left["company"]
    made.school, made.company = school, company
    name = rng.choice(["Bedrijf", "Bedrijven", "Mulder Bouw"])
    last = ["Totaal", grouped(made.total), grouped(made.asked), grouped(school), grouped(company)]
    return table([["Post", rng.choice(["Kosten", "Bedrag", "Totaal"]), "STO", "School", name], *rows, last])


def as_prose(rng: Random, made: Sums) -> str:
    """Sentences, with the total behind the costs."""
    write = rng.choice([lambda n: f"{grouped(n)} euro", lambda n: f"€ {grouped(n)}", lambda n: f"{n} euro"])
    parts = [f"{thing[0].lower()}{thing[1:]} {write(euros)}" for thing, euros in made.things]
    costs = f"{', '.join(parts[:-1])} en {parts[-1]}"
    costs = costs[0].upper() + costs[1:]
    total = rng.choice([f"Samen is dat {write(made.total)}.", f"In totaal {write(made.total)}.",
                        f"Bij elkaar kost dit {write(made.total)}.", f"Totaal {write(made.total)}."])  # fmt: skip
    return f"{costs}. {total} {paying(rng, made, write)}"


def total_first(rng: Random, made: Sums) -> str:
    """The total, and what it is made of."""
    write = rng.choice([lambda n: f"{grouped(n)} euro", lambda n: f"€ {grouped(n)}"])
    parts = [f"{write(euros)} voor {thing[0].lower()}{thing[1:]}" for thing, euros in made.things]
    costs = f"{', '.join(parts[:-1])} en {parts[-1]}"
    opening = rng.choice(["Het project kost {}. Daarvan is {}.", "De begroting is {}. Daarvan is {}.",
                          "De kosten bedragen {}, opgebouwd uit {}.", "Dit plan kost {}: {}."])  # fmt: skip
    return f"{opening.format(write(made.total), costs)} {paying(rng, made, write)}"


def as_yaml(rng: Random, made: Sums) -> str:
    """The template in YAML."""
    rows = "\n".join(f"  - {{post: {thing}, bedrag: {euros}}}" for thing, euros in made.things)
    made.school = made.company = 0
    made.stated_asked = None
    return f"middelen:\n{rows}\ntotaal: {made.total}\n"


def with_leaders(rng: Random, made: Sums) -> str:
    """Lines with dots up to the amounts."""
    write = rng.choice([lambda n: f"€ {grouped(n):>7}", lambda n: f"{grouped(n):>7}", lambda n: f"EUR {grouped(n)}"])
    lines = [f"{thing} {'.' * (44 - len(thing))} {write(euros)}" for thing, euros in made.things]
    return "\n".join([*lines, f"Totaal {'.' * 38} {write(made.total)}", "", paying(rng, made, dress(rng))])


def with_subtotals(rng: Random, made: Sums) -> str:
    """Two groups, each with its sum."""
    write, half = dress(rng), max(1, len(made.things) // 2)
    groups = [made.things[:half], made.things[half:]]
    lines = []
    for name, group in zip(rng.choice([("Materiaal", "Mensen"), ("Fase 1", "Fase 2")]), groups, strict=True):
        lines += [name, *(f"- {thing}: {write(euros)}" for thing, euros in group)]
        lines.append(f"Subtotaal {name.lower()}: {write(sum(euros for _, euros in group))}")
    return "\n".join([*lines, f"Totaal: {write(made.total)}", "", paying(rng, made, write)])


def in_words(rng: Random, made: Sums) -> str:
    """Amounts in words."""
    made.things = [(thing, rng.choice(list(WORDS))) for thing, _ in made.things[:3]]
    made.school = made.company = 0
    made.stated_asked = None
    write = lambda n: f"{WORDS[n]} euro" if n in WORDS else f"{grouped(n)} euro"  # noqa: E731
    parts = [f"{thing[0].lower()}{thing[1:]} kost {write(euros)}" for thing, euros in made.things]
    text = f"{', '.join(parts[:-1])} en {parts[-1]}" if len(parts) > 1 else parts[0]
    return f"{text[0].upper()}{text[1:]}. Samen is dat {write(made.total)}."


STYLES: tuple[Callable[[Random, Sums], str], ...] = (
    as_list, as_products, as_table, by_year_with_total, by_year_alone, by_payer, as_prose, total_first, as_yaml,
    with_leaders, with_subtotals, in_words,
)  # fmt: skip


# Styles set apart


def costs_and_cover(rng: Random, made: Sums) -> str:
    """Two lists: what it costs, and who covers it."""
    write = dress(rng)
    lines = ["Kosten", *(f"- {thing} {write(euros)}" for thing, euros in made.things), f"- Totaal {write(made.total)}"]
    lines += ["", rng.choice(["Dekking", "Financiering"])]
    lines += [f"- School {write(made.school)}"] if made.school else []
    lines += [f"- {rng.choice(COMPANIES)} {write(made.company)}"] if made.company else []
    lines.append(f"- {rng.choice(['STO', 'Sterk Techniekonderwijs', 'Gevraagd van STO'])} {write(made.asked)}")
    return "\n".join(lines)


def rows_below(rng: Random, made: Sums) -> str:
    """A table with rows for the payers below the total."""
    rows = [["Onderdeel", "Kosten"], *([thing, grouped(euros)] for thing, euros in made.things)]
    rows.append(["Totaal", grouped(made.total)])
    rows += [["waarvan school", grouped(made.school)]] if made.school else []
    rows += [[f"waarvan {rng.choice(COMPANIES)}", grouped(made.company)]] if made.company else []
    rows.append([rng.choice(["waarvan STO", "Gevraagd van STO"]), grouped(made.asked)])
    return table(rows)


def in_english(rng: Random, made: Sums) -> str:
    """A table in English."""
    del rng
    rows = [["Item", "EUR"], *([thing, grouped(euros, ",")] for thing, euros in made.things)]
    text = table([*rows, ["Total", grouped(made.total, ",")]])
    said = [f"The company pays EUR {grouped(made.company, ',')}."] if made.company else []
    said += [f"Our own school puts in EUR {grouped(made.school, ',')}."] if made.school else []
    asked = grouped(made.asked, ",")
    return f"{text}\n\n{' '.join([*said, f'We ask STO for EUR {asked}.'])}"


def one_line(rng: Random, made: Sums) -> str:
    """Notes on one line."""
    parts = "; ".join(f"{thing.lower()} {grouped(euros)}" for thing, euros in made.things)
    said = [f"school {grouped(made.school)}"] if made.school else []
    said += [f"{rng.choice(COMPANIES)} {grouped(made.company)}"] if made.company else []
    return f"{parts}; totaal {grouped(made.total)}. Dekking: {', '.join([*said, f'rest STO = {grouped(made.asked)}'])}."


APART: tuple[Callable[[Random, Sums], str], ...] = (costs_and_cover, rows_below, in_english, one_line)


def make(rng: Random, style: Callable[[Random, Sums], str], *, fault: str = "") -> MadeBudget:
    """Make a budget in a style; `fault` is `total` or `asked`."""
    made = sums(rng, fewest=3 if fault else 2, paid=True if fault == "asked" else None)
    if fault == "total":
        made.stated = made.costs + rng.choice([-1, 1]) * rng.choice([100, 250, 500, 900, 1000])
    if fault == "asked":
        made.stated_asked = made.asked + rng.choice([-1, 1]) * rng.choice([150, 300, 700])
    text = style(rng, made)
    said = "STO" in text or "regio" in text
    others = made.costs - made.asked if said and not fault else None
    return MadeBudget(text, style.__name__, made.total, made.asked if said else None, others, fault)
