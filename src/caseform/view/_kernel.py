"""A process that waits for a page: it has imported the library, and holds no word of a case."""

from ipykernel.kernelapp import IPKernelApp

import caseform.widgets.room as page
from caseform.processes import keep_nothing, quiet_config
from caseform.text import LANGUAGES, say
from caseform.view import RoomView

# Imported so that they are there when the notebook asks for them.
__all__ = ["RoomView", "main", "page"]


def main() -> None:
    """Import what a page needs, then wait."""
    keep_nothing()
    for language in LANGUAGES:
        # The first word of an area reads all words of that area.
        say("room.blank", language)
    IPKernelApp.launch_instance(config=quiet_config())


if __name__ == "__main__":
    main()
