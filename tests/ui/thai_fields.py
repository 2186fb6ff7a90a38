"""Fields of Thai text on the screen, with the same line in them."""

import pytest

from success_desktop.ui.thai_text import ThaiLineEdit, ThaiTextEdit
from success_desktop.ui.word_places import word_spans

LINE = "โครงการฟื้นฟูคลอง for everyone ในชุมชน"


@pytest.fixture
def edit(qtbot) -> ThaiTextEdit:
    field = ThaiTextEdit()
    qtbot.addWidget(field)
    field.resize(700, 120)
    field.setPlainText(LINE)
    field.show()
    return field


@pytest.fixture
def line(qtbot) -> ThaiLineEdit:
    field = ThaiLineEdit()
    qtbot.addWidget(field)
    field.resize(700, 40)
    field.setText(LINE)
    field.setCursorPosition(0)
    field.show()
    return field


def starts(text: str) -> list[int]:
    return [start for start, _end in word_spans(text)]
