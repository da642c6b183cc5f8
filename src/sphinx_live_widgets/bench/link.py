"""A line between server and reader, as arithmetic: when the bytes that are sent now have arrived."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

#: What an IPv4 packet on Ethernet carries at most, and what its own addressing takes on top of that.
PACKET, HEADER = 1460, 40
#: With how many packets a connection begins before it knows the line (RFC 6928).
FIRST_WINDOW = 10 * PACKET


@dataclass
class Link:
    """The bandwidth and delay that all connections share.

    Attributes
    ----------
    rate
        Bytes per second in the direction of the reader, packet headers included; 0 is no limit.
    delay
        Seconds for the way to the server and back.
    clock, sleep
        Replaced by tests, which do not wait.
    """

    rate: float = 0.0
    delay: float = 0.0
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _free_at: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def carry(self, size: int) -> float:
        """Put ``size`` bytes behind those already under way; return the moment at which they have arrived."""
        with self._lock:
            now = self.clock()
            if not self.rate:
                return now
            packets = -(-size // PACKET)
            self._free_at = max(self._free_at, now) + (size + packets * HEADER) / self.rate
            return self._free_at

    def wait_until(self, moment: float) -> None:
        """Wait until a moment of the clock."""
        self.sleep(max(0.0, moment - self.clock()))


class Flow:
    """One connection: its set-up costs one way there and back, and it begins slowly, as TCP does.

    Parameters
    ----------
    link
        The line that it shares with the others.
    """

    def __init__(self, link: Link) -> None:
        self._link = link
        self._window = FIRST_WINDOW
        self._room = FIRST_WINDOW
        self._round_began = 0.0

    def is_on(self, link: Link) -> bool:
        """Return whether this is a connection over that line."""
        return self._link is link

    def open(self) -> None:
        """Wait for the handshake."""
        self._link.sleep(self._link.delay)

    def request(self) -> None:
        """Wait for the way of a request to the server and of the first byte of its answer back."""
        self._link.sleep(self._link.delay)
        self._round_began = self._link.clock()
        self._room = self._window

    def send(self, size: int) -> None:
        """Wait until ``size`` bytes have arrived; at most a window of them is under way at a time.

        The window doubles with each round trip until it holds all that the line can carry meanwhile.
        """
        link = self._link
        if self._window < link.rate * link.delay:
            if size > self._room:
                link.wait_until(self._round_began + link.delay)
                self._round_began = link.clock()
                self._window *= 2
                self._room = self._window
            self._room -= size
        link.wait_until(link.carry(size))
