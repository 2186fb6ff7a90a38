"""How long a returned file takes to be placed: ``python -m tests.benchmarks.bench_receiving``.

A draft of about 5,000 printed values, and one of 5,000 projects (65,000 values); in the file every fiftieth paragraph of a
value was typed over without tracking, and every fiftieth bears a tracked word. Printed is the time of the processor in
milliseconds, the best of five runs, for placing and comparing alone: the file is read and the draft is printed before.
"""

import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.returned.bearings import Bearings
from success_desktop.documents.returned.placing import Placement, place_remarks, take_bearings
from success_desktop.documents.returned.reading import read_returned
from success_desktop.documents.returned.returned_file import Paragraph, ReturnedFile, Run, Stamp
from success_desktop.documents.returned.sendings import Sending, sending_of
from success_desktop.documents.word_writer import write_word
from success_desktop.domain.plan import Plan
from tests.benchmarks.bench_comparing import measure
from tests.benchmarks.bench_word import large_plan

_EVERY = 50
_SIZES = (390, 5_000)


def main() -> None:
    """Measure and print."""
    for size in _SIZES:
        plan = large_plan(size)
        outline = build_outline(plan, OutlineOptions())
        sending = measure("what was sent, by the outline", partial(sending_of, outline), runs=1)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "draft.docx"
            write_word(outline, path)
            file = _edited(read_returned(path))
        values = len(sending.sent.fields) + sum(
            len(table.sources) * len(table.rows) for table in sending.sent.tables
        )
        placement = measure(f"placing and comparing {values:,} values", partial(_place, file, sending, plan))
        print(f"    {len(placement.found):,} remarks, {placement.missing_labels} labels missing")
        bare = _without_labels(file)
        placement = measure("    the same without a single bookmark", partial(_place, bare, sending, plan))
        print(f"    {len(placement.found):,} remarks, {placement.missing_labels} labels missing")


def _place(file: ReturnedFile, sending: Sending, plan: Plan) -> Placement:
    bearings: Bearings = take_bearings(file, sending, plan, "ผู้ทรงคุณวุฒิ")
    return place_remarks(bearings)


def _edited(file: ReturnedFile) -> ReturnedFile:
    """The file as a reviewer might send it back."""
    stamps: dict[str, Stamp] = {}
    paragraphs = []
    for paragraph in file.paragraphs:
        edited = paragraph
        if paragraph.runs and paragraph.number % _EVERY == 0:
            edited = _typed_over(paragraph)
        elif paragraph.runs and paragraph.number % _EVERY == _EVERY // 2:
            stamp = Stamp("ins", "ผู้ทรงคุณวุฒิ", None, f"body:{paragraph.number}")
            stamps[stamp.change_id] = stamp
            edited = paragraph._replace(runs=(*paragraph.runs, Run(" ด้วย", (stamp,))))
        paragraphs.append(edited)
    return replace(file, paragraphs=tuple(paragraphs), stamps=stamps)


def _typed_over(paragraph: Paragraph) -> Paragraph:
    last = paragraph.runs[-1]
    return paragraph._replace(runs=(*paragraph.runs[:-1], last._replace(text=f"{last.text} แก้")))


def _without_labels(file: ReturnedFile) -> ReturnedFile:
    return replace(file, paragraphs=tuple(one._replace(labels=()) for one in file.paragraphs), sent=None)


if __name__ == "__main__":
    main()
