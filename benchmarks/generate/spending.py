"""Chapter III on money: the LRA, the budget by program, kegiatan and sub kegiatan, quarters and kelurahan."""

from collections.abc import Iterator

from benchmarks.generate.budget import ACCOUNT_NAMES, ACCOUNTS, QUARTERS, TOTAL
from benchmarks.generate.kecamatan import SHORT_NAMES, Line
from benchmarks.generate.model import Block, Cell, Heading, Paragraph, Pieces, Row, Table
from benchmarks.generate.printer import EMPTY, Printer, head, plain
from benchmarks.generate.tables import Tables, heads, numbered

from lkjip import measures

MONEY = (measures.ANGGARAN, measures.REALISASI_ANGGARAN, measures.PERSEN_SERAPAN)


def spending(tables: Tables) -> Iterator[Block]:
    """Yield the part of chapter III on money."""
    printer = tables.printer
    kecamatan, key = printer.kecamatan, printer.key
    yield Heading(2, "D. Realisasi Anggaran")
    budget = key(measures.ANGGARAN, TOTAL)
    yield Paragraph(
        (f"Pada Tahun {kecamatan.year} Kecamatan {kecamatan.name} didukung anggaran sebesar ",
         *printer.amount_words(budget), " (", printer.in_words(budget), " rupiah).")
    )  # fmt: skip
    if kecamatan.style.revised:
        yield change(tables)
    yield detailed(tables)
    for program in kecamatan.programs:
        yield from sentences(printer, program)
    yield accounts(tables)
    yield quarters(tables)
    for kelurahan in kecamatan.kelurahan:
        yield of_kelurahan(tables, kelurahan)


def money(printer: Printer, subject: str, bold: bool = False) -> Row:
    """Return the cells of budget, spending and percentage."""
    budget, spent, share = (printer.key(measure, subject) for measure in MONEY)
    return printer.amount_cell(budget, bold), printer.amount_cell(spent, bold), printer.percent_cell(share, bold)


def change(tables: Tables) -> Table:
    """Return the budget by program before and after its change."""
    printer = tables.printer

    def amounts(subject: str, bold: bool = False) -> Row:
        wanted = (measures.ANGGARAN_MURNI, measures.ANGGARAN, measures.SELISIH)
        return tuple(printer.amount_cell(printer.key(measure, subject), bold) for measure in wanted)

    programs = printer.kecamatan.programs
    rows = [(numbered(at), plain(program.name), *amounts(program.code)) for at, program in enumerate(programs, 1)]
    closing = (tables.total_label(2), *amounts(TOTAL, bold=True))
    header = (heads("No", "Program", "Anggaran Murni (Rp)", "Anggaran Perubahan (Rp)", "Bertambah/ (Berkurang) (Rp)"),)
    title = f"Perubahan Anggaran Tahun {printer.kecamatan.year}"
    return tables.made(3, title, ("10mm", "1fr", "32mm", "32mm", "32mm"), (header, tables.closed(rows, closing)))


def detailed(tables: Tables) -> Table:
    """Return the budget by program, kegiatan and sub kegiatan."""
    printer = tables.printer
    rows = [
        (*labels, *money(printer, line.code, line.level == "program"), left(printer, line.code))
        for labels, line in labelled(printer)
    ]
    columns = {"columns": 4, "words": 1}.get(printer.kecamatan.style.levels, 2)
    closing = (tables.total_label(columns), *money(printer, TOTAL, bold=True), left(printer, TOTAL))
    first = {
        "columns": (head("No", 3), head("Program/Kegiatan/Sub Kegiatan")),
        "words": (head("Program/Kegiatan/Sub Kegiatan"),),
        "codes": (head("Kode"), head("Program/Kegiatan/Sub Kegiatan")),
        "numbers": (head("No"), head("Uraian")),
    }[printer.kecamatan.style.levels]
    header = ((*first, *heads("Anggaran (Rp)", "Realisasi (Rp)", "%", "Sisa Anggaran (Rp)")),)
    widths = {
        "columns": ("8mm", "8mm", "8mm", "1fr"),
        "words": ("1fr",),
        "codes": ("27mm", "1fr"),
        "numbers": ("14mm", "1fr"),
    }[printer.kecamatan.style.levels]
    title = f"Realisasi Anggaran Tahun {printer.kecamatan.year}"
    return tables.made(3, title, (*widths, "30mm", "30mm", "15mm", "27mm"), (header, tables.closed(rows, closing)))


def left(printer: Printer, subject: str) -> Cell:
    """Return the cell of what is left of a budget."""
    return printer.amount_cell(printer.key(measures.SISA_ANGGARAN, subject))


def labelled(printer: Printer) -> Iterator[tuple[Row, Line]]:
    """Yield the first cells of every budget row, which say its level in the report's way."""
    form = printer.kecamatan.style.levels
    for first, program in enumerate(printer.kecamatan.programs, 1):
        yield label(form, program, (first,)), program
        for second, kegiatan in enumerate(program.children, 1):
            yield label(form, kegiatan, (first, second)), kegiatan
            for third, below in enumerate(kegiatan.children, 1):
                yield label(form, below, (first, second, third)), below


def label(form: str, line: Line, place: tuple[int, ...]) -> Row:
    """Return the cells that number and name a budget row."""
    bold = line.level == "program"
    name = plain(line.name, bold=bold)
    if form == "codes":
        return plain(line.code), name
    if form == "numbers":
        return plain(".".join(str(at) for at in place)), name
    if form == "words":
        return (plain(with_level(line), bold=bold),)
    marks = (f"{place[-1]}.", str(place[-1]), f"{chr(96 + place[-1])}.")
    depth = len(place) - 1
    return (*(plain(marks[depth], "center") if at == depth else EMPTY for at in range(3)), name)


def with_level(line: Line) -> str:
    """Return a name that begins with its level."""
    word = SHORT_NAMES[line.level]
    return line.name if line.name.startswith(f"{word} ") else f"{word} {line.name}"


def sentences(printer: Printer, program: Line) -> Iterator[Paragraph]:
    """Yield the sentences on a program, its kegiatan and their sub kegiatan."""
    yield Paragraph((f"{with_level(program)} dialokasikan anggaran sebesar ", *told(printer, program.code), "."))
    for at, kegiatan in enumerate(program.children, 1):
        yield Paragraph(
            (f"{at}. {with_level(kegiatan)} dengan alokasi dana sebesar ", *told(printer, kegiatan.code), "."), "item"
        )
        for letter, below in zip("abcdefgh", kegiatan.children, strict=False):
            yield Paragraph(
                (f"{letter}. {with_level(below)} dengan alokasi dana sebesar ", *told(printer, below.code), "."), "item"
            )


def told(printer: Printer, subject: str) -> Pieces:
    """Return budget, spending and percentage as a sentence says them."""
    budget, spent, share = (printer.key(measure, subject) for measure in MONEY)
    amounts = (*printer.amount_words(budget), " terealisasi sebesar ", *printer.amount_words(spent))
    return (*amounts, printer.kecamatan.style.reached, *printer.percent_words(share))


def accounts(tables: Tables) -> Table:
    """Return the LRA."""
    printer = tables.printer
    year = printer.kecamatan.year
    rows = []
    for account, name in ACCOUNT_NAMES.items():
        before = printer.key(measures.REALISASI_ANGGARAN, account, str(year - 1))
        bold = account in ACCOUNTS
        rows.append((plain(name, bold=bold), *money(printer, account, bold), printer.amount_cell(before, bold)))
    header = (heads("Uraian", f"Anggaran {year}", f"Realisasi {year}", "(%)", f"Realisasi {year - 1}"),)
    title = f"Laporan Realisasi Anggaran Tahun {year}"
    return tables.made(3, title, ("1fr", "32mm", "32mm", "15mm", "32mm"), (header, rows))


def quarters(tables: Tables) -> Table:
    """Return what each program spent in each quarter."""
    printer = tables.printer
    period = printer.kecamatan.period

    def amounts(subject: str, bold: bool = False) -> Row:
        periods = (*(f"{period}-{quarter}" for quarter in QUARTERS), period)
        keys = (printer.key(measures.REALISASI_ANGGARAN, subject, at) for at in periods)
        return tuple(printer.amount_cell(key, bold) for key in keys)

    programs = printer.kecamatan.programs
    rows = [(numbered(at), plain(program.name), *amounts(program.code)) for at, program in enumerate(programs, 1)]
    closing = (tables.total_label(2), *amounts(TOTAL, bold=True))
    header = (
        (head("No", rows=2), head("Program", rows=2), head(f"Realisasi Anggaran Tahun {period} (Rp)", 5)),
        heads("Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV", "Jumlah"),
    )
    widths = ("9mm", "1fr", "26mm", "26mm", "26mm", "26mm", "27mm")
    title = f"Realisasi Anggaran per Triwulan Tahun {period}"
    return tables.made(3, title, widths, (header, tables.closed(rows, closing)))


def of_kelurahan(tables: Tables, kelurahan: str) -> Table:
    """Return the budget of a kelurahan, with what it saved."""
    printer = tables.printer
    rows: list[Row] = [
        (numbered(at), plain(program.name), *money(printer, f"{kelurahan}/{program.code}"))
        for at, program in enumerate(printer.kecamatan.programs[:2], 1)
    ]
    rows.append((tables.total_label(2), *money(printer, kelurahan, bold=True)))
    saved, share = printer.key(measures.SISA_ANGGARAN, kelurahan), printer.key(measures.PERSEN_SISA, kelurahan)
    words = Cell(("Jumlah efisiensi penggunaan anggaran",), 2)
    rows.append((words, EMPTY, printer.amount_cell(saved), printer.percent_cell(share)))
    header = (heads("No", "Program", "Anggaran (Rp)", "Realisasi (Rp)", "%"),)
    bare = printer.kecamatan.style.bare_titles
    title = f"Realisasi Anggaran Kelurahan {kelurahan} Tahun {printer.kecamatan.year}"
    return tables.made(
        0 if bare else 3,
        f"Kelurahan {kelurahan}" if bare else title,
        ("10mm", "1fr", "35mm", "35mm", "18mm"),
        (header, rows),
    )
