"""Which web addresses may be asked, and which machines may be connected to. Pure: nothing is resolved here.

A feed is written by strangers, so its links may point anywhere: at the router, at a cloud's metadata
service, at a database on this machine. Only http and https to public addresses are fetched, or to hosts
allowed by name.
"""

import re
from collections.abc import Collection
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

# `ipaddress.is_global` follows the IANA registries as they stood when that Python was released.
PRIVATE = tuple(
    map(
        ip_network,
        (
            "192.0.0.0/24",  # protocol assignments; Oracle's metadata service at .192
            "192.88.99.0/24",  # 6to4 relays, withdrawn by RFC 7526
            "198.18.0.0/15",  # benchmarking
            "168.63.129.16/32",  # Azure's metadata and health service: public in form only
        ),
    )
)
UNICAST = ip_network("2000::/3")  # all that is handed out of IPv6
PRIVATE_6 = tuple(
    map(
        ip_network,
        (
            "2001::/23",  # protocol assignments, Teredo among them
            "2001:db8::/32",  # documentation
            "2002::/16",  # 6to4: an IPv4 address inside
            "3fff::/20",  # documentation
        ),
    )
)
NAT64 = ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address in the last 32 bits
# Ports on which something else than the web listens, so that a request could be taken for its commands.
OTHER_SERVICES = frozenset({1719, 1720, 1723, 2049, 3306, 3659, 4045, 4190, 5060, 5061, 5432, 6000, 6379})
OTHER_SERVICES |= frozenset({6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 9200, 10080, 11211, 27017})
NUMERIC = re.compile(r"(?:0x[0-9a-f]*|\d+)", re.I)
UNWRITTEN = re.compile(r"[\x00-\x20\x7f\\]")


def public(address: str) -> bool:
    """Whether an IP address is one of the open internet, whatever form it hides in."""
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, IPv4Address):
        return _public_4(ip)
    if ip.ipv4_mapped:
        return _public_4(ip.ipv4_mapped)
    if ip in NAT64:
        return _public_4(IPv4Address(int(ip) & 0xFFFFFFFF))
    return _public_6(ip)


def _public_4(ip: IPv4Address) -> bool:
    return ip.is_global and not ip.is_multicast and not any(ip in net for net in PRIVATE)


def _public_6(ip: IPv6Address) -> bool:
    assigned = ip in UNICAST and ip.scope_id is None
    return assigned and ip.is_global and not any(ip in net for net in PRIVATE_6)


def allowed(host: str, port: int, hosts: Collection[str]) -> bool:
    """Whether a host was allowed by name: as `host`, or as `host:port` for that port only."""
    name = host.lower().rstrip(".").strip("[]")
    return name in hosts or f"{name}:{port}" in hosts


def port_of(url: "httpx.URL") -> int:
    """The port that is asked, the scheme's own when none is written."""
    return url.port or (443 if url.scheme == "https" else 80)


def host_of(url: "httpx.URL") -> str:
    """The host and port that are asked: what politeness is owed to."""
    return f"{url.host}:{port_of(url)}"


def refusal(written: str, url: "httpx.URL") -> str | None:
    """Why an address is not asked, by its form alone; `None` when it may be."""
    if UNWRITTEN.search(written):
        return "a space, control character or backslash in the address"
    if url.scheme not in ("http", "https"):
        return f"only http and https are fetched, not {url.scheme or 'an address without a scheme'}"
    if url.userinfo:
        return "a name or password in the address"
    if not url.host:
        return "no host in the address"
    if NUMERIC.fullmatch(url.host.rstrip(".").rpartition(".")[2]) and not _quad(url.host):
        return f"{url.host!r} is a number, not a host"
    return _refused_port(port_of(url))


def _quad(host: str) -> bool:
    try:
        return str(IPv4Address(host)) == host
    except ValueError:
        return False


def _refused_port(port: int) -> str | None:
    if port in OTHER_SERVICES or (port < 1024 and port not in (80, 443)):
        return f"port {port} is not the web's"
    return None
