"""What a row said in the adopted plan and what it says now, as HTML."""

from html import escape

from success_desktop.domain.edition_words import FieldTexts, field_texts, rule_sentence
from success_desktop.domain.editions import EditionRow
from success_desktop.domain.plan import Plan
from success_desktop.i18n import Language, _
from success_desktop.services.edition_rows import Amendment
from success_desktop.ui.editions.rows_model import plan_with
from success_desktop.ui.theme import tokens

_MOST_IN_A_LINE = 60


def tell_changes(amendment: Amendment, row: EditionRow, language: Language) -> str:
    """The fields of a row that differ, the old words struck out and the new ones underlined."""
    if amendment.base is None:
        return _paragraph(escape(_("The first edition has every row of the plan.")))
    changes = [_texts(amendment.base, amendment.present, row, field, language) for field in row.fields]
    if not changes:
        return _paragraph(escape(_("No printed field of it reads otherwise.")))
    is_new = row.nature == "added"
    return "".join(_change(change, is_new=is_new) for change in changes)


def tell_rule(amendment: Amendment, row: EditionRow, language: Language) -> str:
    """The rule that assigns a row, in words."""
    return rule_sentence(plan_with(amendment, row.row_id), row, language)


def _texts(old: Plan, new: Plan, row: EditionRow, field: str, language: Language) -> FieldTexts:
    """What a field said and says; in the other language where only that one has been altered."""
    told = field_texts(old, new, row, field, language)
    if told.old != told.new:
        return told
    other = field_texts(old, new, row, field, "en" if language == "th" else "th")
    return FieldTexts(told.label, other.old, other.new)


def _change(change: FieldTexts, *, is_new: bool) -> str:
    colours = tokens()
    heading = f'<p style="margin:6px 0 0 0; color:{colours.secondary}">{escape(change.label)}</p>'
    if is_new:
        return heading + _paragraph(_lines(change.new))
    gone = f'<s style="color:{colours.deleted}">{_lines(change.old)}</s>' if change.old else ""
    come = f'<u style="color:{colours.inserted}">{_lines(change.new)}</u>' if change.new else ""
    if len(change.old) + len(change.new) > _MOST_IN_A_LINE or "\n" in change.old + change.new:
        return heading + _paragraph(gone or "–") + _paragraph(f"→ {come or '–'}")
    return heading + _paragraph(f"{gone or '–'} → {come or '–'}")


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _paragraph(html: str) -> str:
    return f'<p style="margin:0 0 4px 0">{html}</p>'
