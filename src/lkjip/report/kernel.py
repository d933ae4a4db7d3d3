"""Run the code cells of a notebook in this process: a kernel without a process, a socket or a start-up second."""
# mypy: disable-error-code="no-untyped-call"

import io
from contextlib import redirect_stderr, redirect_stdout
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from nbformat import NotebookNode
from nbformat.v4 import new_output
from traitlets import List, Type
from traitlets.config import Config

# No history file, no coloured tracebacks: a run leaves nothing behind and looks the same everywhere.
QUIET = Config({"HistoryManager": {"enabled": False}, "InteractiveShell": {"colors": "nocolor"}})


class Hook(DisplayHook):
    """Collects the value of a cell's last line."""

    def __call__(self, result: Any = None) -> None:
        """Note a value, unless it is None or its line ends in a semicolon."""
        if result is None or self.quiet():
            return
        data, metadata = self.compute_format_data(result)
        self.update_user_ns(result)
        shell: Any = self.shell
        values = {"metadata": metadata, "execution_count": shell.execution_count}
        shell.outputs.append(new_output("execute_result", data, **values))


class Publisher(DisplayPublisher):
    """Collects what a cell displays on its way."""

    def publish(self, data: dict[str, Any], metadata: Any = None, source: Any = None, **_: Any) -> None:
        """Note one displayed object."""
        shell: Any = self.shell
        shell.outputs.append(new_output("display_data", data, metadata=metadata or {}))


class Shell(InteractiveShell):
    """An IPython shell that keeps the outputs of its cells."""

    displayhook_class = Type(Hook)
    display_pub_class = Type(Publisher)
    outputs: List[NotebookNode] = List()

    def _showtraceback(self, etype: type, evalue: BaseException, stb: list[str]) -> None:
        error = {"ename": etype.__name__, "evalue": str(evalue), "traceback": list(stb)}
        self.outputs.append(new_output("error", **error))


def start() -> Shell:
    """Return a shell that nothing was run in. Call it in a process that ends with its notebook."""
    InteractiveShell.clear_instance()
    Shell.clear_instance()
    return Shell.instance(config=QUIET)


def run(shell: Shell, cell: NotebookNode) -> bool:
    """Run one code cell, put its outputs and its number into the cell, and tell whether it went well."""
    shell.outputs = []
    cell.execution_count = shell.execution_count
    printed, warned = io.StringIO(), io.StringIO()
    with redirect_stdout(printed), redirect_stderr(warned):
        result = shell.run_cell(cell.source, store_history=True)
    cell.outputs = [*stream("stdout", printed), *stream("stderr", warned), *shell.outputs]
    return bool(result.success)


def stream(name: str, text: io.StringIO) -> list[NotebookNode]:
    """Return what was printed as an output, if anything was."""
    return [new_output("stream", name=name, text=text.getvalue())] if text.getvalue() else []
