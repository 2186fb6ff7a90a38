"""What the command palette offers: what the menus can do now, the nodes of the plan, and the plans opened lately."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from success_desktop.domain.numbering import number_nodes
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.thai_search import search_key
from success_desktop.i18n import LANGUAGES, Language, _
from success_desktop.ui.file_places import is_there
from success_desktop.ui.tree.captions import caption_of, full_name, naming_field

MOST_ENTRIES = 50
_WORD_BORDERS = " .,:;/-–—(“\"'"


class Entry(NamedTuple):
    """One thing to choose: its name, what it is or where it lies, its key as people read it, and the deed."""

    text: str
    detail: str
    shortcut: str
    deed: Callable[[], object]


class Ranked(NamedTuple):
    """How well something fits what was typed (0 fits best) and how to make an entry of it."""

    rank: int
    make: Callable[[], Entry]


def rank_key(key: str, words: Sequence[str]) -> int | None:
    """How well a search key holds all words, in any order; None when it lacks one.

    Each word counts 0 at the beginning of the key, 1 at the beginning of a word and 2 inside one.
    """
    rank = 0
    for word in words:
        place = key.find(word)
        if place < 0:
            return None
        if place > 0:
            rank += 1 if any(f"{border}{word}" in key for border in _WORD_BORDERS) else 2
    return rank


def rank_actions(bar: QMenuBar, words: Sequence[str]) -> Iterator[Ranked]:
    """The actions of all menus that can be done now and fit."""
    for menu, action in _walk_menus(bar):
        name, place = _plain(action.text()), _plain(menu.title())
        rank = rank_key(f"{search_key(name)} {search_key(place)}", words)
        if rank is not None:
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            yield Ranked(rank, partial(Entry, name, place, keys, action.trigger))


def rank_recent(
    paths: Sequence[str], words: Sequence[str], open_plan: Callable[[Path], object]
) -> Iterator[Ranked]:
    """The plans opened lately that fit; those whose file is gone are left out."""
    for path in map(Path, paths):
        rank = rank_key(search_key(path.stem), words)
        if rank is not None and is_there(path):
            yield Ranked(rank, partial(Entry, path.stem, str(path.parent), "", partial(open_plan, path)))


class NodeKeys:
    """The nodes of the open plan by number and name. Keys are kept for as long as their nodes stay as they are."""

    def __init__(self) -> None:
        self._keys: dict[str, tuple[Node, str]] = {}
        self._numbers: dict[str, str] = {}

    def count(self, plan: Plan) -> None:
        """Number the nodes anew, once before somebody chooses."""
        self._numbers = number_nodes(plan)

    def rank(
        self, plan: Plan, words: Sequence[str], language: Language, go_to: Callable[[str], object]
    ) -> Iterator[Ranked]:
        """The nodes whose number begins with the only word, or whose names hold all of them."""
        for node in plan.walk():
            number = self._numbers.get(node.id, "")
            if len(words) == 1 and number.startswith(words[0]):
                rank: int | None = 0 if number == words[0] else 1
            else:
                rank = rank_key(self._key(plan, node), words)
            if rank is not None:
                yield Ranked(rank, partial(self._entry, plan, node, language, go_to))

    def _key(self, plan: Plan, node: Node) -> str:
        known = self._keys.get(node.id)
        if known is not None and known[0] is node:
            return known[1]
        field = naming_field(plan.kind_of(node.id))
        names = [node.text(field, language) for language in LANGUAGES] if field is not None else []
        key = search_key(" – ".join(name for name in names if name))
        self._keys[node.id] = node, key
        return key

    def _entry(self, plan: Plan, node: Node, language: Language, go_to: Callable[[str], object]) -> Entry:
        name = full_name(self._numbers.get(node.id, ""), caption_of(plan, node.id, language))
        return Entry(name, plan.kind_of(node.id).name.spoken(language), "", partial(go_to, node.id))


def best_entries(ranked: Iterator[Ranked]) -> list[Entry]:
    """The entries that fit best; those that fit alike in the order in which they came."""
    best = sorted(ranked, key=lambda one: one.rank)[:MOST_ENTRIES]
    return [one.make() for one in best]


def list_keys(bar: QMenuBar) -> list[tuple[str, list[tuple[str, str]]]]:
    """The keys of all actions, menu by menu: (menu, [(action, keys)])."""
    menus: dict[str, list[tuple[str, str]]] = {}
    for menu, action in _walk_menus(bar, is_possible=None):
        keys = [keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts()]
        if keys:
            name = _plain(action.text()).partition(": ")[0]  # without what undo would take back just now
            menus.setdefault(_plain(menu.title()), []).append((name, _(" or ").join(keys)))
    return list(menus.items())


def _walk_menus(bar: QMenuBar | QMenu, is_possible: bool | None = True) -> Iterator[tuple[QMenu, QAction]]:
    """Every action of the menus and the menus inside them, with its menu; None for those that cannot be done now too."""
    for action in bar.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _walk_menus(inner, is_possible)
        elif action.objectName() and isinstance(bar, QMenu) and (is_possible is None or action.isEnabled()):
            yield bar, action


def _plain(text: str) -> str:
    """A menu's wording without the mark for its letter key: "&File", "แฟ้ม(&F)"."""
    if text.endswith(")") and "(&" in text:
        return text[: text.rindex("(&")]
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
