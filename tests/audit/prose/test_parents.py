"""Programs whose kegiatan have amounts have one too."""

from dataclasses import replace

from small_ledgers import Page, run

from lkjip.audit.rules.parents_have_their_amount import RULE


def found(*programs: str) -> list[str]:
    """Return what the rule says of programs, each with one kegiatan of 700."""
    rows = [line for at, amount in enumerate(programs) for line in (f"P{at} | {amount}", f".K{at} | 700")]
    page = Page().table("A", "anggaran", *rows, kind="anggaran")
    page.subjects = [
        replace(row, level="kegiatan" if row.uraian.startswith("K") else "program") for row in page.subjects
    ]
    return [line for line in run(RULE, page) if line.startswith("problem")]


def test_the_only_program_without_its_amount():
    assert found("700", "700", "700", "") == ["problem | 700"]


def test_programs_that_mostly_have_none_or_print_a_dash():
    assert found("700", "700", "", "") == []
    assert found("700", "700", "700", "-") == []
