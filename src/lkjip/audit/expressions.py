"""Read a printed formula of target and realisasi, and tell what kind of formula it is."""

import re
from decimal import Decimal, DivisionByZero, InvalidOperation
from typing import Final, Literal

Kind = Literal["positive", "negative", "inverse", "constant", "misprinted"]

TOKEN: Final = re.compile(r"rencana|target|realisasi|100|[-+*/()]")
SIGNS: Final = str.maketrans(
    {
        "\N{MULTIPLICATION SIGN}": "*",
        "x": "*",
        "\N{DIVISION SIGN}": "/",
        "\N{EN DASH}": "-",
        "\N{MINUS SIGN}": "-",
        "[": "(",
        "]": ")",
        "{": "(",
        "}": ")",
    }
)
SAMPLES: Final = ((Decimal(80), Decimal(60)), (Decimal(50), Decimal(60)))  # target, realisasi
EXPECTED: Final[dict[tuple[Decimal | None, ...], Kind]] = {
    (Decimal("0.75"), Decimal("1.2")): "positive",
    (Decimal("1.25"), Decimal("0.8")): "negative",
    (Decimal("1.3333"), Decimal("0.8333")): "inverse",
    (Decimal(1), Decimal(1)): "constant",
}


class Parser:
    """Evaluates one expression by recursive descent; two operands side by side are a fraction that lost its rule."""

    def __init__(self, tokens: list[str], target: Decimal, realisasi: Decimal) -> None:
        self.tokens = tokens
        self.values = {"target": target, "rencana": target, "realisasi": realisasi, "100": Decimal(100)}
        self.at = 0

    def peek(self) -> str:
        """Return the next token, or an empty text at the end."""
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self) -> str:
        """Return the next token and step over it."""
        self.at += 1
        return self.tokens[self.at - 1]

    def sum(self) -> Decimal:
        """Evaluate terms joined by + and -."""
        value = self.product()
        while self.peek() in ("+", "-"):
            value = value + self.product() if self.take() == "+" else value - self.product()
        return value

    def product(self) -> Decimal:
        """Evaluate factors joined by * and /."""
        value = self.factor()
        while self.peek() and self.peek() not in ("+", "-", ")"):
            sign = self.take() if self.peek() in ("*", "/") else "/"
            value = value * self.factor() if sign == "*" else value / self.factor()
        return value

    def factor(self) -> Decimal:
        """Evaluate one operand or one bracket. Raises KeyError or IndexError where there is none."""
        token = self.take()
        if token != "(":
            return self.values[token]
        value = self.sum()
        if self.peek() == ")":
            self.take()
        return value


def kind_of(expression: str) -> Kind | None:
    """Return what kind of formula an expression is; None where it is none of target and realisasi."""
    tokens = with_fraction(TOKEN.findall(expression.lower().translate(SIGNS)))
    if "realisasi" not in tokens or not {"rencana", "target"} & set(tokens):
        return None
    ratios = tuple(ratio(tokens, *sample) for sample in SAMPLES)
    if ratios in EXPECTED:
        return EXPECTED[ratios]
    return "misprinted" if None not in ratios and "-" in tokens else None


def with_fraction(tokens: list[str]) -> list[str]:
    """Put the fraction bar back that `numerator x 100 denominator` lost when its line was drawn, not typed."""
    if "/" in tokens or "100" not in tokens[1:-1]:
        return tokens
    at = tokens.index("100")
    return ["(", *tokens[: at - 1], ")", "*", "100", "/", "(", *tokens[at + 1 :], ")"]


def ratio(tokens: list[str], target: Decimal, realisasi: Decimal) -> Decimal | None:
    """Return the formula's value relative to a target that is just met, or None where it cannot be evaluated."""
    try:
        value = Parser(tokens, target, realisasi).sum()
        met = Parser(tokens, Decimal(80), Decimal(80)).sum()
        return (value / met).quantize(Decimal("0.0001")).normalize()
    except (KeyError, IndexError, DivisionByZero, InvalidOperation):
        return None
