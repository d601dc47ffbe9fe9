"""Holds data against a JSON Schema; says what is wrong as plain values, not in the schema's words."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any


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


Fits = Callable[[Any], bool]

TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "object": (dict,),
    "array": (list,),
    "null": (type(None),),
    "number": (int, float),
    "integer": (int,),
    "boolean": (bool,),
}
WORDS = {"$schema", "$id", "$defs", "title", "description", "examples", "then"}
"""Keywords that check nothing."""


def compile_check(schema: Mapping[str, Any]) -> Fits:
    """Turn a schema into one function; local references (`#/$defs/name`) are followed."""
    return _Compiler(schema.get("$defs", {})).build(schema)


class _Compiler:
    """Builds checks part by part; each definition once."""

    def __init__(self, definitions: Mapping[str, Any]) -> None:
        self.definitions = definitions
        self.made: dict[str, Fits] = {}

    def build(self, part: Mapping[str, Any]) -> Fits:
        checks = [self.make(name, part) for name in part if name not in WORDS]
        if len(checks) == 1:
            return checks[0]
        return lambda value: all(check(value) for check in checks)

    def make(self, name: str, part: Mapping[str, Any]) -> Fits:
        if name == "$ref":
            return self.refer(part[name].removeprefix("#/$defs/"))
        if name == "items":
            check = self.build(part[name])
            return lambda value: not isinstance(value, list) or all(map(check, value))
        if name == "if":
            return self.when(part[name], part.get("then", {}))
        if name == "properties":
            return _properties({key: self.build(inside) for key, inside in part[name].items()})
        return _KEYWORDS[name](part[name], part) if name in _KEYWORDS else _never

    def when(self, condition: Mapping[str, Any], then: Mapping[str, Any]) -> Fits:
        """Check a text further; of other conditions a quick no may be wrong, so they are left to the full checker."""
        if condition != {"type": "string"}:
            return _never
        check = self.build(then)
        return lambda value: not isinstance(value, str) or check(value)

    def refer(self, name: str) -> Fits:
        if name not in self.definitions:
            return _never
        if name not in self.made:
            self.made[name] = _never  # what refers to itself is left to the full checker
            self.made[name] = self.build(self.definitions[name])
        return self.made[name]


def _never(_value: Any) -> bool:
    return False


def _properties(checks: Mapping[str, Fits]) -> Fits:
    def check(value: Any) -> bool:
        if not isinstance(value, dict):
            return True
        return all(checks[key](inside) for key, inside in value.items() if key in checks)

    return check


def _type(wanted: str | list[str], _part: Mapping[str, Any]) -> Fits:
    names = [wanted] if isinstance(wanted, str) else wanted
    kinds = tuple(kind for name in names for kind in TYPES.get(name, ()))
    if "boolean" in names:
        return lambda value: isinstance(value, kinds)
    return lambda value: isinstance(value, kinds) and not isinstance(value, bool)


def _enum(allowed: list[Any], _part: Mapping[str, Any]) -> Fits:
    words = frozenset(choice for choice in allowed if isinstance(choice, str) or choice is None)
    return lambda value: (isinstance(value, str) or value is None) and value in words


def _pattern(pattern: str, _part: Mapping[str, Any]) -> Fits:
    search = re.compile(pattern).search
    return lambda value: not isinstance(value, str) or search(value) is not None


def _required(names: list[str], _part: Mapping[str, Any]) -> Fits:
    return lambda value: not isinstance(value, dict) or all(name in value for name in names)


def _additional(allowed: object, part: Mapping[str, Any]) -> Fits:
    known = part.get("properties", {}).keys()
    if allowed is not False or "patternProperties" in part:
        return _never
    return lambda value: not isinstance(value, dict) or value.keys() <= known


def _length(
    kind: type[str] | type[list[Any]], bound: Callable[[int, int], bool]
) -> Callable[[int, Mapping[str, Any]], Fits]:
    def make(limit: int, _part: Mapping[str, Any]) -> Fits:
        return lambda value: not isinstance(value, kind) or bound(len(value), limit)

    return make


_KEYWORDS: dict[str, Callable[[Any, Mapping[str, Any]], Fits]] = {
    "type": _type,
    "enum": _enum,
    "pattern": _pattern,
    "required": _required,
    "additionalProperties": _additional,
    "minLength": _length(str, int.__ge__),
    "maxLength": _length(str, int.__le__),
    "minItems": _length(list, int.__ge__),
    "maxItems": _length(list, int.__le__),
}
