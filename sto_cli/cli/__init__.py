"""The command line: the only layer that speaks Typer, prints, exits, and asks the environment or the clock."""
