"""Review: one fact at a time, its evidence on the left, the decision on the right, everything by one key.

Only the part that a key touches is drawn again, so that a decision costs a write and a fraction of a second.
"""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.logger import get_logger

from humsit.app import drawer, evidence, markup, panels, phrases, reviewing, words
from humsit.app.desk import Desk
from humsit.app.focus import put_cursor
from humsit.app.presence import presence, this_session
from humsit.app.reviewing import Session
from humsit.app.views import nothing
from humsit.app.words import counts, drawers
from humsit.app.words import review as said
from humsit.app.words.by_hand import BY_HAND
from humsit.ledger import CORRECTABLE, CorrectedFact
from humsit.records import AnyFact, HumsitError, Measure, Qualifier, Review, Stance
from humsit.situation import NOW, Evidence, Selection
from humsit.situation.by_hand import entered_by_hand
from humsit.situation.review import WHY_CORRECT, WHY_REJECT, Item
from humsit.tables import number_in_words

STYLE = Path(__file__).parents[1] / "review.css"
RIVALS = 8
"""Rivals that are named beside a figure; its evidence has them all."""
_FIGURE = ("value", "qualifier", "measure", "group", "place", "claimant", "stance", "as_of")
_RANGE = ("low", "high", "qualifier", "measure", "group", "place", "claimant", "stance", "as_of")
_CONDITION = ("condition", "state", "place", "claimant", "stance", "as_of")
_DENIAL = ("measure", "group", "place", "claimant", "as_of")


def show(desk: Desk, selection: Selection) -> None:
    """The next fact to decide on under the filters, of those that nobody has decided on."""
    if selection.known != NOW:
        markup.heading(said.REVIEW, level=1)
        markup.empty(said.NOW_ONLY, words.ANOTHER_DAY)
        return
    _work(desk, selection)


@st.fragment
def _work(desk: Desk, selection: Selection) -> None:
    """Drawn again by itself after each key, so what goes wrong is said here too."""
    st.html(STYLE)
    try:
        _drawn(desk, selection)
    except HumsitError as reason:
        markup.notice(str(reason), "error")
    except Exception:
        get_logger(__name__).exception("the review could not be drawn")
        markup.notice(said.NOT_DRAWN, "error", said.NOT_DRAWN_NEXT)


def _drawn(desk: Desk, selection: Selection) -> None:
    session = reviewing.session(desk, selection)
    found = reviewing.current(desk, session, presence(), this_session())
    markup.heading(said.REVIEW, reviewing.so_far(session, drawer.author()), level=1)
    if not session.progress.total:
        nothing.matches(desk, selection)
        return
    who = _who()
    with st.container(key="review_line"):
        share = session.progress.done / session.progress.total
        st.progress(min(1.0, max(0.0, share)))
    _told(session)
    if found is None:
        _at_the_end(desk, session, who)
        return
    item, shown = found
    left, right = st.columns([6, 5], gap="large")
    with left:
        _evidence(item, shown)
    with right:
        _decision(desk, session, shown, who)


def _who() -> str:
    """The author of what is decided here: typed once, or signed in."""
    who = drawer.author()
    if who:
        return who
    markup.notice(said.NAME_FIRST, "info")
    st.text_input(drawers.NAME, key="review_who", on_change=_named)
    return ""


def _named() -> None:
    st.session_state["author"] = str(st.session_state.get("review_who", "")).strip()


def _told(session: Session) -> None:
    with st.container(key="review_told"):
        if session.told:
            markup.notice(session.told, session.tone)


def _at_the_end(desk: Desk, session: Session, who: str) -> None:
    markup.empty(said.NOTHING_LEFT, said.NOTHING_LEFT_NEXT)
    with st.container(horizontal=True):
        if session.skipped:
            st.button(said.AGAIN, key="review_again", on_click=reviewing.again, args=(desk,), type="primary")
        _moves(desk, session, who)


# --- the evidence


def _evidence(item: Item, found: Evidence) -> None:
    reasons = [markup.chip(said.BECAUSE[one], _tone(one.value)) for one in item.because] or [markup.chip(said.NEVER_SEEN)]
    if entered_by_hand(found.document.document_id):
        reasons.append(markup.chip(BY_HAND))
    markup.show(markup.tag("div", *reasons, kind="hs-title"))
    evidence.show_passage(found)
    question = found.question
    if question is None or not found.rivals:
        return
    markup.heading(said.RIVALS)
    markup.show(panels.standing_chip(question.standing), " ", question.reason, kind="hs-note hs-text")
    rivals = [_rival(rival.fact) for rival in found.rivals[:RIVALS]]
    markup.show(markup.tag("ul", *rivals, kind="hs-history"))
    if len(found.rivals) > RIVALS:
        markup.sources(counts.and_more(len(found.rivals) - RIVALS))


def _tone(code: str) -> str:
    return code if code in ("contested", "divergent") else "neutral" if code == Review.IN_REVIEW.value else ""


def _rival(fact: AnyFact) -> markup.Safe:
    claimed = markup.joined([markup.strong(evidence.value_of(fact)), ", ", phrases.claimed(fact)])
    return markup.tag("li", claimed, markup.tag("div", phrases.source(fact), kind="hs-note"))


# --- the decision


def _decision(desk: Desk, session: Session, found: Evidence, who: str) -> None:
    fact = found.corrected.fact
    review = found.corrected.review
    markup.show(
        markup.tag("div", phrases.subject(fact), kind="hs-note"),
        markup.tag("div", evidence.value_of(fact), kind="hs-value"),
        markup.tag("div", markup.chip(words.REVIEW[review]), " ", _by(found)) if review is not Review.EXTRACTED else "",
        kind="hs-card hs-bare",
    )
    _verbs(desk, session, found, who)
    if session.rejecting:
        _rejecting(desk, session, found, who)
    else:
        if session.marked:
            _form(desk, session, found, who)
        markup.show(said.WRONG, kind="hs-note hs-text")
        _marks(session, found.corrected, who)


def _by(found: Evidence) -> markup.Safe:
    """Who did the last thing to it."""
    if not found.history:
        return markup.Safe("")
    row = found.history[-1]
    return markup.tag("span", f"{row.who}, {phrases.moment(row.when)}: “{row.why}”", kind="hs-note")


def _verbs(desk: Desk, session: Session, found: Evidence, who: str) -> None:
    busy = bool(session.marked) or session.rejecting
    review = found.corrected.review
    with st.container(horizontal=True, gap="small", key="review_verbs"):
        _key(
            said.APPROVE,
            "A",
            partial(reviewing.approve, desk, session, found, who),
            disabled=not who or busy or review is Review.APPROVED,
            primary=not busy,
        )
        first = _fields_of(found.corrected)[0]
        _key(said.CORRECT, "E", partial(reviewing.mark, session, first), disabled=not who or busy)
        _key(
            said.REJECT,
            "X",
            partial(reviewing.turn_to_rejecting, session),
            disabled=not who or busy or review is Review.REJECTED,
        )
    with st.container(horizontal=True, gap="small", key="review_moves"):
        _moves(desk, session, who, here=True)
        if review is Review.EXTRACTED:
            take_up = partial(reviewing.take_up, desk, session, found, who, said.TAKE_UP)
            _key(said.TAKE_UP, "T", take_up, disabled=not who or busy, help=said.TAKE_UP_MEANS)


def _moves(desk: Desk, session: Session, who: str, *, here: bool = False) -> None:
    if here:
        _key(said.NEXT, "N", partial(reviewing.skip, session))
    _key(said.BACK, "B", partial(reviewing.back, session), disabled=session.place == 0)
    _key(said.UNDO, "U", partial(reviewing.undo, desk, session, who), disabled=not who or not session.made)


def _key(
    label: str, key: str, do: partial[None], *, disabled: bool = False, primary: bool = False, help: str | None = None
) -> None:
    st.button(
        label,
        key=f"review_{key.lower()}",
        shortcut=key,
        on_click=do,
        disabled=disabled,
        type="primary" if primary else "secondary",
        help=help,
    )


def _rejecting(desk: Desk, session: Session, found: Evidence, who: str) -> None:
    markup.show(markup.strong(said.WHY_REJECTED))
    with st.container(key="review_reasons", gap="small"):
        for key, why in zip(said.REASON_KEYS, WHY_REJECT, strict=True):
            reject = partial(reviewing.reject, desk, session, found, who, why)
            st.button(why, key=f"review_reason_{key.lower()}", shortcut=key, on_click=reject, width="stretch")
    with st.form("review_reject_form", border=False):
        st.text_input(said.OWN_REASON, key=f"review_why_{found.corrected.fact_id}", placeholder=said.OWN_REASON_HINT)
        with st.container(horizontal=True):
            st.form_submit_button(
                drawers.REJECT, key="review_reject", on_click=_reject_for, args=(desk, session, found, who), type="primary"
            )
            st.form_submit_button(said.CANCEL, key="review_cancel", on_click=reviewing.cancel, args=(session,), shortcut="Esc")


def _reject_for(desk: Desk, session: Session, found: Evidence, who: str) -> None:
    why = str(st.session_state.get(f"review_why_{found.corrected.fact_id}") or "")
    reviewing.reject(desk, session, found, who, why)


# --- the fields


def _fields_of(corrected: CorrectedFact) -> tuple[str, ...]:
    """The fields that are looked at first, in the order of their keys."""
    fact = corrected.fact
    if fact.kind != "figure":
        return _CONDITION if fact.kind == "condition" else _DENIAL
    return _RANGE if fact.qualifier in (Qualifier.RANGE, Qualifier.VAGUE) else _FIGURE


def _marks(session: Session, corrected: CorrectedFact, who: str) -> None:
    """What each field reads, behind a key that marks it wrong."""
    with st.container(key="review_marks", gap=None):
        for number, name in enumerate(_fields_of(corrected), 1):
            if name in session.marked:
                continue
            with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"review_row_{name}"):
                st.button(
                    _short(name),
                    key=f"review_mark_{name}",
                    shortcut=str(number),
                    on_click=reviewing.mark,
                    args=(session, name),
                    type="tertiary",
                    disabled=not who,
                    width=170,
                )
                markup.show(_reads(corrected.fact, name), kind="hs-text hs-read")


def _short(name: str) -> str:
    return said.WHO_OR_WHAT if name == "group" else words.field_name(name)


def _form(desk: Desk, session: Session, found: Evidence, who: str) -> None:
    """What is marked wrong, to be typed over."""
    corrected = found.corrected
    names = _fields_of(corrected)
    with st.container(key="review_form"), st.form("review_fields", border=True):
        for name in session.marked:
            _input(corrected, name)
        why = f"review_why_{corrected.fact_id}"
        st.selectbox(said.REASON, WHY_CORRECT, key=why, accept_new_options=True)
        with st.container(horizontal=True):
            args = (desk, session, found, who)
            st.form_submit_button(said.SAVE, key="review_save", on_click=_save, args=args, type="primary", shortcut="Ctrl+Enter")
            st.form_submit_button(said.CANCEL, key="review_cancel", on_click=reviewing.cancel, args=(session,), shortcut="Esc")
        markup.show(said.SAVE_MEANS, kind="hs-note hs-text")
    others = [one for one in CORRECTABLE[corrected.fact.kind] if one not in (*names, *session.marked, *drawer.OF_QUESTIONS)]
    key = f"review_other_{corrected.fact_id}_{len(session.marked)}"
    st.selectbox(
        said.OTHER_FIELD,
        others,
        index=None,
        key=key,
        format_func=words.field_name,
        on_change=_mark_other,
        args=(session, key),
        placeholder=said.CHOOSE_FIELD,
    )
    put_cursor(f"st-key-{_now_key(corrected, session.marked[-1])}", key="review_cursor")


def _mark_other(session: Session, key: str) -> None:
    if chosen := st.session_state.get(key):
        reviewing.mark(session, str(chosen))


def _reads(fact: AnyFact, name: str) -> markup.Safe:
    """What a field reads now, for eyes."""
    now = getattr(fact, name)
    if isinstance(now, dt.date):
        return markup.safe(phrases.day(now))
    if isinstance(now, int | float):
        return markup.safe(number_in_words(now))
    if name in ("measure", "stance") and now:
        return markup.safe(words.MEASURE[Measure(now)] if name == "measure" else words.STANCE_SHORT[Stance(now)])
    if now:
        return markup.safe(words.choice(name, now) if CORRECTABLE[fact.kind][name].asks == "choice" else now)
    empty = {"place": words.NO_PLACE, "claimant": phrases.who(fact)}.get(name, said.NOTHING)
    return markup.tag("span", empty, kind="hs-note")


def _now_key(corrected: CorrectedFact, name: str) -> str:
    return f"review_now_{corrected.fact_id}_{corrected.version}_{name}"


def _input(corrected: CorrectedFact, name: str) -> None:
    asked = CORRECTABLE[corrected.fact.kind][name]
    key, now = _now_key(corrected, name), drawer.shown(corrected.fact, name)
    label = said.should_read(_short(name))
    if key not in st.session_state:
        st.session_state[key] = now
    if asked.asks == "choice":
        st.selectbox(label, asked.choices, key=key, format_func=partial(words.choice, name))
    else:
        st.text_input(label, key=key, placeholder=drawers.DATE_HINT if asked.asks == "date" else said.NOTHING)


def _save(desk: Desk, session: Session, found: Evidence, who: str) -> None:
    state: Any = st.session_state
    now = {name: str(state.get(_now_key(found.corrected, name)) or "").strip() for name in session.marked}
    why = str(state.get(f"review_why_{found.corrected.fact_id}") or "")
    reviewing.correct(desk, session, found, now, who, why)
