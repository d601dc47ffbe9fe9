"""Writes the JSON Schemas of a plan, in both languages, from the table in `sto_cli/plans/reading/shape.py`.

python tools/plan_schemas.py     (after tools/texts.py when a title or description changed)
"""

from __future__ import annotations

import json
from pathlib import Path

from sto_cli.plans.schemas import SCHEMA_NAMES, plan_schema

FOLDER = Path(__file__).parent.parent / "schemas"


def main() -> None:
    for language, name in SCHEMA_NAMES.items():
        text = json.dumps(plan_schema(language), ensure_ascii=False, indent=2)
        (FOLDER / f"{name}.schema.json").write_text(text + "\n", "utf-8", newline="\n")


if __name__ == "__main__":
    main()
