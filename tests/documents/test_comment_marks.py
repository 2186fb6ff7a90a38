"""Marks in pieces of a body that do not read as they were printed: nothing is lost, and the label is marked instead."""

from success_desktop.documents.comment_marks import CommentMark, CommentMarker
from success_desktop.documents.comment_places import PrintedPlace

LABEL = (
    '<w:p><w:bookmarkStart w:id="1" w:name="f_x"/><w:r><w:t>ชื่อ</w:t></w:r><w:bookmarkEnd w:id="1"/>'
    "<w:r><w:t>  น้ำท่วม</w:t></w:r></w:p>"
)
VALUE = (
    '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">ย่อหน้า</w:t><w:tab/><w:t>ท้าย</w:t></w:r></w:p>'
)
OTHER = LABEL.replace("f_x", "f_y")
START, END = '<w:commentRangeStart w:id="7"/>', '<w:commentRangeEnd w:id="7"/>'


def mark(pieces: list[str], text: str, start: int = 0, end: int = 0) -> list[str]:
    marker = CommentMarker([CommentMark((7,), PrintedPlace("f_x", None, text), start, end)])
    return list(marker.mark(pieces))


def bare(pieces: list[str]) -> str:
    """The pieces without marks, and without the places where a run was parted."""
    sign = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="7"/></w:r>'
    return "".join(pieces).replace(START, "").replace(END + sign, "")


def test_words_behind_their_label_are_marked_and_nothing_else_is_touched():
    done = mark([VALUE, LABEL, VALUE], "น้ำท่วม")
    assert done[0] == VALUE
    assert done[2] == VALUE
    assert f'{START}<w:r><w:t xml:space="preserve">น้ำท่วม</w:t></w:r>{END}' in done[1]


def test_a_value_in_a_later_piece_is_found_up_to_the_next_label():
    done = mark([LABEL, VALUE, VALUE, OTHER], "ย่อหน้า\tท้าย", 4, 10)
    assert START not in done[0]
    assert START in done[1]
    assert '<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">น้า</w:t>' in done[1].replace("หน้า", "น้า")
    assert done[2:] == [VALUE, OTHER]


def test_a_text_that_reads_otherwise_leaves_the_mark_on_the_label():
    for tail in ([OTHER], [VALUE] * 9, ["<w:tbl>"], []):
        pieces = [LABEL, *tail]
        done = mark(pieces, "ไม่มีที่ไหน")
        assert f'{START}<w:bookmarkStart w:id="1" w:name="f_x"/>' in done[0]
        assert bare(done) == "".join(pieces)


def test_a_place_without_text_is_its_label():
    done = mark([LABEL, VALUE], "")
    assert f'<w:bookmarkEnd w:id="1"/>{END}' in done[0]
    assert done[1] == VALUE


def test_a_body_without_the_label_passes_through():
    assert mark([OTHER, VALUE], "น้ำท่วม") == [OTHER, VALUE]


def test_no_letter_is_parted_from_its_tone_mark():
    (done,) = mark([LABEL], "น้ำท่วม", 1, 4)
    assert f'{START}<w:r><w:t xml:space="preserve">น้ำท่</w:t></w:r>{END}' in done
