"""Keep the translations complete: find every message that the pages use, and bring the catalog up to date."""

from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from lkjip.report.words import CATALOGS

SOURCES: Final = Path(__file__).parent
METHODS: Final = [("**.py", "python"), ("**/templates/**.j2", "jinja2.ext:babel_extract")]
OPTIONS: Final = {"**/templates/**.j2": {"encoding": "utf-8", "newstyle_gettext": "true"}}
# Without dates and names: a catalog changes only when a message does.
HEADER: Final = (
    'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Plural-Forms: {plural}\\n"\n'
    '"Content-Type: text/plain; charset=utf-8\\n"\n\n'
)
KEYWORDS: Final = {"_": None, "N_": None, "words": None, "gettext": None, "ngettext": (1, 2)}


def template() -> Catalog:
    """Return all messages: those of the sources, and what the rules say of themselves."""
    from lkjip.audit.rules import RULES

    found = Catalog(charset="utf-8")
    sources = extract_from_dir(SOURCES, METHODS, OPTIONS, keywords=KEYWORDS)
    for file, _, message, _, _ in sorted(sources, key=lambda item: (item[0], item[1])):
        found.add(message, locations=[(file, 0)])
    for rule in RULES:
        for text in (rule.reason, rule.basis):
            found.add(text, locations=[(f"rule {rule.id}", 0)])
    return found


def catalog(language: str) -> Catalog:
    """Return the translations of a language. Raises FileNotFoundError."""
    with (CATALOGS / f"{language}.po").open("rb") as stream:
        return read_po(stream, locale=language, charset="utf-8")


def update(language: str) -> None:
    """Add the messages that a catalog lacks, without translation, and drop those that nothing uses any more."""
    known = catalog(language)
    known.update(template(), no_fuzzy_matching=True)
    known.obsolete.clear()
    with (CATALOGS / f"{language}.po").open("wb") as stream:
        stream.write(HEADER.format(language=language, plural=known.plural_forms).encode())
        write_po(stream, known, width=0, omit_header=True, sort_output=True, include_lineno=False)


if __name__ == "__main__":
    update("id")
