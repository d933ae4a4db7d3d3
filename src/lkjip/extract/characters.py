"""What a character of a PDF prints: spaces, hyphens, ligatures and symbol bullets made plain."""

import unicodedata

HYPHENS = {0x02, 0xAD, 0x2010, 0x2011}  # pdfium reports a hyphen at a line's end as 0x02
NOTHING = {0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x200E, 0x200F}
# They print nothing and turn the text that follows around, in the PDF's reader as in ours: digits would read backwards.
TURNING = {0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
# Bullets of the fonts Symbol and Wingdings, which PDFs map into the private area.
BULLETS = {
    0xB7: "\u2022", 0xA7: "\u25aa", 0xD8: "\u27a2", 0xFC: "\u2713", 0x76: "\u2756", 0xA8: "\u25fb",
    0x6C: "\u25cf", 0x6E: "\u25a0", 0x71: "\u2751", 0xE0: "\u2192", 0xF0: "\u21e8", 0x2D: "-", 0xFB: "\u2717",
    0xB3: "\u2265", 0xA3: "\u2264", 0xB1: "\u00b1", 0xB4: "\u00d7",
}  # fmt: skip
LIGATURES = range(0xFB00, 0xFB07)
PRIVATE = range(0xE000, 0xF900)
UNKNOWN = "\ufffd"
SPACE = " "


def printed(code: int) -> str:
    """Return what the character `code` prints: "" for nothing, U+FFFD where the PDF does not say."""
    if 0x21 <= code <= 0x7E:
        return chr(code)
    if code in HYPHENS:
        return "-"
    if code in NOTHING or code in TURNING:
        return ""
    if code < 0x20 or code == 0x7F:
        return UNKNOWN if code == 0 else SPACE
    if code in PRIVATE:
        return BULLETS.get(code & 0xFF, UNKNOWN)
    if code in LIGATURES:
        return unicodedata.normalize("NFKC", chr(code))
    if 0xD800 <= code <= 0xDFFF or code >= 0x110000:
        return UNKNOWN
    char = chr(code)
    return SPACE if char.isspace() or unicodedata.category(char) == "Cc" else char


PLAIN = tuple(printed(code) for code in range(128))
