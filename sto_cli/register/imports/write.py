"""Writing the files of the register: sorted, stable, with a comment that says where the facts come from."""

from collections.abc import Sequence
from typing import Any

from sto_cli.errors import UsageProblem
from sto_cli.files.yaml.writer import OnOneLine, write_yaml
from sto_cli.messages import message
from sto_cli.register.model import PartKind
from sto_cli.register.part_file import part_of

COMMENTS: dict[PartKind, str] = {
    "schools": """\
Every location (vestiging) of secondary education of the Netherlands: one entry each, ordered by vestigingscode.
origins: when and where each kind of facts comes from.
profiles: profile → vocational learning paths with exams; {} means only tl, left out means no vmbo exams.
structure: the teaching that DUO's list names; closed: the first list that no longer holds the location.
left: schools with exams in earlier years that are no longer in the files; last: the year of their last exams.
Written by `sto data import duo`; do not edit by hand, lay your own files over it (sto --data FOLDER).""",
    "regions": """\
STO-regio's as public pages describe them: one entry each, ordered by id.
kind is left out where no page tells it; municipalities are those that pages name, not always all of them.
likely_municipalities: those of which it is known from names and geography only; certainty: medium = hardly named.
members: members that are no vmbo school of schools.yaml. No names, mail addresses or numbers of persons.
Written by `tools/import_regions.py`; do not edit by hand, lay your own files over it (sto --data FOLDER).""",
    "participation": """\
Which school takes part in which region, as a public page documents: ordered by region and school.
No entry means: not known. as_of: when the page said so, where that is known.
level: school = the page names the institution, not this very location.
certainty: likely = the page may mean another location, or another page (against) speaks against it.
Written by `tools/import_regions.py`; do not edit by hand, lay your own files over it (sto --data FOLDER).""",
}


def part_text(  # noqa: PLR0913 - the keys of a file, in their order
    kind: PartKind,
    entries: Sequence[dict[str, Any]],
    as_of: str,
    source: str,
    left: Sequence[dict[str, Any]] = (),
    comment: str | None = None,
    origins: Sequence[dict[str, Any]] = (),
) -> str:
    """Return the text of a register file. Flat entries (participation, left) are written on one line each.

    Raises:
        UsageProblem: it could not be read again.
    """
    lines = [OnOneLine(entry) for entry in entries] if kind == "participation" else [_shaped(e) for e in entries]
    content: dict[str, Any] = {"as_of": as_of, "source": source}
    if origins:
        content["origins"] = [OnOneLine(origin) for origin in origins]
    content[kind] = lines
    if left:
        content["left"] = [OnOneLine(entry) for entry in left]
    text = write_yaml(content, COMMENTS[kind] if comment is None else comment)
    _refuse_unreadable(kind, text)
    return text


def _refuse_unreadable(kind: PartKind, text: str) -> None:
    wrong = next((one for one in part_of(kind, text, f"{kind}.yaml").findings if one.severity == "error"), None)
    if wrong is not None:
        raise UsageProblem(
            message("What would be written could not be read again: {what}", what=wrong.message),
            wrong.hint or message("Nothing was written."),
        )


def _shaped(entry: dict[str, Any]) -> dict[str, Any]:
    return {
        key: _one_line(value) if key in ONE_LINE or isinstance(value, dict) else value for key, value in entry.items()
    }


ONE_LINE = {"likely_municipalities", "subregions"}


def _one_line(value: Any) -> Any:
    return [OnOneLine(one) for one in value] if isinstance(value, list) else OnOneLine(value)
