"""Map: where the figures of one measure and the conditions are, drawn offline; a click narrows the whole desk to a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from humsit.app import clicked, grid, markup, on_map, own_maps, panels, phrases, told_over_time, words
from humsit.app.charts.bubbles import GLYPH
from humsit.app.charts.place_map import place_map
from humsit.app.desk import Desk
from humsit.app.on_map import Place
from humsit.app.views import nothing
from humsit.app.words import charts, counts, maps, timelines
from humsit.gazetteer.outlines import load_outlines
from humsit.gazetteer.settlements import load_settlements
from humsit.records import Measure, Standing
from humsit.situation import Known, Selection
from humsit.situation.areas import names_in_reports
from humsit.tables import number_in_words

VIEW = "map"
DOWNLOADED = 1_000
"""Figures behind the map in one file at most."""
LISTED, QUESTIONS = 10, 8
"""Places named beside the map, and questions of the chosen place below it."""
TOWNS_BELOW, TOWNS = 25.0, 30
"""Other towns are named on maps that are lower than so many degrees; so many are tried."""


def show(desk: Desk, selection: Selection) -> None:
    """The map of one measure, what cannot be drawn beside it, the chosen place below it, and all of it as a table."""
    everywhere = replace(selection, place=())
    told = on_map.measures_told(desk, everywhere)
    heading = st.container()
    left, middle, right = st.columns([5, 4, 3], vertical_alignment="bottom")
    with left:
        measure = _measure(told)
    found, notes = on_map.find_places(desk, everywhere, measure)
    located = [place for place in found if place.spot]
    with middle:
        part = _part(located)
    with right:
        own = own_maps.chosen()
    with heading:
        _heading(found, located)
    if not found:
        _nothing(desk, selection)
        return
    chosen = _chosen_keys(selection, found)
    _way_back(selection)
    _reading(measure, located)
    _map(desk, selection, measure, located, part, own, chosen=chosen, off=[place for place in found if not place.spot])
    markup.sources(*(f"{note} " for note in notes), _sources(found), maps.CREDITS)
    _choice(desk, selection, found)
    for place in found:
        if place.key in chosen:
            _place(place)
    _twin(desk, found, selection.known)


def _measure(told: Sequence[Measure]) -> Measure:
    usual = told[0]
    ordered = [measure for measure in (*words.HEADLINES, Measure.POPULATION, *told) if measure in told]
    offered = list(dict.fromkeys(ordered))
    chosen = st.selectbox(
        maps.MEASURE,
        [measure.value for measure in offered],
        index=offered.index(usual),
        format_func=lambda code: words.MEASURE[Measure(code)],
        key="map_measure",
        bind="query-params",
    )
    return Measure(chosen or usual)


def _part(located: Sequence[Place]) -> str:
    """The part of the world that is shown; its label stands in the address, so it holds nothing that changes."""
    names = {code: country.name for code, country in load_outlines().by_code.items()}
    names |= {on_map.ALL: maps.ALL_PLACES, on_map.EARTH: maps.WORLD}
    offered = list(on_map.parts(located))
    said = {part: names.get(part, part) for part in offered}
    return st.selectbox(maps.PART, offered, format_func=said.__getitem__, key="map_part", bind="query-params") or offered[0]


def _heading(found: Sequence[Place], located: Sequence[Place]) -> None:
    markup.heading(maps.MAP, maps.top(len(located), len(found) - len(located)), level=1)


def _nothing(desk: Desk, selection: Selection) -> None:
    if desk.questions(selection, limit=1):
        markup.empty(maps.NO_FIGURES, maps.NO_FIGURES_NEXT)
    else:
        nothing.matches(desk, selection)


def _reading(measure: Measure, located: Sequence[Place]) -> None:
    told = [place for place in located if place.leading]
    if not told:
        markup.reading(maps.NOTHING_HERE)
        return
    first = told[0]
    assert first.leading is not None
    contested = f"{maps.CONTESTED}, " if first.standing is Standing.CONTESTED else ""
    counted = phrases.counted(first.leading.question)
    said = f"{contested}{first.leading.words}{f', {counted}' if counted else ''}"
    markup.reading(maps.most_at(words.MEASURE[measure], first.shown_name, said))


def _map(
    desk: Desk,
    selection: Selection,
    measure: Measure,
    located: Sequence[Place],
    part: str,
    own: Sequence[Any],
    *,
    chosen: set[str],
    off: Sequence[Place],
) -> None:
    box = on_map.box_of(part, located)
    towns = load_settlements().landmarks_in(box, TOWNS) if box.height < TOWNS_BELOW else []
    chart = place_map([place.bubble(chosen) for place in located], box, load_outlines(), own=own, landmarks=towns)
    names = {place.key: place for place in located}
    left, right = st.columns([7, 3], gap="medium") if off else (st.container(), None)
    with left:
        said = "; ".join(f"{place.shown_name}: {place.said or _conditions(place)}" for place in located[:30])
        key = f"{grid.key_of('map', selection, desk.revision)}_{measure.value}_{part}_{len(own)}"
        act = partial(_clicked, desk, selection.known, names)
        with st.container(key="map_chart"):
            clicked.draw(chart, key=key, alt=f"{maps.MAP}, {words.MEASURE[measure]}. {said}", chosen=act, zooms=True)
        markup.show(_legend(located), kind="hs-key")
        markup.show(maps.HOW_TO_READ, kind="hs-note hs-text")
    if right is not None:
        with right:
            _off_the_map(off)


def _legend(located: Sequence[Place]) -> markup.Safe:
    largest = max((place.leading.high for place in located if place.leading and place.leading.high), default=None)
    entries = [maps.LEGEND_DISC, maps.LEGEND_RING, maps.LEGEND_CONTESTED, maps.LEGEND_PALE]
    entries += [f"{maps.LEGEND_LARGEST} {number_in_words(largest)}"] if largest else []
    tones = {now.tone for place in located for now in place.conditions}
    entries += [f"{GLYPH[tone]} {meaning}" for tone, meaning in maps.LEGEND_TONE.items() if tone in tones]
    return markup.joined([markup.tag("span", entry) for entry in entries])


def _off_the_map(off: Sequence[Place]) -> None:
    """Places that nobody can put on the map, with their figures: they count as much as the others."""
    markup.show(markup.tag("h2", maps.OFF_THE_MAP), kind="hs-heading hs-h3")
    markup.show(maps.OFF_MEANS, kind="hs-note hs-text")
    lines = [_line(place) for place in off[:LISTED]]
    markup.show(*lines, kind="hs-text hs-claims")
    if len(off) > LISTED:
        markup.sources(maps.more_in_table(len(off) - LISTED))


def _line(place: Place) -> markup.Safe:
    first = markup.tag("div", markup.strong(place.shown_name), " ", panels.standing_chip(place.standing))
    parts = [first]
    if place.leading:
        who = ", ".join(dict.fromkeys(phrases.claimant(claim) for claim in place.leading.used[:3]))
        parts.append(markup.tag("div", place.said))
        parts.append(markup.tag("div", f"{phrases.what(place.leading.question, with_place=False)} · {who}", kind="hs-note"))
    if place.area and place.area.others:
        parts.append(markup.tag("div", counts.other_questions(place.area.others), kind="hs-note"))
    parts += [markup.tag("div", markup.joined(_chips(place), " "))] if place.conditions else []
    return markup.tag("div", *parts)


def _chips(place: Place) -> list[markup.Safe]:
    return [markup.chip(now.words, now.tone) for now in place.conditions]


def _conditions(place: Place) -> str:
    return ", ".join(now.words for now in place.conditions)


# --- choosing a place


def _chosen_keys(selection: Selection, found: Sequence[Place]) -> set[str]:
    """The places of the map that the whole desk shows; a name that an analyst led back to another counts as that."""
    asked = {name.casefold() for name in selection.place}
    return {place.key for place in found if asked & ({place.key} | _names(place))} if selection.place else set()


def _names(place: Place) -> set[str]:
    questions = place.area.questions if place.area else ()
    return {claim.figure.place.casefold() for question in questions for claim in question.claims if claim.figure.place}


def _clicked(desk: Desk, known: Known, names: dict[str, Place], key: str) -> None:
    if place := names.get(key):
        _choose(desk, known, place)


def _choose(desk: Desk, known: Known, place: Place) -> None:
    """Narrows the whole desk to one place: the filter at the left, and so the address."""
    names = names_in_reports(desk.situation, place.area, known) if place.area else (place.name,)
    st.session_state["place"] = [name or words.NO_PLACE for name in names]


def _all_places() -> None:
    st.session_state["place"] = []


def _way_back(selection: Selection) -> None:
    if not selection.place:
        return
    said = maps.CHOSEN if len(selection.place) == 1 else maps.CHOSEN_MANY
    with st.container(horizontal=True, vertical_alignment="center"):
        names = ", ".join(name or words.NO_PLACE for name in selection.place[:6])
        markup.show(f"{said} ", markup.strong(names), kind="hs-notice hs-notice-info")
        st.button(maps.BACK, key="map_back", on_click=_all_places, icon=":material/undo:")


def _choice(desk: Desk, selection: Selection, found: Sequence[Place]) -> None:
    """The same choice without a mouse."""
    offered = {place.key: place for place in found}
    key = f"{grid.key_of('map_place', selection, desk.revision)}"
    st.selectbox(
        maps.PLACE,
        list(offered),
        index=None,
        format_func=lambda name: offered[name].shown_name if name in offered else name,
        placeholder=maps.NO_CHOICE,
        key=key,
        help=maps.PLACE_HELP,
        on_change=partial(_from_box, desk, selection.known, offered, key),
    )


def _from_box(desk: Desk, known: Known, offered: dict[str, Place], key: str) -> None:
    chosen = st.session_state.get(key)
    if chosen is not None and chosen in offered:
        _choose(desk, known, offered[chosen])


def _place(place: Place) -> None:
    """The chosen place: what holds there, and the questions of the measure that are about it."""
    where = maps.EXACTNESS[place.spot.exactness] if place.spot else maps.OFF_THE_MAP.lower()
    markup.heading(place.shown_name, where)
    if place.conditions:
        markup.show(markup.joined(_chips(place), " "))
    questions = place.area.questions if place.area else ()
    for question in questions[:QUESTIONS]:
        with st.container(border=True):
            panels.question_line(question)
    if len(questions) > QUESTIONS:
        markup.sources(maps.more_in_figures(len(questions) - QUESTIONS))
    with st.container(horizontal=True, gap="medium"):
        panels.lead_to("timeline", timelines.OVER_TIME)
        panels.lead_to("figures", maps.ALL_FIGURES)


# --- the same as a table


def _sources(found: Sequence[Place]) -> str:
    printed = panels.sources_of(c.figure for place in found if place.leading for c in place.leading.question.claims)
    return maps.source(printed) if printed else ""


def _rows(found: Sequence[Place]) -> list[dict[str, Any]]:
    return [
        {
            "place": place.shown_name,
            "lowest": place.leading.low if place.leading else None,
            "highest": place.leading.high if place.leading else None,
            "claims": "; ".join(phrases.claim(claim) for claim in place.leading.used) if place.leading else "",
            "standing": words.STANDING[place.standing] if place.standing else "",
            "figures": place.area.figures if place.area else 0,
            "questions": len(place.area.questions) if place.area else 0,
            "conditions": _conditions(place),
            "where": maps.EXACTNESS[place.spot.exactness] if place.spot else maps.OFF_THE_MAP.lower(),
            "latitude": place.spot.latitude if place.spot else None,
            "longitude": place.spot.longitude if place.spot else None,
        }
        for place in found
    ]


def _twin(desk: Desk, found: Sequence[Place], known: Known) -> None:
    """Every place as a row; to download are the figures behind them, each with its place's coordinates."""
    rows = _rows(found)
    if opened := panels.unfolded(charts.table_of(counts.places(len(rows))), key="map_twin"):
        with opened:
            frame = pd.DataFrame(rows, columns=list(maps.COLUMNS)).rename(columns=maps.COLUMNS)
            st.dataframe(frame, hide_index=True, key="map_table", placeholder="–", alt=maps.MAP)
            told = (question for place in found if place.area for question in place.area.questions)
            figures = told_over_time.figures_of(desk, told, known, most=DOWNLOADED)
            if not figures.empty:
                grid.csv_of_frame(desk, figures, "figures", known, key="map_csv")
