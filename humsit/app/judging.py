"""Judging names in the drawer: how far a source can be relied on, which name stands for another, and taking either back."""

from __future__ import annotations

import streamlit as st

from humsit.app import clock, markup, phrases, words
from humsit.app.desk import Desk
from humsit.app.drawer import PREFIX, Drawer, attempt, open_drawer, sign
from humsit.app.filters import EVERYTHING
from humsit.app.words import names as said
from humsit.records import Judgement, JudgementKind, Reliability
from humsit.situation import NAMES_OF, NOW, Known, Selection, known_as
from humsit.tables import records_of

LETTER, KIND, NAME, TARGET = (f"{PREFIX}{name}" for name in ("letter", "kind", "name", "target"))
OFFERED = 2_000
"""Names offered in a choice, those that most figures carry first; any other can be typed."""
RATING = JudgementKind.RELIABILITY


def judgements(desk: Desk, known: Known) -> list[Judgement]:
    """All that was decided about names and reports by then, newest first."""
    frame = desk.table("judgements", Selection(known=known))
    rows = (row for row in records_of("judgements", frame) if row["kind"] != JudgementKind.SAVED_VIEW)
    return [Judgement(**row) for row in rows][::-1]


def counting(rows: list[Judgement]) -> set[int]:
    """The numbers of those of these rows, newest first, that count: the newest about each name that is not taken back."""
    newest: dict[tuple[JudgementKind, str], Judgement] = {}
    for row in rows:
        newest.setdefault((row.kind, _key(row.kind, row.subject)), row)
    return {row.judgement_id for row in newest.values() if row.now is not None}


def _key(kind: str, subject: str) -> str:
    """What a judgement is about: a name in whatever spelling, or the very id of a report."""
    return subject if kind == JudgementKind.CONFIDENTIAL else known_as(subject)


def line(row: Judgement, *, counts: bool) -> markup.Safe:
    """One judgement: what was decided, by whom, when and why."""
    told = words.RELIABILITY[row.now] if row.kind is RATING and row.now else row.now or words.TAKEN_BACK
    about = row.subject if row.kind is not JudgementKind.CONFIDENTIAL else said.report(row.subject)
    did = markup.tag("span", about, " → ", told, kind="hs-did" if counts or row.now is None else "hs-gone")
    note = markup.tag("div", f"{row.who}, {phrases.moment(row.when)}: “{row.why}”", kind="hs-note")
    head = markup.tag("div", did, " ", markup.chip(said.KINDS[row.kind]))
    return markup.tag("div", head, note, kind="hs-line")


def _about(desk: Desk, kind: str, subject: str) -> list[Judgement]:
    """What was judged about a name, newest first; its length tells whether somebody was faster."""
    rows = judgements(desk, NOW)
    return [row for row in rows if row.kind.value == kind and _key(kind, row.subject) == _key(kind, subject)]


# --- how reliable a source is


def rate_button(label: str, source: str, *, key: str, known: Known, primary: bool = False) -> None:
    """The button that opens the drawer in which a source is judged."""
    drawer = Drawer("decide", body=_rating, title=said.JUDGE_SOURCE, notes={"subject": source})
    style = "primary" if primary else "tertiary"
    st.button(label, key=key, on_click=open_drawer, args=(drawer,), type=style, **clock.deciding(known))  # type: ignore[arg-type]


def _rating(desk: Desk, drawer: Drawer) -> None:
    source = drawer.notes["subject"]
    rows = _about(desk, RATING.value, source)
    drawer.notes.setdefault("seen", str(len(rows)))
    markup.show(markup.strong(phrases.first_big(source)))
    markup.show(words.RELIABILITY_MEANS, kind="hs-note hs-text")
    markup.show(line(rows[0], counts=True) if rows else words.NOT_JUDGED, kind="hs-note hs-text")
    if LETTER not in st.session_state:
        st.session_state[LETTER] = rows[0].now or Reliability.F.value if rows else Reliability.F.value
    with st.form("drawer_form", border=False):
        st.selectbox(
            said.RELIABILITY, [code.value for code in Reliability], key=LETTER, format_func=words.RELIABILITY.__getitem__
        )
        sign(drawer, said.SAVE_JUDGEMENT, _save, desk, drawer, RATING.value)


# --- which name stands for another


def name_button(kind: JudgementKind, *, known: Known) -> None:
    """The button that opens the drawer in which one name is led back to another."""
    drawer = Drawer("decide", body=_naming, title=said.TWO_ARE_ONE, notes={"kind": kind.value})
    st.button(said.LEAD_BACK, key="names_lead_back", on_click=open_drawer, args=(drawer,), **clock.deciding(known))


def _naming(desk: Desk, drawer: Drawer) -> None:
    kind = JudgementKind(
        st.segmented_control(
            said.KIND,
            [one.value for one in NAMES_OF],
            default=drawer.notes["kind"],
            required=True,
            key=KIND,
            format_func=lambda code: words.NAMES_OF[JudgementKind(code)],
        )
        or drawer.notes["kind"]
    )
    named = desk.names(EVERYTHING, kind)
    offered = [name.name for name in named[:OFFERED]]
    targets = list(dict.fromkeys([*offered, *(name.stands_for for name in named if name.stands_for)]))
    with st.form("drawer_form", border=False):
        typed = said.NAME_HINT
        st.selectbox(said.THIS_NAME, offered, key=NAME, index=None, placeholder=typed, accept_new_options=True)
        st.selectbox(said.STANDS_FOR, targets, key=TARGET, index=None, placeholder=typed, accept_new_options=True)
        sign(drawer, said.THEY_ARE_ONE, _save, desk, drawer, kind.value)


# --- taking back


def take_back_button(row: Judgement, *, key: str, known: Known) -> None:
    """The button that opens the drawer in which a judgement is taken back."""
    drawer = Drawer("decide", body=_taking_back, title=said.TAKE_BACK, notes={"subject": row.subject, "kind": row.kind.value})
    st.button(said.ASK_TAKE_BACK, key=key, on_click=open_drawer, args=(drawer,), type="tertiary", **clock.deciding(known))


def _taking_back(desk: Desk, drawer: Drawer) -> None:
    rows = _about(desk, drawer.notes["kind"], drawer.notes["subject"])
    drawer.notes.setdefault("seen", str(len(rows)))
    if rows:
        markup.show(line(rows[0], counts=True))
    markup.show(said.TAKE_BACK_MEANS, kind="hs-note hs-text")
    with st.form("drawer_form", border=False):
        sign(drawer, said.TAKE_BACK, _save, desk, drawer, drawer.notes["kind"])


# --- saving


def _save(desk: Desk, drawer: Drawer, kind: str) -> None:
    state, notes = st.session_state, drawer.notes
    subject = str(notes.get("subject") or state.get(NAME) or "")
    now = str(state.get(LETTER if kind == RATING.value else TARGET) or "") if drawer.body is not _taking_back else None
    if drawer.body is _naming and not (subject and now):
        drawer.error = said.CHOOSE_BOTH
        return
    if "seen" in notes and len(rows := _about(desk, kind, subject)) != int(notes["seen"]):
        notes["seen"] = str(len(rows))
        drawer.error = said.faster(rows[0].who)
        return
    attempt(drawer, lambda who, why: desk.situation.judge(JudgementKind(kind), subject, now, who=who, why=why))
