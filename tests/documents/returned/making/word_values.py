"""Numbers, dates, agencies and blanks edited in the cells that print them; a file with Thai digits."""

from lxml import etree

from tests.documents.returned.making.case import Case
from tests.documents.returned.making.marking import mark_deleted, new_run, runs_of, wrap
from tests.documents.returned.making.must_come_out import Place
from tests.documents.returned.making.package import W
from tests.documents.returned.making.places import ARPHA, BUNMEE, place, thai
from tests.documents.returned.making.programs import WORD_365
from tests.documents.returned.making.returned_copy import Copy
from tests.documents.returned.making.rows import row_of

_RUNS = "ECMA-376 part 1, 17.13.5.18 ins (Inserted Run Content), 17.13.5.14 del (Deleted Run Content)"


def _values(copy: Copy) -> None:
    _fill(copy, place("dredge", "budget", "2571"), _cell(copy, "dredge", 7), "300,000")
    _empty(copy, place("dredge", "budget", "2568:ordinance"), _cell(copy, "dredge", 4))
    _fill(copy, place("database", "lead_agencies"), _cell(copy, "database", 11), "กองช่าง")
    _empty(copy, thai("sago", "kpi"), _cell(copy, "sago", 9))
    copy.replace(place("walk", "end_on"), "31 มี.ค. 2568", "30 เม.ย. 2568", ARPHA)
    copy.replace(place("park", "lead_agencies"), "กองช่าง", "คณะทำงานน้ำ", ARPHA, nth=6)
    copy.replace(place("council", "sector"), "ชุมชน", "เทศบาล", ARPHA, nth=1)


def _silent_values(copy: Copy) -> None:
    blank = _cell(copy, "pump", 4)
    blank.append(new_run("200,000"))
    copy.must.wording(place("pump", "budget", "2568"), "", "200,000", "")
    full = _cell(copy, "mappers", 4)
    for run in runs_of(full):
        full.remove(run)
    copy.must.wording(place("mappers", "budget", "2568:foundation_eu"), "160,000", "", "")
    copy.retype(place("walk", "start_on"), "6 ม.ค. 2568", "13 ม.ค. 2568")
    text = _cell(copy, "park", 9)
    for run in runs_of(text):
        text.remove(run)
    field = thai("park", "kpi")
    copy.must.wording(field, copy.must.text_of(field), "", "")


def _digits(copy: Copy) -> None:
    copy.replace(place("park", "budget", "2570"), "๑๐,๕๐๐,๐๐๐", "๙,๐๐๐,๐๐๐", BUNMEE)
    copy.must.accept_also(place("park", "budget", "2570"), "9,000,000")
    copy.replace(place("flooded", "target", "2571"), "๖๕๐", "๖๐๐", BUNMEE)
    copy.must.accept_also(place("flooded", "target", "2571"), "600")
    field = thai("water", "rationale")
    copy.strike("กว่าครึ่ง", BUNMEE)
    copy.write_after("กว่าครึ่ง", "เกินครึ่ง", BUNMEE)
    copy.must.wording(field, "กว่าครึ่ง", "เกินครึ่ง", BUNMEE.name)
    copy.comment(place("dredge", "budget", "2569"), "๑,๗๐๐,๐๐๐", "สองแหล่งใช่หรือไม่", BUNMEE)
    copy.type_over("ขังเกิน ๓ วัน", "ขังเกิน ๒ วัน")
    field = thai("safe_canals", "description")
    copy.must.wording(field, "ขังเกิน 3 วัน", "ขังเกิน ๒ วัน", "")
    copy.must.accept_also(field, copy.must.text_of(field).replace("ขังเกิน 3 วัน", "ขังเกิน 2 วัน"))


def _cell(copy: Copy, name: str, number: int) -> etree._Element:
    """The paragraph in a cell of a project's row in the schedule."""
    return next(row_of(copy, name).findall(f"{W}tc")[number].iter(f"{W}p"))


def _fill(copy: Copy, field: Place, paragraph: etree._Element, text: str) -> None:
    """Write into a blank cell."""
    assert not runs_of(paragraph)
    mark = copy.signature.mark("ins", ARPHA)
    mark.append(new_run(text))
    paragraph.append(mark)
    copy.must.counts["insertion"] += 1
    copy.must.wording(field, "", text, ARPHA.name)


def _empty(copy: Copy, field: Place, paragraph: etree._Element) -> None:
    """Delete all that a cell says."""
    whole = "".join(str(run.findtext(f"{W}t")) for run in runs_of(paragraph))
    for run in runs_of(paragraph):
        wrap(run, copy.signature.mark("del", ARPHA))
        mark_deleted(run)
        copy.must.counts["deletion"] += 1
    copy.must.wording(field, whole, "", ARPHA.name)


CASES: tuple[Case, ...] = (
    Case(
        name="word-values",
        program=WORD_365,
        did="Blank cells filled, filled ones emptied, a date, an agency and a kind of agency written otherwise; tracked.",
        cites=(_RUNS,),
        do=_values,
    ),
    Case(
        name="word-values-untracked",
        program=WORD_365,
        did="Blank cells filled, filled ones emptied, a date written otherwise, with tracking off.",
        cites=("ECMA-376 part 1, 17.15.1.90 trackRevisions: what is typed while it is off leaves no mark",),
        do=_silent_values,
    ),
    Case(
        name="word-thai-digits",
        program=WORD_365,
        did="A file printed with Thai digits: amounts, targets and words beside digits corrected; comments on digits.",
        cites=(_RUNS,),
        do=_digits,
        language="digits",
    ),
)
"""The files."""
