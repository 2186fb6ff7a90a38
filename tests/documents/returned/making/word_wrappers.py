"""What Word puts around text, and where else than in the body text can be: controls, links, notes, boxes, other packages."""

from lxml import etree

from tests.documents.returned.making.case import Case
from tests.documents.returned.making.marking import Person, carve, wrap
from tests.documents.returned.making.must_come_out import NOWHERE
from tests.documents.returned.making.package import W_NAMESPACE, W
from tests.documents.returned.making.places import ARPHA, BUNMEE, place, thai
from tests.documents.returned.making.programs import WORD_365
from tests.documents.returned.making.returned_copy import Copy, outer
from tests.documents.returned.making.rows import row_of

_NOTE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml"


def _wrapped(copy: Copy) -> None:
    name = thai("mappers")
    words = outer(carve(copy.paragraph("สร้างนักข้อมูลชุมชน", 1), "สร้างนักข้อมูลชุมชน")[0])
    copy.replace(name, "และเยาวชนนักทำแผนที่", "และเยาวชนนักสำรวจ", ARPHA, nth=1)
    _control(words)
    copy.replace(thai("restore", "description"), "ต้นไม้ริมตลิ่งไว้", "ไม้ใหญ่ริมตลิ่งไว้", ARPHA)
    _control(copy.paragraph("ขุดเฉพาะช่วงที่ตื้นเขิน"))
    copy.replace(thai("pump", "expected_result"), "จากเดิม 4 วัน", "จากเดิม 5 วัน", ARPHA)
    _control(row_of(copy, "pump"))
    link = etree.Element(f"{W}hyperlink")
    relation = copy.package.relate(f"{_RELATION}/hyperlink", "https://example.org/", is_external=True)
    link.set(f"{{{_RELATION}}}id", relation)
    _, come = copy.replace(thai("framework", "body"), "กรอบความเสี่ยง", "กรอบความเสี่ยงของ IPCC", ARPHA)
    come.addprevious(link)
    link.append(come)
    tag = etree.Element(f"{W}smartTag")
    tag.set(f"{W}element", "place")
    wrap(carve(copy.paragraph("ท่าเรือริมคลอง"), "ท่าเรือริมคลอง")[0], tag)
    copy.comment(thai("background", "body"), "ท่าเรือริมคลอง", "ท่าเรือใด", ARPHA)
    field = etree.Element(f"{W}fldSimple")
    field.set(f"{W}instr", " DOCPROPERTY Title ")
    wrap(carve(copy.paragraph("ปลัดเทศบาล"), "ปลัดเทศบาล")[0], field)
    copy.replace(thai("driving", "body"), "เป็นเลขานุการ", "เป็นกรรมการและเลขานุการ", ARPHA)


def _control(element: etree._Element) -> None:
    """Put a content control around an element."""
    control = etree.Element(f"{W}sdt")
    properties = etree.SubElement(control, f"{W}sdtPr")
    etree.SubElement(properties, f"{W}tag").set(f"{W}val", "field")
    element.addprevious(control)
    etree.SubElement(control, f"{W}sdtContent").append(element)


def _notes(copy: Copy) -> None:
    text = "ดูรายงานการสำรวจ พ.ศ. 2566"
    note = (
        f'<w:footnotes xmlns:w="{W_NAMESPACE}">'
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="1"><w:p><w:ins w:id="9500" w:author="{ARPHA.name}" w:date="2024-02-13T09:30:00Z">'
        f'<w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:ins></w:p></w:footnote>'
        "</w:footnotes>"
    )
    copy.package.add_part("footnotes.xml", note, _NOTE_TYPE, f"{_RELATION}/footnotes")
    copy.must.counts["insertion"] += 1
    run = carve(copy.paragraph("เก็บข้อมูลครัวเรือน"), "เก็บข้อมูลครัวเรือน")[-1]
    mark = copy.signature.mark("ins", ARPHA)
    sign = etree.SubElement(mark, f"{W}r")
    etree.SubElement(sign, f"{W}footnoteReference").set(f"{W}id", "1")
    outer(run).addnext(mark)
    copy.must.counts["insertion"] += 1
    copy.must.stray(text, ARPHA.name, thai("background", "body"))
    _box(copy)


def _box(copy: Copy) -> None:
    """A text box as Word writes it: the drawing, and the same text once more for programs that know only VML."""
    words = "ควรมีแผนภาพของลุ่มน้ำตรงนี้"
    content = f'<w:txbxContent><w:p><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p></w:txbxContent>'
    spaces = (
        f'xmlns:w="{W_NAMESPACE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    box = etree.fromstring(
        f'<w:r {spaces}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{content}</wps:txbx>'
        f"</wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )
    mark = copy.signature.mark("ins", BUNMEE)
    mark.append(box)
    copy.paragraph("น้ำหลากผ่านเมืองได้เร็วพอ").append(mark)
    copy.must.counts["insertion"] += 1
    copy.must.stray(words, BUNMEE.name, thai("safe_canals", "description"))


def _odd(copy: Copy) -> None:
    gone, come = copy.replace(thai("dredge", "target"), "7 แห่ง", "9 แห่ง", ARPHA)
    for mark in (gone, come):
        del mark.attrib[f"{W}date"]
    gone, come = copy.replace(thai("sago", "kpi"), "ร้อยละ 80", "ร้อยละ 75", BUNMEE)
    for mark in (gone, come):
        mark.set(f"{W}date", "0000-00-00T00:00:00Z")
    copy.replace(thai("park", "objective"), "ในวันปกติ", "ของทุกคน", Person("Author", "A"))
    for mark in copy.package.body.iter(f"{W}ins", f"{W}del"):
        mark.set(f"{W}id", "0")
    copy.comment(thai("park", "target"), "46 ไร่", "ตรวจกับโฉนดแล้วหรือยัง", ARPHA)


def _renamed(copy: Copy) -> None:
    copy.replace(thai("decisions", "description"), "ชุมชนเก็บ ตรวจ", "ชุมชนเก็บ ตรวจสอบ", ARPHA)
    copy.comment(place("database", "budget", "2568"), "300,000", "รวมค่าอุปกรณ์แล้วหรือไม่", ARPHA)
    copy.package.main_part = "word/document2.xml"


def _strict(copy: Copy) -> None:
    copy.replace(thai("water", "rationale"), "ราว 4 ชั่วโมง", "ราว 3 ชั่วโมง", BUNMEE)
    copy.comment(thai("water", "rationale"), "ป่าสาคูที่เคยหน่วงน้ำ", "พื้นที่เดิมกี่ไร่", BUNMEE)
    copy.insert(thai("mission_1"), "เลี้ยงคนได้", "อย่างยั่งยืน", BUNMEE)
    copy.comment(NOWHERE, "วัตถุประสงค์", "ควรใช้คำว่าจุดมุ่งหมาย", BUNMEE, place("plan"))
    copy.package.renamed = (
        (
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            f"{_STRICT}/wordprocessingml/main".encode(),
        ),
        (
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            f"{_STRICT}/officeDocument/relationships".encode(),
        ),
    )


CASES: tuple[Case, ...] = (
    Case(
        name="word-wrapped",
        program=WORD_365,
        did="Edits inside content controls around words, a paragraph and a row, inside a link, a smart tag and a field.",
        cites=(
            "ECMA-376 part 1, 17.5.2.31 sdt (inline), 17.5.2.29 (block), 17.5.2.30 (row); 17.16.22; 17.16.19",
        ),
        do=_wrapped,
    ),
    Case(
        name="word-notes-and-boxes",
        program=WORD_365,
        did="A footnote and a text box added, tracked; a comment on words in the box.",
        cites=(
            "ECMA-376 part 1, 17.11.10 footnote; 17.3.3.1 and part 3, 10: AlternateContent; 14.9.1.1 txbxContent",
        ),
        do=_notes,
    ),
    Case(
        name="word-odd-stamps",
        program=WORD_365,
        did="Changes without a date, dated 0-00-00, signed “Author” as when personal information is removed, with one id.",
        cites=("MS-OI29500 2.1: Word writes no date when personal information is removed",),
        do=_odd,
    ),
    Case(
        name="word-main-part-elsewhere",
        program=WORD_365,
        did="Saved by SharePoint: the main part has another name, to which the package's relationships lead.",
        cites=("ECMA-376 part 2, 9.3: the main part is found by its relationship",),
        do=_renamed,
    ),
    Case(
        name="word-strict",
        program=WORD_365,
        did="Saved as Strict Open XML, which has other namespaces.",
        cites=("ISO/IEC 29500-1:2016, annex A: strict namespaces",),
        do=_strict,
    ),
)
"""The files."""
