"""Passages that reviewers remarked on, found again in the text of today."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from success_desktop.domain.anchors import Carried, carry_anchor, carry_range
from success_desktop.domain.edits import apply, remove_branch, set_value
from success_desktop.domain.feedback import Anchor
from success_desktop.domain.plan import Plan
from success_desktop.domain.thai_words import words
from tests.domain.test_compare_text import PAIRS, REAL
from tests.plans import named, small_plan
from tests.random_plans import PHRASES

SEEN = "ขุดลอกคลองสายหลัก ระยะทาง 4 กม. งบประมาณ 200,000 บาท"


def carried(now: str, quote: str, seen: str = SEEN) -> tuple[str, str]:
    """What the passage `quote` of `seen` reads in `now`, and what became of it."""
    start = seen.index(quote)
    found = carry_range(seen, now, start, start + len(quote))
    return now[found.start : found.end], found.state


def test_a_passage_of_the_same_text_stands_where_it_stood():
    assert carry_range(SEEN, SEEN, 3, 9) == Carried(3, 9, "kept")


def test_a_passage_follows_words_put_in_front_of_it():
    assert carried("โครงการ" + SEEN, "ระยะทาง") == ("ระยะทาง", "kept")


def test_what_is_put_in_front_of_a_passage_or_behind_it_is_not_part_of_it():
    now = SEEN.replace("ระยะทาง", "เป็นระยะทางประมาณ")
    assert carried(now, "ระยะทาง") == ("ระยะทาง", "kept")


def test_words_put_into_a_passage_are_part_of_it():
    now = SEEN.replace("งบประมาณ 200,000", "งบประมาณรวม 200,000")
    assert carried(now, "งบประมาณ 200,000 บาท") == ("งบประมาณรวม 200,000 บาท", "altered")


def test_what_replaced_a_part_of_a_passage_is_part_of_it():
    now = SEEN.replace("200,000", "400,000")
    assert carried(now, "งบประมาณ 200,000 บาท") == ("งบประมาณ 400,000 บาท", "altered")


def test_the_last_words_of_a_passage_may_be_replaced():
    now = SEEN.replace("200,000", "400,000")
    assert carried(now, "งบประมาณ 200,000") == ("งบประมาณ 400,000", "altered")


def test_a_replaced_passage_is_gone_and_what_replaced_it_is_shown():
    assert carried(SEEN.replace("200,000", "400,000"), "200,000") == ("400,000", "gone")


def test_a_struck_passage_is_gone_and_its_place_is_known():
    now = SEEN.replace(" ระยะทาง 4 กม.", "")
    start = SEEN.index("ระยะทาง")
    found = carry_range(SEEN, now, start, start + len("ระยะทาง 4 กม."))
    assert found.state == "gone"
    assert now[: found.start].strip() == "ขุดลอกคลองสายหลัก"
    assert found.start == found.end


def test_a_passage_of_which_a_word_in_ten_is_left_is_gone():
    quote = "ระยะทาง 4 กม. งบประมาณ 200,000 บาท"
    assert carried("ขุดลอกคลองสายหลัก บาท", quote)[1] == "gone"


def test_a_passage_moved_elsewhere_is_found_there():
    moved = "งบประมาณ 200,000 บาท สำหรับขุดลอกคลองสายหลัก ระยะทาง 4 กม."
    assert carried(moved, "งบประมาณ 200,000 บาท") == ("งบประมาณ 200,000 บาท", "kept")


def test_a_passage_that_stands_in_two_other_places_is_gone():
    now = "บำรุงรักษา ก1 ข2 และ บำรุงรักษา"
    assert carried(now, "บำรุงรักษา", "ก1 บำรุงรักษา ข2")[1] in ("gone", "kept")
    assert carry_range("ก1 ดูแล ข2", "ดูแล ก1 ข2 ดูแล", 3, 7).state == "gone"


def test_a_point_between_two_words_stays_between_them():
    place = SEEN.index(" ระยะทาง")
    now = "โครงการ" + SEEN
    assert carry_range(SEEN, now, place, place) == Carried(place + 7, place + 7, "kept")


def test_a_mere_blank_is_gone_when_the_words_around_it_were_joined():
    assert carry_range("ขุด ลอก", "ขุดลอก", 3, 4) == Carried(3, 3, "gone")
    assert carry_range("ขุด ลอก", "จะขุด ลอก", 3, 4) == Carried(5, 6, "kept")


def test_blanks_around_a_passage_stay_with_it_as_long_as_they_are_there():
    assert carried("จะ" + SEEN, " ระยะทาง 4 กม. ") == (" ระยะทาง 4 กม. ", "kept")
    assert carried(SEEN.replace("กม. ", "กม.\n"), " ระยะทาง 4 กม. ") == ("ระยะทาง 4 กม.", "kept")


def test_words_left_in_one_place_are_found_there_whatever_is_written_around_them():
    now = "ดัชนี 2568–2570พ.ศ. ขุดลอกคลอง ประมาณปีละ 30 พื้นที่ วันเพื่อ"
    assert carried(now, " ประมาณปีละ ", "ดัชนีความร้อนเกินเกณฑ์ ประมาณปีละ 30 วัน") == (" ประมาณปีละ ", "kept")


def test_a_point_in_struck_words_stands_where_they_stood():
    place = SEEN.index("ระยะทาง") + 3
    now = SEEN.replace("ระยะทาง 4 กม. ", "")
    found = carry_range(SEEN, now, place, place)
    assert found == Carried(SEEN.index("ระยะทาง"), SEEN.index("ระยะทาง"), "kept")


def test_a_point_in_a_blank_text_is_its_beginning():
    assert carry_range("", "ขุดลอกคลอง", 0, 0) == Carried(0, 0, "kept")


@given(PAIRS, st.data())
def test_a_passage_never_leaves_the_text(pair, data):
    seen, now = pair
    start = data.draw(st.integers(0, len(seen)))
    end = data.draw(st.integers(start, len(seen)))
    found = carry_range(seen, now, start, end)
    assert 0 <= found.start <= found.end <= len(now)
    if found.state == "kept" and seen != now:
        assert now[found.start : found.end] in (seen[start:end], seen[start:end].strip())


def test_blanks_that_went_from_the_edge_of_a_passage_do_not_alter_it():
    assert carry_range("00 ", "0", 1, 3) == Carried(0, 1, "kept")


@pytest.fixture
def plan() -> Plan:
    return small_plan()


def anchor_on(plan: Plan, field: str, part: str, seen: str = "") -> Anchor:
    return Anchor(named(plan, "Project dredge"), field, part, "", seen, 0, len(seen))


def test_an_anchor_follows_its_field(plan):
    anchor = anchor_on(plan, "name", "th", "โครงการdredge")
    edited = apply(plan, set_value(plan, anchor.node_id, "name", "th", "สองโครงการdredge"))
    assert carry_anchor(plan, anchor).state == "kept"
    assert carry_anchor(edited, anchor) == Carried(3, 16, "kept")


def test_an_anchor_on_a_cleared_field_is_gone(plan):
    anchor = anchor_on(plan, "name", "th", "โครงการdredge")
    edited = apply(plan, set_value(plan, anchor.node_id, "name", "th", None))
    assert carry_anchor(edited, anchor) == Carried(0, 0, "gone")


def test_an_anchor_on_a_node_or_an_amount_is_kept_with_its_node(plan):
    whole, amount = anchor_on(plan, "", ""), anchor_on(plan, "budget", "2568:ordinance", "500,000")
    assert carry_anchor(plan, whole) == carry_anchor(plan, amount) == Carried(0, 0, "kept")
    without = apply(plan, remove_branch(plan, whole.node_id))
    assert carry_anchor(without, whole).state == carry_anchor(without, amount).state == "gone"


def test_an_anchor_on_a_field_that_there_is_not_is_gone(plan):
    assert carry_anchor(plan, anchor_on(plan, "moon", "th", "จันทร์")).state == "gone"


def test_after_ten_edits_elsewhere_nearly_every_passage_is_found_where_it_is():
    rng = Random(5)
    texts = [text for text in REAL if len(words(text)) > 12]
    found = [is_followed(rng.choice(texts), rng) for _ in range(400)]
    assert sum(found) >= 0.97 * len(found)


def is_followed(seen: str, rng: Random) -> bool:
    """Whether a passage is found after words in front of it and behind it were added, struck and replaced."""
    around = words(seen)
    first = rng.randrange(len(around) - 1)
    behind = rng.randint(first + 1, min(len(around), first + 6))
    quote = "".join(around[first:behind])
    start = len("".join(around[:first]))
    ahead, after = around[:first], around[behind:]
    for _ in range(10):
        side = rng.choice((ahead, after))
        place = rng.randint(0, len(side))
        side[place : place + rng.randint(0, 2)] = rng.choices(PHRASES, k=rng.randint(0, 1))
    now = "".join((*ahead, quote, *after))
    carried = carry_range(seen, now, start, start + len(quote))
    return now[carried.start : carried.end].strip() == quote.strip()
