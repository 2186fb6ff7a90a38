"""A window with panels around its middle: docks that the user moves, closes and brings back."""

from PySide6.QtCore import QByteArray, QEvent, Qt
from PySide6.QtWidgets import QMainWindow, QTabBar, QTabWidget, QToolButton, QWidget

from success_desktop.i18n import N_, _
from success_desktop.ui.panel_view import PanelView
from success_desktop.ui.panels import PANELS, Panel
from success_desktop.ui.plan_bridge import PlanBridge

_LAYOUT_VERSION = 3
"""Raised whenever panels come or go: a layout that was kept for others does not fit these."""

_WIDE_WINDOW = 1200
"""Pixels from which on there is room for panels on both sides of a view at first."""

_SCROLL_BUTTONS = {"ScrollLeftButton": N_("Scroll left"), "ScrollRightButton": N_("Scroll right")}
_Area = Qt.DockWidgetArea


class PanelWindow(QMainWindow):
    """Holds the panels of the table `panels.PANELS`; what is in the middle is another's business."""

    def __init__(self, bridge: PlanBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Widget)
        self.panels = {row.id: Panel(row, bridge, self) for row in PANELS}
        self._set_rules()
        self._place_panels()
        for panel in self.panels.values():
            panel.visibilityChanged.connect(self._fit_titles)
            panel.dockLocationChanged.connect(self._fit_titles)
            panel.topLevelChanged.connect(self._fit_titles)

    def panel(self, panel_id: str) -> Panel:
        """The dock of a panel. Raises KeyError when there is none of that id."""
        return self.panels[panel_id]

    def show_panel(self, panel_id: str) -> None:
        """Bring a panel into sight and put the focus into it."""
        panel = self.panel(panel_id)
        inside = panel.inside()  # made first, so that the layout has room for it
        panel.show()
        panel.raise_()
        if isinstance(inside, PanelView):
            inside.take_focus()
        else:
            inside.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_panel(self, panel_id: str) -> None:
        """Close a panel that is open, or open it."""
        panel = self.panel(panel_id)
        if panel.isVisible():
            panel.close()
        else:
            self.show_panel(panel_id)

    def layout_text(self) -> str:
        """Where the panels stand, as text for the settings."""
        return bytes(self.saveState(_LAYOUT_VERSION).toBase64().data()).decode()

    def lay_out_panels(self, layout_text: str, view_id: str) -> None:
        """Put the panels where `layout_text` says; where it says nothing, as they stand beside that view at first."""
        if not self.restoreState(QByteArray.fromBase64(layout_text.encode()), _LAYOUT_VERSION):
            is_wide = self.window().width() >= _WIDE_WINDOW
            for panel in self.panels.values():
                has_room = is_wide or panel.row.area == _Area.LeftDockWidgetArea
                panel.setVisible(has_room and view_id in panel.row.views)
                self.resizeDocks([panel], [panel.row.width], Qt.Orientation.Horizontal)
        self._fit_titles()

    def changeEvent(self, event: QEvent) -> None:
        """Name the tabs of the panels anew when the language changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fit_titles()

    def _set_rules(self) -> None:
        self.setDockNestingEnabled(True)
        self.setDockOptions(self.dockOptions() | QMainWindow.DockOption.GroupedDragging)
        self.setTabPosition(_Area.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self.setCorner(Qt.Corner.BottomLeftCorner, _Area.LeftDockWidgetArea)
        self.setCorner(Qt.Corner.BottomRightCorner, _Area.BottomDockWidgetArea)

    def _place_panels(self) -> None:
        first_in_area: dict[Qt.DockWidgetArea, Panel] = {}
        for panel in self.panels.values():
            self.addDockWidget(panel.row.area, panel)
            first = first_in_area.setdefault(panel.row.area, panel)
            if first is not panel:
                self.tabifyDockWidget(first, panel)
            # A panel is made when it is seen, which the layout may yet prevent.
            panel.setVisible(bool(panel.row.views))
        for panel in first_in_area.values():
            panel.raise_()

    def _fit_titles(self) -> None:
        for panel in self.panels.values():
            panel.fit_title()
        names = {panel.windowTitle() for panel in self.panels.values() if not panel.isHidden()}
        for bar in self.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            bar.setAccessibleName(_("Panels"))
            for name, words in _SCROLL_BUTTONS.items():
                for button in bar.findChildren(QToolButton, name):
                    button.setAccessibleName(_(words))  # Qt words them once, when they are made
            if names.isdisjoint(bar.tabText(tab) for tab in range(bar.count())):
                bar.hide()  # Qt leaves the bar standing when all of its panels go at once
