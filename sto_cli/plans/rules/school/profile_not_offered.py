"""The plan is about a profile that the school does not offer.

Why:
    The register knows from the exams which profiles a school offers. A plan for another one is most often meant for
    another location, or names the wrong code.

Example:
    school: 00AH17
    profiles: [HBR]

Mend:
    Check the code of the school and the profile. A profile that starts this year is not in the register yet: then
    leave it as it is.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import Message, message
from sto_cli.plans.case import Case, Flaw
from sto_cli.register.model import School
from sto_cli.register.profiles import PROFILES

ID = "profile-not-offered"
SEVERITY: Severity = "warning"
SOURCE = "profiles-duo"


def check(case: Case) -> Iterator[Flaw]:
    """Report profiles that the school does not offer, nor another one that may be meant."""
    schools = case.possible_schools if case.plan.profiles else ()
    if not schools or any(school.profiles is None for school in schools):
        return
    offered = {code for school in schools for code in _offered(school)}
    if case.likely_school is None and not offered & {*case.plan.profiles}:
        return  # then another school is meant
    written = case.data["profiles"]
    for index, code in enumerate(written if isinstance(written, list) else []):
        if code in case.plan.profiles and code not in offered:
            yield Flaw(
                ("profiles", index),
                message("According to the register {school} does not offer {profile}.",
                        school=schools[0].name, profile=PROFILES[code].name),
                _hint({code for school in schools for code in school.profiles or ()}),
            )  # fmt: skip


_COMBINED = {"BP": {"BWI", "PIE"}, "BPM": {"BWI", "PIE", "MT"}}
"""What the programmes that teach technical profiles together consist of (DUO: bouwen, produceren, mobiliteit)."""


def _offered(school: School) -> set[str]:
    """Return the profiles of a school, those that it teaches together in one programme included."""
    offered = set(school.profiles or ())
    return offered.union(*(_COMBINED[code] for code in offered & _COMBINED.keys()))


def _hint(offered: set[str]) -> Message:
    if not offered:
        return message("Check the code of the school: this one offers the theoretical learning path only.")
    return message(
        "Check the profile and the code of the school; it offers: {profiles}.", profiles=", ".join(sorted(offered))
    )
