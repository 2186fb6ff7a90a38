"""Reviews drawn at random: a dozen deeds on texts anywhere in the file, by several people, tracked and not."""

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

from lxml import etree

from success_desktop.domain.plan import Plan
from tests.documents.returned.making.marking import shown_text, style_of
from tests.documents.returned.making.must_come_out import Place
from tests.documents.returned.making.package import W
from tests.documents.returned.making.places import ARPHA, BUNMEE, CAROL
from tests.documents.returned.making.returned_copy import Copy

_DEEDS = 12
_REFERRED = ("agency", "alignment_item", "plan")
"""Kinds whose names are printed as references, or repeated in titles, too: whose text it is cannot be told by its words."""

_NEW = ("ใหม่", "แก้ไขแล้ว", "test", "ก", "๑๒๓ บาท", "  ")


class Passage(NamedTuple):
    """Words that stand once in a text: the part of the field, the words, and which paragraph that holds them is meant."""

    place: Place
    words: str
    nth: int


def review_at_random(copy: Copy, seed: int) -> None:
    """Do a dozen things to texts drawn at random; one thing to each."""
    rng = Random(seed)
    texts = list(_texts(copy.plan))
    for place, text in rng.sample(texts, _DEEDS):
        passage = _draw(copy, rng, place, text)
        if passage is not None:
            _do(copy, rng, passage)


def _texts(plan: Plan) -> Iterator[tuple[Place, str]]:
    for node in plan.walk():
        for field in node.fields if node.kind not in _REFERRED else ():
            text = node.parts(field).get("th")
            if isinstance(text, str):
                yield Place(node.id, field, "th"), text


def _draw(copy: Copy, rng: Random, place: Place, text: str) -> Passage | None:
    """Some words of a text as one of its paragraphs prints them; None where it is not printed, or has them twice."""
    line = rng.choice([line for line in text.split("\n") if line])
    words = line.split(" ")
    start = rng.randrange(len(words))
    chosen = " ".join(words[start : start + rng.randint(1, 3)])
    printing = [
        one for one in _paragraphs(copy) if shown_text(one) == line or shown_text(one).endswith(f"  {line}")
    ]
    if text.count(chosen) != 1 or not chosen.strip() or not printing:
        return None
    holding = [one for one in _paragraphs(copy) if chosen in shown_text(one)]
    holding = [one for one in holding if shown_text(one) == chosen] or holding
    meant = rng.choice(printing)
    return Passage(place, chosen, holding.index(meant)) if meant in holding else None


def _paragraphs(copy: Copy) -> list[etree._Element]:
    return [one for one in copy.package.body.iter(f"{W}p") if not style_of(one).startswith("TOC")]


def _do(copy: Copy, rng: Random, passage: Passage) -> None:
    """Track a wording, type it silently, write behind the words, or remark on them."""
    place, words, nth = passage
    by, new = rng.choice((ARPHA, BUNMEE, CAROL)), rng.choice(_NEW)
    deed = rng.choice(("replace", "retype", "insert", "comment"))
    if deed == "replace":
        copy.replace(place, words, new, by, nth=nth)
    elif deed == "retype":
        copy.retype(place, words, new, nth=nth)
    elif deed == "insert":
        copy.insert(place, words, new, by, nth=nth)
    else:
        copy.comment(place, words, f"{new} {rng.random()}", by, nth=nth)
