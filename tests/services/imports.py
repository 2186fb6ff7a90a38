"""Files to import and what becomes of them, for the tests of importing."""

from collections.abc import Sequence
from pathlib import Path

from success_desktop.domain.edits import apply
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.schema import Seed, Template
from success_desktop.domain.seeds import sow_plan
from success_desktop.ids import new_id
from success_desktop.services.importing import ImportOptions, ImportPreview, preview_import
from tests.documents.p02_workbooks import Row, save_workbook
from tests.plans import counted_ids, named, small_plan, template

ABOVE = ["1. ยุทธศาสตร์ด้านน้ำ", "    1.1 กลยุทธ์ กันท่วม", "    (1) แผนงานเคหะและชุมชน"]


def empty_plan() -> Plan:
    return apply(Plan(template(), {}, {}), sow_plan(template(), Seed(kind="plan"), counted_ids()))


def look(path: Path, plan: Plan | None = None, options: ImportOptions | None = None) -> ImportPreview:
    return preview_import(plan or small_plan(), path, options or ImportOptions(), new_id)


def save_csv(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def workbook(path: Path, *rows: Row) -> Path:
    return save_workbook(path, {"ผ.02": (ABOVE, rows)})


def result(plan: Plan, path: Path, options: ImportOptions | None = None) -> Plan:
    return apply(plan, look(path, plan, options).edits)


def path_of(plan: Plan, node: Node) -> list[str]:
    return [above.text("name", "th") for above in reversed(plan.ancestors(node.id)[:-1])]


def node_named(plan: Plan, name: str) -> Node:
    return plan.nodes[named(plan, name)]


def template_with(groups: Sequence[tuple[str, str]], **project_changes: object) -> Template:
    """The shipped template with other groups (kind, Thai name) above its projects."""
    base = template()
    kinds = dict(base.kinds)
    chain = [kind for kind, _name in groups]
    for (kind, name), child in zip(groups, [*chain[1:], "project"], strict=True):
        wording = base.kinds["approach"].name.model_copy(update={"th": name})
        kinds[kind] = base.kinds["approach"].model_copy(update={"name": wording, "children": (child,)})
    kinds["plan"] = kinds["plan"].model_copy(update={"children": (chain[0], "agency_register")})
    kinds["project"] = kinds["project"].model_copy(update=project_changes)
    columns = tuple(column for column in base.forms["projects"].columns if column.field in ("name", "target"))
    form = base.forms["projects"].model_copy(update={"groups": tuple(chain), "columns": columns})
    return base.model_copy(update={"kinds": kinds, "forms": {"p02": form}})


def plan_of(base: Template) -> Plan:
    return apply(Plan(base, {}, {}), sow_plan(base, Seed(kind="plan"), counted_ids()))
