"""One request to an address that was checked: no proxy, no cookies, no redirect, an end in time."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from time import monotonic

import certifi
from urllib3 import HTTPResponse
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.util.ssl_ import create_urllib3_context

from geonews.errors import ArticleError
from geonews.fetching.addresses import Target

_HEADERS = {
    "User-Agent": "geonews (reads a page that its user names)",
    "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml,*/*;q=0.1",
    "Accept-Encoding": "gzip",
    "Accept-Language": "en,*;q=0.5",
    "Connection": "close",
}


class Clock:
    """How much of the time that a whole fetch may take is left, over all its requests."""

    def __init__(self, seconds: float) -> None:
        """Start now."""
        self._end = monotonic() + seconds
        self.seconds = seconds

    @property
    def left(self) -> float:
        """Seconds; 0 when the time is over."""
        return max(0.0, self._end - monotonic())


@contextmanager
def answer(wanted: Target, addresses: tuple[str, ...], clock: Clock) -> Iterator[HTTPResponse]:
    """Ask for the target at the first of its checked addresses that can be reached; the body is read in the block.

    When the time is over the connection is cut, wherever it is: a server that sends a byte now and then gains nothing.
    Raises ``ArticleError`` naming the address and the cause, also for what goes wrong in the block.
    """
    connection: HTTPConnection | None = None
    try:
        connection = _connected(wanted, addresses, clock)
        watch = threading.Timer(clock.left, _cut, (connection.sock,))
        watch.daemon = True
        watch.start()
        try:
            connection.request("GET", wanted.path, headers={"Host": wanted.asked, **_HEADERS}, preload_content=False)
            yield connection.getresponse()
            if not clock.left:  # a body without a stated length looks whole where it was cut off
                raise TimeoutError
        finally:
            watch.cancel()
    except (HTTPError, http.client.HTTPException, OSError) as error:
        message = f"{wanted.url}: {_cause(error, clock)}"
        raise ArticleError(message) from error
    finally:
        if connection is not None:
            connection.close()


def _connected(wanted: Target, addresses: tuple[str, ...], clock: Clock) -> HTTPConnection:
    for number, address in enumerate(addresses, start=1):
        connection = _connection(wanted, address, clock.left / (len(addresses) - number + 1))
        try:
            connection.connect()
        except (HTTPError, OSError) as error:
            connection.close()
            if number == len(addresses) or not clock.left or isinstance(error, ssl.SSLError):
                raise
        else:
            return connection
    message = "it has no address"
    raise OSError(message)


def _connection(wanted: Target, address: str, seconds: float) -> HTTPConnection:
    """Return a connection to the very address that was checked; its certificate must be that of the named host."""
    seconds = max(seconds, 0.001)  # 0 would mean "do not wait at all"
    if not wanted.is_encrypted:
        return HTTPConnection(address, wanted.port, timeout=seconds)
    context = create_urllib3_context(cert_reqs=ssl.CERT_REQUIRED)
    context.load_default_certs()  # those of an office's own network, too
    context.load_verify_locations(certifi.where())
    return HTTPSConnection(
        address,
        wanted.port,
        timeout=seconds,
        server_hostname=wanted.host,
        ssl_context=context,
    )


def _cut(connection: socket.socket) -> None:
    with suppress(OSError):  # it has ended by itself meanwhile
        connection.shutdown(socket.SHUT_RDWR)


def _cause(error: Exception, clock: Clock) -> str:
    inner = error.__cause__ or error  # urllib3 wraps what the system says
    if not clock.left or isinstance(inner, TimeoutError):
        return f"did not answer in full within {clock.seconds:g} seconds"
    if isinstance(inner, ssl.SSLError):
        return "its certificate cannot be trusted, or its encryption is broken"
    if isinstance(inner, OSError) and inner.strerror:
        return f"cannot be reached ({inner.strerror})"
    return "broke off its answer, or answers what is no web page"
