"""E-mails (.eml): the body is a report sent by its sender on its day; attachments that can be read are reports of their own."""

from __future__ import annotations

import codecs
import contextlib
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import parseaddr
from io import BufferedReader

from humsit.documents import bounded
from humsit.documents.encoding import decode
from humsit.documents.extracted import Extracted, Part
from humsit.documents.formats import limits, web
from humsit.documents.formats.inside import read_inside
from humsit.documents.formats.zipped import Allowance, Spent, allowance_in
from humsit.documents.made import refuse_too_long
from humsit.documents.masthead import body_named
from humsit.documents.metadata import Metadata
from humsit.records import Document, HumsitError, UnreadableInput

_HEADS = (
    rb"received return-path delivered-to message-id mime-version from to subject date x-[\w-]{1,60} dkim-signature "
    rb"arc-[\w-]{1,60} reply-to cc list-[\w-]{1,40} content-type"
)
BEGINS = re.compile(
    rb"(?:From [^\n]{1,200}\n)?(?:(?:" + _HEADS.replace(b" ", b"|") + rb"):[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n)*){3}",
    re.IGNORECASE,
)
"""Three lines of an e-mail's head, whatever the file is called."""
FORWARDED = re.compile(r"\s*(?:fwd?|wg|tr|rv|i|пересл\w*)\s*:", re.IGNORECASE)
QUOTE_BEGINS = re.compile(
    r"^(?:On .{5,200}\bwrote:|Le .{5,200}\ba écrit ?:|El .{5,200}\bescribió:|Am .{5,200}\bschrieb .{2,100}:|"
    r"-{2,} ?Original Message ?-{2,}|_{10,}\nFrom: .+)[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
LEFT_OUT = "[An earlier message that is quoted here was left out]"
SIDE_MATTER = frozenset(
    "text/calendar text/vcard text/x-vcard application/pkcs7-signature application/x-pkcs7-signature application/pgp-signature "
    "message/delivery-status message/disposition-notification text/rfc822-headers".split()
)
"""Kinds of parts that never hold a report."""
MOST_ATTACHMENTS = 200
"""Of one mail; more are named, not read."""
MOST_PARTS = 5_000
"""Parts of a mail, each part's parts among them; real ones have ten."""
MOST_HEAD = 200_000
"""Bytes of a mail's head: a thousand recipients; taking a head apart costs far more memory than it has bytes."""


def read(stream: BufferedReader, name: str, metadata: Metadata) -> Iterator[Document | UnreadableInput]:
    """The document of the body, where it says anything, and those of the attachments; each that cannot be read, why."""
    allowance = allowance_in(stream, name)
    found = bounded.extracted(extract, limits.whole(stream, name), name)
    if found.text.strip():
        yield found.document(name, metadata, "e-mail")
    elif not found.parts:
        raise UnreadableInput(f"{name} holds no text and nothing that could be read: there is nothing to read in it.")
    yield from _attached(found, name, metadata, allowance)


def _attached(found: Extracted, name: str, metadata: Metadata, allowance: Allowance) -> Iterator[Document | UnreadableInput]:
    """The attachments; the mail's day fills in where one says none, its sender only where that is a body we know."""
    given = replace(metadata, id=None, title=None, url=None)
    for number, part in enumerate(found.parts):
        if number == MOST_ATTACHMENTS:
            yield UnreadableInput(
                f"{name} has more than {number} attachments: save those behind the first {number} and read them."
            )
            return
        try:
            allowance.spend(name, len(part.data), 1)
            for one in read_inside(part.data, part.name, name, given, allowance):
                yield one if isinstance(one, UnreadableInput) else _filled(one, found)
        except Spent as reason:
            yield UnreadableInput(str(reason))
            return
        except HumsitError as reason:
            yield UnreadableInput(str(reason))


def _filled(document: Document, mail: Extracted) -> Document:
    """An attachment with what it lacks and the mail tells."""
    told = mail.told.or_else(mail.less_sure)
    sender = told.publisher if told.publisher and body_named(told.publisher) else None
    lacking = {
        name: value
        for name, value in (("published", told.published), ("publisher", sender))
        if value is not None and getattr(document, name) is None
    }
    where = {name: told.found[name] for name in lacking if name in told.found}
    return document.model_copy(update={**lacking, "found": {**document.found, **where}})


# -- in the worker ---------------------------------------------------------------------------------------------------------------


def extract(data: bytes, name: str) -> Extracted:
    """Body, head and attachments of an e-mail; UnreadableInput where it is none, or encrypted."""
    if len(re.split(rb"\r?\n\r?\n", data[: MOST_HEAD + 4], maxsplit=1)[0]) > MOST_HEAD:
        raise UnreadableInput(f"{name} has a head of more than {MOST_HEAD // 1_000} KB: save its text or its attachments.")
    if data.lower().count(b"\ncontent-type:") > MOST_PARTS:
        raise UnreadableInput(f"{name} has more than {MOST_PARTS:,} parts: save its text or its attachments.")
    message = BytesParser(policy=policy.default).parsebytes(data)
    assert isinstance(message, EmailMessage)
    if not message.keys():
        raise UnreadableInput(f"{name} is no e-mail: it has no head; save it again from the mail program as .eml.")
    if message.get_content_type() in ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"):
        raise UnreadableInput(f"{name} is encrypted: open it in the mail program, and save its text or its attachments.")
    body = message.get_body(("plain", "html"))
    text = _text(message, body, name)
    is_forwarded = FORWARDED.match(_head(message, "subject") or "") is not None
    if not is_forwarded:
        text = without_quotes(text)
    refuse_too_long(len(text), name)
    sure, less_sure = _told(message, is_forwarded=is_forwarded)
    return Extracted(text, sure, less_sure, parts=tuple(_parts(message, body)))


def _text(message: EmailMessage, body: MIMEPart | None, name: str) -> str:
    """The plain text, or the page where there is none or it only says that there is a page."""
    if body is None:
        return ""
    text = _page(body, name) if body.get_content_subtype() == "html" else _plain(body, name)
    page = message.get_body(("html",))
    if len(text.strip()) < 300 and page is not None and page is not body:
        from_page = _page(page, name)
        return from_page if len(from_page) > 2 * len(text) else text
    return text


def _page(part: MIMEPart, name: str) -> str:
    data = _bytes(part)
    charset = part.get_content_charset()
    with contextlib.suppress(LookupError, UnicodeDecodeError):  # then the page may say it itself
        data = codecs.BOM_UTF8 + data.decode(charset).encode() if charset else data
    return web.article_of(data, name).text if data.strip() else ""


def _plain(part: MIMEPart, name: str) -> str:
    data = _bytes(part)
    try:
        text = data.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        text = decode(data, name)
    text = text.replace("\r\n", "\n")
    if str(part.get_param("format", "")).lower() == "flowed":
        text = re.sub(r"(?<!^--) \n(?!>|\n|$)", " ", text, flags=re.MULTILINE)
    return text.strip()


def _bytes(part: MIMEPart) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def without_quotes(text: str) -> str:
    """The text without earlier messages that it quotes, of which a line tells; as it is where nothing else would be left."""
    found = QUOTE_BEGINS.search(text)
    if found:
        before = text[: found.start()].rstrip()
        rest = re.sub(r"(?m)^>.*\n?", "", text[found.end() :]) if re.search(r"(?m)^>", text[found.end() :]) else ""
        text_left = f"{before}\n\n{LEFT_OUT}\n\n{rest.strip()}".strip()
        return text_left if before or rest.strip() else text
    if not re.search(r"(?m)^>", text):
        return text
    kept = re.sub(r"(?m)(?:^>.*(?:\n|$))+", f"{LEFT_OUT}\n", text).strip()
    return kept if kept.replace(LEFT_OUT, "").strip() else re.sub(r"(?m)^(?:> ?)+", "", text)


def _told(message: EmailMessage, *, is_forwarded: bool) -> tuple[Metadata, Metadata]:
    """(what the head says surely, what goes behind what the text says): of a forwarded report the sender is not the publisher."""
    subject = _head(message, "subject")
    title = re.sub(r"^(?:\s*(?:re|aw|fwd?|wg|tr|rv)\s*:)+\s*", "", subject, flags=re.IGNORECASE) if subject else None
    written = _head(message, "date")
    sender, address = parseaddr(_head(message, "from") or "")
    publisher = body_named(sender) or sender or address or None
    where = {"title": "the mail's subject", "published": f"the mail's date, {written}", "publisher": "the mail's sender"}
    day = day_of(message)
    if is_forwarded:
        known = publisher if publisher and body_named(publisher) else None
        return Metadata.found_in(where, title=title), Metadata.found_in(where, published=day, publisher=known)
    return Metadata.found_in(where, title=title, published=day), Metadata.found_in(where, publisher=publisher)


def day_of(message: EmailMessage) -> dt.date | None:
    """The day on which a mail was sent, as its sender's clock had it; None where the head says none."""
    try:
        moment = getattr(message["date"], "datetime", None)
    except (ValueError, TypeError, IndexError, AttributeError):  # what the library raises for dates that are none
        return None
    return moment.date() if isinstance(moment, dt.datetime) else None


def _head(message: EmailMessage, name: str) -> str | None:
    try:
        found = message[name]
    except (ValueError, TypeError, IndexError, AttributeError):
        return None
    return " ".join(str(found).split())[:500] or None if found is not None else None


def _parts(message: EmailMessage, body: MIMEPart | None) -> Iterator[Part]:
    """The attachments that may be reports; pictures that stand in the text and invitations are none."""
    count = 0
    for part in _leaves(message):
        kind = part.get_content_type()
        is_shown = part.get_content_disposition() != "attachment" and (not part.get_filename() or "content-id" in part)
        if part is body or kind in SIDE_MATTER or (is_shown and not kind.startswith("message/")):
            continue
        count += 1
        if count > MOST_ATTACHMENTS + 1:
            return
        if kind == "message/rfc822":
            inner = next(iter(part.iter_parts()), None)
            yield Part(part.get_filename() or "forwarded.eml", inner.as_bytes() if isinstance(inner, MIMEPart) else b"")
        else:
            yield Part(part.get_filename() or f"attachment {count}", _bytes(part))


def _leaves(message: MIMEPart) -> Iterator[MIMEPart]:
    """The parts of a message, those of mails in it left to them."""
    if message.get_content_type() == "message/rfc822" or not message.is_multipart():
        yield message
        return
    for part in message.iter_parts():
        if isinstance(part, MIMEPart):
            yield from _leaves(part)
