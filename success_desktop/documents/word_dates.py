"""The dates of comments and tracked changes, as Word writes and shows them.

`w:date` is the time on the wall with a Z behind it, whatever the zone: Word shows it as it is written, and has always done
so (ECMA-376 part 1, 17.13, leaves open what it means). Newer Word writes the moment beside it, in an attribute that older
programs are told to pass over (MS-DOCX, `dateUtc`).
"""

from datetime import UTC, datetime, timedelta, timezone

from lxml import etree

THAI_TIME = timezone(timedelta(hours=7))
"""Thailand keeps one time all year round."""

W16DU = "http://schemas.microsoft.com/office/word/2023/wordml/word16du"
MOMENT_DECLARATION = f'xmlns:w16du="{W16DU}"'
"""What the root of XML must declare before it is parsed with `write_dates` in it."""

_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_INSTANT = "%Y-%m-%dT%H:%M:%SZ"


def write_wall_time(at: datetime) -> str:
    """An instant as Word shows it: the time on a Thai wall, with a Z behind it."""
    return at.astimezone(THAI_TIME).strftime(_INSTANT)


def write_instant(at: datetime) -> str:
    """An instant as what it is, in UTC."""
    return at.astimezone(UTC).strftime(_INSTANT)


def write_dates(at: datetime) -> str:
    """The attributes of a tracked change that tell when it was made; the root of its part needs `allow_moments`."""
    return f'w:date="{write_wall_time(at)}" w16du:dateUtc="{write_instant(at)}"'


def allow_moments(root: etree._Element) -> None:
    """Declare the prefix of moments at the root of a part, and let older programs pass them over (ECMA-376 part 3, 7.2)."""
    kept = [prefix for prefix in root.nsmap if prefix]
    etree.cleanup_namespaces(root, top_nsmap={"w16du": W16DU}, keep_ns_prefixes=[*kept, "w16du"])
    ignorable = root.get(_IGNORABLE, "").split()
    if "w16du" not in ignorable:
        root.set(_IGNORABLE, " ".join((*ignorable, "w16du")))
