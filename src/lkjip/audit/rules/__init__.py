"""Every rule, listed by hand in the order of the report."""

from typing import Final

from lkjip.audit.model import Rule
from lkjip.audit.rules import (
    budgets_agree,
    capaian_recalculates,
    categories_follow_the_scale,
    columns_hold_their_measure,
    differences_recalculate,
    efficiency_recalculates,
    means_recalculate,
    one_quantity_has_one_value,
    parents_add_up,
    plans_agree,
    remainders_recalculate,
    sakip_predikat_follows,
    scales_are_complete,
    serapan_recalculates,
    spending_stays_within_budget,
    totals_add_up,
    zero_budget_has_no_spending,
)

RULES: Final[tuple[Rule, ...]] = (
    capaian_recalculates.RULE,
    categories_follow_the_scale.RULE,
    scales_are_complete.RULE,
    sakip_predikat_follows.RULE,
    serapan_recalculates.RULE,
    parents_add_up.RULE,
    totals_add_up.RULE,
    one_quantity_has_one_value.RULE,
    plans_agree.RULE,
    columns_hold_their_measure.RULE,
    budgets_agree.RULE,
    spending_stays_within_budget.RULE,
    zero_budget_has_no_spending.RULE,
    remainders_recalculate.RULE,
    efficiency_recalculates.RULE,
    differences_recalculate.RULE,
    means_recalculate.RULE,
)
