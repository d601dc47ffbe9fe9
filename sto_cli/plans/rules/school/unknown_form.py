"""A form is named that is none of those in which pupils can meet technology.

Why:
    The programme names a technical elective, a technical practical programme, technology in a non-technical profile
    and in the lower years, technical teaching in the theoretical route, and better quality in the technical profiles.
    Regions count plans by them.

Example:
    forms: [workshop]

Mend:
    Choose the form that is nearest, and describe in the activity what you really do. People's own words are
    understood as well: “techniek in klas 1 en 2”, “PGP”, “technology in Z&W”.
"""

from collections.abc import Iterator

from sto_cli.findings import Severity
from sto_cli.messages import message
from sto_cli.plans.case import Case, Flaw
from sto_cli.plans.language.wording import quoted
from sto_cli.plans.reading.shape import FORM_WORDS

ID = "unknown-form"
SEVERITY: Severity = "tip"
SOURCE = "ways-to-meet"


def check(case: Case) -> Iterator[Flaw]:
    """Report forms that are none, at the top and in activities."""
    for complaint in case.complaints("enum"):
        if (complaint.path[0] == "forms" or "form" in complaint.path) and isinstance(complaint.value, str):
            words = FORM_WORDS.values() if case.plan.language == "nl" else FORM_WORDS
            yield Flaw(
                complaint.path,
                message("{form} is none of the forms that the programme names.", form=quoted(complaint.value)),
                message("Choose from: {forms}.", forms=", ".join(words)),
            )
