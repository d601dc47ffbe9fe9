"""Makes regions.yaml and participation.yaml from what was read on public pages.

python tools/import_regions.py FILE... --as-of 2026-11 --source TEXT --output FOLDER [--force]

The files are regions (YAML), their municipalities and their linked member schools (CSV), each recognised by what it
holds. The folder must hold schools.yaml already. Rows that cannot be right are named and left out.
"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from public_pages import participation_from, read_pages, regions_from, with_likely, with_pages

from sto_cli.errors import StoError
from sto_cli.files.reading import read_text
from sto_cli.files.writing import write_whole
from sto_cli.messages import Translator
from sto_cli.register.imports.write import part_text
from sto_cli.register.load import shipped_folder
from sto_cli.register.part_file import read_part
from sto_cli.render.register.schools_update import wrong_rows

ENGLISH = Translator("en")


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--as-of", required=True, help="when the facts were gathered: 2026-11")
    parser.add_argument("--source", required=True, help="where the facts come from, with the licence")
    parser.add_argument("--output", required=True, type=Path, help="the folder to write to")
    parser.add_argument("--force", action="store_true", help="replace files that exist")
    return parser.parse_args()


def main() -> int:
    wish = asked()
    schools = read_part("schools", wish.output / "schools.yaml", "schools.yaml")
    codes = {entry["id"] for entry in schools.entries}
    pages = read_pages(wish.files)
    participation, wrong = participation_from(pages, codes, datetime.now(UTC).date())
    regions = with_pages(regions_from(pages, codes), participation)
    borders = json.loads(read_text(shipped_folder() / "borders.json"))
    regions = with_likely(regions, schools.entries, participation, pages, borders)
    for sentence in wrong_rows(wrong):
        print(ENGLISH.say(sentence), file=sys.stderr)
    for name, entries in (("regions", regions), ("participation", participation)):
        text = part_text(name, entries, wish.as_of, wish.source)
        write_whole(wish.output / f"{name}.yaml", text, force=wish.force, renew=wish.force)
    print(f"{wish.output}: {len(regions)} regions, {len(participation)} participations.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except StoError as problem:
        sys.exit(ENGLISH.say(problem.message))
