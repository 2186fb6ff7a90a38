"""Makes the returned files: ``python -m tests.documents.returned.making [beginnings of names…]``, LibreOffice's last."""

import sys
import tempfile
from pathlib import Path

from tests.documents.returned.making.all_cases import all_cases
from tests.documents.returned.making.office import open_office
from tests.documents.returned.making.office_cases import CASES
from tests.documents.returned.making.reviewed_plan import FOLDER, reviewed_plan
from tests.documents.returned.making.sending_out import send_out


def main(beginnings: tuple[str, ...]) -> None:
    """Make the files whose names begin so; without any given all of them, after sending the plan out anew."""
    if not beginnings:
        send_out()
    plan = reviewed_plan()
    for case in all_cases():
        if not beginnings or case.name.startswith(beginnings):
            case.make(plan, FOLDER)
    chosen = [case for case in CASES if not beginnings or case.name.startswith(beginnings)]
    for office_case in chosen:
        with tempfile.TemporaryDirectory() as profile, open_office(Path(profile)) as office:
            office_case.make(plan, office, FOLDER)


main(tuple(sys.argv[1:]))
