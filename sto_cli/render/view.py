"""What one kind of answer looks like in every format: its data, its document, and forms of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from sto_cli.messages import Message, Translator
from sto_cli.render import formats
from sto_cli.render.formats import Format, FormatName, Look, Written, later

if TYPE_CHECKING:
    from sto_cli.render.document.model import Document

R = TypeVar("R")

NOT_PASSED_ON: frozenset[FormatName] = frozenset({"text", "csv", "json"})
"""Formats that stay with who asks; all others leave out what is the user's own."""

without_addresses = later("sto_cli.render.document.model:without_addresses_in")


class View(NamedTuple, Generic[R]):
    """What one kind of answer looks like: as data for JSON, as a document, and where better in a form of its own.

    `document` gives every format that a document can be written in; `own` are the formats that this answer writes
    itself. `remarks` is what there is to say beside a format that has no room for it. `names_sources`: it says where
    facts come from; its document takes `passed_on`, and then names no person and repeats no notes of the user's own.
    `names_people` are the formats that name the contacts of the user's own data. `is_table` False: no one table says
    it. `repeats_plan`: what is passed on leaves out addresses in it. `without` are further formats that it leaves out,
    with a reason where it stands.
    """

    data: Callable[[R, Translator], Mapping[str, object]] | None = None
    document: Callable[..., Document] | None = None
    own: Mapping[FormatName, Callable[[R, Look], Written]] = MappingProxyType({})
    remarks: Callable[[R, FormatName], Iterable[Message]] | None = None
    names_sources: bool = False
    names_people: tuple[FormatName, ...] = ()
    is_table: bool = True
    repeats_plan: bool = False
    without: tuple[FormatName, ...] = ()

    def formats(self) -> tuple[Format, ...]:
        """Return the formats in which it can be written."""
        return tuple(form for form in formats.FORMATS if self._writes(form))

    def write(self, form: Format, answer: R, look: Look) -> Written:
        """Write an answer in one of its formats."""
        if form.name in self.own:
            return self.own[form.name](answer, look)
        if form.name == "json" and self.data:
            return self.data(answer, look.translator)
        if form.document is None or self.document is None:
            raise ValueError(form.name)
        if self.names_sources and form.name not in NOT_PASSED_ON:
            return form.document(self.document(answer, look.translator, passed_on=True), look)
        document = self.document(answer, look.translator)
        return form.document(without_addresses(document) if self._hides(form) else document, look)

    def _hides(self, form: Format) -> bool:
        return self.repeats_plan and form.name not in NOT_PASSED_ON

    def _writes(self, form: Format) -> bool:
        if form.name in self.without:
            return False
        return (
            form.name in self.own
            or (form.name == "json" and self.data is not None)
            or (form.document is not None and self.document is not None and (self.is_table or not form.one_table))
        )
