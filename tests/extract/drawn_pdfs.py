"""Draw small PDFs stroke by stroke, for what a typesetter never does; coordinates are points from the top left."""

import math
import zlib
from itertools import pairwise

FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
DOT = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\n"
    b"stream\n\0\nendstream"
)


class Sheet:
    """A page to draw on."""

    def __init__(self, width=595, height=842, rotate=0):
        self.width, self.height, self.rotate = width, height, rotate
        self.parts = []

    def draw(self, operators):
        self.parts.append(operators)

    def text(self, x, y, text, size=9, **how):
        """Print a text at its baseline; `turn` in degrees anticlockwise, `more` for operators before it, `font` F1 or F2."""
        cos, sin = math.cos(math.radians(how.get("turn", 0))), math.sin(math.radians(how.get("turn", 0)))
        place = f"{cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} {x:.2f} {self.height - y:.2f} Tm"
        self.draw(f"BT /{how.get('font', 'F1')} {size} Tf {how.get('more', '')} {place} {shown(text)} ET")

    def rule(self, ends, width=0.5, more=""):
        """Stroke a line between (x0, y0, x1, y1); `more` holds operators such as "[3 2] 0 d" or "1 G"."""
        x0, y0, x1, y1 = ends
        start, end = f"{x0:.2f} {self.height - y0:.2f}", f"{x1:.2f} {self.height - y1:.2f}"
        self.draw(f"q {width} w {more} {start} m {end} l S Q")

    def bar(self, box, colour="0 g"):
        """Fill a rectangle."""
        x0, y0, x1, y1 = box
        self.draw(f"q {colour} {x0:.2f} {self.height - y1:.2f} {x1 - x0:.2f} {y1 - y0:.2f} re f Q")

    def dot(self, box):
        """Stretch an image of one black pixel."""
        x0, y0, x1, y1 = box
        self.draw(f"q {x1 - x0:.2f} 0 0 {y1 - y0:.2f} {x0:.2f} {self.height - y1:.2f} cm /Dot Do Q")


def shown(text):
    """Return the operator that shows a text, or a list of texts and kerning gaps."""
    if isinstance(text, list):
        return "[" + " ".join(str(part) if isinstance(part, int | float) else string(part) for part in text) + "] TJ"
    return f"{string(text)} Tj"


def string(text):
    return "<" + text.encode("cp1252").hex() + ">"


def grid(sheet, rows, place, line=None):
    """Print rows and rule every side; `place` is (xs, top), `line` draws a side with the ends (x0, y0, x1, y1).

    Return the bottom.
    """
    xs, top = place
    line = line or sheet.rule
    ys = [top + 20 * index for index in range(len(rows) + 1)]
    words(sheet, rows, xs, top)
    for y in ys:
        line((xs[0], y, xs[-1], y))
    for x in xs:
        line((x, ys[0], x, ys[-1]))
    return ys[-1]


def words(sheet, rows, xs, top):
    """Print rows of texts, 20 points high, between the boundaries `xs`, without rules."""
    for index, row in enumerate(rows):
        for (left, _), cell in zip(pairwise(xs), row, strict=True):
            if cell:
                sheet.text(left + 4, top + 20 * index + 13, cell)


def pdf(*sheets):
    """Return the bytes of a PDF with these pages."""
    kids = " ".join(f"{6 + 2 * index} 0 R" for index in range(len(sheets)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets)} >>".encode(),
        FONT.format("Helvetica").encode(),
        FONT.format("Helvetica-Bold").encode(),
        DOT,
    ]
    for index, sheet in enumerate(sheets):
        objects += [page(sheet, 7 + 2 * index), stream("\n".join(sheet.parts))]
    return written(objects)


def page(sheet, content):
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {sheet.width} {sheet.height}] /Rotate {sheet.rotate} "
        f"/Contents {content} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /Dot 5 0 R >> >> >>"
    ).encode()


def stream(operators):
    packed = zlib.compress(operators.encode("latin-1"))
    return b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed) + packed + b"\nendstream"


def written(objects):
    """Return the file that holds objects 1, 2, ...; the first is the catalogue."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + item + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
