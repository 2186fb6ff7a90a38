"""What the program remembers for one person on one machine, in a small JSON file."""

import getpass
import json
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from success_desktop.i18n import Language
from success_desktop.paths import settings_path

_RECENT_LENGTH = 10


class Settings(BaseModel):
    """The user's settings. Every entry has a default; unknown entries of other versions are kept out."""

    model_config = ConfigDict(extra="ignore", validate_assignment=True)

    interface_language: Language = "th"
    page_language: str = "both"
    colour_scheme: str = "system"
    has_spelling_marks: bool = True
    author: str = ""
    word_font: str = "TH SarabunPSK"
    has_embedded_font: bool = False
    has_thai_digits: bool = False
    document_suffix: str = ".docx"
    recent_paths: list[str] = Field(default_factory=list)
    last_nodes: dict[str, str] = Field(default_factory=dict)
    last_folder: str = ""
    synchronised_folders: list[str] = Field(default_factory=list)
    window_geometry: str = ""
    layouts: dict[str, str] = Field(default_factory=dict)
    table_columns: dict[str, list[str]] = Field(default_factory=dict)
    table_widths: dict[str, dict[str, int]] = Field(default_factory=dict)
    is_table_wrapped: bool = False

    def author_name(self) -> str:
        """The name that edits are recorded under: the one given, else that of the account; "-" where that has none."""
        try:
            return self.author.strip() or getpass.getuser()
        except (OSError, KeyError, ImportError):  # a service account; what is raised depends on the system
            return "-"

    def remember_plan(self, path: Path) -> None:
        """Put a plan file at the head of the recent ones."""
        others = [known for known in self.recent_paths if known != str(path)]
        self.recent_paths = [str(path), *others][:_RECENT_LENGTH]

    def remember_node(self, path: Path, node_id: str) -> None:
        """Note where in a plan file one was last; the ten files left last are known."""
        others = {known: node for known, node in self.last_nodes.items() if known != str(path)}
        self.last_nodes = dict([*others.items(), (str(path), node_id)][-_RECENT_LENGTH:])


def load_settings() -> Settings:
    """The settings of this user; the defaults when there are none, or when their file cannot be understood."""
    try:
        return Settings.model_validate(json.loads(settings_path().read_text(encoding="utf-8")))
    except (OSError, ValueError, ValidationError):
        return Settings()


def save_settings(settings: Settings) -> None:
    """Keep the settings; written whole beside the old file, then put in its place."""
    path = settings_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(settings.model_dump_json(indent=2), encoding="utf-8")
    fresh.replace(path)
