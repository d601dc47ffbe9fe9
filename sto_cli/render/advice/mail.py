"""The answer to hand on: a short mail to whoever asked for a school's region, in every format of a document."""

from collections.abc import Iterator

from sto_cli.messages import N_, Message, Translator, message, one_of
from sto_cli.plans.model import QUESTIONS
from sto_cli.plans.reading.shape import HEADINGS
from sto_cli.register.belonging import Belonging
from sto_cli.register.model import Participation
from sto_cli.register.profiles import PROFILES
from sto_cli.render.advice.json import advice_json
from sto_cli.render.advice.text import turn_to
from sto_cli.render.document.model import Block, Bullets, Document, Heading, Paragraph
from sto_cli.render.formats import View
from sto_cli.render.visible import visible, web_address
from sto_cli.render.words import by_page
from sto_cli.steps.advice import Advice
from sto_cli.steps.plan import MAP, Step


def _document(advice: Advice, translator: Translator) -> Document:
    name = visible(advice.answer.best.name if advice.answer.best else advice.answer.query)
    subject = translator.say(message("Sterk Techniekonderwijs: the region of {school}", school=name))
    return Document(subject, list(_blocks(advice, translator)), letter=True)


def _blocks(advice: Advice, translator: Translator) -> Iterator[Block]:
    yield Paragraph(translator.text(N_("Dear colleague,")))
    for sentences in (_opening(advice), _standing(advice), advice.remarks):
        if written := " ".join(visible(translator.say(one)) for one in sentences):
            yield Paragraph(written)
    yield Heading(translator.text(N_("The four steps")))
    yield Bullets([(_step(step, translator), [step.url] if step.url else [])
                   for step in advice.steps])  # fmt: skip
    found = (
        [PROFILES[code] for code in (advice.school.profiles or ()) if PROFILES[code].platform] if advice.school else []
    )
    if examples := [(profile.name, str(profile.platform)) for profile in found]:
        yield Heading(translator.text(N_("Examples for your profiles")))
        yield Bullets([(translator.text(name), [address]) for name, address in examples])
    yield Heading(translator.text(N_("Six questions for your plan")))
    yield Bullets([(translator.text(one.title).partition(". ")[2], []) for one in HEADINGS if one.english in QUESTIONS])
    yield Paragraph(translator.text(N_("Good luck, and kind regards,")))


def _step(step: Step, translator: Translator) -> str:
    return visible(translator.say(message("Step {n}: {step}", n=step.number, step=step.text)))


def _opening(advice: Advice) -> Iterator[Message]:
    school, best = advice.school, advice.answer.best
    if best is not None:
        place = school.town if school else best.town
        yield message("You asked in which STO region {school} in {place} lies.", school=best.name, place=place or "?")
    if advice.belonging is not None:
        yield _region(advice.belonging)


def _region(belonging: Belonging) -> Message:
    names = one_of([option.region.name for option in belonging.options])
    pages = [option.region.page or option.region.website for option in belonging.options]
    if belonging.single and pages[0]:
        return message("That is {region}: {url}", region=names, url=pages[0])
    if belonging.single:
        return message("That is {region}. You find it on the map: {url}", region=names, url=MAP)
    if belonging.options and belonging.certain:
        return message("That may be {regions}. Look on the map which it is: {url}", regions=names, url=MAP)
    if belonging.options:
        return message("We do not know for certain; probably it is {regions}. Look on the map: {url}",
                       regions=names, url=MAP)  # fmt: skip
    return message("We do not know. Look on the map: {url}", url=MAP)


def _standing(advice: Advice) -> Iterator[Message]:
    if advice.answer.best is not None:
        yield _takes_part(advice.participation)
    if advice.contact is not None:
        role = message(turn_to(advice.contact, advice.participation))
        address = web_address(advice.contact.url or "")
        yield message(
            "You can turn to {whom}", whom=message("{role}: {url}", role=role, url=address) if address else role
        )


def _takes_part(participation: Participation | None) -> Message:
    if participation is None:
        return message("Whether the school takes part already we do not know.")
    since = by_page(participation.as_of) if participation.layer == 0 else message("according to our own data")
    if participation.contradicted:
        return message("Whether the school takes part we do not know: pages say different things.")
    match participation.status:
        case "participating" if participation.likely:
            return message("The school probably takes part already ({since}).", since=since)
        case "participating":
            return message("The school takes part already ({since}).", since=since)
        case "in_talks":
            return message("The school is in talks about taking part ({since}).", since=since)
        case _:
            return message("The school does not take part yet ({since}).", since=since)


ANSWER: View[Advice] = View(advice_json, _document, is_table=False, without=("xlsx", "csv"))
