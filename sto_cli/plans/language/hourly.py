"""What an hour costs, where a text counts hours times a price: “60 uur x € 95”."""

from __future__ import annotations

import re

from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.language.cost_words import names_hours
from sto_cli.plans.language.spans import TextSpan

HIGHEST_RATE = 8_250
"""Cents for an hour: one and a half times the 55 euros that were advised last."""

_PRICE = re.compile(r"(?:€|euro|eur)\s*(\d+)|(\d+)(?:,\d\d|,-)?\s*(?:euro|eur|€)", re.IGNORECASE)


def hourly_rate(text: str) -> int | None:
    """Return the price of an hour in cents; None where no hours are counted, or that is not clear."""
    if not names_hours(text):
        return None
    products = [one for one in annotate(text).money if len(one.factors) == 2]  # noqa: PLR2004 - hours, and the price
    if len(products) != 1 or _of_something_else(text, products[0]):
        return None
    price = _PRICE.search(products[0].words)
    first, last = products[0].factors
    return int((first if price and int(price[1] or price[2]) == first else last) * 100)


def _of_something_else(text: str, product: TextSpan) -> bool:
    """Whether a product has a name of its own among others, which is not that of hours: “uren 1800, bus 2x 375”."""
    lead = re.split(r"[,;.\n](?!\d)", text[: product.start])[-1]
    after = re.split(r"[,;.\n](?!\d)", text[product.end :])[0]
    return re.search(r"[^\W\d_]{2}", lead) is not None and not names_hours(f"{lead}{product.words}{after}")
