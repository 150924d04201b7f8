"""Which encoding text is in that does not say so and is no UTF-8: the one in which it reads most like a language.

Every encoding is tried with the languages that it is used for: a text that is Polish in one of them, and has signs in the midst
of its words in another, was written in the first. Made-up reports in 23 languages are told right in each of their encodings from
thirty bytes on (`tests/documents/test_encoding.py`); of a single word nobody can say.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from humsit.documents.language import likelihoods, surely_english

WESTERN = "en,fr,es pt gl ca,de,it,nl,sv no da,fi"
CENTRAL = "pl,cs sk,hu,ro,hr bs sr sl,sq"
CYRILLIC = "ru uk bg be mk sr"
MEANT_FOR = {
    "cp1252": f"{WESTERN},is,eu,ga,id ms,sw,tl,ht",
    "cp1251": CYRILLIC,
    "koi8-u": CYRILLIC,
    "cp1250": CENTRAL,
    "iso8859-2": CENTRAL,
    "cp1253": "el",
    "iso8859-7": "el",
    "cp1254": "tr,az",
    "cp1256": "ar,fa,ur,ps,ku,ug",
    "iso8859-6": "ar",
    "cp1255": "he",
    "cp1257": "lt,lv,et",
    "mac-roman": WESTERN,
    "cp850": WESTERN,
    "cp866": CYRILLIC,
    "iso8859-5": CYRILLIC,
    "mac-cyrillic": CYRILLIC,
    "gb18030": "zh",
    "big5": "zh",
    "shift_jis": "ja",
    "euc-jp": "ja",
    "euc-kr": "ko",
    "cp874": "th",
}
"""The encodings, the likelier first, and the languages that each is used for; those with a space between are counted together."""
USUAL = "cp1252"
SAMPLE = 2_000
"""So many bytes tell, those of lines that are not ASCII alone."""
PIECE = 8
"""Words that are looked at together: in few, a wrong letter tells."""
ODD_COSTS = 3.0
"""How far odd characters, as a share of those beyond ASCII, count against an encoding."""
COMMON = frozenset("оаеинтсрвліу αοιετνσςάίόέ اليمونرتهدیکو יוהלאתרמבש านรกอเงมยลวดทส่้ีั".replace(" ", ""))
COMMON_SHARE = 0.65
"""In scripts other than Latin, at least so many letters are among the commonest: in 8 languages 0.59 to 0.76 of them."""
LAST_LATIN, FIRST_EAST_ASIAN = "\u024f", "\u2e80"
WITHIN_WORDS = "’‘·–—־״׳…"
AT_WORDS = "«»“”„‚‹›€£°§©®™ºª¿¡№½،؛؟、。，：；（）「」"
"""Signs that stand before or behind a word."""

_TAG = re.compile(rb"</?[a-zA-Z][^<>]{0,1000}>")
_NOT_ASCII = re.compile(rb"[\x80-\xff]")


def likeliest(data: bytes) -> str:
    """The name of the encoding that text is likely in; the usual one of the West where none fits."""
    sample = _telling(data)
    if _is_english(sample):
        return USUAL
    texts = {name: text for name in MEANT_FOR if (text := _tried(sample, name)) is not None}
    odd = {name: _odd_share(text, name) for name, text in texts.items()}
    best, most = USUAL, float("-inf")
    for name in sorted(texts, key=odd.__getitem__):  # the likelier first, of those that are as odd
        if 1.0 - ODD_COSTS * odd[name] <= most:
            break  # none of the others can fit better
        fit = _likelihood(texts[name], name) * _common(texts[name]) - ODD_COSTS * odd[name]
        if fit > most:
            best, most = name, fit
    return best


def _is_english(sample: bytes) -> bool:
    """The rule, told without the model: English with a few quotation marks or accents, in the usual encoding."""
    text = _tried(sample, USUAL)
    return text is not None and not _odd_share(text, USUAL) and surely_english(text)


def _telling(data: bytes) -> bytes:
    """The lines with other letters than those of ASCII, up to a sample of them; of web pages without their tags."""
    if len(data) <= SAMPLE:
        return _TAG.sub(b" ", data)
    lines: list[bytes] = []
    length = 0
    for line in data.splitlines(keepends=True):
        if length >= SAMPLE:
            break
        if strange := _NOT_ASCII.search(line):
            start = max(0, strange.start() - SAMPLE // 2)
            cut = line[start : start + SAMPLE]
            lines.append(cut if len(cut) == len(line) else _whole_words(cut))
            length += len(cut)
    return _TAG.sub(b" ", b"".join(lines))


def _whole_words(cut: bytes) -> bytes:
    """A cut of a line from its first space to its last, so that no character of two bytes is halved."""
    begin, end = cut.find(b" ") + 1, cut.rfind(b" ")
    return cut[begin:end] if 0 < begin < end else cut


def _tried(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeError:
        return None


def _likelihood(text: str, encoding: str) -> float:
    """How probable the likeliest language of an encoding is, over the pieces of a text."""
    words = text.split()
    pieces = [" ".join(words[at : at + PIECE]) for at in range(0, len(words), PIECE)] or [text]
    likely: Counter[str] = Counter()
    for piece in pieces:
        likely.update(likelihoods(piece))
    return max(sum(likely[code] for code in kin.split()) for kin in MEANT_FOR[encoding].split(",")) / len(pieces)


def _common(text: str) -> float:
    """1 where the commonest letters of a script are as common as in its languages, less where they are rarer."""
    letters = [char for char in text.lower() if LAST_LATIN < char < FIRST_EAST_ASIAN and char.isalpha()]
    return min(1.0, sum(map(COMMON.__contains__, letters)) / len(letters) / COMMON_SHARE) if letters else 1.0


def _odd_share(text: str, encoding: str) -> float:
    """The share of characters, of those beyond ASCII, that do not belong where they stand."""
    odd = sum(_is_odd(*three) for three in zip(f" {text}", text, f"{text[1:]} ", strict=False))
    if encoding == "gb18030":  # it has a character, if a rare one, for nearly any two bytes
        odd += len(text) - len(text.encode("gb2312", errors="ignore").decode("gb2312"))
    return odd / (sum(not char.isascii() for char in text) or 1)


def _is_odd(before: str, char: str, behind: str) -> bool:
    """A sign within a word, a capital behind a small letter, letters of two scripts in one word, a box, half a kana."""
    if char.isascii():
        return char.isupper() and before.islower() and not before.isascii()
    kind = unicodedata.category(char)
    if kind in ("Cc", "Cn", "Co") or "\u2500" <= char <= "\u259f" or "\uff61" <= char <= "\uff9f":
        return True
    if kind == "Mn":
        return not before.isalpha() and unicodedata.category(before) != "Mn"
    if kind[0] in "SPN":
        beside = before.isalpha() + behind.isalpha()
        return char not in WITHIN_WORDS and beside > (char in AT_WORDS)
    if char.isalpha() and before.isalpha() and (before > LAST_LATIN) != (char > LAST_LATIN):
        return True
    return char.isupper() and before.islower()
