"""Rules on partners."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw, rule
from sto_cli.plans.language.intentions import hoped_for, hopes_in, is_for_later, sentences_of, without_hopes
from sto_cli.plans.language.mbo_schools import names_mbo
from sto_cli.plans.language.partners import (
    begins_with_own_people,
    is_own_school,
    is_sentence,
    names_anyone,
    names_nobody,
    without_denials,
)
from sto_cli.plans.language.placeholders import is_placeholder
from sto_cli.plans.language.wording import quoted
from sto_cli.plans.model import Partner
from sto_cli.plans.reading.gifts import gifts_without_value
from sto_cli.plans.reading.silent_partners import silent_in
from sto_cli.plans.rules.contents import short_answer


@rule("warning", "question-cooperation")
def no_partner_in_region(case: Case) -> Iterator[Flaw]:
    """The answer about cooperation names nobody outside the school.

    Why:
        The programme is about a region: schools, the mbo, primary schools and companies together. The question is with
        whom, and how.

    Example:
        cooperation: We still have to think about this together with our own team.

    Mend:
        Name at least one partner, by name when you can, and say what the partner does.
    """
    answer = case.plan.cooperation
    if not case.settled(answer) or any(_is_partner(partner, case) for partner in _agreed(answer.items)):
        return
    if not any(uncertain_partner.check(case)) or any(_is_nobody(partner, case) for partner in answer.items):
        yield Flaw(
            ("cooperation",),
            message("Under “{word}” the plan does not say with whom you cooperate.", word=case.word("cooperation")),
            message("Name primary schools, other secondary schools, companies or the mbo, and what they do."),
            on="heading",
        )


def _agreed(partners: Iterable[Partner]) -> Iterator[Partner]:
    """Yield the partners without the sentences that are only a hope."""
    for partner in partners:
        left = without_hopes(partner.text)
        if left and not any(hopes_in(partner.how or "")):
            yield replace(partner, text=left)


def _is_nobody(partner: Partner, case: Case) -> bool:
    """Whether a point speaks of people of the school only, or says that there is nobody yet."""
    said = [sentence for line in partner.text.split("\n") for sentence in sentences_of(line)]
    return any(
        is_placeholder(one)
        or names_nobody(one)
        or ((begins_with_own_people(one) or is_own_school(one, case.plan.school or "")) and not names_anyone(one))
        for one in said
    )


def _is_partner(partner: Partner, case: Case) -> bool:
    """Whether a point names someone: by its kind, by a name of its own, or by a word such as “basisschool”."""
    if _is_own(partner, case):
        return False
    if partner.kind not in {None, "other"} or (partner.kind is None and case.has(*partner.path, "kind")):
        return True
    if len(partner.path) == 1 or " " not in partner.text or is_sentence(partner.text):
        return names_anyone(f"{partner.text} {partner.how or ''}")
    return not names_nobody(partner.text)


def _is_own(partner: Partner, case: Case) -> bool:
    return is_own_school(partner.text, case.plan.school or "")


@rule("warning", "question-cooperation")
def uncertain_partner(case: Case) -> Iterator[Flaw]:
    """A partner is hoped for, but has not agreed yet.

    Why:
        A plan that leans on a partner who says no falls over. Who is still to be asked is good to know, but is no
        partner yet.

    Example:
        cooperation:
          - {partner: ROC van Twente, kind: mbo, how: Perhaps students can help with the lessons.}
          - {partner: Primary school De Esch, kind: po, how: Groups 8 visit our workshop in November.}

    Mend:
        Ask the partner before you hand in the plan, and write down what was agreed. Or say until when you will ask,
        and what you will do without this partner.
    """
    partners = case.meant(case.plan.cooperation)
    agreed = any(_tells_of_agreement(partner) for partner in partners)
    for partner in partners:
        for part, text in ((None, partner.text), ("how", partner.how)):
            hopes = hopes_in(text) if text else ()
            hope = next((one for one in hopes if not (agreed and is_for_later(one))), None)
            if hope is not None:
                name, *below = partner.text.split("\n")
                hope = f"{name} ({hope})" if part is None and hope in below else hoped_for(hope)
                yield Flaw(
                    partner.path if part is None else (*partner.path, part),
                    message("This has not been agreed yet: {text}.", text=quoted(hope)),
                    message("Ask before you hand in the plan and write down what was agreed, or say what you will do "
                            "without this partner."),
                )  # fmt: skip
                break


def _tells_of_agreement(partner: Partner) -> bool:
    """Whether a sentence about partners is no hope."""
    text = f"{partner.text}\n{partner.how or ''}"
    hopes = {*hopes_in(text)}
    return any(one.strip() and one not in hopes for line in text.split("\n") for one in sentences_of(line))


@rule("warning", "question-cooperation")
def partner_without_how(case: Case) -> Iterator[Flaw]:
    """A partner is named, but not what the partner does.

    Why:
        The flyer asks with whom and how. “Companies” or a name alone says nothing about who does what, so the
        programme manager will ask.

    Example:
        cooperation:
          - {partner: ROC van Twente, kind: mbo, how: Students help with the lessons in year 1.}
          - {partner: Primary school De Esch, kind: po}

    Mend:
        Write in a few words what the partner does and what you do for the partner: “two lessons a year in their
        workshop”.
    """
    answer = case.plan.cooperation
    if any(no_partner_in_region.check(case)) or any(flaw.path == (answer.key,) for flaw in short_answer.check(case)):
        return  # those say it already
    partners = case.meant(answer)
    silent = [(partner, said) for partner in partners if (said := silent_in(partner, partners)) is not None]
    if silent and all(said == partner.text for partner, said in silent) and len(silent) == len(partners):
        yield Flaw(
            ("cooperation",),
            message("The plan says with whom you cooperate, but not how."),
            message("Write for each partner what it does, and what you do for it."),
            on="heading",
        )
        return
    for partner, said in silent:
        yield Flaw(
            (*partner.path, "how") if partner.how and said == partner.text else partner.path,
            message("The plan does not say what this partner does: {partner}.", partner=quoted(said)),
            message("Write under “{word}” what it does, and what you do for it.",
                    word=case.word(*partner.path, "how")),
        )  # fmt: skip


@rule("tip", "cofinancing-tenth")
def gift_without_value(case: Case) -> Iterator[Flaw]:
    """A partner gives something in kind, and it is not said what that is worth.

    Why:
        Hours and materials of partners count as cofinancing, but only with a value in euros. Without one the region
        cannot count them, and the plan seems to bring in less than it does.

    Example:
        cooperation:
          - {partner: ROC van Twente, kind: mbo, how: Students help with the lessons in year 1.}
          - {partner: A company in Enschede, kind: company, how: It gives a heat pump in kind.}
        resources:
          - {item: Furnishing the workshop, amount: 14000, cofinancing: 2000 from the school}
          - {item: Hours of teachers, amount: 2000, cofinancing: no}

    Mend:
        Write what it is worth, an estimate will do: “six guest lessons of 150 euros and a heat pump of 4000 euros”,
        and put it among the costs and among what others pay.
    """
    for path, said in gifts_without_value(case.plan) if case.plan.resources.sound else ():
        yield Flaw(
            path,
            message("The plan does not say what this is worth: {text}.", text=quoted(said)),
            message("Write an estimate in euros, and count it among what others pay."),
        )


@rule("tip", "mbo")
def no_mbo_partner(case: Case) -> Iterator[Flaw]:
    """No mbo school is among the partners.

    Why:
        In a region the vmbo and the mbo must work together, and pupils go on to the mbo. A plan without it is
        possible, but the region will ask.

    Example:
        cooperation:
          - {partner: Two primary schools in the neighbourhood, kind: po, how: Their pupils visit our lab.}

    Mend:
        Ask the mbo in your region what it can do: guest lessons, students who help, a visit to its workshops.
    """
    answer = case.plan.cooperation
    if not case.settled(answer) or any(_is_mbo(partner, case) for partner in answer.items):
        return
    if any(no_partner_in_region.check(case)):
        return
    yield Flaw(
        ("cooperation",),
        message("Under “{word}” no mbo school is named.", word=case.word("cooperation")),
        message("Ask the mbo in your region what it can do for this plan."),
        on="heading",
    )


def _is_mbo(partner: Partner, case: Case) -> bool:
    """Whether a partner is, or its text speaks of, an mbo school; a "Nova College" that is a vo school is none."""
    if partner.kind in {"po", "vo"}:
        return names_mbo(partner.how or "")
    return partner.kind == "mbo" or names_mbo(
        f"{without_denials(partner.text)} {partner.how or ''} {case.written(*partner.path, 'kind') or ''}"
    )
