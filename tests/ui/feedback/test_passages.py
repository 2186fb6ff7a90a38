"""The passage on a card is long enough to be recognised, and no longer."""

from success_desktop.ui.compare.run_layout import Run
from success_desktop.ui.feedback.passages import quoted, redline, shorten, touched

LONG = "ข้อมูลระดับครัวเรือนใช้ตัดสินใจได้จริงทั้งเมือง " * 8


def test_a_short_text_is_shown_whole_with_what_goes_and_comes():
    assert redline("ตัวชี้วัด 40", "ตัวชี้วัด 20") == (
        Run("same", "ตัวชี้วัด "),
        Run("deleted", "40"),
        Run("inserted", "20"),
    )


def test_of_a_long_text_only_what_is_near_the_edit_is_shown():
    runs = redline(f"{LONG}เดิม{LONG}", f"{LONG}ใหม่{LONG}")
    before, gone, come, after = runs
    assert (gone.text, come.text) == ("เดิม", "ใหม่")
    assert before.text.startswith("…")
    assert LONG.endswith(before.text[1:])
    assert len(before.text) < 60
    assert after.text.endswith("…")
    assert LONG.startswith(after.text[:-1])
    assert len(after.text) < 60


def test_between_two_edits_far_apart_the_middle_is_left_out():
    runs = redline(f"หนึ่ง{LONG}สอง", f"สาม{LONG}สี่")
    middle = [run.text for run in runs if run.look == "same"]
    assert len(middle) == 1
    assert middle[0].count("…") == 1
    assert not middle[0].startswith("…")
    assert not middle[0].endswith("…")


def test_a_quotation_is_in_quotation_marks_and_a_blank_one_is_nothing():
    assert quoted("และลุ่มน้ำ\n") == (Run("same", "“และลุ่มน้ำ”"),)
    assert quoted(" \n ") == ()


def test_a_long_quotation_keeps_its_beginning_and_its_end():
    (run,) = quoted(f"เริ่ม{LONG}จบ")
    assert run.text.startswith("“เริ่ม")
    assert run.text.endswith("จบ”")
    assert "…" in run.text
    assert len(run.text) < 200


def test_a_text_is_cut_behind_a_word():
    assert shorten("สั้น", 10) == "สั้น"
    cut = shorten(LONG, 30)
    assert cut.endswith("…")
    assert len(cut) <= 31
    assert LONG.startswith(cut[:-1])


def test_a_proposal_touches_what_it_strikes_and_the_word_behind_which_it_adds():
    text = "ข้อมูลระดับครัวเรือน ใช้ตัดสินใจได้จริง"
    spans = touched(text, "ข้อมูลระดับครัวเรือนรายหลัง ใช้วางแผนได้จริง")
    assert [text[start:end] for start, end in spans] == ["ครัวเรือน", "ตัดสินใจ"]


def test_what_is_put_in_front_of_a_text_touches_its_first_word_and_an_empty_text_not_at_all():
    assert touched("เมือง", "เทศบาลเมือง") == ((0, len("เมือง")),)
    assert touched("", "ใหม่") == ((0, 0),)
    assert touched("เมือง", "เมือง") == ()
