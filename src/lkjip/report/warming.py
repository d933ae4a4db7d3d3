"""Use each heavy library once, so that a forked process finds it loaded."""

import io

from PIL import Image
from xlsxwriter import Workbook

from lkjip.audit.rules import RULES
from lkjip.report import across, opening, sections, templating
from lkjip.report.charts.style import canvas, svg
from lkjip.report.paper import png

USED = (RULES, across, opening, sections)


def warm_up() -> str:
    """Compile the templates, draw a chart, make a picture and a workbook. Returns the chart."""
    templating.warm_up()
    png(Image.new("L", (8, 8)))
    Workbook(io.BytesIO(), {"in_memory": True}).close()
    figure, axes = canvas(40)
    axes.plot([0, 1], [0, 1], "o")
    axes.text(0, 0, "0")
    return svg(figure, "")
