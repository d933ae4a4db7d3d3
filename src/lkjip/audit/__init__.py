"""From the ledger of facts to checks, findings and outcomes."""

from lkjip.audit.engine import Audit, audit
from lkjip.audit.rules import RULES

__all__ = ["RULES", "Audit", "audit"]
