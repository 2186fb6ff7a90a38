"""How fast a large table becomes a PDF. Run it: ``python -m tests.benchmarks.bench_pdf [rows] [python]``.

The table of projects (12 columns) is set three ways in one run, and the ratios of processor time are printed: by the
program, and by typst and WeasyPrint from the same rows, in the same font, size and widths. `python` is the interpreter of
an environment into which ``pip install typst weasyprint`` was done, outside of the program's own; without it there is
nothing to compare with.
"""

import itertools
import multiprocessing
import random
import resource
import subprocess
import sys
import tempfile
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from success_desktop.documents.outline import build_outline
from success_desktop.documents.outline_blocks import (
    DataRow,
    Outline,
    Phrases,
    Table,
)
from success_desktop.documents.outline_passages import list_tables
from success_desktop.documents.pdf_writer import write_pdf
from success_desktop.paths import resource_path
from tests.benchmarks.bench_word import judge, large_plan, only_table
from tests.benchmarks.other_typesetters import write_html, write_typst

LEAST_TIMES_FASTER_THAN = {"typst": 5, "weasyprint": 20}
MOST_MEGABYTES = 200
VOCABULARY = 6000
"""Different words in the texts of a plan of a thousand rows."""
WORDS_TO_A_BLANK = 10
SHORTEST_TEXT = 20
SCRIPTS = {
    "typst": "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]])",
    "weasyprint": "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])",
}
RUNS = {"typst": 3, "weasyprint": 1}
FORK = multiprocessing.get_context("fork")
WRITERS = {"typst": write_typst, "weasyprint": write_html}


class Cost(NamedTuple):
    """What a run took: seconds of processor time, and megabytes at its peak."""

    seconds: float
    megabytes: int


def main() -> int:
    """Measure and print; the exit code is 1 when a ratio is worse than it should be."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    outline = speak(only_table(build_outline(large_plan(count))))
    with tempfile.TemporaryDirectory() as folder:
        own = run_own(outline, Path(folder))
        print(f"{count} rows: {own.seconds:.2f} s")
        results = [judge("peak in MB", own.megabytes, most=MOST_MEGABYTES)]
        for name in RUNS if sys.argv[2:] else ():
            results.append(compare(name, Path(sys.argv[2]), outline, Path(folder)))
    if not sys.argv[2:]:
        print("no interpreter with typst and weasyprint was named: nothing to compare with")
    return 0 if all(results) else 1


def compare(name: str, python: Path, outline: Outline, folder: Path) -> bool:
    """Print how much longer another typesetter takes: both in turns, equally often, each at its best."""
    owns, others = [], []
    for _run in range(RUNS[name]):
        owns.append(run_own(outline, folder))
        others.append(run_other(name, python, outline, folder))
    own, other = min(owns), min(others)
    title = f"{name} ({other.seconds:.1f} s, {other.megabytes} MB) / own ({own.seconds:.2f} s)"
    return judge(title, other.seconds / own.seconds, least=LEAST_TIMES_FASTER_THAN[name])


def run_own(outline: Outline, folder: Path) -> Cost:
    """What the program takes, in a process of its own that knows no word yet."""
    receiver, sender = FORK.Pipe(duplex=False)
    child = FORK.Process(target=_write_own, args=(outline, folder / "own.pdf", sender))
    child.start()
    cost: Cost = receiver.recv()
    child.join()
    return cost


def _write_own(outline: Outline, path: Path, sender: Connection) -> None:
    before = _spent(resource.RUSAGE_SELF)
    write_pdf(outline, path)
    sender.send(Cost(_spent(resource.RUSAGE_SELF) - before, _peak(resource.RUSAGE_SELF)))


def run_other(name: str, python: Path, outline: Outline, folder: Path) -> Cost:
    """What another typesetter takes for the table, its own start included."""
    (table,) = list_tables(outline)
    source = WRITERS[name](table, folder)
    target, fonts = folder / f"{name}.pdf", resource_path("fonts")
    before = _spent(resource.RUSAGE_CHILDREN)
    subprocess.run([python, "-c", SCRIPTS[name], source, target, fonts], check=True)
    return Cost(_spent(resource.RUSAGE_CHILDREN) - before, _peak(resource.RUSAGE_CHILDREN))


def _spent(whose: int) -> float:
    usage = resource.getrusage(whose)
    return usage.ru_utime + usage.ru_stime


def _peak(whose: int) -> int:
    return resource.getrusage(whose).ru_maxrss // 1024


def speak(outline: Outline) -> Outline:
    """The same outline, its texts as long as they were, in words that come as often as they do in real plans.

    The nth word of a vocabulary of several thousand comes about once for every n times that the first one does.
    """
    draw = random.Random(0)
    known = resource_path("dictionaries", "thai_words.txt").read_text(encoding="utf-8").split()
    vocabulary = draw.sample(known, VOCABULARY)
    frequencies = list(itertools.accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))

    def say(length: int) -> str:
        text = ""
        while len(text) < length:
            text += draw.choices(vocabulary, cum_weights=frequencies)[0]
            text += " " * (draw.randrange(WORDS_TO_A_BLANK) == 0)
        return text.strip()

    def say_again(phrases: Phrases) -> Phrases:
        return tuple(
            phrase._replace(text=say(len(phrase.text))) if len(phrase.text) >= SHORTEST_TEXT else phrase
            for phrase in phrases
        )

    def speak_table(table: Table) -> Table:
        rows = (
            row._replace(cells=tuple(map(say_again, row.cells))) if isinstance(row, DataRow) else row
            for row in table.rows
        )
        return replace(table, rows=tuple(rows))

    sections = (
        replace(
            section, blocks=tuple(speak_table(block) for block in section.blocks if isinstance(block, Table))
        )
        for section in outline.sections
    )
    return replace(outline, sections=tuple(sections))


if __name__ == "__main__":
    sys.exit(main())
