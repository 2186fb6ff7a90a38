"""The pieces that comments are made of: ids that last, instants, and what is left out where it is not known."""

from datetime import datetime

from lxml import etree

from success_desktop.documents.reply_parts import CommentsPart, add_lasting_ids, add_people, add_threads
from success_desktop.documents.word_comments import (
    W14,
    W15,
    W16CID,
    Comment,
    CommentIds,
    CommentLook,
    write_comment,
    write_comments,
    write_lasting_ids,
    write_moment,
    write_people,
    write_threads,
)
from tests.documents.review_files import AT

LARGEST = 0x7FFFFFFE
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def comment(number: int, text: str = "ข้อความ", parent: str = "", at: datetime | None = None) -> Comment:
    para_id, durable_id = f"{number:08X}", f"{number + 100:08X}"
    return Comment(
        number=number, para_id=para_id, durable_id=durable_id, author="ก", text=text, parent=parent, at=at
    )


def test_ids_are_below_the_largest_and_the_same_each_time():
    ids = [CommentIds().claim(str(number), "x") for number in range(500)]
    assert all(0 < int(one, 16) <= LARGEST and len(one) == 8 for one in ids)
    assert ids == [CommentIds().claim(str(number), "x") for number in range(500)]


def test_an_id_that_is_taken_is_given_to_nobody_else():
    ids = CommentIds()
    first, second = ids.claim("ก"), ids.claim("ก")
    assert int(second, 16) == int(first, 16) + 1
    assert CommentIds([first]).claim("ก") == second


def test_only_the_last_paragraph_bears_the_id_that_threads_hang_on():
    root = etree.fromstring(write_comments([comment(1, text="หนึ่ง\nสอง\nสาม")]))
    ids = [one.get(f"{{{W14}}}paraId") for one in root.iter(f"{{{WORD}}}p")]
    assert ids == [None, None, "00000001"]


def test_what_is_not_known_is_left_out():
    plain = write_comment(comment(1), CommentLook("", ""))
    assert "w:date" not in plain
    assert "w:initials" not in plain
    assert "Style" not in plain
    assert write_moment(comment(1)) == ""
    assert 'dateUtc="2024-02-12T03:30:00Z"' in write_moment(comment(1, at=AT))


def test_names_with_signs_of_xml_stay_names():
    root = etree.fromstring(write_people(['"ก" & <ข>', '"ก" & <ข>', "ค"]))
    assert [one.get(f"{{{W15}}}author") for one in root] == ['"ก" & <ข>', "ค"]
    again = etree.fromstring(add_people(write_people(["ค"]).encode(), ["ง", "ค", "ง"]))
    assert [one.get(f"{{{W15}}}author") for one in again] == ["ค", "ง"]


def test_threads_are_told_once_whatever_the_case_of_their_ids():
    old = write_threads([comment(0xAB)]).replace("000000AB", "000000ab").encode()
    more = [comment(0xAB), comment(2, parent="000000AB")]
    entries = list(etree.fromstring(add_threads(old, more, ["000000AB"])))
    assert [one.get(f"{{{W15}}}paraId") for one in entries] == ["000000ab", "00000002"]
    assert [one.get(f"{{{W15}}}done") for one in entries] == ["1", "1"]


def test_lasting_ids_are_given_once():
    both = [comment(1), comment(2)]
    entries = list(etree.fromstring(add_lasting_ids(write_lasting_ids(both[:1]).encode(), both)))
    assert [one.get(f"{{{W16CID}}}durableId") for one in entries] == ["00000065", "00000066"]


def test_comments_of_old_programs_get_ids_and_older_readers_are_told_to_pass_them_over():
    old = f'<w:comments xmlns:w="{WORD}"><w:comment w:id="x"/><w:comment w:id="7"><w:p/></w:comment></w:comments>'
    part = CommentsPart(old.encode())
    assert part.count == 2
    assert part.para_id(0) != part.para_id(1)
    assert part.para_id(1) == part.para_id(1)
    assert part.next_number() == 8
    part.add(comment(8), CommentLook())
    root = etree.fromstring(part.write())
    ignorable = root.get("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable")
    assert ignorable == "w14"
    assert root.nsmap["w14"] == W14
    assert [one.get(f"{{{WORD}}}id") for one in root] == ["x", "7", "8"]
