"""What is fetched, and what is refused on the way."""

from __future__ import annotations

import gzip
import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from geonews.errors import ArticleError
from geonews.fetching import Fetched, Rules, addresses, fetch

if TYPE_CHECKING:
    from tests.conftest import Site

Names = dict[str, list[str]]
KINDS = frozenset({"text/html", "text/plain"})
OPEN = Rules(allow_private=True, most_bytes=10_000, seconds=30)


def complaint(address: str, rules: Rules = OPEN) -> str:
    with pytest.raises(ArticleError) as caught:
        fetch(address, rules, KINDS)
    return str(caught.value)


def test_a_page_comes_with_its_address_media_type_and_charset(site: Site) -> None:
    address = site.says("/a?b=1", b"caf\xe9", kind="Text/HTML; charset=ISO-8859-1")
    assert fetch(address + "#part", OPEN, KINDS) == Fetched(address, "text/html", "iso-8859-1", b"caf\xe9")


def test_a_page_without_a_media_type_is_left_to_the_reader(site: Site) -> None:
    assert fetch(site.says("/", b"x", kind=""), OPEN, KINDS).kind == ""


def test_this_machine_is_not_asked_unless_the_rules_allow_it(site: Site) -> None:
    address = site.says("/", b"secret")
    assert "this machine or a private network" in complaint(address, Rules())
    assert not site.asked
    assert fetch(address, OPEN, KINDS).body == b"secret"


def test_the_address_that_was_checked_is_the_one_that_is_asked(site: Site, names: Names) -> None:
    names["news.example"] = ["127.0.0.1"]
    address = site.says("/a", b"x").replace("127.0.0.1", "news.example")
    assert fetch(address, OPEN, KINDS).url == address
    assert names["asked"] == ["news.example"]
    assert site.asked == [("/a", f"news.example:{site.port}")]


def test_the_next_address_is_tried_where_one_cannot_be_reached(site: Site, names: Names) -> None:
    names["news.example"] = ["127.0.0.2", "127.0.0.1"]
    assert fetch(site.says("/", b"x").replace("127.0.0.1", "news.example"), OPEN, KINDS).body == b"x"


def test_redirects_are_followed_to_the_end(site: Site) -> None:
    site.redirects("/a", "/b", status=301)
    site.redirects("/b", "c?d", status=308)
    site.says("/c?d", b"there")
    assert fetch(site.url("/a"), OPEN, KINDS) == Fetched(site.url("/c?d"), "text/html", None, b"there")


def test_a_redirect_that_leads_home_is_refused(site: Site, names: Names, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(addresses, "is_public", lambda address: address == "127.0.0.1")
    names["inside.example"] = ["10.0.0.5"]
    for onward in ("http://10.0.0.5/", "http://inside.example/", "http://169.254.169.254/latest/meta-data/"):
        assert "private network" in complaint(site.redirects("/a", onward), replace(OPEN, allow_private=False))


@pytest.mark.parametrize("onward", ["file:///etc/passwd", "ftp://news.example/", "gopher://127.0.0.1:25/"])
def test_a_redirect_to_anything_but_the_web_is_refused(site: Site, onward: str) -> None:
    assert "is no web address" in complaint(site.redirects("/a", onward))


def test_redirects_in_a_circle_end(site: Site) -> None:
    assert "redirects more than 5 times" in complaint(site.redirects("/a", "/a"))
    assert len(site.asked) == 6


def test_a_refusal_is_told_with_its_number(site: Site) -> None:
    assert "the server answers 404 (Not Found)" in complaint(site.url("/missing"))
    assert "599 (unknown to HTTP)" in complaint(site.says("/odd", b"", status=599))


def test_other_media_types_are_named(site: Site) -> None:
    assert "but application/pdf" in complaint(site.says("/a.pdf", b"%PDF-", kind="application/pdf"))


def test_a_body_above_the_limit_is_refused(site: Site) -> None:
    assert len(fetch(site.says("/full", b"x" * 10_000), OPEN, KINDS).body) == 10_000
    assert "larger than the limit of 0.01 MB" in complaint(site.says("/more", b"x" * 10_001))


def test_a_small_body_that_unpacks_to_a_large_one_is_refused(site: Site) -> None:
    packed = gzip.compress(b"x" * 3_000)
    assert fetch(site.says("/a", packed, Content_Encoding="gzip"), OPEN, KINDS).body == b"x" * 3_000
    bomb = gzip.compress(b"\0" * 50_000_000)
    assert "larger than the limit" in complaint(site.says("/b", bomb, Content_Encoding="gzip"))
    assert "broke off its answer" in complaint(site.says("/c", b"no gzip", Content_Encoding="gzip"))


def test_a_server_that_keeps_its_reader_waiting_is_left(site: Site) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while not site.released.wait(0.01):
            try:
                handler.wfile.write(b"x")
            except OSError:
                return

    def say_nothing(_handler: BaseHTTPRequestHandler) -> None:
        site.released.wait()

    def drip_headers(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        drip(handler)

    site.answers.update({"/drip": drip, "/silent": say_nothing, "/headers": drip_headers})
    for path in site.answers:
        brief = replace(OPEN, seconds=0.3, most_bytes=1_000_000)
        assert "did not answer in full within 0.3 seconds" in complaint(site.url(path), brief)


def test_an_answer_that_breaks_off_is_no_page(site: Site) -> None:
    assert "broke off its answer" in complaint(site.says("/a", b"half", Content_Length="100"))


def test_a_server_that_is_not_there_is_told(site: Site) -> None:
    site.answers.clear()
    assert "cannot be reached" in complaint("http://127.0.0.1:9/")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs the program openssl to make a certificate")
    folder = tmp_path_factory.mktemp("certificate")
    words = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=news.example -addext subjectAltName=DNS:news.example"
    keys = ("-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem"))
    subprocess.run([openssl, *words.split(), *keys], check=True, capture_output=True)
    return folder


@pytest.fixture
def secure_port(certificate: Path) -> Iterator[int]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/plain")
            self.end_headers()
            self.wfile.write(b"sealed")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
            pass

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def test_a_certificate_must_be_trusted_and_of_the_named_host(
    secure_port: int, certificate: Path, names: Names, monkeypatch: pytest.MonkeyPatch
) -> None:
    names |= {"news.example": ["127.0.0.1"], "other.example": ["127.0.0.1"]}
    assert "certificate cannot be trusted" in complaint(f"https://news.example:{secure_port}/")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "cert.pem"))
    assert fetch(f"https://news.example:{secure_port}/", OPEN, KINDS).body == b"sealed"
    assert "certificate cannot be trusted" in complaint(f"https://other.example:{secure_port}/")
