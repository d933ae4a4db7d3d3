"""The report stage: notebooks tell what was found, papermill runs them, nbconvert makes them HTML."""

from lkjip.report import across, light_imports, sections
from lkjip.report.opening import open_audit, open_library, with_settings

__all__ = ["across", "light_imports", "open_audit", "open_library", "sections", "with_settings"]
