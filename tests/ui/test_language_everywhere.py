"""Nothing anywhere in the program is left in the other language."""

import re

import pytest
from PySide6.QtWidgets import (
    QCalendarWidget,
    QDateTimeEdit,
)

from success_desktop.app import furnish_window
from success_desktop.ui.main_window import MainWindow
from tests.ui.everywhere import Walk
from tests.ui.faults import wordings

LATIN_WORD = re.compile(r"[A-Za-z]{2,}")


TAKEN_OVER = re.compile(
    r"SUCCESS Desktop|Word|Excel|PDF|English|\bEN\b|SDGs|KPI|Zoom"  # what officers call these things in Thai too
    r"|\bzip\b|X{4}(-X{4})+"
    r"|Python [\d.]+|Qt for Python|Qt [\d.]+|Linux|Windows|LGPL|ISC|SIL Open Font License|Lucide"
    r"|(TH )?Sarabun\w*( New)?|\*\.\w+"
    r"|(Ctrl|Alt|Shift)\b\+?(Shift\+)?(\w+)?|\b(Enter|Tab|Esc|Delete|Home|End|Backspace|Ins|Del|PgUp|PgDown)\b"
    r"|\bF\d+\b|\(&\w\)"
)
EXAMPLES = "๒๕๖๗ น้ำ"
"""Thai that an English sentence speaks of."""

TAGS = re.compile("<[^>]*>")
THAI_RUN = re.compile("[\u0e00-\u0e7f]{2,}")


class Corpus:
    """What a plan says, by which the words of the program are told from those of the plan."""

    def __init__(self, desk, folder) -> None:
        self._desk, self._texts = desk, f"{folder}\nเมืองตัวอย่าง\nไทย\n{EXAMPLES}\n{desk.settings.author}\n"
        self._is_read = False

    def rest_of(self, text: str) -> str:
        """A text without tags, names taken over, and words of the plan."""
        self._read()
        rest = TAKEN_OVER.sub(" ", TAGS.sub(" ", text))
        for run in (*re.findall(r"[A-Za-z][A-Za-z'’\-.]+", rest), *THAI_RUN.findall(rest)):
            if run in self._texts or run.rstrip("…") in self._texts:
                rest = rest.replace(run, " ")
        return rest

    def _read(self) -> None:
        editor = self._desk.bridge.editor
        if editor is None or self._is_read:
            return
        self._is_read = True
        for node in editor.plan.walk():
            fields = editor.plan.template.kinds[node.kind].fields
            self._texts += (
                "\n".join(str(part) for name in fields for part in node.parts(name).values()) + "\n"
            )


def walk_for(pattern: re.Pattern[str], desk, window, application, plan_path) -> dict[str, set[str]]:
    """The words of the program that match a pattern, by the stop where they stand."""
    found: dict[str, set[str]] = {}
    corpus, mode = Corpus(desk, plan_path.parent), desk.looks.page_language

    def visit(name: str, widget) -> None:
        if desk.looks.page_language != mode:
            return  # gone to a text in the plan's other language, whose label is in that language
        for text in wordings(widget):
            if text and pattern.search(corpus.rest_of(text)):
                found.setdefault(text, set()).add(name)

    Walk(desk, window, application.settle, visit).everywhere(plan_path)
    return found


def test_nothing_anywhere_is_left_in_english_in_the_thai_interface(desk, window, application, plan_path):
    desk.looks.show_page_in("th")
    assert walk_for(LATIN_WORD, desk, window, application, plan_path) == {}


def test_nothing_anywhere_is_left_in_thai_in_the_english_interface(desk, window, application, plan_path):
    desk.looks.show_page_in("en")
    desk.looks.speak("en")
    assert walk_for(THAI_RUN, desk, window, application, plan_path) == {}


def words_in_all_views(desk, window, application) -> set[str]:
    """What stands in every view and panel, but for times and what only this one window knows."""
    seen: set[str] = set()

    def visit(_name: str, widget) -> None:
        texts = (re.sub(r"\d\d:\d\d", "", TAGS.sub("", text)) for text in wordings(widget))
        seen.update(
            text for text in texts if "…" not in text
        )  # what is shortened depends on where panels stand

    walk = Walk(desk, window, application.settle, visit)
    walk.look("the window")
    walk.views()
    walk.panels()
    walk.menus()
    return seen


@pytest.mark.parametrize("then", ["en", "th"])
def test_a_window_switched_says_what_one_opened_in_that_language_says(
    open_desk, window, application, settings, then
):
    first = "th" if then == "en" else "en"
    open_desk.looks.show_page_in(first)
    open_desk.looks.speak(first)
    words_in_all_views(open_desk, window, application)
    open_desk.looks.speak(then)
    switched = words_in_all_views(open_desk, window, application)
    path = open_desk.bridge.editor.file.path
    open_desk.bridge.release().close(publish=False)
    fresh_window = MainWindow(settings)
    fresh_window.show()
    fresh_desk = furnish_window(fresh_window, settings)
    fresh_desk.files.open_plan(path)
    fresh = words_in_all_views(fresh_desk, fresh_window, application)
    editor = fresh_desk.bridge.release()
    assert editor is not None
    editor.close(publish=False)
    fresh_window.before_close = lambda: True
    fresh_window.close()
    assert switched - fresh == set()
    assert len(switched) > 50


def test_calendars_and_dates_never_show_years_of_the_other_era(application, qtbot, desk, window):
    for kind in (QCalendarWidget, QDateTimeEdit):
        assert window.findChildren(kind) == []
