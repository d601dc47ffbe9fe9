"""The rules, in modules by subject, in the order in which they are explained.

A rule is a function that yields the flaws of one plan, under `@rule(severity, source)`: its name, in kebab-case, names
the flaw, and its docstring is its page (see `sto_cli.plans.rule_pages`).
"""

from sto_cli.plans.case import Rule
from sto_cli.plans.rules import (
    answers,
    contents,
    costs,
    file,
    forms,
    goals,
    keys,
    milestones,
    partners,
    payers,
    periods,
    read_as,
    school,
    sums,
    values,
)

READING_RULES: tuple[Rule, ...] = (
    file.yaml_syntax, file.not_utf_8, file.too_large, file.not_a_plan, file.not_judged, file.comment_in_text,
    file.duplicate_key,
)  # fmt: skip
"""Rules about the file: asked also when there is no plan to be found in it."""

PLAN_RULES: tuple[Rule, ...] = (
    answers.missing_question, keys.misspelt_key, keys.unknown_key, values.wrong_type, values.invalid_date,
    answers.empty_answer, answers.placeholder_answer, answers.copied_example, answers.same_as_last_year,
    goals.unknown_goal, school.unknown_school, school.unknown_region, forms.unknown_profile, forms.unknown_form,
    sums.costs_do_not_add_up, sums.asked_differs, sums.product_wrong, payers.cofinancing_exceeds_cost,
    payers.cofinancing_percentage_wrong, payers.double_subsidy, contents.short_answer,
    periods.period_outside_programme, milestones.undated_milestone, periods.milestone_outside_programme,
    periods.milestone_outside_period, milestones.milestones_out_of_order, milestones.milestone_before_activity,
    contents.numbers_disagree, goals.unmeasurable_goal, goals.goal_is_activity, goals.goal_wrong_way,
    goals.repeated_goal_name, goals.goal_without_activity, goals.activity_without_goal, partners.no_partner_in_region,
    partners.uncertain_partner, partners.partner_without_how, costs.no_costs, contents.promised_appendix,
    payers.low_cofinancing, partners.gift_without_value, sums.same_cost_twice, costs.ambiguous_amount,
    school.region_mismatch, forms.profile_not_offered, partners.no_mbo_partner, payers.no_cofinancing,
    costs.hours_without_amount, costs.no_hours, costs.costs_not_split, payers.perhaps_not_paid,
    payers.after_second_half, payers.high_hourly_rate,
    forms.no_form_named, periods.no_end_milestone, forms.unused_form, contents.no_title, school.no_school,
    contents.no_target_group, contents.no_continuation, school.other_school_named, file.outside_the_questions,
    read_as.read_as,
)  # fmt: skip
"""Rules about what a plan says."""

RULES: tuple[Rule, ...] = (*READING_RULES, *PLAN_RULES)
"""All rules, those about the file first."""
