"""What letters state that nobody types."""

from decimal import Decimal

import pytest

from success_desktop.domain.edits import apply, set_value
from success_desktop.domain.letters.figures import FIGURES, edition_title, reckon, work_out
from success_desktop.domain.office import Edition
from success_desktop.domain.plan import Plan
from tests.domain.letters.letter_samples import addition, town_plan
from tests.plans import named, small_plan


@pytest.fixture
def plan() -> Plan:
    return town_plan()


def say(plan, name, language="th", edition=None):
    return work_out(name, plan, edition or addition(), reckon(plan), language)


def test_projects_are_counted_and_their_money_added_up(plan):
    assert reckon(plan) == (4, Decimal(2_590_000))


def test_some_rows_alone_can_be_reckoned(plan):
    rows = [plan.nodes[named(plan, "Project map")], plan.nodes[named(plan, "Water")]]
    assert reckon(plan, rows) == (1, Decimal(150_000))


@pytest.mark.parametrize(
    ("name", "thai", "english"),
    [
        ("years", "พ.ศ. 2568–2572", "2025–2029"),
        ("first_year", "2568", "2025"),
        ("last_year", "2572", "2029"),
        ("project_count", "4", "4"),
        ("total_baht", "2,590,000", "2,590,000"),
        (
            "total_words",
            "สองล้านห้าแสนเก้าหมื่นบาทถ้วน",
            "Two million five hundred ninety thousand baht",
        ),
        ("edition_title", "เพิ่มเติม ครั้งที่ 2/2568", "Addition No. 2/2025"),
        ("edition_kind", "เพิ่มเติม", "Addition"),
        ("municipality", "เมืองทดสอบ", "Test Town Municipality"),
    ],
)
def test_every_figure_speaks_both_languages(plan, name, thai, english):
    assert (say(plan, name), say(plan, name, "en")) == (thai, english)


def test_no_figure_is_left_untold(plan):
    for name in FIGURES:
        assert say(plan, name)


@pytest.mark.parametrize(
    ("edition", "title"),
    [
        (Edition(id="o-1"), ""),
        (Edition(id="o-1", kind="change", number=1, year_be=2566), "เปลี่ยนแปลง ครั้งที่ 1/2566"),
        (Edition(id="o-1", kind="correction", number=3), "แก้ไข ครั้งที่ 3"),
        (Edition(id="o-1", kind="addition"), "เพิ่มเติม"),
    ],
)
def test_an_edition_is_named_as_titles_name_it(edition, title):
    assert edition_title(edition, "th") == title


def test_the_sum_of_an_empty_plan_is_nought_in_words():
    empty = small_plan()
    assert work_out("total_words", empty, addition(), reckon(empty, []), "th") == "ศูนย์บาทถ้วน"


@pytest.mark.parametrize(
    ("organisation", "title_goes_on"),
    [
        ("ทต.กำแพง", "ตำบลกำแพง"),
        ("ทม. ศิลา", "เมืองศิลา"),
        ("ทน.หาดใหญ่", "นครหาดใหญ่"),
        ("เทศบาลตำบลกำแพง", "ตำบลกำแพง"),
    ],
)
def test_an_abbreviated_municipality_is_spelled_out_in_titles_of_office(plan, organisation, title_goes_on):
    renamed = apply(plan, set_value(plan, plan.root_id, "organisation", "th", organisation))
    assert say(renamed, "municipality") == title_goes_on
