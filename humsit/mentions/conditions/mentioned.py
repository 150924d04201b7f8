"""Where a sentence names a service: water, a truck that brings relief, the last road."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from humsit.grammar.classes import NOUNS
from humsit.mentions.sentence import Sentence
from humsit.vocabulary.compiled import Lexicon, Service

FARTHEST_HELD = 3  # "deliveries of cooking gas"
FARTHEST_DRY = 4  # "pumps have run dry"
FARTHEST_CLINIC = 4  # "the shelves of the only clinic"
FARTHEST_ONLY = 3  # "all three main roads"

POWER, SAME, LEAVING, AID, SHELLING = "no_power", "same", "evacuation_blocked", "aid_blocked", "bombarded"
FOOD, MEDICINE, FUEL = "no_food", "no_medicine", "no_fuel"
_RELIEVING = frozenset("relief humanitarian un wfp icrc unicef unhcr msf supplies aid food emergency medical".split())
_RULING = frozenset({"political", "military", "executive", "seized", "his", "her", "buying", "purchasing"})
_ONLY = frozenset({"only", "last", "sole", "single", "all", "every", "both", "remaining", "each", "main", "no"})
_SUPPLIERS = (
    ("electri", POWER),
    ("eletri", POWER),
    ("energ", POWER),
    ("énerg", POWER),
    ("power", POWER),
    ("water", "no_water"),
    ("agua", "no_water"),
    ("água", "no_water"),
    ("acued", "no_water"),
    ("vodokanal", "no_water"),
    ("sanitation", "no_water"),
    ("telecom", "no_communications"),
    ("telef", "no_communications"),
    ("teleph", "no_communications"),
    ("mobile", "no_communications"),
    ("internet", "no_communications"),
    ("heating", "no_heating"),
)
"""How the names of who supplies a town begin, in the languages that such names are often in."""
_CHARITIES = frozenset({"un", "ngo", "red_cross_red_crescent"})
_GRIDS = frozenset({"grid", "blackout", "outage", "distribution", "substation", "utility", "operator", "dark", "darkness"})
_FORMS = frozenset(
    "cream ointment gel syrup powder solution tablets capsules drops spray vials ampoules doses injections sachets infusions "
    "stock stocks supply supplies reserve reserves stores rations tins sacks bags bottles cylinders cans barrels".split()
)
_DRY = frozenset({"dry", "empty"})
_SHARED_PUMPS = frozenset({"pump", "pumps", "tank", "tanks", "station", "stations"})
_SHARED_STORES = frozenset(
    "shelf shelves cupboard cupboards storeroom storerooms fridge fridges warehouse warehouses storehouse storehouses "
    "stores".split()
)
_CLINICS = frozenset(
    "clinic clinics clinic's hospital hospitals dispensary dispensaries pharmacy pharmacies health medical medicine ward wards "
    "doctor doctors nurse nurses surgeon surgeons maternity pharmacist pharmacists drugstore".split()
)


class Mention(NamedTuple):
    """A service at the words [i, j)."""

    service: Service
    i: int
    j: int


def find_mentions(sentence: Sentence, lexicon: Lexicon, before: Sequence[Sentence]) -> list[Mention]:
    """The services of a sentence, from left to right; `before` are the sentences of its paragraph so far."""
    found: list[Mention] = []
    lower, known = sentence.lower, lexicon.services
    end, beside = 0, lexicon.context["beside_service"]
    for i, word in enumerate(lower):
        hit = known.at(lower, i) if word in known and i >= end else None
        if hit is None:
            continue
        end, service = i + hit[0], hit[1]
        if not service.kind and service.condition.startswith("no_") and end < len(lower) and lower[end] in _FORMS:
            end += 1  # "silver sulfadiazine cream", "sorghum stocks"
        if end < len(lower) and lower[end] in beside and sentence.tags[end] in ("NN", "NNS"):
            continue  # "fuel prices"
        if lower[i:end] == ["current"] and sentence.tag(end) in NOUNS | {"JJ"}:
            continue  # "no current plans"
        if _holds_another(sentence, end, service, lexicon):
            continue
        if service.condition == SAME:
            named = [one.service.condition for one in found if one.service.condition.startswith("no_")]
            condition = named[-1] if named else _last_spoken_of(sentence, lexicon, before) or _supplied(sentence, i)
            service = Service(condition, service.kind)
        elif _is_of_fuel(lower, i, end, found):
            service = Service(FUEL, service.kind)
        elif service.kind == "store" and service.condition == FOOD and _is_of_a_clinic(lower, i, end):
            service = Service(MEDICINE, service.kind)
        if service.condition == POWER and _is_authority(lower, i, end):
            continue
        if service.condition and _counts(sentence, i, service, lexicon):
            found.append(Mention(service, i, end))
    return found


def _is_of_fuel(lower: list[str], i: int, end: int, found: list[Mention]) -> bool:
    """ "Fuel: pumps empty", "the fuel blockade of Keta, where pumps have run dry"."""
    is_dry = not _DRY.isdisjoint(lower[end : end + FARTHEST_DRY]) and lower[end - 1] in _SHARED_PUMPS
    return is_dry and "water" not in lower and ("fuel" in lower[:i] or any(one.service.condition == FUEL for one in found))


def _is_of_a_clinic(lower: list[str], i: int, end: int) -> bool:
    """ "the clinic's shelves", "the cupboards of the health post": what stores food in a kitchen stores medicine there."""
    if _SHARED_STORES.isdisjoint(lower[i:end]):
        return False
    return not _CLINICS.isdisjoint(lower[max(0, i - FARTHEST_CLINIC) : i] + lower[end : end + FARTHEST_CLINIC])


def _counts(sentence: Sentence, i: int, service: Service, lexicon: Lexicon) -> bool:
    """Whether a road is the only one, and a truck one that brings relief."""
    if service.kind == "only":
        return _is_the_only_one(sentence.lower, i)
    if service.kind != "carrier":
        return True
    if "customs" in sentence.lower:
        return False  # trade
    hits = (lexicon.services.at(sentence.lower, at) for at, word in enumerate(sentence.lower) if word in lexicon.services)
    brings = any(hit is not None and hit[1].kind != "carrier" and hit[1].condition.startswith(("no_", "aid")) for hit in hits)
    relieving = lexicon.context["relief"] | _RELIEVING
    return brings or not relieving.isdisjoint(sentence.lower) or _is_a_charity_in(sentence, lexicon)


def _is_a_charity_in(sentence: Sentence, lexicon: Lexicon) -> bool:
    """ "the trucks of the Red Cross"."""
    hits = (lexicon.claimant_names.at(sentence.lower, at) for at, word in enumerate(sentence.words) if word[0].isupper())
    return any(hit is not None and hit[1] in _CHARITIES for hit in hits)


def _holds_another(sentence: Sentence, end: int, service: Service, lexicon: Lexicon) -> bool:
    """ "deliveries of cooking gas", "stocks of lactate": what is said is said of the gas, not of aid, and of no service known."""
    if (
        service.condition not in (SAME, AID)
        or service.kind
        or sentence.word(end) != "of"
        or sentence.word(end - 1) in ("aid", "relief")
    ):
        return False
    inside = range(end + 1, min(end + 1 + FARTHEST_HELD, len(sentence)))
    hits = [hit for at in inside if (hit := lexicon.services.at(sentence.lower, at)) is not None]
    return service.condition == SAME or any(hit[1].condition.startswith("no_") for hit in hits)


def _is_authority(lower: list[str], i: int, end: int) -> bool:
    """ "the power of the governor to dismiss chiefs", "a power struggle"."""
    return lower[i:end] == ["power"] and (
        lower[end : end + 1] in (["of"], ["struggle"], ["vacuum"], ["-"]) or lower[i - 1] in _RULING
    )


def _is_the_only_one(lower: list[str], i: int) -> bool:
    """ "the last road", "all three bridges": without it the place is cut off."""
    return not _ONLY.isdisjoint(lower[max(0, i - FARTHEST_ONLY) : i])


def _supplied(sentence: Sentence, i: int) -> str:
    """What "supply" or "service" is of by the name of who supplies it: "the electricity company says supply is back"."""
    if sentence.lower[i] not in ("supply", "service", "services"):
        return ""
    for word in (*sentence.lower, *sentence.block.heading.lower().split()):
        for begin, condition in _SUPPLIERS:
            if word.startswith(begin):
                return condition
    return POWER if not _GRIDS.isdisjoint(sentence.lower) else ""


def _last_spoken_of(sentence: Sentence, lexicon: Lexicon, before: Sequence[Sentence]) -> str:
    """The service that "supply" or "stocks" is one of: the last of the paragraph, or the heading's; "" for none."""
    for one in (*reversed(before), None):
        words = one.lower if one is not None else sentence.block.heading.lower().strip(":").split()
        for i in range(len(words) - 1, -1, -1):
            hit = lexicon.services.at(words, i) if words[i] in lexicon.services else None
            if hit is not None and hit[1].condition.startswith("no_"):
                return hit[1].condition
    return ""
