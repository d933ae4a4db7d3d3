"""The medium-term plan of a period has one name: RPJMD, or RPD between two terms of office."""

import re
from collections.abc import Iterator
from typing import Final

from lkjip.audit.ledger import Ledger
from lkjip.audit.model import Result, Rule, Text
from lkjip.audit.text import matches, spot
from lkjip.grouping import grouped
from lkjip.settings import Settings

PLAN: Final = re.compile(
    r"\b(?P<name>RPJMD|RPD)\b(?P<between>[^.;:]{0,60}?)(?P<first>20\d\d)\s*[-\u2013\u2014]\s*(?P<last>20\d\d)"
)
OTHER_PLAN: Final = re.compile(r"renstra|RPJ|RPD", re.I)


def check(ledger: Ledger, settings: Settings) -> Iterator[Result]:
    """Compare what the plan of each period is called."""
    found = [item for item in matches(ledger, PLAN) if not OTHER_PLAN.search(item[1]["between"])]
    for group in grouped(found, lambda item: (item[1]["first"], item[1]["last"])).values():
        names = [match["name"] for _, match in group]
        usual = max(sorted(set(names)), key=names.count)
        for paragraph, match in group:
            if match["name"] == usual:
                yield Result("passed")
            else:
                yield Result("problem", spot=spot(paragraph, match), expected=Text(usual, usual))


RULE = Rule(
    id="plan-names",
    title=Text("The plan of a period has one name", "Dokumen rencana satu periode memiliki satu nama"),
    reason="RPJMD and RPD are two documents with targets of their own; a period has one of them.",
    severity="info",
    basis="Permendagri 86/2017 (RPJMD, since 2017); Inmendagri 70/2021 and 52/2022 (RPD, 2023 to 2026).",
    resolve=Text("Name the plan that is in force.", "Sebut dokumen rencana yang berlaku."),
    message=Text(
        "{place}: {printed}; the plan of this period is called {expected} elsewhere.",
        "{place}: {printed}; rencana periode ini di tempat lain disebut {expected}.",
    ),
    check=check,
)
