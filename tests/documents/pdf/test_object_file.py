"""Objects of a PDF file, plain and packed, found again by the table at the end."""

import io

import pikepdf
import pytest

from success_desktop.documents.pdf.object_file import ObjectFile


def write(count: int, *, first: int = 5) -> bytes:
    """A file of one empty page and so many packed objects from the number `first` on."""
    stream = io.BytesIO()
    file = ObjectFile(stream)
    file.add(1, b"<</Type/Catalog/Pages 2 0 R>>")
    file.add(2, b"<</Type/Pages/Kids[3 0 R]/Count 1>>")
    file.add(3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R/Resources<<>>>>")
    file.add_stream(4, "", b"0 0 50 50 re f")
    objects = [(first + place, b"<</Number %d>>" % place) for place in range(count)]
    free = file.add_packed(objects, first + count)
    file.add(free, b"<</Title(x)>>")
    file.close(free + 1, 1, free)
    return stream.getvalue()


@pytest.mark.parametrize("count", [0, 1, 199, 200, 201, 1000])
def test_every_packed_object_is_found(count):
    with pikepdf.open(io.BytesIO(write(count))) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert [int(pdf.get_object((5 + place, 0)).Number) for place in range(count)] == list(range(count))
        assert str(pdf.docinfo["/Title"]) == "x"


def test_packs_are_small_against_plain_objects():
    assert len(write(5000)) < 5000 * 12


def test_numbers_left_out_are_free():
    with pikepdf.open(io.BytesIO(write(3, first=50))) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert int(pdf.get_object((52, 0)).Number) == 2
        assert pdf.pages[0].Contents.read_bytes() == b"0 0 50 50 re f"


def test_the_file_is_named_after_what_it_holds():
    names = []
    for count in (1, 1, 2):
        with pikepdf.open(io.BytesIO(write(count))) as pdf:
            names.append(bytes(pdf.trailer.ID[0]))
    assert names[0] == names[1] != names[2]
    assert len(names[0]) == 16
