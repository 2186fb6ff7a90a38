"""The pages of two documents become one list, in which each document finds its own, in order, with its ends."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.documents.outline_blocks import (
    Anchor,
    CoverLine,
    Heading,
    Label,
    Orientation,
    Outline,
    PartHeading,
    Phrase,
    Section,
    Titled,
)
from success_desktop.documents.redline.page_pairs import pair_pages
from success_desktop.documents.word_pages import list_pages

NOTHING = Phrase("", "th")
PART = PartHeading((Phrase("ส่วนที่ 1", "th"),))
HEADING = Heading(2, (Titled(Label(Phrase("1.", "th")), NOTHING),))

Sketch = tuple[bool, Orientation, str]
"""A section: whether it begins a part, how it lies, its stamp."""


def sketch_outline(*sections: Sketch, has_cover: bool = True) -> Outline:
    cover = CoverLine("title", ((Anchor("f_1", "1", "title", "th"), Phrase("แผน", "th")),))
    return Outline(
        language="th",
        has_thai_digits=False,
        plan_id="p",
        revision_id="",
        title=NOTHING,
        owner=NOTHING,
        contents_title=(Phrase("สารบัญ", "th"),),
        page_word=NOTHING,
        origin=NOTHING,
        cover=(cover,) if has_cover else (),
        sections=tuple(
            Section(lies, (Phrase(stamp, "th"),) if stamp else (), (PART if begins else HEADING,))
            for begins, lies, stamp in sections
        ),
    )


TEXT: Sketch = (True, "portrait", "")
FORM: Sketch = (False, "landscape", "แบบ ผ.02")
FORM_FIRST: Sketch = (True, "landscape", "แบบ ผ.02")


def sides(pairs) -> list[str]:
    return ["both" if pair.has_old and pair.has_new else "old" if pair.has_old else "new" for pair in pairs]


def test_the_same_pages_are_pairs_and_all_their_ends_are_kept():
    outline = sketch_outline(TEXT, FORM, TEXT)
    pairs = pair_pages(outline, outline)
    assert sides(pairs) == ["both"] * 5
    assert [pair.new_end for pair in pairs] == list(list_pages(outline))
    assert all(pair.old_end == pair.new_end for pair in pairs)
    assert [pair.is_contents for pair in pairs] == [False, True, False, False, False]


def test_a_section_in_between_stands_alone_with_its_end():
    pairs = pair_pages(sketch_outline(TEXT, TEXT), sketch_outline(TEXT, FORM, TEXT))
    assert sides(pairs) == ["both", "both", "both", "new", "both"]
    assert [pair.old_end is None for pair in pairs] == [False, False, False, True, False]


def test_a_section_at_the_end_takes_over_the_last_end_of_all():
    """The end behind the last section that both have is a new one; the last one of all turns from its pages to the new."""
    pairs = pair_pages(sketch_outline(TEXT), sketch_outline(TEXT, FORM))
    assert sides(pairs)[-2:] == ["both", "new"]
    before_last, last = pairs[-2:]
    assert before_last.old_end is None
    assert before_last.new_end is not None
    assert before_last.new_end.orientation == "portrait"
    assert last.old_end is not None
    assert last.new_end is not None
    assert (last.old_end.orientation, last.new_end.orientation) == ("portrait", "landscape")


def test_a_form_that_leads_its_part_now_that_the_text_is_gone_is_still_the_same_form():
    pairs = pair_pages(sketch_outline(TEXT, FORM, TEXT), sketch_outline(FORM_FIRST, TEXT))
    assert sides(pairs) == ["both", "both", "old", "both", "both"]


def test_pages_that_turn_are_a_pair():
    pairs = pair_pages(sketch_outline(TEXT), sketch_outline(FORM_FIRST))
    assert sides(pairs) == ["both", "both", "both"]
    assert pairs[-1].shown.orientation == "landscape"


@pytest.mark.parametrize(("old", "new"), [(True, False), (False, True)])
def test_a_cover_that_only_one_document_has_stands_alone(old: bool, new: bool):
    pairs = pair_pages(sketch_outline(TEXT, has_cover=old), sketch_outline(TEXT, has_cover=new))
    assert sides(pairs) == ["old" if old else "new", "both", "both"]
    assert (pairs[0].old_end is None, pairs[0].new_end is None) == (not old, not new)
    assert pairs[0].shown.stamp is None


_SKETCHES = st.lists(
    st.sampled_from(list(product((True, False), ("portrait", "landscape"), ("", "แบบ ผ.02", "แบบ ผ.03")))),
    min_size=1,
    max_size=6,
)


@given(_SKETCHES, _SKETCHES, st.booleans(), st.booleans())
def test_each_document_finds_all_its_pages_and_ends_in_order(
    old_sketch, new_sketch, has_old_cover, has_new_cover
):
    old = sketch_outline(*old_sketch, has_cover=has_old_cover)
    new = sketch_outline(*new_sketch, has_cover=has_new_cover)
    pairs = pair_pages(old, new)
    assert sum(pair.has_old for pair in pairs) == len(list(list_pages(old)))
    assert sum(pair.has_new for pair in pairs) == len(list(list_pages(new)))
    assert [pair.old_end for pair in pairs if pair.old_end] == list(list_pages(old))
    assert [pair.new_end for pair in pairs if pair.new_end] == list(list_pages(new))
    assert all(pair.has_old or pair.has_new for pair in pairs)
    assert all(pair.shown for pair in pairs)


def test_after_each_end_come_only_pages_of_documents_that_go_on():
    """Between two ends of one document lie exactly one stretch of its pages."""
    pairs = pair_pages(sketch_outline(TEXT, FORM, TEXT), sketch_outline(TEXT))
    seen = 0
    for pair in pairs:
        seen += pair.has_new
        if pair.new_end is not None:
            assert seen == 1
            seen = 0
