"""Marks of replies in somebody else's XML: whatever its prefixes and encoding, nothing else in it is touched."""

import re

import pytest
from lxml import etree

from success_desktop.documents.reply_marks import MarkedText, NewMarks
from success_desktop.documents.word_comments import CommentLook

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
LOOK = CommentLook("CommentText", "CommentReference")
BODY = (
    '<w:p><w:commentRangeStart w:id="5"/><w:r><w:t>ก &gt; ข</w:t></w:r><w:commentRangeEnd w:id="5"/>'
    '<w:r><w:commentReference w:id="5"/></w:r></w:p>'
)


def part(body: str = BODY, namespace: str = WORD, declaration: str = "") -> str:
    return f'{declaration}<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>'


def add(text: str, *numbers: int, ids: tuple[str, ...] = ("5",), look: CommentLook = LOOK) -> str:
    marked = MarkedText(text.encode())
    marked.add(NewMarks(ids, numbers), look)
    return marked.write().decode()


def begin(text: str, name: str) -> str | None:
    marked = MarkedText(text.encode())
    return marked.write().decode() if marked.begin(name, 9, LOOK) else None


def names(data: bytes, namespace: str = WORD) -> list[str]:
    """The marks in their order, as name and number."""
    tags = [f"{{{namespace}}}comment{name}" for name in ("RangeStart", "RangeEnd", "Reference")]
    found = etree.fromstring(data).iter(*tags)
    return [f"{etree.QName(one).localname[7:]} {one.get(f'{{{namespace}}}id')}" for one in found]


def test_a_reply_is_marked_inside_the_marks_of_its_thread():
    assert names(add(part(), 9).encode()) == [
        "RangeStart 5",
        "RangeStart 9",
        "RangeEnd 5",
        "Reference 5",
        "RangeEnd 9",
        "Reference 9",
    ]


def test_everything_but_the_marks_is_as_it_was():
    odd = part(BODY.replace("<w:p>", "<w:p  w:rsidR = 'x'\n>")) + "<!-- end -->\n"
    done = add(odd, 9)
    sign = r'<w:r><w:rPr><w:rStyle w:val="\w+"/></w:rPr><w:commentReference w:id="9"/></w:r>'
    assert re.sub(rf'<w:commentRange(Start|End) w:id="9"/>|{sign}', "", done) == odd


def test_several_replies_stand_in_their_order_behind_those_that_are_there():
    body = BODY.replace(
        "</w:p>",
        '<w:commentRangeStart w:id="6"/><w:commentRangeEnd w:id="6"/><w:r><w:commentReference w:id="6"/></w:r></w:p>',
    )
    done = names(add(part(body), 9, 10, ids=("5", "6")).encode())
    assert [one for one in done if one.startswith("Reference")] == [
        "Reference 5",
        "Reference 6",
        "Reference 9",
        "Reference 10",
    ]


@pytest.mark.parametrize("prefix", ["ns0", "ว"])
def test_any_prefix_is_kept(prefix: str):
    text = part().replace("w:", f"{prefix}:").replace("xmlns:w=", f"xmlns:{prefix}=")
    if prefix == "ว":
        text = text.replace(f"{prefix}:", "wörd:").replace(f"xmlns:{prefix}=", "xmlns:wörd=")
    assert names(add(text, 9).encode())[1] == "RangeStart 9"


def test_a_default_namespace_is_not_mistaken():
    """Elements without a prefix need one for their attributes: ours bring it along."""
    body = re.sub(r"<(/?)w:", r"<\1", BODY)
    text = f'<document xmlns="{WORD}" xmlns:w="{WORD}"><body>{body}</body></document>'
    assert "Reference 9" in names(add(text, 9).encode())


def test_the_strict_namespace_stays_strict():
    assert names(add(part(namespace=STRICT), 9).encode(), STRICT)[1] == "RangeStart 9"


def test_marks_in_comments_of_the_xml_and_in_raw_text_are_none():
    raw = '<w:p><w:r><w:t><![CDATA[<w:commentRangeStart w:id="5"/>]]></w:t></w:r></w:p>'
    hidden = f'<!-- <w:commentReference w:id="5"/> -->{raw}'
    done = add(part(hidden + BODY), 9)
    assert done.startswith(part(hidden)[: part(hidden).index("</w:body>")])


def test_a_comment_set_on_a_point_gets_a_reply_without_a_range():
    point = '<w:p><w:r><w:commentReference w:id="5"/></w:r></w:p>'
    assert names(add(part(point), 9).encode()) == ["Reference 5", "Reference 9"]


def test_a_mark_with_an_end_tag_of_its_own_is_one_too():
    body = BODY.replace(
        '<w:commentRangeStart w:id="5"/>', '<w:commentRangeStart w:id="5"></w:commentRangeStart>'
    )
    assert names(add(part(body), 9).encode())[:2] == ["RangeStart 5", "RangeStart 9"]


@pytest.mark.parametrize("encoding", ["utf-16", "tis-620", "utf-8-sig"])
def test_the_encoding_of_the_part_is_kept(encoding: str):
    declared = "utf-8" if encoding == "utf-8-sig" else encoding
    declaration = f'<?xml version="1.0" encoding="{declared}"?>' if encoding != "utf-16" else ""
    data = part(declaration=declaration).encode(encoding)
    marked = MarkedText(data)
    marked.add(NewMarks(("5",), (9,)), LOOK)
    done = marked.write()
    assert names(done)[1] == "RangeStart 9"
    assert etree.fromstring(done).findtext(f".//{{{WORD}}}t") == "ก > ข"


def test_a_file_without_comment_styles_gets_none():
    assert "rStyle" not in add(part(), 9, look=CommentLook("", ""))


def test_a_text_knows_which_comments_hang_in_it():
    text = MarkedText(part().encode())
    assert text.holds("5")
    assert not text.holds("6")
    assert not MarkedText(part('<w:p><w:commentReference w:id="5"/></w:p>').encode()).holds("5")
    assert not MarkedText(b"<other/>").holds("5")


LABEL = '<w:p w:rsidR="1"><w:bookmarkStart w:id="1" w:name="f_x"/><w:r><w:t>ชื่อ</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>'
OPENED = '<w:commentRangeStart w:id="9"/>'


def test_a_new_comment_stands_on_the_run_behind_the_beginning_of_its_label():
    done = begin(part(BODY + LABEL), "f_x")
    assert done is not None
    assert f'{OPENED}<w:bookmarkStart w:id="1"' in done
    assert '</w:r><w:commentRangeEnd w:id="9"/>' in done
    assert names(done.encode())[-3:] == ["RangeStart 9", "RangeEnd 9", "Reference 9"]


def test_a_label_around_nothing_is_marked_where_it_stands():
    empty = '<w:p><w:bookmarkStart w:id="1" w:name="f_x"/><w:bookmarkEnd w:id="1"/></w:p>'
    done = begin(part(empty + BODY), "f_x")
    assert done is not None
    first = etree.fromstring(done.encode()).find(f".//{{{WORD}}}p")
    assert first is not None
    assert names(etree.tostring(first)) == ["RangeStart 9", "RangeEnd 9", "Reference 9"]


def test_a_label_between_paragraphs_is_marked_in_the_one_that_follows():
    outside = '<w:p/><w:bookmarkStart w:id="1" w:name="f_x"/>' + LABEL.replace("f_x", "f_y")
    done = begin(part(BODY + outside), "f_x")
    assert done is not None
    assert f"{OPENED}<w:r><w:t>ชื่อ" in done


def test_without_a_label_the_first_paragraph_is_marked_behind_its_properties():
    done = begin(part("<w:p/><w:p><w:pPr><w:rPr/></w:pPr></w:p>"), "")
    assert done is not None
    assert f"</w:pPr>{OPENED}" in done


def test_a_label_that_is_not_there_is_told():
    assert begin(part(), "f_x") is None
    assert begin("<w:document/>", "") is None
    assert begin(f'<w:d xmlns:w="{WORD}"><w:p ></w:d>', "") is None
