"""LibreOffice and the resolver make the same of every shape of tracked changes: each bears witness for the other."""

import os
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from tests.documents.redline.hand_made import Shape, plain, write_shape
from tests.documents.redline.hard_pairs import hard_pairs
from tests.documents.redline.libreoffice import (
    DEEDS,
    LibreOffice,
    NoLibreOffice,
    as_libreoffice_reads,
    open_libreoffice,
    untrack_marks_before_tables,
)
from tests.documents.redline.redline_pairs import draw_pair, find_faults_in_libreoffice, write_pair
from tests.documents.redline.revised_sample import revised_sample
from tests.documents.redline.shapes import (
    HEADS,
    SHAPES,
    edge_shapes,
    moved_row_shapes,
    row_shapes,
    table_shapes,
    text_shapes,
)

SEEDS = (0, 2)
HARD_PAIRS = ("no cover", "other years, back", "hostile texts", "hostile texts in forms")
TOGETHER = dict(chain(text_shapes(), edge_shapes(), table_shapes(), row_shapes(), moved_row_shapes()))
"""Shapes that one file can hold, one behind the other."""
ALONE = [name for name in SHAPES if name not in TOGETHER or name.startswith(("first", "last"))]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LibreOffice]:
    try:
        with open_libreoffice(tmp_path_factory.mktemp("libreoffice")) as office:
            yield office
    except NoLibreOffice as missing:
        pytest.skip(str(missing))


def test_libreoffice_resolves_shapes_one_behind_the_other_as_the_standard_says(
    office: LibreOffice, tmp_path: Path
):
    renamed = (
        f"{plain(name)}{shape.xml.replace('move1', f'move{number}')}"
        for number, (name, shape) in enumerate(TOGETHER.items(), start=1)
    )
    path = write_shape(Shape("".join(renamed) + plain("end"), (), ()), tmp_path / "shapes.docx")
    for deed, resolve in DEEDS.items():
        wanted = as_libreoffice_reads(resolve(path, untrack_marks_before_tables))
        assert office.read(path, deed) == wanted, deed
        assert set(TOGETHER) < set(wanted.blocks)


@pytest.mark.parametrize("name", ALONE)
def test_libreoffice_resolves_a_shape_as_the_standard_says(office: LibreOffice, name: str, tmp_path: Path):
    path = write_shape(SHAPES[name], tmp_path / "shape.docx")
    for deed, resolve in DEEDS.items():
        wanted = as_libreoffice_reads(resolve(path, untrack_marks_before_tables))
        assert office.read(path, deed) == wanted, deed


def test_libreoffice_resolves_the_head_of_a_page(office: LibreOffice, tmp_path: Path):
    for shape in HEADS.values():
        path = write_shape(shape, tmp_path / "shape.docx", is_head=True)
        assert office.read(path, "reject").margins == {shape.old}
        assert office.read(path, "accept").margins == {shape.new}


@pytest.mark.parametrize("seed", SEEDS)
def test_libreoffice_makes_both_documents_of_a_redline(office: LibreOffice, seed: int, tmp_path: Path):
    redline = write_pair(draw_pair(seed), tmp_path).redline
    assert list(find_faults_in_libreoffice(redline, office)) == []


@pytest.mark.parametrize("name", HARD_PAIRS)
def test_libreoffice_makes_both_documents_of_a_hard_pair(office: LibreOffice, name: str, tmp_path: Path):
    redline = write_pair(dict(hard_pairs())[name], tmp_path).redline
    assert list(find_faults_in_libreoffice(redline, office)) == []


def test_libreoffice_makes_both_documents_of_a_revised_plan(office: LibreOffice, tmp_path: Path):
    redline = write_pair(revised_sample(), tmp_path).redline
    assert list(find_faults_in_libreoffice(redline, office)) == []


def test_a_file_that_is_none_is_told(office: LibreOffice, tmp_path: Path):
    path = write_shape(Shape("<w:p>", (), ()), tmp_path / "shape.docx")
    with pytest.raises(AssertionError, match="cannot open"):
        office.read(path, "read")


@pytest.mark.parametrize("script", ["exit 1", "sleep 60"], ids=["ends", "is silent"])
def test_an_office_that_does_not_start_is_told_instead_of_waited_for(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    broken = tmp_path / "soffice"
    broken.write_text(f"#!/bin/sh\n{script}\n")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    with pytest.raises(NoLibreOffice, match="does not start"), open_libreoffice(tmp_path, seconds_to_start=1):
        pass
