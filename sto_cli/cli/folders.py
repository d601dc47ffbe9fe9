"""Where a user's own data and the derived copies lie on this computer."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path


def standing_folder() -> Path:
    """Return the folder for own data that is always read when it is there: the configuration folder's `data`."""
    from platformdirs import user_config_path

    return user_config_path("sto", appauthor=False) / "data"


def own_folders() -> list[Path]:
    """Return the user's own data folders: the standing one, then those of `STO_DATA`."""
    from sto_cli.register.part_file import PART_KINDS

    standing = standing_folder()
    holds_data = any((standing / f"{kind}.yaml").exists() for kind in PART_KINDS)  # or decisions about lists only
    return [*([standing] if holds_data else []), *_named_folders()]


def decision_folders(named: Sequence[Path]) -> list[Path]:
    """Return the folders in which decisions about lists are kept; new ones go into the last one.

    `named` are the folders that the command names.
    """
    return [standing_folder(), *_named_folders(), *named]


def _named_folders() -> list[Path]:
    return [Path(part) for part in os.environ.get("STO_DATA", "").split(os.pathsep) if part]


def cache_folder() -> Path:
    """Return the folder for derived copies, which may be absent or read-only."""
    from platformdirs import user_cache_path

    return Path(os.environ.get("STO_CACHE") or user_cache_path("sto", appauthor=False))
