"""How long official papers take: ``python -m tests.benchmarks.bench_forms [projects]``.

A form ผ.02 of 1,000 projects is filled in and written as Word, PDF and Excel; then the whole pack of a first edition of the
sample plan is written into a folder, as it comes. Printed are seconds of processor time, the best of three runs, and the
greatest memory that the process has held.
"""

import gc
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from success_desktop.documents.forms.form_document import FormPrintOptions, build_form_outline
from success_desktop.documents.forms_excel import write_excel
from success_desktop.documents.outline_blocks import Outline
from success_desktop.documents.pdf_writer import write_pdf
from success_desktop.documents.word_writer import write_word
from success_desktop.domain.office import Edition
from success_desktop.domain.plan import Plan
from success_desktop.domain.schema import Seed
from success_desktop.services.library import new_sample
from success_desktop.services.packing import PackChoice, prepare_pack, write_pack
from tests.benchmarks.bench_pdf import speak
from tests.benchmarks.bench_word import MEDIAN_LENGTHS, judge
from tests.documents.form_plans import YEARS_BE, form_set
from tests.documents.word_plans import plan_of

MOST_SECONDS_FOR_FORMS = 3
MOST_SECONDS_FOR_PACK = 5
PROJECTS_A_PROGRAMME = 25
RUNS = 3
T = TypeVar("T")


def local_plan(count: int) -> Plan:
    """A local development plan of `count` projects whose texts are as long as those of real plans."""
    programmes = tuple(
        Seed(
            kind="programme",
            fields={"name": {"th": f"แผนงานที่ {start // PROJECTS_A_PROGRAMME + 1}"}},
            children=tuple(map(_project, range(start, min(start + PROJECTS_A_PROGRAMME, count)))),
        )
        for start in range(0, count, PROJECTS_A_PROGRAMME)
    )
    tactic = Seed(kind="tactic", fields={"name": {"th": "ป้องกันน้ำท่วม"}}, children=programmes)
    strategy = Seed(kind="strategy", fields={"name": {"th": "ด้านสิ่งแวดล้อม"}}, children=(tactic,))
    years = {"first_year": YEARS_BE[0], "last_year": YEARS_BE[-1]}
    return plan_of(
        Seed(kind="plan", fields={"title": {"th": "แผนใหญ่"}, **years}, children=(strategy,)),
        "ldp-2566-strategy",
    )


def _project(number: int) -> Seed:
    texts = {name: {"th": f"{number} " + "ก" * length} for name, length in MEDIAN_LENGTHS.items()}
    budget = {year: {"ordinance": 100_000 + number * 7 % 90_000} for year in YEARS_BE if (number + year) % 3}
    return Seed(kind="project", fields={**texts, "budget": budget})


def main() -> int:
    """Measure and print; the exit code is 1 when something takes longer than it should."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    plan = local_plan(count)
    outline = speak(_fill_in(plan))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        seconds = [
            _measure(f"ผ.02 of {count} projects", lambda: _fill_in(plan)),
            _measure("as Word", lambda: write_word(outline, folder / "p02.docx")),
            _measure("as PDF", lambda: write_pdf(outline, folder / "p02.pdf")),
            _measure("as Excel", lambda: write_excel(outline, folder / "p02.xlsx")),
        ]
        is_good = [judge("the form in three formats, seconds", sum(seconds), most=MOST_SECONDS_FOR_FORMS)]
        packed = _measure_pack(folder)
        is_good.append(judge("the pack of the sample plan, seconds", packed, most=MOST_SECONDS_FOR_PACK))
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
    return 0 if all(is_good) else 1


def _fill_in(plan: Plan) -> Outline:
    return build_form_outline(plan, form_set(), ("p02",), FormPrintOptions())


def _measure_pack(folder: Path) -> float:
    """The seconds for gathering and writing every usual paper of the sample plan's first edition."""
    os.environ["XDG_DATA_HOME"] = os.environ["XDG_STATE_HOME"] = str(folder / "home")
    editor = new_sample(folder / "sample.success", "ผู้วางแผน")
    choice = PackChoice("thesaban", Edition(id=""))
    seconds = _measure("gathering the pack", lambda: prepare_pack(editor, choice))
    pack = prepare_pack(editor, choice)
    seconds += _measure("writing the pack", lambda: write_pack(pack, folder / "pack"))
    print(f"papers of the pack: {len(list((folder / 'pack').rglob('*.*')))} files")
    editor.close()
    return seconds


def _measure(label: str, deed: Callable[[], T]) -> float:
    """Print and give what a deed costs at best."""
    best = float("inf")
    for _run in range(RUNS):
        gc.collect()
        started = time.process_time()
        deed()
        best = min(best, time.process_time() - started)
    print(f"{label}: {best:.2f} s")
    return best


if __name__ == "__main__":
    sys.exit(main())
