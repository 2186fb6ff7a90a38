"""A room that the tests reach too little of is named, with the lines they miss."""

from collections.abc import Mapping

from tests.house.floors import describe, gather_rooms


def file_report(
    lines: int, covered_lines: int, branches: int = 0, covered_branches: int = 0
) -> dict[str, object]:
    """A file's part of a coverage report, missing its last lines and branches."""
    return {
        "summary": {
            "num_statements": lines,
            "covered_lines": covered_lines,
            "num_branches": branches,
            "covered_branches": covered_branches,
        },
        "executed_lines": list(range(1, covered_lines + 1)),
        "missing_lines": list(range(covered_lines + 1, lines + 1)),
        "missing_branches": [[number, -1] for number in range(covered_branches + 1, branches + 1)],
    }


def low_rooms(files: Mapping[str, object]) -> list[str]:
    """The names of the rooms that are too low."""
    return [room.name for room in gather_rooms({"files": files}) if room.is_low]


def test_one_missed_line_is_too_much_for_domain_and_services():
    files = {
        f"success_desktop/{room}/plan.py": file_report(1000, 999) for room in ("domain", "services", "store")
    }
    assert low_rooms(files) == ["domain", "services"]


def test_one_missed_branch_is_too_much_for_the_domain_even_when_each_line_runs():
    assert low_rooms({"success_desktop/domain/plan.py": file_report(10, 10, 4, 3)}) == ["domain"]


def test_other_rooms_may_miss_a_tenth_but_no_more():
    assert low_rooms({"success_desktop/ui/tree/model.py": file_report(100, 90, 10, 9)}) == []
    assert low_rooms({"success_desktop/ui/tree/model.py": file_report(100, 100, 100, 89)}) == ["ui"]


def test_the_files_of_a_room_are_counted_together():
    files = {"success_desktop/ui/a.py": file_report(90, 90), "success_desktop/ui/b.py": file_report(10, 0)}
    assert low_rooms(files) == []


def test_modules_outside_the_rooms_and_windows_paths_are_placed():
    files = {
        "success_desktop\\cli.py": file_report(2, 2),
        "success_desktop\\store\\plans.py": file_report(2, 2),
    }
    assert [room.name for room in gather_rooms({"files": files})] == ["floor", "store"]


def test_the_missed_lines_and_branches_are_named():
    plan = file_report(8, 8, 2, 1) | {"executed_lines": [1, 2, 6], "missing_lines": [3, 5, 8]}
    plan["missing_branches"] = [[2, -1], [5, 8]]
    plan["summary"] = {"num_statements": 6, "covered_lines": 3, "num_branches": 4, "covered_branches": 2}
    files = {"success_desktop/domain/plan.py": plan, "success_desktop/errors.py": file_report(1, 1)}
    text = list(describe(gather_rooms({"files": files})))
    assert "TOO LOW" in text[0]
    assert text[-1] == "  success_desktop/domain/plan.py: 3-5, 8, 2->exit"


def test_a_room_without_code_is_not_too_low():
    assert low_rooms({"success_desktop/store/__init__.py": file_report(0, 0)}) == []
