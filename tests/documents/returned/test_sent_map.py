"""The map inside a file is read back as it was written."""

from lxml import etree

from success_desktop.documents.returned.sent_map import SentField, SentRow, SentTable, SentText, read_sent_map
from success_desktop.documents.word_map import MAP_NAMESPACE

MAP = f"""<printed-plan xmlns="{MAP_NAMESPACE}" plan="P" revision="R" language="both" digits="thai">
<field name="f_1" node="n1" field="name" language="th"><label>๑.</label><text language="th">น้ำ</text></field>
<field name="f_2" node="n1" field="goal" language="en"><label/><text language="th" mark="[ไทย]">เป้า</text></field>
<field name="f_3" node="n1" field="start" language=""><label>เริ่ม</label></field>
<table form="projects"><column source="number"/><column source="budget:2568"/>
<row name="r_1" node="n2"><cell><text>1</text></cell>
<cell><text language="th">ก</text><text language="en">a</text></cell><cell/></row>
</table></printed-plan>"""


def test_every_field_and_row_is_read():
    found = read_sent_map(etree.fromstring(MAP))
    assert found is not None
    assert (found.plan_id, found.revision_id, found.language, found.has_thai_digits) == (
        "P",
        "R",
        "both",
        True,
    )
    assert found.fields == (
        SentField("f_1", "n1", "name", "th", "๑.", SentText("น้ำ", "th")),
        SentField("f_2", "n1", "goal", "en", "", SentText("เป้า", "th", "[ไทย]")),
        SentField("f_3", "n1", "start", "", "เริ่ม", SentText("")),
    )
    row = SentRow("r_1", "n2", ((SentText("1"),), (SentText("ก", "th"), SentText("a", "en")), ()))
    assert found.tables == (SentTable("projects", ("number", "budget:2568"), (row,)),)


def test_fields_and_rows_are_found_by_their_bookmarks():
    found = read_sent_map(etree.fromstring(MAP))
    assert found is not None
    assert found.field_by_name["f_2"] is found.fields[1]
    assert found.row_by_name == {"r_1": (found.tables[0], found.tables[0].rows[0])}


def test_a_stand_in_is_shown_with_its_mark():
    assert SentText("เป้า", "th", "[ไทย]").shown == "[ไทย] เป้า"
    assert SentText("เป้า", "th").shown == "เป้า"


def test_a_map_that_says_nothing_of_itself_is_read_with_what_is_usual():
    found = read_sent_map(etree.fromstring(f'<printed-plan xmlns="{MAP_NAMESPACE}"><field/></printed-plan>'))
    assert found is not None
    assert (found.plan_id, found.language, found.has_thai_digits) == ("", "th", False)
    assert found.fields == (SentField("", "", "", "", "", SentText("")),)


def test_another_part_is_no_map():
    assert read_sent_map(etree.fromstring("<printed-plan/>")) is None
