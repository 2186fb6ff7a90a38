"""What a comparison does to the money, for a terminal and for scripts."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from success_desktop.domain.advice import Advice
from success_desktop.domain.amounts import format_baht, format_baht_difference
from success_desktop.domain.authorship import Stamp
from success_desktop.domain.moments import Moment
from success_desktop.domain.money_groups import GROUPINGS, Grouping
from success_desktop.domain.money_in_words import MoneyWords
from success_desktop.domain.money_steps import Cause, MoneyStep, Waterfall, money_steps
from success_desktop.domain.values import split_money_part
from success_desktop.i18n import N_, Language, translate
from success_desktop.services.comparing import Compared
from success_desktop.services.describing import plain_number

HEADINGS: Mapping[Grouping, str] = {
    "project": N_("By project"),
    "year": N_("By fiscal year"),
    "source": N_("By source of funds"),
    "strategy": N_("By strategy"),
    "agency": N_("By lead agency"),
}
"""What stands above the steps of each grouping (catalogue entries)."""


def list_steps(compared: Compared, by: Grouping) -> Waterfall:
    """The way from the old total to the new one."""
    return money_steps(compared.comparison, compared.authorship, by)


def stamp_text(stamp: Stamp | None, language: Language) -> str:
    """Who did something and when, by the clock here: "สมศรี · 13 ก.พ. 2567 10:42"; "" when nobody knows."""
    if stamp is None:
        return ""
    return " · ".join(filter(None, (stamp.author, Moment(stamp.at.astimezone()).spoken(language))))


def sum_text(waterfall: Waterfall, language: Language) -> str:
    """The whole difference in a line: both totals and what lies between them."""
    if not waterfall.baht:
        same = translate(N_("Budget: {baht} baht in both"), language)
        return same.format(baht=format_baht(waterfall.start_baht))
    return translate(N_("Budget: {old} → {new} baht ({difference})"), language).format(
        old=format_baht(waterfall.start_baht),
        new=format_baht(waterfall.end_baht),
        difference=format_baht_difference(waterfall.baht),
    )


def report_money(compared: Compared, language: Language) -> list[str]:
    """What happened to the budgets, as lines for people: the totals, each project with its causes, then by all else."""
    return list(_lines(compared, language))


def describe_money(compared: Compared, language: Language) -> dict[str, Any]:
    """The same as nested dictionaries that JSON can hold; names are in `language`, instants in UTC, amounts in baht.

    ``{"start_baht", "end_baht", "baht", "by": {"project" | "year" | "source" | "strategy" | "agency": [step]}}``; a step is
    ``{"key": [id or year], "name", "old_baht", "new_baht", "baht", "causes": [cause]}``, a cause ``{"deed", "node",
    "name", "baht", "author", "at", "on_advice": [number of a remark]}``, with ``{"field", "year", "source", "old_baht",
    "new_baht"}`` for a cell that was set and ``{"from", "to"}`` (keys) for money that went from one group to another.
    """
    words = MoneyWords(compared.comparison, language, language)
    found = {by: list_steps(compared, by) for by in GROUPINGS}
    whole = found["project"]
    return {
        "start_baht": plain_number(whole.start_baht),
        "end_baht": plain_number(whole.end_baht),
        "baht": plain_number(whole.baht),
        "by": {
            by: [_describe_step(step, by, words, compared.advice) for step in waterfall.steps]
            for by, waterfall in found.items()
        },
    }


def _lines(compared: Compared, language: Language) -> Iterator[str]:
    words = MoneyWords(compared.comparison, language, language)
    for by in GROUPINGS:
        waterfall = list_steps(compared, by)
        if by == "project":
            yield sum_text(waterfall, language)
        if waterfall.steps:
            yield ""
            yield translate(HEADINGS[by], language)
        for step in waterfall.steps:
            yield f"  {format_baht_difference(step.baht)}  {words.group(by, step.key)}"
            if by == "project":
                yield from (
                    f"      {_cause_line(cause, words, compared.advice, language)}" for cause in step.causes
                )


def _cause_line(cause: Cause, words: MoneyWords, advice: Advice, language: Language) -> str:
    told = words.cause(cause, "project")
    stamp = stamp_text(cause.stamp, language)
    advised = advice.told(_stamps(cause), language)
    signed = " · ".join(filter(None, (stamp, advised)))
    return f"{told} ({signed})" if signed else told


def _stamps(cause: Cause) -> tuple[Stamp, ...]:
    return (cause.stamp,) if cause.stamp else ()


def _describe_step(step: MoneyStep, by: Grouping, words: MoneyWords, advice: Advice) -> dict[str, Any]:
    return {
        "key": list(step.key),
        "name": words.group(by, step.key),
        "old_baht": plain_number(step.old_baht),
        "new_baht": plain_number(step.new_baht),
        "baht": plain_number(step.baht),
        "causes": [_describe_cause(cause, words, advice) for cause in step.causes],
    }


def _describe_cause(cause: Cause, words: MoneyWords, advice: Advice) -> dict[str, Any]:
    described: dict[str, Any] = {
        "deed": cause.deed,
        "node": cause.node_id,
        "name": words.node(cause.node_id),
        "baht": plain_number(cause.baht),
        "author": cause.stamp.author if cause.stamp else None,
        "at": cause.stamp.at.isoformat(timespec="seconds") if cause.stamp else None,
        "on_advice": advice.numbers(_stamps(cause)),
    }
    if cause.deed == "set":
        year_be, source = split_money_part(cause.part)
        amounts = {"old_baht": _amount(cause.old_baht), "new_baht": _amount(cause.new_baht)}
        described |= {"field": cause.field, "year": year_be, "source": source, **amounts}
    if cause.deed in ("moved", "reassigned"):
        described |= {"from": list(cause.old_key), "to": list(cause.new_key)}
    return described


def _amount(baht: Decimal | None) -> int | float | None:
    return None if baht is None else plain_number(baht)
