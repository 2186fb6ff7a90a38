"""What leaves as a Word file can be read back: each label leads to the value that was stored, also after LibreOffice."""

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from success_desktop.documents.outline import OutlineOptions, build_outline
from success_desktop.documents.outline_blocks import DocumentLanguage
from success_desktop.documents.outline_passages import list_printed_fields, list_rows, list_tables
from success_desktop.documents.word_writer import write_word
from success_desktop.domain.plan import Node, Plan
from success_desktop.domain.schema import Seed
from success_desktop.domain.thai_digits import thai_digits
from tests.documents.read_back import ReturnedFile, SentField, SentRow, SentText
from tests.documents.word_plans import branch, issue_plan, plan_of, project, root, sample_plan, strategy_plan

LONGEST_NAME = 40
REVISION = "01jrevision000000000000007"
MARKS = {"th": "[อังกฤษ]", "en": "[Thai]"}
HARD_LINE = 'ที่ ปี้ น้ำ นํ้า ฯลฯ "A & B" <b>หนา</b> 100 %\tแท็บ  สองช่อง 🌧️ ๑๒๓ ]]> &amp;'
HARD_TEXT = f"{HARD_LINE}\nย่อหน้าที่สอง  เว้นสองช่อง\n\nย่อหน้าที่สี่ หลังบรรทัดว่าง"


class Sent(NamedTuple):
    """A document: its plan, its language, its digits, and the file with what is read in it."""

    plan: Plan
    language: DocumentLanguage
    has_thai_digits: bool
    path: Path
    file: ReturnedFile


def hard_plan() -> Plan:
    """Every place where text is printed, filled with what is hardest to carry."""
    both = {"th": HARD_TEXT, "en": f"English {HARD_TEXT}"}
    line = {"th": HARD_LINE, "en": f"English {HARD_LINE}"}
    named = {"name": line}
    sub_section = Seed(kind="section", fields={"name": {"th": "ไม่มีเนื้อหา"}})
    indicator = Seed(
        kind="indicator",
        fields={"name": both, "unit": line, "baseline": 1, "target": {2568: 2}, "verification": both},
    )
    lead = project("", {2568: {"ordinance": 1}}, lead_agencies=["a"])
    texts = dict.fromkeys(("name", "objective", "target", "kpi", "expected_result"), both)
    hard_project = lead.model_copy(update={"fields": {**lead.fields, **texts}})
    return plan_of(
        root(
            Seed(kind="section", fields={"part": "context", **named, "body": both}, children=(sub_section,)),
            Seed(kind="section", fields={"part": "monitoring", "body": both}),
            Seed(kind="vision", fields={"name": both}),
            Seed(kind="mission", fields={"name": both}),
            branch(hard_project, project("สั้น")),
            Seed(
                kind="strategic_issue",
                fields={**named, "rationale": both},
                children=(Seed(kind="goal", fields={**named, "description": both}, children=(indicator,)),),
            ),
            Seed(
                kind="agency_register",
                children=(Seed(kind="agency", key="a", fields={**named, "short_name": line, "role": both}),),
            ),
            Seed(kind="glossary", children=(Seed(kind="term", fields={**named, "definition": both}),)),
            organisation=line,
            area={"th": "จังหวัดทดสอบ"},
            edition={"en": "Draft 1"},
            notice=both,
        )
    )


SENDINGS: Mapping[str, tuple[Plan, DocumentLanguage, bool]] = {
    "sample-th": (sample_plan(), "th", False),
    "sample-en": (sample_plan(), "en", False),
    "sample-both": (sample_plan(), "both", False),
    "strategy-th": (strategy_plan(), "th", True),
    "strategy-en": (strategy_plan(), "en", False),
    "issue-both": (issue_plan(), "both", False),
    "hard-th": (hard_plan(), "th", False),
    "hard-en": (hard_plan(), "en", False),
    "hard-both": (hard_plan(), "both", False),
}


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Sent]:
    """Every document of SENDINGS, written once."""
    folder = tmp_path_factory.mktemp("sent")
    documents = {}
    for name, (plan, language, has_thai_digits) in SENDINGS.items():
        path = folder / f"{name}.docx"
        write_word(build_outline(plan, OutlineOptions(language, has_thai_digits, REVISION)), path)
        documents[name] = Sent(plan, language, has_thai_digits, path, ReturnedFile(path))
    return documents


@pytest.fixture(scope="module")
def returned(
    sent: Mapping[str, Sent], tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, ReturnedFile]:
    """The documents as LibreOffice saves them; it starts once for all."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice (soffice) is not installed: nothing can be saved by it")
    folder = tmp_path_factory.mktemp("returned")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(folder)]
    files = [str(one.path) for one in sent.values()]
    subprocess.run([*command, *files], check=True, capture_output=True)
    return {name: ReturnedFile(folder / one.path.name) for name, one in sent.items()}


def _stored(one: Sent, node: Node, field: str, language: str) -> str:
    """What the page must show of a text: the stored one; where it is missing, the other language's behind a mark."""
    text = node.text(field, "en" if language == "en" else "th")
    if not text and one.language != "both":
        text = node.text(field, "th" if language == "en" else "en")
        return f"{MARKS[one.language]} {_digits(one, text, language)}" if text else ""
    return _digits(one, text, language)


def _digits(one: Sent, text: str, language: str) -> str:
    return thai_digits(text) if one.has_thai_digits and language == "th" else text


def _is_text(one: Sent, node: Node, field: str) -> bool:
    specs = one.plan.template.kind(node.kind).fields
    return field in specs and specs[field].type == "text"


def _differences(one: Sent, file: ReturnedFile) -> Iterator[str]:
    """Every place in a file where what stands there is not what the plan stores."""
    names = set(file.names)
    for field in file.fields:
        if field.name not in names:
            yield f"{field.name}: the label of {field.field} is lost"
        elif (found := file.value_of(field.name)) != (wanted := _wanted_value(one, field)):
            yield f"{field.field} ({field.language}): {found!r} instead of {wanted!r}"
    for row in file.rows:
        if row.name not in names:
            yield f"{row.name}: the label of a row is lost"
        elif (cells := file.cells_of(row.name)) != (wanted_cells := _wanted_cells(one, row)):
            yield f"{row.form}: {cells!r} instead of {wanted_cells!r}"


def _wanted_value(one: Sent, field: SentField) -> str:
    node = one.plan.nodes[field.node_id]
    if not _is_text(one, node, field.field):
        return field.value.shown
    return _stored(one, node, field.field, field.language)


def _wanted_cells(one: Sent, row: SentRow) -> list[str]:
    node = one.plan.nodes[row.node_id]
    languages = ("th", "en") if one.language == "both" else (one.language,)
    return [
        "\n".join(text for lang in languages if (text := _stored(one, node, source, lang)))
        if _is_text(one, node, source)
        else "\n".join(text.shown for text in texts)
        for source, texts in zip(row.sources, row.cells, strict=True)
    ]


@pytest.mark.parametrize("name", SENDINGS)
def test_every_label_leads_to_the_value_that_is_stored(sent, name):
    file = sent[name].file
    assert file.fields
    assert file.rows
    assert list(_differences(sent[name], file)) == []


@pytest.mark.parametrize("name", SENDINGS)
def test_every_label_still_leads_to_the_stored_value_after_libreoffice(sent, returned, name):
    assert list(_differences(sent[name], returned[name])) == []


@pytest.mark.parametrize("name", SENDINGS)
def test_a_label_reads_as_it_was_sent_also_after_libreoffice(sent, returned, name):
    """What an advisor changed in a label can only be told when an untouched one is read as it went out."""
    for file in (sent[name].file, returned[name]):
        for field in file.fields:
            assert file.label_of(field.name) == field.label


@pytest.mark.parametrize("name", SENDINGS)
def test_the_map_tells_the_same_fields_and_rows_as_the_outline(sent, name):
    one: Sent = sent[name]
    outline = build_outline(one.plan, OutlineOptions(one.language, one.has_thai_digits, REVISION))
    assert one.file.fields == tuple(
        SentField(*printed.anchor, printed.label, SentText(*printed.value[:3]))
        for printed in list_printed_fields(outline)
    )
    assert one.file.rows == tuple(
        SentRow(
            row.anchor.name,
            row.anchor.node_id,
            table.form,
            tuple(column.source for column in table.columns),
            tuple(tuple(SentText(*phrase[:3]) for phrase in cell) for cell in row.cells),
        )
        for table in list_tables(outline)
        for row in list_rows(table)
    )


@pytest.mark.parametrize("name", SENDINGS)
def test_the_map_comes_back_from_libreoffice_as_it_went(sent, returned, name):
    before, after = sent[name].file, returned[name]
    assert (before.fields, before.rows) == (after.fields, after.rows)


@pytest.mark.parametrize("name", SENDINGS)
def test_plan_and_revision_are_named_before_and_after_libreoffice(sent, returned, name):
    one = sent[name]
    digits = "thai" if one.has_thai_digits else "arabic"
    for file in (one.file, returned[name]):
        assert {
            "SUCCESS plan id": one.plan.root_id,
            "SUCCESS revision id": REVISION,
        }.items() <= file.properties.items()
        told = {key: file.map.get(key) for key in ("plan", "revision", "language", "digits")}
        assert told == {
            "plan": one.plan.root_id,
            "revision": REVISION,
            "language": one.language,
            "digits": digits,
        }


@pytest.mark.parametrize("name", SENDINGS)
def test_the_names_of_labels_are_unique_and_short(sent, name):
    names = sent[name].file.names
    assert len(names) == len(set(names))
    assert max(map(len, names)) <= LONGEST_NAME


@pytest.mark.parametrize("name", SENDINGS)
def test_after_libreoffice_each_label_still_stands_in_one_place(sent, returned, name):
    """LibreOffice writes a bookmark around nothing twice, in one paragraph; no name may lead to two."""
    before, after = sent[name].file, returned[name]
    labels = {one.name for one in before.fields} | {one.name for one in before.rows}
    assert labels <= set(after.names)
    assert max(map(len, after.names)) <= LONGEST_NAME
    assert {len(after.paragraphs_of(label)) for label in labels} == {1}


def test_every_printed_text_of_a_plan_can_be_found_by_its_label_or_its_row(sent):
    """Nothing that a planner wrote leaves without a way home, where the template prints it."""
    one = sent["sample-both"]
    file = one.file
    homes = {(field.node_id, field.field) for field in file.fields}
    homes |= {(row.node_id, source.partition(":")[0]) for row in file.rows for source in row.sources}
    in_no_column = {"place", "note", "reason"}  # fields of a project that no form has a column for
    for node in one.plan.walk():
        for field, spec in one.plan.template.kind(node.kind).fields.items():
            if node.parts(field) and spec.type == "text" and field not in in_no_column:
                if node.kind == "action_item" and field == "description":
                    continue  # the list of action items has no column for it
                assert (node.id, field) in homes
