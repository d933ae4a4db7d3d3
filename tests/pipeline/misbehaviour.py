"""A task that fails in every way a document can; a worker in another process finds it by this module's name."""

import os
import time


def misbehave(kind):
    match kind:
        case "raise":
            raise ValueError("bad page")
        case "die":
            os._exit(3)
        case "hang":
            time.sleep(60)
        case "eat":
            return len(bytearray(2_000_000_000))
    return kind
