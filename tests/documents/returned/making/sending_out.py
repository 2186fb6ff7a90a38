"""The files that were sent to the reviewers, and the plan file that knows of it."""

import itertools
from datetime import UTC, datetime
from unittest import mock

from success_desktop.domain.seeds import sow_plan
from success_desktop.services.export import ExportOptions
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.sending import SendingOptions, prepare_sending, send_for_review
from success_desktop.store.plan_file import PlanFile
from success_desktop.store.plans import NewPlan
from tests.documents.returned.making.package import Package
from tests.documents.returned.making.reviewed_plan import FOLDER, PLAN_FILE, reviewed_seed
from tests.plans import template

SENT = {name: FOLDER / f"sent-{name}.docx" for name in ("th", "both", "digits")}
"""What went out: the Thai file, the one in both languages, and the Thai one with Thai digits."""

_LOOKS = {
    "th": ExportOptions(),
    "both": ExportOptions(language="both"),
    "digits": ExportOptions(has_thai_digits=True),
}

_SENT_AT = datetime(2024, 2, 12, 3, 0, tzinfo=UTC)
_REVISION_ID = "01jrev00000000000000000001"
"""The id that the revision has in every run, so that the files are the same."""


def send_out() -> None:
    """Make the plan file, and send it for review in each look."""
    PLAN_FILE.unlink(missing_ok=True)
    base, numbers = template(), itertools.count(1)
    edits = sow_plan(base, reviewed_seed(), lambda: f"01j{next(numbers):023}")
    file = PlanFile.create(PLAN_FILE, NewPlan(base.text, "สมหญิง", _SENT_AT, edits))
    editor = PlanEditor(file, "สมหญิง", lambda: _SENT_AT)
    try:
        for name, path in SENT.items():
            with mock.patch("success_desktop.store.revisions.new_id", return_value=_REVISION_ID):
                draft = prepare_sending(editor, path.name, SendingOptions(_LOOKS[name]))
            send_for_review(draft, path)
            Package(path).save(path)
    finally:
        editor.close()
