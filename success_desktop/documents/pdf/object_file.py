"""The objects of a PDF file, written one behind the other, small ones packed together; the table at its end finds them.

reportlab and qpdf hold a whole file in memory. The tags of 5,000 rows are 65,000 objects: written and packed here they cost
a fraction of that memory and of the time.
"""

import hashlib
import struct
import zlib
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import BinaryIO

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PACK = 200
"""Objects in a pack; readers unfold a pack as a whole (PDF 32000-1, 7.5.7)."""
_ENTRY = struct.Struct(">BIH")
_FREE, _PLAIN, _PACKED = 0, 1, 2


class ObjectFile:
    """Writes objects into `stream`; their numbers may come in any order, and some may be left out. Raises OSError."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._hash = hashlib.sha256()
        self._length = 0
        self._entries: dict[int, tuple[int, int, int]] = {}
        self._write(_HEADER)

    def add(self, number: int, body: bytes) -> None:
        """An object: all that stands between `obj` and `endobj`."""
        self._entries[number] = (_PLAIN, self._length, 0)
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def add_stream(self, number: int, entries: str, content: bytes) -> None:
        """A stream: the entries of its dictionary but for its length, and what it holds."""
        head = f"<<{entries}/Length {len(content)}>>\nstream\n".encode("ascii")
        self.add(number, b"%b%b\nendstream" % (head, content))

    def add_packed(self, objects: Iterable[tuple[int, bytes]], first: int) -> int:
        """Numbered objects that are no streams, packed. Their packs are numbered from `first` on; the next free number."""
        waiting = iter(objects)
        while pack := list(islice(waiting, _PACK)):
            self._add_pack(first, pack)
            first += 1
        return first

    def close(self, number: int, root: int, information: int) -> None:
        """Write the table that finds the objects, itself the last of them: `number`; and which one is the root of all."""
        self._entries[number] = (_PLAIN, self._length, 0)
        begun = self._length
        free = (_FREE, 0, 0)
        rows = b"".join(_ENTRY.pack(*self._entries.get(place, free)) for place in range(number + 1))
        name = self._hash.hexdigest()[:32]
        self.add_stream(
            number,
            f"/Type/XRef/Size {number + 1}/W[1 4 2]/Root {root} 0 R/Info {information} 0 R"
            f"/ID[<{name}><{name}>]/Filter/FlateDecode",
            zlib.compress(rows),
        )
        self._write(b"startxref\n%d\n%%%%EOF\n" % begun)

    def _add_pack(self, number: int, objects: Sequence[tuple[int, bytes]]) -> None:
        offsets, length = [], 0
        for place, (packed, body) in enumerate(objects):
            offsets.append(b"%d %d " % (packed, length))
            length += len(body) + 1
            self._entries[packed] = (_PACKED, number, place)
        head = b"".join(offsets)
        content = zlib.compress(head + b"\n".join(body for _number, body in objects))
        entries = f"/Type/ObjStm/N {len(objects)}/First {len(head)}/Filter/FlateDecode"
        self.add_stream(number, entries, content)

    def _write(self, data: bytes) -> None:
        self._hash.update(data)
        self._stream.write(data)
        self._length += len(data)
