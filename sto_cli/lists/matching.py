"""Linking the rows of a list to schools: what a row says becomes a question, equal questions are asked once."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from sto_cli.lists.decisions import Decision
from sto_cli.lists.headings import plain_heading
from sto_cli.lists.results import Link, LinkedList, Question
from sto_cli.register.belonging import Belonging, Option, belonging, certain_belonging
from sto_cli.register.lookup import regions_named
from sto_cli.register.register import Register
from sto_cli.search.find import Matcher
from sto_cli.search.other_kinds import OtherKind, other_kind, other_school
from sto_cli.search.results import Known, Match, SearchResult

CANDIDATES = 5
"""Candidates that a row names: a person chooses from five at a glance."""

NOWHERE = Belonging("unknown")
NOTHING_ASKED = SearchResult("", "not_found", reason="empty")
EMPTY = Link(Question(), "empty", NOTHING_ASKED, NOWHERE)


def _by_its_name(link: Link) -> Link:
    """Return a link as what the row's name says that it is."""
    name = link.question.name
    kind = other_kind(name) or (other_school(name) if link.outcome != "ambiguous" else None)
    return set_apart(link, kind)


def set_apart(link: Link, kind: OtherKind | None) -> Link:
    """Return the link of a row of another kind: it is no vmbo school, so nothing is to be chosen.

    A code, and a name of the register that says the same of itself ("VSO Daaf Geluk"), stand. A name that was found
    although a word beside it says that it is no vmbo school is asked.
    """
    answer = link.answer
    if kind is None or any(other_kind(match.matched) == kind for match in answer.possible):
        return link
    if link.match is None:
        none = answer._replace(outcome="not_found", best=None, candidates=(), possible=())
        return Link(link.question, "not_found", none, NOWHERE, other=kind)
    if link.match.school is None or link.match.basis in {"code", "institution"}:
        return link
    return replace(link, outcome="ambiguous", answer=_in_doubt(answer, link.match))


def _in_doubt(answer: SearchResult, match: Match, others: Iterable[Match] = ()) -> SearchResult:
    """Return an answer that leaves a match open, beside others that may be meant instead."""
    possible = (match, *(other for other in others if other.id != match.id))[:CANDIDATES]
    return answer._replace(outcome="ambiguous", best=None, candidates=possible, possible=possible, reason="alike")


class Linker:
    """Links questions to schools, and remembers the answers.

    `decided` holds what a person said before, by what was asked in plain words (`Question.plain`). `on` is the day on
    which participations must hold to say which region a school belongs to.
    """

    def __init__(self, matcher: Matcher, on: date, decided: Mapping[Question, Decision] | None = None) -> None:
        self.matcher = matcher
        self.on = on
        self.decided = decided or {}
        self._links: dict[Question, Link] = {}
        self._regions: dict[str, Belonging] = {}

    def link(self, question: Question | None) -> Link:
        """Return the link for a question; None stands for an empty row."""
        if question is None:
            return EMPTY
        link = self._links.get(question)
        if link is None:
            link = self._links[question] = self._make(question)
        return link

    def ask(self, question: Question, query: str) -> Link:
        """Link a question by other words than its own: what a person typed."""
        return self._linked(question, self.matcher.find(query, limit=CANDIDATES))

    def _make(self, question: Question) -> Link:
        answer = self._unless_other_region(self._answer(question), question.region)
        link = _by_its_name(self._linked(question, answer))
        made = self.decided.get(question.plain) if self.decided else None
        return self.decide(link, made.school) if made else link

    def given(self, link: Link, code: str) -> Link:
        """Return the link to the school whose code the list itself gives; a code that is none changes nothing."""
        bare = "".join(letter for letter in code if letter.isalnum()).upper()
        if link.match is None or link.match.id != bare:
            link = self.decide(link, bare)
        return replace(link, given=True) if link.match and link.match.id == bare else link

    def decide(self, link: Link, chosen: str | None) -> Link:
        """Return the link as a person decided it: this choice, or none."""
        return decide(link, chosen, self.matcher.register, self.on)

    def _linked(self, question: Question, answer: SearchResult) -> Link:
        matches = (answer.best,) if answer.best else answer.possible
        if answer.best and answer.best.member and answer.best.id in self.matcher.register.left:
            answer = answer._replace(left=(self.matcher.register.left[answer.best.id],))
        return Link(question, answer.outcome, answer, self._shared(matches))

    def _answer(self, question: Question) -> SearchResult:
        """Ask by code and by name. When code, name and place disagree, nothing is decided."""
        by_code = self.matcher.find(question.code, limit=CANDIDATES) if question.code else None
        if by_code is None or by_code.outcome == "not_found":
            return self._without_code(question, by_code)
        same = by_code.best is not None and plain_heading(by_code.best.name) == plain_heading(question.name)
        alone = not (question.street or question.postcode or question.website)  # the place is looked at below
        agreed = by_code if (same and alone) or not question.name else _agreed(by_code, self._by_name(question))
        asked = self.matcher.unless_elsewhere(agreed, _known(question))
        if asked.best is None and agreed.best is not None:
            return _in_doubt(agreed, agreed.best, self._by_name(question).possible if question.name else ())
        return agreed

    def _without_code(self, question: Question, by_code: SearchResult | None) -> SearchResult:
        """Ask by the name; a code that no school has beside it is asked, unless it was that of what went before."""
        if not question.name:
            return by_code or NOTHING_ASKED
        by_name = self._by_name(question)
        if by_code is None or by_name.best is None or by_code.reason not in {"unknown_code", "left"}:
            return by_name
        gone = self.matcher.register.left.get(question.code)
        known = gone is not None and by_name.best.id in gone.successors
        return by_name if known else _in_doubt(by_name, by_name.best)

    def _unless_other_region(self, answer: SearchResult, written: str) -> SearchResult:
        """Return an answer, or ask if a row names another region than the one in which its school surely lies."""
        register, school = self.matcher.register, answer.best.school if answer.best else None
        if not written or school is None or answer.best is None:
            return answer
        own = {option.region.id for option in certain_belonging(register, school, self.on).options}
        named = {region.id for region in regions_named(register, written)}
        wider = {plain_heading(name) for name in (school.province, school.labour_market_region) if name}
        other = own and named and not own & named and plain_heading(written) not in wider
        return _in_doubt(answer, answer.best) if other else answer

    def _by_name(self, question: Question) -> SearchResult:
        return self.matcher.find(question.name, known=_known(question), limit=CANDIDATES)

    def _shared(self, matches: tuple[Match, ...]) -> Belonging:
        """Return the region of the one school, or the region that is certain and the same for all of several."""
        if len(matches) == 1:
            return self._region(matches[0])
        certain = [self._region(match) for match in matches]
        if not certain or any(not one.certain or len(one.options) != 1 for one in certain):
            return NOWHERE
        return certain[0] if len({one.options[0].region.id for one in certain}) == 1 else NOWHERE

    def _region(self, match: Match) -> Belonging:
        key = match.id or match.name
        if key not in self._regions:
            self._regions[key] = region_of(match, self.matcher.register, self.on)
        return self._regions[key]


def _known(question: Question) -> Known:
    return Known(question.place, question.street, question.postcode, question.website, exams_first=True)


def region_of(match: Match, register: Register, on: date) -> Belonging:
    """Return the region of a match: a member's own, or the school's by record, area or nearness."""
    if match.member is not None:
        return Belonging("recorded", (Option(match.member.region),))
    return belonging(register, match.school, on) if match.school else NOWHERE


def decide(link: Link, chosen: str | None, register: Register, on: date) -> Link:
    """Return the link as a person decided it: this choice, or none. A choice that is not known decides nothing."""
    answer = link.answer
    if chosen is None:
        none = answer._replace(outcome="not_found", best=None, candidates=(), possible=())
        return replace(link, outcome="not_found", answer=none, belonging=NOWHERE, reviewed=True, other=None)
    known = next((match for match in (*answer.candidates, *answer.possible) if _is_chosen(match, chosen)), None)
    school = register.schools.get(chosen)
    match = known or (Match(school, None, 1.0, "code", chosen) if school else None)
    if match is None:
        return link
    decided = answer._replace(outcome="found", best=match, candidates=(), possible=(match,), reason=None)
    return Link(link.question, "found", decided, region_of(match, register, on), reviewed=True)


def _is_chosen(match: Match, chosen: str) -> bool:
    """Whether a choice is of this match; a member without a code is also chosen by its name and place in a cell."""
    return match.choice == chosen or (match.id is None and chosen == ", ".join(filter(None, (match.name, match.town))))


def candidate_regions(linked: LinkedList, register: Register, on: date) -> dict[str, str]:
    """Return the regions of all candidates as far as they are certain, by the `choice` of the candidate."""
    candidates = {one.choice: one for link in linked.links for one in link.candidates}
    return {chosen: certain_region(one, register, on) for chosen, one in candidates.items()}


def certain_region(match: Match, register: Register, on: date) -> str:
    """Return the id of a match's region where it is certain, else nothing."""
    if match.member is not None:
        return match.member.region.id
    region = certain_belonging(register, match.school, on).region if match.school else None
    return region.id if region else ""


def _agreed(by_code: SearchResult, by_name: SearchResult) -> SearchResult:
    """Join the answers by code and by name.

    A BRIN of several schools and a name that several have may meet in one. A code and a name that speak of different
    schools are a mistake in one of them, so both are offered.
    """
    coded = by_code.possible
    if by_name.outcome == "not_found":
        return by_code
    named = (*by_name.possible, *by_name.beside)
    both = [match for match in named if match.id in {other.id for other in coded}]
    if len(both) == 1:
        match = both[0] if len(coded) > 1 else coded[0]
        return by_code._replace(outcome="found", best=match, candidates=(), possible=(match,), reason=None)
    possible = tuple(both) if both else (*coded, *by_name.possible)
    return by_code._replace(
        outcome="ambiguous", best=None, candidates=possible[:CANDIDATES], possible=possible, reason="alike"
    )
