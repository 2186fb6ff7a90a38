"""A copy in the hands of a reviewer: what they do goes into the file, and onto the list of what must come out."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from lxml import etree

from success_desktop.domain.plan import Plan
from tests.documents.returned.making.comment_parts import ALL_PARTS, Remark, write_comments
from tests.documents.returned.making.marking import (
    Person,
    Signature,
    carve,
    mark_deleted,
    new_run,
    paragraphs_with,
    parent_of,
    shown_text,
    split_at,
    wrap,
)
from tests.documents.returned.making.must_come_out import MustComeOut, Place
from tests.documents.returned.making.package import Package, W

_EAST_OF_UTC = timedelta(hours=7)
_NEAR = 25
"""Characters beside some words by which a field is told from another one with the same words."""


@dataclass(frozen=True, kw_only=True)
class Program:
    """What a reviewer writes with: its name in the file, the parts it writes comments into, and its manners.

    Word writes the time of the wall and calls it UTC; `has_true_times` where the program writes UTC.
    """

    name: str
    application: str
    comment_parts: tuple[str, ...] = ALL_PARTS
    has_initials: bool = True
    has_true_times: bool = False


class Copy:
    """One returned file in the making."""

    def __init__(self, package: Package, plan: Plan, program: Program, must: MustComeOut) -> None:
        self.package = package
        self.must = must
        self.plan = plan
        self.signature = Signature()
        self._program = program
        self._remarks: list[Remark] = []

    def paragraph(self, text: str, nth: int = 0) -> etree._Element:
        """The paragraph that is `text`, or else holds it; further ones by their number."""
        found = list(paragraphs_with(self.package.body, text))
        return ([one for one in found if shown_text(one) == text] or found)[nth]

    def require(self, place: Place, text: str, nth: int = 0) -> None:
        """Stop unless the paragraph meant is printed of a field: what stands around the words is the same in both."""
        if place.part not in ("th", "en"):
            return
        shown, sent = shown_text(self.paragraph(text, nth)), self.must.text_of(place)
        before, _, after = sent.partition(text)
        sides = [before.rpartition("\n")[2][-_NEAR:] + text, text + after.partition("\n")[0][:_NEAR]]
        near = [words for words in sides if words != text] or [text]
        assert text in sent, (text, sent)
        assert any(words in shown for words in near), (text, shown, sent)

    def replace(
        self, place: Place, old: str, new: str, by: Person, *, nth: int = 0
    ) -> tuple[etree._Element, etree._Element]:
        """Track a word, or a whole number, put in the place of another."""
        self.require(place, old, nth)
        self.must.wording(place, old, new, by.name)
        return self.strike(old, by, nth=nth), self.write_after(old, new, by, nth=nth)

    def insert(self, place: Place, after: str, new: str, by: Person, *, nth: int = 0) -> etree._Element:
        """Track words written behind others."""
        self.require(place, after, nth)
        self.must.wording(place, after, after + new, by.name)
        return self.write_after(after, new, by, nth=nth)

    def delete(self, place: Place, old: str, by: Person, *, nth: int = 0) -> etree._Element:
        """Track words taken away."""
        self.require(place, old, nth)
        self.must.wording(place, old, "", by.name)
        return self.strike(old, by, nth=nth)

    def retype(self, place: Place, old: str, new: str, *, nth: int = 0) -> None:
        """Type a word, or a whole number, over another while nothing is tracked."""
        self.require(place, old, nth)
        self.must.wording(place, old, new, "")
        self.type_over(old, new, nth=nth)

    def type_over(self, old: str, new: str, *, nth: int = 0) -> None:
        """Type over words, untracked, whatever they belong to."""
        first, *others = carve(self.paragraph(old, nth), old)
        for text in first.findall(f"{W}t"):
            text.text = new
        for run in others:
            parent_of(run).remove(run)

    def strike(self, old: str, by: Person, *, nth: int = 0) -> etree._Element:
        """Track the deletion of words (ECMA-376 part 1, 17.13.5.14); returns the last of its elements."""
        made: etree._Element | None = None
        for run in carve(self.paragraph(old, nth), old):
            made = wrap(run, self.signature.mark("del", by))
            mark_deleted(run)
            self.must.counts["deletion"] += 1
        assert made is not None
        return made

    def write_after(self, after: str, new: str, by: Person, *, nth: int = 0) -> etree._Element:
        """Track words written behind others (ECMA-376 part 1, 17.13.5.18)."""
        run = carve(self.paragraph(after, nth), after)[-1]
        mark = self.signature.mark("ins", by)
        mark.append(new_run(new, run))
        holder = parent_of(run)
        (run if holder.tag == f"{W}p" else holder).addnext(mark)
        self.must.counts["insertion"] += 1
        return mark

    def comment(
        self, place: Place, quote: str, text: str, by: Person, *others: Place, nth: int = 0
    ) -> "Thread":
        """Remark on words (ECMA-376 part 1, 17.13.4.4): all of them in one field, or `others` as good."""
        if place.node:
            self.require(place, quote, nth)
        runs = carve(self.paragraph(quote, nth), quote)
        return self.comment_between(place, outer(runs[0]), outer(runs[-1]), (quote, text), by, *others)

    def comment_between(
        self,
        place: Place,
        first: etree._Element,
        last: etree._Element,
        words: tuple[str, str],
        by: Person,
        *others: Place,
    ) -> "Thread":
        """Remark on what stands from one element to another; `words`: what is quoted, and what is said."""
        quote, text = words
        remark = self.new_remark(by, text)
        first.addprevious(self.marker("commentRangeStart", remark))
        end = self.marker("commentRangeEnd", remark)
        last.addnext(end)
        end.addnext(self.reference(remark))
        return Thread(self, remark, self.list_comment(place, remark, quote, *others))

    def comment_at(self, place: Place, before: str, text: str, by: Person, *, nth: int = 0) -> "Thread":
        """Remark on a point in front of some words: Word writes no range then, only the reference (17.13.4.5)."""
        remark = self.new_remark(by, text)
        paragraph = self.paragraph(before, nth)
        split_at(paragraph, shown_text(paragraph).index(before))
        outer(carve(paragraph, before)[0]).addprevious(self.reference(remark))
        return Thread(self, remark, self.list_comment(place, remark, ""))

    def list_comment(self, place: Place, remark: Remark, quote: str, *others: Place) -> dict[str, Any]:
        """Put a comment on the list, with its time (of Thailand, where the program writes the wall's) and initials."""
        listed = self.must.comment(place, remark.text, remark.person.name, quote, *others)
        written_at = datetime.fromisoformat(remark.date)
        listed["at"] = (written_at if self._program.has_true_times else written_at - _EAST_OF_UTC).isoformat()
        listed["initials"] = remark.person.initials if self._program.has_initials else ""
        return listed

    def new_remark(self, by: Person, text: str, parent: Remark | None = None) -> Remark:
        """A comment of which nothing stands in the text yet."""
        made = Remark(
            id=str(len(self._remarks)), person=by, date=self.signature.date(), text=text, parent=parent
        )
        self._remarks.append(made)
        self.must.counts["reply" if parent else "comment"] += 1
        return made

    def marker(self, tag: str, remark: Remark) -> etree._Element:
        """The beginning or the end of a comment's range."""
        made = etree.Element(f"{W}{tag}")
        made.set(f"{W}id", remark.id)
        return made

    def reference(self, remark: Remark) -> etree._Element:
        """The run that a comment hangs on."""
        run = etree.Element(f"{W}r")
        run.append(self.marker("commentReference", remark))
        return run

    def save(self, folder: Path, name: str) -> None:
        """Write the file and its list."""
        if self._remarks:
            program = self._program
            write_comments(
                self.package, self._remarks, program.comment_parts, has_initials=program.has_initials
            )
        application = f"<Application>{self._program.application}</Application>"
        app = self.package.parts["docProps/app.xml"].decode()
        start, end = app.index("<Application>"), app.index("</Application>")
        app = app[:start] + application + app[end + len("</Application>") :]
        self.package.parts["docProps/app.xml"] = app.encode()
        self.package.save(folder / f"{name}.docx")
        self.must.save(folder / f"{name}.json")


class Thread:
    """A comment in the text, to be answered or ticked."""

    def __init__(self, copy: Copy, remark: Remark, listed: dict[str, Any]) -> None:
        self._copy = copy
        self.remark = remark
        self._listed = listed

    def reply(self, text: str, by: Person) -> "Thread":
        """Answer; the answer has its own markers beside those of the comment, as Word writes them."""
        made = self._copy.new_remark(by, text, self.remark)
        body = self._copy.package.document
        for tag in ("commentRangeStart", "commentRangeEnd"):
            for element in body.iter(f"{W}{tag}"):
                if element.get(f"{W}id") == self.remark.id:
                    element.addnext(self._copy.marker(tag, made))
                    break
        for reference in body.iter(f"{W}commentReference"):
            if reference.get(f"{W}id") == self.remark.id:
                parent_of(reference).addnext(self._copy.reference(made))
                break
        self._listed["replies"].append({"author": by.name, "text": text})
        return self

    def resolve(self) -> "Thread":
        """Tick the thread as done."""
        self.remark.is_resolved = True
        self._listed["resolved"] = True
        return self


def outer(run: etree._Element) -> etree._Element:
    """The run, or what tracks or wraps it, as a child of its paragraph."""
    while parent_of(run).tag != f"{W}p":
        run = parent_of(run)
    return run
