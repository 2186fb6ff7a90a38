"""Proving that a plan file is whole."""

from pathlib import Path
from typing import Any

from success_desktop.i18n import _
from success_desktop.store.file_check import FileReport, check_file

__all__ = ["FileReport", "check_plan_file", "describe_report", "report_lines"]


def check_plan_file(path: Path) -> FileReport:
    """Look a plan file over, from its header to its history, without touching it.

    Raises UserError when there is no such file or it is no plan at all.
    """
    return check_file(path)


def describe_report(report: FileReport) -> dict[str, Any]:
    """What was found, as plain data that JSON can hold."""
    return {
        "path": str(report.path),
        "is_sound": report.is_sound,
        "schema": report.schema_number,
        "nodes": report.nodes,
        "transactions": report.transactions,
        "revisions": report.revisions,
        "problems": [problem.sentence() for problem in report.problems],
    }


def report_lines(report: FileReport) -> list[str]:
    """What was found, as sentences in the interface's language."""
    if report.problems:
        return [str(problem) for problem in report.problems]
    sound = _("{path} is whole: {nodes} parts, {transactions} steps of history, {revisions} revisions.")
    counts = {"nodes": report.nodes, "transactions": report.transactions, "revisions": report.revisions}
    return [sound.format(path=report.path, **counts)]
