"""Every sentence of the interface is in the catalogue and has its Thai; each check finds what it is there to find."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from tests.house import catalogue

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A small checkout with two sentences, both in Thai, and one of Qt's."""
    (tmp_path / "success_desktop").mkdir()
    write_source(tmp_path, '_("Open {path}")\nN_("Undo")\n')
    catalogue.refresh(tmp_path)
    thai = catalogue.read_thai(tmp_path)
    thai["Open {path}"].string = "เปิด {path}"
    thai["Undo"].string = "เลิกทำ"
    thai.add("Cancel", "ยกเลิก", context="QPlatformTheme")
    catalogue.write_catalogue(catalogue.thai_path(tmp_path), thai)
    catalogue.refresh(tmp_path)
    return tmp_path


def write_source(copy: Path, code: str) -> None:
    """Let the copy's program consist of `code`."""
    (copy / "success_desktop" / "plan.py").write_text(code, encoding="utf-8")


def gaps(root: Path) -> list[str]:
    """What the Thai catalogue of a checkout lacks."""
    template = catalogue.read_template(root)
    return list(catalogue.find_gaps(template, catalogue.read_thai(root)))


def test_the_template_is_fresh():
    difference = catalogue.keys(catalogue.collect(ROOT)) ^ catalogue.keys(catalogue.read_template(ROOT))
    assert not difference, f"run python3 dev.py catalogue: {sorted(difference)}"


def test_every_sentence_has_its_thai():
    found = gaps(ROOT)
    assert not found, "\n".join(found)


def test_no_sentence_is_put_together_inside_a_mark():
    assert list(catalogue.find_unreadable_marks(ROOT)) == []


def test_a_complete_catalogue_has_no_gaps(copy):
    assert gaps(copy) == []


def test_a_new_sentence_makes_the_template_stale_and_then_wants_thai(copy):
    write_source(copy, '_("Open {path}")\nN_("Undo")\ntranslate("Redo", language)\n')
    stale = catalogue.read_template(copy)
    assert catalogue.keys(catalogue.collect(copy)) - catalogue.keys(stale) == {("", "Redo")}
    assert catalogue.refresh(copy) == 1
    assert gaps(copy) == ["('', 'Redo'): no wording"]


def test_refreshing_keeps_wordings_and_qts_own_and_drops_what_is_gone(copy):
    write_source(copy, '_("Open {path}")\n')
    catalogue.refresh(copy)
    thai = catalogue.read_thai(copy)
    assert {entry.id: entry.string for entry in thai if entry.id} == {
        "Open {path}": "เปิด {path}",
        "Cancel": "ยกเลิก",
    }
    assert gaps(copy) == []


def test_refreshing_twice_changes_nothing(copy):
    before = [path.read_bytes() for path in (catalogue.template_path(copy), catalogue.thai_path(copy))]
    catalogue.refresh(copy)
    assert [
        path.read_bytes() for path in (catalogue.template_path(copy), catalogue.thai_path(copy))
    ] == before


@pytest.mark.parametrize(
    ("wording", "flags", "fault"),
    [
        ("", (), "no wording"),
        ("เปิด {path}", ("fuzzy",), "fuzzy"),
        ("เปิด {file}", (), "other places to fill than in the English: เปิด {file}"),
        ("เปิด {path} ค.ศ. 2025", (), "says ค.ศ."),
    ],
)
def test_a_faulty_wording_is_found(wording, flags, fault):
    template, thai = Catalog(), Catalog("th")
    template.add("Open {path}")
    thai.add("Open {path}", wording, flags=flags)
    assert list(catalogue.find_gaps(template, thai)) == [f"('', 'Open {{path}}'): {fault}"]


def test_an_entry_that_only_one_side_knows_is_found():
    template, thai = Catalog(), Catalog("th")
    template.add("Undo")
    thai.add("Redo", "ทำซ้ำ")
    assert list(catalogue.find_gaps(template, thai)) == [
        "('', 'Undo'): not in th.po",
        "('', 'Redo'): no longer in the source",
    ]


@pytest.mark.parametrize(
    "code", ['_(f"Open {path}")', '_("Open " + path)', 'N_("%s" % path)', "f\"{_('Undo')} now\""]
)
def test_a_sentence_put_together_inside_a_mark_is_found(copy, code):
    write_source(copy, f"_('Undo')\n{code}\n")
    assert list(catalogue.find_unreadable_marks(copy)) == ["success_desktop/plan.py:2"]
