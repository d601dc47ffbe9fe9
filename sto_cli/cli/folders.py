"""Where a user's own data and the derived copies lie on this computer."""

from __future__ import annotations

import os
from pathlib import Path


def standing_folder() -> Path:
    """Return the folder for own data that is always read when it is there: the configuration folder's `data`."""
    from platformdirs import user_config_path

    return user_config_path("sto", appauthor=False) / "data"


def own_folders() -> list[Path]:
    """Return the user's own data folders: the standing one, then those of `STO_DATA`."""
    standing = standing_folder()
    named = [Path(part) for part in os.environ.get("STO_DATA", "").split(os.pathsep) if part]
    return [*([standing] if standing.is_dir() else []), *named]


def cache_folder() -> Path:
    """Return the folder for derived copies, which may be absent or read-only."""
    from platformdirs import user_cache_path

    return Path(os.environ.get("STO_CACHE") or user_cache_path("sto", appauthor=False))
