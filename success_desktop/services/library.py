"""The shelf of plans and templates: start a plan from a template or from the sample, and open one that exists."""

from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import yaml

from success_desktop.domain.schema import Seed, Template
from success_desktop.domain.seeds import sow_plan
from success_desktop.domain.template_text import parse_template
from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.ids import new_id
from success_desktop.paths import data_folder, resource_path
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.store.left_work import Unpublished, discard_unpublished, list_unpublished
from success_desktop.store.plan_file import PlanFile
from success_desktop.store.plans import NewPlan
from success_desktop.store.synchronised import Synchronised, find_synchronised

PLAN_SUFFIX = ".success"
SAMPLE = "sample-city"
_USUAL_TEMPLATE = "success-strategic-plan"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def own_templates_folder() -> Path:
    """Where a user's own templates lie; one there stands in for a shipped one of the same file name."""
    return data_folder() / "templates"


def list_templates() -> list[Template]:
    """Every template, shipped ones first. Raises UserError, with file and line, when one has a mistake."""
    return [read_template(path) for path in _template_paths().values()]


def find_template(template_id: str) -> Template:
    """The template of that id. Raises UserError when there is none, naming those that exist."""
    paths = _template_paths()
    if template_id in paths:
        return read_template(paths[template_id])
    raise UserError(
        N_("There is no template “{template}”."),
        advice=N_("Choose one of: {known}"),
        template=template_id,
        known=", ".join(paths),
    )


def read_template(path: Path) -> Template:
    """Read a template's file. Raises UserError when it cannot be read or has a mistake (line named)."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            N_("The template “{path}” cannot be read."),
            advice=N_("Check that the file is there and is plain text in UTF-8."),
            path=path,
        ) from error
    return parse_template(text, path.name)


def new_plan(path: Path, template: Template, author: str) -> PlanEditor:
    """Make a plan file from a template and open it. Raises UserError when `path` exists or cannot be written."""
    first_be, count = template.years.first_be, template.years.count
    fields = {"first_year": first_be, "last_year": first_be + count - 1}
    known = {name: value for name, value in fields.items() if name in template.kind("plan").fields}
    root = Seed(kind="plan", fields=known, children=template.start)
    return _make(path, template, root, author)


def new_sample(path: Path, author: str) -> PlanEditor:
    """Make a plan file that holds the sample plan “เมืองตัวอย่าง” and open it. Raises UserError as `new_plan` does."""
    template, root = read_sample()
    return _make(path, template, root, author)


def read_sample() -> tuple[Template, Seed]:
    """The sample plan as its template and the seed of its root."""
    head, *branches = (
        yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)
        for file in sorted(resource_path("samples", SAMPLE).glob("*.yaml"))
    )
    children = [node for branch in branches for node in cast(list[object], branch)]
    root = Seed.model_validate({"kind": "plan", "fields": head["fields"], "children": children})
    return find_template(head["template"]), root


def open_plan(path: Path, author: str, *, must_write: bool = False) -> PlanEditor:
    """Open a plan file. Raises UserError when it is no plan, damaged, newer than the program or already open.

    With `must_write` also when the file cannot be written, before anything is done that it could not hold.
    """
    return _edit_file(PlanFile.open(path, author), author, must_write=must_write)


def list_forgotten() -> list[Unpublished]:
    """Work of earlier sessions that has not reached its plan file, newest first; plans open now do not count."""
    return list_unpublished()


def take_up(left: Unpublished, author: str) -> PlanEditor:
    """Go on with forgotten work. Raises UserError when its plan is open elsewhere."""
    return _edit_file(PlanFile.take_up(left, author), author)


def discard(left: Unpublished) -> None:
    """Throw forgotten work away for good; its plan file stays as it is. Raises UserError when the work is open or gone."""
    discard_unpublished(left)


def synchronised_place(path: Path) -> Synchronised | None:
    """The folder around a plan's file that a cloud service keeps in step with other computers; None when there is none."""
    return find_synchronised(path)


def _edit_file(file: PlanFile, author: str, *, must_write: bool = False) -> PlanEditor:
    """An editor for an open file; the file is let go of when its plan cannot be read."""
    with ExitStack() as rollback:
        rollback.callback(file.close, publish=False)
        if must_write:
            file.require_writable()
        editor = PlanEditor(file, author)
        rollback.pop_all()
    return editor


def _make(path: Path, template: Template, root: Seed, author: str) -> PlanEditor:
    new = NewPlan(template.text, author, datetime.now(UTC), sow_plan(template, root, new_id))
    return PlanEditor(PlanFile.create(path, new), author)


def _template_paths() -> dict[str, Path]:
    shipped = sorted(
        resource_path("templates").glob("*.yaml"), key=lambda path: (path.stem != _USUAL_TEMPLATE, path.stem)
    )
    own = sorted(own_templates_folder().glob("*.yaml"))
    return {path.stem: path for path in (*shipped, *own)}
