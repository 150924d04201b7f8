"""Every row of every word list is proved by its own example; a row that is not says how to mend it."""

from __future__ import annotations

import pytest

from humsit.documents.sentences import sentence_spans
from humsit.facts.find import document_sentences, find_facts
from humsit.mentions.hedges import find_hedges
from humsit.mentions.numbers import numbers_in
from humsit.mentions.places import find_places
from humsit.mentions.quantities import find_quantities
from humsit.mentions.sentence import Sentence
from humsit.records import Condition, Document, Figure
from humsit.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary()
LEXICON = VOCABULARY.lexicon


def rows(name: str) -> list[object]:
    return [pytest.param(row, id=f"{name}:{' '.join(list(row.values())[:3])}") for row in VOCABULARY.rows[name]]


def figures(text: str) -> list[Figure]:
    document = Document.model_validate({"document_id": "d", "text": text, "published": "2026-03-04"})
    return [fact for fact in find_facts(document, VOCABULARY) if isinstance(fact, Figure)]


def conditions(text: str) -> list[Condition]:
    return [fact for fact in find_facts(Document(document_id="d", text=text), VOCABULARY) if isinstance(fact, Condition)]


def sentence(text: str) -> Sentence:
    return document_sentences(text, LEXICON)[0]


def test_no_built_in_row_has_a_problem() -> None:
    assert [str(problem) for problem in VOCABULARY.problems] == []


@pytest.mark.parametrize("row", rows("numbers"))
def test_number_words(row: dict[str, str]) -> None:
    one = sentence(row["example"])
    found = [n for n in numbers_in(one.lower, one.starts, one.ends, LEXICON) if row["words"] in one.say(n.i, n.j).lower()]
    assert found, f"numbers.csv: {row['words']!r} is not read as a number in {row['example']!r}"
    low, high = float(row["low"]), float(row["high"])
    reading = found[0].reading
    if row["kind"] in ("cardinal", "vague"):
        assert (reading.low, reading.high) == (low, high)
    else:
        assert reading.low % low == 0 or reading.low >= low, (
            f"numbers.csv: {row['words']!r} does not scale the number in its example"
        )


@pytest.mark.parametrize("row", rows("qualifiers"))
def test_qualifiers(row: dict[str, str]) -> None:
    read = [quantity.qualifier for quantity in find_quantities(sentence(row["example"]), LEXICON)]
    assert row["qualifier"] in read, (
        f"qualifiers.csv: the example of {row['words']!r} reads {read}; write one in which it stands at its number"
    )


@pytest.mark.parametrize("row", rows("periods"))
def test_periods_are_no_figures_and_date_them(row: dict[str, str]) -> None:
    found = figures(row["example"])
    assert [figure.measure for figure in found] == ["killed"], (
        f"periods.csv: {row['words']!r}: the example must give one figure, killed"
    )
    if row["kind"] in ("weekday", "day"):
        assert found[0].as_of is not None
        assert found[0].as_of.isoformat() <= "2026-03-04"
    if row["kind"] == "month":
        assert found[0].as_of is not None
        assert (found[0].as_of.month, found[0].as_of.day) == (int(row["value"]), 3)


@pytest.mark.parametrize("row", rows("not_figures"))
def test_what_is_no_figure(row: dict[str, str]) -> None:
    read = [figure for figure in figures(row["example"]) if figure.measure != "other"]
    assert not read, f"not_figures.csv: {row['words']!r} ({row['why']}) still gives {read}"
    assert not find_quantities(sentence(row["example"]), LEXICON), (
        f"not_figures.csv: {row['words']!r} does not keep its example from being a quantity"
    )


@pytest.mark.parametrize("row", rows("things"))
def test_things(row: dict[str, str]) -> None:
    found = figures(row["example"])
    assert found, f"things.csv: {row['words']!r}: the example gives no figure"
    figure = found[0]
    assert figure.unit == row["unit"], f"things.csv: {row['words']!r} is read with the unit {figure.unit}"
    assert figure.population_group == (row["population_group"] or "unspecified")
    if row["measure"]:
        assert figure.measure == row["measure"], f"things.csv: {row['words']!r} is read as {figure.measure}"


@pytest.mark.parametrize("row", rows("plurals"))
def test_plurals(row: dict[str, str]) -> None:
    assert row["plural"].lower() in row["example"].lower(), f"plurals.csv: the example does not hold {row['plural']!r}"
    assert figures(row["example"]), f"plurals.csv: the example of {row['plural']!r} gives no figure"


@pytest.mark.parametrize("row", rows("measures"))
def test_measures(row: dict[str, str]) -> None:
    read = [figure.measure for figure in figures(row["example"])]
    assert row["measure"] in read, (
        f"measures.csv: {row['words']!r} ({row['role']}) should be {row['measure']}; its example reads {read}"
    )


@pytest.mark.parametrize("row", rows("speech"))
def test_words_of_saying(row: dict[str, str]) -> None:
    facts = figures(row["example"]) or conditions(row["example"])
    assert facts, f"speech.csv: {row['words']!r}: the example gives no fact"
    assert facts[-1].claimant, f"speech.csv: {row['words']!r}: the example names no claimant"
    if row["kind"] != "noun":
        assert facts[-1].stance == row["stance"]


PHRASES_THAT_NEED_SOMETHING = [row for row in VOCABULARY.rows["speech"] if row["needs"]]


@pytest.mark.parametrize("row", PHRASES_THAT_NEED_SOMETHING, ids=lambda row: row["words"])
def test_words_of_saying_that_need_a_known_speaker_make_no_claim_of_others(row: dict[str, str]) -> None:
    for fact in figures(f"{row['example']}".replace("The mayor", "The rain").replace("The mission", "The rain")):
        assert "rain" not in fact.claimant, f"speech.csv: {row['words']!r} needs {row['needs']!r}, yet the rain claims something"


@pytest.mark.parametrize("row", rows("claimants"))
def test_claimants(row: dict[str, str]) -> None:
    found = figures(row["example"])
    assert found, f"claimants.csv: {row['words']!r}: the example gives no figure"
    assert row["words"].lower() in found[0].claimant.lower(), (
        f"claimants.csv: {row['words']!r}: the claimant read is {found[0].claimant!r}"
    )
    assert found[0].claimant_type == row["type"]


@pytest.mark.parametrize("row", rows("hedges"))
def test_hedges(row: dict[str, str]) -> None:
    one = [
        hedge
        for span in sentence_spans(row["example"], 0, len(row["example"]), LEXICON.abbreviations)
        for hedge in find_hedges(_part(row["example"], span), LEXICON)
    ]
    assert row["stance"] in [hedge.stance for hedge in one], f"hedges.csv: {row['words']!r} is not found in its example"
    assert row["stance"] in [figure.stance for figure in figures(row["example"])], (
        f"hedges.csv: {row['words']!r} reaches no figure of its example"
    )


def _part(text: str, span: tuple[int, int]) -> Sentence:
    return next(one for one in document_sentences(text, LEXICON) if (one.start, one.end) == span)


@pytest.mark.parametrize("row", rows("conditions"))
def test_conditions(row: dict[str, str]) -> None:
    read = [(one.condition, one.state, one.place) for one in conditions(row["example"])]
    assert (row["condition"], row["state"], "Tamale") in read, f"conditions.csv: {row['words']!r} reads {read}"


@pytest.mark.parametrize("row", rows("services"))
def test_services(row: dict[str, str]) -> None:
    assert row["condition"] in [one.condition for one in conditions(row["example"])], (
        f"services.csv: {row['words']!r} is not read as a service"
    )


@pytest.mark.parametrize("row", rows("service_states"))
def test_states_of_services(row: dict[str, str]) -> None:
    read = [(one.condition, one.state, one.place) for one in conditions(row["example"])]
    assert row["state"] in [state for _, state, _ in read], (
        f"service_states.csv: {row['words']!r} ({row['position']}) reads {read}"
    )


@pytest.mark.parametrize("row", rows("nations"))
def test_nations(row: dict[str, str]) -> None:
    found = figures(row["example"])
    assert found, f"nations.csv: {row['name']!r}: the example gives no figure"
    assert found[0].side == row["name"], f"nations.csv: {row['name']!r}: the side read is {found[0].side!r}"


@pytest.mark.parametrize("row", rows("abbreviations"))
def test_abbreviations_end_no_sentence(row: dict[str, str]) -> None:
    spans = sentence_spans(row["example"], 0, len(row["example"]), LEXICON.abbreviations)
    assert len(spans) == 1, f"abbreviations.csv: {row['words']!r}: the example is cut in {len(spans)}"


@pytest.mark.parametrize("row", rows("place_words"))
def test_words_of_places(row: dict[str, str]) -> None:
    named = [place.name for one in document_sentences(row["example"], LEXICON) for place in find_places(one, LEXICON)]
    wanted = {"kept": [f"Tamale {row['words']}"], "no_place": [], "organisation": []}.get(row["kind"], ["Tamale"])
    assert named == wanted, f"place_words.csv: {row['words']!r} ({row['kind']}): the example names {named}"


def context(kind: str) -> list[object]:
    return [row for row in rows("context_words") if row.values[0]["kind"] == kind]  # type: ignore[attr-defined]


def measures(text: str) -> list[str]:
    return [figure.measure for figure in figures(text)]


@pytest.mark.parametrize("row", context("wound"))
def test_whoever_is_treated_for_wounds_is_injured(row: dict[str, str]) -> None:
    assert measures(row["example"]) == ["injured"]


@pytest.mark.parametrize("row", context("shelter") + context("staying"))
def test_whoever_stays_in_a_shelter_is_sheltered(row: dict[str, str]) -> None:
    assert measures(row["example"]) == ["sheltered"]


@pytest.mark.parametrize("row", context("no_shelter"))
def test_whoever_lives_in_a_village_is_not_sheltered(row: dict[str, str]) -> None:
    assert "sheltered" not in measures(row["example"])
    assert measures(row["example"].replace(row["words"], "school")) == ["sheltered"], "the example must be one of staying"


@pytest.mark.parametrize("row", context("number_noun") + context("channel"))
def test_figures_have_a_claimant_by_nouns_of_numbers_and_by_channels(row: dict[str, str]) -> None:
    assert [figure.claimant.lower() for figure in figures(row["example"])] == ["the mayor"]


@pytest.mark.parametrize("row", context("asking"))
def test_a_corridor_that_is_asked_for(row: dict[str, str]) -> None:
    assert [(one.condition, one.place) for one in conditions(row["example"])] == [("corridor_requested", "Tamale")]


@pytest.mark.parametrize("row", context("unreal") + context("likening"))
def test_what_is_feared_planned_or_compared_does_not_hold(row: dict[str, str]) -> None:
    assert conditions(row["example"]) == []


@pytest.mark.parametrize("row", context("aged"))
def test_ages_of_groups_are_no_figures(row: dict[str, str]) -> None:
    assert [figure.number.lower() for figure in figures(row["example"])] == ["nine"]


@pytest.mark.parametrize("row", context("container"))
def test_what_stands_in_a_container_is_counted(row: dict[str, str]) -> None:
    (figure,) = figures(row["example"])
    assert figure.group in ("vaccine", "aid", "")


@pytest.mark.parametrize("row", context("no_group"))
def test_people_in_general_are_no_group(row: dict[str, str]) -> None:
    (figure,) = figures(row["example"])
    assert (figure.group, figure.unit_text) == ("", row["words"])


@pytest.mark.parametrize("row", context("sure_label"))
def test_labels_that_need_no_mark(row: dict[str, str]) -> None:
    (measure,) = measures(row["example"])
    assert measure != "other"


@pytest.mark.parametrize("row", context("relief"))
def test_what_is_given_helps_those_who_get_it(row: dict[str, str]) -> None:
    assert [figure.measure for figure in figures(row["example"])] == ["assisted"], f"context_words.csv: {row['words']!r}"
