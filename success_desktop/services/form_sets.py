"""The shelf of form sets: which there are, which one a plan is printed in, and one's own made from a copy."""

from functools import lru_cache
from pathlib import Path

from success_desktop.domain.forms.form_set import FormSet
from success_desktop.domain.forms.form_set_text import (
    fields_of_columns,
    parse_form_set,
    require_known_fields,
)
from success_desktop.domain.office import read_office
from success_desktop.domain.office_edits import set_office
from success_desktop.domain.plan import Plan
from success_desktop.domain.word_fields import FieldValue
from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.paths import data_folder, resource_path
from success_desktop.services.export import replace_file
from success_desktop.services.plan_editor import PlanEditor

FORM_SET_SUFFIX = ".yaml"
_USUAL = "ldp-2566"
_LARGEST_BYTES = 1_000_000
"""A form set is a page or two of text: what is larger is another file, chosen by mistake."""


def own_form_sets_folder() -> Path:
    """Where a user's own form sets lie, for all plans; one there stands in for a shipped one of the same id."""
    return data_folder() / "forms"


def list_form_sets() -> list[FormSet]:
    """Every form set, shipped ones first. Raises UserError, with file and line, when one has a mistake."""
    return list(_shelf().values())


def find_form_set(form_set_id: str) -> FormSet:
    """The form set of that id. Raises UserError when there is none, naming those that exist, or when one has a mistake."""
    shelf = _shelf()
    if form_set_id in shelf:
        return shelf[form_set_id]
    raise UserError(
        N_("There is no form set “{form_set}”."),
        advice=N_("Choose one of: {known}"),
        form_set=form_set_id,
        known=", ".join(shelf),
    )


def read_form_set(path: Path) -> FormSet:
    """Read a form set's file. Raises UserError when it cannot be read or has a mistake (line named)."""
    try:
        is_small = path.stat().st_size <= _LARGEST_BYTES
        text = path.read_bytes().decode("utf-8-sig") if is_small else ""
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path) from error
    if not is_small:
        raise _unreadable(path)
    return _parse("\n".join(text.splitlines()) + "\n", path.name)


def form_set_of(plan: Plan) -> FormSet:
    """The form set that a plan is printed in: its own, else the one chosen for it, else the one that suits it.

    Raises UserError when the chosen one is not on this machine.
    """
    office = read_office(plan)
    if office.form_set_text:
        return _parse(office.form_set_text, office.form_set)
    return find_form_set(office.form_set) if office.form_set else suiting_form_set(plan)


def suiting_form_set(plan: Plan) -> FormSet:
    """The form set made for plans of this template; that of 2566-2570 for plans of any other."""
    sets = list_form_sets()
    suiting = (form_set for form_set in sets if plan.template.id in form_set.suits)
    usual = next((form_set for form_set in sets if form_set.id == _USUAL), sets[0])
    return next(suiting, usual)


def use_form_set(editor: PlanEditor, form_set_id: str) -> FormSet:
    """Print the plan in a form set of the shelf from now on. Raises UserError when there is none of that id.

    One step of undo; none where it is printed so already. Nothing of the plan changes: what a form does not print, stays.
    """
    form_set = find_form_set(form_set_id)
    _choose(editor, {"form_set": form_set_id, "form_set_text": ""})
    return form_set


def use_own_form_set(editor: PlanEditor, path: Path) -> FormSet:
    """Print the plan in the form set of a file, which the plan keeps with it; later changes of the file do not count.

    One step of undo. Raises UserError when the file cannot be read or has a mistake (line named), such as a column of a
    field that neither the plan nor a shipped form knows: nothing changes then.
    """
    form_set = read_form_set(path)
    require_known_fields(form_set, _known_fields(editor.plan), path.name)
    _choose(editor, {"form_set": form_set.id, "form_set_text": form_set.text})
    return form_set


def save_form_set_copy(plan: Plan, path: Path, form_set_id: str = "") -> FormSet:
    """Write the form set of a plan, or that of an id, into a file: to be changed there, then taken up as one's own.

    Raises UserError when there is no such form set, when the name does not end in .yaml, or when it cannot be written.
    """
    if path.suffix.lower() != FORM_SET_SUFFIX:
        raise UserError(
            N_("“{name}” is not the name of a form set."),
            advice=N_("Give a name that ends in .yaml."),
            name=path.name,
        )
    form_set = find_form_set(form_set_id) if form_set_id else form_set_of(plan)
    replace_file(path, lambda draft_path: _write(draft_path, form_set.text))
    return form_set


def has_own_form_set(plan: Plan) -> bool:
    """Whether a plan is printed in a form set of its own."""
    return bool(read_office(plan).form_set_text)


def _choose(editor: PlanEditor, values: dict[str, FieldValue]) -> None:
    office = read_office(editor.plan)
    if any(getattr(office, name) != value for name, value in values.items()):
        editor.edit(N_("choose the form set"), set_office(editor.plan, values))


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8"))


@lru_cache(maxsize=16)
def _parse(text: str, name: str) -> FormSet:
    """A form set's text read once, however often it is asked for."""
    return parse_form_set(text, name)


def _known_fields(plan: Plan) -> frozenset[str]:
    """What columns can ask for: the fields of the plan's template, and of shipped forms, made for other templates too."""
    shipped = map(read_form_set, sorted(resource_path("forms").glob(f"*{FORM_SET_SUFFIX}")))
    own = (field for kind in plan.template.kinds.values() for field in kind.fields)
    return frozenset(own).union(*map(fields_of_columns, shipped))


def _shelf() -> dict[str, FormSet]:
    """The form sets by id."""
    folders = (resource_path("forms"), own_form_sets_folder())
    paths = (path for folder in folders for path in sorted(folder.glob(f"*{FORM_SET_SUFFIX}")))
    return {form_set.id: form_set for form_set in map(read_form_set, paths)}


def _unreadable(path: Path) -> UserError:
    return UserError(
        N_("The form set “{name}” cannot be read."),
        advice=N_("Check that the file is there and is plain text in UTF-8."),
        name=path.name,
    )
