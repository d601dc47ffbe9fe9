"""Holds data against a JSON Schema; says what is wrong as plain values, not in the schema's words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sto_cli.files.schema_fit import Fits, compile_check


@dataclass(frozen=True, slots=True)
class Complaint:
    """One thing that a schema does not allow.

    `path` leads to the value; `keyword` is the schema's rule (`required`, `additionalProperties`, `enum`, …);
    `names` are the keys that are missing or unknown; `allowed` what would have been right, where that is a list.
    """

    path: tuple[str | int, ...]
    keyword: str
    value: object
    names: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()


def schema_path(name: str) -> Path:
    """Return the file of a schema that ships with the program: `schools` → `…/schools.schema.json`."""
    import sto_cli.schemas  # noqa: PLC0415 - found where it is installed, also when that is the project's folder

    return Path(str(sto_cli.schemas.__file__)).parent / f"{name}.schema.json"


@cache
def _schema(name: str) -> Any:
    return json.loads(schema_path(name).read_text("utf-8"))


@cache
def _quick_check(name: str) -> Fits:
    return compile_check(_schema(name))


@cache
def _validator(name: str) -> Any:
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - 45–90 ms, and only for data that may be wrong

    return Draft202012Validator(_schema(name))


def fits(name: str, data: object) -> bool:
    """Whether `data` is seen at a look to be right by the shipped schema `name`; a no may still be right."""
    return _quick_check(name)(data)


def complaints(name: str, data: object) -> Iterator[Complaint]:
    """Yield what is wrong with `data` by the shipped schema `name`, in the order of the data."""
    if fits(name, data):
        return
    errors = list(_validator(name).iter_errors(data))
    for error in sorted(errors, key=lambda error: [str(part).zfill(9) for part in error.absolute_path]):
        yield _complaint(error)


def _complaint(error: Any) -> Complaint:
    names: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    if error.validator == "required":
        names = tuple(name for name in error.validator_value if name not in error.instance)
    elif error.validator == "additionalProperties":
        allowed = tuple(error.schema.get("properties", ()))
        names = tuple(name for name in error.instance if name not in allowed)
    elif error.validator == "enum":
        allowed = tuple(str(choice) for choice in error.validator_value)
    elif error.validator == "type":
        wanted = error.validator_value
        allowed = (wanted,) if isinstance(wanted, str) else tuple(wanted)
    return Complaint(tuple(error.absolute_path), str(error.validator), error.instance, names, allowed)
