"""Qt's own words (buttons, file dialog, context menus) from the program's catalogue, so that they follow its language."""

from PySide6.QtCore import QCoreApplication, QEvent, QTranslator

from success_desktop.i18n import Language, translate_in_context, use_language


class CatalogTranslator(QTranslator):
    """Answers Qt from the catalogue; entries carry Qt's class as their context (msgctxt)."""

    def isEmpty(self) -> bool:
        """Tell Qt that there is something here, although no file was loaded."""
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """The wording of `source`; the source itself where the catalogue has none (Qt would show an empty text)."""
        return translate_in_context(context, source) or source


def speak(language: Language) -> None:
    """Let the running interface speak `language`: everything on the screen words itself anew (LanguageChange)."""
    use_language(language)
    app = QCoreApplication.instance()
    if app is not None:
        QCoreApplication.sendEvent(app, QEvent(QEvent.Type.LanguageChange))
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange.value)
