"""Parts of a view that fill the room there is, whatever the lines in them would like."""

from PySide6.QtWidgets import QWidget


class Filling(QWidget):
    """Asks for no height of its own beyond the least: what is long in it scrolls there, not the whole view."""

    def hasHeightForWidth(self) -> bool:
        """The height does not follow from the width."""
        return False
