"""Who says it: "X said …", "…, X said", "according to X", "X put the toll at …", "he added", "quoted X as saying".

Each attribution holds the words it covers; a count takes the nearest that covers it (`covering`). `cues` finds words of saying,
`subjects` the noun phrase before them, `names` who that is; `find` puts them together.
"""

from humsit.mentions.speakers.find import find_attributions
from humsit.mentions.speakers.speaker import Attribution, Memory, Speaker, covering

__all__ = ["Attribution", "Memory", "Speaker", "covering", "find_attributions"]
