"""The answer about cooperation names nobody outside the school.

Why:
    The programme is about a region: schools, the mbo, primary schools and companies together. The question is with
    whom, and how.

Example:
    cooperation: We still have to think about this together with our own team.

Mend:
    Name at least one partner, by name when you can, and say what the partner does.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.intentions import hopes_in, sentences_of, without_hopes
from sto_cli.plans.language.partners import (
    begins_with_own_people,
    is_own_school,
    is_sentence,
    names_anyone,
    names_nobody,
)
from sto_cli.plans.language.placeholders import is_placeholder
from sto_cli.plans.model import Partner
from sto_cli.plans.rules.partners import uncertain_partner

ID = "no-partner-in-region"
SEVERITY: Severity = "warning"
SOURCE = "question-cooperation"


def check(case: Case) -> Iterator[Flaw]:
    """Report an answer in which no point names a partner, or only one that is hoped for beside own people."""
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
