"""What holds at a place with or without a number: sieges, shelling, no water, blocked aid, a truce."""

from humsit.mentions.conditions.find import find_conditions
from humsit.mentions.conditions.holding import Found, chain_before

__all__ = ["Found", "chain_before", "find_conditions"]
