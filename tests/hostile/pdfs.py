"""Make broken and hostile PDFs from nothing, object by object; each function returns the bytes of one file."""

import hashlib
import random
import zlib

TABLE = [
    ("Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"),
    ("Indeks Kepuasan Masyarakat", "Indeks", "80,00", "84,00", "105,00"),
    ("Jumlah Inovasi", "Inovasi", "4", "3", "75,00"),
]
FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
PASSWORD_PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def stream(content, more=""):
    return f"<< /Length {len(content)} {more} >>\nstream\n".encode("latin-1") + content + b"\nendstream"


def encoded(item):
    return item if isinstance(item, bytes) else item.encode("latin-1")


def written(objects, trailer=""):
    """Write objects 1, 2, ... with a cross-reference table; the first is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + encoded(item) + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode(
        "latin-1"
    )
    return bytes(out)


def paged(contents, size=(595, 842), font=FONT):
    """Return the objects of a document with one page for each content stream."""
    kids = " ".join(f"{4 + 2 * index} 0 R" for index in range(len(contents)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>",
        font,
    ]
    for index, content in enumerate(contents):
        objects += [page(5 + 2 * index, size), content if content.startswith(b"<<") else stream(content)]
    return objects


def page(content, size):
    width, height = size
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents {content} 0 R "
        "/Resources << /Font << /F1 3 0 R >> >> >>"
    )


def escaped(text):
    return text.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def said(x, y, text, size=9):
    return b"BT /F1 %d Tf %d %d Td (%s) Tj ET\n" % (size, x, y, escaped(text))


def drawn(rows=TABLE, caption="Tabel 3.1 Capaian Kinerja Tahun 2023", top=780):
    """Draw a caption and a ruled table."""
    bottom, left, wide = top - 30 - 22 * len(rows), 50, 100
    out = [said(left, top, caption), b"0.5 w\n"]
    for index in range(len(rows) + 1):
        out.append(b"%d %d m %d %d l S\n" % (left, top - 20 - 22 * index, left + wide * 5, top - 20 - 22 * index))
    for index in range(6):
        out.append(b"%d %d m %d %d l S\n" % (left + wide * index, top - 20, left + wide * index, bottom + 10))
    for row, cells in enumerate(rows):
        out += [said(left + 3 + wide * i, top - 35 - 22 * row, text, 7) for i, text in enumerate(cells)]
    return b"".join(out)


def sound():
    return written(paged([drawn()]))


def truncated():
    return sound()[:900]


def noise():
    """Bytes that say nothing, behind the signature of a PDF."""
    return b"%PDF-1.7\n" + random.Random(7).randbytes(20_000)


def without_pages():
    return written(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"])


def of_many_pages(count=5000):
    """Most pages say one line; the last has the table."""
    return written(paged([said(50, 700, f"Halaman {number}") for number in range(1, count)] + [drawn()]))


def of_ten_metres():
    """A page of ten by ten metres (28,346 points) with the table in its lower left corner."""
    return written(paged([drawn()], size=(28_346, 28_346)))


def of_a_million_paths():
    """A map of a million strokes on the second page, which packs small, after the table on the first."""
    strokes = b"".join(b"%d %d m %d %d l S\n" % (i, j, i + 3, j) for i in range(100) for j in range(100))
    packed = zlib.compress(strokes * 100)
    return written(paged([drawn(), stream(packed, "/Filter /FlateDecode")]))


def bomb(before=(), after=(), gigabytes=8):
    """A content stream that is packed twice and unpacks to gigabytes of spaces, perhaps among other pages."""
    packed = repeatedly(repeatedly(b" " * 1_000_000, 1000), gigabytes)
    return written(paged([*before, stream(packed, "/Filter [/FlateDecode /FlateDecode]"), *after]))


def repeatedly(content, times):
    """Pack `content` repeated, at the cost of packing it twice: a part that begins afresh can be copied."""
    packer = zlib.compressobj(9)
    start = packer.compress(content) + packer.flush(zlib.Z_FULL_FLUSH)
    again = packer.compress(content) + packer.flush(zlib.Z_FULL_FLUSH)
    return start + again * (times - 1) + packer.flush()


def recursive_pages():
    """A page tree whose second kid is the tree itself."""
    objects = paged([drawn()])
    objects[1] = "<< /Type /Pages /Kids [4 0 R 2 0 R] /Count 2 >>"
    return written(objects)


def recursive_forms():
    """A drawing that draws itself, beside the table."""
    objects = paged([drawn() + b"/X Do\n"])
    objects[3] = objects[3].replace("/Resources <<", "/Resources << /XObject << /X 6 0 R >>")
    form = "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> >>"
    return written([*objects, stream(b"/X Do\n", form)])


def recursive_lengths():
    """A stream whose length is the stream itself."""
    objects = paged([drawn()])
    objects[4] = objects[4].replace(b"/Length %d" % len(drawn()), b"/Length 5 0 R")
    return written(objects)


def misleading(meanings, rows):
    """A report whose font says that these characters mean others, such as control and right-to-left ones."""
    pairs = "".join(
        f"<{ord(char):02x}> <{''.join(f'{ord(m):04x}' for m in text)}>\n" for char, text in meanings.items()
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange {len(meanings)} beginbfchar\n{pairs}endbfchar endcmap end end"
    )
    font = FONT.replace(">>", "/ToUnicode 6 0 R >>")
    return written([*paged([drawn(rows)], font=font), stream(cmap.encode())])


def without_meaning():
    """Glyphs of a font that does not say which letters they are: no ToUnicode, no known encoding."""
    composite = (
        "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Unknown /Encoding /Identity-H /DescendantFonts [6 0 R] >>"
    )
    descendant = (
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Unknown /DW 500 /FontDescriptor 7 0 R "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
    )
    descriptor = (
        "<< /Type /FontDescriptor /FontName /ABCDEF+Unknown /Flags 4 /FontBBox [0 0 500 700] /ItalicAngle 0 "
        "/Ascent 700 /Descent 0 /CapHeight 700 /StemV 80 >>"
    )
    glyphs = b"".join(
        b"BT /F1 9 Tf 50 %d Td <%s> Tj ET\n" % (700 - 12 * n, bytes(range(3, 63)).hex().encode()) for n in range(9)
    )
    return written([*paged([glyphs], font=composite), descendant, descriptor])


def saying(rows, caption):
    return written(paged([drawn(rows, caption)]))


def locked(user_password):
    """Encrypt the sound report with RC4 of 40 bits, which every reader knows."""
    owner, permissions, identity = bytes(32), -4, b"0123456789abcdef"
    padded = (user_password.encode() + PASSWORD_PADDING)[:32]
    seed = padded + owner + permissions.to_bytes(4, "little", signed=True) + identity
    key = hashlib.md5(seed).digest()[:5]
    objects = paged([drawn()])
    content_key = hashlib.md5(key + (5).to_bytes(3, "little") + bytes(2)).digest()[:10]
    objects[4] = stream(rc4(content_key, drawn()))
    lock = (
        f"<< /Filter /Standard /V 1 /R 2 /O <{owner.hex()}> /U <{rc4(key, PASSWORD_PADDING).hex()}> /P {permissions} >>"
    )
    return written([*objects, lock], f"/Encrypt 6 0 R /ID [<{identity.hex()}> <{identity.hex()}>]")


def rc4(key, content):
    box, j = list(range(256)), 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out, i, j = bytearray(), 0, 0
    for byte in content:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)
