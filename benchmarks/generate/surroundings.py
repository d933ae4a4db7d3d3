"""What else a report counts: the satisfaction survey, the SAKIP evaluation, the people, and the parts of the plan."""

import random
from decimal import Decimal

from benchmarks.generate import names, scales
from benchmarks.generate.kecamatan import Kecamatan
from benchmarks.generate.model import Key
from benchmarks.generate.relations import Class, Linear
from benchmarks.generate.truth import Truth

from lkjip import measures

WEIGHTS = (Decimal("0.11"), Decimal("0.111"), Decimal(1) / 9)  # of each of nine unsur, as reports use them
RANKS = ("Golongan IV", "Golongan III", "Golongan II", "PPPK")
TWO, THREE = Decimal("0.01"), Decimal("0.001")


def fill(kecamatan: Kecamatan, truth: Truth, chance: random.Random) -> None:
    """Draw the survey, the evaluation and the counts."""
    survey(kecamatan.period, truth, chance)
    evaluation(kecamatan, truth, chance)
    villages(kecamatan, truth, chance)
    staff(kecamatan.period, truth, chance)
    counts(kecamatan, truth)


def survey(period: str, truth: Truth, chance: random.Random) -> None:
    """Draw the nine unsur of the SKM; its value is 25 times their weighted sum (PermenPAN-RB 14/2017)."""
    weight = chance.choice(WEIGHTS)
    middle = chance.uniform(2.9, 3.7)
    parts = []
    for at in range(len(names.UNSUR)):
        value = Decimal(min(4.0, middle + chance.uniform(-0.25, 0.25))).quantize(TWO)
        unsur = truth.put(Key(measures.NILAI_UNSUR, f"U{at + 1}", period), value)
        weighted = Key(measures.NILAI_UNSUR, f"U{at + 1}/weighted", period)
        truth.put(weighted, value * weight, Linear(((weighted, Decimal(1)), (unsur, -weight))))
        parts.append(unsur)
    whole = Key(measures.NILAI_UNSUR, "weighted", period)
    truth.put(whole, weight * sum(truth.numbers[part] for part in parts))
    truth.relations.append(Linear(((whole, Decimal(1)), *((weighted_key(part), Decimal(-1)) for part in parts))))
    truth.relations.append(Linear(((whole, Decimal(1)), *((part, -weight) for part in parts))))
    skm = Key(measures.NILAI_SKM, "ikm", period)
    truth.put(skm, (truth.numbers[whole] * 25).quantize(TWO), Linear(((skm, Decimal(1)), (whole, Decimal(-25)))))
    for measure, bands in (("mutu", scales.MUTU), ("kinerja", scales.KINERJA)):
        word = Key(measures.KATEGORI, f"ikm/{measure}", period)
        truth.name(word, scales.named(bands, truth.numbers[skm]), Class(word, skm, bands))


def weighted_key(unsur: Key) -> Key:
    """Return the key of an unsur times its weight."""
    return unsur._replace(subject=f"{unsur.subject}/weighted")


def evaluation(kecamatan: Kecamatan, truth: Truth, chance: random.Random) -> None:
    """Draw the components of the SAKIP evaluation; they add up to the value, which has its predikat."""
    period, parts = kecamatan.period, []
    for name, weight in components(kecamatan.year):
        reached = Decimal(chance.randint(62 * weight, 92 * weight)).scaleb(-2)
        parts.append(truth.put(Key(measures.NILAI_SAKIP, name, period), reached))
        truth.put(Key(measures.BOBOT, name, period), weight)
    whole = Key(measures.NILAI_SAKIP, "sakip", period)
    truth.add_up(whole, parts)
    truth.add_up(whole._replace(measure=measures.BOBOT), [part._replace(measure=measures.BOBOT) for part in parts])
    word = Key(measures.KATEGORI, "sakip", period)
    truth.name(word, scales.named(scales.SAKIP, truth.numbers[whole]), Class(word, whole, scales.SAKIP))


def components(year: int) -> tuple[tuple[str, int], ...]:
    """Return the components in force in a year, with their weights."""
    return names.EVALUATED["PermenPAN-RB 88/2021" if year >= 2021 else "PermenPAN-RB 12/2015"]


def villages(kecamatan: Kecamatan, truth: Truth, chance: random.Random) -> None:
    """Draw the inhabitants of every village; rows and columns add up."""
    for village in kecamatan.villages:
        for sex in ("L", "P"):
            truth.put(Key(measures.JUMLAH, f"{village}/{sex}", kecamatan.period), chance.randint(410, 3900))
        row = [Key(measures.JUMLAH, f"{village}/{sex}", kecamatan.period) for sex in ("L", "P")]
        truth.add_up(Key(measures.JUMLAH, f"{village}/LP", kecamatan.period), row)
    for sex in ("L", "P", "LP"):
        column = [Key(measures.JUMLAH, f"{village}/{sex}", kecamatan.period) for village in kecamatan.villages]
        truth.add_up(Key(measures.JUMLAH, f"penduduk/{sex}", kecamatan.period), column)


def staff(period: str, truth: Truth, chance: random.Random) -> None:
    """Draw how many people work in the office, by rank."""
    parts = [truth.put(Key(measures.JUMLAH, rank, period), chance.randint(1, 9)) for rank in RANKS]
    truth.add_up(Key(measures.JUMLAH, "pegawai", period), parts)


def counts(kecamatan: Kecamatan, truth: Truth) -> None:
    """Count what the tables list, for the sentences that say how many there are."""
    levels = [line.level for line in kecamatan.lines()]
    found = {
        "desa": len(kecamatan.villages),
        "sasaran": len(kecamatan.sasaran),
        "indikator": len(kecamatan.indicators),
        **{level: levels.count(level) for level in ("program", "kegiatan", "sub_kegiatan")},
    }
    for subject, count in found.items():
        key = Key(measures.JUMLAH, subject, kecamatan.period)
        truth.put(key, count, Linear(((key, Decimal(1)),), Decimal(-count)))
