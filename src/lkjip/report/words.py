"""The languages of the pages: messages from gettext catalogs, numbers and dates from the Unicode CLDR."""

import io
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Final

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

CATALOGS: Final = Path(__file__).parent / "locale"
LANGUAGES: Final = ("en", "id")
BILLION: Final = Decimal(1_000_000_000)
MILLION: Final = Decimal(1_000_000)


@lru_cache
def translations(language: str) -> NullTranslations:
    """Return the messages of a language; those in the source are English. Raises ValueError for a language we lack."""
    if language not in LANGUAGES:
        raise ValueError(f"language={language!r} is not known: use {' or '.join(LANGUAGES)}")
    path = CATALOGS / f"{language}.po"
    if not path.exists():
        return NullTranslations()
    compiled = io.BytesIO()
    with path.open("rb") as stream:
        write_mo(compiled, read_po(stream, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)


@dataclass(frozen=True)
class Words:
    """How one language says things and writes numbers, and whether this reader may see personal numbers."""

    language: str
    shows_personal_numbers: bool = False

    @cached_property
    def locale(self) -> Locale:
        """Return the CLDR locale; English is the international one, with the day before the month."""
        return Locale.parse("en_GB" if self.language == "en" else self.language)

    def __call__(self, message: str, **values: object) -> str:
        """Return a message in this language, with `%(name)s` filled in."""
        text = translations(self.language).gettext(message)
        return text % values if values else text

    def number(self, value: Decimal | int, decimals: int | None = None) -> str:
        """Return a number with this language's separators; all its own decimals unless told how many."""
        digits = max(0, -int(Decimal(value).normalize().as_tuple().exponent)) if decimals is None else decimals
        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        return str(format_decimal(value, format=pattern, locale=self.locale))

    def percent(self, value: Decimal, decimals: int = 2) -> str:
        """Return a percentage (100 is all of it)."""
        return f"{self.number(value, decimals)}{'%' if self.language == 'en' else ' %'}"

    def share(self, part: int, whole: int) -> str:
        """Return a part of a whole as a percentage without decimals."""
        return self.percent(Decimal(100 * part) / whole, 0) if whole else self.percent(Decimal(0), 0)

    def rupiah(self, value: Decimal) -> str:
        """Return an amount in full."""
        return f"Rp {self.number(value, 0 if value == value.to_integral() else 2)}"

    def short_rupiah(self, value: Decimal) -> str:
        """Return an amount as a reader remembers it: Rp 4.76 billion."""
        words = self
        for unit, name in ((BILLION, words("billion")), (MILLION, words("million"))):
            if abs(value) >= unit:
                return f"Rp {self.number(value / unit, 2)} {name}"
        return self.rupiah(value)


@lru_cache
def words_in(language: str, shows_personal_numbers: bool = False) -> Words:
    """Return the words of a language. Raises ValueError for one we lack."""
    translations(language)
    return Words(language, shows_personal_numbers)
