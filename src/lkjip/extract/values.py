"""Texts that are values: one number, or a mark for none."""

import re

VALUE = re.compile(
    r"^(?:rp\.?)?\(?(?:[-+\u00b1]|[<>\u2264\u2265]=?)?\d(?:[\d.,]*\d)?\)?(?:[,.]-{1,2})?(?:%|persen)?\*{0,3}$|^-$",
    re.IGNORECASE,
)
YEAR = re.compile(r"^(?:19|20)\d\d$")
ORDINAL = re.compile(r"^\(?\d{1,3}[.)]{0,2}$")
COLUMN_NUMBER = re.compile(r"^[(\[]?(\d{1,2})(?:[)\].]?|[)\]]?=.*)$")


def is_value(text: str) -> bool:
    """Tell whether a text is one number, with currency or per cent sign, or a dash for none."""
    return VALUE.match("".join(text.split())) is not None


def is_amount(text: str) -> bool:
    """Tell whether a text is a value that no header and no numbering holds."""
    return len(text) > 1 and is_value(text) and not YEAR.match(text) and not ORDINAL.match(text)


def column_number(text: str) -> int | None:
    """Return the number that a text gives to its column ("3", "(3)", "(5=4/3)"), or None."""
    match = COLUMN_NUMBER.match("".join(text.split()))
    return int(match[1]) if match else None


def has_digit(text: str) -> bool:
    """Tell whether a text holds a number."""
    return any(char.isdigit() for char in text)
