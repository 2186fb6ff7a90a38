"""Pictures on the page."""

from dataclasses import replace

import pikepdf
import pytest

from success_desktop.documents.pdf.measures import MM
from success_desktop.documents.pdf.pictures import PictureBox
from success_desktop.documents.pdf_writer import write_pdf
from tests.documents.pdf.pdf_outlines import outline, passage, picture
from tests.documents.pdf.pdf_reading import list_tags

WIDTH = 450.0


def test_a_picture_is_as_wide_as_it_says_and_keeps_its_shape():
    box = PictureBox(picture(60, (30, 20)), WIDTH)
    assert box.least == pytest.approx(40 * MM)
    piece = box.take(1000, is_fresh=False)
    assert piece is not None
    assert [piece.width, piece.drawn_height] == pytest.approx([60 * MM, 40 * MM])
    assert piece.left == pytest.approx((WIDTH - 60 * MM) / 2)
    assert box.is_done


def test_a_picture_wider_than_the_lines_is_made_smaller():
    box = PictureBox(picture(500, (30, 20)), WIDTH)
    assert box.least == pytest.approx(300)


def test_a_picture_waits_for_a_page_with_room():
    box = PictureBox(picture(60), WIDTH)
    assert box.take(box.least - 1, is_fresh=False) is None
    assert not box.is_done
    assert box.take(box.least, is_fresh=False) is not None


def test_a_picture_higher_than_a_page_is_made_smaller():
    box = PictureBox(picture(100, (10, 100)), WIDTH)
    piece = box.take(200, is_fresh=True)
    assert piece is not None
    assert piece.height == piece.drawn_height == 200
    assert piece.width == pytest.approx(20)


def test_a_picture_says_where_it_is_and_what_it_shows(tmp_path):
    write_pdf(outline(passage("ก"), picture(60)), tmp_path / "plan.pdf")
    with pikepdf.open(tmp_path / "plan.pdf") as pdf:
        figure = next(tag for tag in list_tags(pdf) if tag.role == "Figure")
        left, bottom, right, top = map(float, figure.entries.A.BBox)
        assert str(figure.entries.Alt) == "แผนที่ชุมชน ริมคลอง / Map"
        assert [right - left, top - bottom] == pytest.approx([60 * MM, 40 * MM], abs=0.1)
        assert len(pdf.pages[0].get_images()) == 1


def test_the_same_picture_twice_is_one_image_in_the_file(tmp_path):
    write_pdf(outline(picture(60), picture(30)), tmp_path / "plan.pdf")
    with pikepdf.open(tmp_path / "plan.pdf") as pdf:
        images = {image.objgen for page in pdf.pages for image in page.get_images().values()}
        assert len(images) == 1


def test_what_is_no_picture_is_refused():
    with pytest.raises(ValueError, match="PNG"):
        PictureBox(replace(picture(), png=b"GIF89a"), WIDTH)
