"""Work off the window's thread comes back in one of four ways, and never silently."""

from threading import Event

import pytest
from PySide6.QtCore import QTimer

from success_desktop.errors import UserError
from success_desktop.ui.background import Task


def ends_of(task: Task) -> list[object]:
    """What the task says in the end, as it comes."""
    ends: list[object] = []
    task.finished.connect(lambda result: ends.append(("finished", result)))
    task.refused.connect(lambda error: ends.append(("refused", str(error))))
    task.cancelled.connect(lambda: ends.append("cancelled"))
    return ends


def test_a_result_comes_back_with_progress_on_the_way(application, qtbot):
    def work(progress):
        progress(0.5)
        return "ผล"

    task = Task(work)
    shares: list[float] = []
    task.progressed.connect(shares.append)
    ends = ends_of(task)
    with qtbot.waitSignal(task.ended):
        task.start()
    assert ends == [("finished", "ผล")]
    assert shares == [0.5]


def test_a_refusal_comes_back_as_one(application, qtbot):
    def work(progress):
        raise UserError("The plan itself cannot be deleted here.")

    task = Task(work)
    ends = ends_of(task)
    with qtbot.waitSignal(task.ended):
        task.start()
    assert len(ends) == 1
    assert "refused" in str(ends[0])


def test_cancelled_work_stops_at_its_next_word_of_progress(application, qtbot):
    reached: list[str] = []

    def work(progress):
        progress(0.1)
        reached.append("too far")

    task = Task(work)
    task.cancel()
    ends = ends_of(task)
    with qtbot.waitSignal(task.ended):
        task.start()
        task.wait()
    assert ends == ["cancelled"]
    assert reached == []


def test_a_bug_reaches_the_excepthook_of_the_window(application, qtbot):
    def work(progress):
        raise ZeroDivisionError("bug")

    task = Task(work)
    ends = ends_of(task)
    with qtbot.captureExceptions() as caught, qtbot.waitSignal(task.ended):
        task.start()
    with qtbot.captureExceptions() as later:
        qtbot.wait(1)
    assert [kind for kind, *_rest in (*caught, *later)] == [ZeroDivisionError]
    assert ends == []


@pytest.mark.parametrize("is_done", [True, False])
def test_its_end_can_be_waited_for_while_the_window_stays_alive(application, is_done):
    go_on = Event()

    def work(progress):
        assert go_on.wait(30)
        progress(0.5)

    task = Task(work)
    task.start()
    if not is_done:
        task.cancel()
    QTimer.singleShot(0, task, go_on.set)
    assert task.settle() is is_done
    task.wait()


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_progress_goes_from_nothing_to_all(application, qtbot, share):
    task = Task(lambda progress: progress(share))
    with qtbot.waitSignal(task.progressed) as told:
        task.start()
    assert told.args == [share]
    task.wait()
