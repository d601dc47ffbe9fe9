"""Rules on profiles, and on the forms in which pupils meet technology."""

from collections.abc import Iterator

from sto_cli.messages import Message, message
from sto_cli.plans.case import Case, Flaw, rule
from sto_cli.plans.language.named_profiles import forms_in, names_no_profile
from sto_cli.plans.language.wording import quoted
from sto_cli.plans.reading.shape import FORM_WORDS
from sto_cli.register.model import School
from sto_cli.register.profiles import PROFILES


@rule("error", "profiles-duo")
def unknown_profile(case: Case) -> Iterator[Flaw]:
    """A profile is named that does not exist in the vmbo.

    Why:
        There are ten profiles: BWI, PIE, MT, MVI and MAT are technical; DP, GR, ZW, EO and HBR are not. Their full
        names, and spellings such as Z&W and D&P, are understood as well.

    Example:
        profiles: [ZWZ]

    Mend:
        Use one of the codes, or leave the profiles out when the plan is about the lower years only.
    """
    for complaint in case.complaints("enum"):
        if complaint.path[0] == "profiles" and isinstance(complaint.value, str):
            codes = ", ".join(code for code, profile in PROFILES.items() if not profile.combined)
            yield Flaw(
                complaint.path,
                message("{profile} is not a profile of the vmbo.", profile=quoted(complaint.value)),
                message("Choose from: {codes}.", codes=codes),
                lighter="no-profile" if names_no_profile(complaint.value) else None,
            )


@rule("warning", "profiles-duo")
def profile_not_offered(case: Case) -> Iterator[Flaw]:
    """The plan is about a profile that the school does not offer.

    Why:
        The register knows from the exams which profiles a school offers. A plan for another one is most often meant
        for another location, or names the wrong code.

    Example:
        school: 00AH17
        profiles: [HBR]

    Mend:
        Check the code of the school and the profile. A profile that starts this year is not in the register yet: then
        leave it as it is.
    """
    schools = case.possible_schools if case.plan.profiles else ()
    if not schools or any(school.profiles is None for school in schools):
        return
    offered = {code for school in schools for code in _offered(school)}
    if case.likely_school is None and not offered & {*case.plan.profiles}:
        return  # then another school is meant
    written = case.data["profiles"]
    for index, code in enumerate(written if isinstance(written, list) else []):
        if code in case.plan.profiles and code not in offered:
            yield Flaw(
                ("profiles", index),
                message("According to the register {school} does not offer {profile}.",
                        school=schools[0].name, profile=PROFILES[code].name),
                _hint({code for school in schools for code in school.profiles or ()}),
            )  # fmt: skip


_COMBINED = {"BP": {"BWI", "PIE"}, "BPM": {"BWI", "PIE", "MT"}}
"""What the programmes that teach technical profiles together consist of (DUO: bouwen, produceren, mobiliteit)."""


def _offered(school: School) -> set[str]:
    """Return the profiles of a school, those that it teaches together in one programme included."""
    offered = set(school.profiles or ())
    return offered.union(*(_COMBINED[code] for code in offered & _COMBINED.keys()))


def _hint(offered: set[str]) -> Message:
    if not offered:
        return message("Check the code of the school: this one offers the theoretical learning path only.")
    return message(
        "Check the profile and the code of the school; it offers: {profiles}.", profiles=", ".join(sorted(offered))
    )


@rule("tip", "ways-to-meet")
def unknown_form(case: Case) -> Iterator[Flaw]:
    """A form is named that is none of those in which pupils can meet technology.

    Why:
        The programme names a technical elective, a technical practical programme, technology in a non-technical
        profile and in the lower years, technical teaching in the theoretical route, and better quality in the
        technical profiles. Regions count plans by them.

    Example:
        forms: [workshop]

    Mend:
        Choose the form that is nearest, and describe in the activity what you really do. People's own words are
        understood as well: “techniek in klas 1 en 2”, “PGP”, “technology in Z&W”.
    """
    for complaint in case.complaints("enum"):
        if (complaint.path[0] == "forms" or "form" in complaint.path) and isinstance(complaint.value, str):
            words = FORM_WORDS.values() if case.plan.language == "nl" else FORM_WORDS
            yield Flaw(
                complaint.path,
                message("{form} is none of the forms that the programme names.", form=quoted(complaint.value)),
                message("Choose from: {forms}.", forms=", ".join(words)),
            )


@rule("tip", "ways-to-meet")
def no_form_named(case: Case) -> Iterator[Flaw]:
    """The plan does not say in which form pupils meet technology.

    Why:
        The programme names a technical elective, a technical practical programme, technology in a non-technical
        profile and in the lower years, technical teaching in the theoretical route, and better quality in the
        technical profiles. With the form named, the region sees at once what kind of plan it is. A plan on technical
        profiles alone needs none.

    Example:
        title: Technology for everyone
        goals: All 160 pupils have lessons about technology in 2027.
        activities: We give lessons about technology together with the mbo.

    Mend:
        Add “forms:” at the top, or “form:” to the activities.
    """
    plan = case.plan
    if plan.all_forms or case.has("forms") or not case.settled(plan.activities) or _has_unknown(case):
        return
    texts = [plan.title or "", *(goal.text for goal in plan.goals.items), *(one.text for one in plan.activities.items)]
    if not any(forms_in(text) for text in texts):
        words = FORM_WORDS.values() if plan.language == "nl" else FORM_WORDS
        yield Flaw(
            ("activities",),
            message("The plan does not say in which form pupils meet technology."),
            message("Add “{word}:” with one or more of these: {forms}.",
                    word=case.word("forms"), forms=", ".join(words)),
            on="heading",
        )  # fmt: skip


def _has_unknown(case: Case) -> bool:
    return any(complaint.path[-1] == "form" for complaint in case.complaints("enum"))


@rule("tip", "ways-to-meet")
def unused_form(case: Case) -> Iterator[Flaw]:
    """A form is ticked at the top, and no activity has it.

    Why:
        Perhaps an activity was forgotten, or the form does not belong to this plan. The region counts how often each
        form is used.

    Example:
        forms: [lower-years, practical-programme]
        activities:
          - {activity: Robot lessons for all classes of year 1, goals: [g1, g2], form: lower-years}

    Mend:
        Take the form away at the top, or say of an activity that it has this form.
    """
    plan = case.plan
    activities = case.meant(plan.activities)
    named = [{*activity.forms, *forms_in(activity.text)} for activity in activities]
    if not case.settled(plan.activities) or 2 * sum(map(bool, named)) < max(len(named), 1):
        return
    used = {form for forms in (*named, *(forms_in(goal.text) for goal in plan.goals.items)) for form in forms}
    for form in plan.forms:
        if form not in used:
            word = FORM_WORDS[form] if plan.language == "nl" else form
            yield Flaw(
                ("forms",),
                message("Not one activity has the form “{form}”.", form=word),
                message("Take it away, or say of an activity that it has this form."),
            )
