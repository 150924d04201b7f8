"""What forces say of themselves: that they killed, from which a text keeps its distance, and whom they lost, which they admit."""

from __future__ import annotations

from humsit.facts.draft import Draft
from humsit.grammar.classes import NOUNS, QUOTES
from humsit.vocabulary import Lexicon

FARTHEST_DOER = 16  # words before a verb among which stands who did it
LONGEST_QUOTED = 5  # words of a deed told in quotation marks: "sent to hell"
FARTHEST_OWN = 4  # words before a verb among which stands whose people did it: "its own special forces killed"
FARTHEST_EUPHEMISM = 5  # words between a number and "neutralised"
FARTHEST_LOST = 3  # words between "lost" and the number
FARTHEST_LOSSES = 6  # words between "its losses" and the number
FARTHEST_RANKS = 4  # words between the noun and "in its ranks"

_FORCES = frozenset({"military", "armed_group", "government", "emergency_service", "unknown"})
_DEEDS_OF_FORCES = frozenset({"killed", "injured", "detained"})
_AUXILIARY_TAGS = frozenset({"RB", "MD", "VBP", "VBZ", "VB"}) | {"VBD"}
_LEADS = frozenset("while after when who which because as if but".split())
_THEMSELVES = frozenset({"it", "they", "its", "their"})
_ARMED = frozenset({"military", "armed_group"})
_MAY_LOSE = _ARMED | {"government", "emergency_service", "unknown"}
_LOSSES = frozenset({"killed", "injured", "missing"})
_OWNERS = frozenset({"its", "his", "their", "our", "her"})
_MEN = frozenset(
    "men soldiers fighters troops officers comrades servicemen personnel policemen warriors militants members martyrs conscripts "
    "combatants guards sailors pilots commandos".split()
)
_SOLDIERS = frozenset(
    "soldiers soldier troops servicemen conscripts marines paratroopers airmen reservists guardsmen troopers infantrymen "
    "sailors commandos".split()
)
_LOST = frozenset({"lost", "lose", "loses", "losing", "cost", "costing", "suffered", "suffering"})
_OWN_LOSSES = frozenset({"losses", "dead", "casualties", "toll", "fatalities", "wounded", "injured"})
_EUPHEMISMS = frozenset(
    "neutralised neutralized neutralising neutralizing neutralisation neutralization neutralise neutralize eliminated "
    "elimination eliminating liquidated liquidation liquidating annihilated annihilation exterminated extermination martyred "
    "destroyed cleared removed punished dispatched sanitised cleansed".split()
)
_CHARGES = frozenset({"charge", "claim", "accusation", "allegation", "assertion", "boast"})
_RANKS = frozenset({"ranks", "side"})


def keep_distance(draft: Draft, lexicon: Lexicon) -> None:
    """Gives what forces say of themselves its stance: "its drones killed 34" claimed, "34 of its men fell" admitted."""
    if draft.stance != "reported" or draft.speaker is None:
        return
    if _is_own_loss(draft):
        draft.stance = "admitted"
        draft.because("stance", "forces speak of their own losses")
    elif _boasts(draft, lexicon) or _is_in_their_words(draft):
        draft.stance = "claimed"
        draft.because("stance", "forces speak of their own deeds")
    elif _is_charge(draft):
        draft.stance = "claimed"
        draft.because("stance", "a charge")


def _is_own_loss(draft: Draft) -> bool:
    """ "Nine of its men", "three of them its own officers", "seven dead in its ranks", "a battle that cost it 19 men"."""
    speaker, sentence = draft.speaker, draft.sentence
    if speaker is None or speaker.type not in _MAY_LOSE or draft.measure not in _LOSSES:
        return False
    lower, begin, end = sentence.lower, draft.count.begin, draft.count.end
    behind = lower[draft.count.quantity.j : end + FARTHEST_RANKS]
    for at, word in enumerate(behind[:-1]):
        if word in _OWNERS and (behind[at + 1] in _MEN or (behind[at + 1] == "own" and not _MEN.isdisjoint(behind[at + 2 :]))):
            return True
        if word in _OWNERS and behind[at + 1] in _RANKS and speaker.type in _ARMED:
            return True
    if speaker.type == "military" and sentence.word(draft.count.quantity.j) in _SOLDIERS and _befell(draft):
        return True
    if speaker.type in _ARMED and lower[begin - 2 : begin] == ["loss", "of"]:  # "announced the loss of eight volunteers"
        return True
    before = lower[max(0, begin - FARTHEST_LOSSES) : begin]
    if speaker.type in _ARMED and _names_losses(before):
        return True
    before = before[-FARTHEST_LOST:]
    named = _MEN.intersection(behind) or draft.population_group == "combatants"
    return bool(named) and not _LOST.isdisjoint(before) and _loses_itself(draft)


def _names_losses(words: list[str]) -> bool:
    """ "Put [their own losses] at"."""
    owner = next((at for at, word in enumerate(words) if word in _OWNERS), -1)
    return owner >= 0 and not _OWN_LOSSES.isdisjoint(words[owner + 1 : owner + 4])


def _befell(draft: Draft) -> bool:
    """Whether something happened to them, of a military's bare "soldiers": "22 soldiers fell"; not "had killed 22 soldiers"."""
    return draft.count.frame is not None and draft.count.frame.rule != "object"


def _loses_itself(draft: Draft) -> bool:
    """Whether who lost them is who speaks: "said it had lost nine men"; not "said Togo had lost nine men"."""
    sentence, begin = draft.sentence, draft.count.begin
    lost = max(at for at in range(max(0, begin - FARTHEST_LOST), begin) if sentence.lower[at] in _LOST)
    if sentence.word(lost).startswith("cost"):
        return not _THEMSELVES.isdisjoint(sentence.lower[lost:begin])
    subject = sentence.lower[max(0, lost - FARTHEST_OWN) : lost]
    return not _THEMSELVES.isdisjoint(subject) or subject[-1:] == ["and"]


def _boasts(draft: Draft, lexicon: Lexicon) -> bool:
    """Whether forces say that they themselves killed: the text keeps its distance."""
    speaker, verb = draft.speaker, _deed(draft, lexicon)
    if speaker is None or speaker.type not in _FORCES or draft.measure not in _DEEDS_OF_FORCES or verb < 0:
        return False
    sentence, at = draft.sentence, verb
    if sentence.word(at - 1) in QUOTES and not QUOTES.isdisjoint(sentence.lower[at + 1 : at + LONGEST_QUOTED]):
        return True  # "its drones “eliminated” 34 militants"
    while at > 0 and sentence.tags[at - 1] in _AUXILIARY_TAGS:
        at -= 1
    begin = max(0, at - (FARTHEST_OWN if sentence.tag(at - 1) in NOUNS else FARTHEST_DOER))
    before = sentence.lower[begin:at]
    leads = max((k for k, word in enumerate(before) if word in _LEADS), default=-1)
    return not _THEMSELVES.isdisjoint(before[leads + 1 :])


def _is_in_their_words(draft: Draft) -> bool:
    """Whether forces name a killing in quotation marks as they like to: "74 were “neutralised”", "the “elimination” of 74"."""
    speaker, count, sentence = draft.speaker, draft.count, draft.sentence
    if speaker is None or speaker.type not in _FORCES or draft.measure != "killed":
        return False
    for at in range(max(1, count.begin - FARTHEST_EUPHEMISM), min(len(sentence), count.end + FARTHEST_EUPHEMISM)):
        if sentence.lower[at] in _EUPHEMISMS and sentence.lower[at - 1] in QUOTES and sentence.word(at + 1) in QUOTES:
            return True
    return False


def _is_charge(draft: Draft) -> bool:
    """ "Togo says militants mounted 73 attacks, a charge that they deny"."""
    lower = draft.sentence.lower
    return any(
        lower[at] == "," and lower[at + 1 : at + 2] in (["a"], ["an"]) and not _CHARGES.isdisjoint(lower[at + 2 : at + 4])
        for at in range(draft.count.end, len(lower) - 2)
    )


def _deed(draft: Draft, lexicon: Lexicon) -> int:
    """The verb whose object the figure is: "killed 57 soldiers", "taken 57 prisoners"; -1 for none."""
    if draft.count.frame is not None and draft.count.frame.rule == "object":
        return draft.count.frame.i
    before = draft.count.begin - 1
    before -= draft.sentence.word(before) in QUOTES  # "“eliminated” 34 militants"
    says = draft.sentence.word(before) in lexicon.cues and draft.sentence.word(before) not in lexicon.verbs
    return before if draft.sentence.tag(before) in ("VBN", "VBD", "VBG") and not says else -1
