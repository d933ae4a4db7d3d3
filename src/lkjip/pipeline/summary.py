"""Say on one screen what a run left: how much was read, what was found, what failed and what to do about it."""

from collections.abc import Sequence

from lkjip.paths import Folders
from lkjip.records import Status

SHOWN = 12


def summary(statuses: Sequence[Status], folders: Folders) -> str:
    """Return the closing words of a run."""
    good = [row for row in statuses if row.outcome == "ok"]
    failed = [row for row in statuses if row.outcome == "failed"]
    partly = [row for row in good if row.cause]
    lines = [totals(good), *(line(row) for row in good[:SHOWN])]
    if len(good) > SHOWN:
        lines.append(f"  ... and {len(good) - SHOWN} more in {folders.address(folders.processed / Status.FILE)}")
    if failed:
        lines.append(f"{len(failed)} could not be read; the others are complete:")
        lines += map(reason, failed)
    if partly:
        lines.append(f"{len(partly)} could be read in part only:")
        lines += map(reason, partly)
    if not statuses:
        lines = [f"No PDF in {folders.address(folders.raw)}. Put reports there and run make all again."]
    return "\n".join([*lines, f"Reports: {folders.address(folders.report('index'))}"])


def totals(rows: Sequence[Status]) -> str:
    """Return the sums over all documents."""
    return (
        f"{len(rows)} documents, {sum(r.pages for r in rows)} pages ({sum(r.unread_pages for r in rows)} unread), "
        f"{sum(r.tables for r in rows)} tables, {sum(r.facts for r in rows)} facts, "
        f"{sum(r.findings for r in rows)} findings ({sum(r.errors for r in rows)} errors)"
    )


def reason(row: Status) -> str:
    """Return why a document or pages of it could not be read, and what to do."""
    return f"  {row.file}: {row.cause}. {row.hint[:1].upper()}{row.hint[1:]}."


def line(row: Status) -> str:
    """Return the counts of one document."""
    return (
        f"  {row.document:<32} {row.pages:>4} pages {row.tables:>4} tables {row.facts:>6} facts "
        f"{row.findings:>4} findings {row.errors:>4} errors"
    )
