"""What was altered without tracking in the lines that repeat at the head and the foot of the pages.

They belong to no field: whoever reads the remarks decides what they are about, so these have no place in the plan.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from success_desktop.documents.returned.bearings import Bearings
from success_desktop.documents.returned.found_remarks import NO_REMARK, Found, say_change
from success_desktop.documents.returned.resolving import Line, read_lines
from success_desktop.documents.returned.returned_file import ReturnedFile, stands
from success_desktop.documents.returned.sendings import Margin, margin_words

_NUMBER_AT_END = re.compile(r"\s*\d+$")


def read_silent_margins(bearings: Bearings) -> Iterator[Found]:
    """Remarks for lines of margins that read otherwise than they were sent, each alteration told once.

    One margin stands in the file once for each section. Margins without any text say nothing as long as another one of
    the same sort has some: programs add them. Nothing is told where it is not known what was sent.
    """
    sent = (("header", bearings.sending.heads), ("footer", bearings.sending.feet))
    lines = read_lines(bearings.file, "rejected")
    told = dict.fromkeys(
        change
        for story, variants in sent
        for margin in _margins_of(bearings.file, lines, story)
        for change in _changes(margin, variants)
    )
    for before, after in told:
        yield Found(
            replace(
                NO_REMARK,
                author=bearings.author,
                trace="untracked",
                text=say_change(before, after),
                quote=after,
                context=before,
                source=f"margin|{(before or after)[:80].replace('|', '/')}||",
            )
        )


def _margins_of(file: ReturnedFile, lines: Sequence[Line], story: str) -> list[Margin]:
    """The margins of a sort (header, footer) in a file; where none has any text, one without a line."""
    stories: dict[str, list[str]] = {}
    for line in lines:
        if line.story.startswith(story):
            text = margin_words(_without_page_numbers(file, line))
            stories.setdefault(line.story, []).extend([text] if text else [])
    found = [tuple(texts) for texts in stories.values() if texts]
    return found or [()] * bool(stories)


def _without_page_numbers(file: ReturnedFile, line: Line) -> str:
    """What a line reads with every change rejected, page numbers left out: each program counts them anew."""
    return "".join(
        run.text
        for number in line.paragraphs
        for run in file.paragraphs[number].runs
        if run.holding != "page" and stands(run.marks, "rejected")
    )


def _changes(margin: Margin, variants: Sequence[Margin]) -> Iterator[tuple[str, str]]:
    """How a margin differs from the one of those sent that it is most like: lines before and after."""
    if not variants:
        return
    known = {line for variant in variants for line in variant}
    lines = tuple(_as_sent(line, known) for line in margin)
    matchers = [(variant, SequenceMatcher(None, variant, lines, autojunk=False)) for variant in variants]
    sent, best = max(matchers, key=lambda one: one[1].ratio())
    for sort, start, end, new_start, new_end in best.get_opcodes():
        if sort != "equal":
            yield "\n".join(sent[start:end]), "\n".join(lines[new_start:new_end])


def _as_sent(line: str, known: set[str]) -> str:
    """A line without a page number that a program has put in as plain text."""
    bare = _NUMBER_AT_END.sub("", line)
    return bare if bare in known else line
