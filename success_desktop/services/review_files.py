"""Review files (NAME.review): one reviewer's remarks in a small file that is mailed back and merged into the plan.

The file is a zip with one text in it (JSON): the pack of domain.review_pack, and a digest by which damage is known. Several
reviewers' files come in in any order, any number of times, with the same result.
"""

import json
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from success_desktop.domain.review_merge import Merged, Tally, merge_pack
from success_desktop.domain.review_pack import ReviewPack, pack_nodes
from success_desktop.errors import Unreadable, UserError
from success_desktop.i18n import LANGUAGES, N_, _
from success_desktop.services.export import replace_file
from success_desktop.services.keeping import keep_automatically
from success_desktop.services.plan_editor import PlanEditor
from success_desktop.services.reviewing import own_round_id
from success_desktop.services.revisions import newest_revision

REVIEW_SUFFIX = ".review"
_ENTRY = "review.json"
_MOST_BYTES = 32 * 1024 * 1024
"""What a file may hold once it is unpacked; fifty remarks need about 100 kB."""
_LONGEST_TITLE = 2000
_NO_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class ReviewReceipt:
    """What came in with a review file. `tally` counts remarks: new ones, those that say something else now, known ones."""

    reviewer: str
    round_id: str
    file_name: str
    tally: Tally

    @property
    def is_news(self) -> bool:
        """Whether anything came in."""
        return bool(self.tally.new or self.tally.updated or self.tally.new_replies)

    def sentence(self) -> str:
        """What came in, in the interface's language."""
        counts = {name: f"{count:,}" for name, count in self.tally._asdict().items()}
        message = _("Remarks of {name}: {new} new, {updated} amended, {known} known already.")
        return message.format(name=self.reviewer, **counts)

    def as_data(self) -> dict[str, str | int]:
        """As plain data that JSON can hold."""
        return {
            "reviewer": self.reviewer,
            "round_id": self.round_id,
            "file_name": self.file_name,
            **self.tally._asdict(),
        }


def write_review(editor: PlanEditor, path: Path) -> int:
    """Write the remarks made in a copy for review to a file, which is replaced. Returns how many they are.

    Raises UserError when there are none, or the file cannot be written.
    """
    pack = pack_review(editor)
    count = sum(node.kind == "remark" for node in pack.nodes)
    if not count:
        raise UserError(
            N_("There are no remarks to save yet."),
            advice=N_("Choose a passage of the plan and write what you think of it."),
        )
    if path.suffix.lower() != REVIEW_SUFFIX:
        raise UserError(
            N_("“{name}” is not the name of a review file."),
            advice=N_("Give a name that ends in .review."),
            name=path.name,
        )
    text = json.dumps({"digest": pack.digest, "review": pack.model_dump(mode="json")}, ensure_ascii=False)
    replace_file(path, lambda draft_path: _write_zip(draft_path, text))
    return count


def pack_review(editor: PlanEditor) -> ReviewPack:
    """The remarks made in a copy for review, packed. Raises UserError where the plan is open for editing."""
    round_id = own_round_id(editor)
    plan, newest = editor.plan, newest_revision(editor)
    title = next((text for language in LANGUAGES if (text := plan.root.text("title", language))), "")
    return ReviewPack(
        plan_id=plan.root_id,
        plan_title=title[:_LONGEST_TITLE],
        revision_id=newest.id if newest is not None else "",
        round_id=round_id,
        reviewer=plan.nodes[round_id].word("reviewer"),
        saved_at=editor.now(),
        edition=editor.file.store.last_number(),
        nodes=pack_nodes(plan, round_id),
    )


def read_review(path: Path) -> ReviewPack:
    """Read a review file. Raises Unreadable when it is none, is damaged, too large, or newer than the program."""
    try:
        with zipfile.ZipFile(path) as package, package.open(_ENTRY) as entry:
            text = entry.read(_MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise UserError(
            N_("The file “{name}” is not there."),
            advice=N_("Check whether it was moved or renamed, and whether its disk is connected."),
            name=path.name,
        ) from error
    except (OSError, KeyError, RuntimeError, zipfile.BadZipFile, zlib.error, EOFError, ValueError) as error:
        raise _unreadable(path.name) from error
    if len(text) > _MOST_BYTES:
        raise _unreadable(path.name)
    try:
        raw = json.loads(text)
        _refuse_newer(raw, path)
        pack = ReviewPack.model_validate(raw["review"])
    except (ValueError, KeyError, TypeError, RecursionError, ValidationError) as error:
        raise _unreadable(path.name) from error
    if pack.digest != raw.get("digest"):
        raise _unreadable(path.name)
    return pack


def preview_review(editor: PlanEditor, pack: ReviewPack, file_name: str = "") -> ReviewReceipt:
    """What would come in with a review file.

    Raises UserError when it belongs to another plan, or would write over what others said.
    """
    return ReviewReceipt(pack.reviewer, pack.round_id, file_name, _merge(editor, pack, file_name).tally)


def merge_review(
    editor: PlanEditor, pack: ReviewPack, file_name: str = "", initiator: object | None = None
) -> ReviewReceipt:
    """Bring a review file into the plan as one step of undo; none when everything in it is there already.

    What was decided on remarks that came in before stays. The plan is kept as a revision first. Raises UserError when the
    file belongs to another plan.
    """
    receipt = preview_review(editor, pack, file_name)
    if receipt.is_news:
        keep_automatically(
            editor, "import", _("Before bringing in {name}").format(name=file_name or pack.reviewer)
        )
    editor.edit(N_("Bring in a review file"), _merge(editor, pack, file_name).edits, initiator)
    return receipt


def _merge(editor: PlanEditor, pack: ReviewPack, file_name: str) -> Merged:
    _require_same_plan(editor, pack)
    try:
        return merge_pack(editor.plan, pack)
    except ValueError as error:
        raise _unreadable(file_name or pack.reviewer) from error


def _require_same_plan(editor: PlanEditor, pack: ReviewPack) -> None:
    if pack.plan_id != editor.plan.root_id:
        raise UserError(
            N_("These remarks are about another plan: “{title}”."),
            advice=N_("Open that plan, then bring the file in there. Nothing has been changed."),
            title=pack.plan_title,
        )


def _refuse_newer(raw: Mapping[str, Mapping[str, object]], path: Path) -> None:
    version = raw["review"].get("version")
    if isinstance(version, int) and version > 1:
        raise Unreadable(
            N_("“{name}” was written by a newer version of the program."),
            advice=N_("Install the newest version, then bring the file in again."),
            name=path.name,
        )


def _unreadable(name: str) -> Unreadable:
    return Unreadable(
        N_("“{name}” is not a review file, or it is damaged."),
        advice=N_(
            "Ask its reviewer to save it again and to send it as an attachment. Nothing has been changed."
        ),
        name=name,
    )


def _write_zip(path: Path, text: str) -> None:
    """Write the text; no time of day goes into the file, so that equal remarks make equal bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        entry = zipfile.ZipInfo(_ENTRY, _NO_TIME)
        entry.compress_type = zipfile.ZIP_DEFLATED
        package.writestr(entry, text.encode("utf-8", "surrogatepass"), compresslevel=9)
