"""Fetches what stands at an address: every redirect is checked as the first address is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from email.message import Message
from http import HTTPStatus
from urllib.parse import urljoin

from urllib3 import HTTPResponse

from geonews.errors import ArticleError
from geonews.fetching.addresses import Target, resolve, target
from geonews.fetching.request import Clock, answer

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Rules:
    """What a fetch may do."""

    most_bytes: int = 5_000_000
    """Of the body, unpacked."""
    seconds: float = 20.0
    """For all, redirects included; only the system's own time limit for finding a host may come on top."""
    redirects: int = 5
    allow_private: bool = False
    """Whether this machine and its own network may be asked."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What stands at an address."""

    url: str
    """Where it was found in the end, without fragment."""
    kind: str
    """Media type in lower case, such as "text/html"; "" where the server does not say."""
    charset: str | None
    """As the server says."""
    body: bytes


def fetch(address: str, rules: Rules, kinds: Collection[str]) -> Fetched:
    """Fetch what stands at a web address, if it is of one of these media types (or of none that the server names).

    Raises ``ArticleError`` naming the address and the cause: broken or unknown, private though that is not allowed, not
    answering in time, refusing, redirecting too often, too large, or of another media type.
    """
    clock = Clock(rules.seconds)
    wanted = target(address)
    for _ in range(rules.redirects + 1):
        addresses = resolve(wanted, allow_private=rules.allow_private)
        with answer(wanted, addresses, clock) as response:
            onward = response.headers.get("Location") if response.status in _REDIRECTS else None
            if not onward:
                return _read(wanted, response, rules, kinds)
        wanted = target(urljoin(wanted.url, onward))
    message = f"{address}: redirects more than {rules.redirects} times"
    raise ArticleError(message)


def _read(wanted: Target, response: HTTPResponse, rules: Rules, kinds: Collection[str]) -> Fetched:
    if response.status != HTTPStatus.OK:
        message = f"{wanted.url}: the server answers {response.status} ({_phrase(response.status)})"
        raise ArticleError(message)
    kind, charset = _media_type(response.headers.get("Content-Type", ""))
    if kind and kind not in kinds:
        message = f"{wanted.url}: is neither a web page nor a feed nor plain text, but {kind}"
        raise ArticleError(message)
    body = response.read(rules.most_bytes + 1, decode_content=True)
    if len(body) > rules.most_bytes:
        message = f"{wanted.url}: is larger than the limit of {rules.most_bytes / _MEGABYTE:g} MB"
        raise ArticleError(message)
    return Fetched(wanted.url, kind, charset, body)


def _media_type(header: str) -> tuple[str, str | None]:
    if not header.strip():
        return "", None
    parsed = Message()
    parsed["Content-Type"] = header
    return parsed.get_content_type(), parsed.get_content_charset()


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "unknown to HTTP"
