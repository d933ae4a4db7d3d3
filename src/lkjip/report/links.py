"""Links between the pages of a site: `<name>.html` in English, `<name>.id.html` in Indonesian, all in one folder."""

from typing import Any, Final

from lkjip.report.words import LANGUAGES, Words

LANGUAGE_NAMES: Final = {"en": "English", "id": "Bahasa Indonesia"}


def page_file(name: str, language: str) -> str:
    """Return the file name of a page in a language."""
    return f"{name}.html" if language == "en" else f"{name}.{language}.html"


def described(title: str, name: str, words: Words) -> dict[str, Any]:
    """Return what a page says of itself: title, language, and links to the other pages and languages."""
    site = [("index", words("All reports")), ("comparison", words("Comparison"))]
    links = [{"href": page_file(page, words.language), "text": text, "lang": ""} for page, text in site if page != name]
    others = [
        {"href": page_file(name, language), "text": LANGUAGE_NAMES[language], "lang": language}
        for language in LANGUAGES
        if language != words.language
    ]
    return {"title": title, "language": words.language, "links": links + others}
