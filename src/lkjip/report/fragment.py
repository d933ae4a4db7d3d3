"""A piece of a page: what a section function returns, shown by JupyterLab and exported by nbconvert."""

from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Fragment:
    """Safe HTML; `page` is what the page as a whole takes from it (title, language, links) where it opens the page."""

    html: Markup
    page: dict[str, Any] = field(default_factory=dict)
    place: str = ""  # a class for the layout

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, str], dict[str, Any]]:
        name = f"lkjip {self.place}".strip()
        return {"text/html": f'<div class="{name}">\n{self.html}</div>'}, {"page": self.page} if self.page else {}

    def __html__(self) -> str:
        return self.html
