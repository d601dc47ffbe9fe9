"""The letter to a school on its plan, in every format of a document."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sto_cli.files.outgoing import command
from sto_cli.files.personal import without_addresses
from sto_cli.messages import N_, Message, Translator, all_of, counted, message
from sto_cli.plans.language.wording import said_in
from sto_cli.render.document.model import Block, Bullets, Document, Heading, Paragraph
from sto_cli.render.findings.json import finding_as_data
from sto_cli.render.findings.text import numbered_remark, outward_hint
from sto_cli.render.formats import View
from sto_cli.render.visible import visible
from sto_cli.reports.plan_letter import PlanLetter, TalkPoint
from sto_cli.steps.advice import NO_OWN_BUDGET, WITHOUT_TECHNOLOGY


def _document(letter: PlanLetter, translator: Translator) -> Document:
    title = visible(without_addresses(letter.talk.plan.title or ""))
    heading = message("Your plan: {title}", title=title) if title else message("Your plan for STO")
    return Document(translator.say(heading), list(_blocks(letter, translator)), letter.day, letter=True)


def _blocks(letter: PlanLetter, translator: Translator) -> Iterator[Block]:
    yield Paragraph(translator.say(_greeting(letter)))
    yield Paragraph(translator.say(_standing(letter)))
    if letter.solved:
        yield Heading(translator.text(N_("What you solved")))
        yield Bullets([(numbered_remark(finding, translator), []) for finding in letter.solved])
    if letter.good:
        yield Heading(translator.text(N_("What is good")))
        yield Bullets([(translator.say(sentence), []) for sentence in letter.good])
    heads = (N_("What we want to talk about first"), N_("And also"), N_("May wait"))
    for head, points in zip(heads, (letter.first, letter.rest, letter.tips), strict=True):
        if points:
            yield Heading(translator.text(head))
            yield Bullets(list(_points(points, translator)))
    yield Heading(translator.text(N_("The next step")))
    yield Paragraph(translator.say(_next_step(letter)))
    yield Paragraph(translator.say(_reply(letter)))
    yield Paragraph(translator.text(N_("You can turn to us with any question.")))
    yield Paragraph(translator.say(_who_decides(letter)), quiet=True)
    greeting = translator.text(N_("Kind regards,"))
    yield Paragraph(f"{greeting}\n{_sender(letter, translator)}")


def _who_decides(letter: PlanLetter) -> Message:
    """Say that the region decides, and to a school without a technical profile that there is no budget of its own."""
    if letter.talk.schools and all(school.kind in WITHOUT_TECHNOLOGY for school in letter.talk.schools):
        return NO_OWN_BUDGET
    return message("The region decides which plans are approved.")


def _reply(letter: PlanLetter) -> Message:
    day = letter.sending.reply_by
    by = message("{day}", day=day) if day else message("[fill in: by which day]")
    if letter.number:
        return message("Will you send us the next version of your plan by {day}?", day=by)
    return message("Will you let us know by {day} when the talk suits you?", day=by)


def _sender(letter: PlanLetter, translator: Translator) -> str:
    """Return who sends the letter: as asked, else who leads the region in the own data, else a place to fill in."""
    if letter.sending.sender:
        return visible(letter.sending.sender)
    contact = letter.contact
    if not (contact.name or contact.email):
        return translator.text(N_("[fill in: your name, and how the school reaches you]"))
    return ", ".join(visible(part) for part in (contact.name, contact.email) if part)


def _greeting(letter: PlanLetter) -> Message:
    if not letter.talk.schools:
        return message("Dear colleagues,")
    names = dict.fromkeys(visible(school.name) for school in letter.talk.schools)
    return message("Dear colleagues of {school},", school=all_of(list(names)))


def _standing(letter: PlanLetter) -> Message:
    if letter.solved is not None:
        return _second_standing(letter)
    if not letter.number:
        return message("Thank you for your plan. It is ready for the talk.")
    return counted(
        "Thank you for your plan. There is one more point to talk about; you find it below.",
        "Thank you for your plan. There are {n} more points to talk about; you find them below.",
        letter.number,
    )


def _second_standing(letter: PlanLetter) -> Message:
    thanks = message("Thank you for the new version of your plan.")
    if letter.solved:
        thanks = counted(
            "Thank you for the new version of your plan, in which you solved {n} point.",
            "Thank you for the new version of your plan, in which you solved {n} points.",
            len(letter.solved),
        )
    if not letter.number:
        return message("{thanks} It is ready for the talk.", thanks=thanks)
    left = counted(
        "There is one point left to talk about; you find it below.",
        "There are {n} points left to talk about; you find them below.",
        letter.number,
    )
    return message("{thanks} {left}", thanks=thanks, left=left)


def _points(points: Iterable[TalkPoint], translator: Translator) -> Iterator[tuple[str, list[str]]]:
    for point in points:
        finding = point.finding
        more = f" {translator.say(_more(point.more))}" if point.more else ""
        hint = outward_hint(finding, translator)
        yield f"{numbered_remark(finding, translator)}{more}", [hint] if hint else []


def _more(number: int) -> Message:
    return counted("(and {n} time more)", "(and {n} times more)", number)


def _next_step(letter: PlanLetter) -> Message:
    step = letter.next_step
    if step is None or step.date is None:
        return message("Name in your plan the day or the month of the first step; then we can count on it.")
    text = visible(letter.step_words)
    text += "" if text.endswith((".", "!", "?", ":", "…")) else "."
    if letter.step_names_date:
        return message("The first step to come in your plan: {step}", step=text)
    return message("The first step to come in your plan is {when}: {step}", when=said_in(step.date), step=text)


def _data(letter: PlanLetter, translator: Translator) -> dict[str, object]:
    """Return `{"format": 1, "path", "good", "first", "rest", "tips", "next_step", "contact"}`."""
    step = letter.next_step
    return {
        "format": 1,
        "path": letter.talk.path,
        "good": [translator.say(sentence) for sentence in letter.good],
        "first": _as_data(letter.first, translator),
        "rest": _as_data(letter.rest, translator),
        "tips": _as_data(letter.tips, translator),
        "next_step": {"date": step.date.iso, "milestone": without_addresses(step.text)} if step and step.date else None,
        "contact": {"role": letter.contact.role, "url": letter.contact.url},
        "sender": letter.sending.sender,
        "reply_by": letter.sending.reply_by.isoformat() if letter.sending.reply_by else None,
    }


def _as_data(points: Iterable[TalkPoint], translator: Translator) -> list[dict[str, object]]:
    return [{**finding_as_data(point.finding, translator), "more": point.more} for point in points]


LETTER: View[PlanLetter] = View(_data, _document, is_table=False, without=("xlsx",))
"""A letter is no table."""

LETTER_WORD = N_("letter")
"""What stands behind the name of a plan in that of the letter on it."""


def letter_remark(plan: str, path: object) -> Message:
    """Say where the letter on a plan is."""
    return message("The letter on {plan} is in {path}.", plan=visible(plan), path=path)


def no_letter_remark(plan: str) -> Message:
    """Say why there is no letter on a file."""
    return message(
        "{path} cannot be read as a plan yet, so there is no letter on it. See why: {command}",
        path=visible(plan),
        command=visible(command("validate", Path(plan))),
    )
