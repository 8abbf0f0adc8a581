"""Where a connection may lead: never to a private address, unless its host is allowed, and for no longer than agreed.

The address is checked where the connection is made, so neither a redirect nor a name that changes its mind gets past.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore

SECONDS = 30.0
"""What one answer may take altogether, from the connection to its last byte."""


class Forbidden(httpcore.ConnectError):
    """The name leads to an address that must not be asked."""


def is_public(address: str) -> bool:
    """Whether an address belongs to the open internet, also where it is wrapped in another."""
    try:
        one = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(one, ipaddress.IPv6Address):
        within = one.ipv4_mapped or one.sixtofour or (one.teredo[1] if one.teredo else None)
        if within is not None:
            return is_public(str(within))
        if one in ipaddress.ip_network("64:ff9b::/96"):
            return is_public(str(ipaddress.IPv4Address(int(one) & 0xFFFFFFFF)))
    return one.is_global and not one.is_multicast


class Gate(httpcore.NetworkBackend):
    """Connects to public addresses and allowed hosts ("host" or "host:port") only."""

    def __init__(self, allowed: Iterable[str] = (), seconds: float = SECONDS) -> None:
        self.allowed, self.seconds = frozenset(allowed), seconds
        self.inner = httpcore.SyncBackend()

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address of a name that may be asked and answers."""
        until = time.monotonic() + self.seconds
        failure: Exception = Forbidden(f"{host} leads to no address that may be asked")
        for address in self._addresses(host, port):
            try:
                stream = self.inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return Timed(stream, until)
        raise failure

    def _addresses(self, host: str, port: int) -> list[str]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"no such host: {host}") from error
        addresses = list(dict.fromkeys(str(one[4][0]) for one in found))
        if host in self.allowed or f"{host}:{port}" in self.allowed:
            return addresses
        if not all(map(is_public, addresses)):
            raise Forbidden(f"{host} leads to a private address; only hosts under allowed_hosts may")
        return addresses


class Timed(httpcore.NetworkStream):
    """A connection that ends at an agreed time, however slowly the other side sends."""

    def __init__(self, inner: httpcore.NetworkStream, until: float) -> None:
        self.inner, self.until = inner, until

    def _left(self, timeout: float | None) -> float:
        left = self.until - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("took too long")
        return left if timeout is None else min(timeout, left)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """See NetworkStream."""
        return self.inner.read(max_bytes, self._left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """See NetworkStream."""
        self.inner.write(buffer, self._left(timeout))

    def close(self) -> None:
        """See NetworkStream."""
        self.inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """See NetworkStream."""
        return Timed(self.inner.start_tls(ssl_context, server_hostname, self._left(timeout)), self.until)

    def get_extra_info(self, info: str) -> Any:
        """See NetworkStream."""
        return self.inner.get_extra_info(info)
