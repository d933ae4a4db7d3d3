"""Hide civil servants' numbers (NIP): they reveal a birth date and a sex, so nothing that we publish prints them."""

import re

# Perka BKN 22/2007: birth date (8 digits), month of entry (6), sex (1), serial (3); printed with gaps or without.
GAP = r"[ .\u00a0\u2028-]{0,2}"
DAY = rf"(?:19|20)\d{{2}}{GAP}(?:0[1-9]|1[0-2]){GAP}(?:0[1-9]|[12]\d|3[01])"
MONTH = rf"(?:19|20)\d{{2}}{GAP}(?:0[1-9]|1[0-2])"
NIP = re.compile(rf"(?<!\d){DAY}{GAP}{MONTH}{GAP}\d{GAP}\d(?:\s?\d){{2}}(?!\d)")
# A number that is called a NIP is one, even with a digit lost or in the nine-digit form of before 2009.
LABELLED = re.compile(r"(?i)(?<=\bnip)(?P<gap>[ .:\u00a0]{0,4})(?P<number>\d[\d .\u00a0-]{7,24}\d)")
MASK = "*"


def hidden(text: str) -> str:
    """Return `text` with every digit replaced; its length and its gaps stay."""
    return re.sub(r"\d", MASK, text)


def masked(text: str) -> str:
    """Return `text` with the digits of every NIP replaced by asterisks, at the same length."""
    text = NIP.sub(lambda found: hidden(found[0]), text)
    return LABELLED.sub(lambda found: found["gap"] + hidden(found["number"]), text)


def nip_spans(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of every NIP in `text`, in order."""
    found = [m.span() for m in NIP.finditer(text)] + [m.span("number") for m in LABELLED.finditer(text)]
    return sorted(set(found))
