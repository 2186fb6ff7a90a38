"""Pairs of plans that are hard to show in one document: pages that one of them has not, other columns, hostile texts."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from success_desktop.domain.edits import apply, clear_fields, remove_branches, set_value
from success_desktop.domain.plan import Plan
from tests.documents.redline.redline_pairs import Pair, short_sample
from tests.documents.word_plans import HARD_TEXT, TWO_PARAGRAPHS, issue_plan, strategy_plan

_WORDINGS = (
    HARD_TEXT,
    TWO_PARAGRAPHS,
    "\u0e48ที่",
    "",
    "  กลาง  ",
    "ก\n\n\nข",
    "ก\tข",
    "กำ",
    "ก\u0e4dา",
    "👩🏽‍🚒 น้ำ",
    "<w:p>",
)


def hard_pairs() -> Iterator[tuple[str, Pair]]:
    """The pairs with what is hard about each: forth in Thai, done in one go; back in both languages, by several people."""
    for name, (old, new) in _plans().items():
        yield name, Pair(old, new, "th", has_thai_digits=True, is_one_deed=True)
        yield f"{name}, back", Pair(new, old, "both", has_thai_digits=False, is_one_deed=False)


def _plans() -> Mapping[str, tuple[Plan, Plan]]:
    sample, strategy, issue = short_sample(), strategy_plan(), issue_plan()
    return {
        "nothing in it": (_emptied(sample), sample),
        "no cover": (apply(sample, clear_fields(sample.root)), sample),
        "more years": (sample, _with_years(sample, 2568, 2574)),
        "other years": (strategy, _with_years(strategy, 2567, 2571)),
        "fewer years": (issue, _with_years(issue, 2571, 2573)),
        "hostile texts": (_reworded(sample, 0), _reworded(sample, 1)),
        "hostile texts in forms": (_reworded(strategy, 2), _reworded(strategy, 5)),
        "nothing differs": (sample, sample),
    }


def _emptied(plan: Plan) -> Plan:
    return apply(plan, remove_branches(plan, [child.id for child in plan.children_of(plan.root_id)]))


def _with_years(plan: Plan, first_be: int, last_be: int) -> Plan:
    for field, year_be in (("first_year", first_be), ("last_year", last_be)):
        plan = apply(plan, set_value(plan, plan.root_id, field, "", Decimal(year_be)))
    return plan


def _reworded(plan: Plan, start: int) -> Plan:
    """The plan with hostile wordings in its texts, one after the other from the one numbered `start`."""
    for number, node in enumerate(list(plan.walk())):
        for field, spec in plan.kind_of(node.id).fields.items():
            if spec.type == "text" and node.parts(field):
                wording = _WORDINGS[(number + start) % len(_WORDINGS)] or None
                plan = apply(plan, set_value(plan, node.id, field, "th", wording))
    return plan
