"""Databases to test on: SQLite files always, a private PostgreSQL server where its programs are installed."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Engine

from success_desktop.store.database import open_engine, open_file_engine
from success_desktop.store.migrate import create_schema
from success_desktop.store.plan_file import PlanFile
from success_desktop.store.plans import PlanStore, create_plan
from tests.store.samples import new_small_plan

_PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The connection string of a server of our own, reached by a socket in a folder of its own."""
    if not _PROGRAMS:
        pytest.skip("no PostgreSQL server programs under /usr/lib/postgresql")
    programs = _PROGRAMS[-1].parent
    home = Path(tempfile.mkdtemp(prefix="pg-"))
    as_owner: list[str] = []
    if os.name == "posix" and os.geteuid() == 0:
        shutil.chown(home, "postgres")
        as_owner = ["runuser", "-u", "postgres", "--"]
    data = home / "data"
    control = [*as_owner, str(programs / "pg_ctl"), "--pgdata", str(data), "--silent", "--wait"]
    initialise = [
        str(programs / "initdb"),
        "--auth=trust",
        "--username=postgres",
        "--no-sync",
        "--encoding=UTF8",
    ]
    subprocess.run(
        [*as_owner, *initialise, f"--pgdata={data}"], check=True, cwd=home, stdout=subprocess.DEVNULL
    )
    port = _free_port()
    options = f"-c listen_addresses='' -c unix_socket_directories='{home}' -c port={port} -c fsync=off"
    log = ["--log", str(home / "log")]
    subprocess.run([*control, *log, "--options", options, "start"], check=True, cwd=home)
    try:
        yield f"host={home} port={port} user=postgres"
    finally:
        subprocess.run([*control, "--mode=immediate", "stop"], check=True, cwd=home)
        shutil.rmtree(home)


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty database of either kind."""
    if request.param == "sqlite":
        engine = open_file_engine(tmp_path / "plan.db")
    else:
        where = request.getfixturevalue("postgres")
        name = f"t{os.urandom(8).hex()}"
        with psycopg.connect(f"{where} dbname=postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        settings = dict(part.split("=") for part in where.split())
        engine = open_engine(
            f"postgresql+psycopg://postgres@/{name}?host={settings['host']}&port={settings['port']}"
        )
    yield engine
    engine.dispose()


@pytest.fixture
def engine(empty_engine: Engine) -> Engine:
    """A database of either kind with the tables of a plan."""
    create_schema(empty_engine)
    return empty_engine


@pytest.fixture
def store(engine: Engine) -> PlanStore:
    """The small plan in a database of either kind."""
    return create_plan(engine, new_small_plan())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A published plan file that nobody has open."""
    folder = tmp_path / "แผน 50% #1?"
    folder.mkdir()
    PlanFile.create(folder / "แผน.success", new_small_plan()).close()
    return folder / "แผน.success"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
