"""A plan that is being written: what is known of its school, and the answers so far."""

from dataclasses import dataclass, field
from datetime import date

from sto_cli.messages import Language
from sto_cli.plans.language.dates import When
from sto_cli.plans.model import Activity, Form, Goal, Milestone, Partner, Resource
from sto_cli.register.belonging import Belonging, belonging
from sto_cli.register.model import School
from sto_cli.register.profiles import PROFILES
from sto_cli.register.register import Register


@dataclass
class Draft:
    """Ontwerp: the answers given so far; an answer without entries is still open.

    `title` is empty and `school` None when not known; `regions` are those that the school may belong to. Without
    `profiles` those of the school count.
    """

    school: School | None = None
    regions: Belonging = field(default_factory=lambda: Belonging("unknown"))
    title: str = ""
    profiles: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()
    period: tuple[When, When] | None = None
    vision: str = ""
    goals: list[Goal] = field(default_factory=list)
    activities: list[Activity] = field(default_factory=list)
    milestones: list[Milestone] = field(default_factory=list)
    cooperation: list[Partner] = field(default_factory=list)
    resources: list[Resource] = field(default_factory=list)

    @property
    def offered(self) -> tuple[str, ...]:
        """The codes of the profiles that the school offers; programmes that combine several are none."""
        codes = (self.school.profiles or ()) if self.school else ()
        return tuple(code for code in codes if not PROFILES[code].combined)


def draft_for(school: School | None, register: Register | None, today: date | None = None) -> Draft:
    """Begin a plan for a school, or for one that is not known yet."""
    if school is None or register is None:
        return Draft()
    return Draft(school, belonging(register, school, today))


def goal_name(number: int, language: Language) -> str:
    """Return the short name of a goal: d1 (doel) in a Dutch plan, g1 in an English one."""
    return f"{'d' if language == 'nl' else 'g'}{number}"
