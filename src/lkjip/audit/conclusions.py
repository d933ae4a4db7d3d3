"""Tell whether a wrong number moves a conclusion: a category, achieved or not, over or under the budget."""

from decimal import Decimal

from lkjip import measures
from lkjip.audit.arithmetic import number
from lkjip.audit.ledger import Ledger
from lkjip.audit.model import HUNDRED, Number, Result
from lkjip.audit.scales import SAKIP, SKM, Scale, printed_scales
from lkjip.records import Fact
from lkjip.settings import Settings


class Conclusions:
    """What a reader would conclude from the numbers of one report."""

    def __init__(self, ledger: Ledger, settings: Settings) -> None:
        self.ledger, self.settings = ledger, settings
        self.scales = printed_scales(ledger)

    def change(self, result: Result) -> bool:
        """Tell whether the expected value of a problem leads to another conclusion than the printed one."""
        target = result.target
        if result.conclusion or target is None or not isinstance(result.expected, Number):
            return result.conclusion
        return self.differ(target, result.expected.value)

    def differ(self, printed: Fact, value: Decimal) -> bool:
        """Tell whether a number and another value of it lead to different conclusions."""
        match printed.measure:
            case measures.CAPAIAN:
                return self.met(number(printed)) != self.met(value) or self.moves(self.scales, printed, value)
            case measures.PERSEN_SERAPAN:
                return (number(printed) > HUNDRED) != (value > HUNDRED)
            case measures.NILAI_SAKIP:
                return self.moves((SAKIP,), printed, value)
            case measures.NILAI_SKM:
                return self.moves((SKM,), printed, value)
            case measures.REALISASI:
                return self.reached(printed, number(printed)) != self.reached(printed, value)
            case _:
                return False

    def met(self, capaian: Decimal) -> bool:
        """Tell whether a capaian counts as met."""
        return capaian >= self.settings.achieved_from

    def reached(self, realisasi: Fact, value: Decimal) -> bool:
        """Tell whether a realisasi reaches the target beside it."""
        targets = self.ledger.beside(realisasi, measures.TARGET)
        return bool(targets) and value >= number(targets[0])

    def moves(self, scales: tuple[Scale, ...], printed: Fact, value: Decimal) -> bool:
        """Tell whether two values have no category in common on some scale that holds percentages."""
        for scale in scales:
            one, other = scale.names_for(number(printed)), scale.names_for(value)
            if one and other and not set(one) & set(other):
                return True
        return False
