"""A team's own maps on top of ours: GeoJSON files in the folder `maps/` of humsit's data, or one added for this visit."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import streamlit as st

from humsit import home
from humsit.app import markup
from humsit.app.charts.bubbles import Layer
from humsit.app.words import maps
from humsit.gazetteer.geojson import MOST_BYTES, OwnMap, read_geojson
from humsit.records import WrongValue

MOST_FILES = 20
"""Files of the folder that are offered, and maps that one visit may add."""
_ADDED, _LAST, _DRAWN = "own_maps_added", "own_maps_last", "own_maps"
_ENDINGS = (".geojson", ".json")


def folder() -> Path:
    """Where a team puts its maps; may not exist."""
    return home.data_folder() / "maps"


def chosen() -> list[Layer]:
    """Draws the choice of maps, and gives those to be drawn; a broken file is named with what is wrong, and left out."""
    with st.popover(maps.OWN_MAPS, icon=":material/layers:"):
        markup.show(maps.OWN_MEANS, kind="hs-note hs-text")
        markup.show(maps.OWN_FOLDER, " ", markup.tag("code", home.without_password(str(folder()))), kind="hs-note hs-text")
        uploaded = st.file_uploader(maps.OWN_UPLOAD, type=["geojson", "json"], key="own_maps_file", max_upload_size=5)
        if uploaded is not None:
            _add(uploaded.name, uploaded.file_id, uploaded.getvalue())
        offered = _offered()
        drawn = _choice(list(offered)) if offered else []
    return [Layer(name, offered[name].lines, offered[name].points) for name in drawn if name in offered]


def _choice(names: list[str]) -> list[str]:
    if _DRAWN not in st.session_state:
        st.session_state[_DRAWN] = names
    return st.multiselect(maps.OWN_SHOWN, names, key=_DRAWN)


def _offered() -> dict[str, OwnMap]:
    found: dict[str, OwnMap] = dict(st.session_state.get(_ADDED, {}))
    for path in _files():
        try:
            status = path.stat()
            found.setdefault(path.name, _read(path, status.st_mtime_ns, status.st_size))
        except WrongValue as reason:
            _refused(path.name, str(reason))
        except OSError as reason:
            _refused(path.name, reason.strerror or maps.OWN_UNREADABLE)
    return found


def _files() -> list[Path]:
    try:
        return sorted(path for path in folder().iterdir() if path.suffix.lower() in _ENDINGS)[:MOST_FILES]
    except OSError:
        return []


@lru_cache(MOST_FILES)
def _read(path: Path, changed: int, size: int) -> OwnMap:
    """A file of the folder, read again when it changes."""
    if size > MOST_BYTES:
        return read_geojson(b" " * (MOST_BYTES + 1))
    return read_geojson(path.read_bytes())


def _add(name: str, file_id: str, content: bytes) -> None:
    """Keeps an upload for this visit, read once, and draws it at once."""
    if st.session_state.get(_LAST) == file_id:
        return
    try:
        read = read_geojson(content)
    except WrongValue as reason:
        _refused(name, str(reason))
        return
    added: dict[str, OwnMap] = st.session_state.setdefault(_ADDED, {})
    if name in added or len(added) < MOST_FILES:
        added[name] = read
        st.session_state[_LAST] = file_id
        if (drawn := st.session_state.get(_DRAWN)) is not None and name not in drawn:
            st.session_state[_DRAWN] = [*drawn, name]


def _refused(name: str, why: str) -> None:
    markup.notice(maps.refused(name), "warning", why)
