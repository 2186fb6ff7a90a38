"""Rows whose bookmarks are gone, found by what stands in their cells."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from success_desktop.documents.returned.returned_file import ReturnedFile, Row, stands
from success_desktop.documents.returned.sendings import Sending
from success_desktop.documents.returned.sent_map import SentRow

_ALIKE = 75
"""How much of the texts of two rows must agree (per cent) to be taken for the same row where their numbers agree."""


class _Candidate(NamedTuple):
    """A row of the file that no bookmark claims: its first paragraph and the texts of its cells."""

    paragraph: int
    cells: tuple[str, ...]


def find_rows_by_text(file: ReturnedFile, sending: Sending, known: Mapping[str, int]) -> dict[str, int]:
    """The first paragraphs of the rows that are not in `known` (paragraphs by the names of rows) and say what was sent."""
    wanted = {
        name: row_texts(row) for name, (_table, row) in sending.sent.row_by_name.items() if name not in known
    }
    if not wanted:
        return {}
    candidates = list(_unclaimed(file, known.values()))
    found = _find_equal(wanted, candidates)
    taken = set(found.values())
    left = [candidate for candidate in candidates if candidate.paragraph not in taken]
    for name, cells in wanted.items():
        if name not in found and (like := _most_alike(cells, left)) is not None:
            found[name] = like.paragraph
            left.remove(like)
    return found


def row_texts(row: SentRow) -> tuple[str, ...]:
    """What stands in the cells of a row that was sent."""
    return tuple("\n".join(text.shown for text in cell) for cell in row.cells)


def cell_texts(file: ReturnedFile, row: Row) -> tuple[str, ...]:
    """What stood in the cells of a row before any tracked change."""
    return tuple(
        "\n".join(
            file.paragraphs[number].text("rejected") or file.paragraphs[number].text("accepted")
            for number in cell.paragraphs
        )
        for cell in row.cells
    )


def _unclaimed(file: ReturnedFile, known: Iterable[int]) -> Iterator[_Candidate]:
    places = (file.paragraphs[number].place for number in known)
    claimed = {(place.table, place.row) for place in places if place is not None}
    for row in file.rows:
        if (row.table, row.number) in claimed or row.is_head or not stands(row.marks, "rejected"):
            continue
        if len(row.cells) > 1 and row.cells[0].paragraphs:
            yield _Candidate(row.cells[0].paragraphs[0], cell_texts(file, row))


def _find_equal(wanted: Mapping[str, tuple[str, ...]], candidates: Sequence[_Candidate]) -> dict[str, int]:
    """Rows with the very same cells; equal ones in their order."""
    times = Counter(candidate.cells for candidate in candidates)
    places: dict[tuple[str, ...], list[int]] = {cells: [] for cells in times}
    for candidate in candidates:
        places[candidate.cells].append(candidate.paragraph)
    found = {}
    for name, cells in wanted.items():
        if places.get(cells):
            found[name] = places[cells].pop(0)
    return found


def _most_alike(cells: tuple[str, ...], candidates: Sequence[_Candidate]) -> _Candidate | None:
    """The row with as many cells that says almost the same, and has the same number or name."""
    best, best_score = None, float(_ALIKE)
    text = "\t".join(cells)
    for candidate in candidates:
        if len(candidate.cells) != len(cells) or not set(candidate.cells[:2]) & set(cells[:2]) - {""}:
            continue
        score = fuzz.ratio(text, "\t".join(candidate.cells))
        if score > best_score:
            best, best_score = candidate, score
    return best
