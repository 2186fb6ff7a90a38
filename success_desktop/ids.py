"""Names for things that must never meet another's: 26 characters, later ones sort after earlier ones."""

import os
import time

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_LENGTH = 26


def new_id() -> str:
    """Make an id in the manner of a ULID: 48 bits of milliseconds, then 80 random bits, in Crockford's base 32."""
    number = (time.time_ns() // 1_000_000) << 80 | int.from_bytes(os.urandom(10), "big")
    letters = []
    for _place in range(_LENGTH):
        letters.append(_ALPHABET[number & 31])
        number >>= 5
    return "".join(reversed(letters))


def new_feedback_id() -> str:
    """Make an id for feedback that a person gives; ids of feedback begin with ``f-`` (domain.feedback_kinds)."""
    return f"f-{new_id()[:-2]}"


def new_office_id() -> str:
    """Make an id for what an authority files about a plan, as an edition; they begin with ``o-`` (domain.office_kinds)."""
    return f"o-{new_id()[:-2]}"
