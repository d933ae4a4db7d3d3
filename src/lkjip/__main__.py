"""Run a stage from the command line: `python -m lkjip read --raw data/raw ...`."""

import sys

from lkjip.cli import main

if __name__ == "__main__":
    sys.exit(main())
