"""Read published Indonesian performance reports (LKjIP) and audit every number in them."""

__version__ = "0.1.0"
