"""How right is the reader? Counting against gold texts, and what was measured so for everybody to see."""

from humsit.accuracy.counting import Accuracy, Rate, evaluate, same_group, same_name
from humsit.accuracy.measured import KnownError, Measurement, Source, measure, measured

__all__ = [
    "Accuracy",
    "KnownError",
    "Measurement",
    "Rate",
    "Source",
    "evaluate",
    "measure",
    "measured",
    "same_group",
    "same_name",
]
