"""What an answer may look like: the examples of every template, in one place so that the reader knows them too."""

from __future__ import annotations

from sto_cli.messages import N_
from sto_cli.plans.model import QuestionKey

EXAMPLES: dict[QuestionKey, tuple[str, ...]] = {
    "vision": (
        N_(
            "The Regiovisie wants every pupil to meet technology before choosing a profile. With this plan our pupils "
            "of years 1 and 2 do so in eight lessons a year."
        ),
    ),
    "goals": (N_("All pupils of years 1 and 2 do two technical assignments a year"), N_("240 pupils in July 2027")),
    "activities": (N_("Eight lessons of robotics in year 1, given with students of the ROC"),),
    "milestones": (N_("The first class has finished the robotics lessons"),),
    "cooperation": (N_("Primary school De Wilg"), N_("Groups 8 visit our workshop in November")),
    "resources": (N_("Twelve robot kits"),),
}
"""What an answer may look like: the text, and behind it the text of the second heading where there is one."""
