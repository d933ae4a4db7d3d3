"""What is true in an invented kecamatan: the value of every quantity, and the relations among them."""

from dataclasses import dataclass, field
from decimal import Decimal

from benchmarks.generate.model import Key
from benchmarks.generate.relations import HUNDRED, Relation, total


@dataclass
class Truth:
    """The quantities of one report; percentages are kept unrounded, all else as it is printed."""

    numbers: dict[Key, Decimal] = field(default_factory=dict)
    words: dict[Key, str] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)

    def put(self, key: Key, value: Decimal | int, relation: Relation | None = None) -> Key:
        """Note a number, with the relation that it follows from."""
        self.numbers[key] = Decimal(value)
        if relation is not None:
            self.relations.append(relation)
        return key

    def name(self, key: Key, word: str, relation: Relation) -> None:
        """Note a category, with the scale that it follows from."""
        self.words[key] = word
        self.relations.append(relation)

    def add_up(self, whole: Key, parts: list[Key]) -> None:
        """Note a total of numbers that are known."""
        self.put(whole, sum((self.numbers[part] for part in parts), Decimal(0)), total(whole, parts))

    def percentage(self, part: Key, whole: Key) -> Decimal:
        """Return 100 x part / whole."""
        return HUNDRED * self.numbers[part] / self.numbers[whole]

    def last_years(self, key: Key) -> Key:
        """Return the same quantity a year earlier."""
        return key._replace(period=str(int(key.period) - 1))
