"""E-mails: what is the report, who sent it when, what is quoted, and what is attached."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage
from pathlib import Path

import pytest

from humsit.documents.metadata import Metadata
from humsit.documents.read import read_inputs
from humsit.records import Document, UnreadableInput
from tests.documents.hostile_files import MAIN, WORDS, docx, one_page, packed

BODY = "At least 40 civilians were killed in Homs yesterday, the Red Crescent said.\n"


def mail(
    body: str = BODY, sender: str = "Syria desk <desk@example.org>", subject: str = "Flash update 3", **heads: str
) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "analyst@example.org", subject
    message["Date"] = heads.pop("date", "Tue, 05 Mar 2024 23:30:00 +0200")
    for name, value in heads.items():
        message[name] = value
    message.set_content(body)
    return message


def read(
    tmp_path: Path, message: EmailMessage | bytes, name: str = "mail.eml", **given: object
) -> list[Document | UnreadableInput]:
    path = tmp_path / name
    path.write_bytes(message if isinstance(message, bytes) else message.as_bytes())
    return list(read_inputs([str(path)], Metadata(**given)))  # type: ignore[arg-type]


def only(tmp_path: Path, message: EmailMessage | bytes, **given: object) -> Document:
    (found,) = read(tmp_path, message, **given)
    assert isinstance(found, Document), found
    return found


def test_subject_sender_and_day_are_the_mails_each_with_where_it_was_found(tmp_path: Path) -> None:
    found = only(tmp_path, mail())
    assert (found.text, found.title, found.publisher) == (BODY.strip(), "Flash update 3", "Syria desk")
    assert found.published == dt.date(2024, 3, 5)  # as the sender's clock had it: it was the 5th there
    assert found.format == "e-mail"
    assert found.found == {
        "title": "the mail's subject",
        "publisher": "the mail's sender",
        "published": "the mail's date, Tue, 05 Mar 2024 23:30:00 +0200",
    }


def test_what_is_given_goes_before_what_the_mail_says(tmp_path: Path) -> None:
    found = only(tmp_path, mail(), publisher="OCHA", published=dt.date(2024, 3, 1))
    assert (found.publisher, found.published) == ("OCHA", dt.date(2024, 3, 1))


def test_of_a_forwarded_report_the_sender_is_not_the_publisher_and_the_texts_own_day_comes_first(tmp_path: Path) -> None:
    found = only(tmp_path, mail(f"OCHA | Situation Report No. 4\n1 March 2024\n\n{BODY}", subject="Fwd: Syria"))
    assert (found.title, found.publisher, found.published) == ("Syria", "OCHA", dt.date(2024, 3, 1))
    assert only(tmp_path, mail(subject="FW: Syria")).publisher is None


def test_a_page_is_read_where_the_plain_text_only_says_that_there_is_one(tmp_path: Path) -> None:
    message = mail("View this e-mail in your browser.\n")
    page = "".join(
        f"<p>{BODY}</p><table><tr><th>Place</th><th>Killed</th></tr><tr><td>Hama</td><td>{n}</td></tr></table>" for n in (5, 6)
    )
    message.add_alternative(f"<html><body>{page}</body></html>", subtype="html")
    assert "Place | Killed\nHama | 5" in only(tmp_path, message).text


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251", "koi8-u"])
def test_the_words_are_those_that_were_sent_in_any_encoding(tmp_path: Path, charset: str) -> None:
    message = mail(subject="Обстріл Чернігова")
    message.set_content("У Чернігові загинули 22 людини.\n", charset=charset, cte="base64")
    found = only(tmp_path, message)
    assert (found.text, found.title) == ("У Чернігові загинули 22 людини.", "Обстріл Чернігова")


def test_lines_that_flow_are_whole_again(tmp_path: Path) -> None:
    message = mail()
    message.set_content("At least 40 civilians were \nkilled in Homs.\n-- \nAmal\n", params={"format": "flowed"})
    assert only(tmp_path, message).text.splitlines() == ["At least 40 civilians were killed in Homs.", "-- ", "Amal"]


@pytest.mark.parametrize(
    "quoted",
    [
        "On Mon, 4 Mar 2024 at 10:00, Bob wrote:\n> 12 people were killed in Hama.\n> Bob\n",
        "-----Original Message-----\nFrom: Bob\nSent: Monday\n\n12 people were killed in Hama.\n",
        "> 12 people were killed in Hama.\n",
    ],
)
def test_an_earlier_message_that_is_quoted_is_left_out_and_a_line_says_so(tmp_path: Path, quoted: str) -> None:
    text = only(tmp_path, mail(f"{BODY}\n{quoted}", subject="Re: Hama")).text
    assert text.startswith(BODY.strip())
    assert "[An earlier message that is quoted here was left out]" in text
    assert "12 people" not in text


def test_answers_between_quoted_lines_stay(tmp_path: Path) -> None:
    text = only(
        tmp_path, mail("On Monday, 4 March, Bob wrote:\n> How many in Hama?\nNine died.\n> And in Homs?\nTwo died.\n")
    ).text
    assert "Nine died.\nTwo died." in text
    assert "How many" not in text


def test_of_a_forwarded_mail_and_of_one_that_only_quotes_nothing_is_left_out(tmp_path: Path) -> None:
    quoted = "On Mon, 4 Mar 2024 at 10:00, Bob wrote:\n> 12 people were killed in Hama.\n"
    assert "12 people were killed" in only(tmp_path, mail(f"See below.\n\n{quoted}", subject="Fwd: Hama")).text
    assert "12 people were killed" in only(tmp_path, mail(quoted)).text
    assert only(tmp_path, mail("> 12 people were killed in Hama.\n")).text == "12 people were killed in Hama."


def test_attachments_are_reports_of_their_own_and_lack_only_what_nobody_says(tmp_path: Path) -> None:
    message = mail(sender="UN OCHA <x@example.org>")
    word = docx(MAIN.format(doctype="", body="<w:p><w:r><w:t>Two died in Hama.</w:t></w:r></w:p>").encode())
    dated = docx(MAIN.format(doctype="", body="<w:p><w:r><w:t>1 March 2024</w:t></w:r></w:p>").encode())
    for data, name in (
        (one_page(WORDS), "a.pdf"),
        (word, "b.docx"),
        (dated, "c.docx"),
        (b"MZ\x90\0", "d.docx"),
        (packed([("e.txt", b"One died.")]), "e.zip"),
    ):
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    body, pdf, undated, told, program, zipped = read(tmp_path, message)
    assert isinstance(body, Document)
    assert isinstance(program, UnreadableInput)
    assert "mail.eml › d.docx is a program" in str(program)
    for found, day in ((pdf, 5), (undated, 5), (told, 1), (zipped, 5)):
        assert isinstance(found, Document), found
        assert (found.publisher, found.published) == ("OCHA", dt.date(2024, 3, day))
        assert found.title is None
    assert [one.text for one in (pdf, undated, zipped) if isinstance(one, Document)] == [
        "Nine people died at Chernihiv.",
        "Two died in Hama.",
        "One died.",
    ]


def test_a_person_who_sends_a_report_is_not_its_publisher(tmp_path: Path) -> None:
    message = mail(sender="Amal <amal@example.org>")
    message.add_attachment(one_page(WORDS), maintype="application", subtype="pdf", filename="a.pdf")
    _, attached = read(tmp_path, message)
    assert isinstance(attached, Document)
    assert (attached.publisher, attached.published) == (None, dt.date(2024, 3, 5))


def test_a_mail_in_a_mail_is_a_report_of_its_own_sender_and_pictures_in_the_text_are_none(tmp_path: Path) -> None:
    message = mail()
    message.add_attachment(mail("Nine died.\n", sender="Amal <amal@example.org>", date="Mon, 04 Mar 2024 10:00:00 +0000"))
    message.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="logo.png", disposition="inline", cid="<l>")
    message.add_attachment(b"BEGIN:VCARD", maintype="text", subtype="vcard", filename="amal.vcf")
    _, second = read(tmp_path, message)
    assert isinstance(second, Document)
    assert (second.text, second.publisher, second.published) == ("Nine died.", "Amal", dt.date(2024, 3, 4))


@pytest.mark.parametrize("date", ["", "yesterday", "Tue, 99 Mar 2024 99:00", "0"])
def test_a_date_that_is_none_is_missing(tmp_path: Path, date: str) -> None:
    data = f"From: a@example.org\nSubject: s\nDate: {date}\n\n{BODY}".encode()
    assert only(tmp_path, data).published is None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\n\nNine died.", "is no e-mail"),
        (b"From: a@example.org\nSubject: s\n\n", "nothing to read in it"),
        (b"From: a\nSubject: s\nContent-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--", "is encrypted: open it"),
    ],
)
def test_a_mail_that_cannot_be_read_says_what_to_do(tmp_path: Path, data: bytes, reason: str) -> None:
    (found,) = read(tmp_path, data)
    assert isinstance(found, UnreadableInput)
    assert reason in str(found)


def test_a_mail_is_one_whatever_it_is_called(tmp_path: Path) -> None:
    (found,) = read(tmp_path, mail(), name="saved mail")
    assert isinstance(found, Document)
    assert found.format == "e-mail"
