"""Keeps what reports say out of the server's log: of a fault it holds the kind and the lines of code, never its message."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Iterator
from typing import Any

import streamlit as st


def keep_private() -> None:
    """From here on no log of this process quotes what an exception says, whoever logs it. A second call changes nothing."""
    factory = logging.getLogRecordFactory()
    if not isinstance(factory, _WithoutMessages):
        st.set_option("logger.enableRich", False)  # it prints faults past every log
        logging.setLogRecordFactory(_WithoutMessages(factory))


class _WithoutMessages:
    """Makes records of a log whose exceptions are told already, without their messages."""

    def __init__(self, make: Callable[..., logging.LogRecord]) -> None:
        self._make = make

    def __call__(self, *args: Any, **kwargs: Any) -> logging.LogRecord:
        """A record as it always was, but for what an exception says."""
        record = self._make(*args, **kwargs)
        if record.exc_info and record.exc_info[1] is not None:
            record.exc_text = "\n".join(_told(record.exc_info[1]))
        return record


def _told(fault: BaseException) -> Iterator[str]:
    """A fault and those that led to it, the first one first: where each was raised, and its kind."""
    chain: list[BaseException] = []
    one: BaseException | None = fault
    while one is not None and one not in chain:
        chain.append(one)
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    for one in reversed(chain):
        yield "".join(traceback.format_tb(one.__traceback__)) + f"{type(one).__module__}.{type(one).__qualname__}"
