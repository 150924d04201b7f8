"""One report in the formats in which reports arrive, made by the programs that make them: it says the same in each."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, date, datetime
from email.message import EmailMessage
from email.policy import SMTP
from functools import cache
from pathlib import Path

import pytest
from feedgen.feed import FeedGenerator

from humsit.documents.metadata import Metadata
from humsit.documents.read import read_inputs
from humsit.facts.find import find_facts
from humsit.facts.proof import prove
from humsit.records import Condition, Document, Figure

REPORT = Path(__file__).with_name("floods.md")
TITLE = "Floods in the north: situation report 4"
PRINTED = datetime(2026, 3, 4, 9, tzinfo=UTC)
KNOWN = Metadata(published=date(2026, 3, 4), publisher="Northern Relief Office")
SAYS = [
    # measure, low, high, claimant, place
    ("killed", 17, None, "Police", "Tamale"),
    ("killed", 31, 31, "Residents", "Tamale"),
    ("missing", 9, 9, "The mayor of Bole", "Bole"),
    ("displaced", 1200, 1500, "The Red Cross", "Yendi"),
    ("injured", 43, 43, "the hospital", "Salaga"),
    ("injured", 26, 26, "a school official", "Damongo"),
    ("rescued", 60, None, "the fire service", "Wa"),
    ("killed", 12, 12, "", "Gushegu"),
    ("injured", 35, 35, "", "Gushegu"),
    ("homes_destroyed", 1420, 1420, "", "Gushegu"),
    ("killed", 4, 4, "", "Karaga"),
    ("injured", 18, 18, "", "Karaga"),
    ("homes_destroyed", 310, 310, "", "Karaga"),
    ("killed", 0, 0, "", "Savelugu"),
    ("injured", 7, 7, "", "Savelugu"),
    ("homes_destroyed", 95, 95, "", "Savelugu"),
    ("sheltered", 2300, 2300, "The United Nations", "Yendi"),
]
SAYS_TOO = [("no_power", "present", "the ministry of energy", "Tamale")]

IN_TWO_COLUMNS = "<style>body { columns: 2; max-width: none; } table { break-inside: avoid; }</style>"
OVER_TWO_PAGES = "<style>tr { break-inside: avoid; } tbody tr:nth-child(2) { break-before: page; }</style>"


def program(*names: str) -> str:
    """Where the first of these programs is. Without any: a loud skip, and a failure where CI is set."""
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        told = f"Files made by {names[0]} were NOT tested: it is not installed (tests/install_system_packages.sh)."
        if os.environ.get("CI"):
            pytest.fail(told)
        pytest.skip(told)
    return found


class Maker:
    """Makes the report with real programs, each file once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def pandoc(self, name: str, *options: str) -> Path:
        made = self.folder / name
        _run(program("pandoc"), "--standalone", *options, REPORT, "--output", made)
        return made

    def office(self, name: str, source: Path) -> Path:
        made = self.folder / name
        settings = f"-env:UserInstallation={(self.folder / 'settings').as_uri()}"
        _run(
            program("soffice"),
            "--headless",
            settings,
            "--convert-to",
            made.suffix[1:],
            "--outdir",
            self.folder / "office",
            source,
        )
        return (self.folder / "office" / source.with_suffix(made.suffix).name).rename(made)

    def print(self, name: str, style: str = "") -> Path:
        page, made = self.folder / f"{name}.html", self.folder / name
        page.write_text(self.page().read_text("utf-8").replace("</head>", f"{style}</head>"), "utf-8")
        chromium = program("chromium", "chromium-browser", "google-chrome")
        _run(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={made}", page)
        return made

    @cache  # noqa: B019 # as long as the module's tests
    def page(self) -> Path:
        return self.pandoc("page.html")

    @cache  # noqa: B019
    def word(self) -> Path:
        return self.pandoc("word.docx")

    @cache  # noqa: B019
    def open_document(self) -> Path:
        return self.office("open document.odt", self.word())

    def fragment(self) -> str:
        """The report's body as a web page holds it."""
        return _run(program("pandoc"), "--to", "html", REPORT).decode()

    def feed(self, name: str) -> Path:
        made, feed = self.folder / name, FeedGenerator()
        feed.id("urn:relief:reports")
        feed.title("Northern Relief Office")
        feed.link(href="https://relief.example/reports")
        feed.description("Reports")
        entry = feed.add_entry()
        entry.id("urn:relief:reports:4")
        entry.title(TITLE)
        entry.link(href="https://relief.example/reports/4")
        entry.published(PRINTED)
        entry.content(self.fragment(), type="html" if name.endswith("atom") else "CDATA")
        (feed.atom_file if name.endswith("atom") else feed.rss_file)(str(made))
        return made

    def mail(self, name: str, attached: Path | None = None) -> Path:
        made, mail = self.folder / name, EmailMessage(SMTP)
        mail["From"], mail["To"], mail["Subject"] = "Northern Relief Office <reports@relief.example>", "ada@desk.example", TITLE
        mail["Date"] = PRINTED
        if attached is None:
            mail.set_content(_run(program("pandoc"), "--to", "plain", REPORT).decode())
            mail.add_alternative(self.fragment(), subtype="html")
        else:
            mail.set_content("Dear all,\n\nplease find our report attached.\n")
            mail.add_attachment(attached.read_bytes(), maintype="application", subtype="pdf", filename="report.pdf")
        made.write_bytes(mail.as_bytes())
        return made


MADE: dict[str, Callable[[Maker], Path]] = {
    "text by pandoc": lambda make: make.pandoc("text.txt", "--to=plain", "--wrap=none"),
    "wrapped text by pandoc": lambda make: make.pandoc("wrapped.txt", "--to=plain"),
    "Markdown text by pandoc": lambda make: make.pandoc("text.md", "--to=gfm", "--wrap=none"),
    "web page by pandoc": Maker.page,
    "web page by LibreOffice": lambda make: make.office("office.html", make.open_document()),
    "Word by pandoc": Maker.word,
    "Word by LibreOffice": lambda make: make.office("office.docx", make.open_document()),
    "OpenDocument by LibreOffice": Maker.open_document,
    "PDF by LibreOffice": lambda make: make.office("office.pdf", make.open_document()),
    "PDF by Chromium": lambda make: make.print("printed.pdf"),
    "PDF by Chromium, in two columns": lambda make: make.print("columns.pdf", IN_TWO_COLUMNS),
    "PDF by Chromium, its table on two pages": lambda make: make.print("pages.pdf", OVER_TWO_PAGES),
    "RSS by feedgen": lambda make: make.feed("feed.rss"),
    "Atom by feedgen": lambda make: make.feed("feed.atom"),
    "e-mail": lambda make: make.mail("mail.eml"),
    "e-mail with a PDF": lambda make: make.mail("attached.eml", make.print("printed.pdf")),
}


def _run(*command: str | Path) -> bytes:
    return subprocess.run(command, check=True, capture_output=True, timeout=120).stdout


@pytest.fixture(scope="module")
def maker(tmp_path_factory: pytest.TempPathFactory) -> Maker:
    return Maker(tmp_path_factory.mktemp("real"))


@pytest.mark.parametrize("name", MADE)
def test_the_report_says_the_same_in_every_format(maker: Maker, name: str) -> None:
    read = list(read_inputs([str(MADE[name](maker))], KNOWN))
    (report,) = [one for one in read if isinstance(one, Document) and find_facts(one)]
    assert str(report.published)[:10] == "2026-03-04"
    assert report.title == TITLE or (report.title is None and "text" in name)
    found = find_facts(report)
    for fact in found:
        prove(fact, report.text)
    figures = [fact for fact in found if isinstance(fact, Figure)]
    assert [report.text[fact.start : fact.end] for fact in figures] == [fact.number for fact in figures]
    assert [(fact.measure, fact.low, fact.high, fact.claimant, fact.place) for fact in figures] == SAYS
    conditions = [fact for fact in found if isinstance(fact, Condition)]
    assert [(fact.condition, fact.state, fact.claimant, fact.place) for fact in conditions] == SAYS_TOO
