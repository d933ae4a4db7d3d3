"""Turn data into HTML: one Jinja environment per language; all that comes from a PDF is escaped and masked."""

import re
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from lkjip.masking import masked
from lkjip.report.reasons import reason_in
from lkjip.report.vocabulary import MEASURES, STATUSES, UNREAD, meaning
from lkjip.report.words import LANGUAGES, Words, translations, words_in

BLANK_LINES: Final = re.compile(r"\n\s*\n")
PERSONAL: Final = re.compile(r"(?:\d\D{0,3}){8}")  # digits as a personal number has them: most texts have not
ENUMERATED: Final = re.compile(r"^(?:\(?[a-zA-Z\d]{1,2}[.)]\s+|[-–—•*.]\s*)+")
TEMPLATES: Final = Path(__file__).parent / "templates"
MEANINGS: Final = {"measure": MEASURES, "status": STATUSES, "unread_kind": UNREAD}  # filters, and what they translate


def as_it_is(value: Any) -> Any:
    """Return the value: for a reader who may see personal numbers."""
    return value


def safe_text(value: Any) -> Any:
    """Mask personal numbers in plain text; markup is ours and passes."""
    return masked(value) if type(value) is str and PERSONAL.search(value) else value


def plain(text: str) -> str:
    """Return a name without the dash, bullet or number that it was printed with."""
    return ENUMERATED.sub("", text) or text


def quoted(text: str) -> str:
    """Return a text as a field of a CSV file."""
    return '"' + text.replace('"', '""') + '"' if any(mark in text for mark in ',"\n') else text


def upper_first(text: str) -> str:
    """Return a phrase as the beginning of a sentence."""
    return text[:1].upper() + text[1:]


@lru_cache
def environment(words: Words) -> Environment:
    """Return the Jinja environment of a language."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        lstrip_blocks=True,
        finalize=as_it_is if words.shows_personal_numbers else safe_text,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_translations(translations(words.language), newstyle=True)  # type: ignore[attr-defined]
    made.globals["words"] = words
    made.filters.update(upper_first=upper_first, plain=plain, quoted=quoted, reason=partial(reason_in, words=words))
    for name, of in MEANINGS.items():
        made.filters[name] = partial(meaning, of, words=words)
    return made


def filled(template: str, words: Words, **values: Any) -> Markup:
    """Return a template filled with values, in a language."""
    return Markup(BLANK_LINES.sub("\n", environment(words).get_template(template).render(values)))


def warm_up() -> None:
    """Compile every template in every language."""
    for language in LANGUAGES:
        made = environment(words_in(language))
        for name in made.list_templates():
            made.get_template(name)
