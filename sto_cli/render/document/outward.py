"""A document without what leads to a person, for who passes it on."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from sto_cli.files.personal import without_addresses


def without_addresses_in(part: Any) -> Any:
    """Return a document, or a part of one, with three points for addresses in its texts."""
    if isinstance(part, str):
        return without_addresses(part)
    if isinstance(part, list | tuple):
        return type(part)(map(without_addresses_in, part))
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{one.name: without_addresses_in(getattr(part, one.name)) for one in fields(part)})
    return part
