"""How fast a returned file is read. Run it: ``python -m tests.benchmarks.bench_returned [projects]``.

A plan of some 300 pages comes back with 300 remarks and 1,000 tracked changes, saved as Word saves: every paragraph, row and
run with the ids of the sessions that it was edited in. Reading it is measured against unzipping and parsing the same parts
with lxml, and, where pandoc is installed, against ``pandoc --track-changes=all``: the best of several rounds, in turns, in
one run on one machine, with the collector of garbage at rest as `timeit` has it. Time is that of the processor, so that what
else runs meanwhile does not count; pandoc, a process of its own, is timed by the clock on the wall, and reading with it.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import time
import timeit
import zipfile
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from success_desktop.documents.outline import build_outline
from success_desktop.documents.returned.census import count_elements
from success_desktop.documents.returned.reading import read_returned
from success_desktop.documents.word_writer import write_word
from tests.benchmarks.bench_word import large_plan

PROJECTS = 470
"""What fills some 300 pages."""
REMARKS, CHANGES = 300, 1000
ROUNDS = 7
MOST_TIMES_SLOWER_THAN_PARSING = 3.0

_RUN = re.compile(r'<w:r>(<w:rPr>[^§]{0,80}?</w:rPr>)?<w:t xml:space="preserve">[^<]{8,}</w:t></w:r>')
_SIGNED = 'w:author="ผู้ทรงคุณวุฒิ {0}" w:date="2026-11-22T09:{1:02}:00Z"'
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def as_word_saves(body: str) -> str:
    """A body with the ids that Word gives to paragraphs (MS-DOCX 2.2.4) and to sessions of editing (ECMA-376, 17.13.5)."""
    ids = iter(range(0x10000000, 0x7FFFFFFF))
    session = 'w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E" w:rsidP="00C14D2F"'
    body = re.sub(
        "<w:p>", lambda _: f'<w:p w14:paraId="{next(ids):08X}" w14:textId="77777777" {session}>', body
    )
    body = body.replace("<w:tr>", '<w:tr w:rsidR="00A77B3E" w:rsidTr="00C14D2F">')
    return body.replace("<w:r>", '<w:r w:rsidRPr="00D21E5A">')


def write_reviewed(sent: Path, returned: Path) -> None:
    """Write the file `sent` as three reviewers return it: remarks and tracked changes spread evenly over its runs."""
    with zipfile.ZipFile(sent) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body = parts["word/document.xml"].decode()
    step = max(1, len(_RUN.findall(body)) // (REMARKS + CHANGES))
    deeds = iter(range(REMARKS + CHANGES))
    places = iter(range(10**9))

    def review(found: re.Match[str]) -> str:
        deed = next(deeds, None) if next(places) % step == 0 else None
        return found[0] if deed is None else _review(found[0], deed)

    parts["word/document.xml"] = as_word_saves(_RUN.sub(review, body)).encode()
    parts["word/comments.xml"] = _write_comments().encode()
    _attach_comments(parts)
    with zipfile.ZipFile(returned, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)


def _review(run: str, deed: int) -> str:
    """A run with a remark, deleted, or with a sentence behind it, in turns."""
    signed = _SIGNED.format(deed % 3, deed % 60)
    if deed * REMARKS % (REMARKS + CHANGES) < REMARKS:
        start, end = (f'<w:commentRange{side} w:id="{deed}"/>' for side in ("Start", "End"))
        return f'{start}{run}{end}<w:r><w:commentReference w:id="{deed}"/></w:r>'
    if deed % 2:
        return f'<w:del w:id="{deed}" {signed}>{run.replace("w:t>", "w:delText>").replace("w:t ", "w:delText ")}</w:del>'
    text = '<w:r><w:t xml:space="preserve"> และให้ชุมชนมีส่วนร่วม</w:t></w:r>'
    return f'{run}<w:ins w:id="{deed}" {signed}>{text}</w:ins>'


def _write_comments() -> str:
    deeds = [deed for deed in range(REMARKS + CHANGES) if deed * REMARKS % (REMARKS + CHANGES) < REMARKS]
    comments = "".join(
        f'<w:comment w:id="{deed}" {_SIGNED.format(deed % 3, deed % 60)} w:initials="ผ">'
        f"<w:p><w:r><w:t>ขอให้ทบทวนตัวชี้วัดข้อนี้ ({deed})</w:t></w:r></w:p></w:comment>"
        for deed in deeds
    )
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return f"<w:comments {names}>{comments}</w:comments>"


def _attach_comments(parts: dict[str, bytes]) -> None:
    relation = (
        f'<Relationship Id="rIdRemarks" Type="{_RELATIONS}/comments" Target="comments.xml"/></Relationships>'
    )
    override = f'<Override PartName="/word/comments.xml" ContentType="{_TYPES}.comments+xml"/></Types>'
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", relation.encode())
    name = "[Content_Types].xml"
    parts[name] = parts[name].replace(b"</Types>", override.encode())


def parse_parts(path: Path) -> None:
    """Unzip a file and parse every XML part of it: the least that any reader must do."""
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(package.read(name))


def best_ms(timer: Callable[[], float], *deeds: Callable[[], object]) -> list[float]:
    """The milliseconds that each of the deeds takes by `timer`, done in turns: the best of all rounds."""
    rounds = [
        [timeit.timeit(deed, timer=timer, number=1) * 1000 for deed in deeds] for _round in range(ROUNDS)
    ]
    return [min(times) for times in zip(*rounds, strict=True)]


def main() -> int:
    """Print times and ratios; 1 when the file is read wrongly or slower than the limit."""
    projects = int(sys.argv[1]) if len(sys.argv) > 1 else PROJECTS
    with tempfile.TemporaryDirectory() as place:
        sent, path = Path(place) / "sent.docx", Path(place) / "returned.docx"
        write_word(build_outline(large_plan(projects)), sent)
        write_reviewed(sent, path)
        read = read_returned(path)
        parsing, reading, counting = best_ms(
            time.process_time,
            lambda: parse_parts(path),
            lambda: read_returned(path),
            lambda: count_elements(path),
        )
        print(f"{projects} projects, {path.stat().st_size / 1e6:.2f} MB, {dict(read.counts)}")
        print(f"unzip and parse {parsing:.0f} ms, read {reading:.0f} ms = {reading / parsing:.2f} x")
        print(f"count independently {counting:.0f} ms")
        is_fast = reading <= parsing * MOST_TIMES_SLOWER_THAN_PARSING
        if shutil.which("pandoc"):
            command = [
                "pandoc",
                "--track-changes=all",
                "-f",
                "docx",
                "-t",
                "json",
                "-o",
                f"{path}.json",
                str(path),
            ]
            by_pandoc, by_us = best_ms(
                time.perf_counter, lambda: subprocess.run(command, check=True), lambda: read_returned(path)
            )
            print(f"pandoc --track-changes=all {by_pandoc:.0f} ms = {by_pandoc / by_us:.1f} x as long")
            is_fast = is_fast and by_us < by_pandoc
        agrees = not count_elements(path).differences(dict(read.counts))
    is_right = agrees and sum(read.counts.values()) == REMARKS + CHANGES
    return 0 if is_fast and is_right else 1


if __name__ == "__main__":
    sys.exit(main())
