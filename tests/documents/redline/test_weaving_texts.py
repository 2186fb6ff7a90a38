"""Weaving labels and values: one changed word marks one word, and every paragraph mark is who it was."""

import re
from itertools import count

import pytest

from success_desktop.documents.outline_blocks import Anchor, Label, Phrase, Titled
from success_desktop.documents.redline.manners import IN_PLACE, Manner
from success_desktop.documents.redline.signed import Signature
from success_desktop.documents.redline.strands import Role
from success_desktop.documents.redline.tracked import FIRST_TRACKED_ID, TrackedXml
from success_desktop.documents.redline.weaving_texts import TextWeaver
from success_desktop.documents.word_cover import write_title
from success_desktop.documents.word_tables import write_titled
from success_desktop.documents.word_xml import Marker, write_paragraph, write_run, write_value
from tests.documents.redline.woven import AT, SignerByKind, show

NAME = Anchor("f_node_11111111", "node", "name", "th")
BARE = Anchor("f_node_22222222", "node", "rationale", "th")
MOVED_HERE, MOVED_AWAY = Manner("to", Signature("moved", AT)), Manner("from", Signature("moved", AT))


def weaver(signer: SignerByKind | None = None, *new_names: str) -> TextWeaver:
    return TextWeaver(signer or SignerByKind(), TrackedXml(count(FIRST_TRACKED_ID)), new_names)


def woven(old: str, new: str, manner: Manner = IN_PLACE) -> list[str]:
    return show(weaver().weave(old, new, manner))


def passage(value: str, label: str = "วัตถุประสงค์", *anchors: Anchor) -> str:
    """A label with its value in paragraphs of their own."""
    lead = Marker().label(Label(Phrase(label, "th"), anchors or (BARE,)))
    return write_paragraph("FieldLabel", lead) + write_value(Phrase(value, "th"), "BodyThai")


def line(value: str) -> str:
    """A label with its value behind it."""
    lead = Marker().label(Label(Phrase("พื้นที่", "th"), (BARE,)), "LabelText") + write_run("  ")
    return write_value(Phrase(value, "th"), "FieldLine", lead)


def heading(number: int, name: str, *anchors: Anchor) -> str:
    marker = Marker()
    titled = Titled(Label(Phrase(f"ประเด็นที่ {number}", "th"), anchors or (NAME,)), Phrase(name, "th"))
    return write_paragraph("Heading3", marker.mark_heading(write_titled(titled, marker)))


def test_one_changed_word_marks_one_word():
    assert woven(passage("แก้ไขปัญหาน้ำท่วมซ้ำซาก"), passage("แก้ไขปัญหาน้ำแล้งซ้ำซาก")) == [
        "วัตถุประสงค์",
        "แก้ไขปัญหา[-น้ำท่วม-]{+น้ำแล้ง+}ซ้ำซาก",
    ]


def test_equal_paragraphs_pass_as_they_are():
    assert weaver().weave(passage("ก"), passage("ก")) == passage("ก")
    assert weaver().weave("", "") == ""


@pytest.mark.parametrize(("old", "new", "lines"), [
    ("น้ำ ไฟ", "น้ำ\nไฟ", ["น้ำ[- -] ¶ins", "ไฟ"]),
    ("น้ำ\nไฟ", "น้ำ ไฟ", ["น้ำ ¶del", "{+ +}ไฟ"]),
    ("น้ำ", "น้ำ\nไฟ", ["น้ำ ¶ins", "{+ไฟ+}"]),
    ("น้ำ\nไฟ", "น้ำ", ["น้ำ ¶del", "[-ไฟ-]"]),
    ("น้ำ\nไฟ", "ไฟ", ["[-น้ำ-] ¶del", "ไฟ"]),
    ("น้ำ\nไฟ", "น้ำ\n\nไฟ", ["น้ำ", " ¶ins", "ไฟ"]),
])  # fmt: skip
def test_paragraphs_are_split_and_joined_by_their_marks(old: str, new: str, lines: list[str]):
    assert woven(passage(old), passage(new))[1:] == lines


def test_a_value_that_came_leaves_its_label_alone():
    assert woven(line(""), line("ตำบล")) == ["พื้นที่  {+ตำบล+}"]
    assert woven(line("ตำบล"), line("")) == ["พื้นที่  [-ตำบล-]"]


def test_a_label_is_worded_by_the_program_and_a_value_by_its_author():
    signer = SignerByKind()
    xml = weaver(signer).weave(heading(1, "น้ำ"), heading(2, "ไฟ"))
    assert show(xml) == ["ประเด็นที่ [-1-]{+2+}  [-น้ำ-]{+ไฟ+}"]
    assert signer.asked == [("computed", "", "ประเด็นที่ 1", "ประเด็นที่ 2"), ("value", NAME.name, "น้ำ", "ไฟ")]
    assert re.findall('w:author="([^"]*)"', xml) == ["computed", "computed", "value", "value"]


def test_a_heading_gets_the_text_below_it():
    below = write_value(Phrase("ก่อน\nหลัง", "th"), "BodyThai")
    old, new = heading(1, "น้ำ"), heading(1, "น้ำ", NAME, BARE) + below
    assert woven(old, new) == ["ประเด็นที่ 1  น้ำ", "{+ก่อน+} ¶ins", "{+หลัง+} ¶ins"]
    assert woven(new, old) == ["ประเด็นที่ 1  น้ำ", "[-ก่อน-] ¶del", "[-หลัง-] ¶del"]


def test_a_heading_that_gets_a_name_gets_the_gap_before_it():
    signer = SignerByKind()
    xml = weaver(signer).weave(heading(1, ""), heading(1, "น้ำ"))
    assert show(xml) == ["ประเด็นที่ 1{+  +}{+น้ำ+}"]
    assert re.findall('w:author="([^"]*)"', xml) == ["added", "value"]
    assert show(weaver().weave(heading(1, "น้ำ"), heading(1, ""))) == ["ประเด็นที่ 1[-  -][-น้ำ-]"]


def test_what_is_new_is_signed_as_added_and_its_value_by_its_author():
    signer = SignerByKind()
    xml = weaver(signer).weave("", passage("น้ำ"))
    assert show(xml) == ["{+วัตถุประสงค์+} ¶ins", "{+น้ำ+} ¶ins"]
    assert signer.asked == [("value", BARE.name, "", "น้ำ")]
    assert set(re.findall('w:author="([^"]*)"', xml)) == {"added", "value"}


def test_what_went_is_signed_as_removed():
    signer = SignerByKind()
    xml = weaver(signer).weave(passage("น้ำ\nไฟ"), "")
    assert show(xml) == ["[-วัตถุประสงค์-] ¶del", "[-น้ำ-] ¶del", "[-ไฟ-] ¶del"]
    assert signer.asked == []
    assert set(re.findall('w:author="([^"]*)"', xml)) == {"removed"}


def test_a_label_that_went_keeps_its_bookmark_within_the_deletion():
    xml = weaver().weave(passage("น้ำ"), "")
    inside = re.search(r"<w:del [^>]*>(<w:bookmarkStart [^>]*/>.*?<w:bookmarkEnd [^>]*/>)</w:del>", xml)
    assert inside is not None
    assert f'w:name="{BARE.name}"' in inside[1]
    assert len(set(re.findall(r'<w:bookmark\w+ w:id="(\d+)"', xml))) == 1
    assert int(re.findall(r'<w:bookmarkStart w:id="(\d+)"', xml)[0]) >= FIRST_TRACKED_ID


def test_but_not_when_the_new_document_has_it():
    assert "bookmark" not in weaver(None, BARE.name).weave(passage("น้ำ"), "")


def test_a_heading_that_went_keeps_the_bookmark_of_the_contents_by_another_name():
    assert 'w:name="_Toc500000001"' in weaver().weave(heading(1, "น้ำ"), "")


def test_bookmarks_of_the_new_document_keep_place_name_and_number():
    xml = weaver().weave(heading(1, "น้ำ"), heading(2, "น้ำ"))
    names = re.findall(r'<w:bookmarkStart w:id="(\d+)" w:name="([^"]*)"/>', xml)
    assert names == re.findall(r'<w:bookmarkStart w:id="(\d+)" w:name="([^"]*)"/>', heading(2, "น้ำ"))
    label = xml[xml.index(NAME.name) : xml.index("<w:bookmarkEnd")]
    assert label.count("<w:del ") == label.count("<w:ins ") == 1


def test_what_was_moved_is_whole_at_its_old_place():
    assert woven(passage("น้ำ"), "", MOVED_AWAY) == ["<<วัตถุประสงค์<< ¶moveFrom", "<<น้ำ<< ¶moveFrom"]


def test_what_was_edited_on_its_way_has_the_new_words_inserted_and_the_old_ones_behind():
    assert woven(passage("น้ำไฟ\nทาง"), passage("น้ำลม\nทาง"), MOVED_HERE) == [
        ">>วัตถุประสงค์>> ¶moveTo",
        ">>น้ำ>>{+ลม+} ¶ins",
        ">>ทาง>> ¶moveTo",
    ]


def test_the_last_mark_of_a_cell_is_never_tracked():
    cell = (write_value(Phrase("ก\nข", "th"), "CellThai"), Role("cell", "r_node_33333333", 2))
    other = (write_paragraph("CellThai", write_run("ค")), Role("cell", "r_node_33333333", 2))
    signer = SignerByKind()
    assert show(weaver(signer).weave_cell(cell, other, IN_PLACE)) == ["[-ก-] ¶del", "[-ข-]{+ค+}"]
    assert signer.asked == [("cell 2", "r_node_33333333", "ก\nข", "ค")]
    assert show(weaver().weave_cell(("", None), cell, IN_PLACE)) == ["{+ก+} ¶ins", "{+ข+}"]
    assert show(weaver().weave_cell(cell, ("", None), IN_PLACE)) == ["[-ก-] ¶del", "[-ข-]"]
    assert show(weaver().weave_cell(cell, ("", None), MOVED_AWAY)) == ["<<ก<< ¶moveFrom", "<<ข<<"]


def test_deleted_text_is_not_set_as_low_as_a_blank_line():
    xml = weaver().weave(passage("ก\nข\nค"), passage("ก\n\nค"))
    assert show(xml) == ["วัตถุประสงค์", "ก", "[-ข-]", "ค"]
    assert "BlankLine" not in xml


def test_a_paragraph_that_stayed_looks_as_in_the_new_document():
    assert '"BodyEnglish"' in weaver().weave(
        write_value(Phrase("a", "th"), "BodyThai"), write_value(Phrase("b", "en"), "BodyEnglish")
    )


def test_a_break_that_became_a_paragraph_is_tracked():
    old = write_paragraph("HeadThai", write_run("ก") + "<w:r><w:br/></w:r>" + write_run("ข"))
    assert woven(old, write_value(Phrase("ก\nข", "th"), "HeadThai")) == ["ก[-\n-] ¶ins", "ข"]


def test_a_title_whose_lines_turn_elsewhere_says_so_without_touching_its_letters():
    text = "แผนพัฒนาท้องถิ่น และชุมชน ของเมือง"
    cover = write_paragraph("AfterTable", Marker().mark(NAME.name, ""))
    turned = [cover + write_title(Phrase(text, "th"), "CoverTitle", 28, width) for width in (4000, 9000)]
    lines = woven(turned[0], turned[1])
    assert "[-_-]" in lines[1] or "{+_+}" in lines[1]
    assert re.sub(r"\[-_-\]|\{\+_\+\}|_", "", lines[1]) == text
    assert weaver().weave(turned[0], turned[0]) == turned[0]


def test_a_title_that_is_edited_keeps_the_turns_that_are_in_both():
    cover = write_paragraph("AfterTable", Marker().mark(NAME.name, ""))
    old, new = (
        cover + write_title(Phrase(f"แผนพัฒนาท้องถิ่น และชุมชน {end}", "th"), "CoverTitle", 28, 4000)
        for end in ("ก", "ข")
    )
    assert re.sub("[^_]", "", woven(old, new)[1]) == re.sub("[^_]", "", show(old)[1])
    assert "[-_-]" not in woven(old, new)[1]


def test_a_cell_that_was_emptied_on_its_way_is_empty_in_its_new_place():
    cell = (write_paragraph("CellThai", write_run("ก")), Role("cell", "r_node_33333333", 2))
    empty = (write_paragraph("CellThai", ""), Role("cell", "r_node_33333333", 2))
    assert show(weaver().weave_cell(cell, empty, MOVED_HERE)) == [""]
