"""`sto data`: keeping the register right."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sto_cli.cli.commands import SpeakingCommand, SpeakingGroup
from sto_cli.cli.session import session_of
from sto_cli.messages import N_, counted, message

app = typer.Typer(add_completion=False, cls=SpeakingGroup, no_args_is_help=True, help=N_("Keep the register right."))
import_app = typer.Typer(
    cls=SpeakingGroup, no_args_is_help=True, help=N_("Build files of the register from open data.")
)
app.add_typer(import_app, name="import")

Files = Annotated[list[Path], typer.Argument(help=N_("The files to read, in any order."), metavar="FILE...")]
AsOf = Annotated[str, typer.Option("--as-of", help=N_("When the facts were gathered: 2025, 2025-10 or 2025-10-01."))]
Source = Annotated[str, typer.Option("--source", help=N_("Where the facts come from, with the licence."))]
Folder = Annotated[Path, typer.Option("--output", help=N_("The folder to write to."))]
Force = Annotated[bool, typer.Option("--force", help=N_("Replace files that exist."))]


@import_app.command(
    "duo",
    cls=SpeakingCommand,
    help=N_(
        "Make schools.yaml from DUO's open files: exam results per profile, exam candidates of earlier years, "
        "addresses. Each file is recognised by its columns.\n\n"
        '\b\nsto data import duo exams.csv locations.csv --as-of 2025-09 --source "DUO, CC0" --output data'
    ),
)
def import_duo(
    context: typer.Context, files: Files, as_of: AsOf, source: Source, output: Folder, force: Force = False
) -> None:
    """Answer `sto data import duo`."""
    from sto_cli.files.tables import read_csv
    from sto_cli.files.writing import write_whole
    from sto_cli.register.imports.duo import schools_from
    from sto_cli.register.imports.write import part_text

    entries = schools_from(map(read_csv, files))
    write_whole(output / "schools.yaml", part_text("schools", entries, as_of, source), force=force)
    vocational = sum(bool(entry["profiles"]) for entry in entries)
    session_of(context).remark(
        message(
            "{path}: {schools}, {vocational} of them with vocational vmbo.",
            path=output / "schools.yaml",
            schools=counted("{n} school", "{n} schools", len(entries)),
            vocational=vocational,
        )
    )


@import_app.command(
    "regions",
    cls=SpeakingCommand,
    help=N_(
        "Make regions.yaml and participation.yaml from what was read on public pages: regions (YAML), their "
        "municipalities and their linked member schools (CSV). The folder must hold schools.yaml already."
    ),
)
def import_regions(
    context: typer.Context, files: Files, as_of: AsOf, source: Source, output: Folder, force: Force = False
) -> None:
    """Answer `sto data import regions`."""
    from sto_cli.files.writing import write_whole
    from sto_cli.register.imports.public_pages import participation_from, read_pages, regions_from
    from sto_cli.register.imports.write import part_text
    from sto_cli.register.part_file import read_part

    schools = read_part("schools", output / "schools.yaml", "schools.yaml")
    codes = {entry["id"] for entry in schools.entries}
    pages = read_pages(files)
    regions, participation = regions_from(pages, codes), participation_from(pages, codes)
    write_whole(output / "regions.yaml", part_text("regions", regions, as_of, source), force=force)
    write_whole(output / "participation.yaml", part_text("participation", participation, as_of, source), force=force)
    session_of(context).remark(
        message(
            "{path}: {regions}, {entries}.",
            path=output,
            regions=counted("{n} region", "{n} regions", len(regions)),
            entries=counted("{n} participation", "{n} participations", len(participation)),
        )
    )
