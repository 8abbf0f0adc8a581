"""The desk on a port of this machine."""

from __future__ import annotations

import socket

import uvicorn

from truceline.web.app import application

LOOPBACK = "127.0.0.1"


def bound(port: int) -> socket.socket:
    """A socket on this machine alone; port 0 takes a free one. Raises OSError where the port is taken."""
    found = socket.socket()
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((LOOPBACK, port))
    except OSError as error:
        found.close()
        raise OSError(error.errno, f"port {port}: {error.strerror}") from error
    return found


def server(url: str) -> uvicorn.Server:
    """What answers readers once it is run on a socket."""
    return uvicorn.Server(uvicorn.Config(application(url), log_level="warning", access_log=False, server_header=False))
