"""`sto data`: keeping the register right."""

from __future__ import annotations

import typer

from sto_cli.cli.commands import SpeakingGroup
from sto_cli.cli.data_import import import_app
from sto_cli.messages import N_

app = typer.Typer(add_completion=False, cls=SpeakingGroup, no_args_is_help=True, help=N_("Keep the register right."))
app.add_typer(import_app, name="import")
