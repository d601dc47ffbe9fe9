"""What a region writes to a school: a subject and some sentences, by how the school stands; for a mail merge."""

from collections.abc import Iterator
from dataclasses import dataclass

from sto_cli.messages import Message, all_of, counted, message
from sto_cli.register.dates import last_day
from sto_cli.register.model import Participation, Region, School
from sto_cli.reports.plan_summary import PlanSummary
from sto_cli.reports.region_schools import RegionSchool
from sto_cli.steps.advice import NO_OWN_BUDGET
from sto_cli.steps.plan import MAP, examples


@dataclass(frozen=True, slots=True)
class Letter:
    """What to write: one line for the subject, sentences for the text."""

    subject: Message
    sentences: tuple[Message, ...]


def letter_to(school: RegionSchool, where: Region, *, plan_asked: bool) -> Letter:
    """Return what a region writes to one of its schools, or to one nearby; `plan_asked`: others handed in a plan."""
    region, name = where.name, _named(school.school)
    if school.plans:
        return Letter(_about_plans(school), tuple(_on_plans(school)))
    if school.apart:
        return Letter(message("To which STO region does {school} belong?", school=name), _on_place(school, region))
    if plan_asked and school.standing in {"participating", "likely"}:
        return Letter(message("The plan of {school}", school=name), tuple(_collecting(name, region)))
    return _on_taking_part(school, where)


def _on_taking_part(school: RegionSchool, where: Region) -> Letter:
    """Return the letter for how a school stands: each standing has words of its own."""
    region, name = where.name, _named(school.school)
    match school.standing:
        case "unknown":
            subject = message("Does {school} take part in {region}?", school=name, region=region)
            return Letter(subject, (*_asking(name, region), *_welcome(school.school)))
        case "in_talks":
            subject = message("{school} and {region}: how far are we?", school=name, region=region)
            return Letter(subject, (*_talking(name, region), *_welcome(school.school)))
        case "not_participating" if school.ended is not None:
            subject = message("{school} and {region}: taking part again?", school=name, region=region)
            return Letter(subject, (*_winning_back(name, region, school.ended), *_welcome(school.school)))
        case "not_participating":
            subject = message("Technology at {school}: taking part in {region}", school=name, region=region)
            return Letter(subject, (*_inviting(name, region), *_welcome(school.school)))
        case _:
            return Letter(
                message("{school} in {region}", school=name, region=region), tuple(_confirming(school, where))
            )


def _named(school: School) -> Message:
    """Name a school with its place, where the name does not hold it."""
    if not school.town or school.town.casefold() in school.name.casefold():
        return Message("{school}", {"school": school.name})
    return message("{school} in {place}", school=school.name, place=school.town)


def _asking(name: Message, region: str) -> Iterator[Message]:
    yield message("We do not know whether {school} takes part in {region}.", school=name, region=region)
    yield message("Does the school take part already? Then please tell us who the STO contact at your school is.")
    yield message("If not, we would like to talk with you about what technology can mean for your pupils.")


def _inviting(name: Message, region: str) -> Iterator[Message]:
    yield message("As far as we know {school} does not take part in {region} yet.", school=name, region=region)
    yield message("We would like to talk with you about what technology can mean for your pupils.")


def _talking(name: Message, region: str) -> Iterator[Message]:
    yield message("{school} is in talks with us about taking part in {region}.", school=name, region=region)
    yield message("How far are you? And what do you still need from us to decide?")


def _winning_back(name: Message, region: str, ended: Participation) -> Iterator[Message]:
    yield message(
        "{school} took part in {region} until {date}.", school=name, region=region, date=last_day(ended.until or "")
    )
    yield message("We would like to hear how you look back on it, and whether taking part again would suit you.")


def _welcome(school: School) -> Iterator[Message]:
    """Say what the flyer says to a school without a technical profile."""
    if school.kind != "non_technical":
        return
    yield message(
        "Schools without a technical profile are expressly welcome: as an elective, a practical programme, inside a "
        "profile or in the lower years."
    )
    yield NO_OWN_BUDGET
    pages = list(dict.fromkeys(profile.platform for profile in examples(school) if profile.platform))
    if pages:
        yield message("Examples: {pages}", pages=all_of(pages))


def _on_place(school: RegionSchool, region: str) -> tuple[Message, ...]:
    return (
        _where(school, region),
        message("You can see it on the map: {map}", map=MAP),
        message(
            "Does your school belong to our region? Then please tell us whether it takes part, and who the STO "
            "contact is."
        ),
    )


def _where(school: RegionSchool, region: str) -> Message:
    """Say why it is not certain that a school belongs to a region."""
    name, near = _named(school.school), school.nearby
    if near is None:
        return message(
            "{school} lies in {municipality}, which several regions share: {regions}. We do not know to which of them "
            "it belongs.",
            school=name, municipality=school.school.municipality,
            regions=all_of([one.name for one in school.position.regions]),
        )  # fmt: skip
    return message(
        "{school} lies near {region}: {distance} km from {via}. We do not know to which region it belongs.",
        school=name, region=region, distance=near.distance_km, via=_named(near.via),
    )  # fmt: skip


def _about_plans(school: RegionSchool) -> Message:
    titles = [" ".join((entry.title or "").split()) for entry in school.plans]
    if len(titles) == 1 and titles[0]:
        return message("Your plan “{title}”", title=titles[0])
    return message("The plan of {school}", school=_named(school.school))


def _on_plans(school: RegionSchool) -> Iterator[Message]:
    for entry in school.plans:
        yield from _on_plan(entry)


def _on_plan(entry: PlanSummary) -> Iterator[Message]:
    title = " ".join((entry.title or "").split())
    yield message("Thank you for the plan “{title}”.", title=title) if title else message("Thank you for your plan.")
    if entry.open_questions:
        numbers = all_of([str(number) for number in entry.open_questions])
        yield counted(
            "Question {numbers} has no answer yet.",
            "Questions {numbers} have no answer yet.",
            len(entry.open_questions),
            numbers=numbers,
        )
    errors = entry.findings.get("error", 0)
    if errors > len(entry.open_questions):
        yield message("Some things in it are not right yet; we send them to you with the plan.")
    if entry.complete and not errors:
        yield message("All six questions have an answer: we would like to talk about it with you.")


def _collecting(name: Message, region: str) -> Iterator[Message]:
    yield message("{school} takes part in {region}. We have no plan of your school yet.", school=name, region=region)
    yield message(
        "Would you send it to us? It answers six questions: how it fits the region's vision, its goals, its "
        "activities, its milestones, with whom you work together, and what is needed."
    )


def _confirming(school: RegionSchool, region: Region) -> Iterator[Message]:
    likely = school.entry is not None and not school.entry.exact
    name = _named(school.school)
    if likely:
        yield message("As far as we know {school} takes part in {region}.", school=name, region=region.name)
        yield message("Does that hold for this location too? And who is the STO contact at your school?")
    else:
        yield message("{school} takes part in {region}.", school=name, region=region.name)
        yield message("Is that still right, and who is the STO contact at your school?")
