"""The word lists in the form that the recognisers look up: one dictionary from a first word to the phrases that begin with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from humsit.grammar.tagger import Tagger, default_tagger
from humsit.grammar.words import Remembered, split_phrase
from humsit.vocabulary.entries import (
    ConditionPhrase,
    Cue,
    Nation,
    NumberWord,
    Phrases,
    Service,
    ServiceState,
    Thing,
    Trigger,
    telling_word,
)
from humsit.vocabulary.inflection import Forms
from humsit.vocabulary.lists import LISTS, MOVING

Rows = dict[str, list[dict[str, str]]]

__all__ = [
    "ConditionPhrase",
    "Cue",
    "Lexicon",
    "Nation",
    "NumberWord",
    "Phrases",
    "Rows",
    "Service",
    "ServiceState",
    "Thing",
    "Trigger",
    "compile_lists",
]


@dataclass
class Lexicon:
    """Everything the recognisers ask for, by first word."""

    numbers: Phrases[NumberWord] = field(default_factory=Phrases)
    glued_scales: set[str] = field(default_factory=set)
    """Scales that count only right behind digits: "5k"."""
    before: Phrases[str] = field(default_factory=Phrases)
    after: Phrases[str] = field(default_factory=Phrases)
    things: Phrases[Thing] = field(default_factory=Phrases)
    verbs: dict[str, list[Trigger]] = field(default_factory=dict)
    negated: dict[str, list[Trigger]] = field(default_factory=dict)
    """Verbs that say a measure only where they are negated ("did not survive")."""
    adjectives: Phrases[list[Trigger]] = field(default_factory=Phrases)
    nouns: Phrases[list[Trigger]] = field(default_factory=Phrases)
    labels: Phrases[list[Trigger]] = field(default_factory=Phrases)
    movers: dict[str, frozenset[str]] = field(default_factory=dict)
    """The forms of verbs with which people move or are moved: the kinds of context_words.csv in MOVING that they are of."""
    ways: dict[str, Phrases[list[Trigger]]] = field(default_factory=dict)
    """Where to, by the kind of verb that it stands behind: "home", "across the border"."""
    cues: dict[str, list[Cue]] = field(default_factory=dict)
    cue_phrases: Phrases[Cue] = field(default_factory=Phrases)
    cue_nouns: set[str] = field(default_factory=set)
    cue_noun_stances: dict[str, str] = field(default_factory=dict)
    claimants: Phrases[str] = field(default_factory=Phrases)
    claimant_names: Phrases[str] = field(default_factory=Phrases)
    hedges: Phrases[str] = field(default_factory=Phrases)
    hedge_gaps: dict[str, list[tuple[tuple[str, ...], str, str]]] = field(default_factory=dict)
    """Hedges in two halves ("neither … verified"): first word, last word, stance."""
    condition_phrases: Phrases[ConditionPhrase] = field(default_factory=Phrases)
    condition_gaps: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], ConditionPhrase]]] = field(default_factory=dict)
    """Phrases in two halves ("under … control"), by the first word of the first half."""
    condition_verbs: dict[str, list[ConditionPhrase]] = field(default_factory=dict)
    condition_named: dict[str, list[ConditionPhrase]] = field(default_factory=dict)
    """Verbs that say a condition only where fighters do so to a place that is named at once ("the rebels took Tamale")."""
    condition_links: Phrases[ConditionPhrase] = field(default_factory=Phrases)
    """What a place is ("in ruins") or does ("fell"): the subject must be a place."""
    services: Phrases[Service] = field(default_factory=Phrases)
    service_states: dict[str, Phrases[list[ServiceState]]] = field(default_factory=dict)
    """Words for the state of a service, by their position: before, after, be, do, suffer."""
    condition_tells: dict[str | Service, frozenset[str]] = field(default_factory=dict)
    """Words without which no phrase of a table of conditions, and no state of a service, can stand in a sentence."""
    said_alone: dict[str, list[str] | None] = field(default_factory=dict)
    """The measures that a word says, filled as they are asked; None where it depends on the words behind it."""
    nations: Phrases[Nation] = field(default_factory=Phrases)
    place_words: dict[str, frozenset[str]] = field(default_factory=dict)
    """Words that make a name a place, or keep it from being one, by kind."""
    context: dict[str, frozenset[str]] = field(default_factory=dict)
    """Words that decide how those around them are read, by kind."""
    months: dict[str, int] = field(default_factory=dict)
    dates_have_capitals: bool = True
    """Whether names of days and months begin with a capital, as in English, where he may march in March and May."""
    weekdays: dict[str, int] = field(default_factory=dict)
    days: dict[str, int] = field(default_factory=dict)
    time_units: dict[str, int] = field(default_factory=dict)
    not_before: Phrases[str] = field(default_factory=Phrases)
    not_after: Phrases[str] = field(default_factory=Phrases)
    abbreviations: frozenset[str] = frozenset()
    small_words: dict[str, str] = field(default_factory=dict)
    """Small words of a language and the English ones that they stand for, by which sentences are taken apart."""
    tag_hints: dict[str, dict[str, float]] = field(default_factory=dict)
    """Parts of speech of listed words, for the tagger where it does not know them."""

    @cached_property
    def saying(self) -> frozenset[str]:
        """Every word at which somebody may be said to say something."""
        return frozenset({*self.cues, *self.cue_phrases, *self.cue_nouns})

    @cached_property
    def begins_number(self) -> Remembered[bool]:
        """Whether a number may begin with a word."""
        known = self.numbers.keys() | {"a", "an"}
        return Remembered(lambda word: word in known or word[0].isdigit() or "-" in word)

    @cached_property
    def hedge_ends(self) -> frozenset[str]:
        """Every word that ends a hedge in two halves."""
        return frozenset(last for gaps in self.hedge_gaps.values() for _, last, _ in gaps)

    @cached_property
    def hedge_tells(self) -> frozenset[str]:
        """Words without which no hedge can stand in a sentence."""
        whole = (words for entries in self.hedges.values() for words, _ in entries)
        return self.hedge_ends.union(map(telling_word, whole))

    @cached_property
    def condition_gap_ends(self) -> frozenset[str]:
        """The first words of all second halves of phrases in two halves."""
        return frozenset(last[0] for gaps in self.condition_gaps.values() for _, last, _ in gaps)

    @cached_property
    def speaking(self) -> frozenset[str]:
        """Every word with which a speaker of a known kind begins."""
        return frozenset({*self.claimants, *self.claimant_names, *self.nations})

    @cached_property
    def tagger(self) -> Tagger:
        """The tagger, knowing the listed words."""
        return default_tagger().knowing(self.tag_hints, self.small_words)

    def in_small_letters(self, words: list[str]) -> list[str]:
        """The words as they are looked up: in small letters, and a small word as the English one that it stands for."""
        return list(map(self.tagger.in_small_letters.__getitem__, words))

    @cached_property
    def telling(self) -> frozenset[str]:
        """The first words of everything listed that says a measure."""
        things = {first for first, entries in self.things.items() if any(hit[1].measure for _, hit in entries)}
        return frozenset(things.union(self.verbs, self.adjectives, self.nouns, self.labels))


def compile_lists(rows: Rows, language: str = "en") -> Lexicon:
    """The lists of a language, inflected and indexed."""
    lexicon = Lexicon(small_words={row["words"].lower(): row["stands_for"] for row in rows["small_words"]})
    lexicon.dates_have_capitals = language == "en"
    rows = _with_small_words(rows, lexicon.small_words)
    forms = Forms(rows["verb_forms"], rows["plurals"], by_rule=language == "en")
    _numbers_and_times(lexicon, rows, forms)
    _things(lexicon, rows, forms)
    _measures(lexicon, rows, forms)
    _movers(lexicon, rows, forms)
    _speech(lexicon, rows, forms)
    _conditions(lexicon, rows, forms)
    _nations(lexicon, rows)
    _tag_hints(lexicon)
    lexicon.place_words = _by_kind(rows["place_words"], LISTS["place_words"].choices["kind"])
    lexicon.context = _by_kind(rows["context_words"], LISTS["context_words"].choices["kind"])
    lexicon.abbreviations = frozenset(row["words"].lower() for row in rows["abbreviations"])
    return lexicon


_OF_WORDS = ("words", "singular", "plural", "base", "third", "past", "participle", "ing")


def _with_small_words(rows: Rows, small_words: Mapping[str, str]) -> Rows:
    """The rows with small words as sentences are looked up: as the English ones that they stand for."""
    if not small_words:
        return rows

    def spelt(cell: str) -> str:
        return " ".join(small_words.get(word.lower(), word) for word in cell.split(" "))

    return {
        name: [row | {column: spelt(row[column]) for column in _OF_WORDS if column in row} for row in listed]
        for name, listed in rows.items()
        if name != "small_words"
    }


def _by_kind(rows: list[dict[str, str]], all_kinds: Iterable[str]) -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = {kind: set() for kind in all_kinds}
    for row in rows:
        kinds[row["kind"]].add(row["words"].lower())
    return {kind: frozenset(words) for kind, words in kinds.items()}


def _nations(lexicon: Lexicon, rows: Rows) -> None:
    for row in rows["nations"]:
        lexicon.nations.add(split_phrase(row["name"]), Nation(row["name"], "name"))
        for column, form in (("adjectives", "adjective"), ("people", "people"), ("seats", "seat")):
            for words in filter(None, map(split_phrase, row[column].split(";"))):
                lexicon.nations.add(words, Nation(row["name"], form))


_TAGS_OF_FORM = {
    "base": ("VB", "VBP"),
    "third": ("VBZ",),
    "past": ("VBD",),
    "both": ("VBD", "VBN"),
    "participle": ("VBN",),
    "ing": ("VBG",),
}


def _tag_hints(lexicon: Lexicon) -> None:
    for table in (lexicon.verbs, lexicon.cues):
        for word, entries in table.items():
            for tag in _TAGS_OF_FORM[entries[0].form]:
                lexicon.tag_hints.setdefault(word, {})[tag] = -0.5
    for word in lexicon.movers:
        lexicon.tag_hints.setdefault(word, {})["VBD" if word.endswith("ed") else "VB"] = -0.5
    for word, phrases in lexicon.condition_verbs.items():
        for tag in _TAGS_OF_FORM[phrases[0].form]:
            lexicon.tag_hints.setdefault(word, {})[tag] = -0.5
    for word in lexicon.things.single_words():
        lexicon.tag_hints.setdefault(word, {"NNS" if word.endswith(("s", "men")) else "NN": -0.5})


def _numbers_and_times(lexicon: Lexicon, rows: Rows, forms: Forms) -> None:
    for row in rows["numbers"]:
        low, high = float(row["low"]), float(row["high"])
        words = split_phrase(row["words"])
        lexicon.numbers.add(words, NumberWord("scale" if row["kind"] == "glued" else row["kind"], low, high))
        if row["kind"] == "glued":
            lexicon.glued_scales.update(words)
    for row in rows["qualifiers"]:
        words = split_phrase(row["words"])
        if row["position"] != "after":
            lexicon.before.add(words, row["qualifier"])
        if row["position"] != "before":
            lexicon.after.add(words, row["qualifier"])
    tables = {"month": lexicon.months, "weekday": lexicon.weekdays, "day": lexicon.days, "unit": lexicon.time_units}
    for row in rows["periods"]:
        tables[row["kind"]][row["words"]] = int(row["value"])
        if row["kind"] == "unit":
            tables["unit"][forms.regular_plural(row["words"])] = int(row["value"])
    for row in rows["not_figures"]:
        (lexicon.not_before if row["position"] == "before" else lexicon.not_after).add(split_phrase(row["words"]), row["why"])


def _things(lexicon: Lexicon, rows: Rows, forms: Forms) -> None:
    for row in rows["things"]:
        thing = Thing(row["words"], row["unit"], row["population_group"], row["measure"], row["firm"])
        singular = row["words"].lower()
        for words in {singular, forms.plural(singular)}:
            lexicon.things.add(split_phrase(words), thing)


def _measures(lexicon: Lexicon, rows: Rows, forms: Forms) -> None:
    lexicon.ways = {kind: Phrases() for kind in MOVING}
    phrase_tables = {"adjective": lexicon.adjectives, "label": lexicon.labels, "noun": lexicon.nouns, **lexicon.ways}
    gathered: dict[tuple[str, tuple[str, ...]], list[Trigger]] = {}
    for row in rows["measures"]:
        words, role, of = row["words"].lower(), row["role"], frozenset(row["of"].split())
        if role in ("verb", "subject"):
            first, *rest = split_phrase(words.removeprefix("not "))
            table = lexicon.negated if words.startswith("not ") else lexicon.verbs
            for form, kind in forms.of_verb(first):
                table.setdefault(form, []).append(Trigger(words, row["measure"], role, of, tuple(rest), kind))
            continue
        for variant in {words, forms.plural(words)} if role == "noun" else {words}:
            key = (role, split_phrase(variant))
            gathered.setdefault(key, []).append(Trigger(words, row["measure"], role, of, (), ""))
    for (role, phrase), triggers in gathered.items():
        phrase_tables[role].add(phrase, triggers)
    for entries in (*lexicon.verbs.values(), *lexicon.negated.values()):
        entries.sort(key=lambda trigger: -len(trigger.rest))


def _movers(lexicon: Lexicon, rows: Rows, forms: Forms) -> None:
    for row in rows["context_words"]:
        if row["kind"] in (*MOVING, "searching"):
            for form, _ in forms.of_verb(row["words"]):
                lexicon.movers[form] = lexicon.movers.get(form, frozenset()) | {row["kind"]}


def _speech(lexicon: Lexicon, rows: Rows, forms: Forms) -> None:
    for row in rows["speech"]:
        first, *rest = split_phrase(row["words"])
        if row["kind"] == "verb":
            for form, kind in forms.of_verb(first):
                lexicon.cues.setdefault(form, []).append(Cue(row["words"], row["stance"], tuple(rest), kind, row["needs"]))
        elif row["kind"] == "phrase":
            lexicon.cue_phrases.add((first, *rest), Cue(row["words"], row["stance"], (), "phrase"))
        else:
            for noun in (row["words"], forms.plural(row["words"])):
                lexicon.cue_nouns.add(noun)
                lexicon.cue_noun_stances[noun] = row["stance"]
    for cues in lexicon.cues.values():
        cues.sort(key=lambda cue: -len(cue.rest))
    _claimants(lexicon, rows, forms)
    _hedges(lexicon, rows)


def _claimants(lexicon: Lexicon, rows: Rows, forms: Forms) -> None:
    for row in rows["claimants"]:
        if row["words"] != row["words"].lower():  # a name: known only with its capital, WHO is not who
            lexicon.claimant_names.add(split_phrase(row["words"]), row["type"])
            continue
        for words in {row["words"], forms.plural(row["words"])}:
            lexicon.claimants.add(split_phrase(words), row["type"])


def _hedges(lexicon: Lexicon, rows: Rows) -> None:
    for row in rows["hedges"]:
        if "…" in row["words"]:
            begin, _, end = row["words"].partition("…")
            words = split_phrase(begin.strip())
            if words:
                lexicon.hedge_gaps.setdefault(words[0], []).append((words[1:], end.strip(), row["stance"]))
        else:
            lexicon.hedges.add(split_phrase(row["words"]), row["stance"])


def _conditions(lexicon: Lexicon, rows: Rows, forms: Forms) -> None:
    for row in rows["conditions"]:
        words = split_phrase(row["words"])
        if row["role"] in ("place", "object", "named", "do"):
            for form, kind in forms.of_verb(words[0]):
                phrase = ConditionPhrase(" ".join((form, *words[1:])), row["condition"], row["state"], row["role"], kind)
                if row["role"] == "do":
                    lexicon.condition_links.add((form, *words[1:]), phrase)
                else:
                    table = lexicon.condition_named if row["role"] == "named" else lexicon.condition_verbs
                    table.setdefault(form, []).append(phrase)
            continue
        phrase = ConditionPhrase(row["words"], row["condition"], row["state"], row["role"], "")
        first, _, last = row["words"].partition("…")
        halves = split_phrase(first), split_phrase(last)
        if all(halves):
            for begin in (halves[0], *contracted(halves[0])):
                lexicon.condition_gaps.setdefault(begin[0], []).append((begin, halves[1], phrase))
        else:
            known = lexicon.condition_links if row["role"] == "be" else lexicon.condition_phrases
            for each in (words, *contracted(words)):
                known.add(each, phrase)
    for phrases in (*lexicon.condition_verbs.values(), *lexicon.condition_named.values()):
        phrases.sort(key=lambda phrase: -len(phrase.words))
    _services(lexicon, rows, forms)


_SHORT = (
    "don't",
    "doesn't",
    "didn't",
    "isn't",
    "aren't",
    "wasn't",
    "weren't",
    "hasn't",
    "haven't",
    "hadn't",
    "can't",
    "couldn't",
    "won't",
)


def _services(lexicon: Lexicon, rows: Rows, forms: Forms) -> None:
    for row in rows["services"]:
        for service in {row["words"], forms.with_s(row["words"])}:
            lexicon.services.add(split_phrase(service), Service(row["condition"], row["kind"]))
    gathered: dict[tuple[str, tuple[str, ...]], list[ServiceState]] = {}
    for row in rows["service_states"]:
        position = row["position"]
        negated = position not in ("before", "after") and row["words"].startswith("not ")
        words = split_phrase(row["words"].removeprefix("not ") if negated else row["words"])
        bent = forms.of_verb(words[0]) if position in ("do", "suffer") else [(words[0], "")]
        for form, kind in bent:
            state = ServiceState(row["state"], frozenset(row["said_of"].split()), kind, negated)
            for each in (*_each_weekday((form, *words[1:]), lexicon), *contracted((form, *words[1:]))):
                gathered.setdefault((position, each), []).append(state)
    lexicon.service_states = {position: Phrases() for position in ("before", "after", "be", "do", "suffer")}
    for (position, words), states in gathered.items():
        lexicon.service_states[position].add(words, states)


def contracted(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The ways to say a negation in one word: "can't reach" for "cannot reach", "hasn't been let in" for "not been let in"."""
    if words[0] == "not":
        starts: tuple[str, ...] = _SHORT
        rest = words[1:]
    elif words[0] == "cannot" or words[:2] == ("can", "not"):
        starts, rest = ("can't",), words[1 + (words[0] == "can") :]
    elif words[1:2] == ("not",) and words[0] + "n't" in _SHORT:
        starts, rest = (words[0] + "n't",), words[2:]
    else:
        return []
    return [(start.replace("'", mark), *rest) for start in starts for mark in ("'", "’")]


def _each_weekday(words: tuple[str, ...], lexicon: Lexicon) -> list[tuple[str, ...]]:
    """ "throughout monday" stands for every day of the week."""
    day = next((word for word in words if word in lexicon.weekdays), None)
    return [tuple(other if word == day else word for word in words) for other in lexicon.weekdays] if day else [words]
