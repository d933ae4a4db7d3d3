"""What a kecamatan set out to achieve and did: targets, realisasi, capaian and categories, this year and last."""

import random
from decimal import Decimal

from benchmarks.generate import scales
from benchmarks.generate.kecamatan import Indicator, Kecamatan
from benchmarks.generate.model import Key
from benchmarks.generate.relations import HUNDRED, Class, Linear, Ratio, difference, equal, mean
from benchmarks.generate.truth import Truth

from lkjip import measures

MEAN = "mean"
AHEAD = 2  # years of the Renstra after this one
TWO = Decimal("0.01")


def fill(kecamatan: Kecamatan, truth: Truth, chance: random.Random) -> None:
    """Draw targets and realisasi until every capaian has one category, whatever its rounding."""
    fixed = len(truth.relations)
    while True:
        del truth.relations[fixed:]
        for indicator in kecamatan.indicators:
            draw(indicator, kecamatan, truth, chance)
        close(kecamatan, truth)
        if all(clear(kecamatan, truth.numbers[key]) for key in classified(kecamatan)):
            break
    for key in classified(kecamatan):
        word = Key(measures.KATEGORI, key.subject, key.period)
        truth.name(word, scales.named(kecamatan.scale, truth.numbers[key]), Class(word, key, kecamatan.scale))


def classified(kecamatan: Kecamatan) -> list[Key]:
    """Return the capaian that get a category."""
    subjects = [MEAN, *(indicator.subject for indicator in kecamatan.indicators)]
    return [Key(measures.CAPAIAN, subject, kecamatan.period) for subject in subjects]


def clear(kecamatan: Kecamatan, capaian: Decimal) -> bool:
    """Tell whether a capaian is in one band as it is, and as it is printed."""
    printed = kecamatan.style.rounded(capaian, kecamatan.style.percent_decimals)
    found = {scales.named(kecamatan.scale, value) for value in (capaian, printed)}
    return len(found) == 1 and "" not in found and capaian > 0


def draw(indicator: Indicator, kecamatan: Kecamatan, truth: Truth, chance: random.Random) -> None:
    """Draw the targets of an indikator, and its realisasi in two years."""
    year = kecamatan.year
    realised = {at: realisasi(indicator, kecamatan, truth, chance) for at in (year - 1, year)}
    if indicator.kind in ("ikm", "sakip"):
        measure = measures.NILAI_SKM if indicator.kind == "ikm" else measures.NILAI_SAKIP
        same = Key(measure, indicator.kind, str(year))
        realised[year] = truth.numbers[same]
        truth.relations.append(equal(Key(measures.REALISASI, indicator.subject, str(year)), same))
    for at, value in realised.items():
        truth.put(Key(measures.REALISASI, indicator.subject, str(at)), value)
    for at, value in targets(indicator, year, realised[year], chance).items():
        truth.put(Key(measures.TARGET, indicator.subject, str(at)), value)


def realisasi(indicator: Indicator, kecamatan: Kecamatan, truth: Truth, chance: random.Random) -> Decimal:
    """Draw a realisasi in the indikator's own form: a whole number, an index, or a share of the villages."""
    if indicator.kind == "share":
        villages = len(kecamatan.villages)
        return (HUNDRED * chance.randint(villages - villages // 4, villages) / villages).quantize(TWO)
    if indicator.kind in ("count", "lower"):
        return Decimal(chance.randint(6, 60))
    return Decimal(chance.randint(6200, 9800)).scaleb(-2)


def targets(indicator: Indicator, year: int, reached: Decimal, chance: random.Random) -> dict[int, Decimal]:
    """Draw targets from last year to the end of the Renstra, around what was reached this year."""
    whole = indicator.kind in ("count", "lower") or chance.random() < 0.7
    this = reached * Decimal(chance.uniform(0.88, 1.08))
    this = max(Decimal(3), this.quantize(Decimal(1) if whole else TWO))
    if indicator.kind in ("share", "percent"):
        this = min(this, Decimal(94))
    up = Decimal(-1 if indicator.lower else 1)
    found = {year: this}
    for at in range(year + 1, year + 1 + AHEAD):
        found[at] = max(Decimal(1), found[at - 1] + up * chance.choice((1, 1, 2)))
    found[year - 1] = max(Decimal(1), this - up * chance.choice((1, 2, 3)))
    return found


def close(kecamatan: Kecamatan, truth: Truth) -> None:
    """Note what follows from targets and realisasi."""
    for indicator in kecamatan.indicators:
        for at in (kecamatan.year - 1, kecamatan.year):
            capaian(indicator, str(at), str(at), (kecamatan, truth))
        capaian(indicator, kecamatan.period, str(kecamatan.year + AHEAD), (kecamatan, truth))
        compare(indicator, kecamatan.period, truth)
        efficiency(indicator, kecamatan, truth)
    average(kecamatan, truth)


def capaian(indicator: Indicator, reached: str, planned: str, world: tuple[Kecamatan, Truth]) -> None:
    """Note the capaian of a realisasi against the target of the same or of the last year of the Renstra."""
    kecamatan, truth = world
    real, target = Key(measures.REALISASI, indicator.subject, reached), Key(measures.TARGET, indicator.subject, planned)
    out = Key(measures.CAPAIAN, indicator.subject, reached if reached == planned else f"{reached}/{planned}")
    relation = formula(indicator, kecamatan, (out, real, target))
    over, under = truth.numbers[relation.over], truth.numbers[relation.under]
    value = relation.offset + relation.scale * over / under
    truth.put(out, min(value, HUNDRED) if relation.capped else value, relation)


def formula(indicator: Indicator, kecamatan: Kecamatan, keys: tuple[Key, Key, Key]) -> Ratio:
    """Return the relation of capaian, realisasi and target, by the report's formula."""
    out, real, target = keys
    capped = kecamatan.style.capped
    if not indicator.lower:
        return Ratio(out, real, target, capped=capped)
    if kecamatan.style.lower_formula == "inverse":
        return Ratio(out, target, real, capped=capped)
    return Ratio(out, real, target, -HUNDRED, 2 * HUNDRED, capped)


def compare(indicator: Indicator, period: str, truth: Truth) -> None:
    """Note by how much the realisasi changed in a year."""
    now = Key(measures.REALISASI, indicator.subject, period)
    before, change = truth.last_years(now), Key(measures.SELISIH, indicator.subject, period)
    truth.put(change, truth.numbers[now] - truth.numbers[before], difference(change, now, before))


def efficiency(indicator: Indicator, kecamatan: Kecamatan, truth: Truth) -> None:
    """Note how far spending stayed below what was achieved, or below the whole budget."""
    out = Key(measures.EFISIENSI, indicator.subject, kecamatan.period)
    spent = Key(measures.PERSEN_SERAPAN, indicator.program, kecamatan.period)
    reached = Key(measures.CAPAIAN, indicator.subject, kecamatan.period)
    if kecamatan.style.efficiency == "capaian":
        truth.put(out, truth.numbers[reached] - truth.numbers[spent], difference(out, reached, spent))
    else:
        of_hundred = Linear(((out, Decimal(1)), (spent, Decimal(1))), -HUNDRED)
        truth.put(out, HUNDRED - truth.numbers[spent], of_hundred)


def average(kecamatan: Kecamatan, truth: Truth) -> None:
    """Note the mean of all capaian."""
    parts = [Key(measures.CAPAIAN, indicator.subject, kecamatan.period) for indicator in kecamatan.indicators]
    out = Key(measures.CAPAIAN, MEAN, kecamatan.period)
    truth.put(out, sum((truth.numbers[part] for part in parts), Decimal(0)) / len(parts), mean(out, parts))
