"""Pairs of plans that differ at random, and what their redline must be: both documents at once.

for seed in range(1000):
    assert list(find_faults(write_pair(draw_pair(seed), folder))) == []
"""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.outline_blocks import DocumentLanguage, Outline
from success_desktop.documents.redline.redline_writer import Redline, write_redline
from success_desktop.documents.word_writer import write_word
from success_desktop.domain.authorship import Authorship
from success_desktop.domain.comparison import compare_plans
from success_desktop.domain.edits import apply, remove_branch
from success_desktop.domain.net_edits import edits_between
from success_desktop.domain.plan import Plan
from success_desktop.domain.revision import Transaction
from tests.documents.redline.libreoffice import (
    DEEDS,
    LibreOffice,
    as_libreoffice_reads,
    untrack_marks_before_tables,
)
from tests.documents.redline.redline_lint import lint_changes
from tests.documents.redline.resolver import (
    Blocks,
    Pages,
    Reading,
    Table,
    W,
    accept_all,
    read_document,
    read_parts,
    reject_all,
)
from tests.documents.word_lint import lint
from tests.documents.word_plans import issue_plan, sample_plan, strategy_plan
from tests.random_plans import random_pair

_LONGEST_BRANCH = 2
_AUTHORS = ("วิภา สุขใจ", "สมชาย ใจดี", "Ann", "")
_SEEDS_A_DEED = 5
_BEGUN_AT = datetime(2024, 2, 12, 3, 0, tzinfo=UTC)
REVISIONS = ("01j0000000000000000000000A", "01j0000000000000000000000B")


@dataclass(frozen=True)
class Pair:
    """Two states of one plan, how both are printed, and whether one person led from the one to the other in one go."""

    old: Plan
    new: Plan
    language: DocumentLanguage
    has_thai_digits: bool
    is_one_deed: bool


class Files(NamedTuple):
    """The documents of a pair and their redline."""

    old: Path
    new: Path
    redline: Path


@functools.cache
def short_sample() -> Plan:
    """The sample plan with the first two branches of each sort: nearly all its sorts of text, in a tenth of its pages."""
    plan = sample_plan()
    for node_id in [node.id for node in plan.walk()]:
        siblings = plan.children_of(node_id) if node_id in plan.nodes else ()
        seen: dict[str, int] = {}
        for child in siblings:
            seen[child.kind] = seen.get(child.kind, 0) + 1
            if seen[child.kind] > _LONGEST_BRANCH and child.id in plan.nodes:
                plan = apply(plan, remove_branch(plan, child.id))
    return plan


def draw_pair(seed: int, most: int = 8) -> Pair:
    """The pair of a seed, `most` deeds apart on either side: mostly of the sample plan, mostly in Thai."""
    rng = Random(seed)
    base = rng.choices([short_sample(), strategy_plan(), issue_plan()], [8, 1, 1])[0]
    languages: list[DocumentLanguage] = ["th", "both", "en"]
    language = rng.choices(languages, [6, 3, 1])[0]
    return Pair(
        *random_pair(base, seed, most), language, rng.random() < 0.2, is_one_deed=seed % _SEEDS_A_DEED == 0
    )


def write_pair(pair: Pair, folder: Path) -> Files:
    """Write a pair's two documents and its redline."""
    files = Files(*(folder / f"{name}.docx" for name in Files._fields))
    old, new = (
        _outline(pair, plan, name) for plan, name in zip((pair.old, pair.new), REVISIONS, strict=True)
    )
    write_word(old, files.old)
    write_word(new, files.new)
    comparison = compare_plans(pair.old, pair.new)
    made_at = _BEGUN_AT + timedelta(days=30)
    write_redline(Redline(old, new, comparison, _sign(pair), made_at), files.redline)
    return files


def _outline(pair: Pair, plan: Plan, revision_id: str) -> Outline:
    return build_outline(plan, OutlineOptions(pair.language, pair.has_thai_digits, revision_id))


def _sign(pair: Pair) -> Authorship:
    """The edits that lead from the one plan to the other: by several people an hour apart, now and then all in one go."""
    edits = edits_between(pair.old, pair.new)
    done = [_done(0 if pair.is_one_deed else number, number) for number in range(1, len(edits) + 1)]
    return Authorship(done, list(enumerate(edits, start=1)))


def _done(hour: int, number: int) -> Transaction:
    at = _BEGUN_AT + timedelta(hours=hour)
    return Transaction(number, f"t{number}", _AUTHORS[hour % len(_AUTHORS)], at, "")


def find_faults(files: Files) -> Iterator[str]:
    """What is wrong with a redline."""
    for name, made, wanted in (
        ("rejected", reject_all(files.redline), read_document(files.old)),
        ("accepted", accept_all(files.redline), read_document(files.new)),
    ):
        if made != wanted:
            yield f"{name}: {first_difference(made, wanted)}"
    yield from lint(files.redline)
    yield from lint_changes(files.redline)
    lost = _bookmarks(files.new) - _bookmarks(files.redline)
    yield from (f"the bookmark {name} is lost" for name in sorted(lost))


def find_faults_in_libreoffice(redline: Path, office: LibreOffice) -> Iterator[str]:
    """Where LibreOffice, accepting or rejecting all changes, comes to another text than the standard's rules do.

    It has one rule of its own (a mark before a table stays), which is granted.
    """
    for deed, resolve in DEEDS.items():
        wanted = as_libreoffice_reads(resolve(redline, untrack_marks_before_tables))
        made = office.read(redline, deed)
        if made.blocks != wanted.blocks:
            yield f"{deed} in LibreOffice: {_part_of_blocks(made.blocks, wanted.blocks)}"
        elif made.margins != wanted.margins:
            yield f"{deed} in LibreOffice: {made.margins ^ wanted.margins}"


def _bookmarks(path: Path) -> set[str]:
    document = read_parts(path)["document.xml"]
    return {str(mark.get(f"{W}name")) for mark in document.iter(f"{W}bookmarkStart")}


def first_difference(made: Reading, wanted: Reading) -> str:
    """Where two readings part, in few words."""
    for number, (one, other) in enumerate(zip(made, wanted, strict=False), start=1):
        if one != other:
            return f"section {number}: {_part_of_pages(one, other)}"
    return f"{len(made)} sections instead of {len(wanted)}"


def _part_of_pages(made: Pages, wanted: Pages) -> str:
    if made.blocks != wanted.blocks:
        return _part_of_blocks(made.blocks, wanted.blocks)
    return f"{made[1:]} instead of {wanted[1:]}"


def _part_of_blocks(made: Blocks, wanted: Blocks) -> str:
    for place, (one, other) in enumerate(zip(made, wanted, strict=False)):
        if one != other:
            before = _shorten(made[place - 1]) if place else "the beginning"
            if isinstance(one, Table) and isinstance(other, Table):
                return f"table behind {before}: {_part_of_rows(one, other)}"
            return f"behind {before}: {_shorten(one)} instead of {_shorten(other)}"
    return f"{len(made)} blocks instead of {len(wanted)}; the longer one ends {_shorten(max(made, wanted, key=len)[-1])}"


def _part_of_rows(made: Table, wanted: Table) -> str:
    for number, (one, other) in enumerate(zip(made.rows, wanted.rows, strict=False), start=1):
        if one != other:
            return f"row {number}: {one} instead of {other}"
    return f"{len(made.rows)} rows instead of {len(wanted.rows)}"


def _shorten(block: str | Table) -> str:
    if isinstance(block, Table):
        return f"a table of {len(block.rows)} rows"
    return repr(block if len(block) < 80 else f"{block[:60]} … {block[-15:]}")
