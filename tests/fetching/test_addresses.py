"""Which addresses may be asked, however they are written."""

from __future__ import annotations

import pytest

from geonews.errors import ArticleError
from geonews.fetching import is_address
from geonews.fetching.addresses import is_public, resolve, target


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "192.168.1.1", "0.0.0.0",  # noqa: S104 - refused, not bound
         "169.254.169.254", "100.64.0.1",
        "192.0.2.7", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
        "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::",
        "2001:0:0:0:0:0:80ff:fffe",
    ],
)  # fmt: skip
def test_what_is_not_of_the_public_internet_is_told(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:2800:220:1::1", "::ffff:8.8.8.8"])
def test_the_public_internet_is_told(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1/", "http://2130706433/", "http://0x7f.1/", "http://017700000001/", "http://[::1]/",
     "http://[::ffff:127.0.0.1]/", "http://[fe80::1%25lo]/", "HTTP://127.1/"],
)  # fmt: skip
def test_this_machine_is_refused_in_whatever_spelling(address: str) -> None:
    with pytest.raises(ArticleError, match="this machine or a private network"):
        resolve(target(address), allow_private=False)


def test_a_host_is_refused_if_any_of_its_addresses_is_private(names: dict[str, list[str]]) -> None:
    names["news.example"] = ["93.184.216.34", "192.168.0.10"]
    with pytest.raises(ArticleError, match="private network"):
        resolve(target("http://news.example/"), allow_private=False)
    names["news.example"] = ["93.184.216.34", "2606:2800:220:1::1"]
    assert resolve(target("http://news.example/"), allow_private=False) == ("93.184.216.34", "2606:2800:220:1::1")


def test_an_unknown_host_is_named(names: dict[str, list[str]]) -> None:
    assert not names["asked"]
    with pytest.raises(ArticleError, match=r"there is no host 'nowhere\.example'"):
        resolve(target("https://nowhere.example/a"), allow_private=False)


def test_only_ports_of_web_servers_are_asked(names: dict[str, list[str]]) -> None:
    names["news.example"] = ["93.184.216.34"]
    with pytest.raises(ArticleError, match="port 25"):
        resolve(target("http://news.example:25/"), allow_private=False)
    assert resolve(target("http://news.example:8080/"), allow_private=False)


@pytest.mark.parametrize(
    "address", ["", "news.example", "ftp://news.example/", "file:///etc/passwd", "http://", "http://[::1", "http:/a",
                "https://" + "a" * 9000]
)  # fmt: skip
def test_what_is_no_web_address_is_refused(address: str) -> None:
    with pytest.raises(ArticleError, match="is no web address"):
        target(address)


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(ArticleError, match="user name or password") as caught:
        target("https://example.org:secret@127.0.0.1/")
    assert "secret" not in str(caught.value)


def test_an_address_is_taken_apart_once() -> None:
    found = target(" HTTPS://News.Example:443/a b?q=ü#part ")
    assert (found.url, found.host, found.port) == ("https://news.example:443/a%20b?q=%C3%BC", "news.example", 443)
    assert (found.path, found.asked, found.is_encrypted) == ("/a%20b?q=%C3%BC", "news.example", True)
    assert target("http://[2001:db8::1]:8000").asked == "[2001:db8::1]:8000"
    assert target("http://bücher.example/").host == "xn--bcher-kva.example"


def test_an_address_is_told_from_a_file() -> None:
    assert is_address("https://news.example/")
    assert is_address("HTTP://news.example/")
    assert not is_address("http-notes.txt")
    assert not is_address("articles/http:/x.txt")
    assert not is_address("C:/articles/x.txt")
    assert not is_address("7:/x.txt")
