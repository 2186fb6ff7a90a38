"""Text that must not lie in any tracked file: unfinished notes, paths of one machine, hosts of package registries."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

# The brackets keep this file from finding itself.
UNWANTED = {
    "an unfinished note": re.compile(r"\b(TOD[O]|FIXM[E]|XX[X]|HAC[K])\b"),
    "a path of one machine": re.compile(r"/hom[e]/\w|/roo[t]/|/User[s]/\w|[A-Z]:\\+User[s]\\|/wor[k]/"),
    "a registry's host": re.compile(r"pyp[i]\.org|pythonhoste[d]\.org|registry\.npmj[s]|crates\.i[o]\b"),
}


def tracked_files(root: Path) -> list[Path]:
    """What git tracks or would track; everything where there is no git (an unpacked source archive)."""
    command = ["git", "-C", str(root), "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    if not (root / ".git").exists():
        return sorted(path for path in root.rglob("*") if path.is_file() and ".venv" not in path.parts)
    listing = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    return sorted(path for name in set(listing.split("\0")) if name and (path := root / name).is_file())


def find_unwanted_text(root: Path, paths: list[Path]) -> Iterator[str]:
    """Lines of text files that hold any of UNWANTED, as ``path:line: what it is: line``."""
    for path in paths:
        content = path.read_bytes()
        if b"\0" in content:
            continue
        for number, line in enumerate(content.decode("utf-8", errors="replace").splitlines(), start=1):
            for what, pattern in UNWANTED.items():
                if pattern.search(line):
                    yield f"{path.relative_to(root).as_posix()}:{number}: {what}: {line.strip()[:80]}"
