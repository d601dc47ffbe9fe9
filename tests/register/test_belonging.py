"""To which region a school belongs, on which day."""

from __future__ import annotations

from datetime import date

from sto_cli.register.belonging import belonging
from sto_cli.register.load import load_register

REGIONS = """as_of: 2026-11
source: x
regions:
  - {id: former, name: Regio Toen}
  - {id: later, name: Regio Nu}
"""
SCHOOLS = """as_of: 2026-11
source: x
schools:
  - {id: 00AA00, name: Alpha, municipality: Assen, coordinates: [53.0, 6.5], profiles: {DP: [bl]}}
  - {id: 00AA01, name: Beta, municipality: Assen, coordinates: [53.0, 6.6], profiles: {DP: [bl]}}
"""
PARTICIPATION = """as_of: 2026-11
source: x
participation:
  - {school: 00AA01, region: former, status: participating, since: 2020-01-01, until: 2022-12-31}
  - {school: 00AA01, region: later, status: participating, since: 2023-01-01}
"""


def test_the_nearest_region_is_that_of_the_day(tmp_path):
    for kind, text in (("regions", REGIONS), ("schools", SCHOOLS), ("participation", PARTICIPATION)):
        (tmp_path / f"{kind}.yaml").write_text(text, "utf-8")
    register = load_register([tmp_path], shipped=False)
    school = register.schools["00AA00"]
    found = {day: belonging(register, school, day) for day in (date(2022, 12, 31), date(2023, 1, 1), date(2019, 1, 1))}
    assert {one.basis for one in found.values()} == {"nearest", "unknown"}
    assert [[option.region.id for option in one.options] for one in found.values()] == [["former"], ["later"], []]
