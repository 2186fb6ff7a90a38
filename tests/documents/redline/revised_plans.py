"""Two states of a plan and the people who led from the one to the other, for redlines in tests."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from docx.oxml.ns import qn
from lxml import etree

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.outline_anchors import anchor_name
from success_desktop.documents.outline_blocks import DocumentLanguage
from success_desktop.documents.redline.redline_writer import Redline, write_redline
from success_desktop.documents.redline.signing import PlanSigner
from success_desktop.domain.authorship import Authorship
from success_desktop.domain.comparison import compare_plans
from success_desktop.domain.edits import Edit, MoveNode, apply, place_among, set_value
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.revision import Transaction
from success_desktop.domain.values import Atom
from tests.documents.word_plans import strategy_plan

MALEE, SOMCHAI = "มาลี", "สมชาย"
NEW_TITLE = "แผนทดสอบฉบับปรับปรุง พ.ศ. 2568–2572"
BEGUN_AT = datetime(2024, 2, 12, 3, 0, tzinfo=UTC)
"""When the first step of a story is taken; each following one is a minute later."""

Step = Callable[[Plan], Iterable[Edit]]


def find_node(plan: Plan, kind: str, name: str = "") -> Node:
    """The first node of a kind, or the one with that Thai name."""
    return next(
        node for node in plan.walk() if node.kind == kind and (not name or node.text("name", "th") == name)
    )


def write_value(kind: str, field: str, part: str, value: Atom | None, name: str = "") -> Step:
    """The step that gives a part of a node's field a value."""
    return lambda plan: set_value(plan, find_node(plan, kind, name).id, field, part, value)


def row_of(plan: Plan, name: str, form: str = "projects") -> str:
    """The bookmark on the row of a project in a form."""
    return anchor_name("r", find_node(plan, "project", name).id, form)


def label_of(plan: Plan, kind: str, field: str, language: str = "th") -> str:
    """The bookmark on the label of a field of the first node of a kind."""
    return anchor_name("f", find_node(plan, kind).id, f"{field}/{language}")


def move_heat(plan: Plan) -> tuple[Edit, ...]:
    """The step in which the small plan's project of the second goal goes to the first approach."""
    node, target = find_node(plan, "project", "โครงการheat"), find_node(plan, "approach")
    place = place_among(plan, target.id)
    return (MoveNode(node.id, node.parent_id or "", node.position, target.id, place),)


class Story:
    """A plan that people edit one after the other."""

    def __init__(self, plan: Plan) -> None:
        self.old = self.new = plan
        self._transactions: list[Transaction] = []
        self._edits: list[tuple[int, Edit]] = []

    def step(self, author: str, *steps: Step) -> "Story":
        """`author` takes some steps as one transaction."""
        number = len(self._transactions) + 1
        at = BEGUN_AT + timedelta(minutes=number - 1)
        self._transactions.append(Transaction(number, str(number), author, at, ""))
        for step in steps:
            edits = tuple(step(self.new))
            self.new = apply(self.new, edits)
            self._edits.extend((number, edit) for edit in edits)
        return self

    def redline(
        self, language: DocumentLanguage = "th", *, has_thai_digits: bool = False, is_backwards: bool = False
    ) -> Redline:
        """What a redline of the story is made of, from its beginning to its end, or back."""
        old, new = (self.new, self.old) if is_backwards else (self.old, self.new)
        outlines = [
            build_outline(plan, OutlineOptions(language, has_thai_digits, revision_id))
            for plan, revision_id in ((old, "rev-old"), (new, "rev-new"))
        ]
        authorship = Authorship(self._transactions, self._edits, is_backwards)
        stamp = authorship.latest
        made_at = stamp.at if stamp else BEGUN_AT
        return Redline(outlines[0], outlines[1], compare_plans(old, new), authorship, made_at)

    def signer(self, language: DocumentLanguage = "th", *, has_thai_digits: bool = False) -> PlanSigner:
        """The signer of the story's redline."""
        made = self.redline(language, has_thai_digits=has_thai_digits)
        return PlanSigner((made.old, made.new), made.comparison, made.authorship, made.made_at)

    def write(self, folder: Path, language: DocumentLanguage = "th") -> Path:
        """The story's redline as a file."""
        path = folder / "redline.docx"
        write_redline(self.redline(language), path)
        return path


def retitled() -> Story:
    """A plan of which one person has edited the title, another the organisation that owns it."""
    return (
        Story(strategy_plan())
        .step(MALEE, write_value("plan", "title", "th", NEW_TITLE))
        .step(SOMCHAI, write_value("plan", "organisation", "th", "เทศบาลเมืองตัวอย่าง"))
    )


def read_words(change: etree._Element) -> Iterable[str]:
    """The texts of a tracked change."""
    return (text.text or "" for text in change.iter(qn("w:t"), qn("w:delText")))
