"""Heads of forms: neighbours that say the same share a cell."""

from success_desktop.domain.forms.heads import HeadSpan, merge_heads
from success_desktop.domain.forms.resolved import ResolvedColumn
from success_desktop.domain.schema import Wording
from tests.form_plans import filled, strategy_plan


def column(*heads: str) -> ResolvedColumn:
    return ResolvedColumn("fields", tuple(word(head) for head in heads), 1)


def word(text: str) -> Wording:
    return Wording(th=text, en=text)


def test_no_columns_have_no_head() -> None:
    assert merge_heads(()) == ()


def test_a_text_over_several_columns_is_one_cell() -> None:
    upper, lower = merge_heads((column("ที่"), column("งบ", "2566"), column("งบ", "2567"), column("ผล")))
    assert upper == (
        HeadSpan(word("ที่"), 1, True),
        HeadSpan(word("งบ"), 2, False),
        HeadSpan(word("ผล"), 1, True),
    )
    assert lower == (HeadSpan(word("2566"), 1, False), HeadSpan(word("2567"), 1, False))


def test_columns_that_say_the_same_without_more_below_stay_apart() -> None:
    assert [cell.span for cell in merge_heads((column("ก"), column("ก")))[0]] == [1, 1]


def test_the_same_year_under_two_heads_is_two_cells() -> None:
    columns = (column("แผน", "2566", "บาท"), column("ผล", "2566", "บาท"), column("ผล", "2566", "โครงการ"))
    upper, middle, lower = merge_heads(columns)
    assert [cell.span for cell in upper] == [1, 2]
    assert [cell.span for cell in middle] == [1, 2]
    assert len(lower) == 3


def test_equal_heads_parted_by_another_column_are_two_cells() -> None:
    upper = merge_heads((column("งบ", "ก"), column("ที่"), column("งบ", "ข")))[0]
    assert [(cell.wording.th, cell.span) for cell in upper] == [("งบ", 1), ("ที่", 1), ("งบ", 1)]


def test_every_form_s_head_covers_its_columns_exactly() -> None:
    plan = strategy_plan()
    for name in ("p01", "p02", "p02-1", "p02-2", "p03", "pd02", "alignment"):
        columns = filled(plan, name).columns
        rows = merge_heads(columns)
        covered = 0
        for depth, row in enumerate(rows):
            covered += sum(cell.span * (len(rows) - depth if cell.reaches_down else 1) for cell in row)
        assert covered == len(columns) * len(rows), name
