"""Measure what the audit finds against the defects that people read from the page, per rule and per kind of defect.

`audit_match` says when a finding counts. A finding that points at no listed defect is right where a person who read its
page says so in `judged.csv`, wrong where that person says so, and else left open: the real reports have hand-read lists
for a few of their tables only. Where a list names neither the text nor the cell of a defect, such as something that is
missing, the same person says there which finding states it. The do-nothing baseline finds nothing and accuses nobody.
"""

import argparse
import csv
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from audit_match import PROSE, Case, Defect, folded, is_listed, points_at, texts_of
from score import REAL, ROOT, Truth, overlap, rows_of, truths

from lkjip import __version__
from lkjip.audit import audit
from lkjip.extract import Extraction, extract
from lkjip.read import Manual, read
from lkjip.records import Finding
from lkjip.settings import Settings

HISTORY = ROOT / "benchmarks" / "audit-history.csv"
JUDGED = ROOT / "benchmarks" / "judged.csv"
CONFIDENCES = ("arithmetic", "identity", "classification", "form", "judgement")
COLUMNS = [
    "date", "version", "documents", "listed", "found", *(f"{name}_found" for name in CONFIDENCES),
    "errors", "errors_right", "errors_wrong", "errors_open", "nothing_found", "covered", "numbers",
]  # fmt: skip

OF_FORM = frozenset(  # do not compare values
    {
        "number-format", "one-number-format", "number-marks", "rows-not-repeated", "rows-named", "units-stay",
        "units-suit", "targets-funded",
    }
)  # fmt: skip

Place = tuple[str, str, str, str, str]  # document, rule, page, table, row and column


class Judgement(NamedTuple):
    """What a person says of a finding: whether it is right, and which listed defect it states, if any."""

    verdict: str
    defect: str


def main() -> None:
    """Print recall per kind and precision per rule, and what was missed and what was not listed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--detail", action="store_true", help="list every miss and every unlisted finding")
    parser.add_argument("--record", action="store_true", help="append the figures to the history")
    options = parser.parse_args()
    cases = [case(document, list_of) for document, list_of in by_document().items()]
    for each in cases:
        print_recall(each, options.detail)
    print_precision(cases, options.detail)
    summary = summarised(cases)
    print_summary(summary)
    if options.record:
        append(summary)


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
    """Return the id of the table that shares most rows with a hand-read one, or the number of one without rows."""
    if not truth.rows:
        return next(
            (table.table_id for table in extraction.tables if truth.number and table.number == truth.number), ""
        )
    rows = rows_of(extraction)
    return max(rows, key=lambda name: overlap(truth.rows, rows[name]), default="")


def defects(document: str, ids: dict[str, str]) -> Iterable[Defect]:
    """Read the defects of a document; those of real reports have fewer columns."""
    for folder in (ROOT / "tests" / "hand_read" / document, REAL / document):
        path = folder / "defects.csv"
        for number, row in enumerate(rows_in(path), start=1):
            yield defect(row, ids, f"r{number}")


def rows_in(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file, none where it is absent."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def defect(row: dict[str, str], ids: dict[str, str], name: str) -> Defect:
    """Make a defect of a row of either list."""
    table = row["table"].removesuffix(".csv")
    return Defect(
        name=row.get("id", name),
        kind=row["kind"],
        severity=row.get("severity", "error"),
        confidence=row["confidence"],
        table_id=ids.get(table, table and "?") if table else PROSE,
        printed=texts_of(row.get("printed") or row.get("reported") or lacking(row)),
        row_label=folded(row["row_label"]),
        column=folded(row["column"]),
        words=" ".join(folded(row.get(column, "")) for column in ("expected", "formula", "note", "place", "row_label")),
    )


def lacking(row: dict[str, str]) -> str:
    """Return what prose should print and does not: a part that is missing is named by what it should be."""
    return row["expected"] if not row["table"] and row["kind"] in {"missing", "reference"} else ""


def print_recall(each: Case, detail: bool) -> None:
    """Print how many defects of each confidence and kind a finding points at."""
    found = found_in(each)
    by_person = len(stated(each))
    print(f"\n{each.name}: {sum(found)} of {len(found)} listed defects found, {by_person} of them as a person says")
    for field in ("confidence", "severity", "kind"):
        total = Counter(getattr(d, field) for d in each.defects)
        good = Counter(getattr(d, field) for d, ok in zip(each.defects, found, strict=True) if ok)
        print(f"  {field}: " + ", ".join(f"{name} {good[name]}/{count}" for name, count in sorted(total.items())))
    for d, ok in zip(each.defects, found, strict=True) if detail else ():
        if not ok:
            where = f"{d.name} {d.severity} {d.kind} {d.confidence} {d.table_id or 'prose'}"
            print(f"  missed {where}: {' | '.join(d.printed)} | {d.words[:140]}")


def found_in(each: Case) -> list[bool]:
    """Return for every defect whether a finding points at it, or states it as a person says."""
    told = stated(each)
    return [d.name in told or any(points_at(f, d, each) for f in each.audit.findings) for d in each.defects]


def stated(each: Case) -> set[str]:
    """Return the defects that a finding states as a person says."""
    return {judgement(finding, each).defect for finding in each.audit.findings} - {""}


def print_precision(cases: Sequence[Case], detail: bool) -> None:
    """Print per rule how many findings point at a listed defect or were judged right."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for each in cases:
        for finding in each.audit.findings:
            how = verdict(finding, each)
            counts.setdefault((finding.severity, finding.rule), Counter())[how] += 1
            if detail and how != "right":
                where = f"{each.name} p{finding.page} {finding.table_id} r{finding.row} c{finding.column}"
                print(f"  {how} {where} {finding.severity} {finding.rule}: {finding.message_en}")
    print("\nfindings per severity and rule: right, wrong, open")
    for key, count in sorted(counts.items()):
        print(f"  {key[0]:<8}{key[1]:<40}{count['right']:>5}{count['wrong']:>5}{count['open']:>5}")


@cache
def judgements() -> dict[Place, Judgement]:
    """Return what a person who read the page says of findings that no list holds."""
    names = ("document", "rule", "page", "table_id", "cell")
    return {tuple(row[name] for name in names): Judgement(row["verdict"], row["defect"]) for row in rows_in(JUDGED)}  # type: ignore[misc]


def judgement(finding: Finding, each: Case) -> Judgement:
    """Return what a person says of a finding; "open" where nobody has looked."""
    cell = "" if finding.row is None else f"{finding.row}:{finding.column}"
    place = (each.name, finding.rule, str(finding.page), finding.table_id, cell)
    return judgements().get(place, Judgement("open", ""))


def verdict(finding: Finding, each: Case) -> str:
    """Return "right" for a finding of the list, else what a person says."""
    return "right" if is_listed(finding, each) else judgement(finding, each).verdict


def summarised(cases: Sequence[Case]) -> dict[str, str]:
    """Return the figures of one run, as a row of the history."""
    pairs = [(d, ok) for each in cases for d, ok in zip(each.defects, found_in(each), strict=True)]
    errors = Counter(verdict(f, c) for c in cases for f in c.audit.findings if f.severity == "error")
    shares = {f"{name}_found": fraction([ok for d, ok in pairs if d.confidence == name]) for name in CONFIDENCES}
    row: dict[str, object] = {
        "date": time.strftime("%Y-%m-%d"),
        "version": __version__,
        "documents": len(cases),
        "listed": len(pairs),
        "found": sum(ok for _, ok in pairs),
        "errors": errors.total(),
        "nothing_found": 0,
        "numbers": sum(len(each.ledger.numbers) for each in cases if in_repository(each)),
        "covered": sum(covered(each) for each in cases if in_repository(each)),
    }
    return {name: str(value) for name, value in (row | shares).items()} | {
        f"errors_{how}": str(errors[how]) for how in ("right", "wrong", "open")
    }


def in_repository(each: Case) -> bool:
    """Is it one of the reports that come with the repository?"""
    return (ROOT / "tests" / "hand_read" / each.name).exists()


def fraction(found: Sequence[bool]) -> str:
    """Return "found/all"."""
    return f"{sum(found)}/{len(found)}"


def covered(each: Case) -> int:
    """Return how many numbers a rule could hold against another number of the report."""
    held = {
        name
        for check in each.audit.checks
        if check.verdict != "could_not_check" and check.rule not in OF_FORM and ";" in check.fact_ids
        for name in check.fact_ids.split(";")
    }
    return sum(fact.fact_id in held for fact in each.ledger.numbers)


def print_summary(row: dict[str, str]) -> None:
    """Print recall, precision of errors, the baseline and the share of numbers under a rule."""
    right, wrong = int(row["errors_right"]), int(row["errors_wrong"])
    print(f"\nrecall: {row['found']} of {row['listed']} listed defects (doing nothing: 0)")
    for name in CONFIDENCES:
        print(f"  {name}: {row[f'{name}_found']}")
    print(f"errors: {right} right, {wrong} wrong, {row['errors_open']} not judged")
    print(
        f"precision of errors: {100 * right / max(right + wrong, 1):.1f} % of those judged (doing nothing: no errors)"
    )
    print(f"numbers that a rule holds against another number: {row['covered']} of {row['numbers']}")


def append(row: dict[str, str]) -> None:
    """Add a line to the history. Raises OSError."""
    is_new = not HISTORY.exists()
    with HISTORY.open("a", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
        if is_new:
            writer.writeheader()
        writer.writerow(row)


if __name__ == "__main__":
    main()
