"""A person at LibreOffice, played by the Python that has its bridge (``python3-uno``); run as a script.

Arguments: the folder of a profile. It reads one job a line, in JSON: ``source``, ``target`` (paths of Word files),
``has_window``, and ``deeds``, a list of [verb, arguments…] for the functions named below; each is done in the open document,
which is then saved as a Word file. The line "" answers each job.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import uno

_FILTER = "MS Word 2007 XML"


class Desk:
    """The office, with one document open."""

    def __init__(self, context: Any, document: Any) -> None:
        self.services = context.ServiceManager
        self.context = context
        self.document = document
        self.person = ("", "")

    def make(self, name: str) -> Any:
        """A service of the office."""
        return self.services.createInstanceWithContext(name, self.context)

    def dispatch(self, command: str, **arguments: Any) -> None:
        """Do what a menu does."""
        given = tuple(_property(name, value) for name, value in arguments.items())
        frame = self.document.CurrentController.Frame
        self.make("com.sun.star.frame.DispatchHelper").executeDispatch(frame, f".uno:{command}", "", 0, given)


def sit(desk: Desk, name: str, initials: str) -> None:
    """Another person takes the keyboard."""
    provider = desk.make("com.sun.star.configuration.ConfigurationProvider")
    node = (_property("nodepath", "/org.openoffice.UserProfile/Data"),)
    access = provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationUpdateAccess", node
    )
    for key, value in (("givenname", name), ("sn", ""), ("initials", initials)):
        access.setPropertyValue(key, value)
    access.commitChanges()
    desk.person = (name, initials)


def track(desk: Desk, *, is_on: bool) -> None:
    """Switch tracking on or off."""
    desk.document.RecordChanges = is_on


def replace(desk: Desk, old: str, new: str, nth: int) -> None:
    """Type over words."""
    _find(desk, old, nth).setString(new)


def put_before(desk: Desk, words: str, new: str, nth: int) -> None:
    """Type in front of words."""
    found = _find(desk, words, nth)
    found.Text.insertString(found.Start, new, False)


def put_after(desk: Desk, words: str, new: str, nth: int) -> None:
    """Type behind words."""
    found = _find(desk, words, nth)
    found.Text.insertString(found.End, new, False)


def break_before(desk: Desk, words: str, nth: int) -> None:
    """Press Enter in front of words."""
    found = _find(desk, words, nth)
    found.Text.insertControlCharacter(found.Start, 0, False)


def drop_paragraph(desk: Desk, words: str, nth: int) -> None:
    """Delete a whole paragraph with its end."""
    found = _find(desk, words, nth)
    cursor = found.Text.createTextCursorByRange(found.Start)
    cursor.gotoStartOfParagraph(False)
    cursor.gotoNextParagraph(True)
    cursor.setString("")


def move_paragraph(desk: Desk, words: str, before: str) -> None:
    """Cut a paragraph with its end, and paste it in front of another."""
    found = _find(desk, words, 0)
    view = desk.document.CurrentController.ViewCursor
    cursor = found.Text.createTextCursorByRange(found.Start)
    cursor.gotoStartOfParagraph(False)
    cursor.gotoNextParagraph(True)
    view.gotoRange(cursor.Start, False)
    view.gotoRange(cursor.End, True)
    desk.dispatch("Cut")
    target = _find(desk, before, 0)
    view.gotoRange(target.Start, False)
    desk.dispatch("Paste")


def comment(desk: Desk, words: str, text: str, nth: int) -> None:
    """Remark on words, as the person at the keyboard."""
    found = _find(desk, words, nth)
    _remark(desk, found.Text.createTextCursorByRange(found), text)


def comment_across(desk: Desk, first: str, last: str, text: str) -> None:
    """Remark on everything from some words to others in the same text."""
    start = _find(desk, first, 0)
    cursor = start.Text.createTextCursorByRange(start.Start)
    cursor.gotoRange(_find(desk, last, 0).End, True)
    _remark(desk, cursor, text)


def tick(desk: Desk, about: str) -> None:
    """Mark a comment as done."""
    _note(desk, about).Resolved = True


def drop_row(desk: Desk, words: str, nth: int) -> None:
    """Delete the table row that holds some words."""
    found = _find(desk, words, nth)
    desk.document.CurrentController.ViewCursor.gotoRange(found.Start, False)
    desk.dispatch("DeleteRows")


def add_row(desk: Desk, words: str, nth: int, texts: dict[str, str]) -> None:
    """Put a row below the one that holds some words; `texts` by the letter of the column."""
    table, row = _row_with(desk, words, nth)
    desk.document.CurrentController.ViewCursor.gotoRange(_find(desk, words, nth).Start, False)
    desk.dispatch("InsertRowsAfter")
    for column, text in texts.items():
        table.getCellByName(f"{column}{row + 2}").setString(text)


def move_row(desk: Desk, words: str, nth: int, below: str, below_nth: int) -> None:
    """Cut the row that holds some words and paste it below another one of the same table."""
    table, row = _row_with(desk, words, nth)
    cells = {
        name.rstrip("0123456789"): name
        for name in table.CellNames
        if name.lstrip("ABCDEFGHIJKL") == str(row + 1)
    }
    texts = {column: table.getCellByName(name).getString() for column, name in cells.items()}
    add_row(desk, below, below_nth, texts)
    drop_row(desk, words, nth)


def write_foot(desk: Desk, text: str) -> None:
    """Type at the end of the pages' feet."""
    styles = desk.document.StyleFamilies.getByName("PageStyles")
    for name in styles.ElementNames:
        style = styles.getByName(name)
        if style.FooterIsOn and style.FooterText.getString():
            foot = style.FooterText
            foot.insertString(foot.End, text, False)


_VERBS = {
    verb.__name__: verb
    for verb in (
        sit,
        replace,
        put_before,
        put_after,
        break_before,
        drop_paragraph,
        move_paragraph,
        comment,
        comment_across,
        tick,
        drop_row,
        add_row,
        move_row,
        write_foot,
    )
}


def _find(desk: Desk, words: str, nth: int) -> Any:
    """The words in the text, tables or heads, not in the table of contents."""
    own = [
        paragraph
        for paragraph in _paragraphs(desk.document.Text)
        if not paragraph.ParaStyleName.lower().startswith(("toc", "contents"))
    ]
    holding = [paragraph for paragraph in own if words in paragraph.getString()]
    paragraph = ([one for one in holding if one.getString() == words] or holding)[nth]
    cursor = paragraph.Text.createTextCursorByRange(paragraph.Start)
    cursor.goRight(paragraph.getString().index(words), False)
    cursor.goRight(len(words), True)
    if cursor.getString() != words:
        raise LookupError(words)
    return cursor


def _paragraphs(text: Any) -> Iterator[Any]:
    """The paragraphs of a text, those in its tables too, in their order."""
    blocks = text.createEnumeration()
    while blocks.hasMoreElements():
        block = blocks.nextElement()
        if block.supportsService("com.sun.star.text.TextTable"):
            for name in block.CellNames:
                yield from _paragraphs(block.getCellByName(name))
        else:
            yield block


def _note(desk: Desk, about: str) -> Any:
    fields = desk.document.getTextFields().createEnumeration()
    while fields.hasMoreElements():
        field = fields.nextElement()
        if field.supportsService("com.sun.star.text.textfield.Annotation") and field.Content == about:
            return field
    raise LookupError(about)


def _remark(desk: Desk, cursor: Any, text: str) -> None:
    made = desk.document.createInstance("com.sun.star.text.textfield.Annotation")
    made.Content, made.Author, made.Initials = text, *desk.person
    cursor.Text.insertTextContent(cursor, made, True)


def _row_with(desk: Desk, words: str, nth: int) -> tuple[Any, int]:
    found = _find(desk, words, nth)
    table, cell = found.TextTable, found.Cell
    digits = "".join(letter for letter in cell.CellName if letter.isdigit())
    return table, int(digits) - 1


def _property(name: str, value: Any) -> Any:
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


def _do(context: Any, job: dict[str, Any]) -> str:
    document = _open(context, job["source"], has_window=job["has_window"])
    desk = Desk(context, document)
    for verb, *arguments in job["deeds"]:
        if verb == "track":
            track(desk, is_on=bool(arguments[0]))
        else:
            _VERBS[verb](desk, *arguments)
    document.storeToURL(Path(job["target"]).as_uri(), (_property("FilterName", _FILTER),))
    document.close(True)
    return ""


def _open(context: Any, source: str, *, has_window: bool) -> Any:
    """The document; without a window it can hold comments where the files are missing that their windows are made of."""
    place = Path(source).as_uri()
    if has_window:
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        return desktop.loadComponentFromURL(place, "_blank", 0, (_property("Hidden", True),))
    document = context.ServiceManager.createInstanceWithContext("com.sun.star.text.TextDocument", context)
    document.load((_property("URL", place), _property("FilterName", _FILTER)))
    return document


def _connect(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _attempt in range(600):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            time.sleep(0.1)
    raise RuntimeError("LibreOffice has not started")


def main() -> None:
    """Start LibreOffice, do the jobs, and end it."""
    pipe = f"returned{os.getpid()}"
    options = ["--headless", "--norestore", "--nologo", "--nodefault"]
    profile = f"-env:UserInstallation={Path(sys.argv[1]).as_uri()}"
    command = ["soffice", *options, profile, f"--accept=pipe,name={pipe};urp;"]
    quiet = subprocess.DEVNULL
    office = subprocess.Popen(command, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        context = _connect(pipe)
        for line in sys.stdin:
            print(json.dumps(_do(context, json.loads(line))), flush=True)
    finally:
        os.killpg(office.pid, signal.SIGKILL)


if __name__ == "__main__":
    main()
