"""What the files of documents are called: the plan, the revisions that they tell of, and what they show."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain

from success_desktop.domain.calendar_dates import date_text
from success_desktop.domain.revision import Revision
from success_desktop.domain.revision_in_words import revision_name
from success_desktop.domain.thai_clusters import clusters
from success_desktop.i18n import _, interface_language
from success_desktop.services.comparing import Point

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\/:*?"<>|]')
_LONGEST = 48
_SHORTEST = 12
"""Letters that the file's name keeps of a name, at most and (of the plan's) before others are cut shorter, too."""
_MOST_BYTES = 220
"""Some file systems hold names of 255 bytes, in which a Thai letter takes three; the rest is for the ending."""


def name_document(plan: str, revision: Revision) -> str:
    """The stem of the file of a plan as it was at a revision; it fits every disk, as that of a redline does."""
    return _fit("{plan} {revision}", plan, revision=_name_briefly(revision))


def name_for_review(plan: str, day: date) -> str:
    """The stem of the file that goes out for review on a day; it fits every disk, as that of a redline does."""
    return _fit(_("{plan} for review {day}"), plan, day=date_text(day, interface_language(), "short"))


def name_reply(returned: str) -> str:
    """The stem of a reviewer's file with our replies in it."""
    return _fit(_("{plan} with replies"), returned)


def name_redline(plan: str, old: Point, new: Point) -> str:
    """The stem of the file: no signs that Windows forbids, no torn letters, and no longer than any disk takes."""
    words = _("{plan} {old} → {new} showing edits")
    return _fit(words, plan, old=_name_briefly(old.revision), new=_name_briefly(new.revision))


def name_matrix(plan: str) -> str:
    """The stem of the file of a plan's response matrix."""
    return _fit(_("{plan} response matrix"), plan)


def name_form(plan: str) -> str:
    """The stem of the file of the comment form on a plan."""
    return _fit(_("{plan} comment form"), plan)


def name_printout(plan: str, paper: str) -> str:
    """The stem of the file of a paper of a plan: a form, a book, or the folder of several."""
    return _fit(_("{plan} {paper}"), plan, paper=paper)


def _fit(words: str, plan: str, **names: str) -> str:
    """`words` with as much of the plan's name and of the other names in them as fits."""
    name = ""
    for longest_plan, longest in _lengths():
        shortened = {place: _shorten(text, longest) for place, text in names.items()}
        name = words.format(plan=_shorten(plan, longest_plan), **shortened)
        if len(name.encode()) <= _MOST_BYTES:
            break
    return name.strip()


def _lengths() -> Iterator[tuple[int, int]]:
    """How many letters to keep of the plan's name and of the others, the most first."""
    return chain(
        ((length, _LONGEST) for length in range(_LONGEST, _SHORTEST, -1)),
        ((_SHORTEST, length) for length in range(_LONGEST, 0, -1)),
    )


def _name_briefly(revision: Revision | None) -> str:
    """What a revision goes by, one that the program has kept by itself by its number; None is the present."""
    if revision is None:
        return _("Present")
    if revision.is_automatic:
        return _("Revision {number}").format(number=revision.ordinal)
    return revision_name(revision)


def _shorten(text: str, length: int) -> str:
    """A text as part of a file's name, of at most `length` letters."""
    letters = clusters(" ".join(_FORBIDDEN.sub(" ", text).split()))
    return "".join(letters[:length]).strip(" .")
