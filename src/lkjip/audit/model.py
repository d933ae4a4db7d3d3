"""What a rule is made of: its declaration, the results it yields and the constraints they stand for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from lkjip.records import Fact, Severity, Verdict

if TYPE_CHECKING:
    from lkjip.audit.ledger import Ledger
    from lkjip.settings import Settings

HUNDRED: Final = Decimal(100)


class Text(NamedTuple):
    """One text in both languages of the report."""

    en: str
    id: str


NOTHING: Final = Text("", "")


class Number(NamedTuple):
    """A number inside a formula or a message, with the decimals it is shown with."""

    value: Decimal
    decimals: int


Formula = tuple[str | Number, ...]


@dataclass(frozen=True, slots=True)
class Linear:
    """The sum of coefficient times fact is `constant`; each fact may move within what it was rounded from."""

    terms: tuple[tuple[str, Decimal], ...]  # fact_id, coefficient
    constant: Decimal = Decimal(0)

    @property
    def fact_ids(self) -> tuple[str, ...]:
        """Return the facts that it binds."""
        return tuple(fact_id for fact_id, _ in self.terms)


@dataclass(frozen=True, slots=True)
class Ratio:
    """`result` is `offset + scale x numerator / denominator`, rounded to the result's decimals or truncated.

    A capped result is never more than 100: where it prints 100 the quotient may be larger.
    """

    result: str  # fact_id
    numerator: str
    denominator: str
    scale: Decimal = HUNDRED
    offset: Decimal = Decimal(0)
    capped: bool = False

    @property
    def fact_ids(self) -> tuple[str, ...]:
        """Return the facts that it binds."""
        return (self.result, self.numerator, self.denominator)


Constraint = Linear | Ratio


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the report that holds no fact, but something wrong."""

    page: int
    table_id: str = ""
    row: int | None = None
    column: int | None = None
    printed: str = ""
    place: Text = NOTHING  # words for it, where the table and its cells do not say enough


@dataclass(frozen=True, slots=True)
class Result:
    """One constraint that a rule held against the report, and how it came out."""

    verdict: Verdict
    facts: tuple[Fact, ...] = ()
    target: Fact | None = None  # the fact that the formula recomputes
    formula: Formula = ()
    expected: Number | Text | None = None
    reason: str = ""  # why it could not be checked, or how it passed
    constraint: Constraint | None = None
    severity: Severity | None = None  # where it is milder than the rule's
    cause: str = ""  # where the rule itself knows what happened
    note: Text = NOTHING  # a clause for the end of the message
    spot: Spot | None = None  # where no fact shows the place
    explains: tuple[str, ...] = ()  # facts whose contradictions elsewhere this problem explains
    conclusion: bool = False  # the rule itself knows that a conclusion changes


@dataclass(frozen=True, slots=True)
class Rule:
    """What should be true of a report, declared as data, and the function that checks it.

    `message` may name {place}, {printed}, {expected} and {formula}; the result's note is put at its end.
    """

    id: str
    title: Text
    reason: str
    severity: Severity
    basis: str  # the legal basis with the years it is valid for
    resolve: Text
    message: Text
    check: Callable[["Ledger", "Settings"], Iterator[Result]]
    guess_matters: bool = True  # a number whose reading took a guess makes its problems doubtful
