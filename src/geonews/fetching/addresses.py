"""Which address is meant, and whether it may be asked: nobody may have geonews read them its own network."""

from __future__ import annotations

import re
import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from geonews.errors import ArticleError

_SCHEMES = {"http": 80, "https": 443}
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+:/", re.IGNORECASE)
"""Of two letters at least: one is a drive."""
_FIRST_FREE_PORT = 1024
"""Below are mail, file and login servers, which are no publishers; 80 and 443 apart."""
_TRANSLATED = IPv6Network("64:ff9b::/96")
"""NAT64 (RFC 6052): the last four bytes are the IPv4 address that is asked in truth."""
_LONGEST = 8_000


@dataclass(frozen=True, slots=True)
class Target:
    """A web address, taken apart once: what is checked here is what will be asked."""

    url: str
    """Normalised, without fragment."""
    is_encrypted: bool
    host: str
    """Lower case, in ASCII; an IPv6 address without its brackets."""
    port: int
    path: str
    """With the query: what the request asks for."""
    asked: str
    """What the request names as host: with the port where it is not the usual one."""


def is_address(text: str) -> bool:
    """Tell whether the text is meant as an address, of whatever scheme, rather than as a file's name (``C:/a.txt``)."""
    return _SCHEME.match(text) is not None


def target(address: str) -> Target:
    """Take a web address apart; raise ``ArticleError`` for one that is broken, not http(s), or holds a password."""
    try:
        url = parse_url(address.strip()) if len(address) <= _LONGEST else Url()
    except LocationParseError:
        url = Url()
    if url.scheme not in _SCHEMES or not url.host:
        message = f"{address[:200]}: is no web address; only those that begin with http:// or https:// are read"
        raise ArticleError(message)
    if url.auth is not None:
        message = f"{url.scheme}://{url.host}: an address with a user name or password is not fetched"
        raise ArticleError(message)
    usual = _SCHEMES[url.scheme]
    plain = Url(url.scheme, None, url.host, url.port, url.path or "/", url.query)
    return Target(
        url=plain.url,
        is_encrypted=url.scheme == "https",
        host=url.host.strip("[]").partition("%")[0],
        port=url.port or usual,
        path=plain.request_uri,
        asked=url.host if url.port in {None, usual} else f"{url.host}:{url.port}",
    )


def resolve(wanted: Target, *, allow_private: bool) -> tuple[str, ...]:
    """Return the IP addresses to connect to, in the resolver's order; ask it once, so that none is changed afterwards.

    Raises ``ArticleError`` for an unknown host, and unless ``allow_private`` where any of its addresses is not public
    or the port is not one of a web server.
    """
    if not allow_private and wanted.port < _FIRST_FREE_PORT and wanted.port not in _SCHEMES.values():
        message = f"{wanted.url}: port {wanted.port} is none of a web server"
        raise ArticleError(message)
    try:
        found = socket.getaddrinfo(wanted.host, wanted.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        message = f"{wanted.url}: there is no host {wanted.host!r}, or it cannot be found now"
        raise ArticleError(message) from error
    addresses = tuple(dict.fromkeys(str(each[4][0]) for each in found))
    if not allow_private and not all(map(is_public, addresses)):
        message = (
            f"{wanted.url}: leads to this machine or a private network; geonews fetches from there only where "
            "GEONEWS_ALLOW_PRIVATE=1 is set when it is started"
        )
        raise ArticleError(message)
    return addresses


def is_public(address: str) -> bool:
    """Tell whether an IP address belongs to the public internet.

    Not public are private, loopback, link-local (where clouds keep their metadata), shared, reserved, multicast and
    documentation addresses, and IPv6 addresses that stand for such an IPv4 address.
    """
    parsed = ip_address(address.partition("%")[0])
    if isinstance(parsed, IPv6Address):
        inner = _inner(parsed)
        if inner is not None:
            return is_public(str(inner))
        if parsed.is_site_local:
            return False
    return parsed.is_global and not (parsed.is_multicast or parsed.is_reserved or parsed.is_unspecified)


def _inner(address: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that an IPv6 address only wraps (mapped, 6to4, Teredo, NAT64)."""
    if address in _TRANSLATED:
        return IPv4Address(address.packed[-4:])
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)
