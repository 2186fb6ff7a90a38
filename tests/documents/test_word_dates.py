"""The dates of comments and tracked changes: Word shows the wall, and knows the moment."""

from datetime import UTC, datetime

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from success_desktop.documents.word_dates import (
    MOMENT_DECLARATION,
    W16DU,
    allow_moments,
    write_dates,
    write_instant,
    write_wall_time,
)

IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
COMPATIBLE = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
EVENING = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)


def test_the_wall_shows_the_next_morning_and_the_moment_is_the_evening_before():
    assert write_wall_time(EVENING) == "2026-11-23T01:30:00Z"
    assert write_instant(EVENING) == "2026-11-22T18:30:00Z"
    assert write_dates(EVENING) == 'w:date="2026-11-23T01:30:00Z" w16du:dateUtc="2026-11-22T18:30:00Z"'


def test_a_root_declares_moments_once_and_keeps_what_it_had():
    root = parse_xml(f'<w:hdr {nsdecls("w", "w14")} {COMPATIBLE} mc:Ignorable="w14"><w:p/></w:hdr>')
    root.append(parse_xml(f"<w:ins {nsdecls('w')} {MOMENT_DECLARATION} {write_dates(EVENING)}/>"))
    allow_moments(root)
    allow_moments(root)
    assert root.get(IGNORABLE) == "w14 w16du"
    assert {"w", "w14", "mc", "w16du"} == set(root.nsmap)
    assert root[1].get(f"{{{W16DU}}}dateUtc") == "2026-11-22T18:30:00Z"


def test_a_root_that_names_nothing_to_pass_over_gets_its_first_name():
    root = parse_xml(f"<w:ftr {nsdecls('w')}/>")
    allow_moments(root)
    assert root.get(IGNORABLE) == "w16du"
