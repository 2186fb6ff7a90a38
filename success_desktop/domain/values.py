"""What a field of a plan can hold.

A field is a small mapping from *part* to *atom*, so that the smallest thing two people can both change is one part:

=============  ==========================  =======================================
shape          part                        atom
=============  ==========================  =======================================
text           "th" or "en"                str, paragraphs parted by newlines
word           ""                          str: a code, or the id of a choice
number         "" or a year ("2568")       Decimal
day            ""                          datetime.date
money          ":" or "2568:source"        Decimal, baht
link           id of the node linked to    str: its place among the field's links
=============  ==========================  =======================================

A part that is absent is blank. Blank is not zero: a year without a budget has no part at all.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Literal

from success_desktop.i18n import LANGUAGES

Atom = str | Decimal | date
Parts = Mapping[str, Atom]
Shape = Literal["text", "word", "number", "day", "money", "link"]
FieldType = Literal[
    "text",
    "word",
    "choice",
    "number",
    "fiscal_year",
    "date",
    "money",
    "reference",
    "yearly_number",
    "yearly_money",
]

SHAPES: Mapping[FieldType, Shape] = {
    "text": "text",
    "word": "word",
    "choice": "word",
    "number": "number",
    "fiscal_year": "number",
    "date": "day",
    "money": "money",
    "reference": "link",
    "yearly_number": "number",
    "yearly_money": "money",
}


SINGLE_MONEY = ":"


def shape_of(part: str, atom: Atom) -> Shape:
    """The shape of a field, read off any of its parts."""
    if isinstance(atom, str):
        if part == "":
            return "word"
        return "text" if part in LANGUAGES else "link"
    if isinstance(atom, Decimal):
        return "money" if ":" in part else "number"
    return "day"


def money_part(year_be: int, source: str) -> str:
    """The part under which a budget of one fiscal year (Buddhist Era) from one source of funds is kept."""
    return f"{year_be}:{source}"


def split_money_part(part: str) -> tuple[int, str]:
    """The fiscal year (Buddhist Era) and the source of funds of a budget's part."""
    year_be, source = part.split(":", 1)
    return int(year_be), source
