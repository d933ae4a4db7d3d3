"""The survey of satisfaction (SKM): the score of each unsur, the index, and the classes that regulations give it."""

from decimal import Decimal
from typing import Final

from lkjip import measures
from lkjip.report.dossier import Dossier
from lkjip.report.fragment import Fragment
from lkjip.report.templating import filled

RULE: Final = "skm-recalculates"
# PermenPAN-RB 14/2017: lowest index of each class, on the scale 25 to 100.
CLASSES: Final = ((Decimal("88.31"), "A"), (Decimal("76.61"), "B"), (Decimal("65.00"), "C"), (Decimal("25.00"), "D"))
SCALE: Final = Decimal(25)  # from the answers 1 to 4 to the index


def class_of(index: Decimal) -> str:
    """Return the class of an index from 25 to 100, or "" outside of it."""
    return next((name for low, name in CLASSES if low <= index <= 100), "")


def survey(dossier: Dossier) -> Fragment:
    """Return the unsur and the index as printed, each index with its class."""
    unsur = [fact for fact in dossier.facts if fact.measure == measures.NILAI_UNSUR and fact.value is not None]
    indices = [fact for fact in dossier.facts if fact.measure == measures.NILAI_SKM and fact.value is not None]
    classed = [(f, class_of(f.value or Decimal(0)), dossier.check_of.get((RULE, f.fact_id))) for f in indices]
    values = {"unsur": unsur, "indices": classed, "classes": CLASSES, "scale": SCALE}
    return Fragment(filled("satisfaction.html.j2", dossier.words, dossier=dossier, **values))
