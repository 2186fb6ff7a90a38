"""How fast two revisions of a large plan become a redline. Run it: ``python -m tests.benchmarks.bench_redline [rows]``.

In one run both documents are written plainly, then the redline between them: the ratio of the two is what weaving costs.
A second plan of 500 projects, edited all over, is read and written from beginning to end, as a council would receive it.
"""

import resource
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from success_desktop.documents.outline import build_outline
from success_desktop.documents.outline_blocks import Outline
from success_desktop.documents.redline.redline_writer import Redline, write_redline
from success_desktop.documents.word_writer import write_word
from success_desktop.domain.authorship import Authorship
from success_desktop.domain.comparison import compare_plans
from success_desktop.domain.edits import apply
from success_desktop.domain.plan import Plan
from success_desktop.domain.revision import Transaction
from tests.benchmarks.bench_word import large_plan
from tests.random_plans import random_edits

DEEDS = 300
COUNCIL_PROJECTS, COUNCIL_DEEDS = 500, 3000
AT = datetime(2024, 2, 12, 3, 0, tzinfo=UTC)
MOST_TIMES_SLOWER_THAN_WRITING_BOTH = 6
MOST_SECONDS_FOR_A_COUNCIL = 60
MOST_MEGABYTES = 400


def make_redline(plan: Plan, deeds: int) -> Redline:
    """A plan and what it becomes after `deeds`, all by one person."""
    edits = random_edits(plan, Random(3), deeds)
    edited = apply(plan, edits)
    transactions = [
        Transaction(number, str(number), "มาลี", AT, "") for number, _ in enumerate(edits, start=1)
    ]
    authorship = Authorship(transactions, list(enumerate(edits, start=1)))
    return Redline(build_outline(plan), build_outline(edited), compare_plans(plan, edited), authorship, AT)


def write_plainly(outlines: tuple[Outline, Outline], folder: Path) -> float:
    """Write both documents; the seconds it took."""
    start = time.perf_counter()
    for outline in outlines:
        write_word(outline, folder / "plain.docx")
    return time.perf_counter() - start


def write_woven(redline: Redline, folder: Path) -> float:
    """Write the redline; the seconds it took."""
    start = time.perf_counter()
    write_redline(redline, folder / "redline.docx")
    return time.perf_counter() - start


def main() -> int:
    """Print times, ratio and memory; 1 when one of them is beyond its limit."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        redline = make_redline(large_plan(rows), DEEDS)
        plain = write_plainly((redline.old, redline.new), folder)
        woven = write_woven(redline, folder)
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        start = time.perf_counter()
        write_woven(make_redline(large_plan(COUNCIL_PROJECTS), COUNCIL_DEEDS), folder)
        council = time.perf_counter() - start
    print(
        f"{rows} projects, {DEEDS} deeds: both documents {plain:.1f} s, the redline {woven:.1f} s = {woven / plain:.1f} x"
    )
    print(f"memory {megabytes:.0f} MB")
    print(f"{COUNCIL_PROJECTS} projects, {COUNCIL_DEEDS} deeds, read and written: {council:.1f} s")
    is_fast = woven <= plain * MOST_TIMES_SLOWER_THAN_WRITING_BOTH and council <= MOST_SECONDS_FOR_A_COUNCIL
    return 0 if is_fast and megabytes <= MOST_MEGABYTES else 1


if __name__ == "__main__":
    sys.exit(main())
