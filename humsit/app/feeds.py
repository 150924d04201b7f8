"""Feeds that are followed: the list of them, a look for new reports when somebody asks for it."""

from __future__ import annotations

import streamlit as st

from humsit import home
from humsit.app import markup
from humsit.app.desk import Desk
from humsit.app.words import arriving as said
from humsit.intake import follow
from humsit.records import HumsitError
from humsit.situation import Situation


def say_off() -> None:
    """That nothing is fetched, and how to switch it on."""
    markup.notice(said.FETCH_OFF, "info", said.FETCH_HOW)


def show_feeds(desk: Desk) -> None:
    """The feeds of this store; they can be looked at where fetching is allowed."""
    situation = desk.situation
    for line, tone in st.session_state.pop("documents_feeds_said", []):
        markup.notice(line, tone)
    followed = situation.store.received.feeds()
    if not home.may_fetch():
        say_off()
        if not followed:
            return
    for number, feed in enumerate(followed):
        with st.container(horizontal=True, vertical_alignment="center"):
            told = " · ".join(filter(None, (feed.url, said.looked_at(feed.looked), feed.said)))
            markup.show(markup.strong(feed.title or feed.url), " ", markup.tag("span", told, kind="hs-note"))
            st.button(
                said.STOP_FOLLOWING,
                key=f"documents_unfollow_{number}",
                on_click=_unfollow,
                args=(situation, feed.url),
                type="tertiary",
            )
    if not followed:
        markup.empty(said.NO_FEED, said.NO_FEED_NEXT)
    if not home.may_fetch():
        return
    if followed:
        st.button(said.LOOK_NOW, key="documents_look_now", type="primary", on_click=_look, args=(situation,))
    st.text_input(said.FEED, key="documents_feed", placeholder=said.FEED_HINT)
    st.button(said.FOLLOW, key="documents_follow", on_click=_follow, args=(situation,))
    markup.show(said.FEED_EVERY, kind="hs-note hs-text")


def _unfollow(situation: Situation, url: str) -> None:
    situation.store.received.unfollow(url)


def _look(situation: Situation) -> None:
    with st.spinner(said.FETCHING):
        looks = list(follow.look_again(situation))
    _tell(looks)


def _follow(situation: Situation) -> None:
    try:
        with st.spinner(said.FETCHING):
            look = follow.follow(situation, str(st.session_state.get("documents_feed") or ""))
    except HumsitError as reason:
        st.session_state["documents_feeds_said"] = [(str(reason), "error")]
        return
    st.session_state["documents_feed"] = ""
    _tell([look])


def _tell(looks: list[follow.Look]) -> None:
    kept, known = sum(look.kept for look in looks), sum(look.known for look in looks)
    told = [(said.looked(kept, known), "good" if kept else "info")]
    told += [(reason, "warning") for look in looks for reason in look.refused[:5]]
    st.session_state["documents_feeds_said"] = told
