"""`sto explain`: what a rule checks, why, and how to mend what it finds."""

from typing import Annotated

import typer

from sto_cli.cli.declaring import TextOrJson, declare
from sto_cli.cli.screen import room
from sto_cli.cli.session import Session
from sto_cli.messages import N_

SCHEME_NAMES = ("regeling", "scheme")
"""What explains the scheme instead of a rule."""

app = typer.Typer(add_completion=False)


@declare(
    app,
    N_(
        "Explain a rule: what it checks, why, an example, how to mend it, and where it comes from. Without a rule: "
        "all rules, one line each. With regeling: what sto knows of the scheme, with sources and certainty.\n\n"
        "\b\n"
        "sto explain missing-question\n"
        "sto explain regeling\n"
        "sto explain"
    ),
)
def explain(
    session: Session,
    rule: Annotated[
        str | None, typer.Argument(metavar=N_("[RULE]"), help=N_("The name of the rule, as sto validate shows it."))
    ] = None,
    format_: TextOrJson = "text",
) -> None:
    """Answer `sto explain`."""
    from sto_cli.cli.delivery import Wish, deliver_view
    from sto_cli.plans.rule_pages import page_of, rule_name, rule_page
    from sto_cli.plans.rules import RULES
    from sto_cli.register.scheme import scheme
    from sto_cli.render.findings.rules import SCHEME_VIEW, rule_data, rule_list, rule_text

    if rule is not None and rule.lower() in SCHEME_NAMES:
        deliver_view(session, SCHEME_VIEW, scheme(), Wish(format_))
        return
    translator = session.translator
    page = rule_page(rule_name(rule)) if rule else None
    pages = [page] if page else [page_of(one) for one in RULES]
    if format_ == "json":
        rules = [rule_data(one, translator) for one in pages]
        session.print_json({"format": 1, "rule": rules[0]} if page else {"format": 1, "rules": rules})
    else:
        session.show(rule_text(page, translator, room()) if page else rule_list(pages, translator, room()))
