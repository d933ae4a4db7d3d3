"""The report stage: notebooks tell what was found, papermill runs them, nbconvert makes them HTML."""

from lkjip.report import sections
from lkjip.report.opening import open_audit, with_settings

__all__ = ["open_audit", "sections", "with_settings"]
