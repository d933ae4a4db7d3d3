"""Levels from list numbers: "I" above "A" above "1" above "a", as each table uses them."""

import re
from collections.abc import Sequence
from typing import Final

CODE: Final = re.compile(r"^\d{1,2}(?:\.\d{1,4}){2,}\.?$")
OUTLINE: Final = re.compile(r"^\d{1,2}(?:\.\d{1,4})*\.?$")
ROMANS: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
Style = tuple[int, str]
Mark = tuple[Style, int]  # how a list number is written and where, and its place in the count


def code_of(text: str) -> tuple[str, ...]:
    """Return the groups of a program's or account's code, or nothing."""
    return tuple(text.strip(". ").split(".")) if CODE.match(text.strip()) else ()


def outline_of(text: str) -> tuple[str, ...]:
    """Return the groups of a number such as "1" or "1.1", or nothing."""
    return tuple(text.strip(". ").split(".")) if OUTLINE.match(text.strip()) else ()


def mark(numerals: Sequence[tuple[int, str]], counts: dict[Style, int]) -> Mark | None:
    """Return the style and place of the last of a line's list numbers; `counts` settles whether "I" is a letter."""
    if not numerals:
        return None
    column, text = numerals[-1]
    bare = text.strip().strip("().")
    plain, upper = bare.casefold(), bare.isupper()
    tail = "." if text.rstrip().endswith((".", ")")) else ""
    if plain.isdigit() or (bare == "l" and counts.get((column, "a" + tail)) != 11):
        return (column, "1" + tail), int(plain) if plain.isdigit() else 1
    if re.fullmatch(r"\d+(?:\.\d+)+", plain):
        return (column, "1.1" * plain.count(".")), int(plain.rsplit(".", 1)[1])
    letter = (column, ("A" if upper else "a") + tail)
    if plain in ROMANS and not (len(plain) == 1 and counts.get(letter) == ord(plain) - 97):
        return (column, ("I" if upper else "i") + tail), ROMANS.index(plain) + 1
    return (letter, ord(plain) - 96) if len(plain) == 1 else None


def continued(here: Mark, counts: dict[Style, int]) -> Mark:
    """Return a mark in the style that it goes on with: "7." after "6" only has a stop more."""
    (column, text), place = here
    other = (column, text.rstrip(".") if text.endswith(".") else text + ".")
    return (other, place) if here[0] not in counts and place > 1 and counts.get(other) == place - 1 else here


def depths(lines: Sequence[Sequence[tuple[int, str]]]) -> list[int | None]:
    """Return the depth of each line by its list numbers, 0 for the outermost; None where it has none.

    A style seen before goes back to its depth, a new one goes one deeper.
    """
    counts: dict[Style, int] = {}  # the open styles, the outermost first, with the place that each has come to
    found: list[int | None] = []
    for numerals in lines:
        here = mark(numerals, counts)
        if here is None:
            found.append(None)
            continue
        style, place = continued(here, counts)
        open_styles = list(counts)
        depth = open_styles.index(style) if style in counts else len(open_styles)
        counts = {other: counts[other] for other in open_styles[:depth]} | {style: place}
        found.append(depth)
    return found
