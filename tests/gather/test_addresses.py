"""Which addresses may be asked, by their form, and which machines, by their number."""

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.gather.addresses import allowed, public, refusal

HIDDEN = (
    "127.0.0.1",
    "127.8.8.8",
    "0.0.0.0",
    "0.1.2.3",
    "10.1.2.3",
    "100.64.0.1",
    "100.100.100.200",
    "168.63.129.16",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.192",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.9",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:169.254.169.254",
    "::ffff:0:127.0.0.1",
    "64:ff9b::127.0.0.1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::8.8.8.8",
    "100::1",
    "2001::1",
    "2001:0:7f00:1::",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:808:808::1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fe80::1%lo",
    "fec0::1",
    "ff02::1",
    "2606:4700::1%eth0",
    "localhost",
    "",
    "127.1",
    "0x7f000001",
)
OPEN = ("8.8.8.8", "93.184.216.34", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2606:4700:4700::1111")


@pytest.mark.parametrize("address", HIDDEN)
def test_what_is_not_of_the_open_internet_is_not_public(address: str) -> None:
    """Loopback, private, link-local, metadata, reserved and embedded forms are never public."""
    assert not public(address)


@pytest.mark.parametrize("address", OPEN)
def test_a_public_address_is_public_in_every_form(address: str) -> None:
    """A public address stays public when it is mapped into IPv6 or translated by NAT64."""
    assert public(address)


@given(st.ip_addresses(v=4, network="127.0.0.0/8") | st.ip_addresses(v=4, network="10.0.0.0/8"))
def test_no_embedding_makes_a_private_address_public(address: object) -> None:
    """A private IPv4 address is refused plain, mapped, compatible, and behind NAT64."""
    for form in ("{}", "::ffff:{}", "::{}", "64:ff9b::{}"):
        assert not public(form.format(address))


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("http://2130706433/", "is a number"),
        ("http://0x7f000001/", "is a number"),
        ("http://127.1/", "is a number"),
        ("http://127.0.0.1./", "is a number"),
        ("http://0/", "is a number"),
        ("http://1.2.3.4.5/", "is a number"),
        ("http://user:pw@x.example/", "a name or password"),
        ("http://user@x.example/", "a name or password"),
        ("http://127.0.0.1\\@x.example/", "backslash"),
        ("http://x.example/ y", "a space"),
        ("http://x.example/\r\nHost: y", "control character"),
        ("http://x.example:22/", "port 22"),
        ("http://x.example:6379/", "port 6379"),
        ("https://x.example:25/", "port 25"),
        ("file:///etc/passwd", "only http and https"),
        ("ftp://x.example/", "only http and https"),
        ("javascript:alert(1)", "only http and https"),
        ("x.example/feed", "an address without a scheme"),
        ("http:///feed", "no host"),
    ],
)
def test_a_crooked_address_is_refused_by_its_form(address: str, reason: str) -> None:
    """Numbers for hosts, credentials, other schemes and other services' ports are refused unasked."""
    printable = "".join(c for c in address if c.isprintable())
    assert reason in (refusal(address, httpx.URL(printable)) or "")


@pytest.mark.parametrize(
    "address",
    [
        "https://x.example/feed?a=b",
        "http://x.example:8080/",
        "http://93.184.216.34/",
        "https://bücher.example/",
        "http://[2606:4700::1]/",
        "http://news1.example/",
    ],
)
def test_a_straight_address_is_not_refused(address: str) -> None:
    """Names, written-out addresses, high ports and other scripts are all fine."""
    assert refusal(address, httpx.URL(address)) is None


def test_a_host_is_allowed_by_name_and_perhaps_port() -> None:
    """`host` allows all its ports, `host:port` that one, and a final dot or capital does not matter."""
    assert allowed("Intranet.example.", 8080, {"intranet.example"})
    assert allowed("::1", 80, {"::1"})
    assert allowed("intranet.example", 8080, {"intranet.example:8080"})
    assert not allowed("intranet.example", 8081, {"intranet.example:8080"})
    assert not allowed("other.intranet.example", 80, {"intranet.example"})
