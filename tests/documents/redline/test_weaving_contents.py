"""Weaving the contents: lines come and go, the field around them stays whole whichever way it is decided."""

import re
from collections.abc import Sequence
from itertools import count

import pytest

from success_desktop.documents.redline.tracked import FIRST_TRACKED_ID, TrackedXml
from success_desktop.documents.redline.weaving_contents import ContentsWeaver
from success_desktop.documents.word_xml import (
    CLOSE_FIELD,
    heading_name,
    open_field,
    write_field,
    write_paragraph,
    write_run,
)
from tests.documents.redline.woven import SignerByKind, show

TITLE = write_paragraph("ContentsTitle", write_run("สารบัญ"))
Lines = Sequence[str]


def contents(lines: Lines, first_page: int = 1) -> list[str]:
    """The pieces of the contents; each line's level is the number of points in its label, and one."""
    pieces = [TITLE]
    for place, text in enumerate(lines):
        name = heading_name(place + 1)
        inside = (
            write_run(text)
            + "<w:r><w:tab/></w:r>"
            + write_field(f"PAGEREF {name} \\h", str(first_page + place))
        )
        link = f'<w:hyperlink w:anchor="{name}" w:history="1">{inside}</w:hyperlink>'
        opening = open_field('TOC \\o "1-3" \\h \\z \\u') if place == 0 else ""
        closing = CLOSE_FIELD if place == len(lines) - 1 else ""
        pieces.append(write_paragraph(f"TOC{text.count('.') + 1}", opening + link + closing))
    return pieces


def weave(old: Lines, new: Lines, first_page: int = 1) -> str:
    weaver = ContentsWeaver(SignerByKind(), TrackedXml(count(FIRST_TRACKED_ID)))
    return "".join(weaver.weave(contents(old), contents(new, first_page)))


def shown(old: Lines, new: Lines) -> list[str]:
    """The woven lines without title and page numbers."""
    lines = show(weave(old, new))
    assert lines[0] == "สารบัญ"
    return [re.sub(r"(\{\+|\[-)?\t\d+(\+\}|-\])?", "", line) for line in lines[1:]]


def test_lines_that_are_the_same_pass_with_their_new_page():
    xml = weave(["ก", "ข"], ["ก", "ข"], first_page=5)
    assert show(xml) == ["สารบัญ", "ก\t5", "ข\t6"]
    assert xml == "".join(contents(["ก", "ข"], 5))


def test_a_line_that_came_and_one_that_went():
    assert shown(["ก", "ค"], ["ก", "ข", "ค"]) == ["ก", "{+ข+} ¶ins", "ค"]
    assert shown(["ก", "ข", "ค"], ["ก", "ค"]) == ["ก", "[-ข-] ¶del", "ค"]


def test_a_new_number_is_a_new_number_and_no_new_line():
    old, new = ["ประเด็นที่ 1  น้ำ", "ประเด็นที่ 2  ป่า"], ["ประเด็นที่ 1  เมือง", "ประเด็นที่ 2  น้ำ", "ประเด็นที่ 3  ป่า"]
    lines = shown(old, new)
    assert lines[0] == "{+ประเด็นที่ 1  เมือง+} ¶ins"
    assert lines[1:] == ["ประเด็นที่ [-1-]{+2+}  น้ำ", "ประเด็นที่ [-2-]{+3+}  ป่า"]


def test_a_line_of_other_words_is_compared_word_by_word():
    lines = shown(["ส่วนที่ 1  น้ำท่วมในเมือง", "ข"], ["ส่วนที่ 1  น้ำแล้งในเมือง", "ข"])
    assert lines[0] == "ส่วนที่ 1  [-น้ำท่วม-]{+น้ำแล้ง+}ในเมือง"


def test_a_line_that_has_little_in_common_is_two_lines():
    lines = shown(["น้ำท่วมในเมือง", "ข"], ["สารสนเทศ", "ข"])
    assert lines == ["[-น้ำท่วมในเมือง-] ¶del", "{+สารสนเทศ+} ¶ins", "ข"]


def test_the_mark_of_the_last_line_is_never_tracked():
    assert [line.endswith("¶ins") for line in shown(["ก"], ["ก", "ข", "ค"])] == [True, True, False]
    assert [line.endswith("¶del") for line in shown(["ก", "ข", "ค"], ["ก"])] == [True, True, False]


def test_the_last_line_that_went_and_the_last_that_came_share_a_paragraph():
    lines = shown(["ก", "1.น้ำท่วม", "1.ฝน"], ["ก", "สารสนเทศ"])
    assert len(lines) == 3
    assert lines[1].startswith("[-1.น้ำท่วม-]")
    assert lines[1].endswith("¶del")
    assert "[-1.ฝน-]" in lines[2]
    assert "{+สารสนเทศ+}" in lines[2]
    assert "¶" not in lines[2]


def test_contents_that_begin_or_end_to_exist():
    assert [line.endswith("¶ins") for line in shown([], ["ก", "ข"])] == [True, True]
    assert [line.endswith("¶del") for line in shown(["ก", "ข"], [])] == [True, True]
    assert weave([], []) == TITLE


@pytest.mark.parametrize(("old", "new"), [
    (["ก", "ข", "ค"], ["ข", "ค"]),
    (["ก", "ข"], ["ง", "ก", "ข", "ค"]),
    (["ก", "ข", "ค"], ["ค", "ข", "ก"]),
    (["ก"], ["ข"]),
    (["ก", "ก", "ก"], ["ก"]),
])  # fmt: skip
def test_begin_and_end_of_the_field_stay_whatever_is_decided(old: Lines, new: Lines):
    xml = weave(old, new)
    assert xml.count("TOC \\o") == 1
    for colour in ("ins", "del"):
        decided = re.sub(rf"<w:{colour} [^>/]*>.*?</w:{colour}>", "", xml)
        kinds = re.findall(r'w:fldCharType="(\w+)"', decided)
        assert kinds.count("begin") == kinds.count("end") == kinds.count("separate")
        assert (kinds[0], kinds[-1]) == ("begin", "end")
        assert decided.index("TOC \\o") < decided.rindex("fldChar")


def test_a_deleted_line_leads_to_the_heading_that_went():
    xml = weave(["ก", "ข", "ค"], ["ก", "ค"])
    assert re.findall(r"<w:delInstrText[^>]*> PAGEREF (\S+)", xml) == ["_Toc500000002"]
    assert "<w:t " not in "".join(re.findall("<w:del .*?</w:del>", xml))


def test_signs_of_xml_in_a_line_stay_text():
    assert shown(["ก", 'ข & "ค" <ง>', "จ"], ["ก", 'ข & "ค" <ฉ>', "จ"])[1] in (
        'ข & "ค" <[-ง-]{+ฉ+}>',
        'ข & "ค" [-<ง>-]{+<ฉ>+}',
    )


def test_the_program_signs_it_all():
    authors = set(re.findall('w:author="([^"]*)"', weave(["ก", "ข น้ำ"], ["ก", "ข ไฟ", "ค"])))
    assert authors == {"computed"}
