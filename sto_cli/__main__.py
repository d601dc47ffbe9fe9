"""Where `sto` starts, also as `python -m sto_cli`: nothing is imported before Ctrl+C is seen to."""

import gc

from sto_cli.cli.keyboard import end_at_once


def main() -> None:
    """Run `sto` with the arguments of the process."""
    end_at_once()
    gc.disable()  # what is imported stays: to look for what of it could go takes 5% of a start
    from sto_cli.cli import main as cli  # noqa: PLC0415 - takes most of the time of a start

    cli.main()


def menu() -> None:
    """Open the menu, as a double click on `sto-menu` does."""
    end_at_once()
    from sto_cli.cli import main as cli  # noqa: PLC0415

    cli.menu()


if __name__ == "__main__":
    main()
