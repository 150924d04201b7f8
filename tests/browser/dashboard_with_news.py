"""The dashboard with one machine of an open web that is none: `news.example` is an address of this machine, and no other is."""

from humsit.app import run
from humsit.intake.addresses import is_public, resolved
from humsit.intake.fetch import fetch

NEWS = "127.0.0.2"

fetch.__kwdefaults__["resolve"] = lambda host, port: [NEWS] if host == "news.example" else resolved(host, port)
fetch.__kwdefaults__["may_ask"] = lambda address: address == NEWS or is_public(address)
run()
