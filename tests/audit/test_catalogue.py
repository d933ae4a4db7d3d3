"""docs/rules.md says what the rules say, and every rule says what a reader needs."""

from lkjip.audit.catalogue import PAGE, catalogue
from lkjip.audit.rules import RULES


def test_the_page_of_rules_is_up_to_date() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert written == catalogue(RULES), "run `python -m lkjip.audit.catalogue`"


def test_every_rule_has_a_name_of_its_own_and_says_why() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    silent = [rule.id for rule in RULES if not (rule.title.en and rule.title.id and rule.reason and rule.resolve.en)]
    assert silent == []
