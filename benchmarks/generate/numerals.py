"""Numbers in words, as Indonesian reports write them in brackets behind the digits."""

UNITS = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
SCALES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))


def terbilang(number: int) -> str:
    """Return a whole number in words: 18 is "delapan belas"."""
    return " ".join(words(number)) if number else "nol"


def words(number: int) -> list[str]:
    """Return the words of a number; none for zero."""
    for scale, name in SCALES:
        if number >= scale:
            head = ["seribu"] if (scale, number // scale) == (1000, 1) else [*words(number // scale), name]
            return head + words(number % scale)
    return below_thousand(number)


def below_thousand(number: int) -> list[str]:
    """Return the words of a number below 1000."""
    if number >= 200:
        return [UNITS[number // 100], "ratus", *below_thousand(number % 100)]
    if number >= 100:
        return ["seratus", *below_thousand(number % 100)]
    if number >= 20:
        return [UNITS[number // 10], "puluh", *below_thousand(number % 10)]
    if number >= 12:
        return [UNITS[number - 10], "belas"]
    return [UNITS[number]] if number else []
