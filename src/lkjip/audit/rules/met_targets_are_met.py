"""An indikator that a sentence says met its target has a capaian of 100 % or more in the tables."""

import re
from collections.abc import Iterator

from lkjip import measures
from lkjip.audit.arithmetic import number
from lkjip.audit.ledger import Ledger, page_place, shortened, shown
from lkjip.audit.mentions import own_name
from lkjip.audit.model import HUNDRED, Result, Rule, Spot, Text
from lkjip.audit.rules.claims_fit_the_tables import BELOW, Named, of_year
from lkjip.audit.rules.claims_fit_their_numbers import CAPAIAN, HOPED, REACHED, SENTENCE
from lkjip.audit.wording import both
from lkjip.records import Fact
from lkjip.settings import Settings


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Hold the claims of sentences that give numbers of one indikator, and no capaian, against its capaian in tables."""
    capaian = of_year(ledger, measures.CAPAIAN)
    for block, told in ledger.told.items():
        facts = [fact for fact in told if fact.measure in measures.PERFORMANCE]
        for sentence in SENTENCE.finditer(ledger.text(block)):
            claim = REACHED.search(sentence.group())
            if claim and not HOPED.search(sentence.group()[: claim.start()]) and not CAPAIAN.search(sentence.group()):
                inside = tuple(fact for fact in facts if fact.printed in sentence.group())
                yield from examine(ledger, claim, inside, capaian)


def examine(ledger: Ledger, claim: re.Match[str], facts: tuple[Fact, ...], capaian: Named) -> Iterator[Result]:
    """Return whether the one indikator that a sentence is about reached what it claims."""
    names = {own_name(ledger, ledger.subject[fact.subject_id].key) for fact in facts}
    known = capaian.get(names.pop()) if len(names) == 1 else None
    if known is None or any(fact.period not in (ledger.year, "") for fact in facts[:1]):
        return
    words = shortened(claim.string[max(0, claim.string.rfind(" ", 0, max(claim.start() - 30, 0))) :].strip())
    spot = Spot(facts[0].page, printed=claim.group(), place=page_place(facts[0].page, words))
    note = both(BELOW, place=ledger.place(known), value=shown(known))
    short = number(known) < HUNDRED
    yield Result("problem", (known,), spot=spot, note=note) if short else Result("passed", (known,))


RULE = Rule(
    id="targets-met",
    title=Text(
        "A target that is called met is met in the tables", "Target yang disebut tercapai memang tercapai di tabel"
    ),
    reason="Readers quote the claim, not the table; where they contradict each other one of them is wrong.",
    severity="warning",
    basis="As commonly applied.",
    resolve=Text("Correct the words or the table.", "Perbaiki kata-kata atau tabelnya."),
    message=Text("{place}: words and tables disagree: {printed}.", "{place}: kata dan tabel tidak sesuai: {printed}."),
    check=check,
    guess_matters=False,
)
