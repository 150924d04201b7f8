"""Which addresses of the network may be asked: those of the open web, and nothing of this machine or its own network."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_TUNNELS = (IPv6Network("2002::/16"), IPv6Network("2001::/32"), IPv6Network("::/96"))
"""6to4, Teredo and "IPv4-compatible": given up long ago, and ways to make an inner address look like an outer one."""
_TRANSLATED = IPv6Network("64:ff9b::/96")
"""NAT64: the IPv4 address stands in the last 32 bits."""


def is_public(address: str) -> bool:
    """Whether an address stands for a machine of the open web: not this machine, its network, a group, or what is reserved."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        if found.scope_id is not None or any(found in tunnel for tunnel in _TUNNELS):
            return False
        inner = found.ipv4_mapped or (IPv4Address(int(found) & 0xFFFF_FFFF) if found in _TRANSLATED else None)
        found = inner or found
    return found.is_global and not (
        found.is_multicast or found.is_reserved or found.is_private or found.is_loopback or found.is_link_local
    )


def resolved(host: str, port: int) -> list[str]:
    """The addresses that a name stands for, as this machine's own resolver says. OSError where it stands for none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))
