"""Numbers, formulas and messages as text, in the number format of a language."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Literal

from lkjip.audit.model import Formula, Number, Text

Language = Literal["en", "id"]

SWAP: Final = str.maketrans({",": ".", ".": ","})
MOST_LISTED: Final = 4  # names in a message, before "and n more"


def number(shown: Number, language: Language) -> str:
    """Return a number as `language` prints it: 1,234.56 or 1.234,56."""
    value = shown.value.quantize(Decimal(1).scaleb(-shown.decimals), rounding=ROUND_HALF_UP)
    text = f"{value:,f}"
    return text if language == "en" else text.translate(SWAP)


def formula(parts: Formula, language: Language) -> str:
    """Return a formula with its operands."""
    return "".join(part if isinstance(part, str) else number(part, language) for part in parts)


def expected(value: Number | Text | None, language: Language) -> str:
    """Return what was expected: a number or a word."""
    if value is None:
        return ""
    return number(value, language) if isinstance(value, Number) else getattr(value, language)


def rupiah(value: Decimal, language: Language) -> str:
    """Return an amount of money."""
    return f"Rp {number(Number(value, 0 if value == value.to_integral_value() else 2), language)}"


def listed(names: Iterable[str], language: Language) -> str:
    """Return names joined by commas, the last ones counted where there are many."""
    every = list(names)
    rest = len(every) - MOST_LISTED
    if rest <= 1:
        return ", ".join(every)
    return ", ".join(every[:MOST_LISTED]) + (f" and {rest} more" if language == "en" else f" dan {rest} lainnya")


def enumerated(names: Iterable[str]) -> Text:
    """Return names joined by commas, in both languages."""
    every = list(names)
    return Text(listed(every, "en"), listed(every, "id"))


def both(template: Text, **values: str | Number | Decimal | Text) -> Text:
    """Fill a text in both languages; a Decimal is an amount of rupiah, a Number shows its own decimals."""
    return Text(
        template.en.format(**{name: word(value, "en") for name, value in values.items()}),
        template.id.format(**{name: word(value, "id") for name, value in values.items()}),
    )


def word(value: str | Number | Decimal | Text, language: Language) -> str:
    """Return one value of a message in `language`."""
    match value:
        case str():
            return value
        case Number():
            return number(value, language)
        case Decimal():
            return rupiah(value, language)
        case _:
            return value.en if language == "en" else value.id
