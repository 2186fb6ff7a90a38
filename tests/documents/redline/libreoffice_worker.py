"""LibreOffice at work on one file after the other, run by the Python that has its bridge (``python3-uno``), as a script.

Arguments: the folder of its profile, and the seconds that it may take to start. Each line read is a job in JSON: ``source``
and ``target`` (paths) and ``command`` ("" or a dispatched command such as ``AcceptAllTrackedChanges``); the file is opened,
the command done, the text written to `target` as a flat OpenDocument file, and a line with what went wrong ("" for nothing)
is printed.
"""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uno

_SECONDS_A_JOB = 120
_FORMAT = "OpenDocument Text Flat XML"


def main() -> None:
    """Start LibreOffice, do the jobs, and end it whatever happens."""
    pipe = f"redline{os.getpid()}"
    options = ["--headless", "--invisible", "--norestore", "--nologo", "--nodefault"]
    profile = f"-env:UserInstallation={Path(sys.argv[1]).as_uri()}"
    command = ["soffice", *options, profile, f"--accept=pipe,name={pipe};urp;"]
    quiet = subprocess.DEVNULL
    office = subprocess.Popen(command, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        with _limit(office, float(sys.argv[2])):
            services = _connect(pipe, office).ServiceManager
            desktop = services.createInstance("com.sun.star.frame.Desktop")
            dispatcher = services.createInstance("com.sun.star.frame.DispatchHelper")
        print("ready", flush=True)
        for line in sys.stdin:
            with _limit(office, _SECONDS_A_JOB):
                fault = _do(json.loads(line), desktop, dispatcher)
            print(json.dumps(fault), flush=True)
    finally:
        _end(office)


@contextmanager
def _limit(office: "subprocess.Popen[bytes]", seconds: float) -> Iterator[None]:
    """End the office when what is done meanwhile takes longer: the call to it that waits then fails."""
    timer = threading.Timer(seconds, _end, [office])
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _end(office: "subprocess.Popen[bytes]") -> None:
    if office.poll() is None:
        os.killpg(office.pid, signal.SIGKILL)


def _connect(pipe: str, office: "subprocess.Popen[bytes]") -> Any:
    """What the office offers, once it has started."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    while office.poll() is None:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            time.sleep(0.05)
    raise RuntimeError("LibreOffice has not started")


def _do(job: dict[str, str], desktop: Any, dispatcher: Any) -> str:
    source, target = (Path(job[name]).as_uri() for name in ("source", "target"))
    document = desktop.loadComponentFromURL(source, "_blank", 0, (_property("Hidden", value=True),))
    if document is None:
        return f"LibreOffice cannot open {job['source']}"
    if job["command"]:
        frame = document.CurrentController.Frame
        dispatcher.executeDispatch(frame, f".uno:{job['command']}", "", 0, ())
    document.storeToURL(target, (_property("FilterName", value=_FORMAT),))
    document.close(True)
    return ""


def _property(name: str, *, value: Any) -> Any:
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


if __name__ == "__main__":
    main()
