"""The rules, one module each in the room of its subject, in the order in which they are explained.

A rule module has `ID` (kebab-case, it names the flaw), `SEVERITY`, `SOURCE` (where it comes from, a msgid), `check`
(which yields the flaws of one plan), and a docstring that is its page: see `sto_cli.plans.rule_pages`.
"""

from sto_cli.plans.case import Rule
from sto_cli.plans.rules.answers import (
    copied_example,
    empty_answer,
    missing_question,
    no_continuation,
    no_target_group,
    no_title,
    numbers_disagree,
    placeholder_answer,
    promised_appendix,
    same_as_last_year,
    short_answer,
)
from sto_cli.plans.rules.file import (
    comment_in_text,
    duplicate_key,
    misspelt_key,
    not_a_plan,
    not_judged,
    not_utf_8,
    outside_the_questions,
    read_as,
    too_large,
    unknown_key,
    wrong_type,
    yaml_syntax,
)
from sto_cli.plans.rules.goals import (
    activity_without_goal,
    goal_is_activity,
    goal_without_activity,
    goal_wrong_way,
    repeated_goal_name,
    unknown_goal,
    unmeasurable_goal,
)
from sto_cli.plans.rules.money import (
    after_second_half,
    ambiguous_amount,
    asked_differs,
    cofinancing_exceeds_cost,
    cofinancing_percentage_wrong,
    costs_do_not_add_up,
    costs_not_split,
    double_subsidy,
    high_hourly_rate,
    hours_without_amount,
    low_cofinancing,
    no_cofinancing,
    no_costs,
    no_hours,
    perhaps_not_paid,
    product_wrong,
    same_cost_twice,
)
from sto_cli.plans.rules.partners import no_mbo_partner, no_partner_in_region, partner_without_how, uncertain_partner
from sto_cli.plans.rules.school import (
    no_form_named,
    no_school,
    other_school_named,
    profile_not_offered,
    region_mismatch,
    unknown_form,
    unknown_profile,
    unknown_region,
    unknown_school,
    unused_form,
)
from sto_cli.plans.rules.time import (
    invalid_date,
    milestone_before_activity,
    milestone_outside_period,
    milestone_outside_programme,
    milestones_out_of_order,
    no_end_milestone,
    period_outside_programme,
    undated_milestone,
)

READING_RULES: tuple[Rule, ...] = (
    yaml_syntax, not_utf_8, too_large, not_a_plan, not_judged, comment_in_text, duplicate_key,
)  # fmt: skip
"""Rules about the file: asked also when there is no plan to be found in it."""

PLAN_RULES: tuple[Rule, ...] = (
    missing_question, misspelt_key, unknown_key, wrong_type, invalid_date, empty_answer, placeholder_answer,
    copied_example, same_as_last_year, unknown_goal, unknown_school, unknown_region, unknown_profile, unknown_form,
    costs_do_not_add_up, asked_differs, product_wrong, cofinancing_exceeds_cost, cofinancing_percentage_wrong,
    double_subsidy, short_answer, period_outside_programme, undated_milestone,
    milestone_outside_programme, milestone_outside_period, milestones_out_of_order,
    milestone_before_activity, numbers_disagree, unmeasurable_goal, goal_is_activity,
    goal_wrong_way, repeated_goal_name, goal_without_activity, activity_without_goal, no_partner_in_region,
    uncertain_partner, partner_without_how, no_costs, promised_appendix, low_cofinancing, same_cost_twice,
    ambiguous_amount, region_mismatch, profile_not_offered, no_mbo_partner, no_cofinancing, hours_without_amount,
    no_hours, costs_not_split, perhaps_not_paid, after_second_half, high_hourly_rate,
    no_form_named, no_end_milestone, unused_form,
    no_title, no_school, no_target_group, no_continuation,
    other_school_named, outside_the_questions, read_as,
)  # fmt: skip
"""Rules about what a plan says."""

RULES: tuple[Rule, ...] = (*READING_RULES, *PLAN_RULES)
"""All rules, those about the file first."""
