"""From what a list says to the entries of an own `participation.yaml`, laid into the ones that were there.

Nothing that was known is lost: a school that stopped keeps the years in which it took part, other regions' entries stay
as they are, and so do schools that are not on the list (a list that is silent does not say no).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sto_cli.lists.cell_dates import begins_after, day_after, day_before
from sto_cli.lists.claims import Claim, Claims
from sto_cli.lists.school_years import Period
from sto_cli.register.compare import EntryChange, compare
from sto_cli.register.dates import first_day, last_day
from sto_cli.register.model import Entry

KEYS = ("school", "region", "status", "since", "until", "as_of", "certainty", "source", "contact", "note")
"""The order in which an entry is written."""


@dataclass(frozen=True, slots=True)
class Former:
    """The own file as it was: its entries, when its facts were gathered, and where they came from."""

    entries: Sequence[Entry] = ()
    as_of: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class ListUpdate:
    """The new entries, what changes by them, and the schools of the region that are not on the list.

    `missing` ones were kept, or `removed` when the user asked for that. `newer` are the schools of which the former
    file knows something that was gathered after the list was made: of those the list changes nothing. `as_of` and
    `source` are those of the whole file: the newest of the two.
    """

    entries: list[Entry]
    changes: list[EntryChange]
    missing: list[str] = field(default_factory=list)
    removed: bool = False
    newer: list[str] = field(default_factory=list)
    as_of: str = ""
    source: str = ""


def update_participation(
    claims: Claims, former: Former, region: str, as_of: str, source: str, *, remove_missing: bool = False
) -> ListUpdate:
    """Lay what a list says into the former entries; ordered by region, school and start."""
    pairs: dict[str, list[Entry]] = {}
    others = []
    for entry in former.entries:
        if entry["region"] == region:
            pairs.setdefault(entry["school"], []).append(dict(entry))
        else:
            others.append(dict(entry))
    told = {claim.school for claim in claims.claims}
    doubtful = {each.link.match.id for each in claims.doubtful if each.link.match}
    newer = {code for code, entries in pairs.items() if any(_later(entry, former.as_of, as_of) for entry in entries)}
    missing = sorted(code for code in pairs if code not in told | doubtful | newer)
    if remove_missing:
        pairs = {code: entries for code, entries in pairs.items() if code not in missing}
    for claim in (claim for claim in claims.claims if claim.school not in newer):
        writer = _EntryWriter(claim, region, as_of, source, former.as_of)
        pairs[claim.school] = writer.entries(pairs.get(claim.school, []))
    entries = [*others, *(entry for found in pairs.values() for entry in found)]
    entries.sort(key=lambda entry: (entry["region"], entry["school"], entry.get("since") or ""))
    changes = compare("participation", former.entries, entries)
    if former.as_of and begins_after(former.as_of, as_of):
        as_of, source = former.as_of, former.source or source
    return ListUpdate(entries, changes, missing, remove_missing, sorted(newer & told), as_of, source)


class _EntryWriter:
    """Writes one claim as entries, given those that there were of the same school and region."""

    def __init__(self, claim: Claim, region: str, as_of: str, source: str, former_as_of: str | None) -> None:
        self.claim = claim
        self.region = region
        self.as_of = as_of
        self.source = source
        self.former_as_of = former_as_of

    def entries(self, before: list[Entry]) -> list[Entry]:
        """Return the entries of the school and region in order of their start, no two with the same one.

        A contact that was known stays where the list names none: an empty cell takes nothing away.
        """
        *others, latest = self._entries_of_claim(before)
        with_contact = [entry for entry in sorted(before, key=_start) if entry.get("contact")]
        known = with_contact[-1]["contact"] if with_contact else {}
        return [*others, self._ordered({**latest, "contact": _contact(known, latest.get("contact") or {})})]

    def _entries_of_claim(self, before: list[Entry]) -> list[Entry]:
        if self.claim.periods:
            return self._by_years(before)
        if not before:
            return self._first()
        *history, latest = sorted(before, key=_start)
        told = [self._again(latest)] if self._same(latest) else self._changed(latest)
        begun = told[-1].get("since") if self.claim.since else None
        kept = [entry for entry in history if not (begun and (entry.get("since") or "") >= begun)]
        return list({entry.get("since"): entry for entry in (*kept, *told)}.values())

    def _by_years(self, before: list[Entry]) -> list[Entry]:
        """Say it year by year: the list replaces what was known of its years, and leaves the time around them."""
        periods = self.claim.periods
        told = [self._of_period(one, last=one is periods[-1]) for one in periods]
        begin, end = periods[0].since, periods[-1].until
        kept = []
        for entry in before:
            if not entry.get("since") or not _reaches(entry["since"], begin):
                kept.append(self._until(entry, begin))
            if end and not _ended(entry.get("until"), day_after(end)):
                kept.append(self._from(entry, end))
        whole = sorted([*kept, *told], key=_start)
        return list({entry.get("since"): entry for entry in whole}.values())

    def _of_period(self, period: Period, *, last: bool) -> Entry:
        entry = self._entry(period.since, period.until)
        if not last:
            entry = {key: value for key, value in entry.items() if key not in {"contact", "note"}}
        return self._ordered({**entry, "status": period.status})

    def _until(self, entry: Entry, begin: str) -> Entry:
        """Return an entry as far as it lies before the years of the list."""
        over = entry.get("until") and not _reaches(entry["until"], begin)
        return self._ordered(entry if over else {**entry, "until": day_before(begin)})

    def _from(self, entry: Entry, end: str) -> Entry:
        """Return an entry as far as it lies after the years of the list."""
        begun = entry.get("since") and not _reaches(end, entry["since"])
        return self._ordered(entry if begun else {**entry, "since": day_after(end)})

    def _same(self, latest: Entry) -> bool:
        """Whether the list tells of the same participation: the same status, and not after it was over."""
        if latest["status"] != self.claim.status:
            return False
        if not self.claim.since and _ended(self.claim.until, latest.get("since")):
            return False
        start = self.claim.since or self.as_of
        return not self._over(latest) or _reaches(latest.get("until") or "", start)

    def _first(self) -> list[Entry]:
        """Say it for the first time; a school that stopped on a day took part before."""
        now = self._entry(self.claim.since, self.claim.until)
        until = day_before(self.claim.since) if self.claim.stopped and self.claim.since else None
        if until is None:
            return [now]
        return [self._ordered({**now, "status": "participating", "since": None, "until": until}), now]

    def _again(self, latest: Entry) -> Entry:
        """Say the same again: newer source, and what the list tells more."""
        told = self._entry(self.claim.since or latest.get("since"), self.claim.until or latest.get("until"))
        if self.claim.until is None and (self._over(told) or _ended(told.get("until"), told.get("since"))):
            told.pop("until", None)
        kept = {key: latest[key] for key in ("note",) if key in latest}
        return self._ordered({**kept, **told})

    def _changed(self, latest: Entry) -> list[Entry]:
        """Say that it is otherwise now: the former entry ends where the new one begins, or when it was last known."""
        start = self.claim.since or self.as_of
        if self.claim.until and _reaches(start, self.claim.until) and not self.claim.since:
            return self._over_by_now(latest, self.claim.until)
        now = self._entry(start, self.claim.until)
        if latest.get("until") and not _reaches(latest["until"], start):
            return [latest, now]
        end = day_before(self.claim.since) if self.claim.since else latest.get("as_of") or self.former_as_of
        end = end if end and not _reaches(end, start) else day_before(start)
        if end is None or _ended(end, latest.get("since")):
            return [now]  # the former entry would end before it began: the list says that it was wrong
        return [self._ordered({**latest, "until": end}), now]

    def _over_by_now(self, latest: Entry, until: str) -> list[Entry]:
        """Say what was so until a day that has passed; what was known of the time after it stays."""
        then = self._entry(None, until)
        since = latest.get("since")
        after = since if since and not _reaches(until, since) else day_after(until)
        return [then, self._ordered({**latest, "since": after})] if not _ended(latest.get("until"), after) else [then]

    def _over(self, entry: Entry) -> bool:
        """Whether an entry's period ended before the list was made."""
        last, made = last_day(entry.get("until") or ""), first_day(self.as_of)
        return last is not None and made is not None and last < made

    def _entry(self, since: str | None, until: str | None) -> Entry:
        claim = self.claim
        contact = {"role": "school-contact", "name": claim.contact_name, "email": claim.contact_email}
        known = claim.contact_name or claim.contact_email
        return self._ordered(
            {
                "school": claim.school,
                "region": self.region,
                "status": claim.status,
                "since": since,
                "until": until,
                "as_of": self.as_of,
                "source": self.source,
                "contact": {key: value for key, value in contact.items() if value} if known else None,
                "note": claim.note,
            }
        )

    def _ordered(self, entry: Entry) -> Entry:
        return {key: entry[key] for key in KEYS if entry.get(key)}


def _start(entry: Entry) -> str:
    return entry.get("since") or ""


def _contact(known: Mapping[str, str], told: Mapping[str, str]) -> dict[str, str]:
    """Lay the contact of a list over the known one; the address of one person is not given to another."""
    if told.get("name") and told["name"] != known.get("name"):
        return dict(told)
    return {**known, **told}


def _later(entry: Entry, file_as_of: str | None, as_of: str) -> bool:
    """Whether an entry (by its own date, else by its file's) was gathered after a list of `as_of`."""
    known = entry.get("as_of") or file_as_of
    return known is not None and begins_after(known, as_of)


def _ended(until: str | None, since: str | None) -> bool:
    """Whether an end lies before a beginning."""
    last, first = last_day(until or ""), first_day(since or "")
    return last is not None and first is not None and last < first


def _reaches(end: str, start: str) -> bool:
    """Whether an end lies on or after a start."""
    last, first = last_day(end), first_day(start)
    return last is not None and first is not None and last >= first
