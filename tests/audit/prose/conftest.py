"""Let the tests of sentences use the small ledgers of the other rules."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
