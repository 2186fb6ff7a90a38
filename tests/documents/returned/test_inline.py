"""Everything that can stand in a paragraph is read as the text that a person sees, each piece under its author's name."""

from pathlib import Path

import pytest

from success_desktop.documents.returned.returned_file import Run, Spot
from tests.documents.returned.word_files import ANN, gone, ins, label, only, para, read_body, run, texts

BEN = 'w:author="Ben" w:date="2026-11-21T08:30:00Z"'


def read_one(folder: Path, content: str):
    return only(read_body(folder, para(content)))


def authors(piece: Run) -> list[tuple[str, str]]:
    return [(mark.sort, mark.author) for mark in piece.marks]


def turn(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText> {text} </w:instrText></w:r>"


SIGNS = [
    ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
    ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/></w:r>", "a\nb\n"),
    ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', "ab"),
    ("<w:r><w:t>2568</w:t><w:noBreakHyphen/><w:t>2572</w:t></w:r>", "2568\u20112572"),
    ("<w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t></w:r>", "a\u00adb"),
    ('<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>', "→"),
    ('<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>', "a"),
    ('<w:r><w:sym w:font="Webdings" w:char="F0FF"/></w:r>', "□"),
    ('<w:r><w:sym w:font="Arial" w:char="0E01"/></w:r>', "ก"),
    ('<w:r><w:sym w:font="Arial" w:char="many"/></w:r>', "□"),
    ("<w:r><w:t>two\nlines of XML</w:t></w:r>", "two lines of XML"),
    ("<w:r><w:t/></w:r>", ""),
    ('<w:hyperlink w:anchor="x"><w:r><w:t>link</w:t></w:r></w:hyperlink>', "link"),
    ('<w:smartTag w:element="p"><w:smartTagPr/><w:r><w:t>tag</w:t></w:r></w:smartTag>', "tag"),
    ('<w:customXml w:element="p"><w:r><w:t>custom</w:t></w:r></w:customXml>', "custom"),
    ('<w:sdt><w:sdtPr><w:id/></w:sdtPr><w:sdtContent><w:r><w:t>held</w:t></w:r></w:sdtContent></w:sdt>', "held"),
    ('<w:bdo w:val="ltr"><w:r><w:t>turned</w:t></w:r></w:bdo>', "turned"),
    ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1"),
    (f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('up')}</w:rt><w:rubyBase>{run('base')}</w:rubyBase></w:ruby></w:r>", "base"),
    ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>", "hidden"),
    ("<w:proofErr w:type='spellStart'/><w:r><w:t>a</w:t></w:r><w:r><w:lastRenderedPageBreak/><w:t>b</w:t></w:r>", "ab"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "text"), SIGNS)
def test_what_is_seen_is_the_text(content: str, text: str, tmp_path: Path):
    assert read_one(tmp_path, content).whole == text


def test_text_with_the_same_marks_is_one_run(tmp_path: Path):
    assert read_one(tmp_path, run("น้ำ") + "<w:proofErr/>" + run("สะอาด")).runs == (Run("น้ำสะอาด"),)


def test_each_stretch_bears_who_typed_and_who_took_it(tmp_path: Path):
    paragraph = read_one(tmp_path, run("a") + ins(run("b")) + gone("c", BEN) + run("d"))
    assert [(one.text, authors(one)) for one in paragraph.runs] == [
        ("a", []),
        ("b", [("ins", "Ann")]),
        ("c", [("del", "Ben")]),
        ("d", []),
    ]
    assert paragraph.text("rejected") == "acd"
    assert paragraph.text("accepted") == "abd"


def test_what_one_inserted_and_another_deleted_is_in_neither_view(tmp_path: Path):
    paragraph = read_one(tmp_path, run("a") + ins(run("b") + gone("c", BEN)))
    assert authors(paragraph.runs[2]) == [("ins", "Ann"), ("del", "Ben")]
    assert paragraph.text("rejected") == "a"
    assert paragraph.text("accepted") == "ab"
    assert (paragraph.runs[2].inserted, paragraph.runs[2].deleted) == paragraph.runs[2].marks


def test_an_insertion_within_an_insertion_keeps_both_names(tmp_path: Path):
    paragraph = read_one(tmp_path, ins(run("a") + ins(run("b"), BEN)))
    assert [authors(one) for one in paragraph.runs] == [[("ins", "Ann")], [("ins", "Ann"), ("ins", "Ben")]]
    assert paragraph.text("accepted") == "ab"


def test_a_deletion_within_a_move_is_gone_and_the_ends_of_the_move_share_a_name(tmp_path: Path):
    content = (
        f'<w:moveToRangeStart w:id="8" w:name="move1" {ANN}/><w:moveTo w:id="9" {ANN}>{run("kept")}{gone("cut")}</w:moveTo>'
        f'<w:moveToRangeEnd w:id="8"/><w:moveFromRangeStart w:id="5" w:name="move1" {ANN}/>'
        f'<w:moveFrom w:id="6" {ANN}>{run("kept")}</w:moveFrom><w:moveFromRangeEnd w:id="5"/>{ins(run("!"))}'
    )
    paragraph = read_one(tmp_path, content)
    assert paragraph.text("accepted") == "kept!"
    assert paragraph.text("rejected") == "kept"
    assert [one.is_moved for one in paragraph.runs] == [True, True, True, False]
    moves = [mark.move for one in paragraph.runs for mark in one.marks]
    assert moves == ["move1", "move1", "", "move1", ""]


def test_an_empty_tracked_element_is_not_lost(tmp_path: Path):
    paragraph = read_one(tmp_path, ins("") + gone(""))
    assert [one.text for one in paragraph.runs] == ["", ""]
    assert [authors(one) for one in paragraph.runs] == [[("ins", "Ann")], [("del", "Ann")]]


def test_a_fields_code_is_no_text_and_its_result_is(tmp_path: Path):
    content = turn("begin") + code("REF x") + run("hidden") + turn("separate") + run("shown") + turn("end")
    assert read_one(tmp_path, content + run("!")).whole == "shown!"


def test_a_tracked_field_is_tracked_text(tmp_path: Path):
    content = turn("begin") + code("DATE") + turn("separate") + run("today") + turn("end")
    paragraph = read_one(tmp_path, run("a") + ins(content))
    assert (paragraph.text("rejected"), paragraph.text("accepted")) == ("a", "atoday")


@pytest.mark.parametrize(
    "content",
    [
        turn("begin") + code("PAGE") + turn("separate") + run("12") + turn("end"),
        f'<w:fldSimple w:instr=" NUMPAGES ">{run("12")}</w:fldSimple>',
    ],
)
def test_a_pages_number_is_told_from_text(content: str, tmp_path: Path):
    assert read_one(tmp_path, run("p. ") + content).runs == (Run("p. "), Run("12", (), "page"))


def test_a_simple_field_shows_its_result(tmp_path: Path):
    assert read_one(tmp_path, f'<w:fldSimple w:instr="AUTHOR">{run("Ann")}</w:fldSimple>').runs == (
        Run("Ann"),
    )


def test_a_field_that_is_never_ended_hides_nothing_of_the_next_paragraph(tmp_path: Path):
    file = read_body(
        tmp_path, para(turn("begin") + code("IF") + run("lost")) + para(run("kept")) + para(turn("end"))
    )
    assert texts(file) == ["", "kept", ""]


def test_separators_and_ends_without_a_beginning_are_passed_over(tmp_path: Path):
    assert read_one(tmp_path, code("X") + turn("separate") + turn("end") + run("a")).whole == "a"


def test_breaks_that_part_the_lines_of_a_title_are_no_characters(tmp_path: Path):
    turned = '<w:r><w:rPr><w:rStyle w:val="Turn1"/></w:rPr><w:br/></w:r>'
    styles = '<w:styles><w:style w:styleId="Turn1"><w:name w:val="Line Turn"/></w:style><w:style/></w:styles>'
    assert only(read_body(tmp_path, para(run("a") + turned + run("b")), {"styles": styles})).whole == "ab"


def test_a_picture_and_a_notes_sign_are_no_characters(tmp_path: Path):
    content = run("a") + "<w:r><w:drawing/></w:r>" + '<w:r><w:footnoteReference w:id="4"/></w:r>' + run("b")
    file = read_body(tmp_path, para(content))
    assert [(one.text, one.holding) for one in only(file).runs] == [
        ("a", ""),
        ("", "object"),
        ("", "note"),
        ("b", ""),
    ]
    assert file.note_spots == {("footnotes", "4"): Spot(0, 1)}


def test_a_text_box_is_read_once_in_paragraphs_of_its_own(tmp_path: Path):
    box = f"<w:txbxContent>{para(run('boxed'))}</w:txbxContent>"
    forms = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    file = read_body(tmp_path, para(run("be") + f"<w:r>{forms}</w:r>" + run("fore")) + para(run("after")))
    assert [(one.whole, one.box) for one in file.paragraphs] == [
        ("before", None),
        ("boxed", Spot(0, 2)),
        ("after", None),
    ]
    assert texts(file) == ["before", "boxed", "after"]


def test_a_box_inside_an_insertion_goes_with_it(tmp_path: Path):
    box = f"<w:r><w:pict><w:txbxContent>{para(run('boxed'))}</w:txbxContent></w:pict></w:r>"
    file = read_body(tmp_path, para(run("a") + ins(box)))
    assert texts(file, "rejected") == ["a"]
    assert texts(file, "accepted") == ["a", "boxed"]


def test_a_tracked_reading_above_a_word_is_counted_and_not_read(tmp_path: Path):
    ruby = f"<w:r><w:ruby><w:rt>{ins(run('up'))}</w:rt><w:rubyBase>{run('base')}</w:rubyBase></w:ruby></w:r>"
    file = read_body(tmp_path, para(ruby))
    assert only(file).whole == "base"
    assert file.counts == {"insertion": 1}


def test_a_label_covers_its_characters(tmp_path: Path):
    paragraph = read_one(tmp_path, run("1. ") + label("f_name", run("ชื่อ")) + run("  น้ำ"))
    assert [(one.name, paragraph.whole[one.start : one.end]) for one in paragraph.labels] == [
        ("f_name", "ชื่อ")
    ]


def test_bookmarks_of_others_are_no_labels(tmp_path: Path):
    assert read_one(tmp_path, label("_Toc1", run("a")) + label("_GoBack", "", 8)).labels == ()
