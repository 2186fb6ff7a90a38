"""What the program remembers on one machine."""

from pathlib import Path

import pytest

from success_desktop.paths import resource_path, settings_path, translation_path
from success_desktop.settings import Settings, load_settings, save_settings


def test_settings_are_kept_until_the_next_start() -> None:
    settings = load_settings()
    assert settings == Settings()
    settings.interface_language = "en"
    settings.remember_plan(Path("แผน.success"))
    save_settings(settings)
    assert load_settings() == settings


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'{"interface_language": "fr"}', b"\xff\xfe\x00"])
def test_settings_that_cannot_be_understood_are_replaced_by_the_defaults(content: bytes) -> None:
    settings_path().write_bytes(content)
    assert load_settings() == Settings()


def test_settings_of_another_version_keep_what_is_known() -> None:
    settings_path().write_text('{"author": "สมหญิง", "wings": 2}', encoding="utf-8")
    assert load_settings().author_name() == "สมหญิง"


def test_the_author_is_the_account_unless_a_name_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "somying")
    assert Settings().author_name() == "somying"


def test_the_plan_opened_last_leads_the_recent_ones_and_ten_are_remembered() -> None:
    settings = Settings()
    for number in range(12):
        settings.remember_plan(Path(f"{number}.success"))
    settings.remember_plan(Path("5.success"))
    assert settings.recent_paths[:2] == ["5.success", "11.success"]
    assert len(settings.recent_paths) == 10


def test_what_ships_is_found() -> None:
    assert resource_path("templates", "success-strategic-plan.yaml").is_file()
    assert translation_path("th").suffix == ".po"


def test_an_account_without_a_name_can_work_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> str:
        raise KeyError("getpwuid(): uid not found: 4242")

    monkeypatch.setattr("getpass.getuser", refuse)
    assert Settings().author_name() == "-"


def test_a_settings_folder_that_cannot_be_made_leaves_the_defaults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    for variable in ("XDG_CONFIG_HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA"):
        monkeypatch.setenv(variable, str(tmp_path / "file"))
    assert load_settings() == Settings()


def test_where_one_was_is_known_for_the_ten_plans_left_last() -> None:
    settings = Settings()
    for number in range(12):
        settings.remember_node(Path(f"{number}.success"), f"node {number}")
    settings.remember_node(Path("5.success"), "another")
    assert next(iter(settings.last_nodes)) == "2.success"
    assert list(settings.last_nodes.items())[-1] == ("5.success", "another")
    assert len(settings.last_nodes) == 10
