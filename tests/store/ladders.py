"""A ladder of schemas that is one step longer than the program's own."""

import shutil
from pathlib import Path

from success_desktop.store.migrate import MIGRATIONS
from success_desktop.store.tables import SCHEMA_NUMBER

HIGHER = SCHEMA_NUMBER + 1
"""The number of the schema at the top of the longer ladder."""

NEXT_STEP = '''
"""Agencies get a telephone number; the node table is rebuilt, as SQLite needs it."""
import sqlalchemy as sa
from alembic import op

revision = "{number}"
down_revision = "{below}"


def upgrade():
    with op.batch_alter_table("node", recreate="{recreate}") as batch:
        batch.add_column(sa.Column("telephone", sa.Text()))
    {more}
'''


def longer_ladder(tmp_path: Path, more: str = "", recreate: str = "auto") -> Path:
    """Copy the ladder and put a step on it, which may do `more`."""
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    number, below = f"{HIGHER:04}", f"{SCHEMA_NUMBER:04}"
    step = NEXT_STEP.format(more=more, recreate=recreate, number=number, below=below)
    (folder / "versions" / f"{number}_telephone.py").write_text(step, encoding="utf-8")
    return folder
