"""The command line that the Makefile calls; each stage imports its own libraries only."""

import argparse
import os
import shlex
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lkjip import store
from lkjip.documents import inventory, shown
from lkjip.ocr.installed import version as recogniser
from lkjip.paths import PROJECT, Folders, located

if TYPE_CHECKING:  # what takes time to import is imported where it is used
    from lkjip.pipeline.stage import Job
    from lkjip.pipeline.workers import Done

SHOWN = 5


class Mistake(Exception):
    """What the caller asked for cannot be done; the message says what can."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0, 1 where a document failed or pages of it, or 2 for a mistake of the caller."""
    options = parser().parse_args(arguments)
    texts = {name: getattr(options, name) for name in ("raw", "processed", "reports")}
    folders = located(texts, options.marks / "storage")
    try:
        for remote in folders.remotes:
            remote.pull()
        return COMMANDS[options.command](folders, options)
    except OSError as error:
        print(f"error: {explained(error)}", file=sys.stderr)
        return 2
    except (Mistake, ValueError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2


def explained(error: OSError) -> str:
    """Return what went wrong between the program and the machine, and what to do where that is known."""
    from lkjip.pipeline.workers import of_machine

    failure = of_machine(error)
    return f"{failure.cause}. To do: {failure.hint}." if failure else str(error)


def parser() -> argparse.ArgumentParser:
    """Describe the commands and options."""
    known = argparse.ArgumentParser(prog="lkjip", description="Read and audit LKjIP reports.")
    known.add_argument("command", choices=sorted(COMMANDS))
    known.add_argument("--raw", default=str(PROJECT / "data" / "raw"), help="folder, or s3://bucket/folder")
    known.add_argument("--processed", default=str(PROJECT / "data" / "processed"), help="likewise")
    known.add_argument("--reports", default=str(PROJECT / "reports"), help="likewise")
    known.add_argument("--marks", type=Path, default=PROJECT / "build", help="folder of make's marks")
    known.add_argument("--document", default="", help="only this one")
    known.add_argument("--set", dest="parameters", default="", help='"name=value name=value"')
    known.add_argument("--seconds", type=float, default=1800.0, help="limit per document")
    known.add_argument("--memory", type=int, default=1024, help="limit per document, in MiB")
    known.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    known.add_argument("--scheduler", default="", help="tcp://host:8786 of a Dask cluster, or local to start one")
    return known


def parameters(text: str) -> dict[str, str]:
    """Return `"tolerance=0.05 language=id"` as a mapping. Raises Mistake."""
    pairs = [word.partition("=") for word in shlex.split(text)]
    wrong = [name for name, sign, _ in pairs if not sign]
    if wrong:
        raise Mistake(f'SET="{text}": {wrong[0]!r} is not of the form name=value')
    return {name: value for name, _, value in pairs}


def run_inventory(folders: Folders, options: argparse.Namespace) -> int:
    """Note what is there to be done; a note changes only when its content does."""
    documents = inventory(folders.raw)
    found = [*(seen(document.path) for document in documents), recogniser()]
    limits = f"{options.seconds:g} s, {options.memory} MiB"  # what was too much before may be possible now
    store.keep_text(options.marks / "inventory", "".join(f"{line}\n" for line in [*found, limits]))
    store.keep_text(options.marks / "settings", options.parameters + "\n")
    if any(missing_results(document.document, folders) for document in documents):
        for stage in ("read", "audit", "report"):
            (options.marks / stage).unlink(missing_ok=True)
    return 0


def seen(path: Path) -> str:
    """Return what shows without reading a file whether it is still the same."""
    size, changed = store.stamp(path)
    return f"{size} {changed} {path.name!r}"


def missing_results(document: str, folders: Folders) -> bool:
    """Did somebody remove what an earlier run left?"""
    return not (folders.of(document).is_dir() and folders.report(document).exists())


def run_stage(folders: Folders, options: argparse.Namespace) -> int:
    """Bring one stage up to date for all documents, or for one; 1 where the machine did not let it."""
    from lkjip.pipeline import everything, log
    from lkjip.pipeline.alone import alone
    from lkjip.pipeline.workers import Limits

    limits = Limits(options.seconds, options.memory, options.workers, options.scheduler)
    with alone(folders.processed):
        if options.command == "read":
            store.sweep(folders.processed)
            store.sweep(folders.reports)
        ended = everything.STAGES[options.command](
            everything.Run(folders, parameters(options.parameters), limits, options.document)
        )
        log.append(options.marks, log.entries(ended))
        for remote in folders.remotes:
            if remote.local != folders.raw:
                remote.push()
    return complain(ended)


def complain(ended: "Sequence[Done[Job, object]]") -> int:
    """Say what has to be tried again before the run can go on; 1 where there is such a thing."""
    from lkjip.pipeline.stage import failure_of

    again = [(done.task, failure) for done in ended if (failure := failure_of(done)) and failure.retry == "next time"]
    for job, failure in again[:SHOWN]:
        print(f"error: {job.stage} of {shown(job.path)}: {failure.cause}. To do: {failure.hint}.", file=sys.stderr)
    if len(again) > SHOWN:
        print(f"error: and {len(again) - SHOWN} more of this kind", file=sys.stderr)
    return int(bool(again))


def run_summary(folders: Folders, options: argparse.Namespace) -> int:
    """Say what the run left; 1 where a document failed, or pages of it."""
    from lkjip.pipeline.summary import summary
    from lkjip.records import Status

    statuses = store.load(folders.processed, Status)
    print(summary(statuses, folders))
    return int(any(row.cause for row in statuses))


COMMANDS: dict[str, Callable[[Folders, argparse.Namespace], int]] = {
    "inventory": run_inventory,
    "read": run_stage,
    "audit": run_stage,
    "report": run_stage,
    "summary": run_summary,
}
