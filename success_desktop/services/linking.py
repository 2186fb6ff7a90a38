"""References typed as names: “กองช่าง, กองคลัง” in a cell of a table."""

import re
from collections.abc import Iterator

from success_desktop.domain.edits import SetValue, set_value
from success_desktop.domain.order import spread_positions
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.schema import FieldSpec
from success_desktop.domain.thai_search import search_key
from success_desktop.domain.thai_typed import quotation
from success_desktop.errors import UserError
from success_desktop.i18n import LANGUAGES, N_, Language, interface_language

SHORT_NAME = "short_name"
"""The field, of kinds that have it, by which tables name a node to save room."""

_BETWEEN_NAMES = re.compile("[,;\n]")


def shown_links(node: Node, field: str, plan: Plan, language: Language) -> str:
    """The names in a reference field, parted by commas, as `read_links` understands them.

    Nodes without a name are left out. "" for a field that refers to nothing, or is no reference.
    """
    names = (_name_of(plan.nodes[link], language) for link in node.links(field) if link in plan.nodes)
    return ", ".join(name for name in names if name)


def read_links(plan: Plan, target: tuple[str, str], typed: str) -> tuple[SetValue, ...]:
    """The edits that let a reference field (node id, field) name exactly what was typed: names parted by commas.

    Names are those of the plan's nodes, long or short, in either language and in any spelling that search likens; the
    beginning of a name is enough where only one begins so. Raises UserError for a name that is unknown or not clear,
    and for several where the field has room for one.
    """
    node_id, field = target
    spec = plan.template.field(plan.nodes[node_id].kind, field)
    links = list(dict.fromkeys(_read_names(plan, spec, typed)))
    if len(links) > 1 and not spec.many:
        raise UserError(N_("This field refers to one thing only."), advice=N_("Type a single name."))
    return link_edits(plan, target, links)


def link_edits(plan: Plan, target: tuple[str, str], links: list[str]) -> tuple[SetValue, ...]:
    """The edits that let a reference field (node id, field) name exactly these nodes, in this order; none when it does."""
    node_id, field = target
    node = plan.nodes[node_id]
    if list(node.links(field)) == links:
        return ()
    places = dict(zip(links, spread_positions(len(links)), strict=True))
    return tuple(
        edit
        for link in dict.fromkeys((*node.parts(field), *links))
        for edit in set_value(plan, node_id, field, link, places.get(link))
    )


def _read_names(plan: Plan, spec: FieldSpec, typed: str) -> Iterator[str]:
    """The nodes named. A name that holds a comma itself is known when it stands alone."""
    if not typed.strip():
        return
    candidates = [node for node in plan.walk() if node.kind in spec.kinds]
    whole = [node.id for node in candidates if search_key(typed.strip()) in _keys_of(node)]
    if len(whole) == 1:
        yield whole[0]
        return
    for name in _BETWEEN_NAMES.split(typed):
        if name.strip():
            yield _find(plan, spec, candidates, name.strip())


def _find(plan: Plan, spec: FieldSpec, candidates: list[Node], name: str) -> str:
    key = search_key(" ".join(name.split()))
    exact = [node for node in candidates if key in _keys_of(node)]
    found = exact or [
        node for node in candidates if any(known.startswith(key) for known in _keys_of(node) if known)
    ]
    if len(found) == 1:
        return found[0].id
    kind = plan.template.kind(spec.kinds[0]).name.spoken(interface_language())
    if not found:
        raise UserError(
            N_("The plan knows no {kind} called “{name}”."),
            advice=N_("Choose one from the list, or add it to its register first."),
            kind=kind,
            name=quotation(name),
        )
    raise UserError(
        N_("“{name}” could be several: {known}"),
        advice=N_("Type the whole name, or choose it from the list."),
        name=quotation(name),
        known=", ".join(quotation(node.text("name", interface_language())) for node in found[:5]),
    )


def _keys_of(node: Node) -> set[str]:
    """What a node may be called."""
    texts = (node.text(field, language) for field in ("name", SHORT_NAME) for language in LANGUAGES)
    return {search_key(" ".join(text.split())) for text in texts if text.strip()}


def _name_of(node: Node, language: Language) -> str:
    """The short name, else the name; in the other language where this one has neither."""
    ordered = (language, *(other for other in LANGUAGES if other != language))
    texts = (node.text(field, spoken) for spoken in ordered for field in (SHORT_NAME, "name"))
    return next((" ".join(text.split()) for text in texts if text.strip()), "")
