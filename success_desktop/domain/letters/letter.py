"""A letter as data: its paragraphs in both languages, the authorities and editions that they suit, and the facts they name.

The models below are the whole grammar of ``resources/letters/*.yaml``: ``facts.yaml`` is a FactBook, every other file a
Letter. `letter_text` reads the files and tells mistakes by line. Where a letter says ``{name}``, a fact is printed; a date
may be asked for in a style of domain.calendar_dates: ``{announced_on:formal}``. Words between ``**`` are bold.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from success_desktop.domain.office import AuthorityKind, EditionKind
from success_desktop.domain.schema import Wording

PLACE = re.compile(r"(?P<before> ?)\{(?P<name>\w+)(?::(?P<style>\w+))?\}")
"""A place where a fact is printed; the space before it goes with a fact that says nothing."""

LetterStyle = Literal[
    "title", "subtitle", "body", "point", "line", "label", "centre", "right", "signature", "note", "boxed"
]


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Suits(_Model):
    """Which authorities and kinds of editions something is for; those left out: all."""

    authorities: tuple[AuthorityKind, ...] = ()
    editions: tuple[EditionKind, ...] = ()

    def suits(self, authority: AuthorityKind, kind: EditionKind) -> bool:
        """Whether it is for an edition of that kind at that authority."""
        return (not self.authorities or authority in self.authorities) and (
            not self.editions or kind in self.editions
        )


class UsualWording(Wording):
    """What a fact says where nobody has worded it. It may name other facts."""

    when: Suits = Suits()


class FactSpec(_Model):
    """A fact that letters state.

    `source` tells where it stands: a field of the plan's root, the plan's office matters, the edition (in the attribute
    `field` of domain.office.Edition, else among the edition's facts), or it is worked out (domain.letters.figures). A
    ``plain`` fact, such as the number of a letter, has one wording for all languages; a ``date`` is typed as people type it.
    The first of `usual` that suits stands in where nobody has worded it.
    """

    source: Literal["plan", "office", "edition", "computed"]
    type: Literal["text", "plain", "date"] = "text"
    field: str = ""
    label: Wording
    hint: Wording
    usual: tuple[UsualWording, ...] = ()


class FactBook(_Model):
    """All facts that letters may state, by name, in the order in which people are asked for them."""

    facts: Mapping[str, FactSpec]
    text: str = Field(default="", repr=False, exclude=True)


class LetterColumn(_Model):
    """A column of a table to be filled in by hand: its head, and its part of the width."""

    head: Wording
    share: float = Field(gt=0, le=100)


class HandTable(_Model):
    """A table of `rows` numbered lines that people write into; the first column holds the number."""

    columns: tuple[LetterColumn, ...] = Field(min_length=2)
    rows: int = Field(ge=1, le=200)


class LetterBlock(_Model):
    """A paragraph, its wording in both languages, or a table for the pen.

    `only_with` names a fact without which the block is left out.
    """

    style: LetterStyle = "body"
    th: str = ""
    en: str = ""
    table: HandTable | None = None
    when: Suits = Suits()
    only_with: str = ""

    @property
    def wordings(self) -> tuple[str, str]:
        """Thai and English."""
        return self.th, self.en


class Letter(_Model):
    """A letter: `order` is its place in a pack, `when` whom it is for; `has_emblem` leaves room above for the emblem."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    order: int = Field(ge=1, le=99)
    name: Wording
    when: Suits = Suits()
    has_emblem: bool = False
    blocks: tuple[LetterBlock, ...] = Field(min_length=1)
    text: str = Field(default="", repr=False, exclude=True)

    def blocks_for(self, authority: AuthorityKind, kind: EditionKind) -> Iterator[LetterBlock]:
        """The blocks that are printed for an edition of that kind at that authority."""
        return (block for block in self.blocks if block.when.suits(authority, kind))


def list_places(text: str) -> Iterator[tuple[str, str]]:
    """The facts that a wording names, each with the style asked for ("": none)."""
    return ((place["name"], place["style"] or "") for place in PLACE.finditer(text))
