"""The words of the map."""

from __future__ import annotations

from humsit.app import words
from humsit.app.words import columns, conditions, counts
from humsit.app.words.charts import CONTESTED as CONTESTED
from humsit.app.words.charts import SOURCE
from humsit.app.words.charts import from_to as from_to
from humsit.situation.areas import Exactness

MAP = "Map"
MEASURE, PART, PLACE = "Counted on this map", "Part of the world", "Place on this map"
ALL_PLACES, WORLD = "All places", "The whole world"
NO_CHOICE = "Choose a place"
PLACE_HELP = "The same as a click on its bubble: the whole desk shows this place only."
HOW_TO_READ = (
    "A disc's area is the highest claim of the question that leads at its place; the ring in it is the lowest claim. "
    "Nothing is added: other questions of the place are in the table."
)
LEGEND_CONTESTED = "dashed outline: claims rule each other out"
LEGEND_PALE = "pale, without a firm outline: only the region or country is known"
LEGEND_RING = "ring: lowest claim"
LEGEND_DISC, LEGEND_LARGEST = "disc: highest claim", "largest disc:"
LEGEND_TONE = conditions.TONE | {words.BAD: f"{conditions.TONE[words.BAD]} on a condition"}
EXACTNESS: dict[Exactness, str] = {
    Exactness.TOWN: "at its own coordinates",
    Exactness.REGION: "region: drawn in the middle of its towns",
    Exactness.COUNTRY: "country: drawn inside it",
}
EXACTNESS_SHORT: dict[Exactness, str] = {Exactness.TOWN: "", Exactness.REGION: " (region)", Exactness.COUNTRY: " (country)"}
OFF_THE_MAP = "Not on the map"
OFF_MEANS = "Nobody knows where these are, or no place is named."
NOTHING_HERE = "None of these figures names a place that can be drawn."
NO_FIGURES = "No figures of this kind under the filters."
NO_FIGURES_NEXT = "Choose something else to be counted on the map, or take a filter off."
CHOSEN = "The whole desk shows this place only:"
CHOSEN_MANY = "The whole desk shows these places only:"
BACK = "Back to all places"
ALL_FIGURES = f"All its figures in {words.FIGURES}"
CREDITS = (
    "Outlines: Natural Earth, public domain. Towns: GeoNames, CC BY 4.0. Boundaries shown do not imply endorsement. "
    "Nothing is fetched from anywhere."
)
CONDITIONS_SOME = "Of the conditions only those at the places of these figures are drawn."
LARGER_ONLY = "Only the questions on which most depends are drawn: narrow the filters to see others."

OWN_MAPS = "Maps of your own"
OWN_MEANS = (
    "GeoJSON in degrees (WGS 84), up to 5 MB: districts, front lines, camps. It is drawn on top, and stays on this machine."
)
OWN_FOLDER = "Files in this folder are offered to everybody:"
OWN_UPLOAD = "Add one for this visit"
OWN_SHOWN = "Drawn on the map"
OWN_UNREADABLE = "The file cannot be read."

COLUMNS = {
    "place": columns.PLACE,
    "lowest": "Lowest claim",
    "highest": "Highest claim",
    "claims": "Claims",
    "standing": columns.STANDING,
    "figures": columns.FIGURES,
    "questions": "Questions",
    "conditions": columns.CONDITIONS,
    "where": "Where it is drawn",
    "latitude": "Latitude",
    "longitude": "Longitude",
}


def refused(file: str) -> str:
    """That a map of one's own is left out."""
    return f"{file} cannot be drawn."


between = counts.claims_between


def others_here(questions: int) -> str:
    """Questions of a place that its bubble does not tell."""
    return f"{counts.other_questions(questions)} here: in the table"


def top(places: int, off: int) -> str:
    """How many places are drawn, and how many cannot be."""
    return f"{counts.places(places)} · {counts.places(off)} off the map" if off else counts.places(places)


def most_at(measure: str, place: str, said: str) -> str:
    """The sentence that reads the map."""
    return f"{measure}, most on this map at {place}: {said}."


def more_in_table(places: int) -> str:
    """Places off the map that are not named beside it."""
    return f"{counts.more_places(places)} in the table below."


def more_in_figures(questions: int) -> str:
    """Questions of a place that are not named."""
    return f"{counts.more_questions(questions)} in {words.FIGURES}."


def source(printed: str) -> str:
    """Which reports print what is drawn."""
    return f"{SOURCE}{printed}. "
