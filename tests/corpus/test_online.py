"""Articles by address: pages, plain texts and feeds, from a server on this machine."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import pytest

from geonews.corpus import MOST_ENTRIES, read, read_address
from geonews.errors import ArticleError
from geonews.models import Article

if TYPE_CHECKING:
    from tests.conftest import Site

PROSE = (
    "<p>About 20 ships left the harbour of {where} on Monday morning, officials said in the city.</p>"
    "<p>They had waited for weeks &amp; were loaded with grain, according to the owner of a café there.</p>"
)


def page(where: str = "Odesa", head: str = "") -> bytes:
    body = f"<nav>Menu</nav><article><h1>Ships leave {where}</h1>{PROSE.format(where=where)}</article>"
    return f"<html><head><title>Ships leave {where}</title>{head}</head><body>{body}</body></html>".encode()


def rss(*items: str, title: str = "The Daily Sample") -> bytes:
    channel = f"<channel><title>{title}</title>{''.join(items)}</channel>"
    return f'<?xml version="1.0"?><rss version="2.0">{channel}</rss>'.encode()


def item(link: str, *, title: str = "From the feed", rest: str = "") -> str:
    return f"<item><title>{title}</title><link>{link}</link>{rest}</item>"


def only(address: str) -> Article:
    (found,) = read_address(address, allow_private=True)
    assert isinstance(found, Article), str(found)
    return found


def complaint(address: str, **options: object) -> str:
    (found,) = read_address(address, **({"allow_private": True} | options))
    assert isinstance(found, ArticleError)
    return str(found)


def test_a_page_gives_its_article_with_what_it_states_about_itself(site: Site) -> None:
    head = '<meta property="og:site_name" content="Sample"><meta name="date" content="2022-08-01">'
    address = site.says("/ships?utm=x", page(head=head))
    found = only(address)
    assert (found.id, found.url, found.origin) == (address, address, address)
    assert (found.title, found.source, found.published) == ("Ships leave Odesa", "Sample", "2022-08-01")
    assert "harbour of Odesa" in found.text
    assert "Menu" not in found.text


def test_what_a_page_does_not_state_is_its_host_or_unknown(site: Site) -> None:
    found = only(site.says("/ships", page()))
    assert (found.source, found.published) == ("127.0.0.1", None)


def test_a_page_may_name_another_address_of_its_own_host_alone(site: Site) -> None:
    own = site.url("/2022/08/01/ships")
    found = only(site.says("/amp", page(head=f'<link rel="canonical" href="{own}">')))
    assert (found.url, found.id, found.published) == (own, own, "2022-08-01")
    for canonical in ("https://elsewhere.example/2022/08/01/a", site.url("/"), "javascript:alert(1)", "http://["):
        address = site.says("/other", page(head=f'<link rel="canonical" href="{canonical}">'))
        assert only(address).url == address


@pytest.mark.parametrize(
    ("kind", "head", "encoding"),
    [
        ("text/html; charset=windows-1252", "", "windows-1252"),
        ("text/html; charset=windows-1252", '<meta charset="utf-8">', "windows-1252"),
        ("text/html", '<meta charset="iso-8859-1">', "windows-1252"),
        ("text/html", "", "utf-8"),
        ("text/html; charset=klingon", "", "utf-8"),
        ("", "", "utf-16"),
    ],
)
def test_a_page_is_decoded_as_its_server_or_it_says(site: Site, kind: str, head: str, encoding: str) -> None:
    address = site.says("/a", page(head=head).decode().encode(encoding), kind=kind)
    assert "owner of a café there" in only(address).text


def test_plain_text_is_read_as_a_file_would_be(site: Site) -> None:
    address = site.says("/a.txt", b"Ships leave\n\nThey left Odesa.", kind="text/plain; charset=utf-8")
    text = "Ships leave\n\nThey left Odesa."
    assert only(address) == Article(address, text, title="Ships leave", source="127.0.0.1", url=address)


def test_what_cannot_be_read_names_the_address_and_the_cause(site: Site) -> None:
    assert f"{site.url('/missing')}: the server answers 404" in complaint(site.url("/missing"))
    assert "but application/pdf" in complaint(site.says("/a.pdf", b"%PDF-", kind="application/pdf"))
    assert "holds no article text" in complaint(site.says("/a", b"<html><body></body></html>"))
    assert "holds no article text" in complaint(site.says("/b", b""))
    intricate = page(head="<br>" * 50_000)
    assert "is too intricate a page (more than 50,000 tags)" in complaint(site.says("/f", intricate))
    assert "limit of 0.0002 MB" in complaint(site.says("/c", page()), limit=200)
    assert "private network" in complaint(site.says("/d", page()), allow_private=False)
    assert "is a feed without entries" in complaint(site.says("/e", rss(), kind="application/rss+xml"))


@pytest.mark.parametrize("address", ["ftp://news.example/a", "FILE:///etc/passwd", "https:/news.example"])
def test_an_address_that_is_not_read_is_told_which_are(address: str) -> None:
    (found,) = read([address])
    assert str(found) == f"{address}: is no web address; only those that begin with http:// or https:// are read"


def test_a_page_that_speaks_of_feeds_is_a_page(site: Site) -> None:
    script = '<script>const example = "<rss version=2>";</script>'
    address = site.says("/how-to", b"\n<!DOCTYPE HTML>" + page(head=script))
    assert only(address).title == "Ships leave Odesa"


def test_half_characters_in_what_a_page_says_of_itself_do_no_harm(site: Site) -> None:
    says = '{"@type": "NewsArticle", "headline": "Half \\ud800", "publisher": {"name": "Half \\ud800"}}'
    found = only(site.says("/a", page(head=f'<script type="application/ld+json">{says}</script>')))
    for said in (found.title, found.source):
        assert said is None or said.encode()


def test_what_a_library_stumbles_over_is_an_error_of_that_page_alone(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_args: object, **_options: object) -> None:
        message = "deep"
        raise RecursionError(message)

    monkeypatch.setattr("trafilatura.bare_extraction", stumble)
    assert "cannot be read as a page (RecursionError: deep)" in complaint(site.says("/a", page()))
    monkeypatch.setattr("feedparser.parse", stumble)
    assert "cannot be read as a feed (RecursionError: deep)" in complaint(site.says("/b", rss()))


def test_addresses_stand_among_files_and_take_what_is_given(site: Site, tmp_path) -> None:  # noqa: ANN001
    (tmp_path / "a.txt").write_text("Title\nText", encoding="utf-8")
    address = site.says("/ships", page())
    given = {"published": "2022-08-02", "source": "Given"}
    first, second = read([address, tmp_path / "a.txt"], allow_private=True, **given)
    assert (first.url, first.published, first.source) == (address, "2022-08-02", "Given")
    assert second.id == "a"


@pytest.mark.parametrize("kind", ["application/rss+xml; charset=utf-8", "text/xml", "text/html"])
def test_the_pages_of_a_feed_are_read_and_the_feed_adds_what_they_do_not_say(site: Site, kind: str) -> None:
    dated = "<pubDate>Tue, 02 Aug 2022 10:00:00 +0200</pubDate>"
    site.says("/odesa", page("Odesa"))
    site.says("/izmail", page("Izmail", '<meta name="date" content="2022-08-05">'))
    feed = rss(item(site.url("/odesa"), rest=dated), item("/izmail", rest=dated))
    foreseen: list[int] = []
    found = list(read_address(site.says("/feed", feed, kind=kind), allow_private=True, foresee=foreseen.append))
    assert [(each.url, each.title, each.published, each.remark) for each in found] == [
        (site.url("/odesa"), "Ships leave Odesa", "2022-08-02T10:00:00+02:00", ""),
        (site.url("/izmail"), "Ships leave Izmail", "2022-08-05", ""),
    ]
    assert foreseen == [2]


def test_an_atom_feed_is_dated_by_publication_never_by_update(site: Site) -> None:
    site.says("/odesa", page("Odesa"))
    times = "<updated>2022-08-03T00:00:00Z</updated>"
    entries = "".join(
        f'<entry><id>urn:{name}</id><title>x</title><link href="{site.url("/odesa")}"/>{times}{more}</entry>'
        for name, more in (
            ("a", ""),
            ("b", "<published>2022-08-02T00:00:00Z</published>"),
            ("c", "<published>2022-08</published>"),
        )
    )
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>{times}{entries}</feed>'
    found = read_address(site.says("/feed", feed.encode(), kind="application/atom+xml"), allow_private=True)
    assert [each.published for each in found] == [None, "2022-08-02T00:00:00+00:00", None]


def test_where_a_page_fails_the_feeds_own_words_are_read_and_it_is_said(site: Site) -> None:
    html = "<p>Ships left <b>Odesa</b>.<script>x()</script></p>They sailed."
    own = f"<description>{escape(html)}</description>"
    site.says("/there", page())
    feed = rss(
        item(site.url("/gone"), title="A &lt;i&gt;ship&lt;/i&gt; &amp;amp; more", rest=own),
        item(site.url("/silent")),
        item(site.url("/there")),
    )
    first, second, third = read_address(site.says("/feed", feed), allow_private=True)
    assert first == Article(
        site.url("/gone"), "Ships left Odesa.\nThey sailed.", "A ship & more", "The Daily Sample", site.url("/gone")
    )
    assert first.remark == (
        f"{site.url('/gone')}: the server answers 404 (Not Found); what the feed holds of it was read instead"
    )
    assert isinstance(second, ArticleError)
    assert third.url == site.url("/there")


def test_a_feed_cannot_lead_into_the_own_network(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geonews.fetching.addresses.is_public", lambda address: address == "127.0.0.1")
    feed = site.says(
        "/feed", rss(item("http://10.0.0.5/admin"), item("file:///etc/passwd"), item("javascript:alert(1)"))
    )
    found = list(read_address(feed))
    assert all(isinstance(each, ArticleError) for each in found)
    assert "private network" in str(found[0])
    assert "is no web address" in str(found[1])


def test_of_a_long_feed_the_first_are_read_and_it_is_said(site: Site) -> None:
    site.says("/odesa", page())
    feed = rss(*[item(site.url("/odesa"))] * (MOST_ENTRIES + 1))
    found = list(read_address(site.says("/feed", feed), allow_private=True))
    assert len(found) == MOST_ENTRIES
    assert [each.remark for each in found if each.remark] == [
        f"{site.url('/feed')}: names {MOST_ENTRIES + 1} articles, of which the first {MOST_ENTRIES} are read"
    ]


def test_control_characters_in_one_entry_spoil_no_other(site: Site) -> None:
    site.says("/there", page())
    feed = rss(item("/gone", title="A\x01\x00 ship", rest="<description>Ships\x0b left.</description>"), item("/there"))
    first, second = read_address(site.says("/feed", feed), allow_private=True)
    assert (first.title, first.text) == ("A ship", "Ships left.")
    assert second.url == site.url("/there")


def test_a_feed_that_reads_files_or_swells_gets_nothing(site: Site) -> None:
    swell = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    doctype = f'<!DOCTYPE rss [<!ENTITY l0 "lol">{swell}<!ENTITY file SYSTEM "file:///etc/passwd">]>'
    own = "<description>&file; Ships left Odesa. &l11;</description>"
    feed = rss(item(site.url("/gone"), rest=own)).replace(b"<rss", doctype.encode() + b"<rss", 1)
    for found in read_address(site.says("/feed", feed, kind="application/rss+xml"), allow_private=True):
        assert "root:" not in getattr(found, "text", "")
        assert len(getattr(found, "text", "")) < 10_000
