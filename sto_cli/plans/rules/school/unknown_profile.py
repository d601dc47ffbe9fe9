"""A profile is named that does not exist in the vmbo.

Why:
    There are ten profiles: BWI, PIE, MT, MVI and MAT are technical; DP, GR, ZW, EO and HBR are not. Their full names,
    and spellings such as Z&W and D&P, are understood as well.

Example:
    profiles: [ZWZ]

Mend:
    Use one of the codes, or leave the profiles out when the plan is about the lower years only.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.named_profiles import names_no_profile
from sto_cli.plans.language.wording import quoted
from sto_cli.register.profiles import PROFILES

ID = "unknown-profile"
SEVERITY: Severity = "error"
SOURCE = "profiles-duo"


def check(case: Case) -> Iterator[Flaw]:
    """Report profiles that are none."""
    for complaint in case.complaints("enum"):
        if complaint.path[0] == "profiles" and isinstance(complaint.value, str):
            codes = ", ".join(code for code, profile in PROFILES.items() if not profile.combined)
            yield Flaw(
                complaint.path,
                message("{profile} is not a profile of the vmbo.", profile=quoted(complaint.value)),
                message("Choose from: {codes}.", codes=codes),
                lighter="no-profile" if names_no_profile(complaint.value) else None,
            )
