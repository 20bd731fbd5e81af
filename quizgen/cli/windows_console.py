"""The console of Windows: it shows colours only once it is told to heed escape sequences."""

from __future__ import annotations

import sys
from typing import Any, TextIO

__all__ = ["heeds_sequences", "switched_on"]

_OUTPUT_HEEDS_SEQUENCES = 0x0004  # ENABLE_VIRTUAL_TERMINAL_PROCESSING


def heeds_sequences(stream: TextIO) -> bool:
    """Whether what a stream leads to heeds escape sequences; the console of Windows is switched to."""
    if sys.platform == "win32":
        import ctypes
        import msvcrt

        try:
            return switched_on(ctypes.windll.kernel32, msvcrt.get_osfhandle(stream.fileno()))
        except OSError:  # no console of its own: one of another program's making, which has its own colours or none
            return False
    return True


def switched_on(kernel: Any, handle: int) -> bool:
    """Switch a console to heed sequences by the system's own calls; False where it cannot, as before Windows 10."""
    from ctypes import byref, c_ulong, c_void_p

    mode = c_ulong()
    console = c_void_p(handle)  # a handle has the size of a pointer, not of an int
    if not kernel.GetConsoleMode(console, byref(mode)):
        return False
    if mode.value & _OUTPUT_HEEDS_SEQUENCES:
        return True
    return bool(kernel.SetConsoleMode(console, mode.value | _OUTPUT_HEEDS_SEQUENCES))
