"""Keeping the settings from the window: a disk that is full must not stand in the way of what the user is about."""

from success_desktop.errors import UserError
from success_desktop.i18n import N_
from success_desktop.settings import Settings, save_settings
from success_desktop.ui.plan_bridge import PlanBridge


def keep_settings(settings: Settings, bridge: PlanBridge) -> None:
    """Write the settings; when that fails the message bar says so, and everything goes on."""
    try:
        save_settings(settings)
    except OSError as error:
        bridge.refused.emit(
            UserError(
                N_("The settings of the program could not be kept: {reason}"),
                advice=N_("Your plans are not touched by this. Check the room on the disk."),
                reason=error.strerror or error,
            )
        )
