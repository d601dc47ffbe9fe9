"""Rules on the school and its region."""

from collections.abc import Iterator, Sequence

from sto_cli.files.outgoing import command
from sto_cli.findings import Place
from sto_cli.messages import Message, message, one_of
from sto_cli.plans.case import Case, Flaw, LighterCase, rule
from sto_cli.plans.language.copied import plain
from sto_cli.plans.language.placeholders import is_placeholder
from sto_cli.plans.language.wording import quoted
from sto_cli.plans.reading.regions import find_region, near_regions, regions_of_the_vision
from sto_cli.plans.reading.schools import are_one, codes_in, is_institution, near_codes
from sto_cli.plans.reading.schools_named import pupils_of, schools_named, without_pupils
from sto_cli.register.belonging import belonging
from sto_cli.register.model import Region, School
from sto_cli.register.register import Register


@rule("tip", "find-your-region")
def no_school(case: Case) -> Iterator[Flaw]:
    """The plan does not say which school it is from.

    Why:
        The region must know whom to answer. With the code of the school, this program also checks the region and the
        profiles.

    Example:
        title: Technology lab in the lower years

    Mend:
        Add “school:” with the code that “sto find-region” shows for your school, such as 00AH17.
    """
    if case.plan.school is None and not isinstance(case.data.get("school"), dict | list):
        yield Flaw(
            ("school",),
            message("The plan does not say which school it is from.")
            if case.reading.in_yaml
            else message("No school was recognised in this text."),
            message("Add “{word}:” with the name and the place of the school, or its code.",
                    word=case.word("school")),
            place=None if case.has("school") else Place(case.reading.path),
        )  # fmt: skip


MOST_NAMED = 6
"""Schools of an institution that a hint names; 9 of 10 institutions have no more."""


@rule("error", "schools-duo")
def unknown_school(case: Case) -> Iterator[Flaw]:
    """The school is not in the register, or may be more than one school.

    Why:
        By the code the region knows which location the plan is for, in which region it lies and which profiles it has.
        Schools of one institution share four characters; the last two tell which location is meant.

    Example:
        school: 00ZZ99

    Mend:
        Look up the code with “sto find-region” and the name of the school. A school that the register lacks can be
        added in a file of your own (--data).
    """
    written = case.plan.school
    if written is None or is_placeholder(written):
        return
    register = case.register
    if register is None or case.schools or written in _members(register):
        return
    possible = case.meant_school.possible
    told = "school" in case.reading.told or case.reading.plan is None or case.reading.plan.school is None
    if possible:
        yield _several(written, possible, told=told)
    else:
        coded = codes_in(written) or is_institution(written)
        lighter: LighterCase | None = None if coded else "name-in-words"
        yield Flaw(("school",), _sentence(written, register), _hint_at_school(written, register), lighter=lighter)


def _several(written: str, possible: Sequence[School], *, told: bool) -> Flaw:
    """Ask which school is meant; a tip where it is clear which institution, or two codes are of one school.

    So it is where a text only tells of the school, without a label.
    """
    named = ", ".join(_told_apart(school, possible) for school in possible[:MOST_NAMED])
    return Flaw(
        ("school",),
        message("{text} may be more than one school.", text=quoted(written)),
        message("Write the code of the one that you mean: {schools}.", schools=named),
        lighter="known-institution" if are_one(possible) else "name-in-words" if told else None,
    )


def _told_apart(school: School, possible: Sequence[School]) -> str:
    """Name a school, with its street where another has the same name in the same place."""
    alike = sum((one.name, one.town) == (school.name, school.town) for one in possible) > 1
    street = school.address.street if alike and school.address else None
    return f"{school.id} ({', '.join(part for part in (school.name, street, school.town) if part)})"


def _members(register: Register) -> set[str]:
    """Return the codes of members of regions that are no vmbo school themselves (lower years, practical education)."""
    return {member.id for region in register.regions.values() for member in region.members if member.id}


def _unknown_code(written: str, register: Register) -> str | None:
    """Return the first code in a text that no school has."""
    return next((code for code in codes_in(written) if code not in register.schools), None)


def _sentence(written: str, register: Register) -> Message:
    code = _unknown_code(written, register)
    if code is not None:
        return message("No school in the register has the code {code}.", code=quoted(code))
    if is_institution(written):
        return message("{code} is an institution: the two digits of the location are missing.", code=quoted(written))
    return message("No school in the register is called {text}.", text=quoted(written))


def _hint_at_school(written: str, register: Register) -> Message:
    code = _unknown_code(written, register)
    near = near_codes(register, code) if code else []
    if near:
        codes = [f"{school.id} ({school.name}, {school.town})" for school in near]
        return message("Did you mean {schools}?", schools=one_of(codes))
    if codes_in(written) or is_institution(written):
        schools = register.schools_by_institution.get(written[:4], ())
        if schools:
            named = ", ".join(f"{school.id} ({school.name})" for school in schools[:MOST_NAMED])
            return message("Write the code of the location: {schools}.", schools=named)
        return message("Look the school up by its name: sto find-region NAME.")
    return message("Look the school up: {command}", command=command("find-region", " ".join(written.split())[:60]))


LONGEST = 20_000
"""Characters of a text that are looked through; the longest answer of the example plans has 1,500."""


@rule("warning", "common-sense")
def other_school_named(case: Case) -> Iterator[Flaw]:
    """The text names another school than the one that the plan is from.

    Why:
        Plans are copied from one location to another, and then an old name stays behind. A school that you work with
        belongs under question 5.

    Example:
        vision: The region asks for technology in the lower years. Bonhoeffer College wants to add a workshop to that.

    Mend:
        Check whether the right school is meant. If it is a partner, name it under question 5 and say what it does.
    """
    own = case.possible_schools
    if not own or case.register is None:
        return
    together = [(one.path, f"{one.text} {one.how or ''}"[:LONGEST]) for one in case.plan.cooperation.items]
    partners = plain(without_pupils(" ".join(text for _, text in together)))
    named = ((path, one) for path, text in _texts(case) for one in schools_named(text[:LONGEST], case.register))
    taught = ((path, one) for path, text in together for one in pupils_of(text, case.register))
    for path, (name, school) in (*named, *taught):
        if name not in partners and not any(_own(name, one, case.register) for one in own):
            yield Flaw(
                path,
                message("This names {other}, but the plan is from {school}.",
                        other=quoted(school.name), school=quoted(own[0].name)),
                message("Check the name. If it is a partner, say under “{word}” what it does.",
                        word=case.word("cooperation")),
            )  # fmt: skip
            return


def _texts(case: Case) -> Iterator[tuple[tuple[str | int, ...], str]]:
    plan = case.plan
    if plan.title:
        yield ("title",), plan.title
    for answer in (plan.vision, plan.goals, plan.activities, plan.milestones):
        yield from ((item.path, item.text) for item in answer.items if answer.sound)


def _own(name: str, own: School, register: Register) -> bool:
    """Whether a name may mean the school itself, or another location of its institution."""
    ours = {plain(one.name) for one in register.schools_by_institution.get(own.institution, ())}
    return any(name in one or one in name for one in ours)


@rule("error", "find-your-region")
def unknown_region(case: Case) -> Iterator[Flaw]:
    """The region is not in the register.

    Why:
        By its name the region is found to which the plan goes.

    Example:
        region: twent

    Mend:
        Use the name that “sto find-region” shows for your school.
    """
    written = case.plan.region
    if written is None or is_placeholder(written) or case.register is None or "region" in case.reading.told:
        return
    if find_region(case.register, written) is None:
        yield Flaw(
            ("region",),
            message("There is no STO region {name} in the register.", name=quoted(written)),
            _hint_at_region(case, written),
        )


def _hint_at_region(case: Case, written: str) -> Message:
    assert case.register is not None  # noqa: S101 - see `check`
    near = near_regions(case.register, written)
    if near:
        return message("Did you mean {regions}?", regions=one_of([region.name for region in near]))
    if case.school is not None:
        return message("Find the region of your school: sto find-region {code}.", code=case.school.id)
    return message("Find the region of your school: sto find-region NAME.")


@rule("warning", "find-your-region")
def region_mismatch(case: Case) -> Iterator[Flaw]:
    """The school lies in another region than the plan names, or the vision is that of another region.

    Why:
        A plan goes to the region of the school. The register knows the region by a public page that names the school,
        or by the municipalities of the regions. A vision of another region is mostly left from a plan that was copied.

    Example:
        school: 00AH17
        region: zuid-limburg

    Mend:
        Check both with “sto find-region”. When the register is wrong, put it right in a file of your own (--data).
    """
    schools = case.possible_schools
    if (case.plan.region is None and not schools) or case.register is None:
        return
    named = find_region(case.register, case.plan.region) if case.plan.region else None
    places = [belonging(case.register, one, case.today) for one in schools]
    regions = list({option.region.id: option.region for one in places for option in one.options}.values())
    certain = all(one.certain for one in places)
    if schools and named is not None and all(one.options for one in places) and named not in regions:
        yield _elsewhere(schools[0], regions, named, certain=certain)
    own = {one.id: one for one in (*([named] if named else []), *(regions if certain else []))}
    yield from _in_the_vision(case, case.register, list(own.values()))


def _elsewhere(school: School, regions: Sequence[Region], named: Region, *, certain: bool) -> Flaw:
    hint = message("Check it with: sto find-region {code}.", code=school.id)
    nearest = one_of([region.name for region in regions])
    if not certain:
        return Flaw(
            ("region",),
            message("{school} lies nearest to {region}, as far as is known; the plan names {named}.",
                    school=school.name, region=nearest, named=named.name),
            hint,
            lighter="nearest-region",
        )  # fmt: skip
    return Flaw(
        ("region",),
        message("{school} belongs to {region}, not to {named}.", school=school.name, region=nearest, named=named.name),
        hint,
    )


def _in_the_vision(case: Case, register: Register, own: Sequence[Region]) -> Iterator[Flaw]:
    """Report that the vision is one of another region than the plan's and the school's; once."""
    told = [
        (item, region) for item in case.meant(case.plan.vision) for region in regions_of_the_vision(register, item.text)
    ]
    if own and told and all(region not in own for _, region in told):
        item, other = told[0]
        yield Flaw(
            item.path,
            message("This is about the vision of {other}, but the plan is for {region}.",
                    other=other.name, region=one_of([region.name for region in own])),
            message("Say how the plan fits the vision of your own region; perhaps this was copied from another plan."),
        )  # fmt: skip
