"""Writers that are imported when they are used: a command pays only for the format that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any


def later(target: str) -> Callable[..., Any]:
    """Return a function that stands for another (`sto_cli.module:function`), which is imported at the first call."""

    def call(*arguments: Any, **named: Any) -> Any:
        module, _, name = target.partition(":")
        return getattr(import_module(module), name)(*arguments, **named)

    call.__qualname__ = target
    return call
