"""Rules on goals, and on the activities that serve them."""

from collections.abc import Iterator

from sto_cli.messages import Message, counted, message
from sto_cli.plans.case import Case, Flaw, rule
from sto_cli.plans.language.annotate import annotate
from sto_cli.plans.language.goal_direction import is_only_an_activity, wrong_part
from sto_cli.plans.language.measuring import goal_is_measurable
from sto_cli.plans.language.target_groups import goals_of_nobody
from sto_cli.plans.language.wording import quoted
from sto_cli.plans.model import Activity
from sto_cli.plans.reading.goal_references import GoalNames, is_numbered, mentions_of


@rule("error", "question-activities")
def unknown_goal(case: Case) -> Iterator[Flaw]:
    """An activity serves a goal that is not in the plan.

    Why:
        Activities name goals by their short names, so that anyone sees what each activity is for. A name that no goal
        has is most often a typing error, or left over from a goal that was removed.

    Example:
        goals:
          - {id: g1, goal: Sixty pupils take a technical elective in 2027.}
        activities:
          - {activity: We design an elective together with the mbo., goals: [g2]}

    Mend:
        Use the id of one of the goals, or add the goal.
    """
    goals, activities = case.plan.goals, case.plan.activities
    if not goals.sound or not activities.sound or not case.meant(goals):
        return
    known = GoalNames(goals)
    in_prose = goals.style != "list"
    for activity, mentions in zip(activities.items, mentions_of(activities, known), strict=True):
        for reference in mentions:
            told_apart = bool(known) if reference.path == activity.path else known or not in_prose
            if told_apart and known.position(reference.name) is None:
                yield Flaw(
                    reference.path,
                    message("There is no goal with the name {name}.", name=quoted(reference.name))
                    if reference.path != activity.path
                    else message("There is no goal {number}.", number=reference.name),
                    _hint(case),
                )


def _hint(case: Case) -> Message:
    named = {goal.id for goal in case.plan.goals.items if goal.id}
    if not named:
        count = len(GoalNames(case.plan.goals).all_of_them)
        return counted(
            "The plan has one goal: write 1, or add the goal that is meant.",
            "The goals are numbered 1 to {n}: write the number of the one that is meant.",
            count,
        )
    return message("Name one of these goals: {names}.", names=", ".join(sorted(named)))


@rule("warning", "question-goals")
def unmeasurable_goal(case: Case) -> Iterator[Flaw]:
    """It cannot be seen whether a goal is reached.

    Why:
        A specific goal says how many, how much, or by when. “More attention for technology” is always reached and
        never reached.

    Example:
        goals:
          - goal: Pupils are more enthusiastic about technology.

    Mend:
        Name a number or a date in the goal, or say under “measure” how you will see it: “60 pupils a year, from 24
        now”.
    """
    for goal in case.meant(case.plan.goals):
        if not goal_is_measurable(goal) and not is_only_an_activity(goal):
            yield Flaw(
                goal.path,
                message("It is not clear when this goal is reached: {goal}.", goal=quoted(goal.text)),
                message("Name a number and when, in the goal or under “{word}”: how many are there now, and how many "
                        "will there be?", word=case.word("goals", 0, "measure")),
            )  # fmt: skip


@rule("warning", "common-sense")
def goal_is_activity(case: Case) -> Iterator[Flaw]:
    """A goal is only a purchase or an activity.

    Why:
        A machine that is bought or a workshop that is held is a means. The region asks what comes of it: what pupils
        or teachers will do, can do or choose.

    Example:
        goals:
          - goal: Buying three welding robots.

    Mend:
        Say what pupils will do with it, how many of them and by when, and put the purchase under the activities and
        the resources.
    """
    for goal in case.meant(case.plan.goals):
        if is_only_an_activity(goal):
            yield Flaw(
                goal.path,
                message("This is a means or an activity, and not yet a goal: {goal}.", goal=quoted(goal.text)),
                message("Say what comes of it: how many pupils will do, can do or choose what, and when?"),
            )


@rule("warning", "common-sense")
def goal_wrong_way(case: Case) -> Iterator[Flaw]:
    """A goal goes the wrong way: it says that something rises, and the number falls, or the other way round.

    Why:
        Usually the two numbers have changed places. Whoever reads the goal later cannot tell what was meant.

    Example:
        goals: The share of girls rises from 34% to 28% in 2028, and we count them every year in October.

    Mend:
        Write first what it is now and then what it will be, and check which of the two is the higher one.
    """
    for goal in case.meant(case.plan.goals):
        wrong = wrong_part(goal.text, goal.measure or "")
        if wrong:
            yield Flaw(
                goal.path,
                message("Does this goal go the right way? {goal}.", goal=quoted(wrong)),
                message("Check the two numbers: first what it is now, then what it will be."),
            )


@rule("warning", "common-sense")
def repeated_goal_name(case: Case) -> Iterator[Flaw]:
    """Two goals have the same short name.

    Why:
        An activity that names it could serve either.

    Example:
        goals:
          - {id: g1, goal: Sixty pupils take a technical elective in 2027.}
          - {id: g1, goal: Thirty girls choose a technical elective in 2028.}

    Mend:
        Give every goal its own id, and look at the activities that name it.
    """
    seen: set[str] = set()
    for goal in case.plan.goals.items if case.plan.goals.sound else ():
        if goal.id in seen:
            yield Flaw(
                (*goal.path, "id"),
                message("There is another goal with the name {name}.", name=quoted(goal.id)),
                message("Give this goal a name of its own, and use it in the activities."),
            )
        elif goal.id:
            seen.add(goal.id)


@rule("warning", "question-activities")
def goal_without_activity(case: Case) -> Iterator[Flaw]:
    """No activity serves this goal.

    Why:
        A goal that nobody works on will not be reached. Often the goal is served, but the activity does not name it.

    Example:
        goals:
          - {id: g1, goal: Sixty pupils take a technical elective in 2027.}
          - {id: g2, goal: Thirty girls choose a technical elective in 2028.}
        activities:
          - {activity: We design an elective together with the mbo., goals: [g1]}

    Mend:
        Name the goal in the activity that serves it, or add an activity.
    """
    goals, activities = case.plan.goals, case.plan.activities
    if not activities.sound or len(case.meant(goals)) < 2 or goals.style != "list":  # noqa: PLR2004 - one is served
        return
    names = GoalNames(goals)
    if not names.tell_apart:
        return
    mentions = mentions_of(activities, names)
    if not any(mentions):
        yield from _of_nobody(case)
        return
    named = [one.name for several in mentions for one in several]
    used = {names.position(name) for name in named}
    if not used - {None} or any(names.position(name) is None and not is_numbered(name) for name in named):
        return  # a name that no goal has may be meant for any; a number may not
    meant = {goal.path for goal in case.meant(goals)}
    for index, goal in enumerate(goals.items):
        if index not in used and goal.path in meant:
            name = goal.id or str(index + 1)
            yield Flaw(
                goal.path,
                message("No activity serves goal {id}: {goal}.", id=quoted(name), goal=quoted(goal.text)),
                message("Name {id} in the activity that serves it, or add an activity.", id=quoted(name)),
                rests_on=(("activities",),),
            )


def _of_nobody(case: Case) -> Iterator[Flaw]:
    """Report goals about people with whom nothing in the plan is done, where activities name no goals."""
    others = (case.plan.activities, case.plan.milestones, case.plan.cooperation)
    if not all(case.settled(answer) for answer in others):
        return
    for goal in goals_of_nobody(case.plan):
        if goal in case.meant(case.plan.goals):
            yield Flaw(
                goal.path,
                message("No activity works on this goal: {goal}.", goal=quoted(goal.text)),
                message("Say what you do for it and with whom, or leave the goal out."),
                rests_on=(("activities",),),
            )


@rule("warning", "question-activities")
def activity_without_goal(case: Case) -> Iterator[Flaw]:
    """An activity does not say which goal it serves.

    Why:
        Activities are there to reach goals. When the others name their goals, it is not clear what this one is for.

    Example:
        goals:
          - {id: g1, goal: Sixty pupils take a technical elective in 2027.}
          - {id: g2, goal: Thirty girls choose a technical elective in 2028.}
        activities:
          - {activity: We design an elective together with the mbo., goals: [g1, g2]}
          - {activity: We visit a technical company in the region.}

    Mend:
        Add the id of the goal that it serves, or leave the activity out.
    """
    goals, activities = case.plan.goals, case.plan.activities
    if not goals.sound or goals.style != "list" or len(goals.items) < 2 or activities.style != "list":  # noqa: PLR2004
        return  # with one goal there is no doubt
    names = GoalNames(goals)
    without = [
        activity
        for activity, mentions in zip(activities.items, mentions_of(activities, names), strict=True)
        if not mentions
        and activity in case.meant(activities)
        and not annotate(activity.text).opens_with("for_all_goals")
    ]
    named = [goal.id for goal in goals.items if goal.id]
    hint = message("Add “{word}” with the name of the goal: {names}.",
                   word=case.word("activities", 0, "goals"), names=", ".join(named or names.all_of_them))  # fmt: skip
    if len(without) == len(activities.items):
        if named and len(without) > 1:
            said = message("Not one activity says which goal it serves.")
            yield Flaw(("activities",), said, hint, on="heading", lighter="no-goal-named")
        elif named:
            yield _flaw(without[0], hint)
        return
    yield from (_flaw(activity, hint) for activity in without)


def _flaw(activity: Activity, hint: Message) -> Flaw:
    return Flaw(
        activity.path,
        message("The plan does not say which goal this serves: {activity}.", activity=quoted(activity.text)),
        hint,
        rests_on=(("goals",),),
    )
