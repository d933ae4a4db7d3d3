"""The money of a kecamatan: amounts by program, by account, by quarter and by kelurahan, all adding up."""

import random
from decimal import Decimal

from benchmarks.generate.kecamatan import Kecamatan, Line
from benchmarks.generate.model import Key
from benchmarks.generate.relations import HUNDRED, Ratio, difference, equal, total
from benchmarks.generate.truth import Truth

from lkjip import measures

TOTAL = "total"
QUARTERS = ("TW1", "TW2", "TW3", "TW4")
AMOUNTS = (measures.ANGGARAN_MURNI, measures.ANGGARAN, measures.REALISASI_ANGGARAN)
ACCOUNTS = {  # account: what it is the sum of
    "5": ("5.1", "5.2"),
    "5.1": ("5.1.01", "5.1.02"),
    "5.2": ("5.2.02", "5.2.03"),
}
ACCOUNT_NAMES = {
    "5": "BELANJA DAERAH",
    "5.1": "BELANJA OPERASI",
    "5.1.01": "Belanja Pegawai",
    "5.1.02": "Belanja Barang dan Jasa",
    "5.2": "BELANJA MODAL",
    "5.2.02": "Belanja Modal Peralatan dan Mesin",
    "5.2.03": "Belanja Modal Gedung dan Bangunan",
}
LEAVES = tuple(account for account in ACCOUNT_NAMES if account not in ACCOUNTS)


def fill(kecamatan: Kecamatan, truth: Truth, chance: random.Random) -> None:
    """Draw all amounts."""
    for line in kecamatan.lines():
        if not line.children:
            draw_amounts(line, kecamatan, truth, chance)
    for program in kecamatan.programs:
        add_up(program, kecamatan, truth)
    codes = [program.code for program in kecamatan.programs]
    for measure in AMOUNTS:
        truth.add_up(Key(measure, TOTAL, kecamatan.period), [Key(measure, code, kecamatan.period) for code in codes])
    for subject in [TOTAL, *(line.code for line in kecamatan.lines())]:
        derive(subject, kecamatan.period, truth)
    for program in kecamatan.programs:
        draw_quarters(program.code, kecamatan.period, truth, chance)
    sum_quarters(kecamatan, truth)
    draw_accounts(kecamatan.period, truth, chance)
    draw_kelurahan(kecamatan, truth, chance)


def draw_amounts(line: Line, kecamatan: Kecamatan, truth: Truth, chance: random.Random) -> None:
    """Draw the budget of a sub kegiatan, what it was before its change, and what was spent of it."""
    unit = chance.choice((1, 10, 100, 1000))
    size = (1_500_000_000, 3_200_000_000) if "Gaji" in line.name else (2_000_000, 120_000_000)
    budget = chance.randint(*size) // unit * unit
    before = budget
    if kecamatan.style.revised and chance.random() < 0.4:
        before = int(budget * chance.uniform(0.7, 1.25)) // unit * unit
    spent = budget if chance.random() < 0.2 else int(budget * chance.uniform(0.74, 0.998)) // unit * unit
    for measure, amount in zip(AMOUNTS, (before, budget, spent), strict=True):
        truth.put(Key(measure, line.code, kecamatan.period), amount)


def add_up(line: Line, kecamatan: Kecamatan, truth: Truth) -> None:
    """Add up the amounts of a program from below."""
    for child in line.children:
        add_up(child, kecamatan, truth)
    if line.children:
        for measure in AMOUNTS:
            parts = [Key(measure, child.code, kecamatan.period) for child in line.children]
            truth.add_up(Key(measure, line.code, kecamatan.period), parts)


def derive(subject: str, period: str, truth: Truth) -> None:
    """Note what follows from budget and spending: percentages, what is left, what was added."""
    before, budget, spent = (Key(measure, subject, period) for measure in AMOUNTS)
    left = Key(measures.SISA_ANGGARAN, subject, period)
    truth.put(left, truth.numbers[budget] - truth.numbers[spent], difference(left, budget, spent))
    for measure, part in ((measures.PERSEN_SERAPAN, spent), (measures.PERSEN_SISA, left)):
        share = Key(measure, subject, period)
        truth.put(share, truth.percentage(part, budget), Ratio(share, part, budget))
    added = Key(measures.SELISIH, subject, period)
    truth.put(added, truth.numbers[budget] - truth.numbers[before], difference(added, budget, before))


def draw_quarters(subject: str, period: str, truth: Truth, chance: random.Random) -> None:
    """Split what a program spent over the quarters."""
    spent = Key(measures.REALISASI_ANGGARAN, subject, period)
    rest = int(truth.numbers[spent])
    parts = []
    for at, quarter in enumerate(QUARTERS):
        part = rest if quarter == QUARTERS[-1] else int(rest * chance.uniform(0.6, 1.2) / (len(QUARTERS) - at))
        parts.append(truth.put(spent._replace(period=f"{period}-{quarter}"), part))
        rest -= part
    truth.relations.append(total(spent, parts))


def sum_quarters(kecamatan: Kecamatan, truth: Truth) -> None:
    """Add up the quarters of all programs."""
    wholes = []
    for quarter in QUARTERS:
        period = f"{kecamatan.period}-{quarter}"
        parts = [Key(measures.REALISASI_ANGGARAN, program.code, period) for program in kecamatan.programs]
        wholes.append(Key(measures.REALISASI_ANGGARAN, TOTAL, period))
        truth.add_up(wholes[-1], parts)
    truth.relations.append(total(Key(measures.REALISASI_ANGGARAN, TOTAL, kecamatan.period), wholes))


def draw_accounts(period: str, truth: Truth, chance: random.Random) -> None:
    """Split budget and spending over the accounts of the LRA, and draw what was spent the year before."""
    budget = split(int(truth.numbers[Key(measures.ANGGARAN, TOTAL, period)]), chance)
    left = int(truth.numbers[Key(measures.SISA_ANGGARAN, TOTAL, period)])
    for at, account in enumerate(LEAVES):
        budgeted = budget[account]
        saved = left if at == len(LEAVES) - 1 else min(left, int(budgeted * chance.uniform(0.01, 0.2)))
        if at == 0:
            saved = max(saved, left - int(sum(budget[other] for other in LEAVES[1:]) * 0.05))
        saved = min(saved, left)
        left -= saved
        truth.put(Key(measures.ANGGARAN, account, period), budgeted)
        truth.put(Key(measures.REALISASI_ANGGARAN, account, period), budgeted - saved)
        truth.put(
            Key(measures.REALISASI_ANGGARAN, account, str(int(period) - 1)), int(budgeted * chance.uniform(0.6, 0.99))
        )
    close_accounts(period, truth)


def split(whole: int, chance: random.Random) -> dict[str, int]:
    """Split the budget over the lowest accounts; most of it pays people."""
    machines, buildings = int(whole * chance.uniform(0.02, 0.05)), int(whole * chance.uniform(0.03, 0.08))
    goods = int(whole * chance.uniform(0.2, 0.3))
    return {"5.1.01": whole - goods - machines - buildings, "5.1.02": goods, "5.2.02": machines, "5.2.03": buildings}


def close_accounts(period: str, truth: Truth) -> None:
    """Add up the accounts; the whole LRA is the whole budget by program."""
    before = str(int(period) - 1)
    for parent in reversed(ACCOUNTS):
        for measure, year in (
            (measures.ANGGARAN, period),
            (measures.REALISASI_ANGGARAN, period),
            (measures.REALISASI_ANGGARAN, before),
        ):
            truth.add_up(Key(measure, parent, year), [Key(measure, child, year) for child in ACCOUNTS[parent]])
    for account in ACCOUNT_NAMES:
        budget, spent = Key(measures.ANGGARAN, account, period), Key(measures.REALISASI_ANGGARAN, account, period)
        share = Key(measures.PERSEN_SERAPAN, account, period)
        truth.put(share, truth.percentage(spent, budget), Ratio(share, spent, budget))
    for measure in (measures.ANGGARAN, measures.REALISASI_ANGGARAN):
        truth.relations.append(equal(Key(measure, "5", period), Key(measure, TOTAL, period)))


def draw_kelurahan(kecamatan: Kecamatan, truth: Truth, chance: random.Random) -> None:
    """Give each kelurahan a part of two programs; its programs add up to what it has."""
    period = kecamatan.period
    for kelurahan in kecamatan.kelurahan:
        for program in kecamatan.programs[:2]:
            whole = truth.numbers[Key(measures.ANGGARAN, program.code, period)]
            budget = int(whole * Decimal(chance.uniform(0.04, 0.12)))
            spent = int(budget * chance.uniform(0.8, 0.999))
            truth.put(Key(measures.ANGGARAN, f"{kelurahan}/{program.code}", period), budget)
            truth.put(Key(measures.REALISASI_ANGGARAN, f"{kelurahan}/{program.code}", period), spent)
        close_kelurahan(kelurahan, [program.code for program in kecamatan.programs[:2]], period, truth)


def close_kelurahan(kelurahan: str, programs: list[str], period: str, truth: Truth) -> None:
    """Add up a kelurahan, and note its percentages and what it saved."""
    subjects = [f"{kelurahan}/{code}" for code in programs]
    for measure in (measures.ANGGARAN, measures.REALISASI_ANGGARAN):
        truth.add_up(Key(measure, kelurahan, period), [Key(measure, subject, period) for subject in subjects])
    for subject in [*subjects, kelurahan]:
        budget, spent = Key(measures.ANGGARAN, subject, period), Key(measures.REALISASI_ANGGARAN, subject, period)
        share = Key(measures.PERSEN_SERAPAN, subject, period)
        truth.put(share, truth.percentage(spent, budget), Ratio(share, spent, budget))
    left, rest = Key(measures.SISA_ANGGARAN, kelurahan, period), Key(measures.PERSEN_SISA, kelurahan, period)
    truth.put(left, truth.numbers[budget] - truth.numbers[spent], difference(left, budget, spent))
    truth.put(rest, HUNDRED - truth.numbers[share], Ratio(rest, left, budget))
