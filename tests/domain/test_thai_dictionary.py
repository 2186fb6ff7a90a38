"""The list of words that ships, and the script that makes it."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from success_desktop.paths import resource_path

FOLDER = resource_path("dictionaries")


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_dictionary", FOLDER / "build_dictionary.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def shipped() -> list[str]:
    return (FOLDER / "thai_words.txt").read_text(encoding="utf-8").splitlines()


def test_the_list_is_sorted_and_says_nothing_twice(shipped: list[str]):
    assert shipped == sorted(set(shipped))
    assert len(shipped) > 50_000


def test_the_list_holds_thai_words_only(shipped: list[str], builder: ModuleType):
    forms = (builder.THAI_WORD, builder.ABBREVIATION)
    assert [word for word in shipped if not any(form.fullmatch(word) for form in forms)] == []
    assert [word for word in shipped if len(word) < 2] == []


def test_the_list_holds_what_plans_need(shipped: list[str], builder: ModuleType):
    own = builder.read_words(FOLDER / "planning_words.txt")
    assert {word for word in own if not word.startswith("-")} <= set(shipped)
    assert not {word.removeprefix("-") for word in own if word.startswith("-")} & set(shipped)


def test_both_licences_go_with_the_list():
    notice = (FOLDER / "NOTICE.txt").read_text(encoding="utf-8")
    assert "UNICODE, INC. LICENSE AGREEMENT - DATA FILES AND SOFTWARE" in notice
    assert "Copyright © 1991-2016 Unicode, Inc." in notice
    assert "CC0 1.0 Universal" in notice


def test_compounds_long_entries_and_strange_ones_are_left_out(builder: ModuleType):
    icu = {"พัฒนา", "ตัวต่อ", "การบ้าน"}
    pythainlp = {"การพัฒนา", "บ้าน", "ก", "ก ข ไม่กระดิกหู", "กรุงเทพมหานครบวร", "a", "ชาวกรุง"}
    own = {"-ตัวต่อ", "พะตง", "มี.ค."}
    assert builder.merge_words(icu, pythainlp, own) == ["การบ้าน", "ชาวกรุง", "บ้าน", "พะตง", "พัฒนา", "มี.ค."]


def test_a_slip_in_our_own_words_stops_the_script(builder: ModuleType):
    with pytest.raises(SystemExit, match=r"not Thai words: plan, ่า"):
        builder.merge_words(set(), set(), {"plan", "่า", "แผน"})


def test_the_script_writes_the_list_beside_itself(tmp_path: Path):
    script = tmp_path / "build_dictionary.py"
    script.write_bytes((FOLDER / "build_dictionary.py").read_bytes())
    (tmp_path / "planning_words.txt").write_text("# ours\nพะตง\n\n-กก\n", encoding="utf-8")
    (tmp_path / "icubrk_th.txt").write_text("# SPDX\nกก\nแผน\n", encoding="utf-8")
    (tmp_path / "words_th.txt").write_text("งาน\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script), str(tmp_path)], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split() == ["3", "words"]
    assert (tmp_path / "thai_words.txt").read_bytes().decode("utf-8") == "งาน\nพะตง\nแผน\n"
