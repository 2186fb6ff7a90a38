"""One catalogue, two languages."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from success_desktop import i18n
from success_desktop.i18n import N_, _, interface_language, translate, translate_in_context, use_language

CATALOGUE = """
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "Open"
msgstr "เปิด"

msgctxt "QLineEdit"
msgid "&Undo"
msgstr "เลิกทำ"
"""


@pytest.fixture
def catalogue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    path = tmp_path / "th.po"
    path.write_text(CATALOGUE, encoding="utf-8")
    monkeypatch.setattr(i18n, "translation_path", lambda language: tmp_path / f"{language}.po")
    i18n._catalogue.cache_clear()
    yield path
    i18n._catalogue.cache_clear()


def test_the_interface_speaks_thai_unless_told_otherwise(catalogue: Path) -> None:
    assert (interface_language(), _("Open")) == ("th", "เปิด")
    use_language("en")
    assert (interface_language(), _("Open")) == ("en", "Open")


def test_a_document_may_speak_another_language_than_the_interface(catalogue: Path) -> None:
    use_language("en")
    assert translate("Open", "th") == "เปิด"
    assert N_("Open") == "Open"


def test_what_the_catalogue_does_not_know_stays_as_written(catalogue: Path) -> None:
    assert translate("Unheard of", "th") == "Unheard of"
    assert translate("", "th") == ""


def test_qt_is_answered_by_context(catalogue: Path) -> None:
    assert translate_in_context("QLineEdit", "&Undo") == "เลิกทำ"
    assert translate_in_context("QTextEdit", "&Undo") is None


def test_a_fresh_compiled_catalogue_is_used_and_a_stale_one_is_not(catalogue: Path) -> None:
    compiled = catalogue.with_suffix(".mo")
    other = CATALOGUE.replace("เปิด", "เปิดแฟ้ม").encode()
    source = catalogue.parent / "other.po"
    source.write_bytes(other)
    with source.open("rb") as po, compiled.open("wb") as mo:
        write_mo(mo, read_po(po))
    os.utime(catalogue, (1, 1))
    assert _("Open") == "เปิดแฟ้ม"
    i18n._catalogue.cache_clear()
    os.utime(compiled, (0, 0))
    assert _("Open") == "เปิด"


def test_without_a_catalogue_the_program_speaks_english(catalogue: Path) -> None:
    catalogue.unlink()
    assert _("Open") == "Open"
