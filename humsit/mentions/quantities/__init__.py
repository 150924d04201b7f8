"""Numbers that count or measure something: "at least 40", "between 1,200 and 1,500", "USD 45M", "120,000+".

Not a quantity: dates, years, times, ages, durations, ranks, running numbers, scores, phone numbers (`refused`), a second unit in
brackets.
"""

from humsit.mentions.quantities.find import OWN_QUALIFIER, find_quantities, qualifier_of
from humsit.mentions.quantities.quantity import Quantity

__all__ = ["OWN_QUALIFIER", "Quantity", "find_quantities", "qualifier_of"]
