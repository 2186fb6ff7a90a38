"""The menu of everything that can be done with a remark."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from PySide6.QtWidgets import QMenu

from success_desktop.domain.feedback import Nature, Remark, Weight
from success_desktop.domain.feedback_words import NATURES, WEIGHTS
from success_desktop.i18n import _
from success_desktop.ui.feedback.deeds import DEEDS, MENU

_Choice = TypeVar("_Choice", bound=str)
FieldChoice = tuple[str, tuple[str, str, str]]
"""A field by name, and where it is: node id, field, part."""


def fill_with_deeds(menu: QMenu, remark: Remark, do: Callable[[str], object]) -> None:
    """Offer the deeds that can be done with a remark, group by group."""
    for group in MENU:
        for name in group:
            if DEEDS[name].when(remark):
                action = menu.addAction(_(DEEDS[name].text))
                action.setObjectName(name)
                action.triggered.connect(lambda _checked=False, deed=name: do(deed))
        menu.addSeparator()


def fill_with_classes(
    menu: QMenu,
    remark: Remark,
    set_nature: Callable[[Nature], object],
    set_weight: Callable[[Weight], object],
) -> None:
    """Offer the kinds of remarks and how much they weigh."""
    _fill(menu.addMenu(_("Kind of remark")), NATURES, remark.nature, set_nature)
    _fill(menu.addMenu(_("Weight")), WEIGHTS, remark.weight, set_weight)


def fill_with_fields(
    menu: QMenu, fields: list[FieldChoice], place: Callable[[tuple[str, str, str]], object]
) -> None:
    """Offer the fields of what is chosen in the outline, as places for the remark."""
    inside = menu.addMenu(_("Place it on"))
    for name, where in fields:
        inside.addAction(name.replace("&", "&&")).triggered.connect(
            lambda _checked=False, to=where: place(to)
        )
    inside.setEnabled(bool(fields))


def _fill(
    menu: QMenu, choices: Mapping[_Choice, str], chosen: _Choice, choose: Callable[[_Choice], object]
) -> None:
    for name, words in choices.items():
        action = menu.addAction(_(words))
        action.setCheckable(True)
        action.setChecked(name == chosen)
        action.triggered.connect(lambda _checked=False, one=name: choose(one))
