"""Every rule, listed by hand in the order of the report."""

from typing import Final

from lkjip.audit.model import Rule
from lkjip.audit.rules import (
    capaian_recalculates,
    one_quantity_has_one_value,
    parents_add_up,
    serapan_recalculates,
    spending_stays_within_budget,
    totals_add_up,
)

RULES: Final[tuple[Rule, ...]] = (
    capaian_recalculates.RULE,
    serapan_recalculates.RULE,
    parents_add_up.RULE,
    totals_add_up.RULE,
    one_quantity_has_one_value.RULE,
    spending_stays_within_budget.RULE,
)
