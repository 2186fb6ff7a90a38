"""What the checks have found, in sentences: the wordings of the rules with the template's names of fields and kinds."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from success_desktop.domain.checks import RULES, Finding
from success_desktop.domain.plan import Plan
from success_desktop.i18n import LANGUAGES, N_, Language, translate

_MISSING: Mapping[Language, str] = {"th": N_("{label}: no Thai yet"), "en": N_("{label}: no English yet")}
_REMARK = re.compile(r"\s*\([^()]*\)$")


class Topic(NamedTuple):
    """What findings are gathered under: a rule, and for holes the kind of node and the field that is missing there."""

    rule: str
    kind: str = ""
    field: str = ""


def topic_of(plan: Plan, finding: Finding) -> Topic:
    """The topic that a finding belongs to."""
    if finding.rule in ("empty", "unwritten"):
        return Topic(finding.rule, plan.nodes[finding.node_id].kind, finding.field)
    return Topic(finding.rule)


def gather(plan: Plan, findings: list[Finding]) -> dict[Topic, list[Finding]]:
    """Findings by topic: in the order of the rules, and within a rule as they come first in `findings`."""
    gathered: dict[Topic, list[Finding]] = {}
    known: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        key = finding.rule, plan.nodes[finding.node_id].kind, finding.field
        group = known.get(key)
        if group is None:
            group = known[key] = gathered.setdefault(topic_of(plan, finding), [])
        group.append(finding)
    ranks = {rule: rank for rank, rule in enumerate(RULES)}
    return dict(sorted(gathered.items(), key=lambda group: ranks[group[0].rule]))


def heading(plan: Plan, topic: Topic, language: Language) -> str:
    """What stands above the findings of a topic: "Project: no lead agency yet"."""
    wording = translate(RULES[topic.rule].heading, language)
    return _fill(plan, wording, topic, language) if topic.kind else wording


def sentence(plan: Plan, finding: Finding, language: Language) -> str:
    """What is wrong with a field of a node: "No lead agency yet"."""
    node = plan.nodes[finding.node_id]
    wording = RULES[finding.rule].sentence
    if finding.rule == "untranslated":
        parts = node.parts(finding.field)
        wording = next((_MISSING[missing] for missing in LANGUAGES if missing not in parts), wording)
    topic = Topic(finding.rule, node.kind, finding.field)
    return _fill(plan, translate(wording, language), topic, language)


def _fill(plan: Plan, wording: str, topic: Topic, language: Language) -> str:
    """A wording with its places filled; behind other words English names go without their capital."""
    spec = plan.template.kind(topic.kind)
    label = _REMARK.sub("", spec.fields[topic.field].label.spoken(language))
    kind = spec.name.spoken(language)
    names = {"label": _within(label, wording, "{label}"), "kind": _within(kind, wording, "{kind}")}
    return wording.format(**names)


def _within(name: str, wording: str, place: str) -> str:
    """A name as it is written at its place in a sentence: an acronym keeps its capitals, and so does the first word."""
    is_first = wording.startswith(place)
    return name if is_first or name[1:2].isupper() else name[:1].lower() + name[1:]
