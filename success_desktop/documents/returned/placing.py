"""A returned file laid over what was sent: every comment, every edit and every row on its field, and all accounted for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from success_desktop.documents.returned.bearings import Bearings
from success_desktop.documents.returned.comment_remarks import read_comments
from success_desktop.documents.returned.found_remarks import Found, merge_equal
from success_desktop.documents.returned.gone_nodes import find_gone_nodes, tell_gone
from success_desktop.documents.returned.labels import find_labels
from success_desktop.documents.returned.ledger import Entry, read_ledger
from success_desktop.documents.returned.margin_remarks import read_silent_margins
from success_desktop.documents.returned.object_remarks import read_objects
from success_desktop.documents.returned.returned_file import ReturnedFile
from success_desktop.documents.returned.row_remarks import read_rows
from success_desktop.documents.returned.sendings import Sending
from success_desktop.documents.returned.stray_remarks import aside_reason, read_silent_strays, read_strays
from success_desktop.documents.returned.value_places import locate_values
from success_desktop.documents.returned.value_remarks import ValueReader
from success_desktop.domain.plan import Plan


@dataclass(frozen=True)
class Placement:
    """What a file holds: its remarks, the tracked elements, and those of them that are no remark, each with the reason.

    Reasons: "contents" (the program makes it), "comment_text", "no_effect" (typed and taken back).
    """

    found: tuple[Found, ...]
    ledger: Mapping[str, Entry]
    aside: Mapping[str, str]
    missing_labels: int = 0


def take_bearings(
    file: ReturnedFile, sending: Sending, plan: Plan, author: str = "", revision_id: str = ""
) -> Bearings:
    """Lay a file over what was sent. `plan` is that of the revision sent; `author` made the edits that were not tracked."""
    labels = find_labels(file, sending)
    return Bearings(
        file=file,
        sending=sending,
        plan=plan,
        found=labels,
        places=locate_values(file, sending, labels),
        author=author,
        revision_id=revision_id,
    )


def place_remarks(bearings: Bearings) -> Placement:
    """Every remark in a file. Each tracked element is answered for by one of them, or set aside."""
    ledger = read_ledger(bearings.file)
    gone = find_gone_nodes(bearings)
    rows = read_rows(bearings, gone)
    account = _Account(ledger)
    account.take(rows.found)
    account.take(tell_gone(bearings, gone, rows.moved))
    account.take(merge_equal(ValueReader(bearings, gone.struck).read()))
    account.set_aside(bearings)
    account.take(read_strays(bearings, account.open_entries()))
    account.take(read_silent_strays(bearings, _known_paragraphs(bearings) | rows.paragraphs))
    account.take(read_silent_margins(bearings))
    account.take(read_objects(bearings))
    account.take(read_comments(bearings))
    return Placement(
        tuple(account.found),
        ledger,
        account.aside,
        len(bearings.found.missing_fields) + len(bearings.found.missing_rows),
    )


class _Account:
    """Sees to it that every tracked element is answered for once."""

    def __init__(self, ledger: Mapping[str, Entry]) -> None:
        self._open = dict(ledger)
        self.found: list[Found] = []
        self.aside: dict[str, str] = {}

    def take(self, found: Iterable[Found]) -> None:
        """Add remarks; each answers for what nothing before it has answered for. One without any effect is none."""
        for one in found:
            claims = frozenset(claim for claim in one.claims if self._open.pop(claim, None) is not None)
            if _says_nothing(one):
                self.aside.update(dict.fromkeys(claims, "no_effect"))
            elif claims or not one.claims:
                self.found.append(one._replace(claims=claims))

    def set_aside(self, bearings: Bearings) -> None:
        """Set aside what is no remark wherever it stands."""
        for change_id, entry in list(self._open.items()):
            if entry.paragraph >= 0:
                reason = aside_reason(bearings, bearings.file.paragraphs[entry.paragraph])
                if reason:
                    self.aside[change_id] = reason
                    del self._open[change_id]

    def open_entries(self) -> list[Entry]:
        """What nothing has answered for."""
        return list(self._open.values())


def _says_nothing(one: Found) -> bool:
    remark = one.remark
    return remark.sort == "comment" and one.comment < 0 and not remark.text


def _known_paragraphs(bearings: Bearings) -> frozenset[int]:
    """The paragraphs that belong to a value, a label or a row."""
    spans = (span for place in (*bearings.places.values, *bearings.places.labels) for span in place.spans)
    labels = (one.paragraph for one in (*bearings.found.fields.values(), *bearings.found.rows.values()))
    return frozenset((*(span.paragraph for span in spans), *labels))
