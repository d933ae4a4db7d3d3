"""Measure what the audit finds against the defects that people read from the page, per rule and per kind of defect.

A defect counts as found when a finding points at its place: in the same table (or in prose, for a defect of prose) the
finding, or a fact that it names, prints the same text. A finding counts as right when it points at a listed defect,
either at the number that is wrong or at one that the person's words about a defect name; every other finding is listed
for a person to judge. The do-nothing baseline finds nothing and accuses nobody.
"""

import argparse
import csv
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from score import REAL, ROOT, Truth, overlap, rows_of, truths

from lkjip.audit import Audit, audit
from lkjip.extract import Extraction, extract
from lkjip.read import Manual, Reading, read
from lkjip.records import Finding
from lkjip.settings import Settings

PROSE = ""
NOT_ALPHANUMERIC = re.compile(r"[^0-9a-z]+")


@dataclass(frozen=True)
class Defect:
    """A defect that a person found; an empty table means prose."""

    name: str
    kind: str
    severity: str
    confidence: str
    table_id: str
    printed: str
    row_label: str
    words: str  # everything else that the person wrote about it


@dataclass(frozen=True)
class Case:
    """A document with its defects, its reading and its audit."""

    name: str
    defects: tuple[Defect, ...]
    reading: Reading
    audit: Audit


def main() -> None:
    """Print recall per kind and precision per rule, and what was missed and what was not listed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--detail", action="store_true", help="list every miss and every unlisted finding")
    options = parser.parse_args()
    cases = [case(document, list_of) for document, list_of in by_document().items()]
    for each in cases:
        print_recall(each, options.detail)
    print_precision(cases, options.detail)


def by_document() -> dict[str, list[Truth]]:
    """Group the hand-read tables by document."""
    grouped: dict[str, list[Truth]] = {}
    for truth in truths():
        grouped.setdefault(truth.document, []).append(truth)
    return grouped


def case(document: str, tables: Sequence[Truth]) -> Case:
    """Read and audit a document and tie its defects to the tables found."""
    extraction = extract(tables[0].pdf)
    reading = read(document, extraction, Manual.load(ROOT / "data" / "manual"))
    ids = {truth.name: table_id(truth, extraction) for truth in tables}
    return Case(document, tuple(defects(document, ids)), reading, audit(reading, Settings()))


def table_id(truth: Truth, extraction: Extraction) -> str:
    """Return the id of the table that shares most rows with a hand-read one."""
    rows = rows_of(extraction)
    return max(rows, key=lambda name: overlap(truth.rows, rows[name]), default="")


def defects(document: str, ids: dict[str, str]) -> Iterable[Defect]:
    """Read the defects of a document; those of real reports have fewer columns."""
    for folder in (ROOT / "tests" / "hand_read" / document, REAL / document):
        path = folder / "defects.csv"
        if not path.exists():
            continue
        with path.open(encoding="utf-8", newline="") as stream:
            for number, row in enumerate(csv.DictReader(stream)):
                yield defect(row, ids, f"r{number + 1}")


def defect(row: dict[str, str], ids: dict[str, str], name: str) -> Defect:
    """Make a defect of a row of either list."""
    table = row["table"].removesuffix(".csv")
    return Defect(
        row.get("id", name),
        row["kind"],
        row.get("severity", "error"),
        row["confidence"],
        ids.get(table, table and "?") if table else PROSE,
        folded(row.get("printed") or row.get("reported") or ""),
        folded(row["row_label"]),
        " ".join(folded(row.get(column, "")) for column in ("expected", "formula", "note", "place", "row_label")),
    )


def folded(text: str) -> str:
    """Return a text for comparing: digits and letters only."""
    return NOT_ALPHANUMERIC.sub("", text.casefold().replace("rp", ""))


def points_at(finding: Finding, defect: Defect, printed: dict[str, tuple[str, str]]) -> bool:
    """Does a finding name the defect's number, in its table or in prose?"""
    if not defect.printed:
        return False
    named = [(finding.table_id, folded(finding.printed))]
    named += [printed[fact] for fact in finding.fact_ids.split(";") if fact in printed]
    return any(table == defect.table_id and same(text, defect.printed) for table, text in named)


def same(left: str, right: str) -> bool:
    """Are two folded texts the same number or words, one perhaps inside the other's sentence?"""
    return bool(left) and (left == right or (len(left) > 3 and left in right) or (len(right) > 3 and right in left))


def print_recall(each: Case, detail: bool) -> None:
    """Print how many defects of each confidence and kind a finding points at."""
    printed = texts(each.reading)
    found = [any(points_at(f, d, printed) for f in each.audit.findings) for d in each.defects]
    print(f"\n{each.name}: {sum(found)} of {len(found)} listed defects found")
    for field in ("confidence", "severity", "kind"):
        total = Counter(getattr(d, field) for d in each.defects)
        good = Counter(getattr(d, field) for d, ok in zip(each.defects, found, strict=True) if ok)
        print(f"  {field}: " + ", ".join(f"{name} {good[name]}/{count}" for name, count in sorted(total.items())))
    if detail:
        for d, ok in zip(each.defects, found, strict=True):
            if not ok:
                where = f"{d.name} {d.severity} {d.kind} {d.confidence} {d.table_id or 'prose'}"
                print(f"  missed {where}: {d.printed} | {d.words[:140]}")


def texts(reading: Reading) -> dict[str, tuple[str, str]]:
    """Return the table and the folded printed text of every fact."""
    return {fact.fact_id: (fact.table_id, folded(fact.printed)) for fact in reading.facts}


def is_listed(finding: Finding, each: Case, printed: dict[str, tuple[str, str]]) -> bool:
    """Does a finding point at a listed defect, or at a number that a listed defect's words name?"""
    if any(points_at(finding, d, printed) for d in each.defects):
        return True
    text = folded(finding.printed)
    return len(text) > 3 and any(text in d.words for d in each.defects)


def print_precision(cases: Sequence[Case], detail: bool) -> None:
    """Print per rule how many findings point at a listed defect."""
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for each in cases:
        printed = texts(each.reading)
        for finding in each.audit.findings:
            key = (finding.severity, finding.rule)
            total[key] += 1
            right[key] += is_listed(finding, each, printed)
            if detail and not is_listed(finding, each, printed):
                print(f"  unlisted {each.name} p{finding.page} {finding.severity} {finding.rule}: {finding.message_en}")
    print("\nfindings that point at a listed defect, per severity and rule")
    for key, count in sorted(total.items()):
        print(f"  {key[0]:<8}{key[1]:<40}{right[key]:>4} of {count:>4}")


if __name__ == "__main__":
    main()
