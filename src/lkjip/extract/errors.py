"""What can be wrong with a PDF as a whole, and what to do about it."""


class UnreadablePdf(Exception):
    """A PDF that cannot be read at all: `cause` says why, `hint` what to do next."""

    def __init__(self, cause: str, hint: str) -> None:
        super().__init__(f"{cause}; {hint}")
        self.cause = cause
        self.hint = hint

    def __reduce__(self) -> tuple[type["UnreadablePdf"], tuple[str, str]]:
        return UnreadablePdf, (self.cause, self.hint)
