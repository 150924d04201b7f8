"""How much of an input is taken at once."""

from __future__ import annotations

from io import BufferedReader

from humsit.records import UnreadableInput

MOST_BYTES = 100_000_000
"""No single report (or line of JSON) is larger; what is larger is refused before it fills the memory."""


def whole(stream: BufferedReader, name: str) -> bytes:
    """All bytes of an input; UnreadableInput where there are more than MOST_BYTES."""
    data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise UnreadableInput(f"{name} is larger than {MOST_BYTES // 1_000_000} MB: split it into single reports.")
    return data
