"""Proves redlines over many pairs of plans. Run it: ``python -m tests.benchmarks.prove_redline [pairs] [in LibreOffice]``.

Of a thousand random pairs of a real plan in Thai (or as many as are asked for) each redline, all its changes rejected, must
be the old document, and all accepted the new one, character for character; it must be sound and tear no letter. The first
300 (or as many as are asked for) are accepted and rejected by LibreOffice, too. Faults are printed with the seed of their
pair; the exit code is 1 when there are any.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from tests.documents.redline.libreoffice import LibreOffice, NoLibreOffice, open_libreoffice
from tests.documents.redline.redline_pairs import (
    draw_pair,
    find_faults,
    find_faults_in_libreoffice,
    write_pair,
)

PAIRS = 1000
IN_LIBREOFFICE = 300
PAIRS_A_LINE = 100


def main() -> int:
    """Prove the redlines and say how it went; the exit code."""
    asked = [int(argument) for argument in sys.argv[1:]]
    pairs, in_office = (*asked, *(PAIRS, IN_LIBREOFFICE)[len(asked) :])
    started = time.monotonic()
    faulty = 0
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        office = _open_office(stack, folder) if in_office else None
        for seed in range(pairs):
            found = list(_prove(seed, folder, office if seed < in_office else None))
            faulty += bool(found)
            for line in found:
                print(f"seed {seed}: {line}", flush=True)
            if (seed + 1) % PAIRS_A_LINE == 0:
                print(f"{seed + 1} pairs in {time.monotonic() - started:.0f} s", flush=True)
    done = f"{min(pairs, in_office)} of them" if office else "none of them"
    print(f"{pairs - faulty} of {pairs} redlines are both documents; {done} by LibreOffice, too")
    return int(faulty > 0)


def _open_office(stack: ExitStack, folder: Path) -> LibreOffice | None:
    try:
        return stack.enter_context(open_libreoffice(folder))
    except NoLibreOffice as missing:
        print(missing)
        return None


def _prove(seed: int, folder: Path, office: LibreOffice | None) -> Iterator[str]:
    files = write_pair(draw_pair(seed), folder)
    yield from find_faults(files)
    if office is not None:
        yield from find_faults_in_libreoffice(files.redline, office)


if __name__ == "__main__":
    sys.exit(main())
