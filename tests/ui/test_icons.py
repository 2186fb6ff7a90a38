"""Icons: drawn in the colour asked for, as sharp as the screen, for the style sheet too."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton

from success_desktop.paths import cache_folder, resource_path
from success_desktop.ui.icon_files import drawn_icon_path
from success_desktop.ui.icons import IconLabel, draw_icon
from success_desktop.ui.theme import tokens


@pytest.mark.parametrize("path", sorted(resource_path("icons").glob("*.svg")), ids=lambda path: path.stem)
def test_an_icon_is_drawn_in_the_colour_asked_for(application, path: Path):
    picture = draw_icon(path.stem, "#FF0000").pixmap(48, 48).toImage()
    dots = [picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())]
    colours = {dot.name() for dot in dots if dot.alpha() > 200}
    assert colours
    if path.stem != "success":
        assert colours <= {"#ff0000", "#fe0000", "#ff0100"}


def test_a_disabled_icon_is_paler(application):
    icon = draw_icon("save")
    assert icon.pixmap(16, QIcon.Mode.Disabled).toImage() != icon.pixmap(16, QIcon.Mode.Normal).toImage()


def test_an_icon_follows_the_scheme(application, qtbot):
    icon = draw_icon("save", "accent")
    label = IconLabel("save", "accent", 20)
    qtbot.addWidget(label)
    button = QPushButton(icon, "")
    qtbot.addWidget(button)
    seen = []
    for choice in ("light", "dark"):
        application.colours.choose(choice)
        dots = [icon.pixmap(QSize(16, 16)).toImage(), label.pixmap().toImage(), button.grab().toImage()]
        seen.append(dots)
        colours = {dots[0].pixelColor(x, y).name() for x in range(16) for y in range(16)}
        assert tokens().accent.lower() in colours
    assert all(before != after for before, after in zip(*seen, strict=True))
    application.colours.choose("system")


def test_an_icon_is_as_sharp_as_its_screen(application):
    assert draw_icon("save").pixmap(QSize(16, 16), 2.0).size() == QSize(32, 32)
    copied = QIcon(draw_icon("save"))
    copied.addFile("")
    assert not copied.pixmap(16).isNull()


def test_an_icon_of_the_style_sheet_is_a_file_in_its_colour(application, person):
    path = drawn_icon_path("check", "#123456")
    assert path.is_relative_to(cache_folder())
    assert "#123456" in path.read_text(encoding="utf-8")
    path.write_text("broken", encoding="utf-8")
    assert drawn_icon_path("check", "#123456") == path
    assert "#123456" in path.read_text(encoding="utf-8")


def test_where_no_icon_can_be_written_the_one_that_ships_is_used(application, person):
    cache_folder().mkdir(parents=True, exist_ok=True)
    (cache_folder() / "icons").rename(cache_folder() / "moved")
    (cache_folder() / "icons").write_text("a file where the folder should be", encoding="utf-8")
    assert drawn_icon_path("check", "#123456") == resource_path("icons", "check.svg")


def test_an_icon_that_does_not_exist_is_a_bug(application):
    with pytest.raises(FileNotFoundError):
        draw_icon("no-such-icon")


def test_a_drawing_is_read_once_however_often_it_is_shown(application, monkeypatch):
    draw_icon("save")

    def refuse(*_path, **_options):
        raise AssertionError("read again")

    monkeypatch.setattr(Path, "read_text", refuse)
    assert not draw_icon("save", "#123456").isNull()
    with pytest.raises(AssertionError, match="read again"):
        draw_icon("no such icon")
