"""What the columns of project tables are called, in Thai and in English: data, and how a head is compared with it.

A column's *field* is the name of a project's field ("objective"), with ":en" or ":th" when its head names a language;
"budget:2566" for the money of one fiscal year (Buddhist Era); one of LEVELS for the name of a group that the row belongs
to; or one of NUMBER, TOTAL and SOURCE. "" is a column without a place in a plan.
"""

import re
from collections.abc import Iterable, Mapping

from success_desktop.domain.calendar import BUDDHIST_OFFSET, FIRST_YEAR_BE, LAST_YEAR_BE
from success_desktop.domain.thai_search import search_key

NUMBER = "number"
"""The printed number of a row (ที่). It is never kept: plans count anew."""
TOTAL = "total"
"""The sum over the years that somebody typed."""
SOURCE = "source"
"""The source of funds of all the row's money."""
BUDGET = "budget"
NAME = "name"

LEVELS = ("strategy", "goal", "tactic", "approach", "programme")
"""The groups of local plans of every generation, from the highest to the lowest."""

_SYNONYMS: Mapping[str, str] = {
    NUMBER: "ที่ | ลำดับ | ลำดับที่ | เลขที่ | no | no. | item | number | #",
    NAME: "โครงการ | ชื่อโครงการ | รายชื่อโครงการ | โครงการ/กิจกรรม | ชื่อโครงการ/กิจกรรม | โครงการ/รายการ | โครงการพัฒนา"
    " | โครงการ/รายละเอียดของกิจกรรม | project | projects | project name | name of project | project title | project/activity",
    "objective": "วัตถุประสงค์ | วัตถุประสงค์ของโครงการ | วัตถุประสงค์โครงการ | objective | objectives | project objective",
    "target": "เป้าหมาย | เป้าหมาย (ผลผลิตของโครงการ) | เป้าหมายผลผลิต | เป้าหมาย (ผลผลิต) | เป้าหมายโครงการ | ผลผลิตของโครงการ"
    " | ผลผลิต | target | targets | target (project output) | target (output) | output | outputs | project output",
    "kpi": "ตัวชี้วัด | ตัวชี้วัด (KPI) | ตัวชี้วัด (KPIs) | ตัวชี้วัดโครงการ | ตัวชี้วัดความสำเร็จ | KPI | KPIs | indicator"
    " | indicators | indicator (KPI) | indicators (KPI) | indicators (KPIs) | key performance indicator"
    " | key performance indicators",
    "expected_result": "ผลที่คาดว่าจะได้รับ | ผลที่คาดว่าได้รับ | ผลที่คาดหวัง | ผลลัพธ์ที่คาดว่าจะได้รับ | ประโยชน์ที่คาดว่าจะได้รับ"
    " | expected result | expected results | expected outcome | expected outcomes | expected benefit | expected benefits",
    "lead_agencies": "หน่วยงานรับผิดชอบหลัก | หน่วยงานที่รับผิดชอบหลัก | หน่วยงานรับผิดชอบ | หน่วยงานที่รับผิดชอบ | หน่วยงานหลัก"
    " | หน่วยงานผู้รับผิดชอบ | ผู้รับผิดชอบ | ผู้รับผิดชอบหลัก | หน่วยงาน | หน่วยงานที่จะขอประสาน | หน่วยงานเจ้าภาพ"
    " | lead agency | lead agencies | responsible agency | responsible agencies | responsible unit | main responsible agency"
    " | agency | agencies | lead organisation | lead organization",
    "supporting_agencies": "หน่วยงานสนับสนุน | หน่วยงานที่สนับสนุน | หน่วยงานร่วม | หน่วยงานร่วมดำเนินการ | หน่วยงานที่เกี่ยวข้อง"
    " | supporting agency | supporting agencies | partner agencies",
    "place": "สถานที่ | สถานที่ดำเนินการ | พื้นที่ดำเนินการ | place | location | site",
    "reason": "เหตุผล | เหตุผลความจำเป็น | เหตุผลและความจำเป็น | reason | reasons | justification | reason and necessity",
    "status": "สถานะ | สถานะโครงการ | status",
    "note": "หมายเหตุ | note | notes | remark | remarks",
    SOURCE: "แหล่งงบประมาณ | แหล่งที่มาของงบประมาณ | ที่มาของงบประมาณ | ที่มางบประมาณ | แหล่งเงิน | แหล่งที่มา | แหล่งทุน"
    " | budget source | source of budget | source of funds | funding source | source",
    TOTAL: "รวม | งบประมาณรวม | รวมงบประมาณ | รวมทั้งสิ้น | รวมเงิน | รวมเป็นเงิน | total | total budget | budget total",
    "strategy": "ยุทธศาสตร์ | ชื่อยุทธศาสตร์ | ประเด็นยุทธศาสตร์ | ประเด็นการพัฒนา | ประเด็นการพัฒนาท้องถิ่น | ยุทธศาสตร์ อปท."
    " | strategy | strategic issue | development issue",
    "goal": "เป้าประสงค์ | goal",
    "tactic": "กลยุทธ์ | ชื่อกลยุทธ์ | tactic",
    "approach": "แนวทาง | แนวทางการพัฒนา | approach | development approach",
    "programme": "แผนงาน | ชื่อแผนงาน | programme | program | budget programme | budget program",
}

_SEPARATORS = re.compile(r"""[\s()\[\]{}.,:;/\\|\-–—_*'"“”‘’]+""")
_YEAR = re.compile(
    r"(?:งบประมาณ|งบ|รายจ่าย|และที่มา|และที่ผ่านมา|ประจำ|ปี|พศ|คศ|หน่วย|บาท|budget|amount|fiscal|year|fy|be|ce|ad|in|baht|thb)*?"
    r"(\d{4}|(?<=ปี)\d{2}|(?<=พศ)\d{2})(?:หน่วย|บาท|baht|thb|be|ce|ad)*"
)
_TOTAL = re.compile(
    r"(?:งบประมาณ)?รวม(?:งบประมาณ|เงิน)?(?:ทั้งสิ้น|ทั้งหมด)?(?:\d{1,2}ปี)?(?:บาท)?|(?:\d{1,2}|five)yeartotal(?:baht)?"
)
_BAHT = re.compile("(?:หน่วย)?(?:บาท|baht|thb)$")
_LANGUAGE_TAILS = (("ภาษาอังกฤษ", "en"), ("อังกฤษ", "en"), ("english", "en"), ("eng", "en"), ("en", "en"))
_THAI_TAILS = (("ภาษาไทย", "th"), ("ไทย", "th"), ("thai", "th"), ("th", "th"))
_SHORT_YEAR_CENTURY = 2500
_YEAR_DIGITS = 4


def head_key(text: str) -> str:
    """What a head is compared by: its search key without spaces, line breaks and punctuation; "#" stays."""
    return _SEPARATORS.sub("", search_key(text))


def budget_field(year_be: int) -> str:
    """The field of the money of one fiscal year (Buddhist Era)."""
    return f"{BUDGET}:{year_be}"


def budget_year(field: str) -> int | None:
    """The fiscal year (Buddhist Era) of a budget column's field; None for other fields."""
    name, _colon, year_be = field.partition(":")
    return int(year_be) if name == BUDGET and year_be.isdecimal() else None


class ColumnNames:
    """Knows a column's field by its head. `own_names` (head -> field) go before the table of synonyms."""

    def __init__(self, own_names: Iterable[tuple[str, str]] = ()) -> None:
        self._fields = {
            head_key(name): field for field, names in _SYNONYMS.items() for name in names.split(" | ")
        } | {head_key(head): field for head, field in own_names}
        self._known: dict[str, str] = {}

    def field_of(self, head: str) -> str:
        """The field that a head names, "" when it names none."""
        if (field := self._known.get(head)) is None:
            field = self._known[head] = self._find(head_key(head))
        return field

    def _find(self, key: str) -> str:
        if key in self._fields:
            return self._fields[key]
        if year := _YEAR.fullmatch(key):
            return _year_field(year[1])
        if _TOTAL.fullmatch(key):
            return TOTAL
        for tail, language in (*_LANGUAGE_TAILS, *_THAI_TAILS):
            field = self._fields.get(key.removesuffix(tail)) if key.endswith(tail) else None
            if field:
                return f"{field}:{language}"
        return self._fields.get(_BAHT.sub("", key), "")


def _year_field(digits: str) -> str:
    """The field of a year in a head: of the Buddhist or the common era, or its last two Buddhist digits."""
    number = int(digits)
    year_be = _SHORT_YEAR_CENTURY + number if len(digits) < _YEAR_DIGITS else number
    if year_be < FIRST_YEAR_BE:
        year_be += BUDDHIST_OFFSET
    return budget_field(year_be) if FIRST_YEAR_BE <= year_be <= LAST_YEAR_BE else ""
