"""Records said in a few words: who claims it, what is counted, when, in which report. Plain text, not yet safe."""

from __future__ import annotations

import datetime as dt

from humsit.app import words
from humsit.app.words import days
from humsit.app.words import evidence as said
from humsit.app.words.by_hand import FROM_NO_REPORT
from humsit.claims import Claim, Question, teller
from humsit.records import AnyFact, Condition, Document, Stance
from humsit.situation.by_hand import entered_by_hand
from humsit.tables.labels import counted as counted
from humsit.tables.labels import what as what
from humsit.tables.labels import whose as whose


def day(date: dt.date | None, unknown: str = words.UNKNOWN_DATE) -> str:
    """A day as people write it: 3 March 2022."""
    return f"{date.day} {date:%B %Y}" if date else unknown


def moment(when: dt.datetime) -> str:
    """A moment as people write it, in UTC: 3 March 2022, 14:02 UTC."""
    there = when.astimezone(dt.UTC) if when.tzinfo else when
    return days.moment(day(there.date()), f"{there:%H:%M}")


def who(fact: AnyFact) -> str:
    """Who claims something; a report that speaks in its own voice has a name too."""
    return first_big(teller(fact))


def claimant(claim: Claim) -> str:
    """Who makes a claim; a report that speaks in its own voice is named by its agency or publisher."""
    return first_big(claim.name)


def first_big(name: str) -> str:
    """A name as it stands at the beginning of a line."""
    return f"{name[:1].upper()}{name[1:]}"


def claimant_type(code: str) -> str:
    """What kind of body or person a source is; "" where the reports do not say."""
    return "" if code == "unknown" else words.plain(code)


def stance(of: Stance) -> str:
    """How the claimant stands to the figure, where that is more than saying it."""
    return "" if of is Stance.REPORTED else words.STANCE[of]


def stance_word(of: Stance) -> str:
    """The same in one word, for a chart."""
    return "" if of is Stance.REPORTED else words.STANCE_SHORT[of].lower()


def claimed(fact: AnyFact) -> str:
    """Who says so and how: "Russia, admits its own losses"."""
    return ", ".join(part for part in (who(fact), stance(fact.stance)) if part)


def subject(fact: AnyFact) -> str:
    """What a fact is about, of whichever kind."""
    if isinstance(fact, Condition):
        topic = words.TOPIC[fact.condition]
        return f"{topic} · {fact.place}" if fact.place else topic
    return what(fact)


def source(fact: AnyFact) -> str:
    """Where a fact was printed: "Shafaq News (Reuters), 3 March 2022"."""
    return printed(fact.publisher, fact.agency, fact.published)


def printed(publisher: str | None, agency: str | None, published: dt.date | None) -> str:
    """Publisher, agency and day of a report."""
    name = publisher or words.UNKNOWN_PUBLISHER
    return f"{name}{f' ({agency})' if agency and agency != publisher else ''}, {day(published)}"


def title(document: Document) -> str:
    """A report's title, else its first words."""
    if document.title:
        return document.title
    first = " ".join(document.text[:300].split())
    return first if len(first) <= 90 else f"{first[:88].rsplit(' ', 1)[0]} …"


def origin(fact: AnyFact) -> str:
    """Whether the reader found it, an analyst added it, or somebody told it to an analyst."""
    if entered_by_hand(fact.document_id):
        return FROM_NO_REPORT
    return said.BY_ANALYST if fact.origin == "analyst" else said.FROM_TEXT


def claim(of: Claim) -> str:
    """One claim as a sentence: "Russia, admits its own losses: nearly 500"."""
    return f"{claimed_by(of)}: {of.words}"


def claimed_by(of: Claim) -> str:
    """Who makes a claim, and how: "Russia, admits its own losses"."""
    return ", ".join(part for part in (claimant(of), stance(of.stance)) if part)


def printed_by(of: Claim) -> str:
    """Who prints one claim: "Shafaq News", "5 publishers, 1 claimant"."""
    if len(of.publishers) == 1:
        return of.figure.publisher or words.UNKNOWN_PUBLISHER
    return said.independence(len(of.publishers), 1)


def independence(of: Question) -> str:
    """How many print it, and how many claim it: "5 publishers, 1 claimant"."""
    claimants = {claim.name for claim in of.claims} | {teller(denial) for denial in of.denials}
    publishers = {*of.publishers, *(denial.publisher or denial.document_id for denial in of.denials)}
    return said.independence(len(publishers), len(claimants))


def decided(of: Question) -> str:
    """What was worked out and what was decided: "Worked out: contested. Decided by Ada: corroborated."; "" where nothing was."""
    if of.ruling is None or of.ruling.standing is None:
        return ""
    worked_out, standing = words.STANDING[of.computed].lower(), words.STANDING[of.standing].lower()
    return said.worked_out(worked_out, of.ruling.who, standing)
