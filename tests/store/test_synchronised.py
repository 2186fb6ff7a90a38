"""Folders that cloud services carry between computers are told from others."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from success_desktop.store.synchronised import Synchronised, find_synchronised


@pytest.mark.parametrize(
    ("name", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - เทศบาลเมืองตัวอย่าง", "OneDrive"),
        ("Google Drive", "Google Drive"),
        ("My Drive", "Google Drive"),
        ("ไดรฟ์ของฉัน", "Google Drive"),
        ("Dropbox", "Dropbox"),
        ("Dropbox (กองแผน)", "Dropbox"),
        ("iCloudDrive", "iCloud"),
        ("com~apple~CloudDocs", "iCloud"),
        ("Nextcloud", "Nextcloud"),
    ],
)
def test_the_usual_names_of_the_services_folders_are_known(tmp_path: Path, name: str, service: str) -> None:
    path = tmp_path / name / "แผน" / "แผน.success"
    assert find_synchronised(path, {}) == Synchronised(service, tmp_path / name)


@pytest.mark.parametrize(
    ("mark", "service"),
    [
        (".dropbox", "Dropbox"),
        (".tmp.drivedownload", "Google Drive"),
        (".sync_1a2b3c.db", "Nextcloud"),
        (".stfolder", "Syncthing"),
    ],
)
def test_a_folder_of_another_name_is_known_by_what_the_service_leaves_there(
    tmp_path: Path, mark: str, service: str
) -> None:
    folder = tmp_path / "งานกอง"
    (folder / "ย่อย").mkdir(parents=True)
    (folder / mark).touch()
    assert find_synchronised(folder / "ย่อย" / "แผน.success", {}) == Synchronised(service, folder)


def test_windows_says_where_onedrive_lies(tmp_path: Path) -> None:
    path = tmp_path / "เอกสาร" / "แผน.success"
    assert find_synchronised(path, {"OneDriveCommercial": str(tmp_path)}) == Synchronised(
        "OneDrive", tmp_path
    )


def test_an_ordinary_folder_is_not_synchronised(tmp_path: Path) -> None:
    for name in ("เอกสาร", "Dropboxes", "onedriver", "แผน"):
        assert find_synchronised(tmp_path / name / "แผน.success", {}) is None


def test_a_folder_that_may_not_be_looked_into_is_not_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_pattern: object) -> None:
        raise PermissionError("not yours")

    monkeypatch.setattr(Path, "glob", refuse)
    assert find_synchronised(tmp_path / "แผน.success", {}) is None


def test_a_folder_is_looked_through_once_for_the_marks_of_all_services(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[Path] = []
    real = Path.glob

    def count(folder: Path, pattern: str) -> Iterator[Path]:
        looked.append(folder)
        return real(folder, pattern)

    (tmp_path / "ย่อย").mkdir()
    (tmp_path / "._sync_1a2b.db").touch()
    monkeypatch.setattr(Path, "glob", count)
    path = tmp_path / "ย่อย" / "แผน.success"
    assert find_synchronised(path, {}) == Synchronised("ownCloud", tmp_path)
    assert sorted(looked) == sorted(path.parents)
