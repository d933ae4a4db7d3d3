"""Keep an optional validator of JupyterLab from costing seconds in every run: notebooks hold no such addresses."""

import sys

# jsonschema imports this package if it is there; it compiles a grammar of URIs at import, some 3 s of processor time,
# and None makes the import fail, which jsonschema allows for.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
