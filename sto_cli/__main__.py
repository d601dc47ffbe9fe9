"""Runs `sto` as `python -m sto_cli`."""

from sto_cli.cli.main import main

if __name__ == "__main__":
    main()
