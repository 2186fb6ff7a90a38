"""How fast a large plan becomes a Word file. Run it: ``python -m tests.benchmarks.bench_word [rows]``.

The table of projects (12 columns) is written three ways in one run, and the ratios are printed: by the program, by pandoc
from the same texts, and by writing and zipping the program's own finished XML, which is the least that any writer must do.
"""

import functools
import html
import itertools
import math
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from success_desktop.documents.outline import build_outline
from success_desktop.documents.outline_blocks import Outline, Table
from success_desktop.documents.outline_passages import list_rows, list_tables
from success_desktop.documents.word_package import COMPRESSION
from success_desktop.documents.word_writer import write_word
from success_desktop.domain.edits import apply
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import Seed
from success_desktop.domain.seeds import sow_plan
from success_desktop.domain.template_text import parse_template
from success_desktop.paths import resource_path

YEARS = range(2568, 2573)
MEDIAN_LENGTHS = {"name": 62, "objective": 86, "target": 102, "kpi": 48, "expected_result": 70}
"""Characters of a project's texts, as measured in a municipality's plan of 548 projects."""
PROJECTS_AN_APPROACH = 25
LEAST_TIMES_FASTER_THAN_PANDOC = 10
MOST_TIMES_SLOWER_THAN_ZIPPING = 3
MOST_MEGABYTES = 150
FORM = "projects"
T = TypeVar("T")


def large_plan(count: int) -> Plan:
    """A plan of `count` projects whose texts are as long as those of real plans."""
    text = (resource_path("templates", "success-strategic-plan.yaml")).read_text(encoding="utf-8")
    template = parse_template(text, "success-strategic-plan")
    approaches = tuple(
        Seed(
            kind="approach",
            fields={"name": {"th": f"แนวทางที่ {start // PROJECTS_AN_APPROACH + 1}"}},
            children=tuple(
                _project(number) for number in range(start, min(start + PROJECTS_AN_APPROACH, count))
            ),
        )
        for start in range(0, count, PROJECTS_AN_APPROACH)
    )
    goal = Seed(kind="goal", fields={"name": {"th": "คลองสะอาด"}}, children=approaches)
    issue = Seed(kind="strategic_issue", fields={"name": {"th": "น้ำ"}}, children=(goal,))
    agency = Seed(kind="agency", key="works", fields={"name": {"th": "กองช่าง"}})
    register = Seed(kind="agency_register", children=(agency,))
    numbers = itertools.count()
    root = Seed(kind="plan", fields={"title": {"th": "แผนใหญ่"}}, children=(issue, register))
    return apply(Plan(template, {}, {}), sow_plan(template, root, lambda: f"{next(numbers):026}"))


def _words(draw: random.Random, length: int) -> str:
    """Thai text of at least `length` characters, different each time, as the texts of real plans are."""
    text = ""
    while len(text) < length:
        text += draw.choice(_dictionary())
    return text


@functools.cache
def _dictionary() -> list[str]:
    return resource_path("dictionaries", "thai_words.txt").read_text(encoding="utf-8").split()


def _project(number: int) -> Seed:
    draw = random.Random(number)
    return Seed(
        kind="project",
        fields={
            **{name: {"th": _words(draw, length)} for name, length in MEDIAN_LENGTHS.items()},
            "budget": {
                year: {"ordinance": 100_000 + number * 7 % 90_000} for year in YEARS if (number + year) % 3
            },
            "lead_agencies": ["works"],
        },
    )


def main() -> int:
    """Measure and print; the exit code is 1 when a ratio is worse than it should be."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    plan = large_plan(count)
    outline, build_seconds = _timed(lambda: build_outline(plan))
    table = only_table(outline)
    with tempfile.TemporaryDirectory() as folder:
        whole_path, table_path = Path(folder) / "whole.docx", Path(folder) / "table.docx"
        _nothing, whole_seconds = _timed(lambda: write_word(outline, whole_path))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        _nothing, table_seconds = _timed(lambda: write_word(table, table_path))
        zip_seconds = _zip_again(whole_path, Path(folder) / "again.docx")
        pandoc_seconds = _run_pandoc(table, Path(folder))
    print(
        f"{count} projects: outline {build_seconds:.2f} s, whole Word file {whole_seconds:.2f} s, peak {peak} MB"
    )
    results = [
        judge(
            "whole file / zipping its XML", whole_seconds / zip_seconds, most=MOST_TIMES_SLOWER_THAN_ZIPPING
        ),
        judge("peak in MB", peak, most=MOST_MEGABYTES),
    ]
    if pandoc_seconds:
        name = f"pandoc ({pandoc_seconds:.2f} s) / the same table ({table_seconds:.2f} s)"
        results.append(judge(name, pandoc_seconds / table_seconds, least=LEAST_TIMES_FASTER_THAN_PANDOC))
    return 0 if all(results) else 1


def judge(name: str, value: float, *, least: float = 0, most: float = math.inf) -> bool:
    """Print a value beside what is wanted of it; whether it is good."""
    is_good = least <= value <= most
    print(f"{'good' if is_good else 'POOR'}  {name}: {value:.1f} (wanted: {least or 'any'} to {most})")
    return is_good


def only_table(outline: Outline) -> Outline:
    """The outline without everything but the large table."""
    sections = (
        replace(section, blocks=tuple(b for b in section.blocks if isinstance(b, Table) and b.form == FORM))
        for section in outline.sections
    )
    return replace(outline, sections=tuple(section for section in sections if section.blocks))


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    start = time.perf_counter()
    result = work()
    return result, time.perf_counter() - start


def _zip_again(path: Path, target: Path) -> float:
    """The seconds that writing and zipping the finished parts of a file takes."""
    with zipfile.ZipFile(path) as done:
        parts = {name: done.read(name) for name in done.namelist()}

    def write() -> None:
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=COMPRESSION) as again:
            for name, data in parts.items():
                again.writestr(name, data)

    return _timed(write)[1]


def _run_pandoc(outline: Outline, folder: Path) -> float:
    """The seconds that pandoc takes for the large table alone; 0 where it is not installed."""
    if shutil.which("pandoc") is None:
        print("pandoc is not installed: nothing to compare with")
        return 0.0
    (table,) = list_tables(outline)
    rows = (
        "<tr>"
        + "".join(f"<td>{html.escape(' '.join(p.text for p in cell))}</td>" for cell in row.cells)
        + "</tr>"
        for row in list_rows(table)
    )
    source = folder / "table.html"
    source.write_text(f"<table>{''.join(rows)}</table>", encoding="utf-8")
    command = ["pandoc", "--from", "html", "--output", str(folder / "pandoc.docx"), str(source)]
    return _timed(lambda: subprocess.run(command, check=True))[1]


if __name__ == "__main__":
    sys.exit(main())
