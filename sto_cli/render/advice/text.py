"""The answer of `sto find-region` as people read it."""

from collections.abc import Iterator

from sto_cli.messages import N_, Message, Translator, message
from sto_cli.register.belonging import Belonging, Option
from sto_cli.register.dates import written_date
from sto_cli.register.model import Contact, Participation
from sto_cli.render import words
from sto_cli.render.terminal.table import Line, Span, in_columns, labelled, numbered, wrapped
from sto_cli.render.visible import visible
from sto_cli.search.results import Match
from sto_cli.steps.advice import Advice, Undecided
from sto_cli.steps.plan import MAP, State, with_command

MARKS: dict[State, tuple[str, str]] = {"done": ("✓", "good"), "current": ("→", "heading"), "next": (" ", "")}

TURN_TO = {
    "school-contact": N_("the STO contact at the school (ask the school management who that is)"),
    "programme-manager": N_("the programme manager of the region, under “Contact” on the region's page"),
    "supporter": N_("a supporter of the programme"),
}
"""The same for who reads about one school: whom to turn to, and how to find out who that is."""


def turn_to(contact: Contact, participation: Participation | None) -> str:
    """Say whom to turn to; a school that only likely takes part may have no STO contact."""
    if contact.url == MAP:
        return words.BY_THE_MAP
    if contact.role == "school-contact" and participation is not None and participation.likely:
        return N_("the STO contact at the school, if it takes part: the school management knows")
    return TURN_TO[contact.role]


ON_THE_MAP = N_("the programme manager of the region; the map leads to the region's page")


NO_VMBO = N_("member of a region, not in the list of vmbo schools")


def advice_text(advice: Advice, translator: Translator, room: int | None) -> Iterator[Line]:
    """Write the advice: who, region, participation, contact, steps; or the candidates to choose from."""
    answer = advice.answer
    if answer.best is None:
        from sto_cli.render.advice.undecided import undecided_text  # not for a school that was found

        yield from undecided_text(advice.undecided or Undecided(answer), translator, room)
    else:
        yield from _heading(advice, answer.best, translator)
    if advice.belonging is not None:
        yield []
        yield from labelled(_facts(advice, translator), room)
        if advice.remarks:
            yield []
        for remark in advice.remarks:
            yield from wrapped(visible(translator.say(remark)), 0, room)
        if advice.steps:
            yield []
            yield from _steps(advice, translator, room)


def _heading(advice: Advice, best: Match, translator: Translator) -> Iterator[Line]:
    yield [(best.name, "heading")]
    school = advice.school
    if school is None:
        place = ", ".join(part for part in (best.town, best.id) if part)
        yield [(f"{place}  ", ""), (translator.text(NO_VMBO), "aside")]
        return
    yield [(f"{words.address_words(school)}  ", ""), (school.id, "aside")]
    kind = translator.text(words.SCHOOL_KINDS[school.kind])
    profiles = words.profile_words(school)
    yield [(f"{kind[0].upper()}{kind[1:]}{': ' if profiles else ''}{profiles}", "")]
    if best.basis == "former_name":
        yield [(translator.say(message("Formerly: {name}", name=best.matched)), "aside")]
    elif any(used.name == best.matched for used in school.names_in_use):
        yield [(translator.say(message("Also called: {name}", name=best.matched)), "aside")]
    for other in advice.answer.beside:
        yield [(translator.say(_beside(best, other, translator)), "warning")]


def _beside(best: Match, other: Match, translator: Translator) -> Message:
    """Say that a location without vmbo bears the name as well, or lies there too."""
    parts = (other.name, other.street, f"{other.town} ({other.id})")
    kind = translator.text(words.SCHOOL_KINDS[other.school.kind if other.school else "unknown"])
    where = ", ".join(filter(None, parts))
    if best.basis in {"place", "street", "postcode"}:
        return message("There too: {school}: {kind}.", school=where, kind=kind)
    return message("Of the same name: {school}: {kind}.", school=where, kind=kind)


def _facts(advice: Advice, translator: Translator) -> list[tuple[str, list[Span]]]:
    rows = [(translator.text(N_("Region")), _region(advice, translator))]
    if advice.answer.best is not None:
        rows.append((translator.text(N_("Takes part")), _participation(advice.participation, advice.ended, translator)))
    if advice.contact is not None:
        known = bool(advice.belonging and advice.belonging.single)
        rows.append((translator.text(N_("Contact")), _contact(advice, advice.contact, translator, known=known)))
    return rows


def _region(advice: Advice, translator: Translator) -> list[Span]:
    belonging = advice.belonging
    if belonging is None or not belonging.options:
        return [(translator.text(N_("not known")), "warning"), (MAP, "aside")]
    if belonging.basis == "nearest":
        return [
            (translator.text(N_("not known; the nearest schools with a region belong to:")), "warning"),
            *((_near(option, translator), "") for option in belonging.options),
            (translator.say(message("Check it on the map: {url}", url=MAP)), ""),
        ]
    if belonging.basis == "likely_area":
        return [
            (translator.text(N_("most likely, by name and place:")), "warning"),
            *((option.region.name, "heading" if place == 0 else "") for place, option in enumerate(belonging.options)),
            *((option.region.page, "") for option in belonging.options[:1] if option.region.page),
            (translator.say(message("Check it on the map: {url}", url=MAP)), ""),
        ]
    texts = [(" / ".join(option.region.name for option in belonging.options), "heading")]
    texts.append((translator.say(_why(advice, belonging)), "aside"))
    texts += [(option.region.page, "") for option in belonging.options if option.region.page]
    return texts


def _near(option: Option, translator: Translator) -> str:
    if option.via is None or option.distance_km is None:
        return option.region.name
    near = f"{option.via.name}, {option.via.town}"
    if option.about:
        distance = message(
            "{region} (about {km} km: {school})", region=option.region.name, km=round(option.distance_km), school=near
        )
    else:
        distance = message(
            "{region} ({km} km: {school})", region=option.region.name, km=option.distance_km, school=near
        )
    return translator.say(distance)


def _why_recorded(advice: Advice, belonging: Belonging) -> Message:
    if advice.participation is not None and advice.participation.layer > 0:
        if len(belonging.options) > 1:
            return message("Your own data or a public page names the school in each of these regions.")
        return message("According to your own data the school belongs to it.")
    if advice.answer.best is None:
        return message("Public pages or your own data name the schools as members.")
    return message("A public page names the school as a member.")


def _why(advice: Advice, belonging: Belonging) -> Message:
    if belonging.basis == "recorded":
        return _why_recorded(advice, belonging)
    municipality = advice.school.municipality if advice.school else None
    if advice.answer.municipality:
        municipality = advice.answer.municipality.name
    if municipality is None:
        return message("The region works in this municipality.")
    if len(belonging.options) > 1 and advice.school is not None:
        return message(
            "These regions work in the municipality of {municipality}; that of the nearest school stands first.",
            municipality=municipality,
        )
    if len(belonging.options) > 1:
        return message("These regions work in the municipality of {municipality}.", municipality=municipality)
    return message("The region works in the municipality of {municipality}.", municipality=municipality)


DOUBTS = {
    "likely": N_("likely: the page may mean another location"),
    "school": N_("the page names the school, not this very location"),
}
"""What a page leaves open, by how near it names the school."""


def doubts(participation: Participation, translator: Translator) -> list[Span]:
    """Say what a page leaves open, and which page speaks against it."""
    texts = []
    if participation.contradicted:
        texts.append(
            (translator.text(N_("one page says that it takes part, another one speaks against that")), "aside")
        )
    elif doubt := DOUBTS.get("likely" if participation.certainty == "likely" else participation.level):
        texts.append((translator.text(doubt), "aside"))
    if participation.against:
        against = message("a page speaks against it: {page}", page=participation.against)
        texts.append((translator.say(against), "aside"))
    return texts


def took_part(ended: Participation) -> Message:
    """Say until when a school took part of which nothing is known since then, or since when it will take part."""
    if ended.until is None:
        return message("takes part from {date}; until then not known", date=written_date(ended.since or ""))
    return message("took part until {date}; since then not known", date=written_date(ended.until or ""))


def _participation(
    participation: Participation | None, ended: Participation | None, translator: Translator
) -> list[Span]:
    if participation is None and ended is not None:
        return [(translator.say(took_part(ended)), "warning"), *_by_whom(ended, translator)]
    if participation is None:
        return [(translator.text(N_("not known: no public page says so, and no own data does")), "warning")]
    says = words.takes_part(participation)
    texts = [(translator.text(says), "good" if says == words.TAKES_PART["participating"] else "warning")]
    if participation.since:
        texts.append((translator.say(message("since {date}", date=written_date(participation.since))), "aside"))
    return [*texts, *doubts(participation, translator), *_by_whom(participation, translator)]


def _by_whom(participation: Participation, translator: Translator) -> list[Span]:
    if participation.layer > 0:
        own = message("according to your own data: {place}", place=participation.place)
        return [(translator.say(own), "aside")]
    if participation.source:
        return [(translator.say(words.by_page(participation.as_of)), "aside"), (participation.source, "aside")]
    return []


def _contact(advice: Advice, contact: Contact, translator: Translator, *, known: bool) -> list[Span]:
    if contact.name or contact.email:
        return [(", ".join(part for part in (contact.name, contact.email, contact.url) if part), "heading")]
    by_map = contact.role == "programme-manager" and contact.url == MAP and known
    texts = [(translator.text(ON_THE_MAP if by_map else turn_to(contact, advice.participation)), "")]
    if contact.url:
        texts.append((contact.url, ""))
    return texts


def _steps(advice: Advice, translator: Translator, room: int | None) -> Iterator[Line]:
    yield [(translator.text(N_("The steps")), "heading")]
    marks = [(f"{MARKS[step.state][0]} {step.number}  ", MARKS[step.state][1]) for step in advice.steps]
    texts = [
        (
            translator.say(with_command(step)),
            "heading" if step.state == "current" else "aside" if step.state == "done" else "",
        )
        for step in advice.steps
    ]
    yield from numbered(marks, texts, room)
    profiles = advice.examples
    if profiles:
        yield []
        yield [(translator.text(N_("Examples of technology in the school's own profiles")), "heading")]
        rows = [(words.PEOPLE_WRITE.get(profile.code, profile.code), str(profile.platform)) for profile in profiles]
        yield from in_columns(rows, ("", ""))
