"""How much can be restored from a revision, in words: a field, an item, an item with all below it, the whole plan."""

from collections.abc import Sequence

from success_desktop.domain.plan import Plan
from success_desktop.domain.restoring import Scope
from success_desktop.i18n import Language, _
from success_desktop.ui.tree.captions import caption_of


def scope_choices(scope: Scope, node_id: str, plans: Sequence[Plan]) -> list[Scope]:
    """What to offer: what was asked for first, then the node chosen by itself and with all below it, then the whole plan.

    The plan's own node stands for the whole plan.
    """
    return list(dict.fromkeys((scope, *_of_node(scope.node_id or node_id, plans), Scope())))


def choices_beside(scope: Scope, chosen: Scope, node_id: str, plans: Sequence[Plan]) -> list[Scope]:
    """What to offer once the node `node_id` is chosen in the outline meanwhile: it, too.

    What was asked for (`scope`) and what stands `chosen` stay among the choices.
    """
    around = (*_of_node(scope.node_id, plans), *_of_node(node_id, plans))
    return list(dict.fromkeys((scope, *around, chosen, Scope())))


def scope_name(scope: Scope, plans: Sequence[Plan], language: Language) -> str:
    """What a scope goes by; the first of `plans`, the present, that knows its node names it.

    An item that is not in the present comes back with what was deleted with it, and its scope says so.
    """
    if not scope.node_id:
        return _("The whole plan")
    plan = next((plan for plan in plans if scope.node_id in plan.nodes), None)
    if plan is None:
        return _("(deleted since)")
    name = caption_of(plan, scope.node_id, language).text
    if scope.is_place:
        return _("The place of {name}").format(name=name)
    if scope.field:
        spec = plan.kind_of(scope.node_id).fields.get(scope.field)
        label = spec.label.spoken(language) if spec is not None else scope.field
        return _("{field} of {name}").format(field=label, name=name)
    if scope.is_branch:
        return _("{name}, with everything below it").format(name=name)
    is_gone = scope.node_id not in plans[0].nodes
    return (_("{name}, with what was deleted with it") if is_gone else _("{name} alone")).format(name=name)


def _of_node(node_id: str, plans: Sequence[Plan]) -> tuple[Scope, ...]:
    """A node by itself and with all below it; nothing for a plan's own node, or one that no plan knows."""
    is_root = any(node_id == plan.root_id for plan in plans)
    if is_root or not any(node_id in plan.nodes for plan in plans):
        return ()
    return Scope(node_id), Scope(node_id, is_branch=True)
