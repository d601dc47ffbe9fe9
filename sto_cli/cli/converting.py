"""Putting a plan that was read into another kind of file."""

import sys
from pathlib import Path

from sto_cli.cli.plan_files import read_standard_input
from sto_cli.cli.screen import room
from sto_cli.cli.session import Session
from sto_cli.errors import StoError, own_faults
from sto_cli.messages import Translator, message
from sto_cli.plans.checked import Checked, Results
from sto_cli.plans.finding_files import STANDARD_INPUT, is_word, one_plan
from sto_cli.plans.reading.as_read import Reading
from sto_cli.plans.reading.reading import read_plan
from sto_cli.plans.reading.regions import find_region
from sto_cli.render.findings.text import findings_text
from sto_cli.render.plan.form import form_of_plan, plan_form
from sto_cli.render.plan.plan_yaml import plan_yaml
from sto_cli.render.terminal.table import plain
from sto_cli.render.words import euros


def converted(name: str, output: Path, session: Session) -> str | bytes | None:
    """Return a plan as the kind of file that the name of the output asks for; None, said why, when it is no plan."""
    content = read_standard_input() if name == STANDARD_INPUT else one_plan(name).read()
    try:
        reading = read_plan(content, name)
        if reading.plan is None:
            _say_why(Checked(reading.path, tuple(reading.findings), readable=False), session)
            return None
        kept = (*reading.unread, *reading.of_a_letter)
        unread = (*(cell.text for cell in kept), *reading.english.left_over)
        language = reading.english.language
        data = data_with_asked(reading, unread, Translator(language))
        if is_word(output):
            plan, register = reading.plan, session.register
            school = register.schools.get(plan.school) if plan and plan.school else None
            region = find_region(register, plan.region) if plan and plan.region else None
            return plan_form(form_of_plan(data, school, region, unread), Translator(language))
        return plan_yaml(data, language, unread)
    except StoError:
        raise
    except own_faults():  # whatever a plan does to the reader or the writer
        _say_why(Checked(name).tripped(), session)
        return None


def data_with_asked(reading: Reading, unread: tuple[str, ...], translator: Translator) -> dict[str, object]:
    """Return the data of a plan, with what is asked among its costs where that stands under none of the questions."""
    line, asked = reading.budget.asked_line, reading.budget.asked
    if line is None or asked is None or not any(line.cells[0] in text for text in unread):
        return reading.data
    given = reading.data.get("resources")
    said = translator.say(message("Asked of STO: {amount}", amount=euros(asked, translator)))
    return {**reading.data, "resources": [*(given if isinstance(given, list) else [given] if given else []), said]}


def _say_why(checked: Checked, session: Session) -> None:
    for line in findings_text(Results([checked]), session.translator, room(sys.stderr)):
        print(plain(line).rstrip(), file=sys.stderr)
