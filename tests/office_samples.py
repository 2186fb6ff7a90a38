"""Office matters for tests: a municipality, its adopted first edition, and a change that is being prepared."""

from datetime import date

from success_desktop.domain.edits import Edit, apply
from success_desktop.domain.office import Edition, PrintedPlace, RowNote
from success_desktop.domain.office_edits import add_edition, add_row_note, set_office
from success_desktop.domain.plan import Plan

FIRST = Edition(
    id="o-first",
    kind="first",
    clause="ข้อ 17",
    reasons={"th": "จัดทำแผนใหม่", "en": "A new plan"},
    revision_id="r1",
    adopted_on=date(2024, 2, 12),
    announced_on=date(2024, 2, 15),
    form_set_text="id: ldp-2566",
    places={"p": PrintedPlace("p02", 101, "2")},
    facts={"meeting": {"th": "ครั้งที่ 1/2567"}},
)
CHANGE = Edition(id="o-change", kind="change", number=2, year_be=2568, clause="ข้อ 22/1", base_id="o-first")
NOTE = RowNote(
    id="",
    row_id="p",
    reason={"th": "ราคาวัสดุสูงขึ้น"},
    routed="change",
    routing_reason="เปลี่ยนวัตถุประสงค์",
    deed="programme",
    other_id="w2",
)


def small_office(plan: Plan) -> tuple[Edit, ...]:
    """The edits that file all of it in a plan."""
    edits: list[Edit] = []

    def keep(fresh: tuple[Edit, ...]) -> Plan:
        edits.extend(fresh)
        return apply(plan, edits)

    grown = keep(set_office(plan, {"authority": "obt", "form_set": "ldp-2571", "has_thai_digits": True}))
    grown = keep(add_edition(grown, FIRST))
    grown = keep(add_edition(grown, CHANGE))
    keep(add_row_note(grown, CHANGE.id, NOTE))
    return tuple(edits)
