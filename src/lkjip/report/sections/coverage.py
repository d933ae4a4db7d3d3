"""What was read, what was not, and why."""

from collections import Counter

from lkjip.grouping import grouped
from lkjip.report.dossier import Dossier
from lkjip.report.fragment import Fragment
from lkjip.report.templating import filled


def coverage(dossier: Dossier) -> Fragment:
    """Return the pages, the tables with their roles, and all that was left unread."""
    per_page = Counter(fact.page for fact in dossier.facts)
    per_table = Counter(fact.table_id for fact in dossier.facts)
    values = {
        "per_page": per_page,
        "most": max(per_page.values(), default=1),
        "per_table": per_table,
        "unread": grouped(dossier.unread, lambda item: item.kind),
        "guessed": sum(bool(fact.guess) for fact in dossier.facts),
        "prose": sum(fact.source == "prose" for fact in dossier.facts),
    }
    return Fragment(filled("coverage.html.j2", dossier.words, dossier=dossier, **values))


def ledger(dossier: Dossier) -> Fragment:
    """Return every fact that was read, so that each can be linked to and looked up."""
    return Fragment(filled("ledger.html.j2", dossier.words, dossier=dossier))
