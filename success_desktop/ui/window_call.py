"""A second start of the program asks the window that is there already to show the plan, instead of being refused it."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from success_desktop.paths import data_folder

_PATIENCE_MS = 2_000
_AGREED = b"yes\n"
_DECLINED = b"no\n"


class WindowCall(QObject):
    """Listens for other starts by the same person on this computer. `show` is given a plan's path; whether it shows it."""

    def __init__(self, show: Callable[[Path], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._show = show
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_called)

    def listen(self) -> bool:
        """Answer from now on; False when another window does already, or when the system has no such thing."""
        if _is_answered():
            return False
        QLocalServer.removeServer(_address())  # left by a window that was killed
        return self._server.listen(_address())

    def _on_called(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._answer(socket))
        socket.disconnected.connect(socket.deleteLater)
        if socket.bytesAvailable():
            self._answer(socket)

    def _answer(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        path = bytes(socket.readLine().data()).decode("utf-8", "surrogateescape").rstrip("\n")
        socket.write(_AGREED if self._show(Path(path)) else _DECLINED)
        socket.flush()
        socket.disconnectFromServer()


def call_window(path: Path) -> bool:
    """Ask the window that is there, if any, to show a plan; whether it does."""
    socket = QLocalSocket()
    socket.connectToServer(_address())
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    socket.write(f"{path.absolute()}\n".encode(errors="surrogateescape"))
    socket.waitForBytesWritten(_PATIENCE_MS)
    while not socket.canReadLine():
        if not socket.waitForReadyRead(_PATIENCE_MS):
            return False
    return bytes(socket.readLine().data()) == _AGREED


def _is_answered() -> bool:
    socket = QLocalSocket()
    socket.connectToServer(_address())
    return socket.waitForConnected(_PATIENCE_MS)


def _address() -> str:
    """The name of the meeting place: one for each person's data on this computer."""
    key = hashlib.blake2b(str(data_folder()).encode(errors="surrogateescape"), digest_size=8).hexdigest()
    return f"success-desktop-{key}"
