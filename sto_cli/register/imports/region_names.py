"""Names of regions as pages write them, cleaned of remarks, and ids made from them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

REMARK = re.compile(r"\(([^)]*)\)")
NO_NAME = re.compile(r"official|since|press|used by|label|\?|\d{4}")
"""What stands in brackets behind a name and is a remark, not another name."""

GENERIC = re.compile(r"^(sto[ -]regio|regio|sto|sterk techniek ?onderwijs)\s+", re.IGNORECASE)
AND_AROUND = re.compile(r"\s+(e\.o\.|en omstreken|en regio)$", re.IGNORECASE)


def clean_names(written: str, others: Sequence[str]) -> tuple[str, list[str]]:
    """Return the name and the aliases: `Techniekregio Twente (STO Twente)` → that name, and `STO Twente`."""
    name, *alternatives = (part.strip() for part in REMARK.sub("", written).split(" / "))
    for remark in REMARK.findall(written):
        if not NO_NAME.search(remark):
            alternatives += [part.strip() for part in remark.split(", ")]
    alternatives += [REMARK.sub("", other).strip() for other in others]
    return " ".join(name.split()), [other for other in dict.fromkeys(alternatives) if other != name]


def slug(name: str) -> str:
    """Make an id from a name: small letters, digits and hyphens, without `Regio`, `STO` and `e.o.`."""
    short = AND_AROUND.sub("", GENERIC.sub("", name))
    plain = unicodedata.normalize("NFKD", short).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
