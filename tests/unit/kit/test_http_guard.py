"""Where a URL may and may not take us."""

import pytest

from wareloom.kit.errors import Failure, Rejected, Unavailable
from wareloom.kit.http.guard import Resolve, is_public, open_addresses, resolve
from wareloom.kit.http.place import read_place, redirected

PUBLIC = "93.184.215.14"


EVERY = "0.0.0.0"  # noqa: S104 - an address to refuse, not to listen on


def answering(*addresses: str) -> Resolve:
    return lambda _host, _port: addresses


@pytest.mark.parametrize(
    "url",
    [
        "ftp://shop.example/",
        "file:///etc/passwd",
        "gopher://shop.example/",
        "javascript:alert(1)",
        "shop.example",
        "//shop.example/",
        "http://",
        "http:///path",
        "http://user@shop.example/",
        "http://user:secret@shop.example/",
        "http://:secret@shop.example/",
        "http://shop.example:99999/",
        "http://shop.example:port/",
        "http://shop.example\\@127.0.0.1/",
        "http://shop.example/a b",
        "http://shop.example/\r\nHost: other",
        "http://sh\x00op.example/",
        "http://-shop.example/",
        "http://shop..example/",
        "http://shop%2eexample/",
        "http://[::1/",
        "http://[fe80::1%25eth0]/",
        "http://[v1.x]/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.0.0.1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://127.0.0.01/",
        "http://1.2.3.4.5/",
        "http://256.1.1.1/",
        "http://" + "a" * 64 + ".example/",
        "http://shop.example/" + "a" * 5000,
        "http://\ud800.example/",
        "http://shop.example/\ud800",
        "http://xn--a.ⓔxample\u200d/",
    ],
)
def test_an_address_that_is_not_plain_is_rejected(url: str) -> None:
    with pytest.raises(Rejected):
        read_place(url)


@pytest.mark.parametrize(
    ("url", "read"),
    [
        ("HTTPS://Shop.Example", "https://shop.example/"),
        ("https://shop.example:443/a?b=c#d", "https://shop.example/a?b=c"),
        ("http://shop.example:8080/", "http://shop.example:8080/"),
        ("https://shop.example./", "https://shop.example/"),
        ("https://müller.example/größe?a=ü", "https://xn--mller-kva.example/gr%C3%B6%C3%9Fe?a=%C3%BC"),
        ("https://ｓｈｏｐ.example/", "https://shop.example/"),
        ("http://１２７.0.0.1/", "http://127.0.0.1/"),
        ("http://[::0001]/", "http://[::1]/"),
        ("https://shop.example/a%20b", "https://shop.example/a%20b"),
        ("https://my_shop.example/", "https://my_shop.example/"),
    ],
)
def test_one_place_has_one_spelling(url: str, read: str) -> None:
    assert read_place(url).url == read


@pytest.mark.parametrize(
    "address",
    [
        *(EVERY, "0.1.2.3", "10.1.2.3", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.9.9.9"),
        *("168.63.129.16", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.192", "192.0.2.1"),
        *("192.88.99.1", "192.168.1.1", "198.18.0.1", "203.0.113.9", "224.0.0.1", "239.1.1.1", "240.0.0.1"),
        *("255.255.255.255", "::", "::1", "::ffff:10.0.0.1", "::ffff:93.184.215.14", "::127.0.0.1", "fc00::1"),
        *("64:ff9b::a00:1", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1"),
        *("fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "4000::1"),
    ],
)
def test_our_own_networks_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", [PUBLIC, "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"])
def test_the_internet_is_public(address: str) -> None:
    assert is_public(address)


def test_one_private_address_among_public_ones_closes_the_name() -> None:
    with pytest.raises(Rejected, match="private network"):
        open_addresses(read_place("https://shop.example/"), answering(PUBLIC, "10.0.0.1"), loopback=False)


def test_a_public_name_opens_to_the_addresses_that_were_looked_up() -> None:
    place = read_place("https://shop.example/")
    assert open_addresses(place, answering(PUBLIC, "2606:4700::1111"), loopback=False) == [PUBLIC, "2606:4700::1111"]


def test_a_literal_address_is_checked_without_looking_it_up() -> None:
    with pytest.raises(Rejected, match="private network"):
        open_addresses(read_place("http://169.254.169.254/latest/meta-data"), answering(PUBLIC), loopback=False)


@pytest.mark.parametrize("url", ["http://shop.example:8080/", "https://shop.example:80/", "http://shop.example:22/"])
@pytest.mark.parametrize("loopback", [True, False])
def test_public_hosts_are_asked_on_the_usual_ports_alone(url: str, *, loopback: bool) -> None:
    with pytest.raises(Rejected, match="port"):
        open_addresses(read_place(url), answering(PUBLIC), loopback=loopback)


def test_a_laptop_may_read_its_own_shops_and_nothing_else_that_is_private() -> None:
    shop = read_place("http://shop.test:8123/")
    assert open_addresses(shop, answering("127.0.0.1", "::1"), loopback=True) == ["127.0.0.1", "::1"]
    for addresses in (
        ["10.0.0.1"],
        ["127.0.0.1", "10.0.0.1"],
        ["127.0.0.1", PUBLIC],
        ["::ffff:127.0.0.1"],
        [EVERY],
    ):
        with pytest.raises(Rejected, match="private network"):
            open_addresses(shop, answering(*addresses), loopback=True)


def test_a_name_without_addresses_is_no_host() -> None:
    with pytest.raises(Rejected, match=r"no host shop\.example"):
        open_addresses(read_place("https://shop.example/"), answering(), loopback=False)


def test_this_machine_is_found_by_its_name() -> None:
    assert set(resolve("localhost", 80)) <= {"127.0.0.1", "::1"}


def test_a_name_that_does_not_exist_never_resolves() -> None:
    with pytest.raises(Failure) as failed:
        resolve("no-such-host.invalid", 80)
    assert isinstance(failed.value, Rejected | Unavailable)


@pytest.mark.parametrize("location", ["", "http://shop.example/", "ftp://shop.example/", "https://a:b@shop.example/"])
def test_a_redirect_to_nowhere_readable_is_rejected(location: str) -> None:
    with pytest.raises(Rejected, match="redirects"):
        redirected(read_place("https://shop.example/a"), location)


def test_a_redirect_may_be_relative() -> None:
    assert redirected(read_place("https://shop.example/a/b?c"), "../d").url == "https://shop.example/d"


def test_what_is_shown_of_a_place_leaves_its_query_out() -> None:
    assert read_place("https://shop.example/a?token=hush").shown == "shop.example/a"
