"""The figures of many experiments, as tables for a person and as one row of the history."""

import csv
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.inject.experiment import Experiment, Printed
from benchmarks.inject.misprints import KINDS, TRUNCATED
from benchmarks.inject.verdict import Verdict

from lkjip.paths import PROJECT

HISTORY = Path(__file__).resolve().parents[1] / "inject-history.csv"
GOALS = {"detected": 99.0, "named": 95.0, "checked": 90.0}
EXAMPLES = 3  # of each kind of miss, unless all are asked for


@dataclass(frozen=True)
class Summary:
    """All experiments of a run."""

    experiments: Sequence[Experiment]
    seconds: float

    @property
    def verdicts(self) -> list[Verdict]:
        """Return the misprints that contradict the report: all but the truncations."""
        return [v for e in self.experiments for v in e.verdicts if v.kind != TRUNCATED]

    @property
    def truncations(self) -> list[Verdict]:
        """Return the numbers that were cut off instead of rounded."""
        return [v for e in self.experiments for v in e.verdicts if v.kind == TRUNCATED]

    @property
    def printed(self) -> list[Printed]:
        """Return all printed numbers and categories."""
        return [number for e in self.experiments for number in e.printed]

    def alarms(self, severity: str) -> int:
        """Return how many findings of a severity the untouched reports got."""
        return sum(alarm.severity == severity for e in self.experiments for alarm in e.alarms)

    def row(self) -> dict[str, str]:
        """Return the run as a row of the history; shares are in per cent."""
        determined = [v for v in self.verdicts if v.determined]
        return {
            "commit": commit(),
            "reports": str(len(self.experiments)),
            "numbers": str(len(self.printed)),
            "bound": share(n.bound for n in self.printed),
            "placed": share(n.placed for n in self.printed),
            "read": share(n.read for n in self.printed),
            "checked": share(n.checked for n in self.printed),
            "errors": str(self.alarms("error")),
            "warnings": str(self.alarms("warning")),
            "misprints": str(len(self.verdicts)),
            "detected": share(v.detected for v in self.verdicts),
            "determined": str(len(determined)),
            "named": share(v.named for v in determined),
            "valued": share(v.valued for v in determined),
            "misled": share(v.misled for v in self.verdicts),
            "truncated_accused": share(v.detected for v in self.truncations),
            "slow": str(sum(len(e.slow) for e in self.experiments)),
            "seconds": f"{self.seconds:.0f}",
        }


def share(these: Iterable[bool]) -> str:
    """Return how many of these are so, in per cent, or an empty text where there are none."""
    every = list(these)
    return f"{100 * sum(every) / len(every):.1f}" if every else ""


def commit() -> str:
    """Return the commit that was measured, with a "+" where files of the package differ from it."""
    head = git("rev-parse", "--short", "HEAD")
    return head + ("+" if git("status", "--porcelain", "--", "src", "data/manual") else "") if head else "unknown"


def git(*words: str) -> str:
    """Return what git says of the project, or nothing where it is no repository."""
    said = subprocess.run(["git", *words], cwd=PROJECT, capture_output=True, text=True, check=False)
    return said.stdout.strip() if said.returncode == 0 else ""


def append(row: dict[str, str], history: Path) -> None:
    """Add a row to the history."""
    new = not history.exists()
    with history.open("a", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(row), lineterminator="\n")
        if new:
            writer.writeheader()
        writer.writerow(row)


def show(summary: Summary, every: bool) -> None:
    """Print the run: the figures, by kind, by measure, and examples of what went wrong."""
    limit = None if every else EXAMPLES
    print_figures(summary)
    print_misprints("kind of misprint", summary.verdicts, lambda v: v.kind, list(KINDS))
    print_misprints("measure", summary.verdicts, lambda v: v.measure, sorted({v.measure for v in summary.verdicts}))
    print_numbers(summary.printed)
    print_examples("not detected", [v for v in summary.verdicts if not v.detected], limit)
    unnamed = [v for v in summary.verdicts if v.determined and v.detected and not v.named]
    print_examples("detected, determined, not named", unnamed, limit)
    unvalued = [v for v in summary.verdicts if v.determined and v.named and not v.valued]
    print_examples("named, with another value than the true one", unvalued, limit)
    print_examples("truncated, and accused", [v for v in summary.truncations if v.detected], limit)
    print_unread(summary.printed, limit)
    print_alarms(summary, limit)
    print("".join(f"\ntoo slow: {what}" for e in summary.experiments for what in e.slow))
    differing = [what for e in summary.experiments for what, same in e.through_pdf if not same]
    tried = sum(len(e.through_pdf) for e in summary.experiments)
    print(
        f"\nThrough the PDF: {tried - len(differing)} of {tried} misprints give the same findings",
        *differing,
        sep="\n  ",
    )


def print_figures(summary: Summary) -> None:
    """Print the figures of the history, with the goals beside them."""
    for name, value in summary.row().items():
        goal = f"   goal {GOALS[name]:g}" if name in GOALS else "   goal 0" if name == "errors" else ""
        print(f"{name:18} {value:>8}{goal}")


def print_misprints(title: str, verdicts: Sequence[Verdict], of: Callable[[Verdict], str], names: list[str]) -> None:
    """Print the shares by kind or by measure, in per cent."""
    line = "{:20} {:>6} {:>9} {:>10} {:>7} {:>7} {:>7}".format
    print("\n" + line(title, "count", "detected", "determined", "named", "valued", "misled"))
    for name in names:
        group = [v for v in verdicts if of(v) == name]
        sure = [v for v in group if v.determined]
        detected, misled = share(v.detected for v in group), share(v.misled for v in group)
        named, valued = share(v.named for v in sure), share(v.valued for v in sure)
        if group:
            print(line(name, len(group), detected, len(sure), named, valued, misled))


def print_numbers(printed: Sequence[Printed]) -> None:
    """Print by measure how far the printed numbers came, in per cent."""
    line = "{:24} {:>6} {:>7} {:>7} {:>7} {:>7}".format
    print("\n" + line("printed", "count", "bound", "placed", "read", "checked"))
    for name in sorted({number.measure for number in printed}):
        group = [number for number in printed if number.measure == name]
        bound, found = share(n.bound for n in group), share(n.placed for n in group)
        print(line(name, len(group), bound, found, share(n.read for n in group), share(n.checked for n in group)))


def print_examples(title: str, verdicts: Sequence[Verdict], limit: int | None) -> None:
    """Print examples of each kind of misprint that came out wrong."""
    if verdicts:
        print(f"\n{title}: {len(verdicts)}")
    for kind in KINDS:
        for v in [v for v in verdicts if v.kind == kind][:limit]:
            found = f" (found by {v.rules})" if v.rules else ""
            print(f"  {v.kind}: seed {v.seed} {v.where} {v.measure}: {v.true} -> {v.printed}{found}")


def print_unread(printed: Sequence[Printed], limit: int | None) -> None:
    """Print examples of numbers that were not read, and of bound numbers that no rule checked."""
    for title, group in (
        ("not extracted as printed", [n for n in printed if not n.placed]),
        ("extracted, not read", [n for n in printed if n.placed and not n.read]),
        ("read, not checked", [n for n in printed if n.read and n.bound and not n.checked]),
    ):
        if group:
            print(f"\n{title}: {len(group)}")
        for name in sorted({n.measure for n in group}):
            for n in [n for n in group if n.measure == name][:limit]:
                print(f"  {n.measure}: seed {n.seed} {n.where}: {n.text}")


def print_alarms(summary: Summary, limit: int | None) -> None:
    """Print the findings on untouched reports, by rule."""
    alarms = [alarm for e in summary.experiments for alarm in e.alarms]
    if alarms:
        print(f"\nfalse alarms: {len(alarms)}")
    for (severity, rule), count in sorted(Counter((a.severity, a.rule) for a in alarms).items()):
        print(f"  {severity} {rule}: {count}")
        for a in [a for a in alarms if (a.severity, a.rule) == (severity, rule)][:limit]:
            print(f"    seed {a.seed} page {a.page}: {a.message}")
