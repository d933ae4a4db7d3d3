"""What an analyst may change in an audit: each setting has a type, a default and a meaning, and is validated."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from typing import Any, Final

YES: Final = ("true", "yes", "1")
NO: Final = ("false", "no", "0")
LANGUAGES: Final = ("en", "id")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one audit."""

    tolerance: Decimal = field(
        default=Decimal(0),
        metadata={"doc": "percentage points by which a recalculated percentage may differ beyond rounding, 0 to 5"},
    )
    tolerance_rupiah: Decimal = field(
        default=Decimal(0), metadata={"doc": "rupiah by which a sum of amounts may differ, 0 to 1000000"}
    )
    achieved_from: Decimal = field(
        default=Decimal(100), metadata={"doc": "capaian in per cent from which a target counts as met, 50 to 100"}
    )
    national_scale: bool = field(
        default=True,
        metadata={"doc": "use the scale of Permendagri 86/2017 where the report prints none: true or false"},
    )
    language: str = field(default="en", metadata={"doc": "language of the report's pages: en or id"})
    skip_rules: tuple[str, ...] = field(
        default=(), metadata={"doc": "ids of rules to leave out, joined by commas (docs/rules.md lists them)"}
    )

    def __post_init__(self) -> None:
        """Hold the numbers to the range that their explanation gives. Raises ValueError."""
        within("tolerance", self.tolerance, (0, 5))
        within("tolerance_rupiah", self.tolerance_rupiah, (0, 1_000_000))
        within("achieved_from", self.achieved_from, (50, 100))
        if self.language not in LANGUAGES:
            raise ValueError(f"language={self.language} is not known: use {' or '.join(LANGUAGES)}")

    @classmethod
    def parse(cls, given: Mapping[str, str]) -> "Settings":
        """Return the settings that a person typed as `name=value`. Raises ValueError that says what is allowed."""
        kinds = {item.name: type(item.default) for item in fields(cls)}
        unknown = [name for name in given if name not in kinds]
        if unknown:
            near = get_close_matches(unknown[0], kinds, n=1)
            hint = f" (did you mean {near[0]}?)" if near else ""
            raise ValueError(f"there is no setting {unknown[0]!r}{hint}; the settings are: {', '.join(kinds)}")
        return cls(**{name: parsed(name, text, kinds[name]) for name, text in given.items()})

    @classmethod
    def explained(cls) -> list[tuple[str, str, str]]:
        """Return the name, the default as text and the meaning of every setting, in order."""
        return [(item.name, written(item.default), item.metadata["doc"]) for item in fields(cls)]


def within(name: str, value: Decimal, bounds: tuple[int, int]) -> None:
    """Check that a number lies in its range. Raises ValueError."""
    low, high = bounds
    if not (value.is_finite() and low <= value <= high):
        raise ValueError(f"{name}={value} is out of range: use a number from {low} to {high}")


def written(value: object) -> str:
    """Return a setting's value as a person would type it."""
    if isinstance(value, bool):
        return str(value).lower()
    return ",".join(value) if isinstance(value, tuple) else str(value)


def parsed(name: str, text: str, kind: type) -> Any:
    """Return the value that a person typed for a setting of type `kind`. Raises ValueError."""
    text = text.strip()
    if kind is bool:
        return truth(name, text)
    if kind is Decimal:
        return number(name, text)
    return text if kind is str else tuple(part.strip() for part in text.split(",") if part.strip())


def number(name: str, text: str) -> Decimal:
    """Return a number typed with a decimal point or comma. Raises ValueError."""
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        raise ValueError(f"{name}={text} is not a number: type it like 0.05") from None


def truth(name: str, text: str) -> bool:
    """Return true or false as typed. Raises ValueError."""
    if text.lower() not in YES + NO:
        raise ValueError(f"{name}={text} is neither true nor false")
    return text.lower() in YES
