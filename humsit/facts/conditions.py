"""The records of conditions and of denials without a number."""

from __future__ import annotations

from typing import Any

from humsit.facts.draft import said_by, standing_in
from humsit.facts.held import condition_place
from humsit.facts.identity import fact_id
from humsit.facts.scene import Scene
from humsit.mentions.conditions import Found
from humsit.mentions.denials import FoundDenial
from humsit.mentions.speakers import covering
from humsit.records import Condition, Denial, Reason


def denial_fact(scene: Scene, found: FoundDenial) -> Denial:
    """The record of a denial; its place is the one named inside it, else the one of the figure before."""
    inside = next((place.name for place in scene.places if found.i <= place.i < found.j), scene.paragraph.place)
    phrase = _phrase(scene, found.i, found.j, "denial")
    return Denial.model_validate(
        {
            **phrase,
            "measure": found.measure,
            "group": found.group,
            "population_group": (found.thing.population_group if found.thing else "") or "unspecified",
            "place": inside,
            **said_by(found.speaker),
            **standing_in(scene.document, scene.sentence.start, scene.sentence.end, phrase["start"]),
        }
    )


def condition_fact(scene: Scene, found: Found, theme: str | None) -> Condition | None:
    """The record of a condition; None where no place can be told. `theme` is the place that the text has spoken of most."""
    place = found.place if found.place is not None else condition_place(found, scene, theme)
    if place is None:
        return None
    one = covering(scene.attributions, found.i)
    speaker = one.speaker if one else scene.last_speaker if scene.quoted else scene.heading_source
    phrase = _phrase(scene, found.i, found.j, "condition")
    reason = Reason(field="condition", rule=found.condition, words=phrase["phrase"], start=phrase["start"], end=phrase["end"])
    return Condition.model_validate(
        {
            **phrase,
            "condition": found.condition,
            "state": "disputed" if one is not None and one.stance == "denied" else found.state,
            "place": place,
            "stance": one.stance if one else "reported",
            **said_by(speaker),
            **standing_in(scene.document, scene.sentence.start, scene.sentence.end, phrase["start"]),
            "why": (reason,),
        }
    )


def _phrase(scene: Scene, i: int, j: int, kind: str) -> dict[str, Any]:
    start, end = scene.sentence.span(i, j)
    return {
        "fact_id": fact_id(scene.document.document_id, start, end, kind),
        "start": start,
        "end": end,
        "phrase": scene.sentence.text[start:end],
    }
