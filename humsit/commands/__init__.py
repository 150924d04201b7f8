"""The commands by what they work on; `humsit.__main__` puts them together. Nothing here knows how a thing is done."""
