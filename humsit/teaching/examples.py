"""Does the example of a row prove it? Its sentence is read, and what the row promises must come out.

One function a list. Each answers "" or what is wrong and how to mend it, as the end of a sentence.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from humsit.documents.sentences import sentence_spans
from humsit.facts.find import document_sentences, find_facts
from humsit.grammar.words import split_phrase
from humsit.mentions.numbers import numbers_in
from humsit.mentions.places import find_places
from humsit.mentions.quantities import find_quantities
from humsit.mentions.sentence import Sentence
from humsit.records import AnyFact, Condition, Document, Figure
from humsit.vocabulary import Row, Vocabulary

A_WEDNESDAY = dt.date(2026, 3, 4)
"""The day on which examples are published."""


class Reading:
    """An example as the reader takes it."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text, self.lexicon = text, vocabulary.lexicon
        facts: list[AnyFact] = find_facts(
            Document(document_id="example", text=text, language=vocabulary.language, published=A_WEDNESDAY), vocabulary
        )
        self.figures = [fact for fact in facts if isinstance(fact, Figure)]
        self.conditions = [fact for fact in facts if isinstance(fact, Condition)]

    @property
    def measures(self) -> list[str]:
        """The measures of its figures."""
        return [figure.measure.value for figure in self.figures]

    @property
    def sentences(self) -> list[Sentence]:
        """Its sentences."""
        return document_sentences(self.text, self.lexicon)

    @property
    def first(self) -> Sentence:
        """Its first sentence."""
        return self.sentences[0]

    def holds(self, words: str) -> bool:
        """Whether the words of a row stand in it, as they are."""
        return words.lower() in self.text.lower() or not set(split_phrase(words)).difference(
            *(sentence.lower for sentence in self.sentences)
        )


AS_THEY_ARE = frozenset("context_words place_words not_figures qualifiers numbers claimants services service_states".split())
"""Lists whose words stand in a text as they stand in the list, at most with an ending."""

Proof = Callable[[Row, Reading], str]


def why_unproved(name: str, row: Row, vocabulary: Vocabulary) -> str:
    """ "" where the example of a row of the list `name` proves it, else why it does not and how to mend it.

    `vocabulary` is one that knows the row.
    """
    if "example" not in row:
        return ""
    reading = Reading(row["example"], vocabulary)
    bends = row.get("position") in ("do", "suffer", "be") or "…" in row.get("words", "")
    if name in AS_THEY_ARE and not bends and not reading.holds(row["words"]):
        return "the words are not in it; write a sentence with them"
    proof = OF_CONTEXT.get(row["kind"]) if name == "context_words" else OF_LIST.get(name)
    return proof(row, reading) if proof else ""


def _told(read: Iterable[object]) -> str:
    return ", ".join(map(str, read)) or "nothing"


def _number(row: Row, reading: Reading) -> str:
    one = reading.first
    numbers = numbers_in(one, reading.lexicon)
    found = next((n.reading for n in numbers if row["words"].lower() in one.say(n.i, n.j).lower()), None)
    if found is None:
        return "it is read as no number there; write a sentence that counts something with it"
    low, high = float(row["low"]), float(row["high"])
    if row["kind"] in ("cardinal", "vague"):
        good = (found.low, found.high) == (low, high)
    else:
        good = found.low % low == 0 or found.low >= low
    return "" if good else f"the number there is {found.low:g} to {found.high:g}; write one that is {low:g} to {high:g}"


def _qualifier(row: Row, reading: Reading) -> str:
    read = [quantity.qualifier for quantity in find_quantities(reading.first, reading.lexicon)]
    return "" if row["qualifier"] in read else f"it reads {_told(read)}; write a sentence in which the words stand at a number"


def _period(row: Row, reading: Reading) -> str:
    if reading.measures != ["killed"]:
        return f"it reads {_told(reading.measures)}; write a sentence with one figure, people killed"
    day = reading.figures[0].as_of
    dated = {
        "month": day is not None and (str(day.month), day.day) == (row["value"], 3),
        "weekday": day is not None and day <= A_WEDNESDAY,
        "day": day is not None and day <= A_WEDNESDAY,
    }
    return "" if dated.get(row["kind"], True) else f"its figure holds for {day or 'no day'}; write a sentence that the words date"


def _no_figure(row: Row, reading: Reading) -> str:
    read = [figure.number for figure in reading.figures if figure.measure != "other"]
    read = read or [reading.first.say(one.i, one.j) for one in find_quantities(reading.first, reading.lexicon)]
    return f"the number {_told(read)} is still read; put the words right at the number" if read else ""


def _thing(row: Row, reading: Reading) -> str:
    if not reading.figures:
        return "it gives no figure; write a sentence that counts the thing"
    figure = reading.figures[0]
    wanted = {"unit": row["unit"], "population_group": row["population_group"] or "unspecified"}
    wanted |= {"measure": row["measure"]} if row["measure"] else {}
    return _first_wrong(figure, wanted)


def _first_wrong(fact: AnyFact, wanted: dict[str, str]) -> str:
    for name, value in wanted.items():
        got = str(getattr(fact, name))
        if got != value:
            what = name.replace("_", " ")
            return f"its {what} is read as {got or 'nothing'!r}, not {value!r}; mend the row, or write a plainer sentence"
    return ""


def _plural(row: Row, reading: Reading) -> str:
    if row["plural"].lower() not in reading.text.lower():
        return f"{row['plural']!r} is not in it; write a sentence with the plural"
    return "" if reading.figures else "it gives no figure; write a sentence that counts the thing"


def _small_word(row: Row, reading: Reading) -> str:
    if row["words"].lower() not in reading.text.lower():
        return f"{row['words']!r} is not in it; write a sentence with the word"
    return "" if reading.figures else "it gives no figure; write a sentence that counts something"


def _measure(row: Row, reading: Reading) -> str:
    if row["measure"] in reading.measures:
        return ""
    return f"it reads {_told(reading.measures)}, not {row['measure']}; mend role or unit, or write a plainer sentence"


def _speech(row: Row, reading: Reading) -> str:
    facts: list[Figure] | list[Condition] = reading.figures or reading.conditions
    if not facts:
        return "it gives no figure; write a sentence in which somebody gives one"
    if not facts[-1].claimant:
        return "nobody says so in it; write a sentence in which somebody gives a figure"
    return "" if row["kind"] == "noun" else _first_wrong(facts[-1], {"stance": row["stance"]})


def _claimant(row: Row, reading: Reading) -> str:
    if not reading.figures:
        return "it gives no figure; write a sentence in which they give one"
    claimant = reading.figures[0].claimant
    if row["words"].lower() not in claimant.lower():
        return f"its claimant is read as {claimant or 'nobody'!r}; write a sentence in which they give the first figure"
    return _first_wrong(reading.figures[0], {"claimant_type": row["type"]})


def _hedge(row: Row, reading: Reading) -> str:
    stances = [figure.stance.value for figure in reading.figures]
    if row["stance"] in stances:
        return ""
    return f"the stance is read as {_told(stances)}; write a text in which the words follow a figure"


def _condition(row: Row, reading: Reading) -> str:
    read = [(one.condition.value, one.state.value, one.place) for one in reading.conditions]
    if (row["condition"], row["state"], "Tamale") in read:
        return ""
    told = _told(" ".join(one).strip() for one in read)
    return (
        f"it reads {told}, not {row['condition']} {row['state']} Tamale; mend the role, or write a plainer sentence about Tamale"
    )


def _service(row: Row, reading: Reading) -> str:
    read = [one.condition.value for one in reading.conditions]
    if row["condition"] in read or (row["condition"] == "same" and read):
        return ""
    return f"it reads {_told(read)}, not {row['condition']}; write a sentence such as 'There is no … in Tamale.'"


def _service_state(row: Row, reading: Reading) -> str:
    read = [one.state.value for one in reading.conditions]
    return (
        "" if row["state"] in read else f"it reads {_told(read)}, not {row['state']}; put the words {row['position']} a service"
    )


def _nation(row: Row, reading: Reading) -> str:
    if not reading.figures:
        return "it gives no figure; write a sentence that counts its people"
    return _first_wrong(reading.figures[0], {"side": row["name"]})


def _abbreviation(row: Row, reading: Reading) -> str:
    if f"{row['words']}.".lower() not in reading.text.lower():
        return f"'{row['words']}.' is not in it; write a sentence with it"
    spans = sentence_spans(reading.text, 0, len(reading.text), reading.lexicon.abbreviations)
    return "" if len(spans) == 1 else f"it is read as {len(spans)} sentences; write a single one"


def _place_word(row: Row, reading: Reading) -> str:
    named = [place.name for one in reading.sentences for place in find_places(one, reading.lexicon)]
    wanted = {"kept": [f"Tamale {row['words']}"], "no_place": [], "organisation": []}.get(row["kind"], ["Tamale"])
    return "" if named == wanted else f"it names {_told(named)}; write a sentence that names {_told(wanted)}"


def _one_measure(wanted: str) -> Proof:
    def proof(row: Row, reading: Reading) -> str:
        read = reading.measures
        return "" if read == [wanted] else f"it reads {_told(read)}; write a sentence with one figure, {wanted}"

    return proof


def _no_shelter(row: Row, reading: Reading) -> str:
    return "it still reads sheltered; write a sentence of people staying there" if "sheltered" in reading.measures else ""


def _by_the_mayor(row: Row, reading: Reading) -> str:
    read = [figure.claimant.lower() for figure in reading.figures]
    return "" if read == ["the mayor"] else f"its claimant is read as {_told(read)}; write a sentence in which the mayor says so"


def _asked_for(row: Row, reading: Reading) -> str:
    read = [(one.condition.value, one.place) for one in reading.conditions]
    good = read == [("corridor_requested", "Tamale")]
    return "" if good else "no corridor is asked for in it; write a sentence of one that is asked for in Tamale"


def _no_condition(row: Row, reading: Reading) -> str:
    read = [one.condition.value for one in reading.conditions]
    return f"it still reads {_told(read)}; put the word before the condition" if read else ""


def _a_condition(row: Row, reading: Reading) -> str:
    said = any(row["words"].lower() in one.quote.lower() for one in reading.conditions)
    return "" if said else "it reads no condition of them; write a sentence such as 'In Tamale, the … is in ruins.'"


def _only_nine(row: Row, reading: Reading) -> str:
    read = [figure.number for figure in reading.figures]
    return "" if [number.lower() for number in read] == ["nine"] else f"it reads {_told(read)}; write one with 'nine' and an age"


def _container(row: Row, reading: Reading) -> str:
    read = [figure.group for figure in reading.figures]
    held = len(read) == 1 and row["words"] not in read[0]
    return "" if held else f"it counts {_told(read)}; write a sentence with 'nine … of vaccine'"


def _no_group(row: Row, reading: Reading) -> str:
    read = [(figure.group, figure.unit_text) for figure in reading.figures]
    good = read == [("", row["words"])]
    return (
        "" if good else f"the group is read as {_told(group for group, _ in read)!r}; write a sentence with 'nine {row['words']}'"
    )


def _sure_label(row: Row, reading: Reading) -> str:
    good = len(reading.measures) == 1 and reading.measures != ["other"]
    return "" if good else f"it reads {_told(reading.measures)}; write a sentence with one figure behind the label"


_ON_THE_MOVE = frozenset({"displaced", "refugees", "evacuated", "returned"})


def _moved(row: Row, reading: Reading) -> str:
    good = not _ON_THE_MOVE.isdisjoint(reading.measures)
    return "" if good else f"it reads {_told(reading.measures)}; write a sentence of nine hundred people who move somewhere"


def _verified(row: Row, reading: Reading) -> str:
    good = any(figure.verified_by for figure in reading.figures)
    return "" if good else "nobody verifies its figure; write a sentence such as 'The police verified nine deaths.'"


def _not_verified(row: Row, reading: Reading) -> str:
    if not any(reading.holds(word) for word in reading.lexicon.context["verifying"]):
        return "no word of verifying is in it; write a sentence such as 'The police have not confirmed nine deaths.'"
    read = [figure.verified_by for figure in reading.figures]
    return (
        "" if read == [""] else f"it is verified by {_told(read)}; write a sentence with one figure and the word near 'confirmed'"
    )


def _no_source(row: Row, reading: Reading) -> str:
    read = [figure.claimant for figure in reading.figures]
    if f"according to the {row['words']}" not in reading.text.lower():
        return f"nothing is according to it; write a sentence such as 'According to the {row['words']}, nine people left.'"
    return "" if read == [""] else f"its claimant is read as {_told(filter(None, read))}; write a sentence with one figure"


OF_LIST: dict[str, Proof] = {
    "numbers": _number,
    "qualifiers": _qualifier,
    "periods": _period,
    "not_figures": _no_figure,
    "things": _thing,
    "plurals": _plural,
    "measures": _measure,
    "speech": _speech,
    "claimants": _claimant,
    "hedges": _hedge,
    "conditions": _condition,
    "services": _service,
    "service_states": _service_state,
    "nations": _nation,
    "abbreviations": _abbreviation,
    "small_words": _small_word,
    "place_words": _place_word,
}
OF_CONTEXT: dict[str, Proof] = {
    "wound": _one_measure("injured"),
    "shelter": _one_measure("sheltered"),
    "staying": _one_measure("sheltered"),
    "no_shelter": _no_shelter,
    "number_noun": _by_the_mayor,
    "channel": _by_the_mayor,
    "asking": _asked_for,
    "unreal": _no_condition,
    "likening": _no_condition,
    "beside_service": _no_condition,
    "aged": _only_nine,
    "container": _container,
    "no_group": _no_group,
    "sure_label": _sure_label,
    "relief": _one_measure("assisted"),
    "settlement": _a_condition,
    "dweller": _a_condition,
    "currency": _one_measure("funding"),
    "currency_sign": _one_measure("funding"),
    "currency_code": _one_measure("funding"),
    "part": _one_measure("homes_damaged"),
    "dwelling": _one_measure("homes_destroyed"),
    "wholly": _one_measure("homes_destroyed"),
    "partly": _one_measure("homes_damaged"),
    "no_aid": _one_measure("other"),
    "no_funding": _one_measure("other"),
    "venture": _one_measure("other"),
    "attacking": _one_measure("attacks"),
    "survey": _one_measure("other"),
    "rate": _one_measure("other"),
    "yardstick": _one_measure("other"),
    "hunger": _one_measure("in_need"),
    "going": _moved,
    "streaming": _moved,
    "taking": _moved,
    "conveying": _moved,
    "driving": _moved,
    "peril": _one_measure("rescued"),
    "searching": _one_measure("missing"),
    "burial": _one_measure("trapped"),
    "disease": _one_measure("infected"),
    "wanted": _one_measure("other"),
    "captor": _one_measure("detained"),
    "visitor": _one_measure("other"),
    "no_way": _one_measure("other"),
    "verifying": _verified,
    "no_check": _not_verified,
    "other_check": _not_verified,
    "no_source": _no_source,
}
