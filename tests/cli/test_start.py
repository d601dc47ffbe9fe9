"""What an everyday answer imports: a start is quick only as long as it reads nothing that the answer does not need."""

from __future__ import annotations

import subprocess
import sys

import pytest

RUN = """
import sys
from sto_cli.cli.main import main
try:
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""

NOT_NEEDED = {"sto_cli.plans.model", "sto_cli.files.personal", "jinja2", "jsonschema", "rapidfuzz", "dateutil"}


@pytest.mark.parametrize("asked", [["find-region", "Het Stedelijk Alpha"], ["report", "coverage"]], ids=" ".join)
def test_an_everyday_answer_imports_nothing_of_plans_or_pages(asked: list[str]):
    run = subprocess.run([sys.executable, "-c", RUN, *asked], capture_output=True, text=True, check=True)

    assert not NOT_NEEDED & set(run.stderr.split())
