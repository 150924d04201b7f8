"""Every column of every table: its name, pandas dtype, meaning, unit and HXL tag. Nothing else in humsit names a column first.

Dtypes are pandas' nullable ones, so that unknown (`<NA>`), zero and empty text stay three things: `string`, `Float64`,
`Int64`, `boolean`. Days are `datetime64[s]` (at midnight), moments `datetime64[us, UTC]`; a missing one is `NaT`. In CSV and
JSON both are ISO 8601 text. HXL tags follow the HXL 1.1 dictionary; attributes that it lacks (`+low`, `+qualifier`,
`+stance` …) are ours, which the standard allows.
"""

from __future__ import annotations

from dataclasses import dataclass

TEXT, NUMBER, WHOLE, YES_NO, DAY, MOMENT = "string", "Float64", "Int64", "boolean", "datetime64[s]", "datetime64[us, UTC]"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `dtype` is pandas' name; `unit` is "" where there is none; `optional` text keeps `<NA>` and "" apart."""

    name: str
    dtype: str
    meaning: str
    unit: str = ""
    hxl: str = ""
    optional: bool = False


_FACT = (
    Column("document_id", TEXT, "The report that the fact was read from.", hxl="#meta+document+id"),
    Column("fact_id", TEXT, "Names the fact for corrections; the same words of the same report keep it.", hxl="#meta+id"),
    Column("start", WHOLE, "Where the fact's own words begin in the report's original text.", "characters", "#meta+start"),
    Column("end", WHOLE, "Where they end: text[start:end].", "characters", "#meta+end"),
)
_PLACE = (
    Column("place", TEXT, 'The place that the text ties to the fact, bare; "" where it names none.', hxl="#loc+name"),
    Column("country", TEXT, "ISO 3166 alpha-3 code of the place's country, where known.", hxl="#country+code", optional=True),
    Column("admin1", TEXT, "First-level administrative area of the place, where known.", hxl="#adm1+name", optional=True),
    Column("latitude", NUMBER, "Latitude of the place, WGS 84, where known.", "degrees", "#geo+lat"),
    Column("longitude", NUMBER, "Longitude of the place, WGS 84, where known.", "degrees", "#geo+lon"),
)
_CLAIMANT = (
    Column("claimant", TEXT, 'The organisation that asserts it, else the person; "": the text itself.', hxl="#org+source+name"),
    Column("claimant_type", TEXT, "What kind of body or person that is.", hxl="#org+source+type"),
    Column("claimant_side", TEXT, "The party to the conflict that the claimant belongs to.", hxl="#org+source+side"),
    Column("stance", TEXT, "reported, claimed, admitted, denied or unverified.", hxl="#meta+stance"),
)
_TIME = (
    Column("published", DAY, "Day on which the report was published, from its metadata; never guessed.", "day", "#date+reported"),
    Column("as_of", DAY, "Day for which the fact holds.", "day", "#date+occurred"),
    Column("as_of_precision", TEXT, "day, week, month, year or unknown.", hxl="#meta+date+precision"),
)
_SOURCE = (
    Column("agency", TEXT, "News agency whose story the report prints.", hxl="#meta+source+agency", optional=True),
    Column("publisher", TEXT, "Who printed the report.", hxl="#meta+source", optional=True),
    Column("quote", TEXT, "The sentence that the fact stands in.", hxl="#description+quote"),
    Column("quote_start", WHOLE, "Where that sentence begins.", "characters", "#meta+quote+start"),
    Column("quote_end", WHOLE, "Where it ends.", "characters", "#meta+quote+end"),
    Column("page", WHOLE, "Page of the report, counted from 1; unknown where it has none.", hxl="#meta+page"),
    Column("origin", TEXT, "Who read it: text (the reader) or analyst (added by hand).", hxl="#meta+method"),
)
_COUNTED = (
    Column("measure", TEXT, "What is measured: killed, displaced, homes_destroyed …", hxl="#indicator+code"),
    Column("group", TEXT, 'Who or what is counted, in the text\'s words; "" where it says only people.', hxl="#indicator+name"),
    Column("population_group", TEXT, "Part of the population: civilians, combatants, children …", hxl="#beneficiary+type"),
    Column("side", TEXT, "Whose people are counted: a party to the conflict.", hxl="#group+affected"),
)
_BOUNDS = (
    Column("value", NUMBER, "The number as written; unknown for ranges and vague words.", "see unit", "#indicator+num"),
    Column("low", NUMBER, "Least value that the words allow; unknown means open downwards.", "see unit", "#indicator+num+low"),
    Column("high", NUMBER, "Greatest value that the words allow; unknown means open upwards.", "see unit", "#indicator+num+high"),
    Column("qualifier", TEXT, "How the text limits the number: exact, at_least, nearly, range …", hxl="#indicator+qualifier"),
    Column("in_words", TEXT, 'The value as a person says it: "nearly 500".', hxl="#indicator+text"),
    Column("unit", TEXT, "What one of the number is: people, households, km, usd …", hxl="#indicator+unit"),
)
_CREDIBILITY = Column(
    "credibility", TEXT, "Admiralty code 1 to 5 as an analyst set it; 6: not judged.", hxl="#status+credibility"
)
_RELIABILITY = Column(
    "reliability",
    TEXT,
    "Admiralty code A to E of its claimant or publisher, set by an analyst; F: not judged.",
    hxl="#org+source+reliability",
)
_JUDGED = (_CREDIBILITY, _RELIABILITY)
_STANDING = (
    Column("question_id", TEXT, "The question that the figure answers.", hxl="#meta+question+id", optional=True),
    Column("standing", TEXT, "single_source, corroborated, divergent or contested.", hxl="#status+agreement", optional=True),
    Column("standing_reason", TEXT, "Why, in plain words.", hxl="#status+agreement+reason", optional=True),
    Column("superseded", YES_NO, "The same claimant has replaced it by a later figure.", "true or false", "#status+superseded"),
    Column(
        "computed_standing",
        TEXT,
        "What was worked out, where an analyst decided.",
        hxl="#status+agreement+computed",
        optional=True,
    ),
)
_RULED = (
    Column("beside", TEXT, "fact_id of the figure whose question an analyst put it to.", hxl="#meta+beside", optional=True),
    Column("ruled_standing", TEXT, "The standing that an analyst gave.", hxl="#status+agreement+ruled", optional=True),
)
_REVIEW = (
    Column("review", TEXT, "extracted, in_review, approved, approved_but_changed or rejected.", hxl="#status+review"),
    Column("corrected", YES_NO, "An analyst changed at least one field.", "true or false", "#meta+corrected"),
    Column("original", TEXT, "The fields that an analyst changed, as first read.", hxl="#meta+original", optional=True),
)

TABLES: dict[str, tuple[Column, ...]] = {
    "figures": (
        *_FACT,
        Column("number", TEXT, "The number's own words: text[start:end].", hxl="#indicator+text+number"),
        *_COUNTED,
        *_BOUNDS,
        Column("unit_text", TEXT, "The words for what is counted.", hxl="#indicator+unit+text", optional=True),
        Column("unit_start", WHOLE, "Where those words begin.", "characters", "#meta+unit+start"),
        Column("unit_end", WHOLE, "Where they end.", "characters", "#meta+unit+end"),
        *_CLAIMANT,
        Column("hedge", TEXT, "The words with which the text keeps its distance.", hxl="#status+hedge"),
        Column(
            "verification", TEXT, "not_said, verified, unverified, admitted or denied, by the text.", hxl="#status+verification"
        ),
        Column("verified_by", TEXT, "Who verified it, as the text says.", hxl="#org+verifier+name"),
        *_JUDGED,
        *_PLACE,
        Column("event", TEXT, "What the figure belongs to: a strike, a flood.", hxl="#event+name"),
        Column("perpetrator", TEXT, "Who is said to have caused it.", hxl="#group+perpetrator"),
        *_TIME,
        Column("series", TEXT, "stock, flow, cumulative or unspecified.", hxl="#indicator+type"),
        Column("period", TEXT, 'The words for the time covered ("since Feb. 24").', hxl="#description+period"),
        Column("period_start", DAY, "First day covered.", "day", "#date+start"),
        Column("period_end", DAY, "Last day covered.", "day", "#date+end"),
        Column("part_of", TEXT, "fact_id of the total that this is a part of.", hxl="#meta+part_of", optional=True),
        Column("replaced_by", TEXT, "fact_id of the newer value in the same sentence.", hxl="#meta+replaced_by", optional=True),
        *_SOURCE,
        *_STANDING,
        *_RULED,
        *_REVIEW,
        Column("was_value", NUMBER, "The value first read, if corrected.", "see unit", "#indicator+num+original"),
        Column("was_low", NUMBER, "The low bound first read, if corrected.", "see unit", "#indicator+num+low+original"),
        Column("was_high", NUMBER, "The high bound first read, if corrected.", "see unit", "#indicator+num+high+original"),
    ),
    "conditions": (
        *_FACT,
        Column("phrase", TEXT, "The words that say it: text[start:end].", hxl="#description+phrase"),
        Column("condition", TEXT, "What holds: besieged, no_water, aid_blocked …", hxl="#access+condition"),
        Column("state", TEXT, "present, absent, restored or disputed.", hxl="#status+condition"),
        *_CLAIMANT,
        *_JUDGED,
        *_PLACE,
        Column("event", TEXT, "What the condition belongs to.", hxl="#event+name"),
        *_TIME,
        *_SOURCE,
        *_REVIEW,
    ),
    "denials": (
        *_FACT,
        Column("phrase", TEXT, "The words that deny: text[start:end].", hxl="#description+phrase"),
        *_COUNTED,
        *_CLAIMANT,
        *_JUDGED,
        *_PLACE,
        Column("event", TEXT, "What the denial belongs to.", hxl="#event+name"),
        *_TIME,
        *_SOURCE,
        *_REVIEW,
    ),
    "claims": (
        _STANDING[0],
        *_COUNTED,
        Column("place", TEXT, "The place that the question is about.", hxl="#loc+name"),
        Column("event", TEXT, "The event that the question is about.", hxl="#event+name"),
        *_STANDING[1:3],
        _STANDING[4],
        *_CLAIMANT,
        *_BOUNDS,
        Column("hedge", TEXT, "The words with which the text keeps its distance.", hxl="#status+verification"),
        *_TIME,
        Column("publishers", WHOLE, "How many publishers print this one claim.", "publishers", "#meta+source+num"),
        Column("reports", WHOLE, "How many reports carry it.", "reports", "#meta+document+num"),
        *_JUDGED,
        Column("revisions", WHOLE, "Earlier figures that the claimant has replaced.", "figures", "#meta+revision+num"),
        Column("fact_id", TEXT, "The figure that the claimant now answers with.", hxl="#meta+id", optional=True),
        Column("quote", TEXT, "The sentence that it stands in.", hxl="#description+quote"),
    ),
    "checks": (
        Column(
            "check",
            TEXT,
            "falling_total, daily_mismatch, digit_dropped, digit_doubled, digits_transposed or date_in_the_future.",
            hxl="#meta+check",
        ),
        Column("finding", TEXT, "What does not fit, with the values and dates of all rows.", hxl="#description+check"),
        Column("told", YES_NO, "The report itself says that it was revised down.", "true or false", "#status+check+told"),
        Column("measure", TEXT, 'What is measured; "" for a condition.', hxl="#indicator+code"),
        Column("place", TEXT, "The place that the rows name.", hxl="#loc+name"),
        Column("claimant", TEXT, "Who says both.", hxl="#org+source+name"),
        Column("fact_id", TEXT, "The row that looks wrong.", hxl="#meta+id"),
        Column("document_id", TEXT, "The report that it was read from.", hxl="#meta+document+id"),
        Column("in_words", TEXT, "Its value as a person says it.", hxl="#indicator+text"),
        *_TIME[:2],
        Column("quote", TEXT, "The sentence that it stands in.", hxl="#description+quote"),
        Column("against", TEXT, "fact_ids of the rows that it does not fit to, parted by spaces.", hxl="#meta+id+against"),
        Column("against_in_words", TEXT, "Their values, parted by semicolons.", hxl="#indicator+text+against"),
        Column("against_quote", TEXT, "Their sentences.", hxl="#description+quote+against"),
    ),
    "condition_claims": (
        Column("question_id", TEXT, "The condition at the place.", hxl="#meta+question+id"),
        Column("condition", TEXT, "What holds or not: no_power, besieged …", hxl="#access+condition"),
        _PLACE[0],
        Column("standing", TEXT, "single_source, corroborated, divergent or contested.", hxl="#status+agreement"),
        Column("standing_reason", TEXT, "Why, in plain words, with who says what since when.", hxl="#status+agreement+reason"),
        Column("state", TEXT, "present, absent, restored or disputed, by the claimant's newest word.", hxl="#status+condition"),
        Column("overtaken", YES_NO, "A later report says that it has changed.", "true or false", "#status+superseded"),
        *_CLAIMANT,
        Column("since", DAY, "First day since which the claimant has said nothing else.", "day", "#date+start"),
        *_TIME,
        Column("publishers", WHOLE, "How many publishers print this one claim.", "publishers", "#meta+source+num"),
        Column("reports", WHOLE, "How many reports carry it.", "reports", "#meta+document+num"),
        Column("revisions", WHOLE, "What the claimant said before otherwise.", "conditions", "#meta+revision+num"),
        Column("fact_id", TEXT, "The claimant's newest word.", hxl="#meta+id"),
        Column("quote", TEXT, "The sentence that it stands in.", hxl="#description+quote"),
    ),
    "documents": (
        Column("document_id", TEXT, "The id it was given, else a hash of its text.", hxl="#meta+document+id"),
        Column("title", TEXT, "Its title.", hxl="#meta+title", optional=True),
        Column("publisher", TEXT, "Who printed it.", hxl="#meta+source", optional=True),
        Column("agency", TEXT, "News agency whose story it prints.", hxl="#meta+source+agency", optional=True),
        Column("published", DAY, "Day of publication, from its metadata; never guessed.", "day", "#date+reported"),
        Column("url", TEXT, "Where it was found; never opened by humsit.", hxl="#meta+url", optional=True),
        Column("language", TEXT, "The language it is written in: ISO 639-1 code.", hxl="#meta+lang", optional=True),
        Column("format", TEXT, "In which format it arrived.", hxl="#meta+format", optional=True),
        Column("publishers", WHOLE, "How many printed this very text.", "publishers", "#meta+source+num"),
        Column(
            "also_printed_by", TEXT, "Who else did, parted by semicolons; see printings.", hxl="#meta+source+alt", optional=True
        ),
        Column("copy_of", TEXT, "The report whose story it prints, nearly word for word.", hxl="#meta+copy_of", optional=True),
        Column("version_of", TEXT, "The one of them whose figures it changes.", hxl="#meta+version_of", optional=True),
        Column("characters", WHOLE, "Length of the original text.", "characters", "#meta+length"),
        Column("figures", WHOLE, "Figures read from it; unknown where it was not counted.", "figures", "#meta+figures+num"),
        Column("conditions", WHOLE, "Conditions read from it.", "conditions", "#meta+conditions+num"),
        Column("denials", WHOLE, "Denials without a number read from it.", "denials", "#meta+denials+num"),
    ),
    "printings": (
        Column("document_id", TEXT, "The report whose very text several printed.", hxl="#meta+document+id"),
        Column("publisher", TEXT, "Who printed it.", hxl="#meta+source", optional=True),
        Column("agency", TEXT, "News agency that is named there.", hxl="#meta+source+agency", optional=True),
        Column("title", TEXT, "Its title there.", hxl="#meta+title", optional=True),
        Column("published", DAY, "Day on which it was printed there.", "day", "#date+reported"),
        Column("url", TEXT, "Where it was found; never opened by humsit.", hxl="#meta+url", optional=True),
        Column("format", TEXT, "In which format it arrived.", hxl="#meta+format", optional=True),
        Column("added", MOMENT, "When it was added, in UTC.", "moment", "#date+added"),
    ),
    "sources": (
        Column("source", TEXT, "Who says it: a claimant, or a publisher itself; names led back to one.", hxl="#org+source+name"),
        _CLAIMANT[1],
        Column("figures", WHOLE, "Figures that it says.", "figures", "#meta+figures+num"),
        Column("conditions", WHOLE, "Conditions that it says.", "conditions", "#meta+conditions+num"),
        Column("reports", WHOLE, "Reports that carry them.", "reports", "#meta+document+num"),
        Column("questions", WHOLE, "Questions that its figures answer.", "questions", "#meta+question+num"),
        Column("contested", WHOLE, "Those of them that are contested.", "questions", "#meta+question+num+contested"),
        Column("revisions", WHOLE, "Figures that it replaced by others later.", "figures", "#meta+revision+num"),
        Column("admitted", WHOLE, "Figures with which it admits its own side's losses.", "figures", "#meta+admitted+num"),
        Column("denied", WHOLE, "Questions in which somebody else denies what it says.", "questions", "#meta+denied+num"),
        Column("denies", WHOLE, "Questions in which it denies what is said.", "questions", "#meta+denies+num"),
        Column("reliability", TEXT, "A (completely reliable) to F (not judged).", hxl="#org+source+reliability"),
        Column("also", TEXT, "Other names that are led back to it, parted by semicolons.", hxl="#org+source+name+alt"),
    ),
    "judgements": (
        Column("judgement_id", WHOLE, "Number of the row.", hxl="#meta+judgement+id"),
        Column(
            "kind",
            TEXT,
            "reliability; the kind of name: claimant, place, side, group, event; confidential; or saved_view.",
            hxl="#meta+judgement+type",
        ),
        Column("subject", TEXT, "The name that it is about; of a confidential report the document_id.", hxl="#meta+subject"),
        Column("now", TEXT, "A to F, the name that it stands for, or yes; unknown: taken back.", hxl="#meta+now", optional=True),
        Column("who", TEXT, "Who decided.", hxl="#contact+name"),
        Column("when", MOMENT, "When, in UTC.", "moment", "#date+judged"),
        Column("why", TEXT, "The reason given.", hxl="#description+reason"),
    ),
    "report_decisions": (
        Column("decision_id", WHOLE, "Number of the row.", hxl="#meta+decision+id"),
        Column("document_id", TEXT, "The report that it is about.", hxl="#meta+document+id"),
        Column("decision", TEXT, "withdraw, restore or describe.", hxl="#meta+decision"),
        Column("field", TEXT, "What was described: title, publisher, published …", hxl="#meta+field", optional=True),
        Column("was", TEXT, "Its text before; unknown: nothing.", hxl="#meta+was", optional=True),
        Column("now", TEXT, "Its text after; unknown: nothing.", hxl="#meta+now", optional=True),
        Column("who", TEXT, "Who decided.", hxl="#contact+name"),
        Column("when", MOMENT, "When, in UTC.", "moment", "#date+decided"),
        Column("why", TEXT, "The reason given.", hxl="#description+reason"),
    ),
    "corrections": (
        Column("correction_id", WHOLE, "Number of the ledger's row.", hxl="#meta+correction+id"),
        Column("fact_id", TEXT, "The fact that the row is about.", hxl="#meta+id"),
        Column("document_id", TEXT, "The report that the fact stands in.", hxl="#meta+document+id"),
        Column("start", WHOLE, "Where the fact's words begin.", "characters", "#meta+start"),
        Column("end", WHOLE, "Where they end.", "characters", "#meta+end"),
        Column("words", TEXT, "The fact's words, so that a homeless row can be found again.", hxl="#description+words"),
        Column("version", WHOLE, "Counts the rows of one fact, from 1.", hxl="#meta+version"),
        Column("action", TEXT, "correct, reject, approve, add or undo.", hxl="#meta+action"),
        Column("field", TEXT, "The field that changed.", hxl="#meta+field", optional=True),
        Column("was", TEXT, "Its text before; unknown: nothing.", hxl="#meta+was", optional=True),
        Column("now", TEXT, "Its text after; unknown: nothing.", hxl="#meta+now", optional=True),
        Column("who", TEXT, "Who changed it.", hxl="#contact+name"),
        Column("when", MOMENT, "When, in UTC.", "moment", "#date+corrected"),
        Column("why", TEXT, "The reason given.", hxl="#description+reason"),
        Column("undoes", WHOLE, "correction_id of the row that this one undoes.", hxl="#meta+undoes"),
    ),
}
"""table name → its columns, in the order in which every frame and file has them."""
