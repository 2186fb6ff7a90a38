"""Tracked changes by hand, each with what it must become: shapes from ECMA-376 part 1, 17.13.5."""

import itertools
from collections.abc import Iterator

from tests.documents.redline.hand_made import (
    OPENING,
    TARGET,
    Shape,
    added,
    added_row,
    cell,
    field,
    gone,
    ins,
    link,
    move,
    moved,
    moved_row,
    paragraph,
    plain,
    plain_row,
    read,
    removed,
    removed_row,
    row,
    run,
    signed,
    surround,
    table,
    turn,
)
from tests.documents.redline.resolver import Blocks, Table

_RESTART, _ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
_PAGES = '<w:sectPr><w:type w:val="nextPage"/></w:sectPr>'


def text_shapes() -> Iterator[tuple[str, Shape]]:
    """Runs and whole paragraphs, in a text and in a cell."""
    words = paragraph(run("one ") + gone("old") + ins("new") + run(" two"))
    yield "words", Shape(words, ("one old two",), ("one new two",))
    yield "paragraph added", Shape(plain("a") + added("x") + plain("b"), ("a", "b"), ("a", "x", "b"))
    yield "paragraph removed", Shape(plain("a") + removed("x") + plain("b"), ("a", "x", "b"), ("a", "b"))
    yield (
        "paragraphs added",
        Shape(
            plain("a") + added("x") + added("") + added("y") + plain("b"),
            ("a", "b"),
            ("a", "x", "", "y", "b"),
        ),
    )
    yield (
        "paragraphs replaced",
        Shape(
            plain("a") + removed("x") + removed("z") + added("y") + added("q") + plain("b"),
            ("a", "x", "z", "b"),
            ("a", "y", "q", "b"),
        ),
    )
    yield "first added", Shape(added("x") + plain("b"), ("b",), ("x", "b"))
    yield "first removed", Shape(removed("x") + plain("b"), ("x", "b"), ("b",))
    split = paragraph(run("one "), "ins") + plain("two")
    yield "paragraph split", Shape(split + plain("z"), ("one two", "z"), ("one ", "two", "z"))
    joined = paragraph(run("one "), "del") + plain("two")
    yield "paragraphs joined", Shape(joined + plain("z"), ("one ", "two", "z"), ("one two", "z"))


def edge_shapes() -> Iterator[tuple[str, Shape]]:
    """The last paragraph, ends of lines, moves, looks."""
    last = paragraph(run("a"), "ins") + paragraph(ins("x"))
    yield "last added: the mark before it", Shape(last, ("a",), ("a", "x"))
    grown = run("a") + ins(" b")
    behind = (
        paragraph(grown, "ins") + paragraph(ins("x"), "ins") + paragraph(ins("y"), properties=_set_anew())
    )
    yield "added behind an addition", Shape(behind + plain("z"), ("a", "z"), ("a b", "x", "y", "z"))
    beside = paragraph(grown) + paragraph(ins("x") + run("c"), properties=_set_anew())
    yield "additions side by side", Shape(beside + plain("z"), ("a", "c", "z"), ("a b", "xc", "z"))
    line = paragraph(run("a") + f"<w:ins {signed()}><w:r><w:br/></w:r>{run('c')}</w:ins>")
    yield "a line's end added", Shape(line, ("a",), ("a\nc",))
    yield (
        "move down",
        Shape(
            plain("a") + move("From", "x", "y") + plain("b") + move("To", "x", "y") + plain("c"),
            ("a", "x", "y", "b", "c"),
            ("a", "b", "x", "y", "c"),
        ),
    )
    edited = surround("To", paragraph(moved("one ", "To") + ins("new"), "ins"))
    yield (
        "moved and edited",
        Shape(
            plain("a") + move("From", "one old") + plain("b") + edited + plain("c"),
            ("a", "one old", "b", "c"),
            ("a", "b", "one new", "c"),
        ),
    )
    yield (
        "a paragraph set otherwise",
        Shape(paragraph(run("x"), properties=_set_anew()) + plain("z"), ("x", "z"), ("x", "z")),
    )


def _set_anew() -> str:
    """The properties of a paragraph that was set to the left."""
    return f'<w:jc w:val="center"/><w:pPrChange {signed()}><w:pPr/></w:pPrChange>'


def table_shapes() -> Iterator[tuple[str, Shape]]:
    """Rows, whole tables and what stands in cells."""
    s, z = plain("s"), plain("z")
    rows = table(plain_row("a", "b"), added_row("x", "y"), added_row("u", ""), plain_row("c", "d"))
    more = Table((*read("ab", "xy").rows, (("u",), ("",)), *read("cd").rows))
    yield "rows added", Shape(s + rows + z, ("s", read("ab", "cd"), "z"), ("s", more, "z"))
    rows = table(removed_row("a", "b"), removed_row("p", "q"), added_row("u", "v"), plain_row("c", "d"))
    yield (
        "rows replaced",
        Shape(s + rows + z, ("s", read("ab", "pq", "cd"), "z"), ("s", read("uv", "cd"), "z")),
    )
    whole = table(added_row("x", "y"), added_row("c", "d"))
    yield "table added", Shape(s + whole + z, ("s", "z"), ("s", read("xy", "cd"), "z"))
    whole = table(removed_row("x", "y"), removed_row("c", "d")) + removed("")
    yield "table removed", Shape(s + whole + z, ("s", read("xy", "cd"), "", "z"), ("s", "z"))
    caption = added("t") + table(added_row("x", "y")) + added("")
    yield "caption and table added", Shape(s + caption + z, ("s", "z"), ("s", "t", read("xy"), "", "z"))
    between = (
        table(plain_row("a", "b")) + plain("") + removed("t") + table(removed_row("x", "y")) + removed("")
    )
    yield (
        "caption and table removed",
        Shape(between + z, (read("ab"), "", "t", read("xy"), "", "z"), (read("ab"), "", "z")),
    )
    before = added("t") + table(plain_row("a", "b"))
    yield (
        "paragraph added before a table",
        Shape(s + before + z, ("s", read("ab"), "z"), ("s", "t", read("ab"), "z")),
    )
    other = table(removed_row("x", "y")) + plain("") + table(added_row("u", "v", "w"), columns=3) + added("")
    yield (
        "table of another grid",
        Shape(s + other + z, ("s", read("xy"), "", "z"), ("s", "", read("uvw"), "", "z")),
    )


def row_shapes() -> Iterator[tuple[str, Shape]]:
    """Other columns, merged heads and rows that span."""
    s, z = plain("s"), plain("z")
    head = row(cell(added("h"), properties=_RESTART), cell(added("k")), mark="ins")
    head += row(cell(added(""), properties=_ON), cell(added("l")), mark="ins")
    headed = Table(((("h",), ("k",)), (("l",),), (("x",), ("y",))))
    whole = table(head, added_row("x", "y")) + added("")
    yield "table with a merged head added", Shape(s + whole + z, ("s", "z"), ("s", headed, "", "z"))
    wide = table(
        plain_row("a", "b"), row(cell(removed("g"), properties='<w:gridSpan w:val="2"/>'), mark="del")
    )
    yield "spanning row removed", Shape(s + wide + z, ("s", read("ab", "g"), "z"), ("s", read("ab"), "z"))


def moved_row_shapes() -> Iterator[tuple[str, Shape]]:
    """Rows that were moved, and what stands in cells."""
    s, z = plain("s"), plain("z")
    for name, places in (("down", (1, 3)), ("up", (3, 1))):
        rows_read = [plain_row("a", "b"), plain_row("c", "d"), plain_row("e", "f")]
        for place, end in sorted(zip(places, ("From", "To"), strict=True)):
            rows_read.insert(place, moved_row(end, "x", "y"))
        orders = {1: read("ab", "xy", "cd", "ef"), 3: read("ab", "cd", "xy", "ef")}
        yield (
            f"row moved {name}",
            Shape(s + table(*rows_read) + z, ("s", orders[places[0]], "z"), ("s", orders[places[1]], "z")),
        )
    fled = table(plain_row("a", "b"), moved_row("From", "x", "y")) + plain("m")
    come = table(moved_row("To", "x", "y"), plain_row("c", "d"))
    yield (
        "row moved to another table",
        Shape(
            s + fled + come + z,
            ("s", read("ab", "xy"), "m", read("cd"), "z"),
            ("s", read("ab"), "m", read("xy", "cd"), "z"),
        ),
    )
    for name, content, old, new in _cell_shapes():
        around = s + table(row(cell(content), cell(plain("b")))) + z
        yield name, Shape(around, ("s", Table(((old, ("b",)),)), "z"), ("s", Table(((new, ("b",)),)), "z"))


def _cell_shapes() -> Iterator[tuple[str, str, Blocks, Blocks]]:
    yield "cell: words", paragraph(run("one ") + gone("old") + ins("new")), ("one old",), ("one new",)
    yield "cell: filled", paragraph(ins("n")), ("",), ("n",)
    yield "cell: emptied", paragraph(gone("n")), ("n",), ("",)
    yield "cell: first added", added("n") + plain("a"), ("a",), ("n", "a")
    yield "cell: last added", paragraph(run("a"), "ins") + paragraph(ins("n")), ("a",), ("a", "n")
    yield "cell: last removed", paragraph(run("a"), "del") + paragraph(gone("n")), ("a", "n"), ("a",)
    two = paragraph(gone("x"), "del") + paragraph(gone("y") + ins("n"))
    yield "cell: two become one", two, ("x", "y"), ("n",)


def contents_shapes() -> Iterator[tuple[str, Shape]]:
    """Links, fields, the contents, and sections."""
    edited = paragraph(link(run("one ") + gone("old") + ins("new") + "<w:r><w:tab/></w:r>" + run("5")))
    yield "words in a link", Shape(TARGET + edited, ("H", "one old\t5"), ("H", "one new\t5"))
    entry = paragraph(OPENING + _entry("A"))
    last = paragraph(_entry("Z") + turn("end")) + TARGET
    page = "\t\N{LEFTWARDS ARROW}page"
    shown = tuple(f"{letter}{page}" for letter in "ANZ")
    both = (shown[0], shown[2], "H"), (*shown, "H")
    yield "entry added", Shape(entry + paragraph(_entry("N", "ins"), "ins") + last, *both)
    yield "entry removed", Shape(entry + paragraph(_entry("N", "del"), "del") + last, *both[::-1])
    first = paragraph(OPENING + _entry("N", "del"), "del")
    yield "first entry removed", Shape(first + last, (*shown[1:], "H"), (shown[2], "H"))
    before = paragraph(OPENING + _entry("A"), "ins") + paragraph(_entry("Z", "ins") + turn("end"))
    yield (
        "last entry added: the mark before it",
        Shape(before + TARGET, (shown[0], "H"), (shown[0], shown[2], "H")),
    )
    pages = plain("s") + added("n") + paragraph("", "ins", _PAGES) + plain("z")
    yield "section added", Shape(pages, ("s", "z"), ("s", "n", "", "z"))
    pages = (
        plain("s")
        + removed("n")
        + table(removed_row("x", "y"))
        + removed("")
        + paragraph("", "del", _PAGES)
        + plain("z")
    )
    yield "section removed", Shape(pages, ("s", "n", read("xy"), "", "", "z"), ("s", "z"))


def _entry(text: str, tracked: str = "") -> str:
    if not tracked:
        return link(f"{run(text)}<w:r><w:tab/></w:r>{field('PAGEREF target', '7')}")
    words = (ins if tracked == "ins" else gone)(text)
    tab = f"<w:{tracked} {signed()}><w:r><w:tab/></w:r></w:{tracked}>"
    return link(words + tab + field("PAGEREF target", "7", tracked))


SHAPES = dict(
    itertools.chain(
        text_shapes(), edge_shapes(), table_shapes(), row_shapes(), moved_row_shapes(), contents_shapes()
    )
)
HEADS = {
    "words of a header": Shape(paragraph(run("one ") + gone("old") + ins("new")), ("one old",), ("one new",)),
    "lines of a header": Shape(added("new") + removed("old") + plain("t"), ("old", "t"), ("new", "t")),
}
